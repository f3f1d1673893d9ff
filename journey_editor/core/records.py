"""The records of a journey map: frozen, validated, with the keys and defaults of the file format.

Numbers of days are days, valences run from -2 (desperate) to +2 (delighted), shares from 0 to 1.
The order of the fields is the order of the keys in a file. Keys that this version does not know stay in `rest`.
"""

from collections.abc import Mapping
from typing import ClassVar, Literal, Self

from pydantic import Field, model_validator

from journey_editor.core.parts import (
    Better,
    Channel,
    Dismissals,
    Emotion,
    LanesBy,
    Layer,
    MapViews,
    MetricKind,
    Moment,
    NoteKind,
    NoteKinds,
    Part,
    PathKind,
    Phase,
    Priority,
    Reviews,
    Source,
    State,
    Status,
    TouchpointKind,
)
from journey_editor.core.values import (
    PICTURE_LIMIT,
    Amount,
    Code,
    Count,
    Day,
    DaysBetween,
    History,
    Id,
    Ids,
    Number,
    Rank,
    Score,
    Share,
    Switch,
    Text,
    Texts,
    Valence,
)


class Record(Part):
    """What has an identity of its own in a file. `naming` names the field that a person calls it by."""

    kind_name: ClassVar[str]
    naming: ClassVar[str]

    id: Id


class Ranked(Record):
    """A record that has its place among its siblings by a rank, compared by code point."""

    rank: Rank


class Head(Record):
    """The file itself: its title and currency. Its id is empty, which no other record can have."""

    kind_name = "file"
    naming = "title"

    id: Literal[""] = ""  # pyright: ignore[reportIncompatibleVariableOverride]
    title: Text = ""
    currency: Text = ""


class Owner(Ranked):
    """Who is accountable for touchpoints: a swimlane."""

    kind_name = "owner"
    naming = "name"

    name: Text
    color: Code = ""


class Persona(Ranked):
    """Whose journey it is."""

    kind_name = "persona"
    naming = "name"

    name: Text
    role: Text = ""
    goals: Texts = ()
    needs: Texts = ()
    frustrations: Texts = ()
    constraints: Texts = ()
    activation: Text = ""
    about: Text = ""
    quote: Text = ""
    picture: Id | None = None


class Evidence(Ranked):
    """Where a claim comes from; `n` is how many people, tickets or events."""

    kind_name = "evidence"
    naming = "title"

    source: Source = "other"
    title: Text
    n: Count | None = None
    date: Day | None = None
    link: Text = ""
    note: Text = ""


class Picture(Ranked):
    """An image kept in the file, as base64."""

    kind_name = "picture"
    naming = "type"

    type: Code = ""
    data: str = Field(default="", max_length=PICTURE_LIMIT)


class JourneyMap(Ranked):
    """One map: whose journey, in which state, from where to where, and how it is shown."""

    kind_name = "map"
    naming = "title"

    title: Text
    state: State = "current"
    persona: Id | None = None
    based_on: Id | None = None
    objective: Text = ""
    scope_from: Text = ""
    scope_to: Text = ""
    created: Day | None = None
    reviewed: Day | None = None
    review_every_days: DaysBetween | None = None
    rows: NoteKinds = ()
    lanes_by: LanesBy | None = None
    locked: Switch = False
    until: Day | None = None
    dismissed: Dismissals = ()
    reviews: Reviews = ()
    benchmark: Literal["self_serve_saas"] | None = None
    views: MapViews = ()


class MapRecord(Record):
    """A record that lies in one map; the file says which by nesting."""

    map: Id = Field(exclude=True)


class RankedMapRecord(MapRecord):
    """A record of a map with a place among its siblings."""

    rank: Rank


class Stage(RankedMapRecord):
    """A span of the journey in time; its columns are its touchpoints."""

    kind_name = "stage"
    naming = "name"

    name: Text
    phase: Phase | None = None
    owner: Id | None = None
    contributors: Ids = ()
    when: Text = ""
    start_day: Number | None = None
    end_day: Number | None = None
    entered: Count | None = None
    completed: Count | None = None
    activated: Count | None = None
    tickets: Count | None = None
    as_of: Day | None = None
    evidence: Ids = ()
    tags: Texts = ()
    link: Text = ""
    origin: Code | None = None


class Touchpoint(RankedMapRecord):
    """An interaction of two parties, or an action of the customer alone. Without a stage it lies in the tray."""

    kind_name = "touchpoint"
    naming = "title"

    stage: Id | None = None
    title: Text
    kind: TouchpointKind = "interaction"
    owner: Id | None = None
    channel: Channel = ""
    layer: Layer = "customer"
    emotion: Emotion | None = None
    believed: Valence | None = None
    moment: Moment | None = None
    evidence: Ids = ()
    tickets: Count | None = None
    takes_days: Amount | None = None
    votes: Count = 0
    unneeded: Switch = False
    opens: Id | None = None
    picture: Id | None = None
    tags: Texts = ()
    link: Text = ""
    origin: Code | None = None


class Transition(MapRecord):
    """A way from one touchpoint to another, or out of the journey (`abandon`)."""

    kind_name = "transition"
    naming = "label"

    source: Id
    target: Id | None = None
    path: PathKind = "happy"
    share: Share | None = None
    wait_days: Amount | None = None
    protocol: Text = ""
    label: Text = ""
    evidence: Ids = ()
    origin: Code | None = None

    @model_validator(mode="after")
    def _only_abandon_leads_nowhere(self) -> Self:
        if self.target is None and self.path != "abandon":
            raise ValueError("has no target; only a path of kind abandon may have none")
        return self


class Note(RankedMapRecord):
    """What was seen, said, hoped or suffered, on a stage, a touchpoint, a transition or the map."""

    kind_name = "note"
    naming = "text"

    on: Id
    kind: NoteKind = "other"
    text: Text
    severity: Score | None = None
    evidence: Ids = ()
    votes: Count = 0
    resolved: Switch = False
    private: Switch = False
    origin: Code | None = None


class Opportunity(RankedMapRecord):
    """What could be done, what it is worth, who does it and by when."""

    kind_name = "opportunity"
    naming = "text"

    on: Id
    text: Text
    impact: Score | None = None
    value: Score | None = None
    alignment: Score | None = None
    effort: Score | None = None
    owner: Id | None = None
    who: Text = ""
    due: Day | None = None
    status: Status = "proposed"
    answers: Ids = ()
    cost: Amount | None = None
    benefit: Amount | None = None
    metric: Id | None = None
    votes: Count = 0
    tags: Texts = ()
    link: Text = ""
    outcome: Text = ""
    done_on: Day | None = None
    origin: Code | None = None


class Metric(RankedMapRecord):
    """What is counted, where it stands and where it should be."""

    kind_name = "metric"
    naming = "name"

    on: Id
    name: Text
    kind: MetricKind = "kpi"
    unit: Text = ""
    better: Better = "higher"
    baseline: Number | None = None
    current: Number | None = None
    expected: Number | None = None
    target: Number | None = None
    as_of: Day | None = None
    priority: Priority | None = None
    owner: Id | None = None
    due: Day | None = None
    gap_text: Text = ""
    history: History = ()
    evidence: Ids = ()
    origin: Code | None = None


Attached = Note | Opportunity | Metric
"""What hangs on another record, by its field `on`."""

FILE_KINDS: Mapping[str, type[Ranked]] = {
    "owners": Owner,
    "personas": Persona,
    "evidence": Evidence,
    "pictures": Picture,
    "maps": JourneyMap,
}
"""The record lists of a file, in the order in which they are written."""

MAP_KINDS: Mapping[str, type[MapRecord]] = {
    "stages": Stage,
    "touchpoints": Touchpoint,
    "transitions": Transition,
    "notes": Note,
    "opportunities": Opportunity,
    "metrics": Metric,
}
"""The record lists of a map, in the order in which they are written."""


def rank_of(record: Record) -> str:
    """Return a record's rank, "" for those that have none (the head, transitions)."""
    return record.__dict__.get("rank", "")


def map_of(record: Record) -> str | None:
    """Return the id of the map that a record lies in, None for what the whole file shares."""
    return record.__dict__.get("map")


def carrier_of(record: Record) -> str | None:
    """Return the id of what a record hangs on, of a transition where it begins; None for what hangs on nothing."""
    if isinstance(record, Attached):
        return record.on
    return record.source if isinstance(record, Transition) else None


def name_of(record: Record) -> str:
    """Return what a person calls a record by: its name, title or text."""
    return str(record.__dict__[type(record).naming])
