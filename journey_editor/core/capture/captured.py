"""What a captured line says, as plain values: names and texts as they were meant, and where each was found."""

from dataclasses import dataclass, field
from datetime import date

Hands = tuple[int, int, int, int, int]
"""A show of hands: how many people feel desperate, frustrated, neutral, satisfied, delighted."""


@dataclass(frozen=True, slots=True)
class CapturedNote:
    """A note of a kind of the file format; a pain point may have a severity from 1 to 5."""

    kind: str
    text: str
    severity: int | None = None


@dataclass(frozen=True, slots=True)
class CapturedOpportunity:
    """An opportunity, who does it (the name of an owner, or of anybody else) and by when."""

    text: str
    who: str = ""
    due: date | None = None


@dataclass(frozen=True, slots=True)
class CapturedMetric:
    """A metric with its current and its target value, and the unit of both."""

    name: str
    current: float | None = None
    target: float | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the typed line from `start` to before `end`, and what it was understood as.

    `role` is one of: mark, title, owner, alone, channel, stage, valence, hands, word, believed, assumed, moment,
    same_time, metric, opportunity, who, due, or a kind of note. `is_new` tells of a name that is not known yet.
    """

    role: str
    start: int
    end: int
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class Captured:
    """What a line says; "", None, False and () where it says nothing.

    Valences run from -2 to +2. `channel` is the id of a known channel, else its name. `repeated` are signs that stayed
    text because the line had said such a thing before.
    """

    title: str = ""
    owner: str = ""
    alone: bool = False
    channel: str = ""
    stages: tuple[str, ...] = ()
    valence: float | None = None
    hands: Hands | None = None
    word: str = ""
    assumed: bool = False
    believed: float | None = None
    moment: bool = False
    same_time: bool = False
    notes: tuple[CapturedNote, ...] = ()
    opportunities: tuple[CapturedOpportunity, ...] = ()
    metric: CapturedMetric | None = None
    repeated: tuple[str, ...] = ()
    pieces: tuple[Piece, ...] = field(default=(), compare=False)

    @property
    def is_empty(self) -> bool:
        """Whether the line says nothing at all."""
        return self == Captured()

    @property
    def only_goes(self) -> bool:
        """Whether the line only names stages: it goes there, and later lines stay in the last of them."""
        return bool(self.stages) and self == Captured(stages=self.stages)
