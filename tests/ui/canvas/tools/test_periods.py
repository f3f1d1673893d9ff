"""Bars of the time axis are dragged by mouse and led by keys: one verb, one step of undo."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt

from journey_editor.core.edits.rows import switch_row
from journey_editor.core.records import Record, Stage
from journey_editor.core.rows import TIME_AXIS
from journey_editor.layout.primitives import Element, TimeScale
from journey_editor.ui.canvas.view import CanvasView
from tests import hands
from tests.building import MAP, records, row, stage
from tests.robot import Robot

TIMES: tuple[tuple[float | None, float | None], ...] = ((0, 28), (28, 56), (84, 140), (None, None), (70, None))


@pytest.fixture
def robot(open_canvas: Callable[[list[Record]], CanvasView]) -> Robot:
    made = [stage(f"s{at}", f"a{at}", start_day=a, end_day=b) for at, (a, b) in enumerate(TIMES, start=1)]
    return Robot(open_canvas(records(*made, *row("a", "b", stage_id="s1"), rows=(TIME_AXIS,))))


def bar(robot: Robot, record: str) -> Element:
    found = robot.canvas.picture.elements
    return next(each for each in found if each.role == "span" and each.record == record)


def scale(robot: Robot) -> TimeScale:
    found = robot.canvas.picture.grid.time
    assert found is not None
    return found


def time(robot: Robot, record: str) -> tuple[float | None, float | None]:
    found = robot.workspace.document.records[record]
    assert isinstance(found, Stage)
    return found.start_day, found.end_day


def place(robot: Robot, record: str, share: float) -> QPoint:
    """A place on a bar, from its left end (0) to its right (1)."""
    rect = bar(robot, record).rect
    inside = {0.0: 2.0, 1.0: rect.width - 2.0}.get(share, rect.width * share)
    return robot.seen(rect.x + inside, rect.y + rect.height / 2)


def days(robot: Robot, count: float) -> QPoint:
    """How far so many days are on the viewport."""
    found = scale(robot)
    return robot.seen(found.x_of(found.first + count), 0) - robot.seen(found.x, 0)


def drag(robot: Robot, record: str, share: float, by: float, keys: Qt.KeyboardModifier = hands.NO_KEYS) -> None:
    start = place(robot, record, share)
    hands.drag(robot.viewport, (start, start + days(robot, by)), keys)


def test_a_bar_is_selected_with_its_stage(robot: Robot) -> None:
    hands.click(robot.viewport, place(robot, "s2", 0.5))
    robot.expect_selected("S2")
    rings = robot.canvas.scene().overlay.rings  # type: ignore[attr-defined]
    assert {ring.role for ring in rings} == {"stage", "span"}


def test_a_bar_is_dragged_to_another_time_in_one_step(robot: Robot) -> None:
    before = dict(robot.workspace.document.records)
    drag(robot, "s2", 0.5, 14)
    assert time(robot, "s2") == (42, 70)
    assert robot.workspace.history.undo_label == "Change time span"
    assert len(robot.workspace.history.steps) == 1
    robot.undo()
    assert dict(robot.workspace.document.records) == before


def test_it_snaps_to_weeks_and_months_and_with_shift_to_days(robot: Robot) -> None:
    drag(robot, "s2", 0.5, 9)
    assert time(robot, "s2") == (35, 63)
    drag(robot, "s2", 0.0, -5.4)
    assert time(robot, "s2") == (30, 63)
    drag(robot, "s2", 1.0, 3, Qt.KeyboardModifier.ShiftModifier)
    assert time(robot, "s2") == (30, 66)


def test_its_ends_are_dragged_alone(robot: Robot) -> None:
    drag(robot, "s2", 1.0, 14)
    assert time(robot, "s2") == (28, 70)
    drag(robot, "s2", 0.0, -7)
    assert time(robot, "s2") == (21, 70)


def test_an_end_never_passes_the_other(robot: Robot) -> None:
    drag(robot, "s2", 1.0, -60)
    start, end = time(robot, "s2")
    assert start == 28 and end == 29


def test_a_stage_without_an_end_keeps_none_until_that_end_is_dragged(robot: Robot) -> None:
    drag(robot, "s5", 0.3, -14)
    assert time(robot, "s5") == (56, None)
    drag(robot, "s5", 1.0, -28)
    assert time(robot, "s5") == (56, 112)


def test_escape_leaves_it_where_it_was(robot: Robot) -> None:
    before = dict(robot.workspace.document.records)
    start = place(robot, "s2", 0.5)
    hands.press(robot.viewport, start)
    hands.move(robot.viewport, start + days(robot, 10))
    hands.move(robot.viewport, start + days(robot, 21))
    assert time(robot, "s2") != (28, 56)
    robot.press("Esc")
    hands.release(robot.viewport, start + days(robot, 21))
    assert dict(robot.workspace.document.records) == before
    assert not robot.workspace.history.steps


def test_arrows_lead_the_whole_and_each_end(robot: Robot) -> None:
    said: list[str] = []
    robot.workspace.guided.connect(said.append)
    robot.workspace.session.select(("s2",))
    robot.press("Ctrl+Shift+W")
    assert said[-1].startswith("S2, Weeks 5–8: arrows move all of it")
    robot.press("Right")
    assert time(robot, "s2") == (35, 63)
    robot.press("Down")
    robot.press("Left")
    assert time(robot, "s2") == (28, 63)
    robot.press("Down")
    robot.press("Right")
    assert time(robot, "s2") == (28, 70)
    robot.press("Return")
    assert len(robot.workspace.history.steps) == 1
    assert said[-1] == ""
    robot.undo()
    assert time(robot, "s2") == (28, 56)


def test_escape_ends_the_steps(robot: Robot) -> None:
    robot.workspace.session.select(("s2",))
    robot.press("Ctrl+Shift+W")
    robot.press("Right")
    robot.press("Esc")
    assert time(robot, "s2") == (28, 56)
    assert not robot.workspace.history.steps


def test_a_stage_without_a_time_gets_four_weeks_where_the_ones_before_it_end(robot: Robot) -> None:
    robot.workspace.session.select(("s4",))
    robot.press("Ctrl+Shift+W")
    assert time(robot, "s4") == (140, 168)
    robot.press("Return")
    assert time(robot, "s4") == (140, 168)
    assert len(robot.workspace.history.steps) == 1


def test_the_axis_comes_with_the_key(robot: Robot) -> None:
    switch_row(robot.workspace.document, MAP, TIME_AXIS, False)
    robot.workspace.session.select(("a",))  # a touchpoint means its stage
    robot.press("Ctrl+Shift+W")
    robot.press("Return")
    assert scale(robot)
    robot.expect_selected("S1")
