"""Everything that tells how it feels: the curve's points first, then, once its place is known, all that is drawn.

Words and stars are written stretch by stretch: a stretch is one block or several narrow ones, so long that what is
written in it has to do with its neighbours only.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from heapq import nlargest
from itertools import accumulate, chain
from math import inf
from typing import Any, NamedTuple

from journey_editor.core.troughs import stretches
from journey_editor.layout import band as bands
from journey_editor.layout.blocks import Block
from journey_editor.layout.grid import BlockSpans, Columns
from journey_editor.layout.keeper import Keeper
from journey_editor.layout.options import Options
from journey_editor.layout.points import Felt, drawn, gap_of, members_of, points_of
from journey_editor.layout.primitives import Element, FeltPoint, Rect
from journey_editor.layout.routes import Seats
from journey_editor.layout.style import Style
from journey_editor.layout.words import Spot, Stretch, Written, belief, written_in

LONG = 1000.0
"""How long a stretch is at least, in points, the last one excepted: much longer than any word reaches."""

_TRIES = 12
"""At so many points it is tried to name the line of what the team believed."""

Shades = tuple[tuple[float, float], ...]
"""The columns of troughs as (left, right), in points from the figure's left."""


class Run(NamedTuple):
    """Which blocks a stretch is made of, how wide each is, and all of them together."""

    blocks: range
    widths: tuple[float, ...]
    length: float


class Feelings:
    """The feelings of a map. It is false where nobody feels or believes anything."""

    def __init__(self, keeper: Keeper, blocks: Sequence[Block], columns: Columns, options: Options) -> None:
        """Gather the points of all blocks."""
        self._keep, self._keep_each = keeper.keep, keeper.keep_each
        self._options, self._columns = options, columns
        self._points = self._keep_each("points", zip(blocks, columns.spans, strict=True), points_of)
        self._felt = any(each.felt for each in self._points)
        self._believed = any(each.believed for each in self._points)
        self._drawn = self._keep_each("drawn", zip(self._points, columns.offsets, strict=True), drawn)
        self._shades = self._troughs() if self._felt else ()

    def __bool__(self) -> bool:
        """Whether there is anything to draw."""
        return self._felt or self._believed

    @property
    def used(self) -> set[str]:
        """Which of the legend's things are shown."""
        shown = {
            "felt": self._felt,
            "believed": self._believed,
            "assumed": any(each.assumed for each in self._points),
            "trough": bool(self._shades),
        }
        return {name for name, there in shown.items() if there}

    def low(self, band: bands.Band) -> tuple[Element, ...]:
        """Return what lies below the cards: the band's ground and the curve."""
        ground = self._keep("band", (band, self._options), bands.ground)
        points = tuple(chain.from_iterable([each.points for each in self._drawn]))
        believed = tuple(chain.from_iterable([each.believed for each in self._drawn]))
        given = (band, points, believed, self._shades, self._options.style)
        return *ground, self._keep("curve", given, bands.curve)

    def faces(self, band: bands.Band) -> tuple[tuple[Element, ...], ...]:
        """Return the faces of the felt touchpoints of each block, relative to its left end."""
        felt = zip(each.felt for each in self._points)
        return self._keep_each("faces", felt, bands.faces, bands.aside(band), self._options.style)

    def words(self, band: bands.Band, seats: Sequence[Seats]) -> tuple[tuple[Element, ...], ...]:
        """Return stars and words, for each block those that begin at its left end, relative to it.

        Where the curve lies over the lanes they keep off the cards.
        """
        band = bands.aside(band)
        runs = self._keep("runs", (self._columns.spans,), _runs)
        found = self._written(runs, self._stretches(runs, seats), band)
        by_block: list[tuple[Element, ...]] = [()] * len(self._points)
        for run, elements in zip(runs, found, strict=True):
            by_block[run.blocks.start] = elements
        return tuple(by_block)

    def _troughs(self) -> Shades:
        valences = tuple(chain.from_iterable([each.valences for each in self._points]))
        parts = stretches(valences)
        members = self._keep_each("troughs", [(valences[part.start : part.stop],) for part in parts], members_of)
        sides = tuple(chain.from_iterable([each.sides for each in self._drawn]))
        # a column at the edge of two stretches may have a point in each, and several points anyway
        found = (sides[part.start + place] for part, places in zip(parts, members, strict=True) for place in places)
        return tuple(dict.fromkeys(found))

    def _stretches(self, runs: Sequence[Run], seats: Sequence[Seats]) -> tuple[Stretch, ...]:
        """Return the stretches of the band, each with what lies beside it."""
        inside = [(tuple([self._points[block].felt for block in run.blocks]), run.widths) for run in runs]
        points = self._keep_each("felt", inside, _felt_of)
        cards: Sequence[tuple[Rect, ...]] = ((),) * len(runs)
        if self._options.overlay:
            under = [(tuple([seats[block].rects for block in run.blocks]), run.widths) for run in runs]
            cards = self._keep_each("cards under", under, _cards_of)
        lengths = [run.length for run in runs]
        room = self._columns.right - self._columns.left - sum(lengths)  # of the ground right of the last column
        given: list[tuple[Any, ...]] = []
        for place, length in enumerate(lengths):
            before = (points[place - 1], cards[place - 1], lengths[place - 1]) if place else ((), (), 0.0)
            last = place == len(runs) - 1
            after = ((), ()) if last else (points[place + 1], cards[place + 1])
            right = length + room if last else sum(lengths[place:]) + room if place == len(runs) - 2 else inf
            edges = (0.0 if place == 0 else -inf, right)
            given.append((points[place], cards[place], length, *before, *after, edges))
        return self._keep_each("stretches", given, _stretch)

    def _written(
        self, runs: Sequence[Run], given: Sequence[Stretch], band: bands.Band
    ) -> tuple[tuple[Element, ...], ...]:
        """Return what is written in each stretch: every other one first, then those between, told what is beside them.

        So what is written in a stretch depends on its neighbours only, and not on all that is left of it.
        """
        style = self._options.style
        lengths = [run.length for run in runs]
        written: list[Written] = [()] * len(given)
        alone = [(stretch, (), 0.0, (), 0.0) for stretch in given[0::2]]
        written[0::2] = self._keep_each(("written", 0), alone, _between, band, style)
        between = [
            (given[place], written[place - 1], lengths[place - 1], *_after(written, place), lengths[place])
            for place in range(1, len(given), 2)
        ]
        written[1::2] = self._keep_each(("written", 1), between, _between, band, style)
        found = list(self._keep_each("words", zip(written), _elements))
        named = self._named(runs, given, written, band)
        if named is not None:
            found[named[0]] = (*found[named[0]], named[1])
        return tuple(found)

    def _named(
        self, runs: Sequence[Run], given: Sequence[Stretch], written: Sequence[Written], band: bands.Band
    ) -> tuple[int, Element] | None:
        """Return the name of the line of what the team believed, with the number of its stretch."""
        if not self._believed:
            return None
        widest = nlargest(_TRIES, range(len(self._points)), key=lambda block: (self._points[block].gap, -block))
        points = [
            (gap_of(each), -block, -each.x, each.record)
            for block in widest
            for each in self._points[block].points
            if each.believed is not None
        ]
        firsts = [run.blocks.start for run in runs]
        tries: list[tuple[int, FeltPoint, Stretch, tuple[Spot, ...]]] = []
        for _gap, block, _x, record in nlargest(_TRIES, points):
            number = bisect_right(firsts, -block) - 1
            point = next(each.point for each in given[number].points[1] if each.point.record == record)
            spots = tuple(spot for _element, spot in written[number])
            tries.append((number, point, given[number], spots))
        return self._keep("belief", (tuple(tries), band, self._options.style), belief)


def _runs(spans: tuple[BlockSpans, ...]) -> tuple[Run, ...]:
    """Gather blocks into stretches that are long enough."""
    found: list[Run] = []
    begin, length = 0, 0.0
    for block, span in enumerate(spans):
        length += span.width
        if length >= LONG or block == len(spans) - 1:
            widths = tuple([each.width for each in spans[begin : block + 1]])
            found.append(Run(range(begin, block + 1), widths, sum(widths)))
            begin, length = block + 1, 0.0
    return tuple(found)


def _felt_of(blocks: tuple[tuple[Felt, ...], ...], widths: tuple[float, ...]) -> tuple[Felt, ...]:
    """Return the points of some blocks, relative to the first one's left end."""
    if len(blocks) == 1:
        return blocks[0]
    return tuple(_aside(each, x) for felt, x in _placed(blocks, widths) for each in felt)


def _cards_of(blocks: tuple[dict[str, Rect], ...], widths: tuple[float, ...]) -> tuple[Rect, ...]:
    """Return the cards of some blocks, relative to the first one's left end."""
    return tuple(_moved(rect, x) for rects, x in _placed(blocks, widths) for rect in rects.values())


def _stretch(
    points: tuple[Felt, ...], cards: tuple[Rect, ...], length: float, before: tuple[Felt, ...],
    cards_before: tuple[Rect, ...], distance: float, after: tuple[Felt, ...], cards_after: tuple[Rect, ...],
    edges: tuple[float, float],
) -> Stretch:  # fmt: skip
    around = (
        tuple(_aside(each, -distance) for each in before),
        points,
        tuple(_aside(each, length) for each in after),
    )
    under = (
        *(_moved(each, -distance) for each in cards_before),
        *cards,
        *(_moved(each, length) for each in cards_after),
    )
    return Stretch(around, under, edges)


def _between(
    stretch: Stretch, before: Written, distance: float, after: Written, length: float, band: bands.Band, style: Style
) -> Written:
    """Write into a stretch what has room beside what is written before and after it."""
    others = (
        *(spot.aside(-distance) for _element, spot in before),
        *(spot.aside(length) for _element, spot in after),
    )
    return written_in(stretch, others, band, style)


def _after(written: Sequence[Written], place: int) -> tuple[Written]:
    return (written[place + 1] if place + 1 < len(written) else (),)


def _placed(blocks: Sequence[Any], widths: Sequence[float]) -> Iterable[tuple[Any, float]]:
    return zip(blocks, accumulate(widths, initial=0.0), strict=False)


def _aside(felt: Felt, x: float) -> Felt:
    point = felt.point
    there = FeltPoint(point.record, point.x + x, point.valence, point.basis, point.believed, point.low, point.high)
    return Felt(there, felt.word, felt.moment, felt.left + x, felt.right + x)


def _moved(rect: Rect, x: float) -> Rect:
    return Rect(rect.x + x, rect.y, rect.width, rect.height)


def _elements(written: Written) -> tuple[Element, ...]:
    return tuple(element for element, _spot in written)
