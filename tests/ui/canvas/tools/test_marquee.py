from tests import hands
from tests.robot import Robot


def test_a_rectangle_selects_the_cards_it_touches(robot: Robot):
    robot.draw_marquee("Discovery call", "Proof of concept")
    robot.expect_selected("Discovery call", "Proof of concept")
    assert not robot.workspace.history.steps


def test_with_shift_it_adds(robot: Robot):
    robot.click("Kick-off")
    robot.draw_marquee("Discovery call", "Proof of concept", keys="Shift")
    robot.expect_selected("Kick-off meeting", "Discovery call", "Proof of concept")


def test_escape_brings_the_old_selection_back(robot: Robot):
    robot.click("Kick-off")
    start = robot.grip("Discovery call") - hands.QPoint(60, 26)
    hands.press(robot.viewport, start)
    hands.move(robot.viewport, start + hands.QPoint(440, 60))
    robot.expect_selected("Discovery call", "Proof of concept", "Legal review, signature")
    robot.press("Esc")
    hands.release(robot.viewport, start + hands.QPoint(440, 60))
    robot.expect_selected()
