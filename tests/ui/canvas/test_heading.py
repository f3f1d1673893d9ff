"""The map's title is edited where it stands; what is told below it asks to be changed."""

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journey_editor.core.edits.fields import set_field
from journey_editor.core.records import JourneyMap
from tests import hands
from tests.robot import Robot


def place(robot: Robot, role: str) -> QPoint:
    rect = next(each for each in robot.canvas.picture.elements if each.role == role).rect
    return robot.seen(rect.x + 30.0, rect.y + rect.height / 2)


def title(robot: Robot) -> str:
    found = robot.workspace.document.records[robot.workspace.map_id]
    assert isinstance(found, JourneyMap)
    return found.title


def test_a_click_edits_the_title_where_it_stands(robot: Robot):
    before = title(robot)
    robot.click("Kick-off")
    hands.click(robot.viewport, place(robot, "title"))
    editor = robot.canvas.editor
    assert editor is not None and editor.words() == before and robot.workspace.session.selected == ()
    first = next(each for each in robot.canvas.picture.elements if each.role == "title").rect
    assert abs(editor.geometry().left() - robot.seen(first.x, first.y).x()) <= 1
    robot.type("From here to there")
    robot.press("Return")
    assert title(robot) == "From here to there" and robot.workspace.history.undo_label == "Rename map"
    robot.undo()
    assert title(robot) == before


def test_esc_leaves_the_title_and_a_drag_from_it_is_no_click(robot: Robot):
    before = title(robot)
    hands.click(robot.viewport, place(robot, "title"))
    robot.type("Given up")
    robot.press("Esc")
    assert title(robot) == before and robot.canvas.editor is None
    start = place(robot, "title")
    hands.drag(robot.viewport, (start, start + QPoint(60, 40)))
    assert robot.canvas.editor is None


def test_a_map_without_a_title_gets_one_there(robot: Robot):
    set_field(robot.workspace.document, (robot.workspace.map_id,), "title", "")
    hands.click(robot.viewport, place(robot, "title"))
    editor = robot.canvas.editor
    assert editor is not None and editor.words() == "" and editor.placeholderText() == "Map"
    QTest.keyClicks(editor, "Named")
    hands.tap(editor, "Return")
    assert title(robot) == "Named"


def test_what_is_told_below_is_asked_for(robot: Robot, qtbot: QtBot):
    for role in ("subtitle", "about"):
        with qtbot.waitSignal(robot.workspace.about_asked):
            hands.click(robot.viewport, place(robot, role))
        assert robot.canvas.editor is None
