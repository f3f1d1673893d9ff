"""What the lanes of a map are by: owners, the layers of a service blueprint, or channels."""

from journey_editor.assets import _
from journey_editor.core.document import Document
from journey_editor.core.journey import map_in
from journey_editor.core.lanes import lanes_by
from journey_editor.core.parts import LanesBy


def set_lanes_by(document: Document, map_id: str, by: LanesBy) -> None:
    """Let the lanes of a map be by owner, layer or channel. Raises KeyError where the id names no map.

    A map that has such lanes already stays as it is: it need not say what is usual for its state.
    """
    found = map_in(document.records, map_id)
    if lanes_by(found) != by:
        labels = {"owner": _("Lanes by owner"), "layer": _("Lanes by layer"), "channel": _("Lanes by channel")}
        with document.transaction(labels[by]):
            document.put(found.with_(lanes_by=by))
