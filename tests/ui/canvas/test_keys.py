import pytest

from tests.robot import ALONE, Robot


def test_arrows_walk_in_time_and_between_lanes(robot: Robot):
    robot.press("Right")
    robot.expect_selected("Hears of it from a peer")
    robot.press("Right")
    robot.expect_selected("Searches, meets ten vendors")
    robot.press("Left")
    robot.press("Up")
    robot.expect_selected("Awareness")
    robot.press("Right")
    robot.expect_selected("Consideration")
    robot.press("Down")
    robot.expect_selected("Watches the demo video")


def test_shift_and_arrows_extend(robot: Robot):
    robot.click("Discovery call")
    robot.press("Shift+Right")
    robot.press("Shift+Right")
    robot.expect_selected("Discovery call", "Proof of concept", "Legal review, signature")


def test_control_and_arrows_move_in_time_and_to_other_owners(robot: Robot):
    robot.click("Legal review")
    robot.press("Ctrl+Right")
    robot.expect_card("Legal review", stage="Onboarding", lane="Sales")
    robot.press("Ctrl+Down")
    robot.expect_card("Legal review", stage="Onboarding", lane="Customer Success")
    robot.press("Ctrl+Up")
    robot.press("Ctrl+Left")
    robot.expect_card("Legal review", stage="Decision", lane="Sales")


def test_several_cards_keep_their_order(robot: Robot):
    order = robot.titles()
    robot.click("Proof of concept")
    robot.click("Legal review", keys="Shift")
    robot.press("Ctrl+Right")
    robot.press("Ctrl+Left")
    assert robot.titles() == order


def test_control_and_arrows_move_stages_and_lanes(robot: Robot):
    robot.click("Decision")
    robot.press("Ctrl+Left")
    assert robot.stages()[:3] == ["Awareness", "Decision", "Consideration"]
    robot.click("Sales")
    robot.press("Ctrl+Up")
    assert robot.lanes()[:2] == ["Sales", "Marketing"]
    robot.press("Ctrl+Up")
    assert robot.lanes()[:2] == ["Sales", "Marketing"]


@pytest.mark.parametrize(("digit", "valence"), [(1, -2.0), (2, -1.0), (3, 0.0), (4, 1.0), (5, 2.0)])
def test_control_and_a_digit_feels(robot: Robot, digit: int, valence: float):
    robot.click("Kick-off")
    robot.press(f"Ctrl+{digit}")
    robot.expect_card("Kick-off", feels=valence)


def test_half_a_step_up_and_down(robot: Robot):
    robot.click("Kick-off")
    robot.press("Ctrl+3")
    robot.press("Ctrl+Shift+Up")
    robot.expect_card("Kick-off", feels=0.5)
    robot.press("Ctrl+Shift+Down")
    robot.press("Ctrl+Shift+Down")
    robot.expect_card("Kick-off", feels=-0.5)


def test_delete_removes_and_selects_the_next(robot: Robot):
    robot.click("Proof of concept")
    robot.press("Del")
    robot.expect_no_card("Proof of concept")
    robot.expect_selected("Legal review, signature")
    robot.undo()
    robot.expect_card("Proof of concept", stage="Decision", lane="Sales")


def test_duplicate_selects_the_copy(robot: Robot):
    robot.click("Proof of concept")
    original = robot.workspace.session.current
    robot.press("Ctrl+D")
    assert robot.titles().count("Proof of concept") == 2
    assert robot.workspace.session.current != original


def test_home_end_and_all(robot: Robot):
    robot.press("End")
    robot.expect_selected("Signs for a second year")
    robot.press("Home")
    robot.expect_selected("Hears of it from a peer")
    robot.press("Ctrl+A")
    assert len(robot.workspace.session.selected) == len(robot.titles())


def test_a_new_touchpoint_after_the_current_one_is_named_at_once(robot: Robot):
    robot.click("Proof of concept")
    robot.press("Ctrl+Return")
    robot.type("Price talk")
    robot.press("Ctrl+Return")
    robot.type("Second price talk")
    robot.press("Return")
    titles = robot.titles()
    here = titles.index("Proof of concept")
    assert titles[here + 1 : here + 3] == ["Price talk", "Second price talk"]
    robot.expect_card("Second price talk", stage="Decision", lane="Sales")
    assert len(robot.workspace.history.steps) == 2


def test_a_new_stage_after_the_current_one(robot: Robot):
    robot.click("Proof of concept")
    robot.press("Ctrl+Shift+Return")
    robot.type("Signature")
    robot.press("Return")
    assert robot.stages()[2:4] == ["Decision", "Signature"]


def test_stepping_below_the_last_owner_leaves_it_to_the_customer(robot: Robot):
    robot.click("First ticket")
    robot.press("Ctrl+Down")
    robot.expect_card("First ticket", lane=ALONE)


def test_nothing_happens_on_an_empty_selection(robot: Robot):
    for keys in ("Del", "Ctrl+D", "Ctrl+3", "F2", "Ctrl+Right", "Ctrl+Shift+Up"):
        robot.press(keys)
    assert not robot.workspace.history.steps
