"""The time axis and the numbers of stages are switched by key and menu, set by key, and taken back to the byte."""

from PySide6.QtCore import QPoint, Qt

from journey_editor.core.records import Stage
from journey_editor.layout.primitives import Element
from journey_editor.storage.format import dumps
from journey_editor.ui.window import MainWindow
from tests import hands
from tests.robot import Robot


def of_role(window: MainWindow, role: str) -> dict[str, Element]:
    return {each.record: each for each in window.canvas.picture.elements if each.role == role}


def rows(window: MainWindow) -> set[str]:
    return {record.partition(":")[0] for record in of_role(window, "row")}


def test_the_axis_comes_and_goes_and_the_rows_stay(window: MainWindow) -> None:
    robot, action = Robot(window), window.actions_of.by_id["time_axis"]
    before, shown = dumps(window.workspace.document.records), rows(window)
    assert not action.isChecked()
    robot.press("Shift+F11")
    assert action.isChecked()
    assert set(of_role(window, "span")) == {f"s{at}" for at in range(1, 7)}
    assert rows(window) == {*shown, "time_axis"}
    action.trigger()
    assert not of_role(window, "span") and rows(window) == shown
    robot.undo()
    robot.undo()
    assert dumps(window.workspace.document.records) == before


def test_the_numbers_are_shown_and_a_click_on_them_means_their_stage(window: MainWindow) -> None:
    robot = Robot(window)
    robot.press("Shift+F12")
    assert window.actions_of.by_id["stage_numbers"].isChecked()
    cells = of_role(window, "number")
    assert "58 completed" in cells["s3"].tip
    rect = cells["s3"].rect
    window.canvas.centerOn(rect.x, rect.y)
    hands.click(robot.viewport, robot.seen(rect.x + rect.width / 2, rect.y + 10))
    robot.expect_selected("Decision")


def test_the_time_of_a_stage_is_set_by_keys_alone(window: MainWindow) -> None:
    robot = Robot(window)
    before = dumps(window.workspace.document.records)
    robot.click("Decision")
    for keys in ("Ctrl+Shift+W", "Down", "Down", "Right", "Return"):
        robot.press(keys)
    stage = window.workspace.document.records["s3"]
    assert isinstance(stage, Stage)
    assert (stage.start_day, stage.end_day, stage.when) == (56, 91, "")
    assert "s3" in of_role(window, "span")
    while window.workspace.history.undo_label is not None:
        robot.undo()
    assert dumps(window.workspace.document.records) == before


def test_the_pointer_tells_what_a_drag_would_change(window: MainWindow) -> None:
    robot = Robot(window)
    robot.press("Shift+F11")
    rect = of_role(window, "span")["s4"].rect

    def shape_at(x: float) -> str:
        place: QPoint = robot.seen(x, rect.y + 8)
        hands.move(robot.viewport, place, held=Qt.MouseButton.NoButton)
        return robot.viewport.cursor().shape().name

    assert shape_at(rect.x + 2) == "SizeHorCursor"
    assert shape_at(rect.x + rect.width / 2) == "ArrowCursor"
    assert shape_at(rect.right - 2) == "SizeHorCursor"
