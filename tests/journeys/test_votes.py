"""A room decides: numbers are called and typed, hands are raised, what waits is parked; undo takes all of it back."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journey_editor.assets import resource
from journey_editor.cli import main as command
from journey_editor.core.records import Touchpoint, name_of
from journey_editor.storage.format import dumps, load
from journey_editor.ui.desk import Desk
from tests.robot import Robot
from tests.ui.panels.pages import editor_in, write


@pytest.mark.xvfb
def test_a_room_votes_raises_hands_and_parks_what_has_to_wait(desk: Desk, tmp_path: Path, qtbot: QtBot):
    path = tmp_path / "b2b.journey"
    first = resource("samples", "b2b-onboarding.journey").read_bytes()
    path.write_bytes(first)
    desk.open_path(str(path))
    window = desk.windows[-1]
    window.resize(1280, 720)
    with qtbot.waitActive(window):
        window.activateWindow()
    window.canvas.setFocus()
    robot, document = Robot(window), window.workspace.document

    robot.click("First login")
    for keys in ("Ctrl+B", "Ctrl+B", "Ctrl+B", "Ctrl+Shift+B"):
        robot.press(keys)
    robot.press("Ctrl+F6")
    strip = window.voting.strip
    assert strip.candidate.number == "2"
    robot.type("11")
    robot.press("Right")
    called = {}
    while not strip.shows_ranking:
        number = str(len(called) * 7 % 10)
        called[strip.candidate.title] = int(number)
        robot.type(number)
        robot.press("Return")
    expected = sorted((name for name in called if called[name]), key=lambda name: -called[name])
    assert strip.ranking.titles() == expected and len(expected) > 5
    robot.press("Return")
    robot.expect_selected(expected[0])
    assert QApplication.focusWidget() is window.capture

    robot.click("Two weeks of silence")
    page = window.inspector.shown_pages()[0]
    write(editor_in(page, "emotion.hands"), "5/4/1/0/0")
    assert robot.feels("Two weeks of silence") == -1.5
    window.canvas.setFocus()
    robot.type("Who pays for the second seat?")
    robot.press("Ctrl+Alt+Return")
    robot.press("Ctrl+Shift+P")
    robot.type("Is the price list old?")
    robot.press("Return")
    robot.press("Escape")

    window.actions_of.by_id["save"].trigger()
    voted = path.read_bytes()
    assert dict(load(path)) == dict(document.records)
    login = next(each for each in document.records.values() if name_of(each).startswith("First login, empty"))
    assert isinstance(login, Touchpoint) and login.votes == 11
    poster = tmp_path / "poster.svg"
    assert command(["export", str(path), str(poster), "--today", "2026-11-25"]) == 0
    drawn = poster.read_text("utf-8")
    assert "Parking lot" in drawn and "Who pays for the second seat?" in drawn
    for _step in window.workspace.history.steps:
        robot.press("Ctrl+Z")
    assert dumps(document.records) == first != voted
