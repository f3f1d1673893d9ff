"""A service blueprint, built from nothing in the window by keyboard and mouse, and taken back to the first byte."""

from itertools import pairwise
from pathlib import Path

from pytestqt.qtbot import QtBot

from journey_editor.cli import main as command
from journey_editor.core.records import Touchpoint
from journey_editor.layout.primitives import Element
from journey_editor.storage.format import dumps
from journey_editor.ui.desk import Desk
from tests.journeys.test_workshop import ready, trigger
from tests.robot import Robot

LAYERS = ["Customer", "Frontstage", "Backstage", "Support"]
LINES = ["line:interaction", "line:visibility", "line:internal"]


def type_line(robot: Robot, line: str) -> None:
    robot.type(line)
    robot.press("Return")


def lines(robot: Robot) -> list[Element]:
    return [each for each in robot.canvas.picture.elements if each.role == "line"]


def by_keyboard(robot: Robot) -> None:
    """Type cards and step them down through the layers; what is typed then follows in the same layer."""
    type_line(robot, "I describe the fault @Desk #phone -1")
    robot.expect_card("I describe the fault", lane="Customer")
    type_line(robot, "Takes the report @Desk #phone")
    robot.press("Ctrl+Down")
    robot.expect_card("Takes the report", lane="Frontstage")
    type_line(robot, "Repeats it @Desk #phone")
    robot.expect_card("Repeats it", lane="Frontstage")
    robot.press("Ctrl+Return")
    type_line(robot, "Offers a time")
    robot.expect_card("Offers a time", lane="Frontstage")
    for _ in range(3):  # there is nothing below support
        robot.press("Ctrl+Down")
    robot.expect_card("Offers a time", lane="Support")


def by_mouse(robot: Robot) -> None:
    """Drop cards into an empty layer, and into another stage."""
    type_line(robot, "Plans the route @Planning")
    robot.drag_card("Plans the route", lane="Backstage")
    robot.expect_card("Plans the route", lane="Backstage")
    robot.drag_card("Offers a time", stage="During", lane="Frontstage")
    robot.expect_card("Offers a time", stage="During", lane="Frontstage")


def by_channel_and_owner(robot: Robot) -> None:
    """Look at the same cards otherwise: a drop says another channel, and whose a card is stays."""
    robot.press("Shift+F9")
    assert robot.shown_lanes() == ["Phone", "No channel"]
    robot.drag_card("Plans the route", lane="Phone")
    robot.expect_card("Plans the route", lane="Phone")
    robot.click("Repeats it")
    robot.press("Ctrl+Down")
    robot.expect_card("Repeats it", lane="No channel")
    robot.press("Shift+F7")
    assert robot.shown_lanes()[:2] == ["Desk", "Planning"]
    robot.expect_card("Plans the route", lane="Planning")
    robot.press("Shift+F8")
    robot.expect_card("Plans the route", lane="Backstage")


def test_a_blueprint_is_built_from_nothing_and_taken_back(desk: Desk, tmp_path: Path, qtbot: QtBot):
    window = desk.new("empty")
    robot = ready(window, qtbot)
    document = window.workspace.document
    first = dumps(document.records)

    robot.press("Shift+F8")
    assert robot.shown_lanes() == LAYERS, "layers are shown though nothing lies in them"
    assert [each.record for each in lines(robot)] == LINES
    by_keyboard(robot)
    by_mouse(robot)
    owners = {each.title: each.owner for each in document.of_kind(Touchpoint)}
    assert owners["Plans the route"] and owners["Takes the report"] == owners["I describe the fault"]
    for line, (above, below) in zip(lines(robot), pairwise(robot.canvas.picture.grid.lanes), strict=True):
        assert above.y + above.height <= line.rect.y and line.rect.bottom <= below.y
    by_channel_and_owner(robot)
    assert {each.title: each.owner for each in document.of_kind(Touchpoint)} == owners

    path, paper = tmp_path / "blueprint.journey", tmp_path / "blueprint.svg"
    path.write_bytes(dumps(document.records))
    assert command(["export", str(path), str(paper), "--today", "2026-11-25"]) == 0
    printed = paper.read_text(encoding="utf-8")
    for words in (*LAYERS, "Line of interaction", "Line of visibility", "Line of internal interaction", "Planning"):
        assert words in printed, words

    last = dumps(document.records)
    for _ in window.workspace.history.steps:
        trigger(window, "undo")
    assert dumps(document.records) == first
    for _ in window.workspace.history.steps:
        trigger(window, "redo")
    assert dumps(document.records) == last
