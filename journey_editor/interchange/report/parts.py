"""What a report is made of: sections of facts, prose, entries, tables and the emotion curve, in plain words."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from journey_editor.core.measures import Course

Tone = Literal["plain", "muted", "pain", "good", "gold"]
"""How words are meant: as they are, beside the point, bad, good, precious."""

Sign = Literal["high", "medium", "low", "info", "moment", "pain", "done", "late", "open", "plain"]
"""What stands before an entry: how severe a finding is, a moment of truth, or how far something has come."""


class Said(NamedTuple):
    """Words and how they are meant."""

    words: str
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph."""

    words: str
    tone: Tone = "plain"


class Fact(NamedTuple):
    """One number and what it counts, with what more there is to say about it."""

    number: str
    words: str
    more: Said = Said("")


@dataclass(frozen=True, slots=True)
class Facts:
    """Numbers side by side."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list: what it is, what follows on the same line, more in lines of its own, how far it has come."""

    lead: str
    rest: str = ""
    more: tuple[Said, ...] = ()
    sign: Sign = "plain"
    course: Course | None = None


@dataclass(frozen=True, slots=True)
class Entries:
    """A list."""

    entries: tuple[Entry, ...]


class Column(NamedTuple):
    """A column of a table: its heading, its share of the width, and whether it holds numbers."""

    heading: str
    share: float
    numbers: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of words under headings."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Said, ...], ...]


class Feeling(NamedTuple):
    """How a touchpoint feels, or None where nobody said; `name` is written beside the curve where `told`."""

    stage: str
    title: str
    valence: float | None
    word: str = ""
    basis: str = ""
    assumed: bool = False
    believed: float | None = None
    low: float | None = None
    high: float | None = None
    moment: bool = False
    trough: bool = False
    told: bool = False


@dataclass(frozen=True, slots=True)
class Curve:
    """The feelings of some touchpoints in reading order."""

    feelings: tuple[Feeling, ...]

    @property
    def stages(self) -> list[tuple[str, int]]:
        """The names of stages in a row, each with how many touchpoints it has."""
        found: list[tuple[str, int]] = []
        for each in self.feelings:
            if found and found[-1][0] == each.stage:
                found[-1] = (each.stage, found[-1][1] + 1)
            else:
                found.append((each.stage, 1))
        return found


@dataclass(frozen=True, slots=True)
class Lines:
    """Room to write by hand: so many empty lines, in a PDF as many as the page still has."""

    least: int = 3


Block = Prose | Facts | Entries | Table | Curve | Lines


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands below it; sections of level 2 belong to the one of level 1 before them."""

    heading: str
    blocks: Sequence[Block]
    level: Literal[1, 2] = 1


@dataclass(frozen=True, slots=True)
class Report:
    """All that is written: a title, what is said below it, and sections. `kind` says what it is, for the footer."""

    kind: str
    title: str
    subtitle: str
    about: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    day: str
    subject: str = field(default="")
