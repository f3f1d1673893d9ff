"""Small maps for tests, built from real records in a line or two."""

from datetime import date
from itertools import count
from typing import Any

from journey_editor.core.document import Document
from journey_editor.core.ids import seeded_ids
from journey_editor.core.journey import Journey, read_journey
from journey_editor.core.parts import Emotion
from journey_editor.core.records import (
    Head,
    JourneyMap,
    Metric,
    Note,
    Opportunity,
    Owner,
    Record,
    Stage,
    Touchpoint,
    Transition,
)
from journey_editor.insight.case import Case

MAP = "m"

TODAY = date(2026, 11, 25)


def stage(stage_id: str, rank: str = "a0", **fields: Any) -> Stage:
    """A stage called like its id."""
    return Stage.model_validate({"id": stage_id, "map": MAP, "rank": rank, "name": stage_id.title()} | fields)


def touchpoint(touchpoint_id: str, stage_id: str | None = None, rank: str = "a0", **fields: Any) -> Touchpoint:
    """A touchpoint called like its id; `v` is short for its valence."""
    if "v" in fields:
        fields["emotion"] = Emotion(valence=fields.pop("v"))
    given = {"id": touchpoint_id, "map": MAP, "rank": rank, "stage": stage_id, "title": touchpoint_id.title()}
    return Touchpoint.model_validate(given | fields)


def transition(source: str, target: str | None, path: str = "happy", **fields: Any) -> Transition:
    """A transition whose id tells its ends."""
    given = {"id": f"{source}-{target}", "map": MAP, "source": source, "target": target, "path": path}
    return Transition.model_validate(given | fields)


def note(note_id: str, on: str, kind: str = "pain_point", **fields: Any) -> Note:
    """A note whose text is its id."""
    return Note.model_validate(
        {"id": note_id, "map": MAP, "rank": "a0", "on": on, "kind": kind, "text": note_id} | fields
    )


def opportunity(opportunity_id: str, on: str, **fields: Any) -> Opportunity:
    """An opportunity whose text is its id."""
    return Opportunity.model_validate(
        {"id": opportunity_id, "map": MAP, "rank": "a0", "on": on, "text": opportunity_id} | fields
    )


def metric(metric_id: str, on: str, **fields: Any) -> Metric:
    """A metric whose name is its id."""
    return Metric.model_validate({"id": metric_id, "map": MAP, "rank": "a0", "on": on, "name": metric_id} | fields)


def owners(*names: str) -> list[Owner]:
    """Owners in this order, called like their ids."""
    return [Owner(id=name, rank=f"a{index}", name=name.title()) for index, name in enumerate(names)]


def records(*given: Record, **fields: Any) -> list[Record]:
    """A file with one map; `fields` are the map's."""
    return [Head(), JourneyMap.model_validate({"id": MAP, "rank": "a0", "title": "Map"} | fields), *given]


def row(*ids: str, stage_id: str = "s") -> list[Touchpoint]:
    """Touchpoints of one stage, a column each."""
    return [touchpoint(each, stage_id, f"a{index}") for index, each in enumerate(ids)]


def document(*given: Record, **fields: Any) -> Document:
    """A document of such a file, with ids that are the same in each run."""
    return Document(records(*given, **fields), seeded_ids(1))


def journey(*given: Record, **fields: Any) -> Journey:
    """The map of such a file as it is read."""
    return read_journey({record.id: record for record in records(*given, **fields)}, MAP)


def case(*given: Record, today: date = TODAY, **fields: Any) -> Case:
    """What rules read of the map of such a file on a day."""
    return Case(journey(*given, **fields), today)


def titles(journey: Journey) -> list[list[str]]:
    """The titles of each column, to compare at a glance."""
    return [[each.title for each in column] for column in journey.columns]


def numbered(prefix: str) -> Any:
    """A source of ids prefix1, prefix2, …"""
    numbers = count(1)
    return lambda: f"{prefix}{next(numbers)}"
