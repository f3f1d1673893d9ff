"""What several records become as one: what adds up, what is joined, and in words what only one of them can keep."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from math import isfinite
from typing import Any, Literal

from journey_editor.assets import _
from journey_editor.core.document import Document
from journey_editor.core.edits.fields import field_label
from journey_editor.core.freezing import thaw
from journey_editor.core.parts import Part
from journey_editor.core.records import Record, name_of
from journey_editor.core.values import TEXT_LIMIT
from journey_editor.core.words import kind_name, number_text

Rule = Literal["first", "last", "joined", "added", "united", "least", "most", "kept"]
"""What becomes of a field: the first or last value that is said; texts joined, numbers added, lists united; the
least or the most; `kept` is not looked at. Only `first`, `last` and what does not fit leave something over."""

JOINT = " / "
"""Stands between names and titles of what was joined."""


def united(
    document: Document, records: Sequence[Record], rules: Mapping[str, Rule]
) -> tuple[dict[str, Any], dict[str, list[str]]]:
    """Return the fields of the one record that several become, and by their ids in words what has no room in it.

    A field without a rule is `first`. Keys that this version does not know are treated the same.
    """
    fields: dict[str, Any] = {}
    over: dict[str, list[str]] = {}
    for name in type(records[0]).model_fields:
        rule = rules.get(name, "first")
        if rule == "kept" or name == "rest":
            continue
        value, lossless = _RULES[rule]([record.__dict__[name] for record in records])
        fields[name] = value
        usual = _usual(records[0], name)
        for record in records:
            mine = record.__dict__[name]
            if not lossless and mine != value and mine != usual:
                over.setdefault(record.id, []).append(said(document, name, mine))
    fields["rest"] = _rest(records, over)
    return fields, over


def said(document: Document, field: str, value: Any) -> str:
    """Return a field and its value in words: "channel: email"."""
    return f"{field_label(field)}: {_words(document, value)}"


def text_chunks(name: str, over: Sequence[str]) -> tuple[str, ...]:
    """Return what is left over of a record as texts that are not too long for a note; none for nothing."""
    whole = f"{name}: {' · '.join(over)}" if over else ""
    return tuple(whole[start : start + TEXT_LIMIT] for start in range(0, len(whole), TEXT_LIMIT))


def _usual(record: Record, name: str) -> Any:
    field = type(record).model_fields[name]
    return None if field.is_required() else field.get_default(call_default_factory=True)


def _rest(records: Sequence[Record], over: dict[str, list[str]]) -> dict[str, Any]:
    rest: dict[str, Any] = {}
    for record in records:
        for key, value in record.rest.items():
            if key not in rest:
                rest[key] = value
            elif rest[key] != value:
                over.setdefault(record.id, []).append(f"{key}: {thaw(value)}")
    return rest


def _words(document: Document, value: Any) -> str:
    if isinstance(value, Part):
        usual = {name: None if f.is_required() else f.default for name, f in type(value).model_fields.items()}
        given = {name: each for name, each in value.__dict__.items() if name != "rest" and each != usual[name]}
        return ", ".join([*(f"{field_label(name)} {_words(document, each)}" for name, each in given.items()),
                          *(f"{key} {thaw(each)}" for key, each in value.rest.items())])  # fmt: skip
    if isinstance(value, str) and value in document.records:
        record = document.records[value]
        return name_of(record) or kind_name(record.kind_name)
    if isinstance(value, tuple):
        return ", ".join(_words(document, each) for each in value)  # pyright: ignore[reportUnknownVariableType]
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, float):
        return number_text(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def _first(values: Sequence[Any]) -> tuple[Any, bool]:
    """Return the first value that says something, else the first."""
    return next((value for value in values if value not in (None, "", ())), values[0]), False


def _joined(values: Sequence[str]) -> tuple[str, bool]:
    """Return different texts one after another; the first where they are too long together."""
    different: dict[str, str] = {}
    for value in values:
        if value.strip():
            different.setdefault(" ".join(value.split()).casefold(), value)
    whole = JOINT.join(different.values())
    return (whole, True) if len(whole) <= TEXT_LIMIT else _first(values)


def _added(values: Sequence[Any]) -> tuple[Any, bool]:
    known = [value for value in values if value is not None]
    total: int | float | None = sum(known) if known else None
    return (total, True) if not isinstance(total, float) or isfinite(total) else _first(values)


def _united(values: Sequence[tuple[Any, ...]]) -> tuple[tuple[Any, ...], bool]:
    return tuple(dict.fromkeys(each for value in values for each in value)), True


def _least(values: Sequence[Any]) -> tuple[Any, bool]:
    return min((value for value in values if value is not None), default=None), True


def _most(values: Sequence[Any]) -> tuple[Any, bool]:
    return max((value for value in values if value is not None), default=None), True


_RULES: Mapping[Rule, Callable[[Sequence[Any]], tuple[Any, bool]]] = {
    "first": _first,
    "last": lambda values: _first(values[::-1]),
    "joined": _joined,
    "added": _added,
    "united": _united,
    "least": _least,
    "most": _most,
}
