"""Pictures of touchpoints and personas: kept in the file, each once."""

from journey_editor.assets import _
from journey_editor.core.document import Document
from journey_editor.core.edits.place import rank_at
from journey_editor.core.journey import place
from journey_editor.core.records import Persona, Picture, Touchpoint

Pictured = Touchpoint | Persona
"""What can have a picture."""


def set_picture(document: Document, record_id: str, kind: str, data: str) -> str:
    """Give a touchpoint or a persona a picture (its type, such as "image/png", and base64); return the picture's id.

    A picture that the file has already is used again; the old one stays in the file only where another record shows it.
    Raises KeyError where the id names neither.
    """
    with document.transaction(_("Set picture")):
        each = _pictured(document, record_id)
        pictures = sorted(document.of_kind(Picture), key=place)
        known = next((picture.id for picture in pictures if (picture.type, picture.data) == (kind, data)), None)
        if known is None:
            rank = rank_at(document, pictures, len(pictures))
            known = document.new_id()
            document.put(Picture(id=known, rank=rank, type=kind, data=data))
        document.put(each.with_(picture=known))
        if each.picture != known:
            _let_go(document, each.picture)
    return known


def replace_picture(document: Document, picture_id: str, kind: str, data: str) -> None:
    """Let a picture of the file show something else wherever it is shown. Raises KeyError where the id names none."""
    found = document.one(Picture, picture_id)
    if (found.type, found.data) != (kind, data):
        with document.transaction(_("Replace picture")):
            document.put(found.with_(type=kind, data=data))


def clear_picture(document: Document, record_id: str) -> None:
    """Take the picture of a touchpoint or a persona away; it leaves the file where nobody else shows it."""
    each = _pictured(document, record_id)
    if each.picture is not None:
        with document.transaction(_("Remove picture")):
            document.put(each.with_(picture=None))
            _let_go(document, each.picture)


def _pictured(document: Document, record_id: str) -> Pictured:
    found = document.records[record_id]
    if not isinstance(found, Pictured):
        raise KeyError(record_id)
    return found


def _let_go(document: Document, picture: str | None) -> None:
    if picture is not None and not document.referrers(picture):
        document.remove(picture)
