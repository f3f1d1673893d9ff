"""Pictures of touchpoints: kept in the file, each once."""

from journey_editor.assets import _
from journey_editor.core.document import Document
from journey_editor.core.edits.place import rank_at
from journey_editor.core.edits.touchpoints import touchpoint
from journey_editor.core.journey import place
from journey_editor.core.records import Picture


def set_picture(document: Document, touchpoint_id: str, kind: str, data: str) -> str:
    """Give a touchpoint a picture (its type, such as "image/png", and base64) and return the picture's id.

    A picture that the file has already is used again; the touchpoint's old one stays in the file only where another
    record shows it.
    """
    with document.transaction(_("Set picture")):
        each = touchpoint(document, touchpoint_id)
        pictures = sorted(document.of_kind(Picture), key=place)
        known = next((picture.id for picture in pictures if (picture.type, picture.data) == (kind, data)), None)
        if known is None:
            rank = rank_at(document, pictures, len(pictures))
            known = document.new_id()
            document.put(Picture(id=known, rank=rank, type=kind, data=data))
        document.put(each.with_(picture=known))
        if each.picture and each.picture != known and not document.referrers(each.picture):
            document.remove(each.picture)
    return known
