"""What the maps of a file share: owners, personas and evidence."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from journey_editor.assets import _
from journey_editor.core.document import Document
from journey_editor.core.edits.place import rank_at
from journey_editor.core.journey import map_in, place
from journey_editor.core.records import (
    Evidence,
    Metric,
    Note,
    Owner,
    Persona,
    Record,
    Stage,
    Touchpoint,
    Transition,
)

Shared = TypeVar("Shared", Owner, Persona, Evidence)

Backed = Stage | Touchpoint | Transition | Note | Metric
"""What evidence can be attached to."""


def all_of(document: Document, kind: type[Shared]) -> tuple[Shared, ...]:
    """Return the owners, personas or evidence of the file by rank."""
    return tuple(sorted(document.of_kind(kind), key=place))


def add_persona(document: Document, name: str) -> str:
    """Add a persona after the others and return its id."""
    with document.transaction(_("Add persona")):
        new = Persona(id=document.new_id(), rank=_rank_at_end(document, Persona), name=name)
        document.put(new)
    return new.id


def add_evidence(document: Document, title: str) -> str:
    """Add a piece of evidence after the others and return its id."""
    with document.transaction(_("Add evidence")):
        new = Evidence(id=document.new_id(), rank=_rank_at_end(document, Evidence), title=title)
        document.put(new)
    return new.id


def move_shared(document: Document, record_id: str, index: int) -> None:
    """Move an owner, a persona or a piece of evidence so that it becomes the one at `index` among its like.

    Raises KeyError where the id names none of them.
    """
    record = document.records[record_id]
    if isinstance(record, Owner):
        _move(document, record, all_of(document, Owner), index, _("Move lane"))
    elif isinstance(record, Persona):
        _move(document, record, all_of(document, Persona), index, _("Move persona"))
    elif isinstance(record, Evidence):
        _move(document, record, all_of(document, Evidence), index, _("Move evidence"))
    else:
        raise KeyError(record_id)


def use_persona(document: Document, map_id: str, persona_id: str | None) -> None:
    """Say whose journey a map tells; None for nobody's. Raises KeyError where the id names no map."""
    found = map_in(document.records, map_id)
    if found.persona != persona_id:
        with document.transaction(_("Choose persona") if persona_id else _("Take persona away")):
            document.put(found.with_(persona=persona_id))


def can_be_backed(record: Record | None) -> bool:
    """Whether evidence can be attached to a record."""
    return isinstance(record, Backed)


def attach_evidence(document: Document, evidence: Sequence[str], targets: Iterable[str]) -> int:
    """Let records rest on pieces of evidence, behind what they rest on already; return how many had not all of it."""
    wanting = [each for each in _targets(document, targets) if not set(evidence).issubset(each.evidence)]
    if wanting:
        with document.transaction(_("Attach evidence")):
            for each in wanting:
                document.put(each.with_(evidence=tuple(dict.fromkeys((*each.evidence, *evidence)))))
    return len(wanting)


def detach_evidence(document: Document, evidence: Sequence[str], targets: Iterable[str]) -> int:
    """Take pieces of evidence off records; return how many had any of it."""
    having = [each for each in _targets(document, targets) if not set(evidence).isdisjoint(each.evidence)]
    if having:
        with document.transaction(_("Take evidence away")):
            for each in having:
                document.put(each.with_(evidence=tuple(one for one in each.evidence if one not in evidence)))
    return len(having)


def toggle_evidence(document: Document, evidence: str, targets: Iterable[str]) -> bool:
    """Attach a piece of evidence to those records that do not have it; where all do, take it off all of them.

    Returns whether it was attached.
    """
    targets = tuple(targets)
    if attach_evidence(document, (evidence,), targets):
        return True
    detach_evidence(document, (evidence,), targets)
    return False


def users_of(document: Document, record_id: str) -> tuple[Record, ...]:
    """Return what refers to an owner, a persona or a piece of evidence: maps, stages and so on, map by map."""
    kinds = ("map", "stage", "touchpoint", "transition", "note", "opportunity", "metric", "persona")
    maps = {each.id: index for index, each in enumerate(document.maps())}

    def order(record: Record) -> tuple[int, int]:
        return maps.get(record.__dict__.get("map", record.id), len(maps)), kinds.index(record.kind_name)

    return tuple(sorted(document.referrers(record_id), key=order))


def _targets(document: Document, targets: Iterable[str]) -> list[Backed]:
    found = (document.records.get(each) for each in dict.fromkeys(targets))
    return [each for each in found if isinstance(each, Backed)]


def _move(document: Document, record: Shared, siblings: Sequence[Shared], index: int, label: str) -> None:
    others = [each for each in siblings if each.id != record.id]
    index = max(0, min(index, len(others)))
    if siblings.index(record) == index:
        return
    with document.transaction(label):
        document.put(record.with_(rank=rank_at(document, others, index)))


def _rank_at_end(document: Document, kind: type[Shared]) -> str:
    siblings = all_of(document, kind)
    return rank_at(document, siblings, len(siblings))
