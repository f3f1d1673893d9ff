"""Hands in lanes by layer and by channel: keys, palette, tray letters, outline words, lock and views."""

import pytest

from journey_editor.core.edits.lanes import set_lanes_by
from journey_editor.core.edits.touchpoints import to_tray
from journey_editor.core.records import Touchpoint
from journey_editor.ui.panels.inspector.assignment import apply
from journey_editor.ui.panels.inspector.fields import FieldSpec
from journey_editor.ui.panels.outline_words import told_of
from journey_editor.ui.panels.whereabouts import place_of
from journey_editor.ui.window import MainWindow
from tests import hands
from tests.robot import Robot


@pytest.fixture
def robot(window: MainWindow) -> Robot:
    return Robot(window)


def by(robot: Robot, what: str) -> None:
    set_lanes_by(robot.workspace.document, robot.workspace.map_id, what)  # type: ignore[arg-type]


def card(robot: Robot, title: str) -> Touchpoint:
    return next(each for each in robot.workspace.document.of_kind(Touchpoint) if each.title == title)


def test_the_actions_turn_the_lanes_and_say_which_there_are(robot: Robot, window: MainWindow):
    actions = window.actions_of.by_id
    for name, first in (("layer", "Customer"), ("channel", "Website"), ("owner", "Marketing")):
        actions[f"lanes_{name}"].trigger()
        assert robot.shown_lanes()[0] == first
        checked = [each for each in ("owner", "layer", "channel") if actions[f"lanes_{each}"].isChecked()]
        assert checked == [name]
    assert window.workspace.history.undo_label == "Lanes by owner"


def test_a_new_card_comes_into_the_lane_of_the_selected_one(robot: Robot):
    by(robot, "channel")
    robot.click("Kick-off")
    robot.press("Ctrl+Return")
    robot.type("Second meeting")
    robot.press("Return")
    robot.expect_card("Second meeting", lane="Video call")
    assert card(robot, "Second meeting").channel == "video_call"


def test_typed_lines_follow_in_a_layer_and_leave_channels_open(robot: Robot):
    by(robot, "layer")
    robot.click("Kick-off")
    robot.press("Ctrl+Down")
    robot.type("Sends the agenda")
    robot.press("Return")
    robot.expect_card("Sends the agenda", lane="Frontstage")
    by(robot, "channel")
    robot.type("Answers questions")
    robot.press("Return")
    robot.expect_card("Answers questions", lane="No channel")
    assert card(robot, "Answers questions").layer == "customer"


def test_pasted_lines_follow_in_a_layer(robot: Robot, window: MainWindow):
    by(robot, "layer")
    robot.click("Kick-off")
    robot.press("Ctrl+Down")
    window.drops.pasting.take("One more step\nAnd another")
    robot.expect_card("One more step", lane="Frontstage")
    robot.expect_card("And another", lane="Frontstage")


def test_copies_and_neighbours_are_dropped_into_lanes(robot: Robot):
    by(robot, "layer")
    robot.drag_card("Kick-off", lane="Support", keys="Ctrl")
    layers = [each.layer for each in robot.workspace.document.of_kind(Touchpoint) if each.title == "Kick-off meeting"]
    assert sorted(layers) == ["customer", "support"]
    robot.undo()
    robot.drag_card("Kick-off", stage="Adoption", lane="Backstage")
    robot.expect_card("Kick-off", stage="Adoption", lane="Backstage")
    assert card(robot, "Kick-off meeting").owner, "in another stage it keeps whose it was"


def test_a_palettes_touchpoint_lands_in_the_lane_it_is_dropped_in(robot: Robot, window: MainWindow):
    by(robot, "layer")
    assert robot.drop_tool("touchpoint", robot.place_in("Adoption", "Backstage"))
    robot.type("Looks it up")
    robot.press("Return")
    robot.expect_card("Looks it up", stage="Adoption", lane="Backstage")


def test_no_owner_is_added_where_none_would_be_seen(robot: Robot, window: MainWindow):
    by(robot, "layer")
    offered = []
    window.workspace.offered.connect(offered.append)
    before = robot.lanes()
    assert not robot.drop_tool("owner", robot.place_in("Adoption", "Backstage"), drop=False)
    window.workspace.take_tool("owner")
    hands.click(robot.viewport, robot.place_in("Adoption", "Backstage"))
    assert robot.lanes() == before and window.workspace.tool == "select"
    [notice] = offered
    notice.run()
    assert robot.shown_lanes()[:2] == before[:2]


def test_the_tray_files_by_letters_of_layers(robot: Robot, window: MainWindow):
    by(robot, "layer")
    to_tray(robot.workspace.document, (card(robot, "Kick-off meeting").id,))
    robot.press("Ctrl+T")
    robot.type("DB")
    robot.expect_card("Kick-off", stage="Onboarding", lane="Backstage")
    keys = [each for each in robot.canvas.picture.elements if each.role == "lane"]
    assert [each.record for each in keys][0] == "lane:layer:customer"


def test_names_of_layers_are_held_by_nothing(robot: Robot):
    by(robot, "layer")
    lane = robot.canvas.picture.grid.lanes[1]
    place = robot.seen(40, lane.y + lane.height / 2)
    hands.click(robot.viewport, place)
    assert robot.workspace.session.selected == ()
    hands.drag(robot.viewport, (place, robot.seen(40, lane.y + 200)))
    assert robot.shown_lanes() == ["Customer", "Frontstage", "Backstage", "Support"]
    robot.press("Home")
    robot.press("Left")
    robot.expect_selected("Hears of it from a peer")  # there is no lane to go to


def test_who_hears_a_card_hears_its_layer(robot: Robot):
    by(robot, "layer")
    robot.click("Kick-off")
    robot.press("Ctrl+Down")
    document = robot.workspace.document
    kick_off = card(robot, "Kick-off meeting")
    assert "layer Frontstage" in told_of(document, kick_off)
    assert "Frontstage" in place_of(document, kick_off, robot.workspace.map_id)


def test_the_inspector_moves_a_card_to_a_layer_as_a_drag_does(robot: Robot):
    by(robot, "layer")
    apply(
        robot.workspace.document,
        (card(robot, "Kick-off meeting").id,),
        FieldSpec("layer", "Layer", "choice"),
        "support",
    )
    robot.expect_card("Kick-off", lane="Support")
    assert robot.workspace.history.undo_label == "Move to another layer"


def test_a_locked_map_keeps_its_lanes(robot: Robot, window: MainWindow):
    window.workspace.lock.toggle()
    window.actions_of.by_id["lanes_layer"].trigger()
    assert robot.shown_lanes()[0] == "Marketing"
    assert not window.actions_of.by_id["lanes_layer"].isChecked()
    robot.click("Kick-off")
    robot.press("Ctrl+Down")  # cards may still go from lane to lane
    assert robot.lane_name(card(robot, "Kick-off meeting")) != "Customer Success"


def test_in_lanes_by_channel_a_channel_is_typed_below_the_card_where_it_does_not_stand(robot: Robot):
    tops = {}
    robot.canvas.zoom_to(1.0)
    for what in ("layer", "channel"):
        by(robot, what)
        robot.click("Kick-off")
        robot.press("F2")
        robot.press("Tab")
        editor, element = robot.canvas.editor, robot.canvas.element_of(card(robot, "Kick-off meeting").id)
        assert editor is not None and element is not None and editor.toPlainText() == "video call"
        tops[what] = editor.y() >= robot.seen(0, element.rect.bottom).y() - 4
        robot.press("Escape")
    assert tops == {"layer": False, "channel": True}
