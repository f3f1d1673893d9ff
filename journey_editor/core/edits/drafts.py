"""What a captured line becomes on a map."""

from journey_editor.assets import _
from journey_editor.core.capture.plain import Captured
from journey_editor.core.document import Document
from journey_editor.core.edits.feelings import set_valence
from journey_editor.core.edits.owners import add_owner, owner_named
from journey_editor.core.edits.place import Slot
from journey_editor.core.edits.touchpoints import add_touchpoint, touchpoint
from journey_editor.core.parts import Basis, Emotion
from journey_editor.core.words import channel_named


def add_captured(
    document: Document, map_id: str, captured: Captured, slot: Slot | None, basis: Basis = "assumption"
) -> str:
    """Make a touchpoint of a captured line, with an owner that is made where nobody is called so; return its id."""
    with document.transaction(_("Add touchpoint")):
        emotion = None if captured.valence is None else Emotion(valence=captured.valence, basis=basis)
        return add_touchpoint(
            document,
            map_id,
            captured.title,
            slot,
            kind="action" if captured.alone else "interaction",
            owner=_owner(document, captured.owner),
            channel=channel_named(captured.channel),
            emotion=emotion,
        )


def add_to_touchpoint(document: Document, touchpoint_id: str, captured: Captured) -> None:
    """Add to a touchpoint what a captured line says besides its title."""
    with document.transaction(_("Add to touchpoint")):
        each = touchpoint(document, touchpoint_id)
        if captured.alone:
            each = each.with_(kind="action")
        if captured.owner:
            each = each.with_(owner=_owner(document, captured.owner), kind="interaction")
        if captured.channel:
            each = each.with_(channel=channel_named(captured.channel))
        document.put(each)
        if captured.valence is not None:
            set_valence(document, (touchpoint_id,), captured.valence)


def _owner(document: Document, name: str) -> str | None:
    if not name:
        return None
    known = owner_named(document, name)
    return known.id if known else add_owner(document, name)
