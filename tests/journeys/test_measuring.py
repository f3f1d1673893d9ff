"""A meeting goes through what is expected and measured: from the tables to the map and back, by keys alone."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journey_editor.core.edits.attachments import add_metric
from journey_editor.core.records import Metric, Stage
from journey_editor.storage.format import dumps
from journey_editor.ui.desk import Desk
from journey_editor.ui.window import MainWindow
from tests.person import Person
from tests.ui.pages.reading import column, shown
from tests.ui.panels.pages import editor_in, write


def opened(desk: Desk, qtbot: QtBot) -> MainWindow:
    window = desk.new("b2b-saas")
    window.resize(1600, 960)
    with qtbot.waitActive(window):
        window.activateWindow()
    window.canvas.setFocus()
    return window


def test_a_gap_is_closed_beside_the_table_and_opened_again(desk: Desk, qtbot: QtBot):
    window = opened(desk, qtbot)
    person, document = Person(window), window.workspace.document
    before = dumps(document.records)
    person.press("Ctrl+I", "Ctrl+Shift+I")
    page = shown(window, "gaps")
    person.press("F6", "Shift+F6")
    person.press("Down", "Up")
    current = window.workspace.current
    assert isinstance(current, Metric) and current.name == "Time to value"
    qtbot.waitUntil(lambda: window.inspector.shown_pages()[0].subject.ids == (current.id,))
    write(editor_in(window.inspector.shown_pages()[0], "current"), "30")
    qtbot.waitUntil(lambda: column(page, "Gap")[-1] == "0\u00a0days")
    assert window.paging.page is page and "1 as expected or better" in page.said.text()
    page.take_keyboard()
    person.press("Ctrl+Z")
    qtbot.waitUntil(lambda: column(page, "Gap")[0] == "−35\u00a0days")
    assert dumps(document.records) == before
    person.press("Escape")
    assert window.paging.page is None and window.inspector.isVisible()


def test_a_stage_that_nobody_measures_is_found_gets_a_metric_and_is_told_no_more(desk: Desk, qtbot: QtBot):
    window = desk.new("empty")
    with qtbot.waitActive(window):
        window.activateWindow()
    person, document = Person(window), window.workspace.document
    page = shown(window, "measures")
    QApplication.processEvents()
    person.press("Down", "Return")
    stage = window.workspace.current
    assert isinstance(stage, Stage) and stage.name == column(page, "Stage")[1]
    add_metric(document, stage.id, "Guests who come again")
    assert [each.on for each in document.of_kind(Metric)] == [stage.id]
    person.press("Ctrl+I")
    assert column(page, "Metric")[1] == "Guests who come again"
    assert page.said.text().endswith("2 stages are not measured")
