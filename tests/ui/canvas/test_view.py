import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QToolTip

from journey_editor.core.edits.place import last_slot
from journey_editor.core.edits.touchpoints import add_touchpoint
from journey_editor.core.records import Stage
from tests import hands
from tests.robot import Robot


def test_the_wheel_with_control_zooms_about_the_pointer(robot: Robot):
    robot.canvas.zoom_to(2.0)
    place = QPoint(800, 500)
    before = robot.canvas.on_map(place)
    for steps in (1, 1, -1, 2):
        hands.turn_wheel(robot.viewport, place, steps, hands.CTRL)
        after = robot.canvas.on_map(place)
        assert abs(after.x() - before.x()) < 1 and abs(after.y() - before.y()) < 1
    assert robot.canvas.scale_now == pytest.approx(2.0 * 1.2**3)


def test_the_plain_wheel_moves_the_map(robot: Robot):
    robot.canvas.zoom_to(2.0, QPoint(0, 0))
    before = robot.canvas.on_map(QPoint(0, 0))
    hands.turn_wheel(robot.viewport, QPoint(300, 300), -1)
    assert robot.canvas.on_map(QPoint(0, 0)).y() > before.y()
    hands.turn_wheel(robot.viewport, QPoint(300, 300), -1, hands.SHIFT)
    assert robot.canvas.on_map(QPoint(0, 0)).x() > before.x()
    assert robot.canvas.scale_now == 2.0


def test_the_wheel_can_be_set_to_zoom(robot: Robot):
    robot.canvas.set_wheel_zooms(True)
    hands.turn_wheel(robot.viewport, QPoint(300, 300), 1)
    assert robot.canvas.scale_now == pytest.approx(1.2)


def test_zoom_keys_by_place(robot: Robot):
    robot.canvas.zoom_in()
    assert robot.canvas.scale_now == pytest.approx(1.2)
    robot.press("Ctrl+0")
    assert robot.canvas.scale_now == 1.0
    robot.canvas.resize(600, 400)
    robot.press("Ctrl+9")
    picture = robot.canvas.picture
    corner = robot.seen(picture.width, picture.height)
    assert robot.canvas.scale_now < 0.5
    assert robot.viewport.rect().contains(corner)
    robot.click("Decision")
    robot.press("Ctrl+8")
    span = next(s for s in picture.grid.stages if s.stage == robot.workspace.session.current)
    assert robot.viewport.rect().contains(robot.seen(span.x, 100))
    assert robot.viewport.rect().contains(robot.seen(span.x + span.width, 100))


def test_the_scale_has_ends(robot: Robot):
    robot.canvas.zoom_to(100.0)
    assert robot.canvas.scale_now == 4.0
    robot.canvas.zoom_to(0.0001)
    assert robot.canvas.scale_now == 0.05


@pytest.mark.parametrize("how", ["middle", "space"])
def test_the_map_is_moved_under_the_hand(robot: Robot, how: str):
    robot.canvas.zoom_to(2.0)
    before = robot.canvas.on_map(QPoint(800, 400))
    button = Qt.MouseButton.MiddleButton if how == "middle" else Qt.MouseButton.LeftButton
    if how == "space":
        hands.QTest.keyPress(robot.canvas, Qt.Key.Key_Space)
    hands.press(robot.viewport, QPoint(800, 400), button=button)
    hands.move(robot.viewport, QPoint(700, 350), held=button)
    hands.release(robot.viewport, QPoint(700, 350), button=button)
    assert robot.canvas.on_map(QPoint(700, 350)) == before
    if how == "space":
        hands.QTest.keyRelease(robot.canvas, Qt.Key.Key_Space)
    robot.expect_selected()


def test_clicks_select(robot: Robot):
    robot.click("Kick-off")
    robot.expect_selected("Kick-off meeting")
    robot.click("Business review", keys="Shift")
    robot.expect_selected("Kick-off meeting", "Business review")
    robot.click("Kick-off", keys="Shift")
    robot.expect_selected("Business review")
    robot.click("Decision")
    robot.expect_selected("Decision")
    robot.click("Sales")
    robot.expect_selected("Sales")
    robot.click_ground("Renewal", "Marketing")
    robot.expect_selected()


def test_a_click_on_one_of_several_selects_it_alone(robot: Robot):
    robot.click("Kick-off")
    robot.click("Business review", keys="Shift")
    robot.click("Kick-off")
    robot.expect_selected("Kick-off meeting")


def test_edits_from_elsewhere_are_drawn(robot: Robot):
    document = robot.workspace.document
    stage = next(r for r in document.records.values() if isinstance(r, Stage) and r.name == "Decision")
    before = robot.viewport.grab().toImage()
    add_touchpoint(document, robot.workspace.map_id, "From elsewhere", last_slot(document, stage.id))
    robot.expect_card("From elsewhere", stage="Decision")
    assert robot.viewport.grab().toImage() != before


def test_what_was_drawn_in_steps_equals_what_is_drawn_at_once(robot: Robot):
    """Repainting only what differs must never leave anything behind."""
    robot.drag_card("Kick-off", stage="Adoption", lane="Support")
    robot.drag_feeling("Proof of concept", -1.5)
    robot.drag_stage("Decision", before="Awareness")
    robot.press("Del")
    hands.send_mouse(robot.viewport, QEvent.Type.Leave, QPoint(), held=Qt.MouseButton.NoButton)
    robot.workspace.session.clear()
    in_steps = robot.viewport.grab().toImage()
    robot.workspace.show(theme="dark")
    robot.workspace.show(theme="light")
    assert robot.viewport.grab().toImage() == in_steps


def test_the_menu_is_asked_for_what_lies_there(robot: Robot):
    asked: list[str] = []
    robot.canvas.menu_asked.connect(lambda place, record: asked.append(record))
    hands.ask_menu(robot.viewport, robot.grip("Kick-off"))
    robot.expect_selected("Kick-off meeting")
    hands.ask_menu(robot.viewport, robot.place_in("Renewal", "Marketing"))
    robot.canvas.ask_menu()
    kick_off = robot.workspace.session.current
    assert asked[0] == kick_off and asked[2] == kick_off and asked[1] == ""


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_a_cut_text_is_told_whole_and_as_plain_text(robot: Robot):
    robot.double_click("Kick-off")
    robot.type("<b>Bold</b> " + "and very long " * 20)
    robot.press("Return")
    hands.rest_at(robot.viewport, robot.grip("<b>Bold"))
    assert "&lt;b&gt;Bold" in QToolTip.text()
    QToolTip.hideText()


def test_dark_and_light(robot: Robot):
    light = robot.viewport.grab().toImage()
    robot.workspace.show(theme="dark")
    dark = robot.viewport.grab().toImage()
    assert dark.pixelColor(5, 5).lightness() < 60 < 200 < light.pixelColor(5, 5).lightness()


def test_the_curve_over_the_lanes(robot: Robot):
    robot.workspace.show(overlay=True)
    band = robot.canvas.picture.grid.band
    lanes = robot.canvas.picture.grid.lanes
    assert band is not None and band.y == lanes[0].y
    robot.drag_feeling("Kick-off", -1)
    robot.expect_card("Kick-off", feels=-1.0)


def test_scrolling_at_the_edge_while_something_is_in_the_hand(robot: Robot, qtbot):
    robot.canvas.zoom_to(2.0, QPoint(0, 0))
    start = robot.seen(180, 380)
    before = robot.canvas.on_map(QPoint(0, 0)).x()
    hands.press(robot.viewport, start)
    edge = QPoint(robot.viewport.width() - 3, start.y())
    hands.move(robot.viewport, edge)
    qtbot.waitUntil(lambda: robot.canvas.on_map(QPoint(0, 0)).x() > before + 20)
    robot.press("Esc")
    hands.release(robot.viewport, edge)
    assert not robot.workspace.history.steps


def test_a_click_on_the_hint_of_an_empty_map_asks_to_type(open_canvas):
    from tests.building import MAP, records

    canvas = open_canvas(list(records()))
    asked: list[bool] = []
    canvas.typing_asked.connect(lambda: asked.append(True))
    hint = next(e for e in canvas.picture.elements if e.role == "hint")
    place = canvas.mapFromScene(hint.rect.x + hint.rect.width / 2, hint.rect.y + hint.rect.height / 2)
    hands.click(canvas.viewport(), place)
    assert asked == [True]
    assert canvas.workspace.map_id == MAP


def test_the_whole_map_keeps_fitting_a_window_that_grows_until_somebody_zooms(robot: Robot):
    canvas = robot.canvas
    canvas.resize(600, 400)
    canvas.fit_all()
    small = canvas.scale_now
    canvas.resize(1200, 800)
    assert canvas.scale_now > small * 1.8
    canvas.zoom_in()
    zoomed = canvas.scale_now
    canvas.resize(700, 500)
    assert canvas.scale_now == zoomed


def test_a_map_too_wide_to_be_read_as_a_whole_opens_at_its_beginning(robot: Robot):
    canvas = robot.canvas
    canvas.resize(1600, 900)
    canvas.begin()
    assert canvas.mapToScene(canvas.viewport().rect()).boundingRect().contains(canvas.sceneRect())
    canvas.resize(500, 700)
    canvas.begin()
    assert canvas.scale_now == 0.7
    assert canvas.mapToScene(0, 0).x() < 1
    canvas.resize(1600, 900)
    assert canvas.mapToScene(canvas.viewport().rect()).boundingRect().contains(canvas.sceneRect())


def test_the_selected_card_stays_in_sight_when_the_view_gets_smaller(robot: Robot):
    canvas = robot.canvas
    canvas.resize(1600, 900)
    canvas.full_size()
    robot.workspace.session.select((robot.workspace.document.journey(robot.workspace.map_id).touchpoints[-1].id,))
    card = robot.workspace.session.selected[0]
    canvas.ensure_visible(card)

    def is_seen() -> bool:
        element = canvas.element_of(card)
        assert element is not None
        corners = ((element.rect.x, element.rect.y), (element.rect.right, element.rect.bottom))
        return all(canvas.viewport().rect().contains(canvas.mapFromScene(*corner)) for corner in corners)

    assert is_seen()
    canvas.resize(700, 900)
    assert is_seen()
    canvas.pan_by(2000, 0)
    assert not is_seen()
    canvas.resize(650, 900)
    assert not is_seen(), "who looks elsewhere is not called back"
