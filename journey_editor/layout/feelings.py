"""Everything that tells how it feels: the curve's points first, then, once its place is known, all that is drawn."""

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any

from journey_editor.layout import band as bands
from journey_editor.layout.blocks import Block
from journey_editor.layout.grid import Columns
from journey_editor.layout.keeper import Keeper
from journey_editor.layout.options import Options
from journey_editor.layout.points import Points, points_of, shades_of
from journey_editor.layout.primitives import Element, Rect
from journey_editor.layout.words import CELL, Written, belief, cells_of, stars_of, words_of


class Feelings:
    """The feelings of a map. It is false where nobody feels or believes anything."""

    def __init__(self, keeper: Keeper, blocks: Sequence[Block], columns: Columns, options: Options) -> None:
        """Gather the points of all blocks."""
        self._keep = keeper.keep
        self._options = options
        self._blocks = blocks
        self._points: list[Points] = []
        begin = 0
        for block in blocks:
            spans = columns.columns[begin : begin + len(block.columns)]
            begin += len(block.columns)
            self._points.append(self._keep(("points", block.key), (block, spans, columns.left), points_of))
        self._felt = tuple(chain.from_iterable(each.felt for each in self._points))
        self._believed = tuple(chain.from_iterable(each.believed for each in self._points))
        self._shades = self._keep("shades", (self._felt,), shades_of)

    def __bool__(self) -> bool:
        """Whether there is anything to draw."""
        return bool(self._felt or self._believed)

    @property
    def used(self) -> set[str]:
        """Which of the legend's things are shown."""
        shown = {
            "felt": bool(self._felt),
            "believed": bool(self._believed),
            "assumed": any(each.point.basis == "assumption" for each in self._felt),
            "trough": bool(self._shades),
        }
        return {name for name, there in shown.items() if there}

    def low(self, band: bands.Band) -> tuple[Element, ...]:
        """Return what lies below the cards: the band's ground and the curve."""
        ground = self._keep("band", (band, self._options), bands.ground)
        given = (band, self._felt, self._believed, self._shades, self._options.style)
        return *ground, self._keep("curve", given, bands.curve)

    def faces(self, band: bands.Band) -> tuple[Element, ...]:
        """Return the face of each felt touchpoint."""
        found: list[Element] = []
        for block, points in zip(self._blocks, self._points, strict=True):
            given = (points.felt, band, self._options.style)
            found += self._keep(("faces", block.key), given, bands.faces)
        return tuple(found)

    def words(self, band: bands.Band, cards: Mapping[str, Rect]) -> tuple[Element, ...]:
        """Return stars and words, stretch by stretch; where the curve lies over the lanes they keep off the cards."""
        style = self._options.style
        cells = cells_of(self._felt)
        around = {number: _with_neighbours(cells, number) for number in cells}
        blocked = self._keep("cards in the way", (cards, band.rect.x), _by_cell) if self._options.overlay else {}
        obstacles = {number: _with_neighbours(blocked, number) for number in cells}
        stars: dict[int, Written] = {}
        for number, cell in cells.items():
            given = (cell, around[number], obstacles[number], stars.get(number - 1, ()), band, style)
            stars[number] = self._keep(("stars", number), given, stars_of)
        written: dict[int, Written] = {}
        for number, cell in cells.items():
            near, before = _with_neighbours(stars, number), written.get(number - 1, ())
            given = (cell, around[number], obstacles[number], near, before, band, style)
            written[number] = self._keep(("words", number), given, words_of)
        both = {number: stars[number] + written[number] for number in cells}
        places = {number: (around[number], obstacles[number], _with_neighbours(both, number)) for number in cells}
        named = self._keep("belief", (self._felt, places, band, style), belief)
        return *(element for cell in both.values() for element, _spot in cell), *named


def _with_neighbours(cells: Mapping[int, tuple[Any, ...]], number: int) -> tuple[Any, ...]:
    return (*cells.get(number - 1, ()), *cells.get(number, ()), *cells.get(number + 1, ()))


def _by_cell(cards: Mapping[str, Rect], left: float) -> dict[int, tuple[Rect, ...]]:
    """Sort cards by the stretch that they begin in."""
    found: dict[int, list[Rect]] = {}
    for rect in cards.values():
        found.setdefault(int((rect.x - left) // CELL), []).append(rect)
    return {number: tuple(rects) for number, rects in found.items()}
