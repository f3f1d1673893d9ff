from journey_editor.core.records import Touchpoint
from tests import hands
from tests.robot import Robot


def test_a_point_of_the_curve_is_dragged_to_another_feeling(robot: Robot):
    robot.drag_feeling("Kick-off", -1)
    robot.expect_card("Kick-off", feels=-1.0)
    assert robot.workspace.history.undo_label == "Change feeling"


def test_it_is_live_and_one_step_of_undo(robot: Robot):
    before = dict(robot.workspace.document.records)
    seen: list[float] = []
    robot.workspace.changed.connect(lambda event: seen.append(event.origin == "preview"))
    robot.drag_feeling("Kick-off", -1.5)
    assert seen.count(True) >= 3
    assert len(robot.workspace.history.steps) == 1
    robot.undo()
    assert dict(robot.workspace.document.records) == before


def test_it_moves_in_steps_of_a_tenth_and_stays_on_the_scale(robot: Robot):
    robot.drag_feeling("Kick-off", -3)
    robot.expect_card("Kick-off", feels=-2.0)
    robot.drag_feeling("Kick-off", -1.26)
    felt = [r.emotion for r in robot.workspace.document.records.values() if isinstance(r, Touchpoint) and r.emotion]
    assert all(round(emotion.valence * 10) == round(emotion.valence * 10, 6) for emotion in felt)


def test_escape_brings_the_feeling_back(robot: Robot):
    before = dict(robot.workspace.document.records)
    start, goal = robot.feeling("Kick-off", 2)
    hands.press(robot.viewport, start)
    hands.move(robot.viewport, goal)
    assert dict(robot.workspace.document.records) != before
    robot.press("Esc")
    hands.release(robot.viewport, goal)
    assert dict(robot.workspace.document.records) == before
    assert not robot.workspace.history.steps


def test_undo_does_nothing_while_a_feeling_is_in_the_hand(robot: Robot):
    robot.drag_feeling("Kick-off", -1)
    start, goal = robot.feeling("Kick-off", 2)
    hands.press(robot.viewport, start)
    hands.move(robot.viewport, goal)
    robot.press("Ctrl+Right")
    hands.release(robot.viewport, goal)
    robot.expect_card("Kick-off", feels=2.0, stage="Onboarding")


def test_the_hand_need_not_hold_the_middle(robot: Robot):
    start, goal = robot.feeling("Kick-off", -1)
    off = hands.QPoint(3, 5)
    hands.drag(robot.viewport, (start + off, goal + off))
    robot.expect_card("Kick-off", feels=-1.0)
