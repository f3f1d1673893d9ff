"""The parts that records are made of: the listed words of the format, and values within a record.

A part is frozen and validated like a record, but has no identity of its own. Keys that this version does not know
stay in `rest`.
"""

from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from journey_editor.core.freezing import NOTHING
from journey_editor.core.values import (
    LIST_LIMIT,
    Code,
    Codes,
    Count,
    Day,
    Hands,
    Id,
    Ids,
    Rest,
    Score,
    Text,
    Texts,
    Valence,
    Word,
    as_tuple,
)
from journey_editor.core.words import CHANNELS

State = Literal["current", "future", "day_in_life", "as_is", "hypothesis", "blueprint", "past"]
Phase = Literal["pre_purchase", "purchase", "onboarding", "use", "renewal", "advocacy", "post_churn"]
Layer = Literal["customer", "frontstage", "backstage", "support"]
Basis = Literal["assumption", "workshop", "research", "measured", "intended"]
TouchpointKind = Literal["interaction", "action"]
PathKind = Literal["happy", "unhappy", "alternative", "exception", "loop", "abandon"]
Status = Literal["proposed", "planned", "doing", "done", "dropped"]
MetricKind = Literal["leading", "lagging", "kpi"]
Better = Literal["lower", "higher"]
Priority = Literal["high", "medium", "low"]
LanesBy = Literal["owner", "layer", "channel"]
Source = Literal[
    "interview", "observation", "recording", "ticket", "nps_comment", "survey", "analytics", "crm",
    "win_loss", "churn_interview", "workshop", "signal", "other",
]  # fmt: skip

NOTE_KINDS = (
    "goal", "action", "thought", "quote", "expectation", "question",
    "pain_point", "gain", "success_criterion", "policy", "other",
)  # fmt: skip
NoteKind = Annotated[Text, Word(frozenset(NOTE_KINDS), is_open=True)]
Channel = Annotated[Text, Word(frozenset(CHANNELS), is_open=True)]
Channels = Annotated[tuple[Channel, ...], BeforeValidator(as_tuple), Field(max_length=LIST_LIMIT)]


class Part(BaseModel):
    """A frozen value of named fields; `with_` is the only way to another one."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", revalidate_instances="never")

    rest: Rest = Field(default_factory=lambda: NOTHING)

    def with_(self, **fields: Any) -> Self:
        """Return this with some fields replaced, validated like everything that is read.

        Raises pydantic.ValidationError where a value does not fit its field.
        """
        return type(self).model_validate({**self.__dict__, **fields})


class Emotion(Part):
    """How a touchpoint feels: a valence, its word, what it rests on, and how far people differ."""

    valence: Valence
    word: Text = ""
    basis: Basis = "assumption"
    n: Count | None = None
    low: Valence | None = None
    high: Valence | None = None
    hands: Hands | None = None


class Moment(Part):
    """What makes a touchpoint a moment of truth."""

    window: Text = ""
    impact: Text = ""
    improvement: Text = ""
    metric: Id | None = None


class Dismissal(Part):
    """A finding that people set aside, and why."""

    rule: Code
    records: Ids = ()
    reason: Text = ""


class Review(Part):
    """One time that people asked of a map: is it still true?"""

    date: Day | None = None
    who: Text = ""
    note: Text = ""


class MapView(Part):
    """What of a map is shown, the rest being dimmed, under a name: any one of each list that is given, and all lists.

    `owners` are ids of owners, "" those without one; `evidence` are ids of evidence, or `backed` or `assumed`;
    `severity` and `votes` are the least that is shown.
    """

    name: Text
    owners: Codes = ()
    channels: Channels = ()
    tags: Texts = ()
    evidence: Codes = ()
    severity: Score | None = None
    votes: Count | None = None


MapViews = Annotated[tuple[MapView, ...], BeforeValidator(as_tuple), Field(max_length=LIST_LIMIT)]
NoteKinds = Annotated[tuple[NoteKind, ...], BeforeValidator(as_tuple), Field(max_length=LIST_LIMIT)]
Dismissals = Annotated[tuple[Dismissal, ...], BeforeValidator(as_tuple), Field(max_length=LIST_LIMIT)]
Reviews = Annotated[tuple[Review, ...], BeforeValidator(as_tuple), Field(max_length=LIST_LIMIT)]
