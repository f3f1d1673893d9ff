"""What rules read of one map: its records, today's date, the map it was drafted from, and what several rules need."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from journey_editor.core import flow
from journey_editor.core.flow import leaving_by_source
from journey_editor.core.journey import Column, Journey
from journey_editor.core.parts import Emotion
from journey_editor.core.records import Metric, Note, Opportunity, Record, Stage, Touchpoint, Transition, carrier_of
from journey_editor.core.titles import called
from journey_editor.core.troughs import Trough, troughs
from journey_editor.core.words import unnamed

if TYPE_CHECKING:
    from journey_editor.core.graph import Ways

Attached = TypeVar("Attached", Note, Opportunity, Metric)

Place = tuple[int, int, int, str, str]
"""What reading order compares: stage, touchpoint, whether it hangs on that (or begins there), rank, id."""

NAME = 60
"""So many letters of a record's name are said in a sentence."""

_ELSEWHERE = 10**9  # after everything on the map: what only the other map has
_WHOLE = _ELSEWHERE + 1  # after that: what is about the map as a whole


def is_pain(note: Note) -> bool:
    """Whether a note is a pain point that still hurts: one that is settled is none."""
    return note.kind == "pain_point" and not note.resolved


@dataclass(frozen=True, eq=False)
class Case:
    """One map on one day. `base` is the map that it was drafted from.

    What lies in the tray, and what hangs on that, is left out of everything but `journey` itself. What several rules
    need is found once, when the first one asks.
    """

    journey: Journey
    today: date
    base: Journey | None = None

    @cached_property
    def original(self) -> "Case | None":
        """The map that this one was drafted from, as rules read it."""
        return None if self.base is None else Case(self.base, self.today)

    @cached_property
    def stage_at(self) -> Mapping[str, Stage]:
        """The stage of each touchpoint."""
        columns = self.journey.columns_by_stage
        return {each.id: stage for stage in self.journey.stages for column in columns[stage.id] for each in column}

    @cached_property
    def column_at(self) -> Mapping[str, int]:
        """The column of each touchpoint, from 0."""
        return {each.id: index for index, column in enumerate(self.journey.columns) for each in column}

    @cached_property
    def order(self) -> Mapping[str, int]:
        """The place of each touchpoint in reading order, from 0."""
        return {each.id: index for index, each in enumerate(self.journey.touchpoints)}

    @cached_property
    def leaving(self) -> Mapping[str, tuple[Transition, ...]]:
        """The transitions of any path that leave a touchpoint."""
        return leaving_by_source(self.journey)

    @cached_property
    def transitions(self) -> tuple[Transition, ...]:
        """The transitions of any path by the place of their source, then id."""
        return tuple(each for leaving in self.leaving.values() for each in leaving)

    @cached_property
    def steps(self) -> tuple[tuple[Column, Column], ...]:
        """Each column with the next one that it leads to by order alone, which may be empty."""
        return tuple(flow.steps(self.journey))

    @cached_property
    def following(self) -> Mapping[str, Column]:
        """The column that each touchpoint leads to by order alone."""
        return {each.id: there for here, there in self.steps for each in here}

    @cached_property
    def ways(self) -> "Ways":
        """Where the flow leads, and where it leads back to itself."""
        from journey_editor.core.graph import Ways

        return Ways(self.journey)

    @cached_property
    def held(self) -> Mapping[str, str]:
        """Who holds the customer at each touchpoint: an owner's id or `flow.NOBODY`."""
        return flow.holders(self.journey)

    @cached_property
    def felt(self) -> tuple[tuple[Touchpoint, Emotion], ...]:
        """The touchpoints with an emotion, and that emotion, in reading order."""
        return tuple((each, each.emotion) for each in self.journey.touchpoints if each.emotion is not None)

    @cached_property
    def valences(self) -> Mapping[str, float]:
        """The valence (-2 to +2) of each touchpoint that has one, in reading order."""
        return {each.id: emotion.valence for each, emotion in self.felt}

    @cached_property
    def troughs(self) -> tuple[Trough, ...]:
        """The troughs in reading order, as places in `felt`."""
        return troughs(tuple(self.valences.values()))

    @cached_property
    def moments(self) -> tuple[Touchpoint, ...]:
        """The moments of truth in reading order."""
        return tuple(each for each in self.journey.touchpoints if each.moment is not None)

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """The notes on stages, touchpoints and transitions, in reading order; those parked on the map are left out."""
        return self._attached(self.journey.notes)

    @property
    def parked(self) -> tuple[Note, ...]:
        """The notes that are parked on the map itself."""
        return self.journey.notes.get(self.journey.map.id, ())

    @cached_property
    def pains(self) -> tuple[Note, ...]:
        """The pain points on stages, touchpoints and transitions that are not settled, in reading order."""
        return tuple(filter(is_pain, self.notes))

    @cached_property
    def opportunities(self) -> tuple[Opportunity, ...]:
        """The opportunities in reading order of what they are on."""
        return self._attached(self.journey.opportunities)

    @cached_property
    def metrics(self) -> tuple[Metric, ...]:
        """The metrics in reading order of what they are on."""
        return self._attached(self.journey.metrics)

    @cached_property
    def owner_names(self) -> Mapping[str, str]:
        """What sentences call each owner of the file."""
        return {each.id: called(each, NAME) for each in self.journey.owners}

    def opportunities_on(self, *record_ids: str) -> list[Opportunity]:
        """Return the opportunities of any status on some records of the map."""
        return [each for record_id in record_ids for each in self.journey.opportunities.get(record_id, ())]

    def is_worked_on(self, *record_ids: str) -> bool:
        """Whether any of some records has an opportunity that was not dropped."""
        return any(each.status != "dropped" for each in self.opportunities_on(*record_ids))

    def metrics_on(self, *record_ids: str) -> list[Metric]:
        """Return the metrics on some records of the map."""
        return [each for record_id in record_ids for each in self.journey.metrics.get(record_id, ())]

    def record(self, record_id: str) -> Record | None:
        """Return what lies or hangs on the map under an id; None for what does not."""
        return self._records.get(record_id)

    def name(self, record_id: str) -> str:
        """Return what a sentence calls a record: the beginning of its name in one line, or that it has none."""
        record = self._records.get(record_id)
        if isinstance(record, Transition) and not record.label.strip():
            return self.name(record.source) + (f" → {self.name(record.target)}" if record.target else "")
        return unnamed("touchpoint") if record is None else called(record, NAME)

    def place(self, record_id: str) -> Place:
        """Return the place of a record in reading order; what is about the whole map comes last."""
        if (place := self._places.get(record_id)) is not None:
            return place
        if (record := self._records.get(record_id)) is not None and (carrier := carrier_of(record)) is not None:
            stage, touchpoint, *_ = self.place(carrier)
            return stage, touchpoint, 1, str(record.__dict__.get("rank", "")), record_id
        if self.original is not None and record_id in self.original._records:
            stage, touchpoint, *_ = self.original.place(record_id)
            return _ELSEWHERE, stage, touchpoint, "", record_id
        return _WHOLE, 0, 0, "", record_id

    @cached_property
    def _places(self) -> Mapping[str, Place]:
        places: dict[str, Place] = {}
        stages = {each.id: index for index, each in enumerate(self.journey.stages)}
        for stage, index in stages.items():
            places[stage] = (index, -1, 0, "", stage)
        for touchpoint, order in self.order.items():
            places[touchpoint] = (stages[self.stage_at[touchpoint].id], order, 0, "", touchpoint)
        return places

    @cached_property
    def _records(self) -> Mapping[str, Record]:
        journey = self.journey
        on_map = (journey.stages, journey.touchpoints, self.transitions, self.notes, self.opportunities, self.metrics)
        return {each.id: each for some in on_map for each in some}

    @cached_property
    def _carriers(self) -> tuple[str, ...]:
        """All that something may hang on, in reading order."""
        found: list[str] = []
        for stage in self.journey.stages:
            found.append(stage.id)
            for column in self.journey.columns_by_stage[stage.id]:
                for each in column:
                    found.append(each.id)
                    found += (transition.id for transition in self.leaving.get(each.id, ()))
        return tuple(found)

    def _attached(self, hanging: Mapping[str, tuple[Attached, ...]]) -> tuple[Attached, ...]:
        return tuple(each for carrier in self._carriers for each in hanging.get(carrier, ())) if hanging else ()


def case_of(read: Callable[[str], Journey], map_id: str, today: date) -> Case:
    """Return the case of a map; `read` reads a map of the file by its id, such as `document.journey`.

    Raises KeyError where there is no such map.
    """
    journey = read(map_id)
    based_on = journey.map.based_on
    return Case(journey, today, None if based_on is None else read(based_on))
