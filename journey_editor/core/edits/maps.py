"""The maps of a file: added, brought from another file, duplicated, put in order, renamed, reviewed and removed.

Owners, personas, evidence and pictures belong to the file: maps share them, so a copy names the very same ones.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from journey_editor.assets import _
from journey_editor.core.capture.names import folded
from journey_editor.core.document import Document
from journey_editor.core.edits.fields import set_field
from journey_editor.core.edits.place import ranks_between
from journey_editor.core.edits.touchpoints import touchpoint
from journey_editor.core.freezing import freeze, holds_records
from journey_editor.core.journey import map_in, maps_of, place
from journey_editor.core.parts import Review
from journey_editor.core.rank import anew
from journey_editor.core.records import JourneyMap, MapRecord, Owner, Picture, Ranked, Record, Stage
from journey_editor.core.schema import references_of, renamed_targets, targets_of
from journey_editor.core.titles import shortened
from journey_editor.core.values import TEXT_LIMIT

AnyRecord = TypeVar("AnyRecord", bound=Record)


def add_map(document: Document, after: str | None = None, **fields: Any) -> str:
    """Add a map with three stages to begin in, right after another one (None: the last); return its id."""
    with document.transaction(_("Add map")):
        return _put_new(document, after, **fields)


def add_detail_map(document: Document, touchpoint_id: str) -> str:
    """Add a map that a touchpoint opens from now on, with its title, and the state and persona of its map.

    Returns the id of the new map. Raises KeyError where the id names no touchpoint.
    """
    found = touchpoint(document, touchpoint_id)
    above = map_in(document.records, found.map)
    with document.transaction(_("Add map of a touchpoint")):
        given = {"title": found.title} if found.title.strip() else {}
        new = _put_new(document, above.id, **given, state=above.state, persona=above.persona)
        document.put(found.with_(opens=new))
    return new


def bring_maps(document: Document, records: Mapping[str, Record], after: str | None = None) -> tuple[str, ...]:
    """Add all maps of another file, such as a template, right after a map (None: the last); return their new ids.

    Owners are those of the same name, personas, evidence and pictures those that say the same, else new ones.
    Nothing comes where a guard refused it.
    """
    maps = maps_of(records)
    if not maps:
        return ()
    with document.transaction(_("Add map") if len(maps) == 1 else _("Add maps")) as attempt:
        own = [each for each in records.values() if isinstance(each, MapRecord | JourneyMap)]
        led = {**_settled(document, _shared_by(own, records)), **fresh_ids(document, own)}
        ranks = ranks_after(document, after, len(maps))
        for each in own:
            rank = {"rank": ranks[maps.index(each)]} if isinstance(each, JourneyMap) else {}
            document.put(led_to(each, led, id=led[each.id], **rank))
    return () if attempt.is_refused else tuple(led[each.id] for each in maps)


def duplicate_map(document: Document, map_id: str) -> str:
    """Add a copy of a map right after it, with all that lies in it; return its id. Raises KeyError without such a map.

    Everything in the copy has a new id and names what is in the copy; what the file shares is shared by both.
    """
    original = map_in(document.records, map_id)
    with document.transaction(_("Duplicate map")):
        own = [original, *_records_in(document, map_id)]
        led = fresh_ids(document, own)
        title = _copy_title(document, original.title)
        (rank,) = ranks_after(document, map_id, 1)
        document.put(led_to(original, led, id=led[map_id], rank=rank, title=title))
        for each in own[1:]:
            document.put(led_to(each, led, id=led[each.id]))
    return led[map_id]


def move_map(document: Document, map_id: str, index: int) -> None:
    """Move a map to a place among the maps of the file, counted from 0. Raises KeyError where the id names no map."""
    moved = map_in(document.records, map_id)
    maps = document.maps()
    others = [each for each in maps if each.id != map_id]
    index = max(0, min(index, len(others)))
    if maps.index(moved) == index:
        return
    with document.transaction(_("Move map")):
        (rank,) = ranks_between(document, [(each,) for each in others], index, 1)
        document.put(moved.with_(rank=rank))


def rename_map(document: Document, map_id: str, title: str) -> None:
    """Give a map another title. Raises pydantic.ValidationError where the title is too long."""
    if map_in(document.records, map_id).title != title:
        set_field(document, (map_id,), "title", title, _("Rename map"))


def review_map(document: Document, map_id: str, day: date, who: str = "", note: str = "") -> None:
    """Remember that people looked at a map on a day and found it true: who, and what they noted.

    Where nobody says more, once for each day.
    """
    found = map_in(document.records, map_id)
    reviews, review = found.reviews, Review(date=day, who=who, note=note)
    is_known = review in reviews if who or note else any(each.date == day for each in reviews)
    if not is_known:
        reviews = (*reviews, review)
    if (found.reviewed, found.reviews) != (day, reviews):
        with document.transaction(_("Review map")):
            document.put(found.with_(reviewed=day, reviews=reviews))


def remove_map(document: Document, map_id: str) -> None:
    """Remove a map with all that lies in it; a file whose last map goes gets a new one to begin in.

    Raises KeyError where the id names no map.
    """
    map_in(document.records, map_id)
    with document.transaction(_("Remove map")):
        document.remove(map_id)
        if not document.maps():
            _put_new(document, None)


def _put_new(document: Document, after: str | None, **fields: Any) -> str:
    taken = {folded(each.title) for each in document.maps()}
    title, number = _("New map"), 2
    while folded(title) in taken:
        title, number = _("New map {number}").format(number=number), number + 1
    (rank,) = ranks_after(document, after, 1)
    new = JourneyMap.model_validate({"title": title} | fields | {"id": document.new_id(), "rank": rank})
    document.put(new)
    names = (_("Before"), _("During"), _("After"))
    for name, rank in zip(names, anew(len(names)), strict=True):
        document.put(Stage(id=document.new_id(), map=new.id, rank=rank, name=name))
    return new.id


def _copy_title(document: Document, title: str) -> str:
    """Return the title of a copy; that it is one stands first, so that it is told apart where there is little room."""
    if not title.strip():
        return title
    taken = {folded(each.title) for each in document.maps()}
    original = title.removeprefix(_("Copy of {title}").partition("{")[0])
    found, number = shortened(_("Copy of {title}").format(title=original), TEXT_LIMIT), 2
    while folded(found) in taken:
        found = shortened(_("Copy {number} of {title}").format(number=number, title=original), TEXT_LIMIT)
        number += 1
    return found


def ranks_after(document: Document, after: str | None, count: int) -> tuple[str, ...]:
    """Return ranks for so many new maps right after one (None: the last), within a transaction."""
    maps = document.maps()
    index = next((at + 1 for at, each in enumerate(maps) if each.id == after), len(maps))
    return ranks_between(document, [(each,) for each in maps], index, count)


def _records_in(document: Document, map_id: str) -> list[MapRecord]:
    return [each for each in document.records.values() if isinstance(each, MapRecord) and each.map == map_id]


def fresh_ids(document: Document, records: Sequence[Record]) -> dict[str, str]:
    """Return new ids by the old ones, in the same order: where ranks are equal, ids tell what comes first.

    Records that another program keeps in lists of its own in a map are among them: any id is there once in a file.
    """
    inner = [str(item["id"]) for each in records if isinstance(each, JourneyMap) for item in _foreign_items(each)]
    old, new = sorted({*(each.id for each in records), *inner}), set[str]()
    while len(new) < len(old):
        new.add(document.new_id())
    return dict(zip(old, sorted(new), strict=True))


def led_to(record: AnyRecord, ids: Mapping[str, str], **fields: Any) -> AnyRecord:
    """Return a record with other fields whose references name the new ids, where they name any of the old ones."""
    fields = renamed_targets(record, ids) | fields
    if isinstance(record, JourneyMap):
        fields |= _parts_led(record, ids)
        fields["rest"] = rest_led(record, ids)
    return record.with_(**fields) if fields else record


def rest_led(journey_map: JourneyMap, ids: Mapping[str, str]) -> Mapping[str, Any]:
    """Return what a map has that this version does not know; records in it get their new ids, what they name stays."""
    if not any(_foreign_items(journey_map)):
        return journey_map.rest
    led = {
        key: [{**each, "id": ids.get(each["id"], each["id"])} for each in value] if holds_records(value) else value
        for key, value in journey_map.rest.items()
    }
    return freeze(led)


def _foreign_items(journey_map: JourneyMap) -> Iterator[Mapping[str, Any]]:
    """Yield the records of a map's lists that this version does not know."""
    for value in journey_map.rest.values():
        if holds_records(value):
            yield from value


def _parts_led(journey_map: JourneyMap, ids: Mapping[str, str]) -> dict[str, Any]:
    """Return what a map has set aside and its views, with the new ids in the place of the old ones."""

    def led(named: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(ids.get(each, each) for each in named)

    aside = tuple(each.with_(records=led(each.records)) for each in journey_map.dismissed)
    views = tuple(each.with_(owners=led(each.owners), evidence=led(each.evidence)) for each in journey_map.views)
    return {"dismissed": aside, "views": views}


def _shared_by(own: Iterable[Record], records: Mapping[str, Record]) -> list[Ranked]:
    """Return what records of maps name beyond their maps, in its order, what that names itself before it."""
    found: dict[str, Ranked] = {}
    waiting = list(own)
    while waiting:
        record = waiting.pop()
        targets = [each for reference in references_of(record.kind_name) for each in targets_of(record, reference)]
        if isinstance(record, JourneyMap):
            targets += [each for view in record.views for each in (*view.owners, *view.evidence)]
        for target in targets:
            named = records.get(target)
            if isinstance(named, Ranked) and not isinstance(named, JourneyMap) and target not in found:
                found[target] = named
                waiting.append(named)
    return sorted(found.values(), key=lambda each: (not isinstance(each, Picture), place(each)))


def _settled(document: Document, shared: Sequence[Ranked]) -> dict[str, str]:
    """Find what the file has already of what another one shares, and put the rest; return ids by the old ones."""
    led: dict[str, str] = {}
    there = {type(each): sorted(document.of_kind(type(each)), key=place) for each in shared}
    for each in shared:
        wanted, siblings = led_to(each, led), there[type(each)]
        known = next((one for one in siblings if _is_same(one, wanted)), None)
        if known is None:
            siblings = sorted(document.of_kind(type(each)), key=place)
            (rank,) = ranks_between(document, [(one,) for one in siblings], len(siblings), 1)
            known = wanted.with_(id=document.new_id(), rank=rank)
            document.put(known)
        led[each.id] = known.id
    return led


def _is_same(one: Ranked, other: Ranked) -> bool:
    """Whether two shared records mean the same: owners are known by their names, all else by what it says."""
    if isinstance(one, Owner) and isinstance(other, Owner) and one.name.strip():
        return folded(one.name) == folded(other.name)
    return _content(one) == _content(other)


def _content(record: Ranked) -> dict[str, Any]:
    return {name: value for name, value in record.__dict__.items() if name not in ("id", "rank")}
