"""The actions of lists of opportunities."""

from journey_editor.assets import marked as _
from journey_editor.ui.actions.table import ActionSpec, asks, has_map

OPPORTUNITIES = (
    ActionSpec(
        "opportunities", _("List of opportunities"), asks("opportunities"), "idea", "Ctrl+Shift+A", enabled=has_map,
        checked=lambda host: host.is_shown("opportunities"),
    ),
    ActionSpec(
        "new_opportunity", _("Add an opportunity to a stage…"), asks("new_opportunity"), "idea", enabled=has_map
    ),
)  # fmt: skip
