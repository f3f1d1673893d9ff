"""Each map is seen again as it was left: scale, place and what was selected."""

from pytestqt.qtbot import QtBot

from journey_editor.core.edits.fields import set_field
from journey_editor.core.edits.maps import add_map, duplicate_map, remove_map
from tests.robot import Robot


def seen(robot: Robot) -> tuple[float, float, float]:
    corner = robot.canvas.mapToScene(0, 0)
    return robot.canvas.scale_now, corner.x(), corner.y()


def test_a_map_is_seen_again_as_it_was_left(robot: Robot):
    workspace = robot.workspace
    first = workspace.map_id
    robot.canvas.resize(600, 300)
    robot.canvas.zoom_to(1.5)
    robot.canvas.pan_by(-220, -90)
    card = workspace.document.journey(first).touchpoints[0].id
    workspace.session.select((card,))
    before = seen(robot)
    second = duplicate_map(workspace.document, first)
    workspace.session.show_map(second)
    assert workspace.session.selected == ()
    assert all(each.record not in workspace.document.records or _map(robot, each.record) in (None, second)
               for each in robot.canvas.picture.elements)  # fmt: skip
    robot.canvas.zoom_to(0.4)
    other = seen(robot)
    workspace.session.show_map(first)
    assert seen(robot) == before and workspace.session.selected == (card,)
    workspace.session.show_map(second)
    assert seen(robot) == other


def _map(robot: Robot, record: str) -> str | None:
    return robot.workspace.document.records[record].__dict__.get("map")


def test_undo_turns_to_the_map_that_it_is_about(robot: Robot):
    workspace = robot.workspace
    first = workspace.map_id
    card = workspace.document.journey(first).touchpoints[0].id
    set_field(workspace.document, (card,), "title", "Renamed")
    second = add_map(workspace.document)
    workspace.session.show_map(second)
    workspace.undo()
    assert workspace.map_id == first and second not in workspace.document.records
    workspace.redo()
    assert workspace.map_id == second and workspace.session.selected == ()
    workspace.undo()
    workspace.undo()
    assert workspace.map_id == first and workspace.session.selected == (card,)


def test_a_map_that_goes_gives_way_to_its_neighbour_and_comes_back(robot: Robot, qtbot: QtBot):
    workspace = robot.workspace
    first = workspace.map_id
    second, third = add_map(workspace.document), add_map(workspace.document)
    workspace.session.show_map(second)
    with qtbot.waitSignal(workspace.selected):
        remove_map(workspace.document, second)
    assert workspace.map_id == third
    assert {each.stage for each in robot.canvas.picture.grid.stages} == {
        each.id for each in workspace.document.journey(third).stages
    }
    workspace.undo()
    assert workspace.map_id == second
    remove_map(workspace.document, third)
    workspace.session.show_map(first)
    remove_map(workspace.document, first)
    assert workspace.map_id == second
    remove_map(workspace.document, second)
    assert workspace.map_id == workspace.document.first_map() != second
    assert len(robot.canvas.picture.grid.stages) == 3
