"""The names at the left of a map stay in sight while it is moved, and are what they are on the map."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from journey_editor.core.edits.fields import set_field
from journey_editor.core.records import Owner, name_of
from tests import hands
from tests.robot import Robot


@pytest.fixture
def robot(window):
    window.resize(900, 800)
    window.canvas.full_size()
    window.canvas.horizontalScrollBar().setValue(0)
    window.canvas.verticalScrollBar().setValue(0)
    return Robot(window)


def move(robot: Robot, x: int) -> None:
    robot.canvas.horizontalScrollBar().setValue(x)
    QApplication.processEvents()


def seen(robot: Robot) -> QImage:
    """What lies on the screen, not what would be painted anew."""
    QApplication.processEvents()
    viewport = robot.viewport
    corner = viewport.mapTo(viewport.window(), QPoint(0, 0))
    whole = viewport.screen().grabWindow(viewport.window().winId()).toImage()
    return without_curve(robot, whole.copy(QRect(corner, viewport.size())))


def painted(robot: Robot) -> QImage:
    """What would be painted anew."""
    return without_curve(robot, robot.viewport.grab().toImage().convertToFormat(seen(robot).format()))


def without_curve(robot: Robot, image: QImage) -> QImage:
    """All but the band of the curve: Qt begins the dashes of its middle line where it begins to paint."""
    band = robot.canvas.picture.grid.band
    assert band is not None
    painter = QPainter(image)
    painter.fillRect(0, robot.seen(0, band.y).y(), image.width(), round(band.height), Qt.GlobalColor.black)
    painter.end()
    return image


def words_of_lane(robot: Robot) -> QRect:
    """Where the words of the first lane are on the screen, left of all cards."""
    lane = robot.canvas.picture.grid.lanes[0]
    return QRect(0, robot.seen(0, lane.y).y() + 10, 104, 60)


def test_names_lie_where_they_are_until_the_map_is_moved(robot):
    assert robot.canvas.pinned.isEmpty()
    move(robot, 300)
    column = robot.canvas.pinned
    assert (column.left(), column.width()) == (300, robot.canvas.picture.grid.stages[0].x - 16)
    move(robot, 0)
    assert robot.canvas.pinned.isEmpty()


def test_the_names_are_those_of_the_map_a_little_further_left(robot):
    before = painted(robot).copy(words_of_lane(robot).translated(16, 0))
    move(robot, 300)
    assert painted(robot).copy(words_of_lane(robot)) == before


@pytest.mark.parametrize("way", [(7, 20, 300, 640), (640, 300, 299, 18, 0), (5, 900, 0)])
def test_moving_leaves_no_traces(robot, way):
    for x in way:
        move(robot, x)
        assert seen(robot) == painted(robot), x


def test_a_lane_that_is_renamed_is_renamed_there_too(robot):
    move(robot, 300)
    before = seen(robot)
    set_field(robot.workspace.document, ("mkt",), "name", "Growth")
    assert seen(robot) == painted(robot) != before


def test_a_stage_that_goes_on_below_the_names_is_named_there(robot):
    head = robot.canvas.element_of("s1")
    move(robot, round(head.rect.x) - 50)
    before = seen(robot)
    set_field(robot.workspace.document, ("s1",), "name", "Alert")
    assert seen(robot) == painted(robot) != before
    around = QRect(8, robot.seen(0, head.rect.y).y(), 100, 40)
    assert painted(robot).copy(around) != before.copy(around)


def test_a_name_is_chosen_and_not_the_card_below_it(robot):
    card = robot.canvas.element_of("t4")
    move(robot, round(card.rect.x) - 30)
    place = robot.seen(card.rect.x + 20, card.rect.y + 20)
    assert place.x() == 50
    hands.click(robot.viewport, place)
    assert [name_of(each) for each in robot.workspace.selection] == ["Sales"]
    assert isinstance(robot.workspace.current, Owner)


def test_what_is_to_be_seen_comes_beside_the_names(robot):
    move(robot, 5000)
    robot.canvas.ensure_visible("t4")
    element = robot.canvas.element_of("t4")
    assert element is not None and robot.canvas.pinned.right() < element.rect.x
    move(robot, 5000)
    robot.canvas.ensure_visible("t1")
    element = robot.canvas.element_of("t1")
    assert element is not None and (robot.canvas.pinned.isEmpty() or robot.canvas.pinned.right() < element.rect.x)
