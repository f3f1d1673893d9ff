"""Everything that tells how it feels: the curve's points first, then, once its place is known, all that is drawn."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

from journey_editor.layout import band as bands
from journey_editor.layout.blocks import Block
from journey_editor.layout.grid import Columns
from journey_editor.layout.keeper import Keeper
from journey_editor.layout.options import Options
from journey_editor.layout.points import Felt, joined, points_of, shades_of, stretches_of
from journey_editor.layout.primitives import Element, Rect
from journey_editor.layout.words import CELL, Written, belief, cells_of, stars_of, widest, with_neighbours, words_of


class Feelings:
    """The feelings of a map. It is false where nobody feels or believes anything."""

    def __init__(self, keeper: Keeper, blocks: Sequence[Block], columns: Columns, options: Options) -> None:
        """Gather the points of all blocks."""
        self._keep, self._keep_each = keeper.keep, keeper.keep_each
        self._options = options
        self._cells = int((columns.right - columns.left) // CELL) + 1
        given = zip(blocks, columns.blocks, strict=True)
        self._points = self._keep_each("points", given, points_of, columns.left)
        self._believed = tuple(chain.from_iterable(each.believed for each in self._points))
        self._felt = any(each.felt for each in self._points)
        shades = self._keep_each("shades", zip(stretches_of(self._points)), shades_of)
        self._shades = self._keep("all shades", (shades,), joined)

    def __bool__(self) -> bool:
        """Whether there is anything to draw."""
        return self._felt or bool(self._believed)

    @property
    def used(self) -> set[str]:
        """Which of the legend's things are shown."""
        shown = {
            "felt": self._felt,
            "believed": bool(self._believed),
            "assumed": any(each.assumed for each in self._points),
            "trough": bool(self._shades),
        }
        return {name for name, there in shown.items() if there}

    def low(self, band: bands.Band) -> tuple[Element, ...]:
        """Return what lies below the cards: the band's ground and the curve."""
        ground = self._keep("band", (band, self._options), bands.ground)
        points = tuple(chain.from_iterable(each.points for each in self._points))
        given = (band, points, self._believed, self._shades, self._options.style)
        return *ground, self._keep("curve", given, bands.curve)

    def faces(self, band: bands.Band) -> tuple[Element, ...]:
        """Return the face of each felt touchpoint."""
        felt = zip(each.felt for each in self._points)
        made = self._keep_each("faces", felt, bands.faces, band, self._options.style)
        return tuple(chain.from_iterable(made))

    def words(self, band: bands.Band, cards: Mapping[str, Rect]) -> tuple[Element, ...]:
        """Return stars and words, stretch by stretch; where the curve lies over the lanes they keep off the cards."""
        style = self._options.style
        points = with_neighbours(self._by_cell())
        blocked: Sequence[tuple[Rect, ...]] = ((),) * self._cells
        if self._options.overlay:
            blocked = self._keep("cards in the way", (cards, band.rect.x, self._cells), _cards_by_cell)
        obstacles = with_neighbours(blocked)
        given = zip(points, obstacles, strict=True)
        stars = with_neighbours(self._in_turns("stars", given, stars_of, band, style))
        given = zip(points, obstacles, stars, strict=True)
        words = with_neighbours(self._in_turns("words", given, words_of, band, style))
        given = ((both[0][1], both[1][1]) for both in zip(stars, words, strict=True))
        shown = self._keep_each("written", given, _elements)
        best = widest(chain.from_iterable(each.gaps for each in self._points))
        cells = [int(point.x // CELL) for point in best]
        around = tuple((points[cell], obstacles[cell], stars[cell], words[cell]) for cell in cells)
        named = self._keep("belief", (best, around, band, style), belief)
        return *chain.from_iterable(shown), *named

    def _by_cell(self) -> tuple[tuple[Felt, ...], ...]:
        """Return the points of each stretch of the band."""
        found: list[list[tuple[Felt, ...]]] = [[] for _number in range(self._cells)]
        for block in self._keep_each("cells", zip(each.felt for each in self._points), cells_of):
            for cell, felt in block:
                found[cell].append(felt)
        return self._keep_each("points of cells", map(tuple, found), _joined)

    def _in_turns(
        self, part: str, given: Iterable[tuple[Any, ...]], make: Callable[..., Written], *same: Any
    ) -> Sequence[Written]:
        """Write into every other stretch first, then into those between, which are told what is beside them.

        So what is written in a stretch depends on its neighbours only, and not on all that is left of it.
        """
        stretches = list(given)
        found: list[Written] = [()] * len(stretches)
        for turn in (0, 1):
            each_with_others = zip(stretches[turn::2], with_neighbours(found)[turn::2], strict=True)
            mine = ((*each, others) for each, others in each_with_others)
            found[turn::2] = self._keep_each((part, turn), mine, make, *same)
        return found


def _joined(*felt: tuple[Felt, ...]) -> tuple[Felt, ...]:
    return tuple(chain.from_iterable(felt))


def _elements(*written: Written) -> tuple[Element, ...]:
    return tuple(element for element, _spot in chain.from_iterable(written))


def _cards_by_cell(cards: Mapping[str, Rect], left: float, count: int) -> tuple[tuple[Rect, ...], ...]:
    """Sort cards by the stretch that they begin in."""
    found: list[list[Rect]] = [[] for _number in range(count)]
    for rect in cards.values():
        found[int((rect.x - left) // CELL)].append(rect)
    return tuple(map(tuple, found))
