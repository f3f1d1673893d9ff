"""The table of actions and the menus made of it."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMenu

from journey_editor.core.edits.removal import remove
from journey_editor.ui.actions.keymap import combination_of, usual_keys
from journey_editor.ui.actions.menus import ACTIONS, CONTEXT, CONTEXT_OF_MAP, MENUS, VIEW_MENU
from journey_editor.ui.window import MainWindow
from tests import hands
from tests.robot import Robot

ALTGR = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
FILLED_WHEN_SHOWN = {"recent"}


def ids(items: Any) -> Iterator[str]:
    for item in items:
        if isinstance(item, str):
            yield item
        elif item is not None:
            yield from ids(item[1])


def test_each_id_is_there_once():
    assert [name for name, count in Counter(spec.id for spec in ACTIONS).items() if count > 1] == []


def test_menus_name_only_actions_that_exist_and_every_action_is_in_one():
    known = {spec.id for spec in ACTIONS}
    for items in (MENUS, VIEW_MENU, CONTEXT, CONTEXT_OF_MAP):
        assert set(ids(items)) - known - FILLED_WHEN_SHOWN == set()
    assert {spec.id for spec in ACTIONS if spec.in_menu} - set(ids(MENUS)) == set()
    assert {spec.id for spec in ACTIONS if not spec.in_menu} & set(ids(MENUS)) == set()


def lists(items: Any) -> Iterator[Any]:
    yield items
    for item in items:
        if isinstance(item, tuple):
            yield from lists(item[1])


def test_each_menu_is_low_enough_for_a_small_screen():
    for items in (MENUS, VIEW_MENU, CONTEXT, CONTEXT_OF_MAP):
        for found in lists(items):
            lines = sum(0.4 if item is None else 1 for item in found)
            assert lines <= 23, f"{found} would fall into two columns on a screen of 720 pixels"


def test_the_ground_offers_what_is_done_with_the_map(window: MainWindow):
    robot = Robot(window)
    robot.click("Kick-off")
    hands.ask_menu(robot.viewport, robot.place_in("Renewal", "Marketing"))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    names = {action.objectName() for action in menu.actions()}
    menu.close()
    assert "fit_all" in names and "rename" not in names


def test_each_action_says_what_it_does_and_how_it_is_called():
    for spec in ACTIONS:
        assert spec.text.strip(), spec.id
        assert spec.in_menu or usual_keys(spec), f"{spec.id} can only be had by its keys, and has none"


def test_no_key_means_two_things(window: MainWindow):
    keys = Counter(each.toString() for action in window.actions_of.by_id.values() for each in action.shortcuts())
    assert [name for name, count in keys.items() if count > 1] == []


def test_no_action_takes_what_is_typed_with_altgr():
    """On Windows AltGr is told as Ctrl+Alt: Polish and others type letters with it."""
    for spec in ACTIONS:
        for keys in usual_keys(spec):
            pressed = combination_of(keys)
            is_altgr = pressed.keyboardModifiers() & ALTGR == ALTGR
            assert not (is_altgr and pressed.key() < Qt.Key.Key_Escape), f"{spec.id}: {keys} types something"


def test_what_the_system_has_a_key_for_has_that(window: MainWindow):
    wanted = {"new": "New", "open": "Open", "save": "Save", "print": "Print", "undo": "Undo", "redo": "Redo",
              "zoom_in": "ZoomIn", "zoom_out": "ZoomOut"}  # fmt: skip
    for name, standard in wanted.items():
        keys = QKeySequence.keyBindings(getattr(QKeySequence.StandardKey, standard))
        assert keys[0] in window.actions_of.by_id[name].shortcuts()


def test_actions_that_need_a_selection_wait_for_one(window: MainWindow):
    by_id = window.actions_of.by_id
    assert not by_id["remove"].isEnabled()
    window.workspace.session.select(("s1",))
    assert by_id["remove"].isEnabled()
    assert not by_id["feel_1"].isEnabled()
    window.workspace.session.select(("t1",))
    assert by_id["feel_1"].isEnabled()


def test_actions_do_what_their_keys_do(window: MainWindow):
    window.workspace.session.select(("t1",))
    window.actions_of.by_id["feel_1"].trigger()
    assert window.workspace.document.records["t1"].__dict__["emotion"].valence == -2
    window.actions_of.by_id["duplicate"].trigger()
    assert len(window.workspace.session.selected) == 1
    assert window.workspace.session.selected != ("t1",)
    window.actions_of.by_id["overlay"].trigger()
    assert window.workspace.view.overlay
    assert window.actions_of.by_id["overlay"].isChecked()


def test_what_happens_in_a_drag_waits_or_drops_it(window: MainWindow, in_dialog: Callable[..., list[str]]):
    robot = Robot(window)
    robot.type("Brand new")
    robot.press("Return")
    goal = robot.hold_card("Brand new", stage="Adoption")
    robot.press("Ctrl+Z")
    hands.release(robot.viewport, goal)
    robot.expect_card("Brand new", stage="Adoption")
    robot.hold_card("Brand new", stage="Renewal")
    shown: list[bool] = []
    in_dialog(lambda dialog: (shown.append(window.canvas.gesture_runs), dialog.reject()))
    window.actions_of.by_id["export"].trigger()
    assert shown == [False]
    robot.expect_card("Brand new", stage="Adoption")
    goal = robot.hold_card("Brand new", stage="Renewal")
    window.workspace.undo()
    window.workspace.undo()
    hands.release(robot.viewport, goal)
    robot.expect_no_card("Brand new")


def test_of_what_is_done_together_actions_tell_once_it_is_done(window: MainWindow):
    window.workspace.session.select(("t3",))
    undo, rename = (window.actions_of.by_id[each] for each in ("undo", "rename"))
    told: list[str] = []
    undo.changed.connect(lambda: told.append(undo.text().split("\t")[0]))
    workspace = window.workspace
    assert rename.isEnabled()
    with workspace.together():
        remove(workspace.document, ("t3",))
        workspace.session.select(())
        assert rename.isEnabled() and not told, "nobody looks at them yet"
    assert not rename.isEnabled()
    assert undo.isEnabled() and told[-1:] == [undo.text().split("\t")[0]]
