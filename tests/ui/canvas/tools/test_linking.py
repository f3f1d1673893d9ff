"""Transitions drawn from the keyboard."""

from journey_editor.core.records import Touchpoint, Transition, name_of
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


def way(robot: Robot, source: str, target: str | None) -> Transition:
    """The transition between two cards that are called so; None is out of the journey."""
    records = robot.workspace.document.records
    for each in records.values():
        if isinstance(each, Transition) and name_of(records[each.source]).startswith(source):
            if each.target is None and target is None:
                return each
            if each.target is not None and target and name_of(records[each.target]).startswith(target):
                return each
    raise AssertionError(f"nothing leads from {source} to {target}")


def below(robot: Robot, title: str) -> hands.QPoint:
    """A place right below the lanes, under a card."""
    lane = robot.canvas.picture.grid.lanes[-1]
    return hands.QPoint(robot.grip(title).x(), robot.seen(0, lane.y + lane.height + 30).y())


def test_a_transition_is_drawn_from_the_handle_of_a_card_to_another_card(robot: Robot):
    before = ways(robot)
    start, goal = robot.handle("Discovery call"), robot.grip("Kick-off")
    hands.press(robot.viewport, start)
    robot.expect_selected("Discovery call")
    hands.move(robot.viewport, start + (goal - start) / 2)
    hands.move(robot.viewport, goal)
    assert ways(robot) - before == {("Discovery call", "Kick-off meeting", "happy")}, "shown before it is drawn"
    assert not robot.workspace.history.steps
    hands.release(robot.viewport, goal)
    assert ways(robot) - before == {("Discovery call", "Kick-off meeting", "happy")}
    assert len(robot.workspace.history.steps) == 1
    assert robot.workspace.current == way(robot, "Discovery call", "Kick-off")
    robot.undo()
    assert ways(robot) == before


def test_esc_leaves_all_as_it_was_while_one_is_drawn(robot: Robot):
    before = dict(robot.workspace.document.records)
    start, goal = robot.handle("Discovery call"), robot.grip("Kick-off")
    hands.press(robot.viewport, start)
    hands.move(robot.viewport, goal)
    robot.press("Esc")
    hands.release(robot.viewport, goal)
    assert dict(robot.workspace.document.records) == before
    assert not robot.workspace.history.steps


def test_let_go_on_free_ground_it_leads_to_a_new_touchpoint_there(robot: Robot):
    before = dict(robot.workspace.document.records)
    robot.workspace.document.journey(robot.workspace.map_id)
    hands.drag(robot.viewport, (robot.handle("Discovery call"), robot.place_in("Decision", "Support")))
    robot.type("Reads the fine print")
    robot.press("Return")
    robot.expect_card("Reads the fine print", stage="Decision", lane="Support")
    assert way(robot, "Discovery call", "Reads the fine print").path == "happy"
    assert len(robot.workspace.history.steps) == 1, "the card, the way and its title are one step"
    robot.undo()
    assert dict(robot.workspace.document.records) == before


def test_let_go_below_the_lanes_customers_leave(robot: Robot):
    before = dict(robot.workspace.document.records)
    hands.drag(robot.viewport, (robot.handle("Discovery call"), below(robot, "Kick-off")))
    assert way(robot, "Discovery call", None).path == "abandon"
    robot.undo()
    assert dict(robot.workspace.document.records) == before


def test_a_click_on_the_handle_lets_the_next_click_choose(robot: Robot):
    hands.click(robot.viewport, robot.handle("Discovery call"))
    assert robot.canvas.gesture_runs
    hands.click(robot.viewport, robot.grip("Kick-off"))
    assert way(robot, "Discovery call", "Kick-off").path == "happy"


def test_the_end_of_an_arrow_is_dragged_to_another_card(robot: Robot):
    hands.drag(robot.viewport, (robot.handle("Discovery call"), robot.grip("Kick-off")))
    made = way(robot, "Discovery call", "Kick-off")
    before = dict(robot.workspace.document.records)
    _begin, end = robot.ends(made.id)
    goal = robot.grip("Legal review")
    hands.press(robot.viewport, end)
    hands.move(robot.viewport, goal)
    assert way(robot, "Discovery call", "Legal review").id == made.id, "shown before it is so"
    hands.release(robot.viewport, goal)
    assert way(robot, "Discovery call", "Legal review").id == made.id
    assert robot.workspace.history.undo_label == "Move transition"
    robot.undo()
    assert dict(robot.workspace.document.records) == before
    begin, _end = robot.ends(made.id)
    hands.drag(robot.viewport, (begin, robot.grip("Business review")))
    assert way(robot, "Business review", "Kick-off").path == "loop", "it leads back now"


def test_the_end_of_an_arrow_is_aimed_by_keys(robot: Robot):
    robot.click("Discovery call")
    robot.press("Ctrl+G")
    robot.press("Right")
    robot.press("Right")
    robot.press("Return")
    made = way(robot, "Discovery call", "Legal review")
    robot.press("Ctrl+G")
    robot.press("Left")
    robot.press("Return")
    assert robot.workspace.current is not None and robot.workspace.current.id == made.id
    assert robot.workspace.history.undo_label == "Move transition"
    robot.press("Ctrl+Right")
    assert robot.workspace.document.records[made.id] != made or len(robot.workspace.history.steps) == 3
    robot.press("Ctrl+L")
    robot.press("Right")
    robot.press("Return")
    moved = robot.workspace.document.records[made.id]
    assert isinstance(moved, Transition) and moved.source != made.source
    robot.press("Del")
    assert made.id not in robot.workspace.document.records
    assert isinstance(robot.workspace.current, Touchpoint)
