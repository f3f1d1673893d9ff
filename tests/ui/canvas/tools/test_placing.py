import pytest

from journey_editor.ui.workspace import Tool
from tests import hands
from tests.robot import Robot


def test_a_touchpoint_from_the_palette_lands_where_it_is_clicked_and_is_named(robot: Robot):
    robot.workspace.take_tool("touchpoint")
    hands.click(robot.viewport, robot.place_in("Decision", "Product"))
    robot.type("Security review")
    robot.press("Return")
    robot.expect_card("Security review", stage="Decision", lane="Product")
    robot.expect_selected("Security review")
    assert robot.workspace.tool == "select"
    assert len(robot.workspace.history.steps) == 1
    robot.undo()
    robot.expect_no_card("Security review")


def test_dropping_does_the_same(robot: Robot):
    assert robot.drop_tool("touchpoint", robot.place_in("Decision", "Product"))
    robot.type("Security review")
    robot.press("Return")
    robot.expect_card("Security review", stage="Decision", lane="Product")


def test_giving_up_a_new_touchpoint_leaves_no_trace(robot: Robot):
    before = dict(robot.workspace.document.records)
    robot.workspace.take_tool("touchpoint")
    hands.click(robot.viewport, robot.place_in("Decision", "Product"))
    robot.press("Esc")
    assert dict(robot.workspace.document.records) == before
    assert not robot.workspace.history.steps


def test_a_stage_lands_between_two(robot: Robot):
    head = robot.grip("Decision")
    robot.drop_tool("stage", head - hands.QPoint(70, 0))
    robot.type("Trial")
    robot.press("Return")
    assert robot.stages() == ["Awareness", "Consideration", "Trial", "Decision", "Onboarding", "Adoption", "Renewal"]


def test_a_stage_before_all_others(robot: Robot):
    robot.drop_tool("stage", robot.grip("Awareness") - hands.QPoint(70, 0))
    robot.type("Need")
    robot.press("Return")
    assert robot.stages()[0] == "Need"


def test_a_lane_lands_between_two(robot: Robot):
    robot.drop_tool("owner", robot.grip("Sales") - hands.QPoint(0, 20))
    robot.type("Partners")
    robot.press("Return")
    assert robot.lanes()[:3] == ["Marketing", "Partners", "Sales"]
    robot.undo()
    assert "Partners" not in robot.lanes()


def test_a_moment_of_truth_marks_a_card(robot: Robot):
    robot.drop_tool("moment", robot.grip("Kick-off"))
    assert robot.workspace.history.undo_label == "Mark moment of truth"
    robot.expect_selected("Kick-off meeting")


@pytest.mark.parametrize(("tool", "kind"), [("pain_point", "note"), ("opportunity", "opportunity"), ("quote", "note")])
def test_notes_land_on_cards_and_stages_and_are_written_there(robot: Robot, tool: str, kind: str):
    for target in ("Kick-off", "Decision"):
        robot.drop_tool(tool, robot.grip(target))
        robot.type("What was said")
        robot.press("Return")
        made = [r for r in robot.workspace.document.records.values() if getattr(r, "text", "") == "What was said"]
        assert len(made) == 1 and made[0].kind_name == kind
        assert getattr(made[0], "kind", tool) == tool
        robot.undo()
        assert made[0].id not in robot.workspace.document.records


def test_a_note_without_words_is_not_kept(robot: Robot):
    before = dict(robot.workspace.document.records)
    robot.drop_tool("quote", robot.grip("Kick-off"))
    robot.press("Return")
    assert dict(robot.workspace.document.records) == before
    assert not robot.workspace.history.steps


def test_a_moment_may_not_land_on_the_ground(robot: Robot):
    assert not robot.drop_tool("moment", robot.place_in("Decision", "Product"))
    assert not robot.workspace.history.steps


def test_what_is_no_tool_is_left_to_the_window(robot: Robot):
    assert not robot.drop_tool("hammer", robot.grip("Kick-off"))


def test_escape_puts_the_tool_back(robot: Robot):
    robot.workspace.take_tool("stage")
    robot.press("Esc")
    assert robot.workspace.tool == "select"


def test_a_click_where_nothing_may_land_says_so(robot: Robot):
    said: list[str] = []
    robot.workspace.noticed.connect(said.append)
    robot.workspace.take_tool("moment")
    hands.click(robot.viewport, robot.place_in("Decision", "Product"))
    assert said == ["Put it on a touchpoint or a stage."]


@pytest.mark.parametrize("tool", ["moment", "pain_point", "opportunity", "quote", "touchpoint"])
def test_what_is_put_down_is_not_in_the_hand_any_more(robot: Robot, tool: Tool):
    robot.workspace.take_tool(tool)
    hands.click(robot.viewport, robot.grip("Kick-off"))
    assert robot.workspace.tool == "select"
