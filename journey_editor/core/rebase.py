"""Applying a change to records that went on since: field by field, and never over somebody else's work."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from journey_editor.core.change import Change, Pair, change_of
from journey_editor.core.parts import Part
from journey_editor.core.records import Record
from journey_editor.core.schema import references_of, targets_of


@dataclass(frozen=True, slots=True)
class Kept:
    """Something that a change left alone. `field` is "" where it is the whole record."""

    record: str
    field: str
    reason: Literal["changed since", "in use", "gone", "exists"]


def rebase(
    change: Change, records: Mapping[str, Record], referrers: Mapping[str, Collection[str]]
) -> tuple[Change, tuple[Kept, ...]]:
    """Return what a change does to the records as they are now, and what it leaves alone.

    A field is set only where it still has the value that the change started from; a record that another has changed
    since, or that something else now hangs on, is not removed.
    """
    kept: list[Kept] = []
    pairs: dict[str, Pair] = {}
    for record_id, before, after in change:
        current = records.get(record_id)
        if before is None:
            if current is None:
                pairs[record_id] = (None, after)
            elif current != after:
                kept.append(Kept(record_id, "", "exists"))
        elif after is None:
            if current == before:
                pairs[record_id] = (before, None)
            elif current is not None:
                kept.append(Kept(record_id, "", "changed since"))
        elif current is None:
            kept.append(Kept(record_id, "", "gone"))
        else:
            pairs[record_id] = (current, _fieldwise(current, before, after, kept))
    _keep_what_is_in_use(pairs, records, referrers, kept)
    return change_of(pairs), tuple(kept)


def _fieldwise(current: Record, before: Record, after: Record, kept: list[Kept]) -> Record:
    fields: dict[str, Any] = {}
    for name, old in before.__dict__.items():
        new = after.__dict__[name]
        if old == new:
            continue
        value, agreed = _merged(current.__dict__[name], old, new)
        if not agreed:
            kept.append(Kept(current.id, name, "changed since"))
        fields[name] = value
    return current.with_(**fields)


def _merged(current: Any, before: Any, after: Any) -> tuple[Any, bool]:
    """Return the value that follows, and whether nothing had to be left alone. Emotions and moments go by key."""
    if current == before:
        return after, True
    if current == after:
        return current, True
    if isinstance(current, Part) and isinstance(before, Part) and isinstance(after, Part):
        fields: dict[str, Any] = {}
        agreed = True
        for name, old in before.__dict__.items():
            if old != after.__dict__[name]:
                fields[name], one = _merged(current.__dict__[name], old, after.__dict__[name])
                agreed = agreed and one
        return current.with_(**fields), agreed
    return current, False


def _keep_what_is_in_use(
    pairs: dict[str, Pair],
    records: Mapping[str, Record],
    referrers: Mapping[str, Collection[str]],
    kept: list[Kept],
) -> None:
    """Do not remove what a record that stays would be removed with."""
    again = True
    while again:
        again = False
        for record_id in [key for key, (_, after) in pairs.items() if after is None]:
            if any(_would_go_too(records[user], record_id, pairs) for user in referrers.get(record_id, ())):
                del pairs[record_id]
                kept.append(Kept(record_id, "", "in use"))
                again = True


def _would_go_too(user: Record, record_id: str, pairs: Mapping[str, Pair]) -> bool:
    later = pairs.get(user.id, (user, user))[1]
    if later is None:
        return False
    return any(
        reference.on_delete == "cascade" and record_id in targets_of(later, reference)
        for reference in references_of(later.kind_name)
    )
