"""Changing single fields of one or several records at once."""

from collections.abc import Iterable, Sequence
from typing import Any

from journey_editor.assets import _
from journey_editor.core.document import Document
from journey_editor.core.parts import Emotion, Moment
from journey_editor.core.records import Record


def set_field(
    document: Document, ids: Sequence[str], field: str, value: Any, label: str | None = None, join: str = ""
) -> None:
    """Set one field of several records; `emotion.word` and `moment.impact` lead into a part of them.

    With a `join` key several calls in a row, such as typing, are one step of undo. Raises pydantic.ValidationError
    where the value does not fit, and nothing is changed.
    """
    with document.transaction(label or _("Change {field}").format(field=field_label(field)), join):
        for record_id in ids:
            document.put(with_field(document.records[record_id], field, value))


def with_field(record: Record, field: str, value: Any) -> Record:
    """Return a record with one field set; a feeling or a moment that is not there yet is made for it."""
    name, _dot, inner = field.partition(".")
    if not inner:
        return record.with_(**{name: value})
    part = record.__dict__[name]
    if part is None:
        part = Emotion(valence=0) if name == "emotion" else Moment()
    return record.with_(**{name: part.with_(**{inner: value})})


def field_value(record: Record, field: str) -> Any:
    """Return what a record has in a field, None where the part it lies in is not there."""
    value: Any = record
    for name in field.split("."):
        if value is None:
            return None
        value = value.__dict__[name]
    return value


def common_value(records: Iterable[Record], field: str) -> tuple[Any, bool]:
    """Return the value that several records share in a field, and whether they do (None, False where not)."""
    values = [field_value(record, field) for record in records]
    same = bool(values) and all(value == values[0] for value in values)
    return (values[0], True) if same else (None, False)


def field_label(field: str) -> str:
    """Return what a field is called in a label of undo: its name in words."""
    return _(field.split(".")[-1].replace("_", " "))
