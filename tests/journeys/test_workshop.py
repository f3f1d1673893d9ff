"""Two whole stories through the real window, by mouse and by keyboard, from a file to paper."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journey_editor.assets import resource
from journey_editor.cli import main as command
from journey_editor.core.records import Note
from journey_editor.poster.attachment import carried_map
from journey_editor.storage.format import dumps, load
from journey_editor.ui.desk import Desk
from journey_editor.ui.dialogs.poster import PosterDialog
from journey_editor.ui.window import MainWindow
from tests import hands
from tests.robot import Robot

WAIT = 30_000


def ready(window: MainWindow, qtbot: QtBot) -> Robot:
    """The window as a person finds it: in front, with the keyboard in the capture line."""
    window.resize(1600, 960)
    with qtbot.waitActive(window):
        window.activateWindow()
    window.canvas.setFocus()
    return Robot(window)


def trigger(window: MainWindow, action: str) -> None:
    """Choose an action, as its menu entry and its keys do."""
    window.actions_of.by_id[action].trigger()


@pytest.mark.xvfb
def test_a_facilitator_opens_a_real_map_changes_it_saves_and_prints_it(
    desk: Desk, tmp_path: Path, qtbot: QtBot, in_dialog
):
    path = tmp_path / "b2b.journey"
    first = resource("samples", "b2b-onboarding.journey").read_bytes()
    path.write_bytes(first)
    desk.open_path(str(path))
    window = desk.windows[-1]
    robot = ready(window, qtbot)
    document = window.workspace.document

    robot.drag_card("Kick-off", stage="Adoption", lane="Support")
    robot.expect_card("Kick-off", stage="Adoption", lane="Support", feels=0.5)
    robot.drag_feeling("Discovery call", -1)
    assert robot.feels("Discovery call") == pytest.approx(-1, abs=0.15)  # a pixel is a twentieth, a step a tenth
    robot.drag_stage("Renewal", before="Awareness")
    assert robot.stages()[0] == "Renewal"
    robot.drag_lane("Support", before="Marketing")
    assert robot.lanes()[0] == "Support"
    robot.click("Proof of concept")
    robot.press("Ctrl+1")
    robot.expect_card("Proof of concept", feels=-2)
    robot.type("Pilot review @Sales #meeting +0.5")
    robot.press("Return")
    robot.expect_card("Pilot review", stage="Decision", lane="Sales", feels=0.5)
    robot.press("Ctrl+D")
    assert robot.titles().count("Pilot review") == 2
    robot.press("Delete")
    assert robot.titles().count("Pilot review") == 1
    robot.click("Pilot review")
    robot.press("F2")
    robot.press("Ctrl+A")
    robot.type("Pilot ends")
    robot.press("Return")
    robot.expect_card("Pilot ends", stage="Decision")

    trigger(window, "save")
    assert window.workspace.is_saved
    assert dict(load(path)) == dict(document.records)
    changed = dumps(document.records)
    assert path.read_bytes() == changed != first

    dialog = PosterDialog(window.workspace, window.preferences, window)
    dialog.show()
    dialog.choose(paper_name="a3", kind="pdf")
    poster = tmp_path / "poster.pdf"
    dialog.export_to(poster)
    qtbot.waitUntil(lambda: dialog.said.text().startswith("Poster saved"), timeout=WAIT)
    dialog.done(0)
    assert carried_map(poster.read_bytes(), "poster.pdf") == changed

    with qtbot.waitActive(window):
        window.activateWindow()
    window.canvas.setFocus()
    for _ in window.workspace.history.steps:
        robot.press("Ctrl+Z")
    assert dumps(document.records) == first
    for _ in window.workspace.history.steps:
        trigger(window, "redo")
    assert dumps(document.records) == changed


def test_a_newcomer_maps_a_journey_by_keyboard_alone_and_finds_it_again(
    desk: Desk, tmp_path: Path, qtbot: QtBot, in_dialog, capsys: pytest.CaptureFixture[str]
):
    window = desk.new("empty")
    robot = ready(window, qtbot)
    empty = dumps(window.workspace.document.records)

    for line in ("Hears of it @Marketing #search +0,5", "Asks a friend @-", "Books a table @Host #phone +1"):
        robot.type(line)
        robot.press("Return")
    assert robot.titles() == ["Hears of it", "Asks a friend", "Books a table"]
    robot.expect_card("Asks a friend", lane="Customer alone")
    robot.expect_card("Books a table", lane="Host", feels=1)
    robot.press("Ctrl+Left")
    assert robot.titles() == ["Hears of it", "Books a table", "Asks a friend"]
    robot.press("Ctrl+Up")
    robot.press("Ctrl+Shift+Down")
    robot.expect_card("Books a table", lane="Marketing", feels=0.5)
    robot.press("Home")
    robot.expect_selected("Hears of it")
    robot.press("Shift+Right")
    robot.expect_selected("Hears of it", "Books a table")
    robot.press("Ctrl+Shift+Return")
    assert len(robot.stages()) == 4

    path = tmp_path / "evening.journey"

    in_dialog(lambda dialog: hands.save_under(dialog, path))
    trigger(window, "save")
    assert window.workspace.path == path
    saved = path.read_bytes()
    assert window.close()

    desk.open_path(str(path))
    again = desk.windows[-1]
    assert dumps(again.workspace.document.records) == saved != empty
    assert not [each for each in again.workspace.document.records.values() if isinstance(each, Note)]
    assert command(["export", str(path), str(tmp_path / "evening.svg"), "--today", "2026-11-25"]) == 0
    assert "Asks a friend" in (tmp_path / "evening.svg").read_text(encoding="utf-8")
    assert capsys.readouterr().err == ""
    assert QApplication.activeModalWidget() is None
