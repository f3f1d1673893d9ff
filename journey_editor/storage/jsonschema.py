"""The JSON Schema of the map file, made from the records, for people who write maps by hand or by script."""

import json
from collections.abc import Mapping
from typing import Any, cast, get_type_hints

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from journey_editor.core.parts import Dismissal, Emotion, MapView, Moment, Part, Review
from journey_editor.core.records import FILE_KINDS, MAP_KINDS, Head, JourneyMap, Record, Transition
from journey_editor.core.values import LIST_LIMIT, Switch
from journey_editor.storage.shape import FORMAT, VERSION, shape_of

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_PARTS = (Emotion, Moment, Dismissal, Review, MapView)
_ABANDONS = {"properties": {"path": {"const": "abandon"}}, "required": ["path"]}
_HAS_TARGET = {"properties": {"target": {"type": "string"}}, "required": ["target"]}


def schema_text() -> str:
    """Return the JSON Schema (draft 2020-12) of a map file as it is kept in `resources/schema/`."""
    return json.dumps(file_schema(), indent=2, ensure_ascii=False) + "\n"


def file_schema() -> Schema:
    """Return the JSON Schema of a map file. Keys that it does not name are allowed everywhere."""
    head = _object(Head)
    return {
        "$schema": DIALECT,
        "title": "Customer journey map",
        "type": "object",
        "properties": {
            "format": {"const": FORMAT},
            "version": {"const": VERSION},
            **head["properties"],
            **_lists(FILE_KINDS),
        },
        "required": ["format", "version"],
        "$defs": {model.__name__: _object(model) for model in (*_PARTS, *FILE_KINDS.values(), *MAP_KINDS.values())},
    }


class _Bare(GenerateJsonSchema):
    """Leaves out the titles that only repeat a field's name."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def _object(model: type[Part]) -> Schema:
    """Return the schema of a record or part as the file has it: nesting says the map, and a rank may be missing."""
    made = TypeAdapter(model).json_schema(ref_template="#/$defs/{model}", schema_generator=_Bare)
    keys = shape_of(model).keys
    hints = get_type_hints(model, include_extras=True)
    found = cast("Mapping[str, Schema]", made["properties"])
    properties = {
        key: _or_null(_mended(value)) if _may_be_null(key, hints) else _mended(value)
        for key, value in found.items()
        if key in keys
    }
    schema: Schema = {"type": "object", "properties": properties}
    if model.__doc__:
        schema["description"] = " ".join(model.__doc__.split())
    required = [key for key in made.get("required", []) if key in keys and key != "rank"]
    if required:
        schema["required"] = required
    if model is JourneyMap:
        properties |= _lists(MAP_KINDS)
    if model is Transition:
        schema |= {"if": _ABANDONS, "else": _HAS_TARGET}
    return schema


def _mended(schema: Any) -> Any:
    """Say bounds in the words of JSON Schema: after a function that prepares a value, pydantic uses its own."""
    if isinstance(schema, list):
        return [_mended(item) for item in cast("list[Any]", schema)]
    if not isinstance(schema, dict):
        return schema
    words = {"ge": "minimum", "le": "maximum"}
    given = cast("Schema", schema)
    if given.get("type") == "array":
        words["maxLength"] = "maxItems"
    return {words.get(key, key): value if key == "default" else _mended(value) for key, value in given.items()}


def _may_be_null(key: str, hints: Mapping[str, Any]) -> bool:
    """Tell the fields that take null for their default although they never hold it."""
    return key == "rank" or hints[key] == Switch


def _or_null(schema: Schema) -> Schema:
    default = {"default": schema["default"]} if "default" in schema else {}
    return {"anyOf": [{key: value for key, value in schema.items() if key != "default"}, {"type": "null"}], **default}


def _lists(kinds: Mapping[str, type[Record]]) -> dict[str, Schema]:
    return {
        key: {"type": "array", "items": {"$ref": f"#/$defs/{model.__name__}"}, "maxItems": LIST_LIMIT}
        for key, model in kinds.items()
    }
