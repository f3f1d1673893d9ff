"""The actions of the tray."""

from journey_editor.assets import marked as _
from journey_editor.core.records import Touchpoint
from journey_editor.ui.actions.table import ActionSpec, Host, asks


def has_placed(host: Host) -> bool:
    """Whether a touchpoint is selected that lies on the map."""
    return any(isinstance(each, Touchpoint) and each.stage is not None for each in host.workspace.each_selected())


TRAY = (
    ActionSpec("tray", _("Tray"), asks("tray"), "tray", "Ctrl+T", checked=lambda host: host.is_shown("tray")),
    ActionSpec("to_tray", _("Move to the tray"), asks("to_tray"), "", "Ctrl+U", enabled=has_placed, in_room=True),
)
