"""The actions of pictures that records keep."""

from journey_editor.assets import marked as _
from journey_editor.core.edits.pictures import Pictured
from journey_editor.core.records import Picture
from journey_editor.ui.actions.table import ActionSpec, Host, asks


def can_have_picture(host: Host) -> bool:
    """Whether a picture can be chosen for what is selected, or instead of it."""
    return isinstance(host.workspace.current, Pictured | Picture)


def has_picture(host: Host) -> bool:
    """Whether what is selected has a picture."""
    current = host.workspace.current
    return isinstance(current, Pictured) and current.picture is not None


PICTURES = (
    ActionSpec("choose_picture", _("Choose a picture…"), asks("choose_picture"), "picture", enabled=can_have_picture),
    ActionSpec("drop_picture", _("Remove picture"), asks("drop_picture"), enabled=has_picture),
)
