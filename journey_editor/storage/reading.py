"""From JSON values to records: exact where something could be lost, forgiving where nothing is."""

import math
import re
from collections.abc import Mapping, Set
from typing import cast

from journey_editor.assets import _
from journey_editor.core.freezing import holds_records
from journey_editor.core.parts import Part
from journey_editor.core.records import FILE_KINDS, MAP_KINDS, Head, JourneyMap, Record, Touchpoint, Transition
from journey_editor.storage.lists import Given, list_in, validated, validated_at_once
from journey_editor.storage.ranks import fill_ranks
from journey_editor.storage.refusal import Fault, Path, quote
from journey_editor.storage.shape import (
    FILE_KEYS,
    FORMAT,
    VERSION,
    map_keys,
    shape_of,
    without_controls,
)

DEPTH_LIMIT = 100  # objects and lists in each other, in what this version does not know

_SURROGATE = re.compile(r"[\ud800-\udfff]")


class Reader:
    """Reads one file's JSON values; what it takes apart is the values themselves, so they are used up.

    `clean` says that texts may hold control characters, which are dropped; `wary` that a key of the file may have the
    name of a field that only records in memory have. Where it is false, a list is first tried as it is: looking for
    unknown keys costs as much as validating, and most files have none.
    """

    def __init__(self, clean: bool, wary: bool) -> None:
        self._clean = clean
        self._wary = wary or clean
        self._lists: list[tuple[Path, list[str]]] = []
        self._known: set[str] = set()
        self.records: dict[str, Record] = {}

    def read(self, given: Given) -> dict[str, Record]:
        """Return the records of a file by id, the head among them. Raises Fault."""
        _check_version(given)
        elsewhere = {"format", "version", *FILE_KINDS}
        head = {key: value for key, value in given.items() if key not in elsewhere}
        maps = list_in(given, ("maps",))
        inner = [_inner_lists(each) for each in maps]
        for key, model in FILE_KINDS.items():
            self._read_list(model, given, (key,))
        for place, lists in enumerate(inner):
            map_id = maps[place]["id"]
            for key, model in MAP_KINDS.items():
                if key in lists:
                    self._read_list(model, lists, ("maps", place, key), map_id)
        self._separate(Head, head, FILE_KEYS, ())
        self.records[""] = validated(Head, [head], ())[0]
        return self.records

    def path_of(self, record_id: str) -> Path:
        """Return where a record lies in the file."""
        return next((*path, ids.index(record_id)) for path, ids in self._lists if record_id in ids)

    def _read_list(self, model: type[Record], holder: Given, path: Path, map_id: str | None = None) -> None:
        items = list_in(holder, path)
        if map_id is not None and not self._wary:
            for item in items:
                item["map"] = map_id
        if model is not Transition:
            fill_ranks(items, by_stage=model is Touchpoint)
        records = None if self._wary or model is JourneyMap else validated_at_once(model, items)
        if records is None:
            records = self._validated_with_unknown(model, items, path, map_id)
        found = {record.id: record for record in records}
        self._take_ids(path, [record.id for record in records], found.keys())
        self.records |= found

    def _validated_with_unknown(
        self, model: type[Record], items: list[Given], path: Path, map_id: str | None
    ) -> list[Record]:
        keys = map_keys() if model is JourneyMap else shape_of(model).keys
        for place, item in enumerate(items):
            if map_id is not None and not self._wary:
                del item["map"]
            self._separate(model, item, keys, (*path, place))
            if map_id is not None:
                item["map"] = map_id
        return validated(model, items, path)

    def _take_ids(self, path: Path, ids: list[str], distinct: Set[str]) -> None:
        """Remember the ids of a list. Raises Fault where one is there already: it is unique in the file."""
        if len(distinct) == len(ids) and self._known.isdisjoint(distinct):
            self._known |= distinct
            self._lists.append((path, ids))
            return
        for place, record_id in enumerate(ids):
            if record_id in self._known:
                raise Fault(_twice(record_id, self.records.get(record_id)), (*path, place), record_id)
            self._known.add(record_id)

    def _separate(self, model: type[Part], item: Given, keys: frozenset[str], path: Path) -> None:
        """Put the keys that this version does not know into `rest`, in the parts of a record too."""
        shape = shape_of(model)
        if model is JourneyMap and not _are_views(item.get("views", [])):
            keys = keys - {"views"}
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
            ids = [str(each["id"]) for each in cast("list[Given]", value)]
            self._take_ids((*path, key), ids, set(ids))


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


def _inner_lists(journey_map: Given) -> Given:
    """Take the record lists out of a map."""
    return {key: journey_map.pop(key) for key in MAP_KINDS if key in journey_map}


def _are_views(value: object) -> bool:
    """Whether a map's `views` are what this version means: they came late, another program may keep its own there."""
    items = cast("list[object]", value) if isinstance(value, list) else [None]
    return all(isinstance(each, dict) and isinstance(cast("Given", each).get("name"), str) for each in items)


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
