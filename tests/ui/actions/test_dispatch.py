"""Keys in a whole window: which of map, window and text they mean while the capture line has the keyboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from journey_editor.ui.window import MainWindow
from tests import hands
from tests.robot import Robot


@pytest.fixture
def robot(window: MainWindow) -> Robot:
    return Robot(window)


@pytest.fixture
def menus(window: MainWindow) -> Iterator[list[QMenu]]:
    """The menus that were opened; they are closed at the end."""
    opened: list[QMenu] = []
    window.canvas.menu_asked.connect(lambda _place, _record: opened.append(QApplication.activePopupWidget()))  # type: ignore[arg-type]
    yield opened
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()


def ask_by_key(window: MainWindow) -> None:
    """What the Menu key sends to whoever has the keyboard."""
    reason, here = QContextMenuEvent.Reason.Keyboard, QPoint(4, 4)
    QApplication.sendEvent(window.capture, QContextMenuEvent(reason, here, window.capture.mapToGlobal(here)))


def test_the_menu_key_and_shift_f10_ask_for_the_menu_of_what_is_selected(
    robot: Robot, window: MainWindow, menus: list[QMenu]
):
    robot.click("Kick-off")
    ask_by_key(window)
    assert menus[0].isVisible()
    assert window.actions_of.by_id["duplicate"] in menus[0].actions()
    menus[0].close()
    hands.tap(window.capture, "Shift+F10")
    assert menus[1].isVisible()


def test_words_in_the_line_keep_their_own_menu(window: MainWindow, menus: list[QMenu]):
    hands.QTest.keyClicks(window.capture, "Words")
    ask_by_key(window)
    popup = QApplication.activePopupWidget()
    assert menus == []
    assert popup is not None
    popup.close()


def test_keys_of_the_window_hold_where_the_line_would_use_them_itself(robot: Robot, window: MainWindow):
    """Home moves a text's cursor; who gives it to a panel means the panel while there is no text."""
    window.preferences.change(keys={"outline": ["Home"], "duplicate": ["Alt+J"]})
    hands.tap(window.capture, "Home")
    assert window.is_shown("outline")
    hands.tap(window.outline.view, "Home")
    assert window.is_shown("outline")
    window.canvas.setFocus()
    robot.click("Kick-off")
    count = len(robot.titles())
    hands.tap(window.capture, "Alt+J")
    assert len(robot.titles()) == count + 1
    assert window.capture.text() == ""


def test_what_cannot_be_done_now_is_used_up_and_does_nothing(robot: Robot, window: MainWindow):
    robot.click("Kick-off")
    hands.tap(window.capture, "Ctrl+Z")
    assert window.capture.text() == ""
    assert not window.workspace.history.steps


def test_a_key_that_means_a_feeling_holds_while_words_are_typed(robot: Robot, window: MainWindow, qtbot: QtBot):
    robot.click("Kick-off")
    hands.QTest.keyClicks(window.capture, "Words")
    hands.tap(window.capture, "Ctrl+5")
    robot.expect_card("Kick-off", feels=2.0)
    assert window.capture.text() == "Words"
    hands.tap(window.capture, "Ctrl+A")
    assert window.capture.selectedText() == "Words"


def test_hints_and_tooltips_name_the_keys_that_a_person_chose(robot: Robot, window: MainWindow):
    window.preferences.change(keys={"rename": ["F9"], "undo": ["Ctrl+U"]})
    robot.click("Kick-off")
    window.capture.resize(700, 32)
    assert window.capture.placeholderText().endswith("F9 renames")
    robot.press("Ctrl+5")
    assert "(Ctrl+U)" in window.head.undo.toolTip()
