"""What stands in the cells of a page's table, as data: words, how they look, where they lead, how they are sorted."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from journey_editor.core.measures import Course

Tone = Literal["ink", "muted", "pain", "good", "gold", "missing"]
"""The colour of words; `missing` stands in a dashed frame."""

SortKey = str | float | tuple[float | str, ...] | None


class Cell(NamedTuple):
    """A cell. `record` is shown on the map when the cell is pressed; `plain` is what is copied, `words` where None.

    `key` is what a column is sorted by, None where nothing is known: such rows come last. `owner` puts an owner's mark
    before the words, `icon` a sign behind them; `course` draws a bar of how far a metric has come, `stayed` (0 to 1)
    one of who stayed, what is missing being lost. A cell that `merges` says nothing where the one above says the same.
    """

    words: str = ""
    record: str = ""
    key: SortKey = None
    tone: Tone = "ink"
    is_strong: bool = False
    plain: str | None = None
    tip: str = ""
    owner: str = ""
    course: Course | None = None
    stayed: float | None = None
    icon: str = ""
    merges: bool = False
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what stands above it, how wide it is in pixels, whether it holds numbers.

    A width of 0 takes the room that is left, in shares where there are several (`weight`), but no less than `least`.
    A column that is only copied is not shown. `gives_up` says which columns go first where there is little room (0:
    never).
    """

    name: str
    width: int = 0
    is_number: bool = False
    only_copied: bool = False
    gives_up: int = 0
    weight: int = 1
    least: int = 120


Row = tuple[Cell, ...]


def copied(columns: Sequence[Column], rows: Sequence[Row]) -> list[list[str]]:
    """Return a table as rows of texts below a row of headings."""
    body = [[cell.words if cell.plain is None else cell.plain for cell in row] for row in rows]
    return [[column.name for column in columns], *body]


def in_order(rows: Sequence[Row], column: int, is_turned: bool) -> list[Row]:
    """Return rows by a column, those of which nothing is known last, equal ones as they were.

    Where a column holds numbers, numbers of several parts and words, they come in this order.
    """
    known = [row for row in rows if row[column].key is not None]
    unknown = [row for row in rows if row[column].key is None]
    return [*sorted(known, key=lambda row: _comparable(row[column].key), reverse=is_turned), *unknown]


def _comparable(key: SortKey) -> tuple[int, Any]:
    return (2 if isinstance(key, str) else 1 if isinstance(key, tuple) else 0), key
