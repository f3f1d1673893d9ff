"""A loop and an abandonment are drawn, moved and taken back through the real window: by mouse, then by keys alone."""

import pytest
from PySide6.QtWidgets import QLineEdit

from journey_editor.core.records import Transition, name_of
from journey_editor.storage.format import dumps
from journey_editor.ui.window import MainWindow
from tests import hands
from tests.robot import Robot


def ways(robot: Robot) -> set[tuple[str, str, str]]:
    """All transitions: where they begin, where they lead ("" out of the journey), what kind of path they are."""
    records = robot.workspace.document.records
    return {
        (name_of(records[each.source]), name_of(records[each.target]) if each.target else "", each.path)
        for each in records.values()
        if isinstance(each, Transition)
    }


def current(robot: Robot) -> Transition:
    found = robot.workspace.current
    assert isinstance(found, Transition), found
    return found


def below_the_lanes(robot: Robot, title: str) -> hands.QPoint:
    lane = robot.canvas.picture.grid.lanes[-1]
    return hands.QPoint(robot.grip(title).x(), robot.seen(0, lane.y + lane.height + 30).y())


def type_in(window: MainWindow, field: str, words: str) -> None:
    """Type into a field of the inspector."""
    editor = window.inspector.page("transition").bound[field].widget.findChild(QLineEdit)
    assert editor is not None
    editor.setFocus()
    hands.QTest.keyClicks(editor, words)
    hands.tap(editor, "Return")
    window.canvas.setFocus()


def take_all_back(robot: Robot, before: bytes) -> None:
    """Undo step by step as long as there is anything to undo; nothing is left, and all of it can be done again."""
    after, steps = dumps(robot.workspace.document.records), 0
    while robot.workspace.history.undo_label is not None:
        robot.press("Ctrl+Z")
        steps += 1
    assert dumps(robot.workspace.document.records) == before
    for _step in range(steps):
        robot.redo()
    assert dumps(robot.workspace.document.records) == after
    for _step in range(steps):
        robot.undo()
    assert dumps(robot.workspace.document.records) == before


@pytest.mark.xvfb
def test_a_loop_and_an_abandonment_by_mouse(window: MainWindow):
    robot = Robot(window)
    before, drawn = dumps(robot.workspace.document.records), ways(robot)
    robot.canvas.fit_all()

    hands.drag(robot.viewport, (robot.handle("Legal review"), robot.grip("Discovery call")))
    assert ways(robot) - drawn == {("Legal review, signature", "Discovery call", "loop")}, "it leads back in time"
    loop = current(robot)

    hands.drag(robot.viewport, (robot.handle("First login"), below_the_lanes(robot, "First login")))
    assert ("First login, empty screen", "", "abandon") in ways(robot)
    leaving = current(robot)

    robot.workspace.session.select((loop.id,))
    _begin, end = robot.ends(loop.id)
    hands.drag(robot.viewport, (end, robot.grip("Proof of concept")))
    assert ("Legal review, signature", "Proof of concept", "loop") in ways(robot)

    robot.workspace.session.select((leaving.id,))
    _begin, end = robot.ends(leaving.id)
    hands.drag(robot.viewport, (end, robot.grip("First ticket")))
    assert ("First login, empty screen", "First ticket: 12 h to reply", "happy") in ways(robot), "they stay after all"
    robot.press("Ctrl+Z")
    assert ("First login, empty screen", "", "abandon") in ways(robot)

    start = robot.handle("Kick-off")
    hands.press(robot.viewport, start)
    hands.move(robot.viewport, robot.grip("Discovery call"))
    assert ("Kick-off meeting", "Discovery call", "loop") in ways(robot), "shown while it is drawn"
    robot.press("Esc")
    hands.release(robot.viewport, robot.grip("Discovery call"))
    assert ("Kick-off meeting", "Discovery call", "loop") not in ways(robot)
    take_all_back(robot, before)


@pytest.mark.xvfb
def test_a_loop_and_an_abandonment_by_keys(window: MainWindow):
    robot = Robot(window)
    before, drawn = dumps(robot.workspace.document.records), ways(robot)
    robot.click("Legal review")

    for keys in ("Ctrl+G", "Left", "Left", "Return"):
        robot.press(keys)
    assert ways(robot) - drawn == {("Legal review, signature", "Discovery call", "loop")}
    loop = current(robot)
    type_in(window, "share", "20")
    type_in(window, "wait_days", "2 wk")
    for keys in ("Ctrl+G", "Right", "Return"):
        robot.press(keys)
    assert ("Legal review, signature", "Proof of concept", "loop") in ways(robot)
    moved = robot.workspace.document.records[loop.id]
    assert isinstance(moved, Transition) and (moved.share, moved.wait_days) == (0.2, 14.0)

    robot.press("Left")
    robot.expect_selected("Legal review, signature")
    robot.press("Ctrl+Shift+G")
    assert ("Legal review, signature", "", "abandon") in ways(robot)
    robot.press("F2")
    robot.type("Signs elsewhere")
    robot.press("Return")
    assert name_of(current(robot)) == "Signs elsewhere"
    for keys in ("Ctrl+G", "Right", "Return"):
        robot.press(keys)
    assert ("Legal review, signature", "", "abandon") not in ways(robot)
    robot.press("Ctrl+Z")
    assert ("Legal review, signature", "", "abandon") in ways(robot)

    robot.press("Alt+PgUp")
    robot.press("Alt+PgDown")
    assert current(robot).path == "abandon", "there and back among the ways"
    robot.press("Del")
    assert ("Legal review, signature", "", "abandon") not in ways(robot)
    take_all_back(robot, before)
