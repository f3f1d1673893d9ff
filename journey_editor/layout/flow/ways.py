"""Which way a transition takes: a row of straight stretches in the free strips between cards.

Strips have no lengths yet. A `level` is the height of cards of a lane, a `gap` the free row below a lane, a `side` the
free strip before a column, a `drop` the middle of a column where no card is in the way. Of all ways that cross no card
the one with the fewest corners and the least way round is taken; what leads forward prefers to leave at the right and
to enter at the left, what leads back to leave and to enter below.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from journey_editor.core.records import Transition
from journey_editor.layout.flow.floor import Floor, Leaving, Place

Channel = tuple[Literal["level", "gap", "side", "drop"], int, int]
"""A strip: (level, lane, cards above), (gap, lane, 0), (side, column behind it, 0) or (drop, column, 0)."""

Edge = Literal["left", "right", "top", "bottom"]

_ABOVE = 4e-6  # of one more card in a lane, so that all heights of a lane lie before the gap below it
_EDGE = 1e-6  # from the middle of a card to its edge: what leaves it above does not meet what leaves it below
_SHORT = 0.5  # a stub beside a card reaches from its edge to the next strip


class Stretch(NamedTuple):
    """A straight part of a way in a strip, from `low` to `high` along it; both ends count."""

    channel: Channel
    low: float
    high: float


class Way(NamedTuple):
    """The way of a transition: its stretches, in turn level and upright, and which edges of cards it leaves and enters.

    `is_near` says that it joins neighbours straight, so that nobody else can be in its way.
    """

    transition: Transition
    source: Place
    target: Place | None
    stretches: tuple[Stretch, ...]
    leaves: Edge
    enters: Edge | None
    is_near: bool = False


class _Option(NamedTuple):
    cost: float
    leaves: Edge
    enters: Edge | None
    stretches: tuple[Stretch, ...]


def ways_of(floor: Floor, transitions: tuple[Transition, ...]) -> tuple[Way, ...]:
    """Return the ways of the transitions whose ends are shown.

    Who leaves the journey for a touchpoint that is not shown, or for the very same one, is seen to leave it.
    """
    found: list[Way] = []
    joined: set[tuple[str, str]] = set()
    for each in transitions:
        source = floor.place(each.source)
        if source is None:
            continue
        target = floor.place(each.target)
        if each.path == "abandon" and target in (None, source):
            option = min(_out(floor, source))
            found.append(Way(each, source, None, option.stretches, option.leaves, None))
            continue
        if target is None:
            continue
        option = _best(floor, source, target)
        pair = (each.source, each.target or "")
        near = each.path != "abandon" and pair not in joined and is_neighbour(floor, source, target)
        if each.path != "abandon":
            joined.add(pair)
        found.append(Way(each, source, target, option.stretches, option.leaves, option.enters, near))
    return tuple(found)


def is_neighbour(floor: Floor, source: Place, target: Place) -> bool:
    """Whether a card is the next one in its lane, at the same height, with nothing between."""
    level = (source.row, source.above) == (target.row, target.above)
    return level and floor.next_to(source.column) == target.column


def crowded(floor: Floor, leaving: Leaving, way: Way) -> frozenset[int]:
    """Return which stretches of a way (its first, its last) begin or end where arrows have the middle already.

    Those are arrows that nobody drew, and those that join neighbours straight.
    """
    found: set[int] = set()
    source, target, last = way.source, way.target, len(way.stretches) - 1
    beside = way.leaves == "right" and _is_taken_beside(floor, leaving, source)
    if beside or (way.leaves in ("top", "bottom") and _is_entered(floor, leaving, source)):
        found.add(0)
    if target is None:
        return frozenset(found)
    along = way.leaves == "right" and last and way.stretches[0].high == 2 * target.column
    if along and _is_entered(floor, leaving, source._replace(column=target.column)):
        found.add(0)
    if way.enters == "left" and last:
        low, high = way.stretches[last].low, way.stretches[last].high
        before = floor.before(target.column)
        neighbour = target._replace(column=before) if before is not None else None
        if high - low > 1 or (neighbour is not None and _near_from(floor, leaving, neighbour)):
            found.add(last)
    if way.enters == "right" and _is_taken_beside(floor, leaving, target):
        found.add(last)
    if _is_entered(floor, leaving, target):
        found.add(last)
    return frozenset(found)


def _is_taken_beside(floor: Floor, leaving: Leaving, place: Place) -> bool:
    """Whether the middle at the right of a card is taken: by what leaves it, or enters the next one at its height."""
    card, following = floor.card(place), floor.next_to(place.column)
    if card is None or following is None:
        return False
    if floor.implied(card, leaving) or _near_from(floor, leaving, place):
        return True
    return _is_entered(floor, leaving, place._replace(column=following))


def _is_entered(floor: Floor, leaving: Leaving, place: Place) -> bool:
    """Whether an arrow that nobody drew enters a card."""
    card = floor.card(place)
    return any(target == card for _source, target in floor.implied_between(place.column, leaving))


def _near_from(floor: Floor, leaving: Leaving, place: Place) -> bool:
    """Whether a card is joined straight with its neighbour at the right."""
    following, card = floor.next_to(place.column), floor.card(place)
    if following is None or card is None:
        return False
    level = place._replace(column=following)
    return any(floor.place(each.target) == level for each in leaving.get(card, ()))


def level_at(place: Place) -> float:
    """Return the height of a card, lanes counted from the top."""
    return place.row + _ABOVE * min(place.above, 100_000)


def _gap_at(row: int) -> float:
    return row + 0.5


def _level(place: Place, low: float, high: float) -> Stretch:
    return Stretch(("level", place.row, place.above), min(low, high), max(low, high))


def _side(column: int, one: float, other: float) -> Stretch:
    return Stretch(("side", column, 0), min(one, other), max(one, other))


def _drop(column: int, card: float, to: float, is_card: bool = False) -> Stretch:
    """Return an upright stretch from the edge of a card to a height; with `is_card` to the edge of another card."""
    down = 1 if to > card else -1
    card, to = card + down * _EDGE, to - down * _EDGE if is_card else to
    return Stretch(("drop", column, 0), min(card, to), max(card, to))


def _stub_out(place: Place) -> Stretch:
    return _level(place, 2 * place.column + 1 + _SHORT, 2 * place.column + 2)


def _stub_in(place: Place) -> Stretch:
    return _level(place, 2 * place.column, 2 * place.column + _SHORT)


def _best(floor: Floor, source: Place, target: Place) -> _Option:
    """Return the best way from a card to another; a gap between lanes is only taken where nothing else leads there."""
    found: list[_Option] = []
    if target.column > source.column:
        found = list(_forward(floor, source, target))
    elif target.column == source.column and target != source:
        found = list(_beside(floor, source, target))
    if found:
        return min(found)
    column = source.column
    there = target._replace(column=target.column - column)
    ends = _Ends(source._replace(column=0), there, floor.is_lowest(source), floor.is_lowest(target), not target.column)
    cost, leaves, enters, stretches = _round(ends)
    return _Option(cost, leaves, enters, tuple([_moved(each, column) for each in stretches]))


def _forward(floor: Floor, source: Place, target: Place) -> Iterator[_Option]:
    """Yield ways forward that need no gap between lanes."""
    first, last = source.column + 1, target.column - 1
    right, left = 2 * source.column + 1 + _SHORT, 2 * target.column + _SHORT
    here, there = level_at(source), level_at(target)
    far = 0.02 * (last - first)
    is_level = (source.row, source.above) == (target.row, target.above)
    source_clear = floor.is_clear(source.row, source.above, first, last)
    target_clear = floor.is_clear(target.row, target.above, first, last)
    if is_level and source_clear:
        yield _Option(0.0, "right", "left", (_level(source, right, left),))
    if is_level:
        return
    edge: Edge = "top" if there > here else "bottom"
    if source.row != target.row:
        if floor.is_clear(source.row, source.above, first, target.column) and _falls(floor, source, target, target):
            level = _level(source, right, 2 * target.column + 1)
            yield _Option(1.0 + far, "right", edge, (level, _drop(target.column, there, here)))
        if floor.is_clear(target.row, target.above, source.column, last) and _falls(floor, target, source, source):
            level = _level(target, 2 * source.column + 1, left)
            leaves: Edge = "bottom" if there > here else "top"
            yield _Option(1.4 + far, leaves, "left", (_drop(source.column, here, there), level))
    if target_clear:
        level = _level(target, 2 * first, left)
        yield _Option(2.0 + far, "right", "left", (_stub_out(source), _side(first, here, there), level))
    if source_clear and target.column > first:
        level = _level(source, right, 2 * target.column)
        upright = _side(target.column, here, there)
        yield _Option(2.1 + far, "right", "left", (level, upright, _stub_in(target)))


def _falls(floor: Floor, level: Place, card: Place, column: Place) -> bool:
    """Whether a column is free from the height of another card to a card's upper or lower edge."""
    down = card.row > level.row
    if down:
        between = range(level.row + 1, card.row)
        ends_free = card.above == 0 and _below_free(floor, level, column.column)
    else:
        between = range(card.row + 1, level.row)
        ends_free = floor.is_lowest(card) and not floor.count(level.row, column.column)
    return ends_free and floor.is_open(column.column, between)


def _below_free(floor: Floor, level: Place, column: int) -> bool:
    """Whether no card of a level's lane lies below it in a column."""
    return floor.count(level.row, column) <= level.above


def _beside(floor: Floor, source: Place, target: Place) -> Iterator[_Option]:
    """Yield ways between cards of one column."""
    here, there = level_at(source), level_at(target)
    upper, lower = (source, target) if here < there else (target, source)
    is_free = upper.row != lower.row and floor.is_lowest(upper) and lower.above == 0
    if is_free and floor.is_open(source.column, range(upper.row + 1, lower.row)):
        edges: tuple[Edge, Edge] = ("bottom", "top") if here < there else ("top", "bottom")
        yield _Option(0.5, *edges, (_drop(source.column, here, there, True),))
    upright = _side(source.column + 1, here, there)
    yield _Option(2.5, "right", "right", (_stub_out(source), upright, _stub_out(target)))


class _Ends(NamedTuple):
    """Two cards that are joined through a gap, columns counted from the first one's.

    It says which are the lowest of their lane and column, and whether the second one's column is the map's first.
    """

    source: Place
    target: Place
    source_is_lowest: bool
    target_is_lowest: bool
    is_first: bool


@lru_cache(maxsize=8192)
def _round(ends: _Ends) -> _Option:
    """Return the best way through the free row below a lane that is next to one of the two cards.

    Where the two lie on the map does not matter, so that it is found once.
    """
    source, target = ends.source, ends.target
    back = target.column <= source.column
    found: list[_Option] = []
    for row in sorted({source.row, target.row, source.row - 1, target.row - 1}):
        if row < 0:
            continue
        entries = list(_entries(target, row, back, ends.target_is_lowest, ends.is_first))
        for out_cost, leaves, out, x_out in _exits(source, row, back, ends.source_is_lowest):
            if target == source and leaves != "right":
                continue
            for in_cost, enters, into, x_in in entries:
                cost = 3.0 + out_cost + in_cost + 0.01 * abs(x_in - x_out)
                level = Stretch(("gap", row, 0), min(x_out, x_in), max(x_out, x_in))
                found.append(_Option(cost, leaves, enters, (*out, level, *into)))
    return min(found)


def _moved(stretch: Stretch, columns: int) -> Stretch:
    (kind, where, above), low, high = stretch
    if kind in ("side", "drop"):
        return Stretch((kind, where + columns, above), low, high)
    return Stretch(stretch.channel, low + 2 * columns, high + 2 * columns)


_Joint = tuple[float, Edge, tuple[Stretch, ...], float]
"""How a card and the gap below a lane are joined: the cost, the card's edge, the stretches, the place in the gap."""


def _exits(place: Place, row: int, back: bool, is_lowest: bool) -> Iterator[_Joint]:
    """Yield how a way leaves a card for the gap below a lane."""
    yield from _straight(place, row, back, is_lowest)
    here, gap, x = level_at(place), _gap_at(row), 2 * (place.column + 1)
    yield 1.0 + 0.2 * abs(gap - here), "right", (_stub_out(place), _side(place.column + 1, here, gap)), x


def _entries(place: Place, row: int, back: bool, is_lowest: bool, is_first: bool) -> Iterator[_Joint]:
    """Yield how a way enters a card from the gap below a lane."""
    yield from _straight(place, row, back, is_lowest)
    here, gap = level_at(place), _gap_at(row)
    cost = 1.0 + 0.2 * abs(gap - here) + (2.0 if is_first else 0.0)
    yield cost, "left", (_side(place.column, here, gap), _stub_in(place)), 2 * place.column


def _straight(place: Place, row: int, back: bool, is_lowest: bool) -> Iterator[_Joint]:
    """Yield how a card is joined with the gap right below or above it, from the middle of its edge."""
    here, gap, middle = level_at(place), _gap_at(row), 2 * place.column + 1
    if place.row == row and is_lowest:
        yield 0.2, "bottom", (_drop(place.column, here, gap),), middle
    if place.row == row + 1 and place.above == 0:
        yield 0.4 if back else 0.1, "top", (_drop(place.column, here, gap),), middle


def _out(floor: Floor, place: Place) -> Iterator[_Option]:
    """Yield how customers leave the journey at a card: into the gap below its lane, and they end there."""
    gap, x = _gap_at(place.row), 2 * place.column
    if floor.is_lowest(place):
        yield _Option(0.0, "bottom", None, (Stretch(("gap", place.row, 0), x, x + 2),))
    end = Stretch(("gap", place.row, 0), x + 2, x + 4)
    upright = _side(place.column + 1, level_at(place), gap)
    yield _Option(1.0, "right", None, (_stub_out(place), upright, end))
