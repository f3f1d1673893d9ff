"""The actions of findings: showing them, walking from one to the next, and the panel of it all."""

from journey_editor.assets import marked as _
from journey_editor.ui.actions.table import ActionSpec, asks, has_map

FINDINGS = (
    ActionSpec(
        "findings", _("Findings"), asks("findings"), "search", "Ctrl+F3", enabled=has_map,
        checked=lambda host: host.is_shown("findings"),
    ),
    ActionSpec("next_finding", _("Next finding"), asks("next_finding"), keys="F4", enabled=has_map),
    ActionSpec("last_finding", _("Previous finding"), asks("last_finding"), keys="Shift+F4", enabled=has_map),
)  # fmt: skip
FINDINGS_MENU = (_("Findings"), ("findings", "next_finding", "last_finding"))
