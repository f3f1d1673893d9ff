"""The actions that change the map: the same verbs as keys and mouse."""

from collections.abc import Callable
from typing import Any

from journey_editor.assets import _ as translated, marked as _
from journey_editor.core.records import Touchpoint
from journey_editor.ui.actions.table import ActionSpec, Host, Standard, asks, has_map, has_selection, on_canvas
from journey_editor.ui.canvas.keys import (
    Command,
    add_after,
    add_stage_after,
    duplicate,
    edit_title,
    feel,
    move_to,
    nudge,
    remove_selected,
    select_all,
    select_first,
    select_last,
    walk_to,
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
    return host.workspace.has_selected(Touchpoint)


def is_held(host: Host) -> bool:
    """Whether something is selected, or hands are on a cell or the name of a row."""
    return has_selection(host) or host.canvas.cells.at is not None


def _walks(id: str, text: str, command: Command, keys: str) -> ActionSpec:
    return ActionSpec(id, text, by_hand(command), keys=keys, where="map", enabled=has_map, in_menu=False)


EDIT = (
    ActionSpec(
        "undo",
        _("Undo"),
        lambda host: host.workspace.undo(),
        "undo",
        Standard.Undo,
        enabled=can_undo,
        names=undo_name,
        in_room=True,
    ),
    ActionSpec(
        "redo",
        _("Redo"),
        lambda host: host.workspace.redo(),
        "redo",
        Standard.Redo,
        enabled=can_redo,
        names=redo_name,
        in_room=True,
    ),
    ActionSpec("history", _("History…"), asks("history"), "history", "F12"),
    ActionSpec(
        "rename",
        _("Rename"),
        by_hand(edit_title),
        keys=("F2", "Return"),
        where="map",
        enabled=is_held,
        in_room=False,
    ),
    ActionSpec(
        "duplicate", _("Duplicate"), by_hand(duplicate), "duplicate", keys="Ctrl+D", where="map", enabled=has_touchpoint
    ),
    ActionSpec("remove", _("Remove"), by_hand(remove_selected), "trash", keys="Del", where="map", enabled=is_held),
    ActionSpec(
        "select_all", _("Select all touchpoints"), by_hand(select_all), keys="Ctrl+A", where="map", enabled=has_map
    ),
)
INSERT = (
    ActionSpec(
        "touchpoint",
        _("Touchpoint"),
        by_hand(add_after),
        "touchpoint",
        keys="Ctrl+Return",
        where="map",
        enabled=has_map,
        in_room=False,
    ),
    ActionSpec(
        "stage",
        _("Stage"),
        by_hand(add_stage_after),
        "stage",
        keys="Ctrl+Shift+Return",
        where="map",
        enabled=has_map,
        in_room=False,
    ),
    ActionSpec(
        "earlier", _("Move earlier"), by_hand(move_to("left")), keys="Ctrl+Left", where="map", enabled=has_selection
    ),
    ActionSpec(
        "later", _("Move later"), by_hand(move_to("right")), keys="Ctrl+Right", where="map", enabled=has_selection
    ),
    ActionSpec("up", _("To the lane above"), by_hand(move_to("up")), keys="Ctrl+Up", where="map", enabled=is_held),
    ActionSpec(
        "down", _("To the lane below"), by_hand(move_to("down")), keys="Ctrl+Down", where="map", enabled=is_held
    ),
)
FEEL = (
    ActionSpec("feel_1", _("Desperate"), by_hand(feel(-2.0)), keys="Ctrl+1", where="map", enabled=has_touchpoint),
    ActionSpec("feel_2", _("Frustrated"), by_hand(feel(-1.0)), keys="Ctrl+2", where="map", enabled=has_touchpoint),
    ActionSpec("feel_3", _("Neutral"), by_hand(feel(0.0)), keys="Ctrl+3", where="map", enabled=has_touchpoint),
    ActionSpec("feel_4", _("Satisfied"), by_hand(feel(1.0)), keys="Ctrl+4", where="map", enabled=has_touchpoint),
    ActionSpec("feel_5", _("Delighted"), by_hand(feel(2.0)), keys="Ctrl+5", where="map", enabled=has_touchpoint),
    ActionSpec(
        "better", _("Half a step better"), by_hand(nudge(0.5)), keys="Ctrl+Shift+Up", where="map",
        enabled=has_touchpoint,
    ),
    ActionSpec(
        "worse", _("Half a step worse"), by_hand(nudge(-0.5)), keys="Ctrl+Shift+Down", where="map",
        enabled=has_touchpoint,
    ),
)  # fmt: skip
WALK = (
    _walks("go_left", _("Go left"), walk_to("left"), "Left"),
    _walks("go_right", _("Go right"), walk_to("right"), "Right"),
    _walks("go_up", _("Go up"), walk_to("up"), "Up"),
    _walks("go_down", _("Go down"), walk_to("down"), "Down"),
    _walks("extend_left", _("Select also what is left"), walk_to("left", extend=True), "Shift+Left"),
    _walks("extend_right", _("Select also what is right"), walk_to("right", extend=True), "Shift+Right"),
    _walks("extend_up", _("Select also what is above"), walk_to("up", extend=True), "Shift+Up"),
    _walks("extend_down", _("Select also what is below"), walk_to("down", extend=True), "Shift+Down"),
    _walks("first", _("First touchpoint"), select_first, "Home"),
    _walks("last", _("Last touchpoint"), select_last, "End"),
    ActionSpec(
        "menu",
        _("The menu of what is selected"),
        on_canvas("ask_menu"),
        keys="Shift+F10",
        where="map",
        in_menu=False,
        in_room=False,
    ),
)
