"""A locked map in its window: no way of a person's changes stages or lanes, and each says why."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from journey_editor.core.records import name_of
from journey_editor.ui.window import MainWindow
from tests.robot import Robot


def said(window: MainWindow) -> str:
    return window.status.notice.text()


def test_a_captured_line_that_needs_a_new_stage_or_lane_keeps_its_words(window: MainWindow, qtbot: QtBot):
    robot, document = Robot(window), window.workspace.document
    window.workspace.lock.toggle()
    before = dict(document.records)
    for line in (">New stage", "Call >New stage", "Call @Nobody", ">New stage !slow"):
        robot.type(line)
        robot.press("Return")
        assert window.capture.text() == line
        assert said(window).startswith("Stages and lanes are locked: no ")
        window.capture.clear()
    robot.press("Esc")
    robot.click("Kick-off")
    robot.type("!slow @Somebody")
    robot.press("Shift+Return")
    assert window.capture.text() == "!slow @Somebody"
    assert dict(document.records) == before
    qtbot.mouseClick(window.status.act, Qt.MouseButton.LeftButton)
    assert not window.workspace.lock.is_on
    window.capture.setFocus()
    robot.press("Return")
    assert window.capture.text() == ""
    assert "Somebody" in robot.lanes()


def test_outline_and_inspector_show_again_what_holds(window: MainWindow, qtbot: QtBot):
    document = window.workspace.document
    window.workspace.lock.toggle()
    window.show_outline(True)
    view = window.outline.view
    window.workspace.session.select(("s3",))
    view.model().setData(view.currentIndex(), "Other")
    assert said(window) == "Stages and lanes are locked: Decision was not renamed."
    assert view.currentIndex().data() == "Decision"
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert said(window) == "Stages and lanes are locked: Decision was not removed."
    assert window.workspace.session.selected == ("s3",)
    title = next(e for e in window.inspector.findChildren(QPlainTextEdit) if e.toPlainText() == "Decision")
    title.setFocus()
    title.setPlainText("Other")
    window.inspector.commit()
    assert name_of(document.records["s3"]) == "Decision"
    window.canvas.setFocus()
    qtbot.waitUntil(lambda: title.toPlainText() == "Decision")


def test_actions_of_menus_and_the_lock_itself(window: MainWindow):
    robot, by_id = Robot(window), window.actions_of.by_id
    robot.click("Decision")
    robot.press("Ctrl+Shift+K")
    assert by_id["lock"].isChecked()
    before = robot.stages(), robot.lanes()
    for name in ("stage", "join", "remove", "earlier", "later"):
        window.status.say("")
        by_id[name].trigger()
        assert said(window).startswith("Stages and lanes are locked"), name
    assert (robot.stages(), robot.lanes()) == before
    robot.press("Ctrl+Z")
    assert not window.workspace.lock.is_on
    assert said(window) == "Undone: Lock stages and lanes"
    by_id["later"].trigger()
    assert robot.stages() != before[0]
