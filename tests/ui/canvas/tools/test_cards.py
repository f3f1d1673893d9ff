from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from journey_editor.core.records import Touchpoint
from tests import hands
from tests.robot import ALONE, Robot


def test_a_card_dragged_to_another_stage_and_lane_lies_there(robot: Robot):
    robot.drag_card("Kick-off", stage="Adoption", lane="Support")
    robot.expect_card("Kick-off", stage="Adoption", lane="Support")
    assert robot.workspace.history.undo_label == "Move touchpoint"


def test_one_undo_brings_it_back(robot: Robot):
    before = dict(robot.workspace.document.records)
    robot.drag_card("Kick-off", stage="Adoption", lane="Support")
    robot.undo()
    robot.expect_card("Kick-off", stage="Onboarding", lane="Customer Success")
    assert dict(robot.workspace.document.records) == before
    robot.redo()
    robot.expect_card("Kick-off", stage="Adoption", lane="Support")


def test_a_drag_upright_hands_over_and_keeps_the_time(robot: Robot):
    order = robot.titles()
    robot.drag_card("Discovery call", lane="Marketing")
    robot.expect_card("Discovery call", stage="Consideration", lane="Marketing")
    assert robot.titles() == order


def test_a_drag_behind_a_neighbour_changes_the_order(robot: Robot):
    robot.drag_card("Hears of it", after="Searches")
    assert robot.titles()[:2] == ["Searches, meets ten vendors", "Hears of it from a peer"]
    robot.expect_card("Hears of it", stage="Awareness", lane="Marketing")


def test_a_card_put_back_where_it_was_is_no_edit(robot: Robot):
    place = robot.grip("Kick-off")
    hands.drag(robot.viewport, (place, place + hands.QPoint(30, 5), place))
    assert not robot.workspace.history.steps


def test_less_than_the_threshold_is_a_click(robot: Robot):
    place, least = robot.grip("Kick-off"), QApplication.startDragDistance()
    hands.press(robot.viewport, place)
    hands.move(robot.viewport, place + hands.QPoint(least - 1, 0))
    assert not robot.canvas.gesture_runs
    hands.move(robot.viewport, place + hands.QPoint(least, 0))
    assert robot.canvas.gesture_runs
    hands.release(robot.viewport, place)


def test_escape_cancels(robot: Robot):
    goal = robot.hold_card("Kick-off", stage="Adoption", lane="Support")
    robot.press("Esc")
    hands.release(robot.viewport, goal)
    robot.expect_card("Kick-off", stage="Onboarding", lane="Customer Success")
    assert not robot.workspace.history.steps


def test_nothing_moves_on_the_map_while_a_card_is_in_the_hand(robot: Robot):
    picture = robot.canvas.picture
    goal = robot.hold_card("Kick-off", stage="Adoption", lane="Support")
    assert robot.canvas.picture is picture
    hands.release(robot.viewport, goal)


def test_control_held_copies(robot: Robot):
    robot.drag_card("Kick-off", stage="Adoption", lane="Support", keys="Ctrl")
    assert robot.titles().count("Kick-off meeting") == 2
    records = robot.workspace.document.records.values()
    assert len({r.stage for r in records if isinstance(r, Touchpoint) and r.title == "Kick-off meeting"}) == 2
    assert len(robot.workspace.history.steps) == 1


def test_control_pressed_during_the_drag_copies_too(robot: Robot):
    goal = robot.hold_card("Kick-off", stage="Adoption", lane="Support")
    hands.QTest.keyPress(robot.canvas, Qt.Key.Key_Control)
    hands.release(robot.viewport, goal, hands.CTRL)
    assert robot.titles().count("Kick-off meeting") == 2


def test_selected_cards_travel_together_and_keep_their_lanes(robot: Robot):
    robot.click("Hears of it")
    robot.click("Discovery call", keys="Shift")
    robot.drag_card("Discovery call", stage="Renewal")
    robot.expect_card("Hears of it", stage="Renewal", lane="Marketing")
    robot.expect_card("Discovery call", stage="Renewal", lane="Sales")
    assert len(robot.workspace.history.steps) == 1
    robot.expect_selected("Hears of it from a peer", "Discovery call")


def test_the_landing_place_is_shown(robot: Robot):
    before = robot.viewport.grab().toImage()
    goal = robot.hold_card("Kick-off", stage="Adoption", lane="Marketing")
    during = robot.viewport.grab().toImage()
    hands.release(robot.viewport, goal)
    changed = [
        (x, y) for x in range(goal.x() - 20, goal.x() + 20) for y in range(goal.y() - 30, goal.y() + 30)
        if before.pixel(x, y) != during.pixel(x, y)
    ]  # fmt: skip
    assert changed


def test_the_customer_alone_takes_a_card(robot: Robot):
    if ALONE not in [span.lane.kind for span in robot.canvas.picture.grid.lanes]:
        robot.click("Signs for a second year")
        for _ in range(5):
            robot.press("Ctrl+Down")
    robot.expect_card("Signs for", lane=ALONE)
