"""The actions that change the map: the same verbs as keys and mouse."""

from collections.abc import Callable
from typing import Any

from journey_editor.assets import _ as translated, marked as _
from journey_editor.ui.actions.table import ActionSpec, Host, Standard, asks, has_map, has_selection
from journey_editor.ui.canvas.keys import (
    add_after,
    add_stage_after,
    duplicate,
    edit_title,
    feel,
    move_to,
    nudge,
    remove_selected,
    select_all,
)


def by_hand(command: Callable[..., Any]) -> Callable[[Host], None]:
    """Return what runs a command of the map."""
    return lambda host: command(host.workspace, host.canvas)


def can_undo(host: Host) -> bool:
    """Whether there is a step to take back, and no gesture under way."""
    return host.workspace.history.undo_label is not None and not host.canvas.gesture_runs


def can_redo(host: Host) -> bool:
    """Whether there is a step to do again."""
    return host.workspace.history.redo_label is not None and not host.canvas.gesture_runs


def undo_name(host: Host) -> str:
    """Return what undo would take back, by its name."""
    label = host.workspace.history.undo_label
    return translated("Undo: {label}").format(label=label) if label else translated("Undo")


def redo_name(host: Host) -> str:
    """Return what redo would do again, by its name."""
    label = host.workspace.history.redo_label
    return translated("Redo: {label}").format(label=label) if label else translated("Redo")


def has_touchpoint(host: Host) -> bool:
    """Whether a touchpoint is selected."""
    return bool(host.workspace.selected_touchpoints)


EDIT = (
    ActionSpec(
        "undo", _("Undo"), lambda host: host.workspace.undo(), "undo", Standard.Undo, enabled=can_undo, names=undo_name
    ),
    ActionSpec(
        "redo", _("Redo"), lambda host: host.workspace.redo(), "redo", Standard.Redo, enabled=can_redo, names=redo_name
    ),
    ActionSpec("history", _("History…"), asks("history"), "history", "Ctrl+Alt+Z"),
    ActionSpec("rename", _("Rename"), by_hand(edit_title), hint="F2", enabled=has_selection),
    ActionSpec("duplicate", _("Duplicate"), by_hand(duplicate), "duplicate", hint="Ctrl+D", enabled=has_touchpoint),
    ActionSpec("remove", _("Remove"), by_hand(remove_selected), "trash", hint="Del", enabled=has_selection),
    ActionSpec("select_all", _("Select all touchpoints"), by_hand(select_all), hint="Ctrl+A", enabled=has_map),
)
INSERT = (
    ActionSpec("touchpoint", _("Touchpoint"), by_hand(add_after), "touchpoint", hint="Ctrl+Return", enabled=has_map),
    ActionSpec("stage", _("Stage"), by_hand(add_stage_after), "stage", hint="Ctrl+Shift+Return", enabled=has_map),
    ActionSpec("earlier", _("Move earlier"), by_hand(move_to("left")), hint="Ctrl+Left", enabled=has_selection),
    ActionSpec("later", _("Move later"), by_hand(move_to("right")), hint="Ctrl+Right", enabled=has_selection),
    ActionSpec("up", _("To the lane above"), by_hand(move_to("up")), hint="Ctrl+Up", enabled=has_selection),
    ActionSpec("down", _("To the lane below"), by_hand(move_to("down")), hint="Ctrl+Down", enabled=has_selection),
)
FEEL = (
    ActionSpec("feel_1", _("Desperate"), by_hand(feel(-2.0)), hint="Ctrl+1", enabled=has_touchpoint),
    ActionSpec("feel_2", _("Frustrated"), by_hand(feel(-1.0)), hint="Ctrl+2", enabled=has_touchpoint),
    ActionSpec("feel_3", _("Neutral"), by_hand(feel(0.0)), hint="Ctrl+3", enabled=has_touchpoint),
    ActionSpec("feel_4", _("Satisfied"), by_hand(feel(1.0)), hint="Ctrl+4", enabled=has_touchpoint),
    ActionSpec("feel_5", _("Delighted"), by_hand(feel(2.0)), hint="Ctrl+5", enabled=has_touchpoint),
    ActionSpec("better", _("Half a step better"), by_hand(nudge(0.5)), hint="Ctrl+Shift+Up", enabled=has_touchpoint),
    ActionSpec("worse", _("Half a step worse"), by_hand(nudge(-0.5)), hint="Ctrl+Shift+Down", enabled=has_touchpoint),
)
