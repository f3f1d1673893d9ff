"""From JSON values to records: exact where something could be lost, forgiving where nothing is."""

import math
import re
from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, cast

from pydantic import FailFast, TypeAdapter, ValidationError

from journey_editor.assets import _
from journey_editor.core.records import FILE_KINDS, MAP_KINDS, Head, JourneyMap, Part, Record, Touchpoint
from journey_editor.core.values import LIST_LIMIT
from journey_editor.storage.ranks import ranks_after
from journey_editor.storage.refusal import Fault, Path, quote, reason_of
from journey_editor.storage.shape import (
    FILE_KEYS,
    FORMAT,
    VERSION,
    holds_records,
    label,
    map_keys,
    shape_of,
    without_controls,
)

DEPTH_LIMIT = 100  # objects and lists in each other, in what this version does not know

_SURROGATE = re.compile(r"[\ud800-\udfff]")

Given = dict[str, Any]


class Reader:
    """Reads one file's JSON values; what it takes apart is the values themselves, so they are used up.

    `clean` says that texts may hold control characters, which are dropped.
    """

    def __init__(self, clean: bool) -> None:
        self._clean = clean
        self._paths: dict[str, Path] = {}
        self.records: dict[str, Record] = {}

    def read(self, given: Given) -> dict[str, Record]:
        """Return the records of a file by id, the head among them. Raises Fault."""
        _check_version(given)
        head = {
            key: value for key, value in given.items() if key not in FILE_KINDS and key not in ("format", "version")
        }
        for key, model in FILE_KINDS.items():
            if key != "maps":
                self._read_list(model, given, (key,))
        maps = _list_in(given, ("maps",))
        inner = [_inner_lists(each, ("maps", place)) for place, each in enumerate(maps)]
        self._read_list(JourneyMap, given, ("maps",))
        for place, lists in enumerate(inner):
            map_id = maps[place]["id"]
            for key, model in MAP_KINDS.items():
                if key in lists:
                    self._read_list(model, lists, ("maps", place, key), map_id)
        self._separate(Head, head, FILE_KEYS, ())
        self.records[""] = _validated(Head, [head], (), single=True)[0]
        return self.records

    def path_of(self, record_id: str) -> Path:
        """Return where a record lies in the file."""
        return self._paths[record_id]

    def _read_list(self, model: type[Record], holder: Given, path: Path, map_id: str | None = None) -> None:
        items = _list_in(holder, path)
        keys = map_keys() if model is JourneyMap else shape_of(model).keys
        for place, item in enumerate(items):
            self._separate(model, item, keys, (*path, place))
            if map_id is not None:
                item["map"] = map_id
        if "rank" in keys:
            _rank(model, items)
        for place, record in enumerate(_validated(model, items, path)):
            if record.id in self._paths:
                other = self.records.get(record.id)
                raise Fault(_twice(record.id, other), (*path, place), record.id)
            self._paths[record.id] = (*path, place)
            self.records[record.id] = record

    def _separate(self, model: type[Part], item: Given, keys: frozenset[str], path: Path) -> None:
        """Put the keys that this version does not know into `rest`, in the parts of a record too."""
        shape = shape_of(model)
        if not item.keys() <= keys:
            unknown = {key: item.pop(key) for key in [key for key in item if key not in keys]}
            for key, value in unknown.items():
                self._take_unknown(key, value, path, record_lists=model in (Head, JourneyMap))
            item["rest"] = unknown
        if self._clean:
            for key in shape.texts & item.keys():
                item[key] = without_controls(item[key])
        for key, part in shape.parts.items():
            value = item.get(key)
            if value is None:
                continue
            inner = shape_of(part).keys
            if isinstance(value, dict):
                self._separate(part, cast("Given", value), inner, (*path, key))
            elif isinstance(value, list):
                for place, each in enumerate(cast("list[object]", value)):
                    if isinstance(each, dict):
                        self._separate(part, cast("Given", each), inner, (*path, key, place))

    def _take_unknown(self, key: str, value: object, path: Path, record_lists: bool) -> None:
        """Check what is kept without being understood: it must be such that it can be written again."""
        _check_unknown(value, (*path, key), 1)
        if record_lists and holds_records(value):
            for place, each in enumerate(cast("list[Given]", value)):
                where = (*path, key, place)
                if each["id"] in self._paths:
                    raise Fault(_twice(each["id"], self.records.get(each["id"])), where, each["id"])
                self._paths[each["id"]] = where


def check_surrogates(value: object, path: Path = ()) -> None:
    """Raise Fault where a text or key holds half a character (a lone surrogate)."""
    if isinstance(value, str):
        if _SURROGATE.search(value):
            raise Fault(_("a text holds half a character (a lone surrogate)"), path)
    elif isinstance(value, Mapping):
        for key, inner in cast("Mapping[str, object]", value).items():
            check_surrogates(key, path)
            check_surrogates(inner, (*path, key))
    elif isinstance(value, list):
        for place, inner in enumerate(cast("list[object]", value)):
            check_surrogates(inner, (*path, place))


@cache
def _adapter(model: type[Record]) -> TypeAdapter[list[Record]]:
    """Return what validates a whole list at once: one call a record would cost twice the time."""
    return TypeAdapter(Annotated[list[model], FailFast()])  # pyright: ignore[reportInvalidTypeForm]


def _validated(model: type[Record], items: list[Given], path: Path, single: bool = False) -> list[Record]:
    try:
        return _adapter(model).validate_python(items)
    except ValidationError as problem:
        error = problem.errors(include_url=False)[0]
        place, *fields = error["loc"]
        item = items[int(place)]
        field = ".".join(str(name) for name in fields)
        where = (*path, *fields) if single else (*path, *error["loc"])
        if fields == ["id"] or not isinstance(item.get("id"), str):
            who = _("the file") if single else _("record {place} of {key}").format(place=int(place) + 1, key=path[-1])
            raise Fault(f"{who}: {reason_of(error, field)}", where) from None
        raise Fault(f"{label(model, item['id'])}: {reason_of(error, field)}", where, item["id"]) from None


def _check_version(given: Given) -> None:
    if "format" not in given:
        raise Fault(_('is not a journey map: it does not say "format": "journey-map"'))
    if given["format"] != FORMAT:
        raise Fault(
            _("is not a journey map: its format is {format}").format(format=quote(given["format"])), ("format",)
        )
    if "version" not in given:
        raise Fault(_("version is missing; this program reads version {ours}").format(ours=VERSION))
    version = given["version"]
    if isinstance(version, bool) or version != VERSION:
        newer = isinstance(version, int | float) and version > VERSION
        words = _("is of version {theirs}, and this program reads version {ours}") + (
            _(": update the program") if newer else ""
        )
        raise Fault(words.format(theirs=quote(version), ours=VERSION), ("version",))


def _list_in(holder: Given, path: Path) -> list[Given]:
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


def _inner_lists(journey_map: Given, path: Path) -> Given:
    """Take the record lists out of a map."""
    return {key: journey_map.pop(key) for key in MAP_KINDS if key in journey_map}


def _rank(model: type[Record], items: list[Given]) -> None:
    """Give the records without rank one after their siblings: the whole list, or a stage's touchpoints."""
    if all(item.get("rank") is not None for item in items):
        return
    siblings: dict[str, list[Given]] = {}
    for item in items:
        stage = item.get("stage") if model is Touchpoint else None
        siblings.setdefault(stage if isinstance(stage, str) else "", []).append(item)
    for family in siblings.values():
        given = [item.get("rank") for item in family]
        if None in given and all(rank is None or _is_rank(rank) for rank in given):
            for item, rank in zip(family, ranks_after(given), strict=True):
                item["rank"] = rank


def _is_rank(rank: object) -> bool:
    """Tell a rank from what validation will refuse in a moment."""
    return isinstance(rank, str) and rank.isascii() and rank.isalnum()


def _twice(record_id: str, other: Record | None) -> str:
    words = _("the id {id} is there twice") if other is None else _("the id {id} is there twice, also as {kind}")
    return words.format(id=quote(record_id), kind=other.kind_name if other else "")


def _check_unknown(value: object, path: Path, depth: int) -> None:
    if depth > DEPTH_LIMIT:
        raise Fault(_("is nested too deeply"), path)
    if isinstance(value, float) and not math.isfinite(value):
        field = next(step for step in reversed(path) if isinstance(step, str))
        raise Fault(_("{field} is a number out of range").format(field=field), path)
    if isinstance(value, dict):
        for key, inner in cast("Given", value).items():
            _check_unknown(inner, (*path, key), depth + 1)
    elif isinstance(value, list):
        for place, inner in enumerate(cast("list[object]", value)):
            _check_unknown(inner, (*path, place), depth + 1)
