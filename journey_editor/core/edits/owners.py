"""Owners: who is accountable, each a swimlane."""

from journey_editor.assets import _
from journey_editor.core.document import Document
from journey_editor.core.edits.library import all_of
from journey_editor.core.edits.place import rank_at
from journey_editor.core.records import Owner


def owners_of(document: Document) -> tuple[Owner, ...]:
    """Return the owners of the file by rank."""
    return all_of(document, Owner)


def owner_named(document: Document, name: str) -> Owner | None:
    """Return the owner that is called so, ignoring case, or None."""
    asked = name.strip().casefold()
    return next((owner for owner in owners_of(document) if owner.name.strip().casefold() == asked), None)


def add_owner(document: Document, name: str, color: str = "") -> str:
    """Add an owner below the others and return its id. Without a colour of its own it is drawn in one of the theme."""
    with document.transaction(_("Add owner")):
        owners = owners_of(document)
        rank = rank_at(document, owners, len(owners))
        new = Owner(id=document.new_id(), rank=rank, name=name, color=color)
        document.put(new)
    return new.id


def move_owner(document: Document, owner_id: str, index: int) -> None:
    """Move an owner so that its lane becomes the one at `index` among the owners' lanes."""
    owners = owners_of(document)
    here = next(i for i, owner in enumerate(owners) if owner.id == owner_id)
    others = [owner for owner in owners if owner.id != owner_id]
    index = max(0, min(index, len(others)))
    if here == index:
        return
    with document.transaction(_("Move lane")):
        document.put(owners[here].with_(rank=rank_at(document, others, index)))
