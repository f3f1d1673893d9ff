"""Owners: who is accountable, each a swimlane."""

from collections.abc import Iterable, Sequence

from journey_editor.assets import _
from journey_editor.core.document import Document
from journey_editor.core.edits.library import all_of, move_shared
from journey_editor.core.edits.place import rank_at
from journey_editor.core.edits.touchpoints import hand_over
from journey_editor.core.edits.views import hand_views_over
from journey_editor.core.flow import effective_owner
from journey_editor.core.lanes import Lane
from journey_editor.core.records import Metric, Opportunity, Owner, Record, Stage, Touchpoint
from journey_editor.core.schema import references_of, targets_of

Owned = Stage | Touchpoint | Opportunity | Metric
"""What an owner can be accountable for."""


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
    move_shared(document, owner_id, index)


def recolor_owners(document: Document, ids: Sequence[str], color: str) -> None:
    """Give owners a colour "#RRGGBB"; "" for one that the theme chooses."""
    changing = [each for each in (document.one(Owner, one) for one in ids) if each.color != color]
    if changing:
        with document.transaction(_("Change colour")):
            for each in changing:
                document.put(each.with_(color=color))


def merge_owners(document: Document, kept: str, others: Iterable[str]) -> None:
    """Let everything that refers to some owners refer to the one that is kept, and remove them.

    Nobody is named twice: who is accountable for a stage is not also among those who contribute to it. Raises KeyError
    where an id names no owner.
    """
    gone = [document.one(Owner, each).id for each in dict.fromkeys(others) if each != kept]
    document.one(Owner, kept)
    if not gone:
        return
    with document.transaction(_("Merge owners")):
        for each in gone:
            for user in document.referrers(each):
                document.put(_handed_over(document.records[user.id], each, kept))
            hand_views_over(document, each, kept)
            document.remove(each)


def can_be_owned(record: Record | None) -> bool:
    """Whether an owner can be accountable for a record."""
    return isinstance(record, Owned)


def give_to_owner(document: Document, owner_id: str, targets: Iterable[str]) -> int:
    """Make an owner accountable for stages, touchpoints, opportunities and metrics; return for how many.

    Raises KeyError where the id names no owner.
    """
    owner = document.one(Owner, owner_id)
    found = [each for one in dict.fromkeys(targets) if isinstance(each := document.records.get(one), Owned)]
    cards = [each.id for each in found if isinstance(each, Touchpoint)]
    if found:
        with document.transaction(_("Hand over")):
            if cards:
                hand_over(document, cards, Lane("owner", owner.id))
            for each in found:
                if not isinstance(each, Touchpoint):
                    document.put(each.with_(owner=owner.id))
    return len(found)


def loads_of(document: Document) -> dict[str, int]:
    """Return for how many placed interactions of all maps each owner is accountable, by their ids; "" is nobody."""
    stages = {each.id: each for each in document.of_kind(Stage)}
    found: dict[str, int] = {}
    for each in document.of_kind(Touchpoint):
        stage = stages.get(each.stage or "")
        if stage is not None and each.kind == "interaction":
            owner = effective_owner(each, stage) or ""
            found[owner] = found.get(owner, 0) + 1
    return found


def _handed_over(user: Record, gone: str, kept: str) -> Record:
    """Return a record that names one owner in the place of another, each once."""
    fields: dict[str, object] = {}
    for reference in references_of(user.kind_name):
        if reference.targets == ("owner",) and gone in targets_of(user, reference):
            named = (kept if each == gone else each for each in targets_of(user, reference))
            fields[reference.field] = tuple(dict.fromkeys(named)) if reference.many else kept
    user = user.with_(**fields)
    if isinstance(user, Stage) and user.owner in user.contributors:
        user = user.with_(contributors=tuple(each for each in user.contributors if each != user.owner))
    return user
