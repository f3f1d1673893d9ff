"""The record lists of a file: taken from JSON values and validated, each list at once."""

from functools import cache
from typing import Annotated, Any, cast

from pydantic import FailFast, TypeAdapter, ValidationError

from journey_editor.assets import _
from journey_editor.core.records import Head, Record
from journey_editor.core.values import LIST_LIMIT
from journey_editor.storage.refusal import Fault, Path, quote, reason_of
from journey_editor.storage.shape import label

Given = dict[str, Any]
"""An object as the file has it."""


def list_in(holder: Given, path: Path) -> list[Given]:
    """Return a list of records that may be missing. Raises Fault where it holds anything but objects."""
    key = str(path[-1])
    items = holder.get(key, [])
    if not isinstance(items, list):
        raise Fault(_("{key} must be a list, but is {value}").format(key=key, value=quote(items)), path)
    found = cast("list[object]", items)
    if len(found) > LIST_LIMIT:
        raise Fault(_("{key} holds more than {limit} records").format(key=key, limit=LIST_LIMIT), path)
    for place, item in enumerate(found):
        if not isinstance(item, dict):
            words = _("record {place} of {key} must be an object, but is {value}")
            raise Fault(words.format(place=place + 1, key=key, value=quote(item)), (*path, place))
    return cast("list[Given]", found)


def validated_at_once(model: type[Record], items: list[Given]) -> list[Record] | None:
    """Return the records of a list, None where anything in it is wrong or unknown."""
    try:
        return _adapter(model).validate_python(items)
    except ValidationError:
        return None


def validated(model: type[Record], items: list[Given], path: Path) -> list[Record]:
    """Return the records of a list. Raises Fault for the first value that does not fit."""
    try:
        return _adapter(model).validate_python(items)
    except ValidationError as problem:
        error = problem.errors(include_url=False)[0]
    index, *fields = error["loc"]
    place = int(index)
    record_id = items[place].get("id")
    where = (*path, *fields) if model is Head else (*path, place, *fields)
    if model is Head:
        who, record = _("the file"), None
    elif isinstance(record_id, str) and fields != ["id"]:
        who, record = label(model, record_id), record_id
    else:
        who, record = _("record {place} of {key}").format(place=place + 1, key=path[-1]), None
    raise Fault(f"{who}: {reason_of(error, '.'.join(str(name) for name in fields))}", where, record)


@cache
def _adapter(model: type[Record]) -> TypeAdapter[list[Record]]:
    """Return what validates a whole list at once: one call a record would cost twice the time."""
    kind: Any = Annotated[list[model], FailFast()]  # pyright: ignore[reportInvalidTypeForm]  # made at run time
    return TypeAdapter(kind)
