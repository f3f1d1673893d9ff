"""From records to the bytes of a file: canonical, so that a change of one record is a change of one line."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, cast

from journey_editor.assets import _
from journey_editor.core.journey import place
from journey_editor.core.records import (
    FILE_KINDS,
    MAP_KINDS,
    Head,
    JourneyMap,
    MapRecord,
    Part,
    Ranked,
    RankedMapRecord,
    Record,
    Stage,
    Touchpoint,
    Transition,
)
from journey_editor.storage.refusal import Refusal
from journey_editor.storage.shape import FORMAT, VERSION, holds_records, label, shape_of, without_controls

_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def written(records: Mapping[str, Record], clean: bool) -> str:
    """Return the text of a file. `clean` drops control characters from texts.

    Raises Refusal for what no file can hold: a record whose map is not there, an unknown key with half a character.
    """
    head = records.get("")
    shared: dict[type[Record], list[Record]] = {}
    by_map: dict[str, dict[type[Record], list[Record]]] = {}
    for record in records.values():
        if not isinstance(record, MapRecord):
            shared.setdefault(type(record), []).append(record)
        else:
            if not isinstance(records.get(record.map), JourneyMap):
                who = label(type(record), record.id)
                raise Refusal(_("{who} lies in no map of the file").format(who=who), record=record.id)
            by_map.setdefault(record.map, {}).setdefault(type(record), []).append(record)
    lists = {
        key: [_map(each, by_map.get(each.id, {}), clean) for each in _by_rank(shared.get(model, []))]
        if model is JourneyMap
        else _lines(_by_rank(shared.get(model, [])), clean)
        for key, model in FILE_KINDS.items()
    }
    head = head if isinstance(head, Head) else Head()
    fields = {"format": FORMAT, "version": VERSION, **_fields(head, clean)}
    return _block(fields, lists, head.rest) + "\n"


def _map(journey_map: Record, members: Mapping[type[Record], list[Record]], clean: bool) -> str:
    stages = _by_rank(members.get(Stage, []))
    touchpoints = _touchpoints(members.get(Touchpoint, []), stages)
    transitions = _transitions(members.get(Transition, []), touchpoints)
    ordered = {Touchpoint: touchpoints, Transition: transitions}
    lists = {
        key: _lines(ordered.get(model) or _by_rank(members.get(model, [])), clean) for key, model in MAP_KINDS.items()
    }
    return _block(_fields(journey_map, clean), lists, journey_map.rest)


def _block(fields: dict[str, Any], lists: Mapping[str, list[str]], rest: Mapping[str, Any]) -> str:
    """Return an object with its fields on one line, then its record lists, one record a line."""
    unknown = {key: rest[key] for key in sorted(rest)}
    unknown_lists = {key: value for key, value in unknown.items() if holds_records(value)}
    fields |= {key: _plain(value, False) for key, value in unknown.items() if key not in unknown_lists}
    lines = dict(lists) | {
        key: [_encode(_plain(item, False)) for item in value] for key, value in unknown_lists.items()
    }
    blocks = [f",\n{_encode(key)}: [\n" + ",\n".join(each) + "\n]" for key, each in lines.items() if each]
    return _encode(fields)[:-1] + "".join(blocks) + "}"


def _lines(records: Iterable[Record], clean: bool) -> list[str]:
    return [_encode(_with_rest(record, clean)) for record in records]


def _by_rank(records: Iterable[Record]) -> list[Record]:
    return sorted(records, key=lambda record: place(cast("Ranked | RankedMapRecord", record)))


def _touchpoints(touchpoints: Iterable[Record], stages: Iterable[Record]) -> list[Record]:
    """Sort by the place of their stage, rank, id; the tray comes last."""
    places = {stage.id: index for index, stage in enumerate(stages)}
    mine = cast("list[Touchpoint]", list(touchpoints))
    return sorted(mine, key=lambda each: (places.get(each.stage or "", len(places)), each.rank, each.id))


def _transitions(transitions: Iterable[Record], touchpoints: Iterable[Record]) -> list[Record]:
    """Sort by the place of their source, then id."""
    places = {touchpoint.id: index for index, touchpoint in enumerate(touchpoints)}
    mine = cast("list[Transition]", list(transitions))
    return sorted(mine, key=lambda each: (places.get(each.source, len(places)), each.id))


def _with_rest(part: Part, clean: bool) -> dict[str, Any]:
    """Return the keys of a record or part as JSON values: known ones that are not default, then unknown ones."""
    fields = _fields(part, clean)
    rest = part.rest
    return fields | {key: _plain(rest[key], False) for key in sorted(rest)} if rest else fields


def _fields(part: Part, clean: bool) -> dict[str, Any]:
    shape = shape_of(type(part))
    values = part.__dict__
    found: dict[str, Any] = {}
    for key, default in shape.fields:
        value = values[key]
        if value is default:
            continue
        if clean and key in shape.texts:
            value = without_controls(value)
        if value != default:
            found[key] = value if type(value) is str else _plain(value, clean)
    return found


def _plain(value: Any, clean: bool) -> Any:
    """Return a field's value, or an unknown one, as JSON has it: whole numbers without a fraction."""
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Part):
        return _with_rest(value, clean)
    if isinstance(value, Mapping):
        return {key: _plain(item, clean) for key, item in cast("Mapping[str, Any]", value).items()}
    return [_plain(item, clean) for item in value]
