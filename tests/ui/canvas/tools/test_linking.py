"""Transitions drawn from the keyboard."""

from journey_editor.core.records import Transition, name_of
from tests import hands
from tests.robot import Robot


def ways(robot: Robot) -> set[tuple[str, str, str]]:
    records = robot.workspace.document.records
    return {
        (name_of(records[each.source]), name_of(records[each.target or ""]), each.path)
        for each in records.values()
        if isinstance(each, Transition)
    }


def guides(robot: Robot) -> list[str]:
    heard: list[str] = []
    robot.workspace.guided.connect(heard.append)
    return heard


def test_arrows_choose_where_it_leads_and_enter_draws_it(robot: Robot):
    before, heard = ways(robot), guides(robot)
    robot.click("Discovery call")
    robot.press("Ctrl+G")
    assert heard == ["Transition from Discovery call: arrows choose where it leads, Enter draws it, Esc gives up"]
    robot.press("Return")
    assert robot.canvas.gesture_runs, "nothing was chosen yet"
    robot.press("Right")
    robot.press("Right")
    assert ways(robot) - before == {("Discovery call", "Legal review, signature", "happy")}, "shown before it is drawn"
    assert not robot.workspace.history.steps
    robot.press("Return")
    assert ways(robot) - before == {("Discovery call", "Legal review, signature", "happy")}
    assert len(robot.workspace.history.steps) == 1
    assert heard[-1] == ""
    assert isinstance(robot.workspace.current, Transition)
    robot.undo()
    assert ways(robot) == before


def test_esc_gives_up(robot: Robot):
    before = dict(robot.workspace.document.records)
    robot.click("Discovery call")
    robot.press("Ctrl+G")
    robot.press("Down")
    robot.press("Right")
    robot.press("Esc")
    assert dict(robot.workspace.document.records) == before
    assert not robot.canvas.gesture_runs
    robot.expect_selected("Discovery call")
    robot.press("Right")
    robot.expect_selected("Proof of concept")


def test_it_may_lead_back(robot: Robot):
    before = ways(robot)
    robot.click("Proof of concept")
    robot.press("Ctrl+G")
    robot.press("Right")
    robot.press("Left")
    assert ways(robot) - before == {("Proof of concept", "Discovery call", "loop")}, "it passes over where it begins"
    robot.press("Return")
    assert ways(robot) - before == {("Proof of concept", "Discovery call", "loop")}


def test_two_selected_touchpoints_are_joined_by_an_arrow_at_once(robot: Robot):
    before = ways(robot)
    robot.click("Kick-off")
    robot.click("Discovery call", keys="Shift")
    robot.press("Ctrl+G")
    assert ways(robot) - before == {("Kick-off meeting", "Discovery call", "loop")}
    count = len(robot.workspace.history.steps)
    robot.click("Kick-off")
    robot.click("Discovery call", keys="Shift")
    robot.press("Ctrl+G")
    assert len(robot.workspace.history.steps) == count, "there is one already"


def test_the_pointer_may_choose_too_and_a_click_draws_it(robot: Robot):
    before = ways(robot)
    robot.click("Discovery call")
    goal = robot.grip("Kick-off")
    robot.press("Ctrl+G")
    hands.move(robot.viewport, goal - hands.QPoint(3, 0), held=hands.Qt.MouseButton.NoButton)
    hands.move(robot.viewport, goal, held=hands.Qt.MouseButton.NoButton)
    assert ways(robot) - before == {("Discovery call", "Kick-off meeting", "happy")}
    hands.click(robot.viewport, goal)
    assert ways(robot) - before == {("Discovery call", "Kick-off meeting", "happy")}
    assert len(robot.workspace.history.steps) == 1


def test_a_click_elsewhere_gives_up(robot: Robot):
    before = dict(robot.workspace.document.records)
    robot.click("Discovery call")
    place = robot.place_in("Renewal", "Marketing")
    robot.press("Ctrl+G")
    robot.press("Right")
    hands.click(robot.viewport, place)
    assert dict(robot.workspace.document.records) == before
    assert not robot.canvas.gesture_runs
