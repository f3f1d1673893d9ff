"""What of a map is shown and what is dimmed: a pure question about records, asked one by one and never saved.

A view shows what meets each of its lists: one of its owners, and one of its channels, and so on. What a view does not
ask for lets everything through.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from journey_editor.core.backing import is_evidenced
from journey_editor.core.flow import effective_owner
from journey_editor.core.journey import Journey
from journey_editor.core.lanes import ALONE_LANE, LANE_ID, NOBODYS_LANE, SILENT_LANE, Lane
from journey_editor.core.parts import MapView
from journey_editor.core.records import (
    Metric,
    Note,
    Opportunity,
    Owner,
    Record,
    Stage,
    Touchpoint,
    Transition,
)
from journey_editor.core.words import channel_named

EVERYTHING = MapView(name="")
"""The view that dims nothing."""

NOBODY = ""
"""Stands among the owners of a view for what has none."""

BACKED, ASSUMED = "backed", "assumed"
"""What may stand among the evidence of a view instead of an id."""

FACETS = ("owners", "channels", "tags", "evidence", "severity", "votes")
"""What a view can ask for."""

Hanging = Sequence[Note | Opportunity | Metric]


def shows_all(view: MapView) -> bool:
    """Whether a view asks for nothing, so that everything is shown; its name has no say."""
    return not any(view.__dict__[facet] for facet in FACETS)


def same_showing(one: MapView, other: MapView) -> bool:
    """Whether two views ask for the same, whatever they are called."""
    return all(_asked(one, facet) == _asked(other, facet) for facet in FACETS)


def shows_touchpoint(view: MapView, touchpoint: Touchpoint, stage: Stage | None, hanging: Hanging = ()) -> bool:
    """Whether a view shows a touchpoint of a stage, on which notes, opportunities and metrics hang."""
    if view.owners and owner_of(touchpoint, stage) not in view.owners:
        return False
    if view.channels and touchpoint.channel not in view.channels:
        return False
    ideas = (each for each in hanging if isinstance(each, Opportunity))
    holders = (touchpoint, *ideas) if stage is None else (touchpoint, stage, *ideas)
    if view.tags and not _one_tagged(view.tags, holders):
        return False
    return _is_known_from(view, touchpoint, is_evidenced(touchpoint), hanging) and _weighs(
        view, touchpoint.votes, hanging
    )


def shows_stage(view: MapView, stage: Stage, hanging: Hanging = ()) -> bool:
    """Whether a view shows a stage for its own sake, without regard to its touchpoints."""
    if view.channels or (view.owners and (stage.owner or NOBODY) not in view.owners):
        return False
    ideas = (each for each in hanging if isinstance(each, Opportunity))
    if view.tags and not _one_tagged(view.tags, (stage, *ideas)):
        return False
    return _is_known_from(view, stage, bool(stage.evidence), hanging) and _weighs(view, 0, hanging)


def shown_of(view: MapView, journey: Journey) -> "Shown":
    """Return which records of a map a view shows, asked of the map alone."""
    hanging = (each for found in (journey.notes, journey.opportunities, journey.metrics) for each in found.values())
    lists: tuple[Iterable[Record], ...] = (
        journey.owners, journey.stages, journey.touchpoints, journey.tray, journey.transitions, *hanging,
    )  # fmt: skip
    return Shown(view, journey, {record.id: record for records in lists for record in records})


class Shown:
    """Which records of one map a view shows; each is looked at when it is asked for, and only once.

    It holds for the records as they are now: make another one after an edit.
    """

    def __init__(self, view: MapView, journey: Journey, records: Mapping[str, Record]) -> None:
        self._view, self._journey, self._records = view, journey, records
        self._all = shows_all(view)
        self._known: dict[str, bool] = {}

    def __contains__(self, record_id: str) -> bool:
        """Whether a record of the map, or an arrow that nobody drew ("source>target"), is shown."""
        if self._all:
            return True
        found = self._known.get(record_id)
        if found is None:
            found = self._known[record_id] = self._shows(record_id)
        return found

    def touchpoints(self) -> tuple[Touchpoint, ...]:
        """Return the touchpoints that are shown, in reading order; the tray has no place on the map."""
        return tuple(each for each in self._journey.touchpoints if each.id in self)

    def _shows(self, record_id: str) -> bool:
        record = self._records.get(record_id)
        if isinstance(record, Touchpoint):
            stage = self._records.get(record.stage or "")
            known = stage if isinstance(stage, Stage) else None
            return shows_touchpoint(self._view, record, known, self._hanging(record_id))
        if isinstance(record, Stage):
            inside = chain.from_iterable(self._journey.columns_by_stage.get(record_id, ()))
            own = shows_stage(self._view, record, self._hanging(record_id))
            return own or any(each.id in self for each in inside)
        if isinstance(record, Transition):
            return record.source in self and (record.target is None or record.target in self)
        if isinstance(record, Note | Opportunity | Metric):
            return self._shows_hanging(record)
        if isinstance(record, Owner):
            return not self._view.owners or record_id in self._view.owners
        return self._shows_place(record_id)

    def _shows_hanging(self, record: Note | Opportunity | Metric) -> bool:
        """What hangs on something is shown with it, unless it weighs less itself than what is asked for."""
        if record.on == self._journey.map.id:
            return True
        severity, votes = self._view.severity, self._view.votes
        if severity and isinstance(record, Note) and record.kind == "pain_point" and (record.severity or 0) < severity:
            return False
        if votes and isinstance(record, Note | Opportunity) and record.votes < votes:
            carrier = self._records.get(record.on)
            if not isinstance(carrier, Touchpoint) or carrier.votes < votes:
                return False
        return record.on in self

    def _shows_place(self, key: str) -> bool:
        """Arrows that follow from the order of cards, and lanes that are no owner's."""
        if key.startswith(LANE_ID):
            return self._shows_lane(key)
        source, between, target = key.partition(">")
        if between:
            return source in self and target in self
        return True

    def _shows_lane(self, key: str) -> bool:
        """The lanes of what has no owner, and those of channels."""
        if key in (NOBODYS_LANE.id, ALONE_LANE.id) and self._view.owners:
            return key == NOBODYS_LANE.id and NOBODY in self._view.owners
        if key.startswith(Lane("channel").id) or key == SILENT_LANE.id:
            asked = {Lane("channel", channel_named(each)).id for each in self._view.channels}
            return not asked or key in asked
        return True

    def _hanging(self, record_id: str) -> Hanging:
        journey = self._journey
        return (
            *journey.notes.get(record_id, ()),
            *journey.opportunities.get(record_id, ()),
            *journey.metrics.get(record_id, ()),
        )


def tags_of(records: Iterable[Record]) -> tuple[str, ...]:
    """Return the tags in use, each as it was written first, sorted as people look for them."""
    found: dict[str, str] = {}
    for record in records:
        if isinstance(record, Stage | Touchpoint | Opportunity):
            for tag in record.tags:
                found.setdefault(tag_key(tag), tag)
    return tuple(found[key] for key in sorted(found) if key)


def tag_key(tag: str) -> str:
    """Return what makes two tags the same: letters, whatever their case and the blanks around and between them."""
    return " ".join(tag.casefold().split())


def _asked(view: MapView, facet: str) -> object:
    value = view.__dict__[facet]
    return frozenset(value) if isinstance(value, tuple) else value or 0  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]


def owner_of(touchpoint: Touchpoint, stage: Stage | None) -> str | None:
    """Return the owner of an interaction, NOBODY where it has none; None where the customer is alone."""
    return None if touchpoint.kind == "action" else effective_owner(touchpoint, stage) or NOBODY


def _one_tagged(wanted: Sequence[str], holders: Iterable[Record]) -> bool:
    keys = {tag_key(tag) for tag in wanted}
    return any(tag_key(tag) in keys for holder in holders for tag in holder.__dict__["tags"])


def _is_known_from(view: MapView, record: Touchpoint | Stage, backed: bool, hanging: Hanging) -> bool:
    """Whether a record rests on one of what a view asks for."""
    if not view.evidence or (BACKED if backed else ASSUMED) in view.evidence:
        return True
    wanted = frozenset(view.evidence)
    notes = (each.evidence for each in hanging if isinstance(each, Note | Metric))
    return any(not wanted.isdisjoint(each) for each in (record.evidence, *notes))


def _weighs(view: MapView, votes: int, hanging: Hanging) -> bool:
    """Whether the heaviest note and the most votes reach what a view asks for; settled pains weigh nothing."""
    if view.severity:
        pains = (each.severity or 0 for each in hanging if isinstance(each, Note) and not each.resolved)
        if max(pains, default=0) < view.severity:
            return False
    if not view.votes:
        return True
    voted = (each.votes for each in hanging if isinstance(each, Note | Opportunity))
    return max((votes, *voted)) >= view.votes
