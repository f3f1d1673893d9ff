"""A journey is put on its true time, its numbers are typed, a metric and a moment get theirs; undo takes all back."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from journey_editor.assets import resource
from journey_editor.core.records import Metric, Stage, Touchpoint
from journey_editor.insight.case import case_of
from journey_editor.insight.summary import summary
from journey_editor.layout.primitives import Element
from journey_editor.poster.page import PosterOptions, compose_page
from journey_editor.storage.format import dumps
from journey_editor.ui.desk import Desk
from journey_editor.ui.panels.inspector.numbers import MeasureGroup
from journey_editor.ui.window import MainWindow
from tests import hands
from tests.layout.invariants import lines_of
from tests.robot import Robot
from tests.ui.panels.pages import editor_in, write

TODAY = date(2026, 11, 25)


@pytest.fixture
def window(desk: Desk, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """The seven-stage template as a file of its own."""
    path = tmp_path / "b2b.journey"
    path.write_bytes(resource("templates", "b2b-saas.journey").read_bytes())
    desk.open_path(str(path))
    found = desk.windows[-1]
    found.resize(1600, 960)
    with qtbot.waitActive(found):
        found.activateWindow()
    found.canvas.setFocus()
    return found


def shown(window: MainWindow, role: str, record: str) -> Element:
    found = window.canvas.picture.elements
    return next(each for each in found if (each.role, each.record) == (role, record))


def test_the_seven_stages_in_their_true_time_with_their_numbers(window: MainWindow) -> None:
    robot, document = Robot(window), window.workspace.document
    before = dumps(document.records)

    robot.press("Shift+F11")
    assert shown(window, "axis", "hole:0").tip == "10 days between Onboarding and Adoption"
    told = " ".join(line.text for line in lines_of(shown(window, "axis", "told")))
    assert "Adoption and Renewal overlap for 3 months" in told

    bar, scale = shown(window, "span", "s4"), window.canvas.picture.grid.time
    assert scale is not None
    window.canvas.ensureVisible(bar.rect.x, bar.rect.y, bar.rect.width, bar.rect.height)
    start = robot.seen(bar.rect.right - 2, bar.rect.y + 10)
    goal = QPoint(robot.seen(scale.x_of(150), 0).x() - 2, start.y())
    hands.drag(robot.viewport, (start, goal))
    onboarding = document.records["s4"]
    assert isinstance(onboarding, Stage) and onboarding.end_day == 150
    assert not any(each.record.startswith("hole:") for each in window.canvas.picture.elements)

    robot.click("Awareness")
    robot.press("Ctrl+Shift+E")
    for numbers in ("1000 → 620", "620 → 310", "310 → 140", "140 → 132", "132 → 120", "120 → 104", "64 → 60"):
        robot.type(numbers.replace("→", ">"))
        robot.press("Tab")
    assert summary(case_of(document.journey, window.workspace.map_id, TODAY)).conversion.whole == 0.06
    assert "−38\u00a0%" in [line.text for line in lines_of(shown(window, "number", "s1"))]

    window.workspace.session.select(("m7",))
    page = window.inspector.shown_pages()[0]
    assert isinstance(page.group, MeasureGroup)
    write(editor_in(page, "baseline"), "72")
    write(page.group.today, "55")
    metric = document.records["m7"]
    assert isinstance(metric, Metric) and metric.current == 55 and len(metric.history) == 1
    assert page.group.way.text().replace("\u00a0", " ") == "50 % of the way from 72 days"

    window.canvas.setFocus()
    robot.click("I renew my contract")
    robot.press("Ctrl+Shift+M")
    write(editor_in(window.inspector.shown_pages()[0], "moment.window"), "Last day")
    moment = document.records["t26"]
    assert isinstance(moment, Touchpoint) and moment.moment is not None and moment.moment.window == "Last day"

    poster = compose_page(document.journey(window.workspace.map_id), PosterOptions(TODAY))
    words = [line.text for each in poster.elements if each.role == "list" for line in lines_of(each)]
    assert "I get a first result" in words
    assert any(each.startswith("First 45 days · Value within 45 days") for each in words)
    assert {"span", "number", "axis"} <= {each.role for each in poster.elements}

    while window.workspace.history.undo_label is not None:
        robot.undo()
    assert dumps(document.records) == before
