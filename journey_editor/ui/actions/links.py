"""The action of links that records have."""

from journey_editor.assets import marked as _
from journey_editor.ui.actions.table import ActionSpec, Host, asks
from journey_editor.ui.links import linked


def has_link(host: Host) -> bool:
    """Whether what is selected, or what that hangs on, has a link."""
    return linked(host.workspace) is not None


LINKS = (ActionSpec("open_link", _("Open the link…"), asks("open_link"), "link", "Ctrl+Shift+D", enabled=has_link),)
