"""Arrows between neighbours: those that nobody drew, and the transitions that lead straight to the next card.

All other transitions find their way in `flow`. Arrows along which the customer is passed on are dashed in the colour of
pain.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from journey_editor.core.flow import NOBODY, Edge, edges_from, holder_at, is_handoff
from journey_editor.core.journey import Column
from journey_editor.core.records import Transition
from journey_editor.layout.blocks import Block
from journey_editor.layout.flow.arrow import arrow_element
from journey_editor.layout.flow.drawn import near_arrow, used_by
from journey_editor.layout.flow.plan import Told
from journey_editor.layout.lanes import Lanes
from journey_editor.layout.primitives import Element
from journey_editor.layout.routes import Field, Seats, route
from journey_editor.layout.style import Style

MOST_FROM_COLUMN = 24
"""Arrows that nobody drew and that are shown between two columns; more would only be a tangle."""


class Held(NamedTuple):
    """Who holds the customer at the touchpoints of a block; None is whoever did before it. `after` is the last one."""

    cards: Mapping[str, str | None]
    after: str | None


class Beyond(NamedTuple):
    """The next block with touchpoints: its cards, who holds the customer, how far its left end is from a block's."""

    block: Block
    seats: Seats
    held: Held
    distance: float


class Arrows(NamedTuple):
    """The arrows that leave the cards of a block for the next column, relative to the block's left end.

    `used` says which of the legend's things are shown.
    """

    elements: tuple[Element, ...] = ()
    used: frozenset[str] = frozenset()


def held_of(block: Block) -> Held:
    """Return who holds the customer at each touchpoint of a block, as far as the block itself tells."""
    found: dict[str, str | None] = {}
    holder: str | None = None
    for touchpoint in chain.from_iterable(block.columns):
        if touchpoint.kind != "action":
            holder = holder_at(touchpoint, block.stage, NOBODY)
        found[touchpoint.id] = holder
    return Held(found, holder)


def arrows_of(
    block: Block,
    seats: Seats,
    held: Held,
    before: str,
    leaving: Sequence[tuple[Transition, ...] | None] | None,
    near: tuple[tuple[str, Told], ...],
    beyond: Beyond | None,
    lanes: Lanes,
    style: Style,
) -> Arrows:
    """Return the arrows from the cards of a block to their neighbours; `before` holds the customer where it begins.

    `leaving` are the transitions of each of its touchpoints, None where there are none at all; `near` those among them
    that lead straight to a neighbour.
    """
    if not seats.seats:
        return Arrows()
    blocks = [(seats, 0.0)] if beyond is None else [(seats, 0.0), (beyond.seats, beyond.distance)]
    field = Field([each for each, _x in blocks], [x for _each, x in blocks], lanes)
    holders = holders_in(held, before, beyond)
    told = dict(near)
    found: list[Element] = []
    used: set[str] = set()
    ways = iter(leaving or ())
    for column, following in _steps(block, beyond):
        implied = 0
        for touchpoint in column:
            mine = next(ways, None) or ()
            for edge in edges_from(touchpoint.id, following, mine):
                implied += edge.implied
                if edge.implied and implied <= MOST_FROM_COLUMN:
                    is_passed_on = is_handoff(edge, holders)
                    used.update(("handoff",) if is_passed_on else ())
                    found.append(_implied(edge, is_passed_on, field, style))
            for each in mine:
                if each.id in told and each.target is not None:
                    points = route(field, each.source, each.target)
                    found.append(near_arrow(each.id, told[each.id], points, style))
                    used.update(used_by(told[each.id]))
    return Arrows(tuple(found), frozenset(used))


def _implied(edge: Edge, is_passed_on: bool, field: Field, style: Style) -> Element:
    look = "handoff" if is_passed_on else "implied"
    return arrow_element(f"{edge.source}>{edge.target}", route(field, edge.source, edge.target), look, style)


def holders_in(held: Held, before: str, beyond: Beyond | None = None) -> dict[str, str]:
    """Return who holds the customer at each touchpoint of a block, and of the next one where it is told."""
    found = {card: before if holder is None else holder for card, holder in held.cards.items()}
    if beyond is not None:
        after = before if held.after is None else held.after
        found |= {card: after if holder is None else holder for card, holder in beyond.held.cards.items()}
    return found


def _steps(block: Block, beyond: Beyond | None) -> Iterator[tuple[Column, Column]]:
    """Yield the columns of a block, each with the next one: an empty one where that lies after the churn."""
    last: Column = ()
    if beyond is not None and beyond.block.stage.phase != "post_churn":
        last = beyond.block.columns[0]
    inside: Iterable[Column] = block.columns[1:]
    if block.stage.phase == "post_churn":
        inside = ((),) * (len(block.columns) - 1)
    return zip(block.columns, (*inside, last), strict=True)
