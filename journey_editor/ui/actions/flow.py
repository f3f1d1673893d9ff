"""The actions for transitions: going from one to the next, what kind of path they are, where they begin and lead."""

from typing import Any

from journey_editor.assets import marked as _
from journey_editor.core.edits.transitions import PATHS
from journey_editor.core.parts import PathKind
from journey_editor.core.records import Record, Touchpoint, Transition
from journey_editor.layout.flow.paths import PATH_NAMES
from journey_editor.ui.actions.editing import by_hand
from journey_editor.ui.actions.table import ActionSpec, Asked, Host, has_map
from journey_editor.ui.canvas.flow import aim_source, leave, make_path, next_path, step_transition


def has_transition(host: Host) -> bool:
    """Whether a transition is selected."""
    return host.workspace.has_selected(Transition)


def has_card(host: Host) -> bool:
    """Whether a touchpoint is current."""
    return isinstance(host.workspace.current, Touchpoint)


def is_path(path: PathKind) -> Asked:
    """Return what tells whether the current transition is a kind of path."""

    def asked(host: Host) -> bool:
        current = host.workspace.current
        return isinstance(current, Transition) and current.path == path

    return asked


_KINDS = tuple(
    ActionSpec(
        f"path_{path}", PATH_NAMES[path], by_hand(make_path(path)), where="map", enabled=has_transition,
        checked=is_path(path),
    )
    for path in PATHS
)  # fmt: skip
FLOW = (
    ActionSpec(
        "leave", _("Customers leave here"), by_hand(leave), keys="Ctrl+Shift+G", where="map", enabled=has_card,
    ),
    ActionSpec(
        "link_source", _("Let it begin elsewhere…"), by_hand(aim_source), keys="Ctrl+L", where="map",
        enabled=has_transition, in_room=False,
    ),
    ActionSpec(
        "next_transition", _("Next transition"), by_hand(step_transition(1)), keys="Alt+PgDown", where="map",
        enabled=has_map,
    ),
    ActionSpec(
        "last_transition", _("Previous transition"), by_hand(step_transition(-1)), keys="Alt+PgUp", where="map",
        enabled=has_map,
    ),
    ActionSpec(
        "next_path", _("The next kind of path"), by_hand(next_path(1)), keys="Shift+Alt+PgDown", where="map",
        enabled=has_transition,
    ),
    ActionSpec(
        "last_path", _("The kind of path before"), by_hand(next_path(-1)), keys="Shift+Alt+PgUp", where="map",
        enabled=has_transition,
    ),
    *_KINDS,
)  # fmt: skip
PATH_MENU: tuple[str, tuple[Any, ...]] = (
    _("Path"), (*(spec.id for spec in _KINDS), None, "next_path", "last_path"),
)  # fmt: skip
FLOW_MENU: tuple[str, tuple[Any, ...]] = (
    _("Transitions"),
    ("leave", "link_source", None, "next_transition", "last_transition", None, PATH_MENU),
)
CONTEXT_OF_TRANSITION: tuple[Any, ...] = (
    "rename", "remove", None, PATH_MENU, "link", "link_source", None, "next_transition", "last_transition", None,
)  # fmt: skip
"""The menu of a transition; what can be put on it follows."""


def is_transition(record: Record | None) -> bool:
    """Whether a record is a transition, which has a menu of its own."""
    return isinstance(record, Transition)
