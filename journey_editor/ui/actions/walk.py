"""Taking the journey oneself."""

from journey_editor.assets import marked as _
from journey_editor.ui.actions.table import ActionSpec, asks, has_map

WALK_THROUGH = (
    ActionSpec("walk", _("Walk through the journey…"), asks("walk"), "present", "Ctrl+F5", enabled=has_map),
)
