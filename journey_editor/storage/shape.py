"""What the model says of each kind of record, gathered once: known keys, defaults, texts and parts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, cast, get_args, get_type_hints

from journey_editor.core.parts import Part
from journey_editor.core.records import FILE_KINDS, MAP_KINDS, Head, JourneyMap, Record
from journey_editor.core.values import is_text

FORMAT = "journey-map"
VERSION = 1
ALWAYS = object()
"""Stands for the default of a key that is always written."""

MEMORY_ONLY = frozenset({"rest", "map"})
"""Fields that are no keys of a record in a file: there, what is unknown is its own key and nesting says the map."""

FILE_KEYS = frozenset({"format", "version", "title", "currency", *FILE_KINDS})
"""The keys of a file that this version knows."""

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")  # category Cc but tab and newline
_ESCAPED_CONTROL = re.compile(rb"\\(?:[bfr]|u00[0189])")
_C1_CONTROL = re.compile(rb"\xc2[\x80-\x9f]")


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of record or part as a file has it.

    `fields` are keys in the order in which they are written, each as it starts in JSON, with its default (ALWAYS
    where there is none).
    `parts` are the keys that hold parts, `texts` those that hold texts which people wrote.
    """

    fields: tuple[tuple[str, str, object], ...]
    keys: frozenset[str]
    texts: frozenset[str]
    parts: Mapping[str, type[Part]]


@cache
def shape_of(model: type[Part]) -> Shape:
    """Return what the model says of a kind of record or part."""
    left_out = MEMORY_ONLY | {"id"} if issubclass(model, Head) else MEMORY_ONLY
    fields = {name: field for name, field in model.model_fields.items() if name not in left_out}
    hints = get_type_hints(model, include_extras=True)
    parts = {name: _part_in(hints[name]) for name in fields}
    return Shape(
        fields=tuple(
            (name, f'"{name}": ', ALWAYS if field.is_required() else field.default) for name, field in fields.items()
        ),
        keys=frozenset(fields),
        texts=frozenset(name for name in fields if _holds_text(hints[name])),
        parts={name: part for name, part in parts.items() if part is not None},
    )


@cache
def map_keys() -> frozenset[str]:
    """Return the keys of a map in a file that this version knows, its record lists included."""
    return shape_of(JourneyMap).keys | frozenset(MAP_KINDS)


def may_hold_controls(data: bytes) -> bool:
    """Tell quickly whether JSON may hold control characters other than tab and newline in its texts."""
    if b"\\" in data and _ESCAPED_CONTROL.search(data):
        return True
    return b"\x7f" in data or (not data.isascii() and _C1_CONTROL.search(data) is not None)


def without_controls(value: Any) -> Any:
    """Return a text, or each text of a list, without control characters other than tab and newline."""
    if isinstance(value, str):
        return _CONTROL.sub("", value)
    if isinstance(value, list | tuple):
        items = cast("list[object] | tuple[object, ...]", value)
        return type(items)(without_controls(item) for item in items)
    return value


def label(model: type[Record], record_id: str) -> str:
    """Name a record in a sentence: its kind and id."""
    return f"{model.kind_name} {record_id}" if record_id else model.kind_name


def _part_in(hint: Any) -> type[Part] | None:
    if isinstance(hint, type) and issubclass(hint, Part):
        return hint
    return next((part for part in map(_part_in, get_args(hint)) if part is not None), None)


def _holds_text(hint: Any) -> bool:
    return is_text(hint) or any(_holds_text(inner) for inner in get_args(hint))
