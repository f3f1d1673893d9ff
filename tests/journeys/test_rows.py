"""Rows filled, arranged and taken back: a story at the map of the sample, by keyboard and by mouse."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journey_editor.core.journey import Journey
from journey_editor.core.rows import NO_ROWS, rows_of
from journey_editor.layout.rowhit import CellPlace, name_at
from journey_editor.storage.format import dumps
from journey_editor.ui.desk import Desk
from journey_editor.ui.panels.rowchoice import RowChoice
from journey_editor.ui.window import MainWindow
from tests import hands
from tests.robot import Robot

KIND = "Legal basis"


def cell(window: MainWindow, kind: str, stage: str) -> QPoint:
    """A place in a cell below its texts, or on the name of a row."""
    element = name_at(window.canvas.picture, CellPlace(kind, stage))
    assert element is not None
    window.canvas.reveal_beside(element)
    return window.canvas.mapFromScene(element.rect.x + 5, element.rect.bottom - 2)


def journey(window: MainWindow) -> Journey:
    return window.workspace.document.journey(window.workspace.map_id)


def add_row(window: MainWindow, robot: Robot, qapp: QApplication) -> None:
    """Add a row of one's own by the menu, and move it up by one."""
    robot.press("Ctrl+Shift+R")
    [menu] = [each for each in qapp.topLevelWidgets() if isinstance(each, RowChoice) and each.isVisible()]
    hands.QTest.keyClicks(menu.name, KIND)
    hands.tap(menu.name, "Return")
    hands.tap(menu.list, "Alt+Up")
    hands.tap(menu.list, "Esc")
    document = window.workspace.document
    assert rows_of(document, window.workspace.map_id) == ("goal", "action", "pain_point", "opportunity", KIND, "metric")


def test_rows_are_chosen_filled_by_tab_arranged_and_taken_back_to_the_first_byte(
    desk: Desk, qtbot: QtBot, qapp: QApplication
) -> None:
    window = desk.sample()
    window.resize(1600, 960)
    with qtbot.waitActive(window):
        window.activateWindow()
    window.canvas.setFocus()
    robot, document = Robot(window), window.workspace.document
    first = dumps(document.records)
    stages = [each.id for each in journey(window).stages]

    window.actions_of.by_id["rows_classic"].trigger()
    add_row(window, robot, qapp)

    robot.click("Hears of it")
    while window.canvas.cells.kind != KIND:
        robot.press("Down")
    while window.canvas.cells.at.place.stage != stages[0]:
        robot.press("Left")
    robot.type("A")  # goes into the cell, not into the capture line
    robot.type("sks")
    for words in ("Compares", "Agrees", "Sets up", "Works", "Renews"):
        robot.press("Tab")
        robot.type(words)
    robot.press("Return")
    robot.press("Return")
    done = [[each.text for each in journey(window).notes[each_id] if each.kind == KIND] for each_id in stages]
    assert done == [["Asks"], ["Compares"], ["Agrees"], ["Sets up"], ["Works"], ["Renews"]]

    robot.click("Agrees")
    robot.press("Ctrl+Right")
    robot.press("Ctrl+Up")
    assert [e.text for e in journey(window).notes[stages[3]] if e.kind == KIND] == ["Agrees", "Sets up"]
    hands.drag(robot.viewport, (robot.grip("Agrees"), robot.grip("Kick-off")))
    card = next(each.id for each in journey(window).touchpoints if each.title.startswith("Kick-off"))
    assert [each.text for each in journey(window).notes[card] if each.kind == KIND] == ["Agrees"]

    hands.double_click(robot.viewport, cell(window, KIND, stages[2]))
    robot.type("Data processing agreement")
    robot.press("Return")
    robot.press("Esc")
    hands.click(robot.viewport, cell(window, KIND, ""))
    robot.press("Alt+Up")
    robot.press("Del")
    assert [e.text for e in journey(window).notes[stages[2]] if e.kind == "other"] == ["Data processing agreement"]
    assert journey(window).map.rows != NO_ROWS and KIND not in journey(window).map.rows

    last = dumps(document.records)
    assert last != first
    while window.workspace.history.undo_label:
        robot.press("Ctrl+Z")
    assert dumps(document.records) == first
    while window.workspace.history.redo_label:
        window.workspace.redo()
    assert dumps(document.records) == last
