"""Numbers and times of stages are typed where the map shows them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint

from journey_editor.core.records import Record, Stage
from journey_editor.core.rows import STAGE_NUMBERS, TIME_AXIS
from journey_editor.ui.canvas.view import CanvasView
from tests import hands
from tests.building import records, row, stage
from tests.robot import Robot


@pytest.fixture
def robot(open_canvas: Callable[[list[Record]], CanvasView]) -> Robot:
    made = [
        stage("s1", "a0", entered=1000, completed=620, start_day=0, end_day=28),
        stage("s2", "a1", entered=500, start_day=28, end_day=56),
        stage("s3", "a2"),
    ]
    return Robot(open_canvas(records(*made, *row("a", "b", stage_id="s1"), rows=(TIME_AXIS, STAGE_NUMBERS))))


def place(robot: Robot, record: str, role: str) -> QPoint:
    found = next(each for each in robot.canvas.picture.elements if (each.record, each.role) == (record, role))
    return robot.seen(found.rect.x + found.rect.width / 2, found.rect.y + 10)


def found(robot: Robot, record: str) -> Stage:
    stage_found = robot.workspace.document.records[record]
    assert isinstance(stage_found, Stage)
    return stage_found


def words(robot: Robot) -> str:
    assert robot.canvas.editor is not None
    return robot.canvas.editor.words()


def test_numbers_are_typed_over_the_funnel(robot: Robot) -> None:
    hands.double_click(robot.viewport, place(robot, "s1", "number"))
    assert words(robot) == "1000 → 620"
    robot.type("1200 > 600")
    robot.press("Return")
    assert (found(robot, "s1").entered, found(robot, "s1").completed) == (1200, 600)
    assert len(robot.workspace.history.steps) == 1
    robot.undo()
    assert (found(robot, "s1").entered, found(robot, "s1").completed) == (1000, 620)


def test_tab_goes_on_to_the_numbers_of_the_next_stage(robot: Robot) -> None:
    robot.workspace.session.select(("s1",))
    robot.press("Ctrl+Shift+E")
    for typed in ("900/800", "700/600", "500/400"):
        robot.type(typed)
        robot.press("Tab")
    assert [found(robot, each).completed for each in ("s1", "s2", "s3")] == [800, 600, 400]
    assert robot.canvas.editor is None


def test_a_time_is_typed_over_its_bar(robot: Robot) -> None:
    hands.double_click(robot.viewport, place(robot, "s2", "span"))
    assert words(robot) == "Weeks 5–8"
    robot.type("months 2-3")
    robot.press("Return")
    assert (found(robot, "s2").start_day, found(robot, "s2").end_day) == (30, 90)


def test_what_is_neither_is_told_and_changes_nothing(robot: Robot) -> None:
    said: list[str] = []
    robot.workspace.noticed.connect(said.append)
    before = dict(robot.workspace.document.records)
    for role, typed in (("number", "many"), ("span", "some day")):
        hands.double_click(robot.viewport, place(robot, "s1", role))
        robot.type(typed)
        robot.press("Return")
    assert dict(robot.workspace.document.records) == before
    assert said[0].startswith("“many” says no numbers") and said[1].startswith("“some day” says no time")


def test_escape_leaves_them(robot: Robot) -> None:
    before = dict(robot.workspace.document.records)
    hands.double_click(robot.viewport, place(robot, "s1", "number"))
    robot.type("5")
    robot.press("Esc")
    assert dict(robot.workspace.document.records) == before


def test_the_map_scrolls_to_the_numbers_that_are_typed(robot: Robot) -> None:
    robot.canvas.resize(600, 260)
    robot.workspace.session.select(("s1",))
    robot.press("Ctrl+Shift+E")
    assert robot.viewport.rect().contains(place(robot, "s1", "number"))
