"""One map as it is read: its stages, columns, lanes' owners and what hangs on each record, in order."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain, groupby
from typing import TypeVar

from journey_editor.core.change import Change
from journey_editor.core.records import (
    Evidence,
    Head,
    JourneyMap,
    MapRecord,
    Metric,
    Note,
    Opportunity,
    Owner,
    Persona,
    Picture,
    Ranked,
    RankedMapRecord,
    Record,
    Stage,
    Touchpoint,
    Transition,
    map_of,
)

AnyRecord = TypeVar("AnyRecord", bound=Record)
Placed = TypeVar("Placed", bound="Ranked | RankedMapRecord")
Attached = TypeVar("Attached", Note, Opportunity, Metric)


Column = tuple[Touchpoint, ...]
"""Touchpoints of one stage with equal rank: they happen at the same time, ordered by id."""


@dataclass(frozen=True)
class Journey:
    """A map of a file and the shared records it uses, sorted as FORMAT says.

    `touchpoints` are the placed ones in reading order (stage, rank, id); `tray` those that wait for a place.
    `notes`, `opportunities` and `metrics` are by the id of the record they are on, `pictures` the file's images by
    their id, in base64.
    """

    head: Head
    map: JourneyMap
    persona: Persona | None
    owners: tuple[Owner, ...]
    evidence: tuple[Evidence, ...]
    stages: tuple[Stage, ...]
    columns_by_stage: Mapping[str, tuple[Column, ...]]
    touchpoints: tuple[Touchpoint, ...]
    tray: tuple[Touchpoint, ...]
    transitions: tuple[Transition, ...]
    notes: Mapping[str, tuple[Note, ...]]
    opportunities: Mapping[str, tuple[Opportunity, ...]]
    metrics: Mapping[str, tuple[Metric, ...]]
    pictures: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns of the map in reading order."""
        return tuple(column for stage in self.stages for column in self.columns_by_stage[stage.id])


def place(record: Ranked | RankedMapRecord) -> tuple[str, str]:
    """Return the key that siblings are sorted by: rank, then id, both by code point."""
    return record.rank, record.id


def maps_of(records: Mapping[str, Record]) -> tuple[JourneyMap, ...]:
    """Return the maps of a file by rank; the first is the one that is shown first."""
    return tuple(sorted((record for record in records.values() if isinstance(record, JourneyMap)), key=place))


def map_in(records: Mapping[str, Record], map_id: str) -> JourneyMap:
    """Return a map by its id. Raises KeyError where the id names no map."""
    found = records[map_id]
    if not isinstance(found, JourneyMap):
        raise KeyError(map_id)
    return found


def columns_of(touchpoints: Iterable[Touchpoint]) -> tuple[Column, ...]:
    """Return the touchpoints of one stage as columns: equal rank shares one."""
    ordered = sorted(touchpoints, key=place)
    return tuple(tuple(column) for _, column in groupby(ordered, key=lambda touchpoint: touchpoint.rank))


def read_journey(records: Mapping[str, Record], map_id: str) -> Journey:
    """Gather one map from a file's records.

    Raises KeyError where there is no such map.
    """
    journey_map = map_in(records, map_id)
    mine: dict[type[Record], list[Record]] = {}
    for record in records.values():
        if not isinstance(record, MapRecord) or record.map == map_id:
            mine.setdefault(type(record), []).append(record)
    stages = _sorted(mine, Stage)
    by_stage: dict[str | None, list[Touchpoint]] = {}
    for touchpoint in _all(mine, Touchpoint):
        by_stage.setdefault(touchpoint.stage, []).append(touchpoint)
    columns_by_stage = {stage.id: columns_of(by_stage.get(stage.id, ())) for stage in stages}
    touchpoints = _placed(stages, columns_by_stage)
    head = records.get("")
    persona = records.get(journey_map.persona or "")
    return Journey(
        head=head if isinstance(head, Head) else Head(),
        map=journey_map,
        persona=persona if isinstance(persona, Persona) else None,
        owners=_sorted(mine, Owner),
        evidence=_sorted(mine, Evidence),
        stages=stages,
        columns_by_stage=columns_by_stage,
        touchpoints=touchpoints,
        tray=tuple(sorted(by_stage.get(None, ()), key=place)),
        transitions=_transitions(_all(mine, Transition), touchpoints),
        notes=_by_target(_sorted(mine, Note)),
        opportunities=_by_target(_sorted(mine, Opportunity)),
        metrics=_by_target(_sorted(mine, Metric)),
        pictures={picture.id: picture.data for picture in _all(mine, Picture)},
    )


def reread_journey(
    journey: Journey, change: Change, records: Mapping[str, Record], referrers: Mapping[str, Collection[str]]
) -> Journey:
    """Return a map as it is after a change: what `read_journey` would give, at the cost of the stages it touched.

    Only edits of touchpoints and of what hangs on records are followed closely, since those happen while a hand drags
    or types; all else reads anew.
    """
    map_id = journey.map.id
    pairs = [(before, after) for _, before, after in change if map_id in (_map_id(before), _map_id(after))]
    touched = [each for pair in pairs for each in pair if each is not None]
    shared = len(pairs) < len(change.pairs)
    if shared or not all(isinstance(each, Note | Opportunity | Metric) or _is_placed(each) for each in touched):
        return read_journey(records, map_id)
    seats = [(before, after) for before, after in pairs if isinstance(after or before, Touchpoint)]
    hanging: dict[type[Record], set[str]] = {Note: set(), Opportunity: set(), Metric: set()}
    for each in touched:
        if isinstance(each, Note | Opportunity | Metric):
            hanging[type(each)].add(each.on)
    return replace(
        _reseated(journey, seats, records, referrers) if seats else journey,
        notes=_rehung(journey.notes, Note, hanging[Note], records, referrers),
        opportunities=_rehung(journey.opportunities, Opportunity, hanging[Opportunity], records, referrers),
        metrics=_rehung(journey.metrics, Metric, hanging[Metric], records, referrers),
    )


def _reseated(
    journey: Journey,
    pairs: Collection[tuple[Record | None, Record | None]],
    records: Mapping[str, Record],
    referrers: Mapping[str, Collection[str]],
) -> Journey:
    """Return a map with the touchpoints of some stages as they are after they were edited."""
    touched = [each for pair in pairs for each in pair if each is not None]
    stages = {each.stage for each in touched if isinstance(each, Touchpoint) and each.stage}
    columns_by_stage = dict(journey.columns_by_stage)
    for stage in stages & columns_by_stage.keys():
        inside = (records[user] for user in referrers.get(stage, ()))
        columns_by_stage[stage] = columns_of(each for each in inside if isinstance(each, Touchpoint))
    touchpoints = _placed(journey.stages, columns_by_stage)
    stayed = all(before and after and _seat(before) == _seat(after) for before, after in pairs)
    transitions = journey.transitions if stayed else _transitions(journey.transitions, touchpoints)
    return replace(journey, columns_by_stage=columns_by_stage, touchpoints=touchpoints, transitions=transitions)


def _rehung(
    hanging: Mapping[str, tuple[Attached, ...]],
    kind: type[Attached],
    targets: Collection[str],
    records: Mapping[str, Record],
    referrers: Mapping[str, Collection[str]],
) -> Mapping[str, tuple[Attached, ...]]:
    """Return what hangs on records of a map as it is after an edit of what hangs on some of them."""
    if not targets:
        return hanging
    found = dict(hanging)
    for target in targets:
        users = (records[user] for user in referrers.get(target, ()))
        mine = tuple(sorted((each for each in users if isinstance(each, kind) and each.on == target), key=place))
        if mine:
            found[target] = mine
        else:
            found.pop(target, None)
    return found


def _all(mine: Mapping[type[Record], list[Record]], kind: type[AnyRecord]) -> list[AnyRecord]:
    return mine.get(kind, [])  # pyright: ignore[reportReturnType]


def _sorted(mine: Mapping[type[Record], list[Record]], kind: type[Placed]) -> tuple[Placed, ...]:
    return tuple(sorted(_all(mine, kind), key=place))


def _placed(stages: Iterable[Stage], columns_by_stage: Mapping[str, tuple[Column, ...]]) -> tuple[Touchpoint, ...]:
    columns = chain.from_iterable([columns_by_stage[stage.id] for stage in stages])
    return tuple(chain.from_iterable(columns))


def _is_placed(record: Record) -> bool:
    return isinstance(record, Touchpoint) and record.stage is not None


def _seat(record: Record) -> tuple[str | None, str] | None:
    return (record.stage, record.rank) if isinstance(record, Touchpoint) else None


def _map_id(record: Record | None) -> str | None:
    return map_of(record) if record is not None else None


def _by_target(records: Iterable[Attached]) -> dict[str, tuple[Attached, ...]]:
    found: dict[str, list[Attached]] = {}
    for record in records:
        found.setdefault(record.on, []).append(record)
    return {target: tuple(attached) for target, attached in found.items()}


def _transitions(transitions: Iterable[Transition], touchpoints: tuple[Touchpoint, ...]) -> tuple[Transition, ...]:
    """Sort by the place of the source, then id; those from the tray come last."""
    transitions = tuple(transitions)
    if not transitions:
        return ()
    places = {touchpoint.id: index for index, touchpoint in enumerate(touchpoints)}
    return tuple(sorted(transitions, key=lambda each: (places.get(each.source, len(places)), each.id)))
