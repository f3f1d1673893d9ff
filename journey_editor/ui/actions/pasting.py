"""The actions of pasting."""

from journey_editor.assets import marked as _
from journey_editor.ui.actions.table import ActionSpec, Standard, asks, has_map

PASTE = (
    ActionSpec("paste", _("Paste"), asks("paste"), "paste", Standard.Paste, in_room=True),
    ActionSpec(
        "paste_tray", _("Paste into the tray"), asks("paste_tray"), "", "Ctrl+Shift+V", enabled=has_map, in_room=True
    ),
)
