"""The actions of finding: words in texts, and everything by its name."""

from journey_editor.assets import marked as _
from journey_editor.ui.actions.table import ActionSpec, Standard, asks, has_map

# some desktops have no standard keys for replacing, others have those of the room view
FIND = (
    ActionSpec("find", _("Find…"), asks("find"), "search", Standard.Find, enabled=has_map),
    ActionSpec("find_next", _("Next hit"), asks("find_next"), "", "F3", enabled=has_map),
    ActionSpec("find_last", _("Previous hit"), asks("find_last"), "", "Shift+F3", enabled=has_map),
    ActionSpec("replace", _("Replace…"), asks("replace"), "", "Ctrl+H", enabled=has_map),
    ActionSpec("commands", _("Find anything…"), asks("commands"), "", "Ctrl+K"),
)
