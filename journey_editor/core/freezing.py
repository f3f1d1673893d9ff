"""JSON values that cannot be changed in place, for keys that this version does not know."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, cast

NOTHING: Mapping[str, Any] = MappingProxyType({})


def freeze(value: Any) -> Any:
    """Return a JSON value with its lists as tuples and its objects as read-only mappings, all the way down."""
    if isinstance(value, Mapping):
        items = cast("Mapping[str, Any]", value).items()
        return MappingProxyType({key: freeze(item) for key, item in items})
    if isinstance(value, list | tuple):
        return tuple(freeze(item) for item in cast("list[Any]", value))
    return value


def thaw(value: Any) -> Any:
    """Return the plain lists and dicts of a frozen JSON value."""
    if isinstance(value, Mapping):
        items = cast("Mapping[str, Any]", value).items()
        return {key: thaw(item) for key, item in items}
    if isinstance(value, tuple):
        return [thaw(item) for item in cast("tuple[Any, ...]", value)]
    return value


def holds_records(value: object) -> bool:
    """Tell whether the value of an unknown key is a list of records: objects with an id."""
    if not isinstance(value, list | tuple) or not value:
        return False
    items = cast("list[object] | tuple[object, ...]", value)
    return all(
        isinstance(item, Mapping) and isinstance(cast("Mapping[str, Any]", item).get("id"), str) for item in items
    )
