"""How a table lies and what its columns are taken for: guessed from its words, and changed by people."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from journey_editor.core.capture.names import Known, folded
from journey_editor.core.words import CHANNELS, channel_named
from journey_editor.interchange.feelings import feeling_of
from journey_editor.interchange.headings import NOTE_ROLES, Role, role_of
from journey_editor.interchange.tables import COLUMNS, Rows

SAMPLE = 200  # rows that are looked at to guess what a column says


@dataclass(frozen=True, slots=True)
class Shape:
    """How a table is read: what each column says, whether the first row holds headings, and how it lies.

    `across`: stages run from left to right, and what is said of them stands below; its columns are the rows then.
    """

    roles: tuple[Role, ...]
    has_headings: bool = True
    across: bool = False

    def with_role(self, column: int, role: Role) -> "Shape":
        """Return this with another meaning of a column; what only one column can say, no other says then."""
        others = (
            "named" if each == role and role in ("stage", "title", "owner", "channel", "when") else each
            for each in self.roles
        )
        roles = tuple(role if place == column else each for place, each in enumerate(others))
        return replace(self, roles=roles)


def guessed(rows: Rows, known: Known, across: bool | None = None, has_headings: bool | None = None) -> Shape:
    """Return how a table is most likely meant; `across` and `has_headings` where they are known."""
    width = max((len(row) for row in rows), default=0)
    above = _told(rows[0] if rows else ())
    beside = _told([row[0] if row else "" for row in rows[:SAMPLE]])
    if across is None:
        across = _count(beside) >= 2 and _count(beside) > _count(above) and width > 1
    turned = oriented(rows, across)
    headings = turned[0] if turned else ()
    found = _told(headings)
    if has_headings is None:
        filled = sum(bool(cell) for cell in headings)
        has_headings = across or _count(found) >= 2 or (_count(found) == 1 and filled <= 2)
    if not has_headings:
        return Shape(_roles_by_content(turned, known), False, across)
    body = turned[1 : SAMPLE + 1]
    columns = max((len(row) for row in turned), default=0)
    if across and columns and found[0] is None:
        found[0] = "stage"
    found += [None] * (columns - len(found))
    roles: list[Role] = []
    for place, role in enumerate(found):
        roles.append(_fallback(_column(body, place)) if role is None else role)
    return Shape(_each_once(roles), True, across)


def oriented(rows: Rows, across: bool) -> Rows:
    """Return rows as they are read: turned over where stages run across."""
    if not across:
        return rows
    width = min(COLUMNS, max((len(row) for row in rows), default=0))
    return tuple(tuple(row[column] if column < len(row) else "" for row in rows[:COLUMNS]) for column in range(width))


def _told(headings: Sequence[str]) -> list[Role | None]:
    return [role_of(cell) for cell in headings]


def _count(roles: Sequence[Role | None]) -> int:
    """Return how many different things are told."""
    return len({role for role in roles if role})


def _column(rows: Sequence[Sequence[str]], place: int) -> list[str]:
    """Return the cells of a column that say something."""
    return [row[place] for row in rows if place < len(row) and row[place]]


def _fallback(cells: Sequence[str]) -> Role:
    """Return what a column is whose heading tells nothing: notes of that name, nothing where it only counts."""
    return "named" if any(not cell.strip(".)# ").isdecimal() for cell in cells) else ""


def _each_once(roles: Sequence[Role]) -> tuple[Role, ...]:
    """Let only the first of several columns be the stage, title, owner, channel or time; a table needs a title.

    Without one, what customers do or the first text is taken for it; not where a table tells of stages only.
    """
    seen: set[Role] = set()
    found: list[Role] = []
    for role in roles:
        repeated = role in seen and role not in NOTE_ROLES and role not in ("", "feeling", "opportunity", "metric")
        found.append("named" if repeated else role)
        seen.add(role)
    if "title" not in seen:
        substitutes = ("action",) if "stage" in seen else ("action", "named", "other")
        place = next((found.index(each) for each in substitutes if each in found), None)
        if place is not None:
            found[place] = "title"
    return tuple(found)


def _roles_by_content(rows: Rows, known: Known) -> tuple[Role, ...]:
    """Guess from the cells alone what the columns say."""
    sample = rows[:SAMPLE]
    columns = [_column(sample, place) for place in range(max((len(row) for row in rows), default=0))]
    roles: list[Role] = ["other"] * len(columns)
    owners, stages = ({folded(name) for name in names} for names in (known.owners, known.stages))
    for place, cells in enumerate(columns):
        if not cells or _counts_up(cells):
            roles[place] = ""
        elif _most(cells, lambda cell: feeling_of(cell) is not None):
            roles[place] = "feeling"
        elif _most(cells, lambda cell: channel_named(cell) in CHANNELS):
            roles[place] = "channel"
        elif _most(cells, lambda cell: folded(cell) in owners):
            roles[place] = "owner"
        elif _most(cells, lambda cell: folded(cell) in stages):
            roles[place] = "stage"
    free = [place for place, role in enumerate(roles) if role == "other"]
    if free:
        title = max(free, key=lambda place: (len(set(columns[place])), -place))
        before = [place for place in free if place < title]
        if "stage" not in roles and before and len(columns) > 1:
            roles[before[0]] = "stage"
        roles[title] = "title"
    repeated = (place for place in free if roles[place] == "other" and _variety(columns[place]) <= 0.5)
    owner = next(repeated, None)
    if "owner" not in roles and owner is not None and len(columns[owner]) > 3:
        roles[owner] = "owner"
    return _each_once(roles)


def _counts_up(cells: Sequence[str]) -> bool:
    """Whether a column only numbers the rows."""
    numbers = [cell.strip(".)# ") for cell in cells]
    if not all(number.isdecimal() and len(number) < 6 for number in numbers):
        return False
    values = [int(number) for number in numbers]
    return all(after > before for before, after in pairwise(values)) and len(values) > 1


def _most(cells: Sequence[str], fits: Callable[[str], bool]) -> bool:
    """Whether four of five cells fit."""
    return sum(fits(cell) for cell in cells) * 5 >= len(cells) * 4


def _variety(cells: Sequence[str]) -> float:
    """Return how many different things a column says for each cell, from 0 to 1."""
    return len(Counter(folded(cell) for cell in cells)) / len(cells) if cells else 0.0
