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


def test_a_blueprint_is_built_from_nothing_and_taken_back(desk: Desk, tmp_path: Path, qtbot: QtBot):
    window = desk.new("empty")
    robot = ready(window, qtbot)
    document = window.workspace.document
    first = dumps(document.records)

    # layers, shown though nothing lies in them, with the three lines between them
    robot.press("Shift+F8")
    assert robot.shown_lanes() == LAYERS
    assert [each.record for each in lines(robot)] == LINES

    # by keyboard: typed, stepped down through the layers; what is typed then follows in the same layer
    type_line(robot, "I describe the fault @Desk #phone -1")
    robot.expect_card("I describe the fault", lane="Customer")
    type_line(robot, "Takes the report @Desk #phone")
    robot.press("Ctrl+Down")
    robot.expect_card("Takes the report", lane="Frontstage")
    type_line(robot, "Repeats it @Desk #phone")
    robot.expect_card("Repeats it", lane="Frontstage")
    robot.press("Ctrl+Return")
    robot.type("Offers a time")
    robot.press("Return")
    robot.expect_card("Offers a time", lane="Frontstage")
    robot.press("Ctrl+Down")
    robot.press("Ctrl+Down")
    robot.press("Ctrl+Down")  # there is nothing below support
    robot.expect_card("Offers a time", lane="Support")

    # by mouse: dropped into an empty layer, and onto the time of another card
    type_line(robot, "Plans the route @Planning")
    robot.drag_card("Plans the route", lane="Backstage")
    robot.expect_card("Plans the route", lane="Backstage")
    robot.drag_card("Offers a time", stage="During", lane="Frontstage")
    robot.expect_card("Offers a time", stage="During", lane="Frontstage")
    owners = {each.title: each.owner for each in document.of_kind(Touchpoint)}
    assert owners["Plans the route"] and owners["Takes the report"] == owners["I describe the fault"]
    for line, (above, below) in zip(lines(robot), pairwise(robot.canvas.picture.grid.lanes), strict=True):
        assert above.y + above.height <= line.rect.y and line.rect.bottom <= below.y

    # the same cards by channel and by owner: a drop says another channel, an owner stays
    robot.press("Shift+F9")
    assert robot.shown_lanes() == ["Phone", "No channel"]
    robot.drag_card("Plans the route", lane="Phone")
    robot.expect_card("Plans the route", lane="Phone")
    robot.click("Repeats it")
    robot.press("Ctrl+Down")
    robot.expect_card("Repeats it", lane="No channel")
    assert {each.title: each.owner for each in document.of_kind(Touchpoint)} == owners
    robot.press("Shift+F7")
    assert robot.shown_lanes()[:2] == ["Desk", "Planning"]
    robot.expect_card("Plans the route", lane="Planning")
    robot.press("Shift+F8")
    robot.expect_card("Plans the route", lane="Backstage")

    # on paper there are the layers, the lines and what the letters on cards mean
    path = tmp_path / "blueprint.journey"
    path.write_bytes(dumps(document.records))
    assert command(["export", str(path), str(tmp_path / "blueprint.svg"), "--today", "2026-11-25"]) == 0
    paper = (tmp_path / "blueprint.svg").read_text(encoding="utf-8")
    for words in (*LAYERS, "Line of interaction", "Line of visibility", "Line of internal interaction", "Planning"):
        assert words in paper, words

    last = dumps(document.records)
    window.canvas.setFocus()
    for _ in window.workspace.history.steps:
        trigger(window, "undo")
    assert dumps(document.records) == first
    for _ in window.workspace.history.steps:
        trigger(window, "redo")
    assert dumps(document.records) == last
