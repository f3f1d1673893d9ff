"""Whether every reference of a file names a record that is there, of the right kind and in the same map."""

from collections.abc import Mapping

from journey_editor.assets import _
from journey_editor.core.records import JourneyMap, Record, map_of
from journey_editor.core.schema import Reference, references_of, targets_of
from journey_editor.storage.refusal import Fault, quote
from journey_editor.storage.shape import label


def check_references(records: Mapping[str, Record]) -> None:
    """Raise Fault for the first reference that leads nowhere."""
    by_kind: dict[str, list[Record]] = {}
    for record in records.values():
        by_kind.setdefault(record.kind_name, []).append(record)
    for kind, members in by_kind.items():
        for reference in references_of(kind):
            name = reference.field.split(".")[0]
            for record in members:
                if record.__dict__[name]:  # most references are empty: spare the calls
                    _check(record, reference, records)


def _check(record: Record, reference: Reference, records: Mapping[str, Record]) -> None:
    for target_id in targets_of(record, reference):
        target = records.get(target_id)
        fits = target is not None and target.kind_name in reference.targets
        if fits and (not reference.same_map or map_of(record) == _home(target)):
            continue
        reason = _reason(record, reference, target_id, target)
        raise Fault(reason, tuple(reference.field.split(".")), record.id, absolute=False)


def _home(target: Record | None) -> str | None:
    """Return the map that a target belongs to; a map belongs to itself."""
    if isinstance(target, JourneyMap):
        return target.id
    return map_of(target) if target else None


def _reason(record: Record, reference: Reference, target_id: str, target: Record | None) -> str:
    place = {"who": label(type(record), record.id), "field": reference.field, "id": quote(target_id)}
    if target is None or not target_id:
        return _("{who}: {field} names {id}, which is not in the file").format(**place)
    if target.kind_name in reference.targets:
        return _("{who}: {field} names {id}, which lies in another map").format(**place)
    wanted = _(" or ").join(reference.targets)
    words = _("{who}: {field} names {id}, which is of kind {kind} and not {wanted}")
    return words.format(**place, kind=target.kind_name, wanted=wanted)
