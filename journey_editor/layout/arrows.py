"""Arrows along the flow: quiet between neighbours, dashed in the colour of pain where the customer is passed on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from math import hypot
from typing import Literal, NamedTuple

from journey_editor.core.flow import NOBODY, Edge, edges_from, holder_at, is_handoff
from journey_editor.core.journey import Column
from journey_editor.core.records import Transition
from journey_editor.core.times import days_text
from journey_editor.layout import text
from journey_editor.layout.blocks import Block
from journey_editor.layout.lanes import Lanes
from journey_editor.layout.layers import ARROWS
from journey_editor.layout.primitives import Command, Element, Ink, Line, Path, Primitive, Rect
from journey_editor.layout.routes import Field, Point, Seats, route, way_out
from journey_editor.layout.shapes import stroke
from journey_editor.layout.style import SMALL, Style

Kind = Literal["implied", "drawn", "handoff", "exit"]

MOST_FROM_COLUMN = 24
"""Arrows that nobody drew and that are shown between two columns; more would only be a tangle."""

_RADIUS = 8.0
_ROUND = 4.0  # of free room about an arrow, so that it can be hit


class Arrow(NamedTuple):
    """An arrow's parts relative to its corner, and its rectangle relative to where it starts."""

    parts: tuple[Primitive, ...]
    rect: Rect


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
    """The arrows that leave the cards of a block, relative to its left end.

    `far` are edges that lead further than into the next block; `used` says which of the legend's things are shown.
    """

    elements: tuple[Element, ...] = ()
    far: tuple[Edge, ...] = ()
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
    beyond: Beyond | None,
    lanes: Lanes,
    style: Style,
) -> Arrows:
    """Return the arrows from the cards of a block; `before` holds the customer where it begins.

    `leaving` are the transitions of each of its touchpoints, None where there are none at all.
    """
    if not seats.seats:
        return Arrows()
    blocks = [(seats, 0.0)] if beyond is None else [(seats, 0.0), (beyond.seats, beyond.distance)]
    field = Field([each for each, _x in blocks], [x for _each, x in blocks], lanes)
    holders = _holders(held, before, beyond)
    found: list[Element] = []
    far: list[Edge] = []
    used: set[str] = set()
    ways = iter(leaving or ())
    for column, following in _steps(block, beyond):
        implied = 0
        for touchpoint in column:
            mine = next(ways, None) or ()
            for edge in edges_from(touchpoint.id, following, mine):
                if edge.target not in field:
                    far.append(edge)
                    continue
                implied += edge.implied
                if edge.implied and implied > MOST_FROM_COLUMN:
                    continue
                handoff = is_handoff(edge, holders)
                used.update(("handoff",) if handoff else ())
                found.append(_edge(edge, handoff, field, style))
            found += [_exit(each, field, style) for each in mine if each.path == "abandon"]
            used.update("exit" for each in mine if each.path == "abandon")
    return Arrows(tuple(found), tuple(far), frozenset(used))


def far_arrows(
    edges: tuple[Edge, ...], seats: Sequence[Seats], xs: Sequence[float], holders: Mapping[str, str], lanes: Lanes,
    style: Style,
) -> Arrows:  # fmt: skip
    """Return the arrows that lead far, in the picture; those whose end is not shown are left out."""
    field = Field(seats, xs, lanes)
    shown = [(edge, is_handoff(edge, holders)) for edge in edges if edge.target in field]
    found = tuple(_edge(edge, handoff, field, style) for edge, handoff in shown)
    return Arrows(found, (), frozenset(("handoff",) if any(handoff for _edge, handoff in shown) else ()))


def _holders(held: Held, before: str, beyond: Beyond | None) -> dict[str, str]:
    """Return who holds the customer at each touchpoint of a block and of the next one."""
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


def _exit(transition: Transition, field: Field, style: Style) -> Element:
    points = way_out(field.rect(transition.source), field.form)
    return _element(transition.id, points, "exit", (), style, transition.label)


def _edge(edge: Edge, handoff: bool, field: Field, style: Style) -> Element:
    points = route(field, edge.source, edge.target)
    if edge.implied:
        kind: Kind = "handoff" if handoff else "implied"
        return _element(f"{edge.source}>{edge.target}", points, kind, (), style, "")
    said = _said(edge.transitions[0], edge.wait_days)
    tip = said[0] if said else ""
    return _element(edge.transitions[0].id, points, "handoff" if handoff else "drawn", said, style, tip)


def _said(transition: Transition, wait_days: float | None) -> tuple[str, ...]:
    """Return what may stand beside an arrow, the fullest first."""
    wait = days_text(wait_days) if wait_days is not None else ""
    label = text.flat(transition.label[:200])
    said = (f"{label} · {wait}" if label and wait else label, wait or label)
    return tuple(dict.fromkeys(filter(None, said)))


def _element(
    record: str, points: tuple[Point, ...], kind: Kind, said: tuple[str, ...], style: Style, tip: str
) -> Element:
    x, y = points[0]
    shape = tuple((round(px - x, 3), round(py - y, 3)) for px, py in points)
    made = arrow(shape, kind, said, style)
    rect = Rect(x + made.rect.x, y + made.rect.y, made.rect.width, made.rect.height)
    return Element("arrow", record, rect, made.parts, ARROWS, tip)


@lru_cache(maxsize=8192)
def arrow(points: tuple[Point, ...], kind: Kind, said: tuple[str, ...], style: Style) -> Arrow:
    """Return an arrow through corners, with the fullest text that has room above its longest level stretch."""
    words = _words(points, said, style)
    xs, ys = [x for x, _ in points], [y for _, y in points]
    left, top = min(xs) - _ROUND, min(ys) - _ROUND
    right, bottom = max(xs) + _ROUND, max(ys) + _ROUND
    if words is not None:
        left, right = min(left, words.x), max(right, words.x + words.width)
        top = min(top, words.y - SMALL)
    moved = tuple((x - left, y - top) for x, y in points)
    line, head = _inks(kind, style)
    parts: list[Primitive] = [Path(_rounded(moved), line), _head(moved, head)]
    if words is not None:
        at = (words.x - left, words.y - top)
        parts.append(Line(*at, words.size, words.color, words.runs, words.width, words.text, words.halo))
    return Arrow(tuple(parts), Rect(left, top, right - left, bottom - top))


def _inks(kind: Kind, style: Style) -> tuple[Ink, Ink]:
    """Return how an arrow's line and its head are drawn."""
    if kind == "implied":
        ink = Ink(stroke=style.arrow, width=1.3)
        return ink, ink
    if kind == "drawn":
        ink = Ink(stroke=style.muted, width=1.3)
        return ink, ink
    dash = (4.0, 4.0) if kind == "handoff" else ()
    return Ink(stroke=style.handoff, width=1.8, dash=dash), Ink(stroke=style.handoff, width=1.8)


def _head(points: tuple[Point, ...], ink: Ink) -> Path:
    """Return the two strokes of an arrow's head at the last corner."""
    (x0, y0), (x, y) = points[-2], points[-1]
    length = hypot(x - x0, y - y0) or 1.0
    dx, dy = (x - x0) / length, (y - y0) / length
    back, wide = (4.0, 3.2) if ink.width > 1.5 else (3.0, 2.4)
    one = (x - dx * back - dy * wide, y - dy * back + dx * wide)
    other = (x - dx * back + dy * wide, y - dy * back - dx * wide)
    return stroke((one, (x, y), other), ink)


def _rounded(points: tuple[Point, ...]) -> tuple[Command, ...]:
    """Return lines through corners, each corner rounded as far as its two sides allow."""
    commands: list[Command] = [("M", *points[0])]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        into = hypot(corner[0] - before[0], corner[1] - before[1])
        out = hypot(after[0] - corner[0], after[1] - corner[1])
        radius = min(_RADIUS, into / 2, out / 2)
        if radius < 0.1:
            commands.append(("L", *corner))
            continue
        start = _towards(corner, before, radius / into)
        end = _towards(corner, after, radius / out)
        commands.append(("L", *start))
        commands.append(("C", *_towards(start, corner, 2 / 3), *_towards(end, corner, 2 / 3), *end))
    commands.append(("L", *points[-1]))
    return tuple(commands)


def _towards(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _words(points: tuple[Point, ...], said: tuple[str, ...], style: Style) -> Line | None:
    """Return the fullest text that fits above the first level stretch of an arrow that leads forward."""
    if not said or len(points) < 2 or points[1][0] <= points[0][0]:
        return None
    room = points[1][0] - points[0][0] - 10.0
    for words in said:
        if text.width(words) <= room:
            return text.line(words, points[0][0] + 6.0, points[0][1] - 4.0, size=SMALL, color=style.muted)
    return None
