"""The actions of the library: the panels of personas, owners and evidence."""

from journey_editor.assets import marked as _
from journey_editor.ui.actions.table import ActionSpec, asks

LIBRARY = (
    ActionSpec(
        "personas", _("Personas"), asks("personas"), "persona", "F7", checked=lambda host: host.is_shown("personas")
    ),
    ActionSpec("owners", _("Owners"), asks("owners"), "owner", "F8", checked=lambda host: host.is_shown("owners")),
    ActionSpec(
        "persona_card", _("Persona card"), lambda host: host.workspace.show(persona=not host.workspace.view.persona),
        checked=lambda host: host.workspace.view.persona,
    ),
    ActionSpec(
        "evidence", _("Evidence"), asks("evidence"), "evidence", "F9", checked=lambda host: host.is_shown("evidence")
    ),
)  # fmt: skip
