"""The reference rules of a transaction: what is gone is not referred to, and nothing points at the wrong kind."""

from collections.abc import Iterable

from journey_editor.core.records import Record, map_of
from journey_editor.core.schema import Reference, references_of, targets_of, without_target
from journey_editor.core.store import Store


class BrokenReference(ValueError):
    """An edit would make a record refer to nothing, to the wrong kind or into another map."""


def settle(store: Store, touched: Iterable[str], gone: Iterable[str], repair: bool) -> tuple[str, ...]:
    """Carry out what deletions entail and check every reference of the records that were touched.

    With `repair` a reference to nothing is cleared (or its record removed); without, it raises BrokenReference.
    Returns the ids of the records that had to be repaired.
    """
    waiting = list(gone)
    while waiting:
        target = waiting.pop()
        users = [store.records[user] for user in sorted(store.referrers.get(target, ()))]
        waiting.extend(user.id for user in users if _let_go(store, user, target))
    repaired: list[str] = []
    for record_id in touched:
        waiting = [record_id]
        while waiting:
            record = store.records.get(waiting.pop())
            if record is not None and not _check(store, record, repair):
                repaired.append(record.id)
                if record.id not in store.records:
                    waiting.extend(settle(store, (), (record.id,), repair))
    return tuple(repaired)


def _let_go(store: Store, user: Record, target: str) -> bool:
    """Clear a record's references to what is gone; return whether the record goes with it."""
    for reference in references_of(user.kind_name):
        if target in targets_of(user, reference):
            if reference.on_delete == "cascade":
                store.remove(user.id)
                return True
            user = without_target(user, reference, target)
    store.put(user)
    return False


def _check(store: Store, record: Record, repair: bool) -> bool:
    """Return whether all references of a record hold; with `repair` mend those that do not."""
    sound = True
    for reference in references_of(record.kind_name):
        for target_id in targets_of(record, reference):
            if _fits(store, record, reference, target_id):
                continue
            if not repair:
                raise BrokenReference(f"{record.kind_name} {record.id}: {reference.field} names {target_id!r}")
            sound = False
            if reference.on_delete == "cascade":
                store.remove(record.id)
                return False
            record = without_target(record, reference, target_id)
            store.put(record)
    return sound


def _fits(store: Store, record: Record, reference: Reference, target_id: str) -> bool:
    target = store.records.get(target_id)
    if target is None or target.kind_name not in reference.targets:
        return False
    if not reference.same_map or target.kind_name == "map":
        return target.kind_name != "map" or reference.field != "on" or target.id == map_of(record)
    return map_of(target) == map_of(record)
