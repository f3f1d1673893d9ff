"""The map's page tells when it is looked at again, and takes that it was today."""

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCompleter
from pytestqt.qtbot import QtBot

from journey_editor.core.edits.fields import set_field
from journey_editor.core.records import JourneyMap
from journey_editor.ui.panels.inspector.editors import LineEditor
from journey_editor.ui.panels.inspector.panel import Inspector
from journey_editor.ui.panels.inspector.review import ReviewLine
from journey_editor.ui.workspace import Workspace
from tests.hands import tap
from tests.ui.panels.pages import editor_in, write


def line(inspector: Inspector) -> ReviewLine:
    found = inspector.shown_pages()[0].review
    assert found is not None and found.isVisible()
    return found


def shown(workspace: Workspace) -> JourneyMap:
    found = workspace.document.records[workspace.map_id]
    assert isinstance(found, JourneyMap)
    return found


def test_a_review_is_taken_by_a_click_and_undone(inspector: Inspector, workspace: Workspace, qtbot: QtBot):
    before = shown(workspace)
    assert before.reviewed is not None and line(inspector).done.isEnabled()
    qtbot.mouseClick(line(inspector).done, Qt.MouseButton.LeftButton)
    assert shown(workspace).reviewed == date.today()
    assert [each.date for each in shown(workspace).reviews][-1] == date.today()
    assert not line(inspector).done.isEnabled()
    assert line(inspector).sentence.text().startswith("Next review ")
    workspace.undo()
    assert shown(workspace) == before and line(inspector).done.isEnabled()


def test_what_is_late_or_not_planned_is_said(inspector: Inspector, workspace: Workspace):
    map_id = workspace.map_id
    set_field(workspace.document, (map_id,), "reviewed", date.today() - timedelta(100))
    set_field(workspace.document, (map_id,), "review_every_days", 90)
    assert line(inspector).sentence.text().endswith("10 days ago")
    assert line(inspector).sentence.property("role") == "pain"
    set_field(workspace.document, (map_id,), "review_every_days", None)
    assert line(inspector).sentence.text() == "No review planned"
    set_field(workspace.document, (map_id,), "reviewed", None)
    assert line(inspector).sentence.text() == "Not reviewed yet"
    assert line(inspector).sentence.property("role") == "muted"


def test_how_often_is_typed_or_chosen_in_words(inspector: Inspector, workspace: Workspace):
    page = inspector.shown_pages()[0]
    editor = editor_in(page, "review_every_days")
    assert isinstance(editor, LineEditor)
    write(editor, "quarterly")
    assert shown(workspace).review_every_days == 90 and editor.text() == "Quarterly (90 days)"
    write(editor, "6 wk")
    assert shown(workspace).review_every_days == 42 and editor.text() == "42 days"
    write(editor, "now and then")
    assert page.bound["review_every_days"].said().startswith("“now and then” is no number of whole days")
    assert shown(workspace).review_every_days == 42
    editor.actions()[-1].trigger()
    popup = QApplication.activePopupWidget()
    assert popup is not None and isinstance(editor.completer(), QCompleter)
    for _step in range(3):
        tap(popup, "Down")
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert shown(workspace).review_every_days == 30
