"""The structure lock: stages and lanes of a map stay as they are while cards, notes and feelings can be edited."""

from collections.abc import Mapping

from journey_editor.assets import _
from journey_editor.core.change import Change
from journey_editor.core.document import Document
from journey_editor.core.journey import map_in
from journey_editor.core.lanes import lanes_by
from journey_editor.core.records import JourneyMap, Owner, Record, Stage
from journey_editor.core.titles import called

_STRUCTURE: Mapping[type[Record], tuple[str, str]] = {Stage: ("rank", "name"), Owner: ("rank", "name")}
"""The fields of stages and lanes that the lock holds: where they stand and what they are called."""


def set_locked(document: Document, map_id: str, locked: bool) -> None:
    """Lock the structure of a map against accidents, or unlock it. Raises KeyError where the id names no map."""
    found = map_in(document.records, map_id)
    if found.locked != locked:
        with document.transaction(_("Lock stages and lanes") if locked else _("Unlock stages and lanes")):
            document.put(found.with_(locked=locked))


def is_locked(records: Mapping[str, Record], map_id: str) -> bool:
    """Whether the structure of a map is locked."""
    found = records.get(map_id)
    return isinstance(found, JourneyMap) and found.locked


def against_lock(change: Change, records: Mapping[str, Record], map_id: str) -> str:
    """Return in one sentence what a change would do to a structure that is locked, "" where it leaves it alone.

    `records` are those with the change in them. Stages belong to their own map; lanes are those of all maps of a file,
    so the lock of `map_id`, the map that is shown, holds for them; what lanes are by is each map's own. A map that is
    locked or unlocked by the very change, added or removed, does not count.
    """
    for _id, before, after in change:
        known = after or before
        if isinstance(before, JourneyMap) and isinstance(after, JourneyMap):
            if before.locked and after.locked and lanes_by(before) != lanes_by(after):
                return _("Stages and lanes are locked: the lanes stay as they are.")
            continue
        if not isinstance(known, Stage | Owner):
            continue
        holds = _holds(change, records, known.map if isinstance(known, Stage) else map_id)
        if holds and (sentence := _sentence(before, after)):
            return sentence
    return ""


def _holds(change: Change, records: Mapping[str, Record], map_id: str) -> bool:
    before = change.pairs[map_id][0] if map_id in change.pairs else records.get(map_id)
    return is_locked(records, map_id) and isinstance(before, JourneyMap) and before.locked


def _sentence(before: Record | None, after: Record | None) -> str:
    if before is None:
        is_stage = isinstance(after, Stage)
        return (
            _("Stages and lanes are locked: no stage was added.")
            if is_stage
            else _("Stages and lanes are locked: no lane was added.")
        )
    name = called(before)
    if after is None:
        return _("Stages and lanes are locked: {name} was not removed.").format(name=name)
    rank, naming = (before.__dict__[field] != after.__dict__[field] for field in _STRUCTURE[type(before)])
    if naming:
        return _("Stages and lanes are locked: {name} was not renamed.").format(name=name)
    return _("Stages and lanes are locked: {name} was not moved.").format(name=name) if rank else ""
