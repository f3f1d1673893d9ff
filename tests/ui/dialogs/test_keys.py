"""The key page: what it shows, how keys are changed, clashes, and that they hold at once in all windows."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journey_editor.storage.settings import load_settings
from journey_editor.ui.actions.hands import HANDS
from journey_editor.ui.actions.menus import ACTIONS, groups
from journey_editor.ui.desk import Desk
from journey_editor.ui.dialogs.keys import KeyPage
from journey_editor.ui.theme import look_of
from journey_editor.ui.window import MainWindow
from tests import hands
from tests.robot import Robot

BY_ID = {spec.id: spec for spec in ACTIONS}


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> KeyPage:
    """The page over its window, with the keyboard in it; it goes with the window."""
    found = KeyPage(window, groups(), window.preferences, look_of("light"))
    with qtbot.waitActive(found):
        found.show()
        found.activateWindow()
    return found


def press(*keys: str) -> None:
    """Press keys wherever the keyboard is."""
    for each in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        hands.tap(focused, each)


def middle_of(page: KeyPage, id: str) -> QPoint:
    """Where a row is."""
    page.list.go_to(id)
    item = page.list.currentItem()
    assert item is not None
    return page.list.visualItemRect(item).center()


def search(page: KeyPage, words: str) -> None:
    page.search.setText(words)
    page.search.setFocus()


def test_f1_opens_it(window: MainWindow, in_dialog: Callable[..., list[str]]):
    seen = in_dialog(lambda dialog: dialog.reject())
    Robot(window).press("F1")
    assert seen == ["KeyPage"]
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.findChildren(KeyPage) == []


def test_it_shows_every_action_with_its_keys_and_every_hand(page: KeyPage, window: MainWindow):
    assert set(page.list.shown_ids()) == set(BY_ID)
    assert page.list.caps_of("duplicate") == ["Ctrl+D"]
    assert page.list.caps_of("rename") == ["F2", "Enter"]
    assert page.list.caps_of("undo")[0] == "Ctrl+Z"
    assert page.list.caps_of("sample") == []
    assert page.list.titles()[-len(HANDS) :] == [title for title, _hands in HANDS]
    for spec in ACTIONS:
        if spec.where == "window":
            assert len(page.list.caps_of(spec.id)) <= len(window.actions_of.by_id[spec.id].shortcuts())


@pytest.mark.parametrize(
    ("words", "found"),
    [("duplic", ["duplicate"]), ("ctrl+shift+n", ["add_map"]), ("half better", ["better"]), ("no such thing", [])],
)
def test_typing_searches_names_and_keys(page: KeyPage, words: str, found: list[str]):
    page.list.setFocus()
    for letter in words:
        hands.QTest.keyClicks(QApplication.focusWidget() or page, letter)
    assert page.search.text() == words
    assert page.list.shown_ids() == found
    assert page.list.current_id() == (found[0] if found else "")
    press("Esc")
    assert len(page.list.shown_ids()) == len(BY_ID)
    assert page.isVisible()
    press("Esc")
    assert not page.isVisible()


def test_enter_and_new_keys_change_an_action_at_once_in_all_windows(page: KeyPage, window: MainWindow, desk: Desk):
    other = desk.sample()
    search(page, "duplicate")
    press("Return", "Ctrl+Shift+U")
    assert page.list.caps_of("duplicate") == ["Ctrl+Shift+U"]
    assert load_settings().keys == {"duplicate": ("Ctrl+Shift+U",)}
    page.close()
    for each in (window, other):
        each.activateWindow()
        each.canvas.setFocus()
        robot = Robot(each)
        robot.click("Discovery call")
        count = len(robot.titles())
        hands.tap(each.capture, "Ctrl+D")
        assert len(robot.titles()) == count
        hands.tap(each.capture, "Ctrl+Shift+U")
        assert len(robot.titles()) == count + 1
        assert each.actions_of.by_id["duplicate"].text().endswith("\tCtrl+Shift+U")


def test_keys_of_the_window_change_too(page: KeyPage, window: MainWindow):
    search(page, "outline")
    press("Return", "F10")
    page.close()
    window.activateWindow()
    window.canvas.setFocus()
    Robot(window).press("F10")
    assert window.is_shown("outline")
    assert [each.toString() for each in window.actions_of.by_id["outline"].shortcuts()] == ["F10"]


def test_a_click_on_a_row_listens_and_esc_changes_nothing(page: KeyPage):
    hands.click(page.list.viewport(), middle_of(page, "new"))
    assert page.list.listening == "new"
    press("Esc")
    assert (page.list.listening, load_settings().keys) == ("", {})
    assert page.isVisible()


def test_insert_adds_and_del_removes(page: KeyPage):
    search(page, "duplicate")
    press("Insert", "F11")
    assert page.list.caps_of("duplicate") == ["Ctrl+D", "F11"]
    press("Delete")
    assert page.list.caps_of("duplicate") == []
    assert load_settings().keys == {"duplicate": ()}


def test_a_clash_names_the_other_action_and_can_be_taken(page: KeyPage):
    search(page, "rename")
    press("Return", "Ctrl+D")
    assert page.clash.text() == "Ctrl+D means “Duplicate” already."
    assert page.list.caps_of("rename") == ["F2", "Enter"]
    press("Space")
    assert (page.list.caps_of("rename"), page.list.caps_of("duplicate")) == (["Ctrl+D"], [])


def test_a_clash_is_answered_by_enter_on_the_button_that_has_the_keyboard(page: KeyPage):
    page.list.go_to("rename")
    page.list.setFocus()
    press("Return", "Ctrl+D", "Return")
    assert page._keymap.keys_of("rename") == ("Ctrl+D",)
    press("Return", "Ctrl+J", "Shift+Tab", "Return")
    assert page._keymap.keys_of("rename") == ("Ctrl+D",)
    assert page.list.hasFocus() and page.isVisible()


def test_a_clash_can_be_left(page: KeyPage):
    search(page, "rename")
    press("Return", "Ctrl+D", "Esc")
    assert (page.list.caps_of("rename"), page.list.caps_of("duplicate")) == (["F2", "Enter"], ["Ctrl+D"])
    assert page.isVisible()
    assert load_settings().keys == {}


@pytest.mark.parametrize("keys", ["D", "Shift+D", "Space", "Tab"])
def test_what_types_or_walks_is_refused_in_one_sentence(page: KeyPage, keys: str):
    search(page, "duplicate")
    press("Return", keys)
    assert page.hint.text().startswith(keys)
    assert page.list.listening == "duplicate"
    press("Ctrl+Alt+F7")
    assert page.list.caps_of("duplicate") == ["Ctrl+Alt+F7"]


def test_one_is_reset_by_its_button_or_its_row_and_all_at_once(page: KeyPage):
    for name, keys in (("duplicate", "F10"), ("rename", "F11"), ("export", "Ctrl+D")):
        search(page, BY_ID[name].text)
        press("Return", keys)
    page.search.clear()
    page.list.go_to("rename")
    page.reset.click()
    assert page.list.caps_of("rename") == ["F2", "Enter"]
    edge = QPoint(page.list.viewport().width() - 12, middle_of(page, "export").y())
    hands.click(page.list.viewport(), edge)
    assert page.list.caps_of("export") == ["Ctrl+E"]
    assert page.list.caps_of("duplicate") == ["F10"]
    page.reset_all.click()
    assert load_settings().keys == {}
    assert page.list.caps_of("duplicate") == ["Ctrl+D"]
    assert not page.reset_all.isEnabled()


def test_a_reset_asks_where_somebody_else_has_the_keys(page: KeyPage):
    search(page, "rename")
    press("Return", "Ctrl+D")
    page.take.click()
    search(page, "duplicate")
    page.reset.click()
    assert page.clash.text() == "Ctrl+D means “Rename” already."
    page.take.click()
    assert (page.list.caps_of("rename"), page.list.caps_of("duplicate")) == ([], ["Ctrl+D"])


def test_keys_in_a_broken_file_do_no_harm(own_folders: Any, desk: Desk):
    desk.preferences.change(keys={"duplicate": ("nonsense", "d", "Ctrl+U"), "later": ("F11",), "undo": ()})
    window = desk.sample()
    assert window.actions_of.keymap.keys_of("duplicate") == ("Ctrl+U",)
    assert window.actions_of.by_id["undo"].shortcuts() == []
    assert load_settings().keys["later"] == ("F11",)
