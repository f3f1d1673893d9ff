"""The actions that choose what the lanes of a map are by: owners, layers of a service blueprint, or channels."""

from journey_editor.assets import marked as _
from journey_editor.core.edits.lanes import set_lanes_by
from journey_editor.core.lanes import lanes_by
from journey_editor.core.parts import LanesBy
from journey_editor.core.records import JourneyMap
from journey_editor.ui.actions.table import ActionSpec, Asked, Host, Run, has_map


def by(what: LanesBy) -> Run:
    """Return what lets the lanes of the map that is shown be by something."""
    return lambda host: set_lanes_by(host.workspace.document, host.workspace.map_id, what)


def are_by(what: LanesBy) -> Asked:
    """Return what tells whether the lanes of the map that is shown are by something."""

    def asked(host: Host) -> bool:
        shown = host.workspace.document.records.get(host.workspace.map_id)
        return isinstance(shown, JourneyMap) and lanes_by(shown) == what

    return asked


LANES = (
    ActionSpec(
        "lanes_owner", _("Lanes by owner"), by("owner"), keys="Shift+F7", enabled=has_map, checked=are_by("owner"),
        in_room=True,
    ),
    ActionSpec(
        "lanes_layer", _("Lanes by layer"), by("layer"), keys="Shift+F8", enabled=has_map, checked=are_by("layer"),
        in_room=True,
    ),
    ActionSpec(
        "lanes_channel", _("Lanes by channel"), by("channel"), keys="Shift+F9", enabled=has_map,
        checked=are_by("channel"), in_room=True,
    ),
)  # fmt: skip
