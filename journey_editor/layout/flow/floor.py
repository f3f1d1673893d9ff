"""Where cards stand as seats, without lengths: enough to choose ways between them before anything is measured."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
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


class Floor:
    """The cards of a map by their places, and what is free between them."""

    def __init__(self, shapes: Sequence[Shape], churned: Sequence[bool], order: tuple[Lane, ...]) -> None:
        """Seat the cards of blocks; `churned` says which of these lie after the customers have left."""
        rows = {lane: row for row, lane in enumerate(order)}
        self.rows = len(order)
        self.places: dict[str, Place] = {}
        self.columns: list[tuple[str, ...]] = []
        self._churned: list[bool] = []
        self._implied: dict[int, tuple[tuple[str, str], ...]] = {}
        self._cards: dict[Place, str] = {}
        self._taken: dict[tuple[int, int], list[int]] = {}
        self._counts: dict[tuple[int, int], int] = {}
        for shape, is_churned in zip(shapes, churned, strict=True):
            for column, lanes in zip(shape.ids, shape.lanes, strict=True):
                self._place(column, [rows[lane] for lane in lanes])
                self._churned.append(is_churned)
        self._filled = [place for place, column in enumerate(self.columns) if column]

    def _place(self, column: tuple[str, ...], rows: Iterable[int]) -> None:
        here = len(self.columns)
        self.columns.append(column)
        for card, row in zip(column, rows, strict=True):
            above = self._counts.get((row, here), 0)
            self._counts[row, here] = above + 1
            self._taken.setdefault((row, above), []).append(here)
            place = Place(here, row, above)
            self.places[card] = place
            self._cards[place] = card

    def card(self, place: Place) -> str | None:
        """Return the card at a place, None where there is none."""
        return self._cards.get(place)

    def count(self, row: int, column: int) -> int:
        """Return how many cards lie in a lane's column."""
        return self._counts.get((row, column), 0)

    def is_clear(self, row: int, above: int, first: int, last: int) -> bool:
        """Whether no card lies at a height of a lane from one column to another, both included."""
        columns = self._taken.get((row, above), ())
        found = bisect_left(columns, first)
        return found == len(columns) or columns[found] > last

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
        following = self.next_to(self.places[card].column)
        if following is None or self._churned[following]:
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
