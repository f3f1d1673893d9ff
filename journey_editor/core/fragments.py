"""Fragments: some records of a map with all that belongs to them, as a small file of their own.

A fragment is a file like any other, with one map, and so is written and read like one. Touchpoints that were taken
without their stage lie in its tray, the columns that they shared kept by equal ranks. Notes, opportunities and metrics
that were taken without what they are on lie on a touchpoint without a title, the carrier. What the file's head says
under "fragment" names the carrier, and the references that led out of the fragment, with what they named.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from journey_editor.core.document import Document
from journey_editor.core.freezing import freeze
from journey_editor.core.journey import Journey, maps_of, place
from journey_editor.core.rank import anew
from journey_editor.core.records import (
    Attached,
    Evidence,
    Head,
    JourneyMap,
    MapRecord,
    Note,
    Owner,
    Picture,
    Record,
    Stage,
    Touchpoint,
    Transition,
    map_of,
    name_of,
)
from journey_editor.core.schema import references_of, targets_of, without_target

KEY = "fragment"
"""Under which the head of a fragment says what only fragments have."""


@dataclass(frozen=True, slots=True)
class Outside:
    """A reference that led out of a fragment: from which record by which field, to which record of what name."""

    record: str
    field: str
    target: str
    name: str


@dataclass(frozen=True, slots=True)
class Fragment:
    """What a fragment holds, in order: stages; touchpoints without one, by columns; what is on nothing; the rest."""

    stages: tuple[Stage, ...]
    columns: tuple[tuple[Touchpoint, ...], ...]
    loose: tuple[Attached, ...]
    inner: tuple[MapRecord, ...]
    shared: tuple[Owner | Evidence | Picture, ...]
    outside: tuple[Outside, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to insert."""
        return not (self.stages or self.columns or self.loose or self.shared)


def take(document: Document, map_id: str, ids: Iterable[str], keeps_votes: bool = False) -> dict[str, Record]:
    """Return the records of a fragment: what is chosen of a map, what lies in and on it, and what that refers to.

    Nothing is returned where nothing of it can be taken: the map itself, or a transition without its ends. Votes were
    given to the original, and stay there unless `keeps_votes`: then the original goes.
    """
    chosen = [record for each in dict.fromkeys(ids) if (record := document.records.get(each)) is not None]
    chosen = [each for each in chosen if isinstance(each, Owner) or map_of(each) == map_id]
    if not chosen or not isinstance(document.records.get(map_id), JourneyMap):
        return {}
    journey = document.journey(map_id)
    inside, loose = _inside(document, journey, chosen)
    owners = [each for each in chosen if isinstance(each, Owner)]
    if not (inside or loose or owners):
        return {}
    placed = _placed(journey, inside)
    carrier = _carrier(map_id, placed) if loose else None
    shell = JourneyMap(id=map_id, rank="a0", title=journey.map.title)
    found: list[Record] = [shell, *owners, *placed, *([carrier] if carrier else [])]
    found += [
        each.with_(on=carrier.id, rank=rank) for each, rank in zip(loose, anew(len(loose)), strict=True) if carrier
    ]
    found += _shared(document, found)
    kept, outside = _closed(document, found)
    if not keeps_votes:
        kept = [each.with_(votes=0) if each.__dict__.get("votes") else each for each in kept]
    about = {"carrier": carrier.id if carrier else None, "outside": outside}
    head = Head(rest=freeze({KEY: about}))
    return {each.id: each for each in (head, *kept)}


def read(records: Mapping[str, Record]) -> Fragment:
    """Return what a fragment holds; any file can be read as one, of which it is the first map."""
    maps = maps_of(records)
    map_id = maps[0].id if maps else None
    mine = [each for each in records.values() if isinstance(each, MapRecord) and each.map == map_id]
    about = _about(records)
    carrier = _carrier_among(mine, about.get("carrier"))
    stages = tuple(sorted((each for each in mine if isinstance(each, Stage)), key=place))
    waiting = [each for each in mine if isinstance(each, Touchpoint) and each.stage is None and each.id != carrier]
    columns: dict[str, list[Touchpoint]] = {}
    for each in sorted(waiting, key=place):
        columns.setdefault(each.rank, []).append(each)
    loose = [each for each in mine if isinstance(each, Attached) and each.on in (carrier, map_id)]
    apart = {each.id for each in (*stages, *waiting, *loose)} | {carrier}
    return Fragment(
        stages=stages,
        columns=tuple(map(tuple, columns.values())),
        loose=tuple(sorted(loose, key=place)),
        inner=tuple(each for each in mine if each.id not in apart),
        shared=tuple(
            sorted((each for each in records.values() if isinstance(each, Owner | Evidence | Picture)), key=place)
        ),
        outside=_outside_of(about.get("outside")),
    )


def excerpt(document: Document, map_id: str, cards: Collection[str]) -> Document:
    """Return a copy of a file where a map has only some of its touchpoints, their stages and their owners."""
    found = Document(document.records.values())
    stages = {each.stage for each in found.of_kind(Touchpoint) if each.id in cards}

    def goes(record: Record) -> bool:
        if isinstance(record, Touchpoint):
            return record.map == map_id and record.id not in cards
        parked = isinstance(record, Note) and record.on == map_id
        return parked or (isinstance(record, Stage) and record.map == map_id and record.id not in stages)

    with found.transaction(""):
        for each in [each.id for each in found.records.values() if goes(each)]:
            if each in found.records:
                found.remove(each)
    with found.transaction(""):
        for owner in found.of_kind(Owner):
            if not any(isinstance(user, Stage | Touchpoint) for user in found.referrers(owner.id)):
                found.remove(owner.id)
    return found


def _inside(
    document: Document, journey: Journey, chosen: Sequence[Record]
) -> tuple[dict[str, MapRecord], list[Attached]]:
    """Return the records that are whole in a fragment, by id, and those whose target is not taken."""
    inside: dict[str, MapRecord] = {each.id: each for each in chosen if isinstance(each, Stage | Touchpoint)}
    for stage in [each for each in inside.values() if isinstance(each, Stage)]:
        inside |= {each.id: each for column in journey.columns_by_stage[stage.id] for each in column}
    for way in journey.transitions:
        if way.source in inside and (way.target in inside or way.path == "abandon"):
            inside[way.id] = way if way.target in inside else way.with_(target=None)
    for target in tuple(inside):
        for attached in (journey.notes, journey.opportunities, journey.metrics):
            inside |= {each.id: each for each in attached.get(target, ())}
    return inside, [each for each in chosen if isinstance(each, Attached) and each.id not in inside]


def _placed(journey: Journey, inside: Mapping[str, MapRecord]) -> list[MapRecord]:
    """Return the records of a fragment where they lie in it: touchpoints without their stage by columns in the tray.

    Such a touchpoint has the owner that it had from its stage.
    """
    columns = (*journey.columns, *((each,) for each in journey.tray))
    alone = ([each for each in column if each.id in inside and each.stage not in inside] for column in columns)
    groups = [group for group in alone if group]
    owners = {stage.id: stage.owner for stage in journey.stages}
    found = dict(inside)
    for rank, group in zip(anew(len(groups)), groups, strict=True):
        for each in group:
            inherited = owners.get(each.stage or "") if each.kind == "interaction" else None
            found[each.id] = each.with_(stage=None, rank=rank, owner=each.owner or inherited)
    return list(found.values())


def _carrier(map_id: str, others: Sequence[Record]) -> Touchpoint:
    taken = {each.id for each in others}
    name = "carrier"
    while name in taken or name == map_id:
        name += "_"
    return Touchpoint(id=name, map=map_id, rank="zz", title="")


def _about(records: Mapping[str, Record]) -> Mapping[str, Any]:
    """Return what the head says that only fragments have."""
    said = records[""].rest.get(KEY) if "" in records else None
    return cast("Mapping[str, Any]", said) if isinstance(said, Mapping) else {}


def _carrier_among(mine: Sequence[MapRecord], named: object) -> str | None:
    """Return the id of the touchpoint that is said to carry what is on nothing, None where it is no such touchpoint."""
    waits = any(isinstance(each, Touchpoint) and each.stage is None and each.id == named for each in mine)
    leads = any(isinstance(each, Transition) and named in (each.source, each.target) for each in mine)
    return named if isinstance(named, str) and waits and not leads else None


def _shared(document: Document, found: Sequence[Record]) -> list[Record]:
    """Return the owners, evidence and pictures that records refer to and that are not among them."""
    named = dict.fromkeys(
        target
        for each in found
        for reference in references_of(each.kind_name)
        for target in targets_of(each, reference)
    )
    there = {each.id for each in found}
    records = (document.records.get(each) for each in named if each not in there)
    return [each for each in records if isinstance(each, Owner | Evidence | Picture)]


def _closed(document: Document, found: Sequence[Record]) -> tuple[list[Record], list[list[str]]]:
    """Clear the references that lead out of some records; return the records, and what was cleared."""
    there = {each.id for each in found}
    outside: list[list[str]] = []
    kept: list[Record] = []
    for record in found:
        for reference in references_of(record.kind_name):
            for target in targets_of(record, reference):
                leads_to_map = target == record.__dict__.get("map") and reference.field != "map"
                if target not in there or leads_to_map:
                    outside.append([record.id, reference.field, target, name_of(document.records[target])])
                    record = without_target(record, reference, target)
        kept.append(record.with_(origin=None) if record.__dict__.get("origin") is not None else record)
    return kept, outside


def _outside_of(given: object) -> tuple[Outside, ...]:
    """Read the references that led out of a fragment; what is no such thing is left out."""
    items = cast("tuple[object, ...]", given) if isinstance(given, tuple) else ()
    found: list[Outside] = []
    for item in items:
        words = cast("tuple[object, ...]", item) if isinstance(item, tuple) else ()
        texts = [word for word in words if isinstance(word, str)]
        if len(texts) == len(words) == 4:
            found.append(Outside(*texts))
    return tuple(found)
