"""From records to the bytes of a file: canonical, so that a change of one record is a change of one line."""

from collections.abc import Iterable, Mapping
from datetime import date
from json.encoder import encode_basestring as _quoted
from math import isfinite
from typing import Any, cast

from journey_editor.assets import _
from journey_editor.core.freezing import holds_records
from journey_editor.core.journey import place
from journey_editor.core.parts import Part
from journey_editor.core.records import (
    FILE_KINDS,
    MAP_KINDS,
    Head,
    JourneyMap,
    MapRecord,
    Ranked,
    RankedMapRecord,
    Record,
    Stage,
    Touchpoint,
    Transition,
)
from journey_editor.storage.refusal import Refusal
from journey_editor.storage.shape import FORMAT, VERSION, label, shape_of, without_controls

_WORDS = {None: "null", True: "true", False: "false"}


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
    fields = [_member("format", FORMAT), _member("version", VERSION), *_fields(head, clean)]
    return _block(fields, lists, head.rest) + "\n"


def _map(journey_map: Record, members: Mapping[type[Record], list[Record]], clean: bool) -> str:
    stages = _by_rank(members.get(Stage, []))
    touchpoints = _touchpoints(members.get(Touchpoint, []), stages)
    transitions = _transitions(members.get(Transition, []), touchpoints)
    ordered: dict[type[Record], Iterable[Record]] = {
        model: _by_rank(members.get(model, [])) for model in MAP_KINDS.values() if model not in (Touchpoint, Transition)
    }
    ordered[Touchpoint] = touchpoints
    ordered[Transition] = transitions
    lists = {key: _lines(ordered[model], clean) for key, model in MAP_KINDS.items()}
    return _block(_fields(journey_map, clean), lists, journey_map.rest)


def _block(fields: list[str], lists: Mapping[str, list[str]], rest: Mapping[str, Any]) -> str:
    """Return an object with its fields on one line, then its record lists, one record a line."""
    unknown_lists = {key: rest[key] for key in sorted(rest) if holds_records(rest[key])}
    fields = [*fields, *(_member(key, rest[key]) for key in sorted(rest) if key not in unknown_lists)]
    lines = dict(lists) | {key: [_value(item, False) for item in value] for key, value in unknown_lists.items()}
    blocks = [f",\n{_quoted(key)}: [\n" + ",\n".join(each) + "\n]" for key, each in lines.items() if each]
    return "{" + ", ".join(fields) + "".join(blocks) + "}"


def _lines(records: Iterable[Record], clean: bool) -> list[str]:
    return [_object(record, clean) for record in records]


def _by_rank(records: Iterable[Record]) -> list[Record]:
    return sorted(records, key=lambda record: place(cast("Ranked | RankedMapRecord", record)))


def _touchpoints(touchpoints: Iterable[Record], stages: Iterable[Record]) -> list[Touchpoint]:
    """Sort by the place of their stage, rank, id; the tray comes last."""
    places = {stage.id: index for index, stage in enumerate(stages)}
    mine = [each for each in touchpoints if isinstance(each, Touchpoint)]
    return sorted(mine, key=lambda each: (places.get(each.stage or "", len(places)), each.rank, each.id))


def _transitions(transitions: Iterable[Record], touchpoints: Iterable[Record]) -> list[Transition]:
    """Sort by the place of their source, then id."""
    places = {touchpoint.id: index for index, touchpoint in enumerate(touchpoints)}
    mine = [each for each in transitions if isinstance(each, Transition)]
    return sorted(mine, key=lambda each: (places.get(each.source, len(places)), each.id))


def _object(part: Part, clean: bool) -> str:
    """Return a record or part as JSON: known keys that are not at their default, then unknown ones."""
    fields = _fields(part, clean)
    rest = part.rest
    if rest:
        fields += [_member(key, rest[key]) for key in sorted(rest)]
    return "{" + ", ".join(fields) + "}"


def _fields(part: Part, clean: bool) -> list[str]:
    """Return the known keys of a record or part with their values, in order, without those at their default."""
    shape = shape_of(type(part))
    values = part.__dict__
    if clean:
        values = values | {key: without_controls(values[key]) for key in shape.texts}
    found: list[str] = []
    for key, start, default in shape.fields:
        value = values[key]
        if value is not default and value != default:
            found.append(start + (_quoted(value) if type(value) is str else _value(value, clean)))
    return found


def _member(key: str, value: Any) -> str:
    return f"{_quoted(key)}: {_value(value, False)}"


def _value(value: Any, clean: bool) -> str:
    """Return the value of a field, or an unknown one, as JSON; whole numbers without a fraction.

    Raises Refusal for a number that JSON has no word for.
    """
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, float):
        if not isfinite(value):
            raise Refusal(_("a number is not finite"))
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, Part):
        return _object(value, clean)
    if isinstance(value, list | tuple):
        return "[" + ", ".join([_value(item, clean) for item in cast("list[Any]", value)]) + "]"
    if value is None or isinstance(value, bool):
        return _WORDS[value]
    if isinstance(value, int):
        return str(value)
    if isinstance(value, date):
        return f'"{value.isoformat()}"'
    return "{" + ", ".join([_member(key, item) for key, item in cast("Mapping[str, Any]", value).items()]) + "}"
