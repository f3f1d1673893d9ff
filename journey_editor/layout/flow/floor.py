"""Where cards stand as seats, without lengths: enough to choose ways between them before anything is measured."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from journey_editor.core.flow import implied_from
from journey_editor.core.lanes import Lane
from journey_editor.core.records import Transition
from journey_editor.layout.blocks import Shape

Leaving = Mapping[str, tuple[Transition, ...]]


class Place(NamedTuple):
    """A card's column on the map, its lane, and how many cards of both lie above it."""

    column: int
    row: int
    above: int


class Seated(NamedTuple):
    """The cards of a block, their columns counted from its first.

    `counts` has the cards of each (lane, column); `taken` the columns, from left to right, that have more than `above`
    cards in a lane, by (lane, above).
    """

    ids: tuple[tuple[str, ...], ...]
    places: Mapping[str, Place]
    cards: Mapping[Place, str]
    counts: Mapping[tuple[int, int], int]
    taken: Mapping[tuple[int, int], list[int]]


def seated_of(shape: Shape, order: tuple[Lane, ...]) -> Seated:
    """Seat the cards of a block; how wide its columns are does not matter."""
    rows = {lane: row for row, lane in enumerate(order)}
    places: dict[str, Place] = {}
    counts: dict[tuple[int, int], int] = {}
    taken: dict[tuple[int, int], list[int]] = {}
    for here, (column, lanes) in enumerate(zip(shape.ids, shape.lanes, strict=True)):
        for card, lane in zip(column, lanes, strict=True):
            row = rows[lane]
            above = counts.get((row, here), 0)
            counts[row, here] = above + 1
            taken.setdefault((row, above), []).append(here)
            places[card] = Place(here, row, above)
    return Seated(shape.ids, places, {place: card for card, place in places.items()}, counts, taken)


class Floor:
    """The cards of a map by their places, and what is free between them."""

    def __init__(self, blocks: Sequence[Seated], churned: Sequence[bool]) -> None:
        """Take in the blocks of a map; `churned` says which of these lie after the customers have left."""
        self._blocks, self._churned = blocks, churned
        self._firsts = (0, *accumulate(len(block.ids) for block in blocks))
        self._where = {card: number for number, block in enumerate(blocks) for card in block.places}
        self.columns: list[tuple[str, ...]] = [column for block in blocks for column in block.ids]
        self._filled = [place for place, column in enumerate(self.columns) if column]
        self._implied: dict[int, tuple[tuple[str, str], ...]] = {}

    def place(self, card: str | None) -> Place | None:
        """Return where a card lies, None where it is not shown."""
        block = self._where.get(card or "")
        if block is None or card is None:
            return None
        column, row, above = self._blocks[block].places[card]
        return Place(column + self._firsts[block], row, above)

    def card(self, place: Place) -> str | None:
        """Return the card at a place, None where there is none."""
        block = self._block(place.column)
        return self._blocks[block].cards.get(Place(place.column - self._firsts[block], place.row, place.above))

    def count(self, row: int, column: int) -> int:
        """Return how many cards lie in a lane's column."""
        block = self._block(column)
        return self._blocks[block].counts.get((row, column - self._firsts[block]), 0)

    def is_clear(self, row: int, above: int, first: int, last: int) -> bool:
        """Whether no card lies at a height of a lane from one column to another, both included."""
        if last < first:
            return True
        for block in range(self._block(first), len(self._blocks)):
            begin = self._firsts[block]
            if begin > last:
                break
            columns = self._blocks[block].taken.get((row, above), ())
            found = bisect_left(columns, first - begin)
            if found < len(columns) and columns[found] + begin <= last:
                return False
        return True

    def is_open(self, column: int, rows: range) -> bool:
        """Whether a column has no cards in some lanes."""
        return not any(self.count(row, column) for row in rows)

    def is_lowest(self, place: Place) -> bool:
        """Whether no card of its lane and column lies below a card."""
        return place.above == self.count(place.row, place.column) - 1

    def next_to(self, column: int) -> int | None:
        """Return the next column with cards, None behind the last."""
        found = bisect_right(self._filled, column)
        return self._filled[found] if found < len(self._filled) else None

    def before(self, column: int) -> int | None:
        """Return the last column with cards before one, None before the first."""
        found = bisect_left(self._filled, column)
        return self._filled[found - 1] if found else None

    def implied(self, card: str, leaving: Leaving) -> tuple[str, ...]:
        """Return where a card leads by order alone."""
        place = self.place(card)
        following = self.next_to(place.column) if place is not None else None
        if following is None or self._churned[self._block(following)]:
            return ()
        return tuple(implied_from(self.columns[following], leaving.get(card, ())))

    def implied_between(self, column: int, leaving: Leaving) -> tuple[tuple[str, str], ...]:
        """Return the pairs of cards that lead by order alone from the column before into a column.

        `leaving` are the transitions of the map, the same ones each time.
        """
        found = self._implied.get(column)
        if found is None:
            before = self.before(column)
            cards = self.columns[before] if before is not None else ()
            pairs = tuple((card, target) for card in cards for target in self.implied(card, leaving))
            found = self._implied[column] = pairs
        return found

    def _block(self, column: int) -> int:
        return bisect_right(self._firsts, column, hi=len(self._blocks)) - 1
