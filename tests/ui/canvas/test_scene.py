"""What the scene keeps in step with the picture beside the picture itself."""

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
