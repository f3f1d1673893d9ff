"""What the scene keeps in step with the picture beside the picture itself."""

from journey_editor.core.records import Note
from journey_editor.ui.canvas.scene import MapScene
from tests import hands
from tests.robot import Robot


def test_what_moves_away_from_the_pointer_is_not_under_it_any_more(robot: Robot):
    scene = robot.canvas.scene()
    assert isinstance(scene, MapScene)
    robot.click("Kick-off")
    hands.move(robot.viewport, robot.grip("Kick-off"), held=hands.Qt.MouseButton.NoButton)
    assert scene.overlay.hovered is not None
    robot.press("Ctrl+1")
    assert scene.overlay.hovered is not None
    robot.press("Ctrl+Down")
    assert scene.overlay.hovered is None


def test_what_the_map_does_not_show_is_ringed_by_what_it_hangs_on(robot: Robot):
    scene = robot.canvas.scene()
    assert isinstance(scene, MapScene)
    records = robot.workspace.document.records
    hidden = next(each for each in records.values() if isinstance(each, Note) and scene.element_of(each.id) is None)
    robot.workspace.session.select((hidden.id, hidden.on))
    assert [element.record for element in scene.overlay.rings] == [hidden.on]
    robot.workspace.session.select((hidden.id,))
    assert [element.record for element in scene.overlay.rings] == [hidden.on]
