"""The parking lot in its window: type to add, tick what is settled, hang it where it belongs."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journey_editor.core.edits.parking import parked
from journey_editor.core.records import Note, Opportunity
from journey_editor.core.rows import OPPORTUNITY
from journey_editor.ui.panels.parking import ParkingLot
from journey_editor.ui.window import MainWindow
from tests import hands
from tests.robot import Robot

ASKED = "Do customers who buy through a reseller live through the same silence?"


@pytest.fixture
def lot(window: MainWindow) -> ParkingLot:
    """The parking lot, opened by its keys, with two more notes typed into it."""
    robot = Robot(window)
    robot.press("Ctrl+Shift+P")
    for words in ("Who pays for it?", "Price list is old"):
        robot.type(words)
        robot.press("Return")
    return window.voting.parking


def open_notes(window: MainWindow) -> list[str]:
    notes = parked(window.workspace.document, window.workspace.map_id)
    return [each.text for each in notes if not each.resolved]


def shown(lot: ParkingLot) -> list[str]:
    return [lot.list.item(row).text() for row in range(lot.list.count())]


def test_words_are_parked_by_enter_and_the_panel_stays(window: MainWindow, lot: ParkingLot):
    assert open_notes(window) == shown(lot) == [ASKED, "Who pays for it?", "Price list is old"]
    assert lot.is_open and lot.field.hasFocus() and lot.field.text() == ""
    assert lot.count.text() == "3 open"
    assert window.canvas.rect().contains(lot.geometry())
    assert [e.record for e in window.canvas.picture.elements if e.role == "row" and e.record == "parking/map"]
    Robot(window).press("Ctrl+Z")
    assert open_notes(window) == shown(lot) == [ASKED, "Who pays for it?"]
    Robot(window).press("Escape")
    assert not lot.is_open and window.capture.hasFocus()


def test_several_lines_are_parked_by_one_paste(window: MainWindow, lot: ParkingLot):
    QApplication.clipboard().setText("one\n\ntwo\n")
    Robot(window).press("Ctrl+V")
    assert open_notes(window)[-2:] == ["one", "two"]
    QApplication.clipboard().setText("only words")
    Robot(window).press("Ctrl+V")
    assert lot.field.text() == "only words"


def test_a_text_that_is_far_too_long_is_told_and_nothing_is_lost(window: MainWindow, lot: ParkingLot):
    before = open_notes(window)
    QApplication.clipboard().setText("a line of minutes\n" * 60_000)
    Robot(window).press("Ctrl+V")
    assert open_notes(window) == before
    assert window.status.notice.text() == "At most 200 lines are parked at once; nothing was parked."
    QApplication.clipboard().setText("x" * 25_000)
    Robot(window).press("Ctrl+V")
    assert [len(each) for each in open_notes(window)[len(before) :]] == [10_000, 10_000, 5_000]


def test_what_is_ticked_is_settled_and_leaves_the_map(window: MainWindow, lot: ParkingLot, qtbot: QtBot):
    box = lot.list.itemDelegate().box_of(0)  # pyright: ignore[reportAttributeAccessIssue]
    qtbot.mouseClick(lot.list.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert open_notes(window) == ["Who pays for it?", "Price list is old"]
    assert shown(lot)[-1] == ASKED and window.workspace.history.undo_label == "Settle"
    assert ASKED not in [part.text for e in window.canvas.picture.elements for part in e.parts if hasattr(part, "text")]
    robot = Robot(window)
    for keys in ("Down", "End", "Space"):
        robot.press(keys)
    assert open_notes(window)[0] == ASKED


def test_keys_in_the_list_vote_edit_and_remove(window: MainWindow, lot: ParkingLot, qtbot: QtBot):
    robot = Robot(window)
    for keys in ("Down", "Down", "Ctrl+B", "Ctrl+B", "Ctrl+Shift+B"):
        robot.press(keys)
    assert shown(lot)[0] == "Who pays for it?"
    note = parked(window.workspace.document, window.workspace.map_id)[0]
    assert note.votes == 1
    assert lot.chosen() == (note.id,)
    robot.press("F2")
    robot.type("Who pays?")
    robot.press("Return")
    qtbot.waitUntil(lambda: open_notes(window)[0] == "Who pays?")  # Qt takes what was edited a moment later
    lot.list.setFocus()
    robot.press("Delete")
    assert open_notes(window) == [ASKED, "Price list is old"]
    for keys in ("Up", "Up"):
        robot.press(keys)
    assert lot.field.hasFocus()


def test_a_note_is_hung_on_what_is_selected(window: MainWindow, lot: ParkingLot):
    robot = Robot(window)
    assert not lot.hang.isEnabled()
    robot.press("Down")
    robot.click("First login")
    assert lot.hang.isEnabled() and "First login" in lot.hang.text()
    (asked,) = lot.chosen()
    lot.hang_chosen("question")
    login = window.workspace.session.current
    found = window.workspace.document.records[asked]
    assert isinstance(found, Note) and (found.on, found.kind) == (login, "question")
    assert open_notes(window) == shown(lot) == ["Who pays for it?", "Price list is old"]
    lot.hang_chosen(OPPORTUNITY)
    ideas = [each for each in window.workspace.document.records.values() if isinstance(each, Opportunity)]
    assert [each.on for each in ideas if each.text == "Who pays for it?"] == [login]


def test_the_menu_says_what_it_can_become(window: MainWindow, lot: ParkingLot):
    window.workspace.session.select(("t1",))
    Robot(window).press("Down")
    menu = lot.hang.menu()
    menu.aboutToShow.emit()
    assert [each.text() for each in menu.actions()] == [
        "Question", "Pain point", "Opportunity", "Expectation", "Goal", "As it is"
    ]  # fmt: skip
    menu.actions()[1].trigger()
    notes = window.workspace.document.journey(window.workspace.map_id).notes["t1"]
    assert [each.text for each in notes if each.kind == "pain_point"] == [ASKED]


def test_the_words_of_the_capture_line_are_parked(window: MainWindow):
    robot = Robot(window)
    robot.type("Legal must look at this")
    robot.press("Ctrl+Alt+Return")
    assert open_notes(window) == [ASKED, "Legal must look at this"]
    assert window.capture.text() == "" and window.capture.hasFocus()
    assert window.status.notice.text() == "Parked: 2 wait now."
    robot.press("Ctrl+Alt+Return")
    assert window.voting.parking.is_open and window.voting.parking.field.hasFocus()


def test_an_empty_lot_says_so(window: MainWindow, lot: ParkingLot):
    lot.list.selectAll()
    lot.list.setFocus()
    hands.tap(lot.list, "Delete")
    assert open_notes(window) == []
    assert lot.empty.isVisible() and not lot.list.isVisible() and not lot.hang.isVisible()
