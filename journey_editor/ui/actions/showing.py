"""The actions of showing only some of a map: what is asked for, saved as views, and all of it again."""

from journey_editor.assets import marked as _
from journey_editor.ui.actions.table import ActionSpec, Host, asks, has_map
from journey_editor.ui.links import linked


def dims(host: Host) -> bool:
    """Whether something of the map is dimmed."""
    return host.workspace.dims


def has_view(host: Host) -> bool:
    """Whether a saved view is shown."""
    return host.is_shown("view")


def has_link(host: Host) -> bool:
    """Whether what is selected, or what that hangs on, has a link."""
    return linked(host.workspace) is not None


SHOWING = (
    ActionSpec(
        "show_only", _("Show only…"), asks("show_only"), "filter", "Ctrl+Shift+F", enabled=has_map, checked=dims
    ),
    ActionSpec("show_all", _("Show all again"), asks("show_all"), "", "Ctrl+Alt+F", enabled=dims),
    ActionSpec("save_view", _("Save as a view…"), asks("save_view"), enabled=dims),
    ActionSpec("rename_view", _("Rename the view…"), asks("rename_view"), enabled=has_view),
    ActionSpec("remove_view", _("Remove the view"), asks("remove_view"), enabled=has_view),
    ActionSpec(
        "opportunities",
        _("List of opportunities"),
        asks("opportunities"),
        "idea",
        "Ctrl+Shift+A",
        enabled=has_map,
        checked=lambda host: host.is_shown("opportunities"),
    ),
    ActionSpec("open_link", _("Open the link…"), asks("open_link"), "link", "Ctrl+Alt+O", enabled=has_link),
)
