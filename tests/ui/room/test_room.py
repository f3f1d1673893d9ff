"""Presenting from the window: one screen with the capture line in it, or two with the keyboard in the console."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from journey_editor.core.records import Touchpoint
from journey_editor.ui.actions.menus import ACTIONS
from journey_editor.ui.actions.table import works_in_room
from journey_editor.ui.desk import Desk
from journey_editor.ui.panels.capture import CaptureLine
from journey_editor.ui.room.frame import card_of
from journey_editor.ui.room.naming import NameField
from journey_editor.ui.room.timing import TimerPopup
from journey_editor.ui.room.window import RoomWindow
from journey_editor.ui.window import MainWindow
from tests import hands
from tests.ui.conftest import desk, own_folders, window

__all__ = ("desk", "own_folders", "window")

ROOT = Path(__file__).parents[3]
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def room(window: MainWindow, qtbot: QtBot) -> RoomWindow:
    """The room view on the only screen, begun by F5 at the card "First login"."""
    window.workspace.session.select(("t9",))
    with qtbot.waitSignal(window.room.turned):
        qtbot.keyClick(window.capture, Qt.Key.Key_F5)
    found = window.room.window
    assert found is not None
    found.showNormal()
    found.resize(1600, 960)
    found.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is found.line)
    return found


def line(room: RoomWindow) -> CaptureLine:
    assert isinstance(room.line, CaptureLine)
    return room.line


def page(window: MainWindow) -> str:
    """The stage that is shown."""
    show = window.room.show_now
    assert show is not None
    found = show.pages[show.number].stage
    return found.name if found is not None else ""


def current(window: MainWindow) -> Touchpoint:
    record = window.workspace.current
    assert isinstance(record, Touchpoint)
    return record


@pytest.mark.xvfb
def test_on_the_only_screen_typing_captures_in_the_room(room: RoomWindow, window: MainWindow, qtbot: QtBot):
    qtbot.keyClicks(room.line, "Invites colleagues @Product #app -1")
    qtbot.keyClick(room.line, Qt.Key.Key_Return)
    new = current(window)
    assert (new.title, new.owner, new.stage) == ("Invites colleagues", "product", "s4")
    assert new.emotion is not None
    assert new.emotion.basis == "workshop"
    shown = window.room.show_now
    assert shown is not None
    seen = shown.shown()
    assert seen is not None and card_of(seen.page, new.id) is not None
    qtbot.keyClick(room.line, Qt.Key.Key_Z, CTRL)
    assert new.id not in window.workspace.document.records


def test_what_was_made_in_the_room_is_seen_in_the_console_afterwards(
    room: RoomWindow, window: MainWindow, qtbot: QtBot
):
    window.canvas.zoom_to(3.0)
    window.canvas.ensure_visible("t1")
    qtbot.keyClicks(room.line, "Invites colleagues @Support")
    qtbot.keyClick(room.line, Qt.Key.Key_Return)
    room.close()
    card = window.canvas.element_of(current(window).id)
    assert card is not None
    place = window.canvas.mapFromScene(card.rect.x, card.rect.y)
    assert window.canvas.viewport().rect().contains(place)


def test_keys_of_the_map_work_in_the_room_and_the_page_goes_along(room: RoomWindow, window: MainWindow, qtbot: QtBot):
    assert page(window) == "Onboarding"
    qtbot.keyClick(room.line, Qt.Key.Key_5, CTRL)
    feels = current(window).emotion
    assert feels is not None and feels.valence == 2
    qtbot.keyClick(room.line, Qt.Key.Key_Right)
    assert window.workspace.session.current == "t10"
    assert page(window) == "Adoption"


def test_what_is_undone_is_named_in_the_room_too(room: RoomWindow, window: MainWindow, qtbot: QtBot):
    qtbot.keyClicks(line(room), "First call")
    qtbot.keyClick(line(room), Qt.Key.Key_Return)
    qtbot.keyClick(line(room), Qt.Key.Key_Z, CTRL)
    assert room.notice.isVisible() and "Undone: Add touchpoint" in [
        each.text() for each in room.notice.findChildren(QLabel)
    ]


def test_a_remote_leads_through_the_pages_and_esc_ends(room: RoomWindow, window: MainWindow, qtbot: QtBot):
    seen = [page(window)]
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Space, Qt.Key.Key_PageUp, Qt.Key.Key_PageUp, Qt.Key.Key_F5):
        qtbot.keyClick(room.line, key)
        seen.append(page(window))
    assert seen == ["Onboarding", "Adoption", "Renewal", "Adoption", "Onboarding", "Onboarding"]
    assert window.workspace.session.current == "t9"
    with qtbot.waitSignal(window.room.turned):
        qtbot.keyClick(room.line, Qt.Key.Key_Escape)
    assert window.room.window is None
    assert not window.is_shown("room")


def test_while_it_is_open_typed_feelings_rest_on_the_workshop(window: MainWindow, room: RoomWindow, qtbot: QtBot):
    assert window.workspace.basis == "workshop"
    room.close()
    assert window.workspace.basis == "assumption"


def test_esc_with_words_sets_them_aside_before_it_ends(room: RoomWindow, window: MainWindow, qtbot: QtBot):
    qtbot.keyClicks(room.line, "Half a thought")
    qtbot.keyClick(room.line, Qt.Key.Key_Escape)
    assert window.room.window is room
    assert line(room).text() == "Half a thought"
    qtbot.keyClick(room.line, Qt.Key.Key_Escape)
    assert window.room.window is None
    assert window.capture.text() == "Half a thought"


def test_words_that_were_begun_come_along_into_the_room(window: MainWindow, qtbot: QtBot):
    qtbot.keyClicks(window.capture, "Half a thought")
    window.doings["room"]()
    assert window.room.window is not None
    assert (line(window.room.window).text(), window.capture.text()) == ("Half a thought", "")


def test_a_dark_screen_is_lit_by_the_next_key_of_a_remote(room: RoomWindow, window: MainWindow, qtbot: QtBot):
    qtbot.keyClick(room.line, Qt.Key.Key_Period, CTRL)
    assert room.page.is_blank
    qtbot.keyClick(room.line, Qt.Key.Key_PageDown)
    assert (room.page.is_blank, page(window)) == (False, "Onboarding")


def test_letters_of_remotes_are_typed_where_somebody_types(room: RoomWindow, qtbot: QtBot):
    qtbot.keyClicks(room.line, "b.")
    assert (line(room).text(), room.page.is_blank) == ("b.", False)


def test_a_card_is_renamed_where_the_room_sees_it(room: RoomWindow, window: MainWindow, qtbot: QtBot):
    qtbot.keyClick(room.line, Qt.Key.Key_F2)
    field = room.findChild(NameField)
    assert field is not None and QApplication.focusWidget() is field
    qtbot.keyClicks(field, "Logs in for the first time")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert current(window).title == "Logs in for the first time"
    assert QApplication.focusWidget() is room.line
    qtbot.keyClick(room.line, Qt.Key.Key_F2)
    again = next(each for each in room.findChildren(NameField) if each.isVisible())
    qtbot.keyClicks(again, "no")
    qtbot.keyClick(again, Qt.Key.Key_Escape)
    assert current(window).title == "Logs in for the first time"
    assert window.room.window is room


def test_a_click_selects_a_card_or_turns_to_a_stage(room: RoomWindow, window: MainWindow, qtbot: QtBot):
    show = window.room.show_now
    assert show is not None
    seen = show.shown()
    assert seen is not None
    for element in seen.page.picture.elements:
        if element.role == "card" and element.record == "t8":
            hands.click(room.page, middle(element.rect, seen.page.scale))
    assert window.workspace.session.current == "t8"
    last = [each for each in seen.page.picture.elements if each.role == "stage"][-1]
    hands.click(room.page, middle(last.rect, seen.page.scale))
    assert page(window) == "Renewal"


def middle(rect: object, scale: float) -> QPoint:
    x, y, width, height = rect  # type: ignore[misc]
    return QPoint(round((x + width / 2) * scale), round((y + height / 2) * scale))


def test_what_needs_the_console_says_so_instead_of_opening_behind(room: RoomWindow, window: MainWindow, qtbot: QtBot):
    count = len(window.workspace.document.records)
    qtbot.keyClick(room.line, Qt.Key.Key_E, CTRL)
    assert QApplication.activeModalWidget() is None
    assert not room.notice.isHidden()
    qtbot.keyClick(room.line, Qt.Key.Key_Return, CTRL)
    qtbot.keyClick(room.line, Qt.Key.Key_G, CTRL)
    window.workspace.session.select(("s4",))
    qtbot.keyClick(room.line, Qt.Key.Key_F2)
    assert len(window.workspace.document.records) == count
    assert window.canvas.editor is None and not window.canvas.gesture_runs


def test_the_timer_is_asked_for_over_the_room_and_seen_in_both(room: RoomWindow, window: MainWindow, qtbot: QtBot):
    qtbot.keyClick(room.line, Qt.Key.Key_T, CTRL | Qt.KeyboardModifier.ShiftModifier)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, TimerPopup)
    qtbot.keyClicks(popup.field, "5")
    qtbot.keyClick(popup.field, Qt.Key.Key_Return)
    assert window.room.timer.phase == "running"
    assert not window.head.clock.isHidden()
    window.actions_of.by_id["timer_stop"].trigger()
    assert window.head.clock.isHidden()


def test_the_end_of_the_time_is_said_in_the_console(window: MainWindow, qtbot: QtBot):
    said: list[str] = []
    window.workspace.noticed.connect(said.append)
    with qtbot.waitSignal(window.room.timer.ended, timeout=5000):
        window.room.timer.start(0.01)
    assert said == ["The time is up."]


def test_the_button_begins_and_ends_it(window: MainWindow, qtbot: QtBot):
    button = window.head.present
    assert button.text() == "Present"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (window.room.window is not None, button.text()) == (True, "End")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (window.room.window, button.text()) == (None, "Present")


def test_the_button_names_the_keys_that_a_person_chose(window: MainWindow):
    assert window.head.present.toolTip() == "Show the map in a room (F5)"
    window.preferences.change(keys={"room": ("F9",)})
    window.workspace.session.select(("t1",))
    assert window.head.present.toolTip() == "Show the map in a room (F9)"


def test_hold_and_spotlight_are_on_until_they_are_off(room: RoomWindow, window: MainWindow, qtbot: QtBot):
    by_id = window.actions_of.by_id
    for name in ("room_hold", "spotlight"):
        assert not by_id[name].isChecked()
        by_id[name].trigger()
        assert by_id[name].isChecked()
    window.workspace.session.select(("t1",))
    assert page(window) == "Onboarding"
    room.close()
    assert window.is_shown("spotlight")
    assert not by_id["room_on"].isEnabled()


def test_closing_the_file_closes_the_room_view(room: RoomWindow, window: MainWindow, qtbot: QtBot):
    window.close_surely()
    assert window.room.window is None


def test_it_takes_the_theme_of_the_window(room: RoomWindow, window: MainWindow, desk: Desk, qtbot: QtBot):
    def lightness() -> int:
        return room.page.grab().toImage().pixelColor(4, 4).lightness()

    assert lightness() > 200
    desk.choose_theme("dark")
    qtbot.waitUntil(lambda: lightness() < 50)
    desk.choose_theme("light")


def test_an_edit_is_there_at_once_and_another_page_comes_calmly(room: RoomWindow, window: MainWindow, qtbot: QtBot):
    before = room.page.grab().toImage()
    qtbot.keyClicks(room.line, "Invites colleagues")
    qtbot.keyClick(room.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: room.page.grab().toImage() != before)
    assert not room.page.is_fading
    window.workspace.session.select(("t1",))
    qtbot.waitUntil(lambda: room.page.is_fading)


def test_the_keys_are_those_that_are_written_down(window: MainWindow):
    keys = {name: window.actions_of.keymap.keys_of(name) for name in ("room", "spotlight", "timer", "room_on")}
    assert keys["room"] == ("F5", "Ctrl+R")
    assert (keys["spotlight"], keys["timer"]) == (("Ctrl+Shift+L",), ("Ctrl+Shift+T",))
    assert QKeySequence(keys["room_on"][0]) == QKeySequence(Qt.Key.Key_PageDown)


TWO_SCREENS = """
import sys
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from journey_editor.ui.app import application
from journey_editor.ui.actions.menus import ACTIONS
from journey_editor.ui.actions.table import works_in_room
from journey_editor.ui.desk import Desk
app = application()
window = Desk(app).sample()
window.move(100, 100)
app.processEvents()
window.workspace.session.select(("t9",))
window.doings["room"]()
app.processEvents()
room = window.room.window
seen = [room.geometry().getRect(), room.line is None, QApplication.focusWidget() is window.capture]
show = window.room.show_now
stage = lambda: show.pages[show.number].stage.name
QTest.keyClick(window.capture, Qt.Key.Key_PageDown)
seen.append(stage())
QTest.keyClick(window.capture, Qt.Key.Key_Home)
seen.append(stage())
QTest.keyClick(room, Qt.Key.Key_End)
seen.append(stage())
QTest.keyClick(room, Qt.Key.Key_Left)
seen.append(stage())
QTest.keyClick(room, Qt.Key.Key_B)
seen.append(room.page.is_blank)
QTest.keyClick(room, Qt.Key.Key_Escape)
seen.append(window.room.window is None)
sys.stdout.write(repr(seen))
window.close_surely()
"""


def test_with_two_screens_the_console_keeps_the_keyboard(tmp_path: Path):
    screens = [
        {"name": name, "x": x, "y": 0, "width": width, "height": height, "dpr": 1, "logicalDpi": 96,
         "logicalBaseDpi": 96}
        for name, x, width, height in (("desk", 0, 1600, 960), ("hall", 1600, 1920, 1080))
    ]  # fmt: skip
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": screens}), "utf-8")
    folders = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("CONFIG", "STATE", "CACHE")}
    environment = {**os.environ, **folders, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"}
    done = subprocess.run(
        [sys.executable, "-c", TWO_SCREENS], cwd=ROOT, env=environment, capture_output=True, text=True
    )
    expected = [(1600, 0, 1920, 1080), True, True, "Adoption", "Awareness", "Renewal", "Adoption", True, True]
    assert done.stdout == repr(expected), done.stderr


def test_what_the_room_view_shows_can_be_done_there_and_nothing_else():
    there = {spec.id for spec in ACTIONS if works_in_room(spec)}
    assert there >= {"undo", "paste", "vote", "lock", "timer", "room_on", "earlier", "feel_1", "join", "go_left"}
    assert not there & {"open", "export", "touchpoint", "link", "fit_all", "menu", "add_quote", "tray", "keys", "find"}


def test_what_needs_the_console_is_said_without_the_dots_of_its_menu(
    room: RoomWindow, window: MainWindow, qtbot: QtBot
):
    said: list[str] = []
    window.workspace.noticed.connect(said.append)
    qtbot.keyClick(room.line, Qt.Key.Key_K, CTRL)
    assert said == ["Find anything: end the room view first (Esc)."]
