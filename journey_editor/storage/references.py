"""Whether every reference of a file names a record that is there, of the right kind and in the same map."""

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any

from journey_editor.assets import _
from journey_editor.core.records import Record, map_of
from journey_editor.core.schema import Reference, references_of, targets_of
from journey_editor.storage.refusal import Fault, quote
from journey_editor.storage.shape import label

Group = tuple[str, str | None]
"""A kind of record and the map that they lie in, None for what the whole file shares."""


def check_references(records: Mapping[str, Record]) -> None:
    """Raise Fault, with the id of the record at fault, for the first reference that leads nowhere."""
    groups: dict[Group, list[Record]] = {}
    for record in records.values():
        groups.setdefault((record.kind_name, map_of(record)), []).append(record)
    ids = {group: {record.id for record in members} for group, members in groups.items()}
    of_kind: dict[str, set[str]] = {}
    for (kind, _map), members in ids.items():
        of_kind.setdefault(kind, set()).update(members)
    for (kind, map_id), members in groups.items():
        for reference in references_of(kind):
            allowed: set[str] = set()
            for target in reference.targets:
                if not reference.same_map:
                    allowed |= of_kind.get(target, set())
                elif target == "map":
                    allowed.add(map_id or "")
                else:
                    allowed |= ids.get((target, map_id), set())
            _check(members, reference, allowed, records)


def _check(members: list[Record], reference: Reference, allowed: set[str], records: Mapping[str, Record]) -> None:
    """Check one reference field of the records of one kind in one map, all at once where nothing is wrong."""
    name, _dot, inner = reference.field.partition(".")
    values: Iterable[Any] = [record.__dict__[name] for record in members]
    if inner:
        values = [part.__dict__[inner] for part in values if part is not None]
    named: set[str | None] = set(chain.from_iterable(values)) if reference.many else set(values)
    if named - {None} <= allowed:
        return
    for record in members:
        for target in targets_of(record, reference):
            if target not in allowed:
                reason = _reason(record, reference, target, records.get(target))
                raise Fault(reason, tuple(reference.field.split(".")), record.id, absolute=False)


def _reason(record: Record, reference: Reference, target_id: str, target: Record | None) -> str:
    place = {"who": label(type(record), record.id), "field": reference.field, "id": quote(target_id)}
    if target is None:
        return _("{who}: {field} names {id}, which is not in the file").format(**place)
    if target.kind_name in reference.targets:
        return _("{who}: {field} names {id}, which lies in another map").format(**place)
    wanted = _(" or ").join(reference.targets)
    words = _("{who}: {field} names {id}, which is of kind {kind} and not {wanted}")
    return words.format(**place, kind=target.kind_name, wanted=wanted)
