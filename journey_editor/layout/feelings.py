"""Everything that tells how it feels: the curve's points first, then, once its place is known, all that is drawn.

Words and stars are written block by block. Those of one stage keep out of the others, so that what is written in a
stage has nothing to do with what is written elsewhere.
"""

from collections.abc import Mapping, Sequence
from heapq import nlargest
from itertools import accumulate, chain, compress, pairwise
from math import inf
from typing import NamedTuple

from journey_editor.core.troughs import stretches
from journey_editor.layout import band as bands
from journey_editor.layout.blocks import Block
from journey_editor.layout.chain import Chain
from journey_editor.layout.grid import Columns
from journey_editor.layout.keeper import Keeper
from journey_editor.layout.options import Options
from journey_editor.layout.points import Felt, believed_aside, gap_of, members_of, point_aside, points_of, sides_aside
from journey_editor.layout.primitives import Element, FeltPoint, Rect
from journey_editor.layout.routes import Seats
from journey_editor.layout.style import Style
from journey_editor.layout.words import Spot, Stretch, Written, belief, written_in

_TRIES = 12
"""At so many points it is tried to name the line of what the team believed."""

_NO_CARDS: Mapping[str, Rect] = {}

Shades = Sequence[tuple[float, float]]
"""The columns of troughs as (left, right), in points from the figure's left."""


class Feelings:
    """The feelings of a map. It is false where nobody feels or believes anything."""

    def __init__(
        self, keeper: Keeper, blocks: Sequence[Block], counts: tuple[int, ...], columns: Columns, options: Options
    ) -> None:
        """Gather the points of all blocks; `counts` says how many each stage has."""
        self._counts = counts
        self._keep, self._keep_row = keeper.keep, keeper.keep_row
        self._places = keeper.keep("places in stages", (counts,), _places)
        self._options, self._columns = options, columns
        self._points = self._keep_row("points", (blocks, columns.spans), points_of)
        self._felt = any(each.felt for each in self._points)
        self._believed = any(each.believed for each in self._points)
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
        offsets = self._columns.offsets
        points = Chain([each.points for each in self._points], offsets, point_aside)
        believed = Chain([each.believed for each in self._points], offsets, believed_aside)
        given = (band, points, believed, self._shades, self._options.style)
        return *ground, self._keep("curve", given, bands.curve)

    def faces(self, band: bands.Band) -> tuple[tuple[Element, ...], ...]:
        """Return the faces of the felt touchpoints of each block, relative to its left end."""
        felt = [each.felt for each in self._points]
        return self._keep_row("faces", (felt,), bands.faces, bands.aside(band), self._options.style)

    def words(self, band: bands.Band, seats: Sequence[Seats]) -> tuple[tuple[Element, ...], ...]:
        """Return the stars and words of each block, relative to its left end.

        Where the curve lies over the lanes they keep off the cards.
        """
        band = bands.aside(band)
        stretches = self._stretches(seats)
        written = self._written(stretches, band)
        found = list(self._keep_row("words", (written,), _elements))
        named = self._named(stretches, written, band)
        if named is not None:
            found[named[0]] = (*found[named[0]], named[1])
        return tuple(found)

    def _troughs(self) -> Shades:
        """Return the columns of troughs, each once, however many points stand in it."""
        valences = tuple(chain.from_iterable([each.valences for each in self._points]))
        parts = stretches(valences)
        members = self._keep_row("troughs", ([valences[part.start : part.stop] for part in parts],), members_of)
        low = bytearray(len(valences))  # points at the end of one stretch stand in the next one too
        for part, places in zip(parts, members, strict=True):
            for place in places:
                low[part.start + place] = True
        ends = accumulate([len(each.valences) for each in self._points], initial=0)
        marks = [bytes(low[begin:end]) for begin, end in pairwise(ends)]
        sides = [each.sides for each in self._points]
        return Chain(self._keep_row("shades", (sides, marks), _shaded), self._columns.offsets, sides_aside)

    def _stretches(self, seats: Sequence[Seats]) -> tuple[Stretch, ...]:
        """Return the stretch of the band that each block takes, with what lies beside it."""
        felt = [each.felt for each in self._points]
        cards = [each.rects for each in seats] if self._options.overlay else [_NO_CARDS] * len(felt)
        widths = [each.width for each in self._columns.spans]
        before = ((), *felt[:-1]), (_NO_CARDS, *cards[:-1]), (0.0, *widths[:-1])
        after = (*felt[1:], ()), (*cards[1:], _NO_CARDS)
        return self._keep_row("stretches", (felt, cards, widths, self._places, *before, *after), _stretch)

    def _written(self, given: Sequence[Stretch], band: bands.Band) -> Sequence[Written]:
        """Return what is written in each stretch.

        Of a long stage every other block comes first, then those between, told what is beside them: what is written in
        one depends on its neighbours only, and not on all that is left of it.
        """
        style, spans, places = self._options.style, self._columns.spans, self._places
        alone = self._keep_row("written first", (given, places), _alone, band, style)
        if len(self._counts) == len(given):
            return alone
        written: list[Written] = list(alone)
        between = [block for block, place in enumerate(places) if place.turn]
        told = [
            (given[block], written[block - 1], spans[block - 1].width,
             () if places[block].is_last else written[block + 1], spans[block].width)
            for block in between
        ]  # fmt: skip
        made = self._keep_row("written then", tuple(zip(*told, strict=True)) or ((),), _between, band, style)
        for block, each in zip(between, made, strict=True):
            written[block] = each
        return written

    def _named(
        self, given: Sequence[Stretch], written: Sequence[Written], band: bands.Band
    ) -> tuple[int, Element] | None:
        """Return the name of the line of what the team believed, with the number of its block."""
        if not self._believed:
            return None
        widest = nlargest(_TRIES, range(len(self._points)), key=lambda block: (self._points[block].gap, -block))
        points = [
            (gap_of(each), -block, -each.x, each)
            for block in widest
            for each in self._points[block].points
            if each.believed is not None
        ]
        tries: list[tuple[int, FeltPoint, Stretch, tuple[Spot, ...]]] = []
        for _gap, block, _x, point in nlargest(_TRIES, points, key=lambda each: each[:3]):
            spots = tuple(spot for _element, spot in written[-block])
            tries.append((-block, point, given[-block], spots))
        return self._keep("belief", (tuple(tries), band, self._options.style), belief)


def _shaded(sides: tuple[tuple[float, float], ...], marks: bytes) -> tuple[tuple[float, float], ...]:
    """Return the sides of the columns whose points are marked."""
    return tuple(dict.fromkeys(compress(sides, marks)))


class Place(NamedTuple):
    """Where a block stands in its stage: whether it is the first or the last one, and in which turn it is written."""

    is_first: bool
    is_last: bool
    turn: int


def _places(counts: tuple[int, ...]) -> tuple[Place, ...]:
    """Return the place of each block in its stage; `counts` says how many blocks each stage has."""
    return tuple(Place(number == 0, number == count - 1, number % 2) for count in counts for number in range(count))


def _stretch(
    points: tuple[Felt, ...], cards: Mapping[str, Rect], length: float, place: Place, before: tuple[Felt, ...],
    cards_before: Mapping[str, Rect], distance: float, after: tuple[Felt, ...], cards_after: Mapping[str, Rect],
) -> Stretch:  # fmt: skip
    """Return the stretch of a block; points beside it bend the curve, cards beside it may be in the way."""
    around = (
        tuple(_aside(each, -distance) for each in before),
        points,
        tuple(_aside(each, length) for each in after),
    )
    under = (
        *cards.values(),
        *(() if place.is_first else (_moved(each, -distance) for each in cards_before.values())),
        *(() if place.is_last else (_moved(each, length) for each in cards_after.values())),
    )
    return Stretch(around, under, (0.0 if place.is_first else -inf, length if place.is_last else inf))


def _alone(stretch: Stretch, place: Place, band: bands.Band, style: Style) -> Written:
    return () if place.turn else written_in(stretch, (), band, style)


def _between(
    stretch: Stretch, before: Written, distance: float, after: Written, length: float, band: bands.Band, style: Style
) -> Written:
    """Write into a stretch what has room beside what is written before and after it."""
    others = (
        *(spot.aside(-distance) for _element, spot in before),
        *(spot.aside(length) for _element, spot in after),
    )
    return written_in(stretch, others, band, style)


def _aside(felt: Felt, x: float) -> Felt:
    return Felt(point_aside(felt.point, x), felt.word, felt.moment, felt.left + x, felt.right + x)


def _moved(rect: Rect, x: float) -> Rect:
    return Rect(rect.x + x, rect.y, rect.width, rect.height)


def _elements(written: Written) -> tuple[Element, ...]:
    return tuple(element for element, _spot in written)
