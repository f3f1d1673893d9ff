"""What the maps of a file share: owners, personas and evidence."""

from typing import TypeVar

from journey_editor.assets import _
from journey_editor.core.document import Document
from journey_editor.core.edits.place import rank_at
from journey_editor.core.journey import place
from journey_editor.core.records import Evidence, Owner, Persona

Shared = TypeVar("Shared", Owner, Persona, Evidence)


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


def _rank_at_end(document: Document, kind: type[Shared]) -> str:
    siblings = all_of(document, kind)
    return rank_at(document, siblings, len(siblings))
