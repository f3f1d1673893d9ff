"""Saving: only what is on the disk counts as saved, and nobody's version is overwritten."""

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from journey_editor.core.edits.fields import set_field
from journey_editor.core.records import Head, name_of
from journey_editor.storage.format import dumps, load
from journey_editor.storage.recent import recent_files
from journey_editor.ui.desk import Desk
from journey_editor.ui.window import MainWindow
from tests import hands
from tests.robot import Robot
from tests.ui.pressing import press, texts


@pytest.fixture
def path(tmp_path: Path, desk: Desk) -> Path:
    found = tmp_path / "maps" / "mine.journey"
    found.parent.mkdir()
    window = desk.sample()
    found.write_bytes(dumps(window.workspace.document.records))
    window.close_surely()
    return found


@pytest.fixture
def opened(desk: Desk, path: Path) -> MainWindow:
    window = desk.open_path(str(path))
    assert window is not None
    return window


def change(window: MainWindow, title: str = "Changed") -> None:
    set_field(window.workspace.document, ("t1",), "title", title)


def test_the_saved_state_is_told_at_each_step(opened: MainWindow, path: Path):
    assert opened.head.saved.text() == "saved"
    change(opened)
    assert opened.head.saved.text() == "edited"
    assert opened.isWindowModified()
    before = datetime.now()
    opened.actions_of.by_id["save"].trigger()
    assert opened.head.saved.text() in (f"saved {before:%H:%M}", f"saved {datetime.now():%H:%M}")
    assert load(path)["t1"].__dict__["title"] == "Changed"
    opened.workspace.undo()
    assert opened.head.saved.text() == "edited"
    opened.workspace.redo()
    assert not opened.isWindowModified()


def test_a_failed_save_stays_visible_with_its_reason(opened: MainWindow, path: Path, in_dialog):
    change(opened)
    path.unlink()
    path.mkdir()
    said: list[str] = []
    in_dialog(lambda dialog: (said.append(dialog.text()), press(dialog, "OK")))
    opened.workspace.known = None
    opened.actions_of.by_id["save"].trigger()
    assert len(said) == 1
    assert "folder" in said[0]
    assert opened.files.words().startswith("not saved:")
    assert opened.head.saved.text() == "not saved"
    assert opened.status.standing is not None
    assert "a folder has that name" in opened.status.standing.sentence
    assert opened.status.standing.button == "Save As…"
    assert not opened.workspace.is_saved
    path.rmdir()
    opened.actions_of.by_id["save"].trigger()
    assert opened.files.words().startswith("saved ")
    assert opened.status.standing is None


def test_somebody_elses_version_is_not_overwritten(opened: MainWindow, path: Path, in_dialog):
    change(opened)
    theirs = path.read_bytes().replace(b"B2B onboarding", b"Theirs")
    path.write_bytes(theirs)
    seen: list[list[str]] = []
    in_dialog(lambda dialog: (seen.append(texts(dialog)), press(dialog, "Cancel")))
    opened.actions_of.by_id["save"].trigger()
    assert "Save mine elsewhere…" in seen[0]
    assert path.read_bytes() == theirs
    assert not opened.workspace.is_saved


@pytest.mark.parametrize(("answer", "closes", "title"), [
    ("Save", True, "Changed"), ("Don’t save", True, "Hears of it from a peer"),
    ("Cancel", False, "Hears of it from a peer"),
])  # fmt: skip
def test_closing_asks_what_becomes_of_changes(opened: MainWindow, path: Path, desk: Desk, in_dialog, answer: str,
                                              closes: bool, title: str):  # fmt: skip
    change(opened)
    in_dialog(lambda dialog: press(dialog, answer))
    assert opened.close() is closes
    assert load(path)["t1"].__dict__["title"] == title
    assert (opened not in desk.windows) is closes


def test_closing_what_is_saved_asks_nothing(opened: MainWindow):
    assert opened.close()


def test_what_is_being_typed_is_saved_too(opened: MainWindow, path: Path):
    opened.workspace.session.select(("t1",))
    editor = opened.inspector.page("touchpoint").bound["title"].widget.editor
    editor.setPlainText("Typed")
    opened.actions_of.by_id["save"].trigger()
    assert load(path)["t1"].__dict__["title"] == "Typed"


def test_save_as_takes_another_name(opened: MainWindow, path: Path, in_dialog):
    other = path.with_name("other.journey")

    in_dialog(lambda dialog: hands.save_under(dialog, other))
    opened.actions_of.by_id["save_as"].trigger()
    assert other.read_bytes() == path.read_bytes()
    assert opened.workspace.path == other
    assert [each.path for each in recent_files()] == [other, path]


def test_recent_files_are_offered(opened: MainWindow, path: Path):
    menu = opened.menu.findChild(QMenu, "Open recent")
    assert menu is not None
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == [str(path)]


def test_the_other_version_can_be_looked_at_beside_ones_own(opened: MainWindow, path: Path, desk: Desk, in_dialog):
    change(opened)
    path.write_bytes(path.read_bytes().replace(b"B2B onboarding", b"Theirs"))
    in_dialog(lambda dialog: press(dialog, "Open the other"))
    opened.actions_of.by_id["save"].trigger()
    assert [window.workspace.name for window in desk.windows] == ["B2B onboarding", "Theirs"]
    assert opened.workspace.document.records["t1"].__dict__["title"] == "Changed"


def test_a_file_without_a_map_opens_and_takes_no_harm(desk: Desk, tmp_path: Path, qtbot: QtBot):
    path = tmp_path / "none.journey"
    path.write_bytes(dumps({"": Head(title="Nothing yet")}))
    window = desk.open_path(str(path))
    assert window is not None
    qtbot.keyClicks(window.capture, "A card")
    qtbot.keyClick(window.capture, Qt.Key.Key_Return)
    window.show_outline(True)
    assert not window.actions_of.by_id["export"].isEnabled()
    assert window.workspace.is_saved
    assert window.status.notice.text() == "This file has no map to add to."
    assert window.capture.text() == "A card"


def test_words_that_are_being_typed_on_the_map_are_saved_by_key_and_asked_for(
    opened: MainWindow, path: Path, qtbot: QtBot, in_dialog
):
    with qtbot.waitActive(opened):
        opened.activateWindow()
    robot = Robot(opened)
    robot.double_click("Kick-off meeting")
    robot.type("First meeting")
    robot.press("Ctrl+S")
    assert "First meeting" in {name_of(each) for each in load(path).values()}
    robot.double_click("First meeting")
    robot.type("Second meeting")
    seen = in_dialog(lambda dialog: press(dialog, "Save"))
    opened.close()
    assert seen == ["Question"]
    assert "Second meeting" in {name_of(each) for each in load(path).values()}


def test_a_feeling_in_the_hand_is_not_saved_before_it_is_let_go(opened: MainWindow, path: Path):
    robot = Robot(opened)
    before = path.read_bytes()
    start, goal = robot.feeling("Kick-off", 2.0)
    hands.press(robot.viewport, start)
    hands.move(robot.viewport, goal)
    assert opened.workspace.document.in_gesture
    opened.actions_of.by_id["save"].trigger()
    assert path.read_bytes() == before
    hands.release(robot.viewport, goal)
    assert dumps(opened.workspace.document.records) == before
