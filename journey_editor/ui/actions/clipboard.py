"""The actions of copying."""

from journey_editor.assets import marked as _
from journey_editor.ui.actions.table import ActionSpec, Standard, asks, has_map, has_selection

COPY = (
    ActionSpec("cut", _("Cut"), asks("cut"), "cut", Standard.Cut, enabled=has_selection, in_room=True),
    ActionSpec("copy", _("Copy"), asks("copy"), "copy", Standard.Copy, enabled=has_selection, in_room=True),
    ActionSpec("copy_picture", _("Copy as picture"), asks("copy_picture"), "picture", enabled=has_map),
    ActionSpec("copy_table", _("Copy as table"), asks("copy_table"), "table", enabled=has_map),
)
