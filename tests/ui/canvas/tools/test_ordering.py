from journey_editor.ui.canvas.tools.ordering import edge_at, index_at
from tests import hands
from tests.robot import Robot


def test_a_stage_is_dragged_before_another(robot: Robot):
    robot.drag_stage("Decision", before="Awareness")
    assert robot.stages() == ["Decision", "Awareness", "Consideration", "Onboarding", "Adoption", "Renewal"]
    robot.undo()
    assert robot.stages()[0] == "Awareness"


def test_a_stage_is_dragged_to_the_end(robot: Robot):
    robot.drag_stage("Awareness")
    assert robot.stages()[-1] == "Awareness"
    assert robot.titles()[-3:] != []


def test_a_lane_is_dragged_above_another_and_to_the_bottom(robot: Robot):
    robot.drag_lane("Support", before="Marketing")
    assert robot.lanes() == ["Support", "Marketing", "Sales", "Customer Success", "Product"]
    robot.drag_lane("Support")
    assert robot.lanes() == ["Marketing", "Sales", "Customer Success", "Product", "Support"]


def test_a_stage_put_back_is_no_edit(robot: Robot):
    place = robot.grip("Decision")
    hands.drag(robot.viewport, (place, place + hands.QPoint(300, 0), place))
    assert not robot.workspace.history.steps


def test_escape_leaves_the_order(robot: Robot):
    place = robot.grip("Decision")
    hands.press(robot.viewport, place)
    hands.move(robot.viewport, place - hands.QPoint(400, 0))
    robot.press("Esc")
    hands.release(robot.viewport, place - hands.QPoint(400, 0))
    assert robot.stages()[0] == "Awareness"


SPANS = (("a", 0.0, 10.0), ("b", 12.0, 20.0), ("c", 22.0, 40.0))


def test_a_span_passes_its_neighbours_at_their_middles():
    assert index_at(SPANS, "a", 15.9) == 0
    assert index_at(SPANS, "a", 16.1) == 1
    assert index_at(SPANS, "c", 4.9) == 0
    assert index_at(SPANS, "b", 100.0) == 2


def test_the_bar_stands_in_the_gap_that_the_span_comes_to():
    assert edge_at(SPANS, 0, 1) == 21.0
    assert edge_at(SPANS, 0, 2) == 40.0
    assert edge_at(SPANS, 2, 0) == 0.0
    assert edge_at(SPANS, 2, 1) == 11.0
