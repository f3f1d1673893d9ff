"""Stories of somebody who looks at a page beside the map and comes back."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journey_editor.core.edits.fields import set_field
from journey_editor.core.records import Metric, Touchpoint
from journey_editor.storage.format import dumps
from journey_editor.ui.pages.table import PAGES
from journey_editor.ui.pages.tables import TablePage
from journey_editor.ui.window import MainWindow
from tests import hands
from tests.robot import Robot


def test_a_page_takes_the_place_of_the_map_and_gives_it_back(window: MainWindow):
    robot = Robot(window)
    shown = [window.palette_bar, window.inspector, window.capture, window.head.tabs]
    assert all(each.isVisible() for each in shown)
    robot.press("Ctrl+I")
    page = window.paging.page
    assert page is not None and page.isVisible() and not window.canvas.isVisible()
    assert not any(each.isVisible() for each in shown) and window.paging.tabs.isVisible()
    assert page.isAncestorOf(robot.focused) or page is robot.focused
    robot.press("Escape")
    assert window.paging.page is None and window.canvas.isVisible() and all(each.isVisible() for each in shown)
    assert robot.focused is window.capture


def test_every_page_comes_by_its_action_its_tab_and_the_next_key(window: MainWindow):
    robot = Robot(window)
    for spec in PAGES:
        window.actions_of.by_id[f"page_{spec.id}"].trigger()
        assert window.paging.here == spec.id and window.paging.tabs.pills[spec.id].isChecked()
        assert window.actions_of.by_id[f"page_{spec.id}"].isChecked()
    window.paging.tabs.pills[""].click()
    assert window.paging.here == ""
    walked: list[str] = []
    for _step in range(len(PAGES) + 1):
        robot.press("Ctrl+Tab")
        walked.append(window.paging.here)
    assert walked == [*(spec.id for spec in PAGES), ""]
    robot.press("Ctrl+Shift+Tab")
    assert window.paging.here == PAGES[-1].id


def test_nothing_that_is_typed_on_a_page_reaches_the_map_that_is_hidden(window: MainWindow):
    robot, before = Robot(window), dumps(window.workspace.document.records)
    robot.click("Kick-off")
    for spec in PAGES:
        window.paging.show(spec.id)
        robot.type("abc")
        for keys in ("Delete", "Ctrl+Right", "F2", "Ctrl+1", "Ctrl+D", "Right", "Down", "Home", "Space"):
            robot.press(keys)
        assert window.paging.here == spec.id, spec.id
        assert dumps(window.workspace.document.records) == before and window.capture.text() == ""


def test_undo_find_and_the_palette_work_on_a_page(window: MainWindow, qtbot: QtBot):
    robot, records = Robot(window), window.workspace.document.records
    before = dumps(records)
    robot.type("Brand new")
    robot.press("Return")
    robot.press("Ctrl+I")
    robot.press("Ctrl+Z")
    assert dumps(window.workspace.document.records) == before and window.paging.page is not None
    robot.press("Ctrl+Shift+Z")
    assert dumps(window.workspace.document.records) != before and window.paging.page is not None
    robot.press("Ctrl+K")
    robot.type("first ticket")
    robot.press("Return")
    assert window.paging.page is None, "what was found is on the map"
    robot.expect_selected("First ticket: 12 h to reply")
    robot.press("Ctrl+I")
    robot.press("Ctrl+F")
    assert window.seeking.finder.isVisible() and window.paging.page is not None


def test_what_needs_the_map_brings_it_back_first(window: MainWindow):
    robot = Robot(window)
    robot.click("Kick-off")
    robot.press("Ctrl+I")
    window.actions_of.by_id["duplicate"].trigger()
    assert window.paging.page is None and len(window.workspace.session.selected) == 1
    copy = window.workspace.current
    assert isinstance(copy, Touchpoint) and copy.title == "Kick-off meeting"


def test_panels_that_were_shown_come_back_and_are_remembered_when_the_window_closes(window: MainWindow):
    robot = Robot(window)
    robot.press("Ctrl+Shift+O")
    robot.press("Ctrl+I")
    assert not window.outline.isVisible() and not window.inspector.isVisible()
    window.close_surely()
    QApplication.processEvents()
    assert window.preferences.choice("inspector", "") == window.preferences.choice("outline", "") == "shown"


def test_what_gives_the_keyboard_back_to_the_map_gives_it_to_the_page(window: MainWindow):
    robot = Robot(window)
    robot.press("Ctrl+I")
    page = window.paging.page
    assert page is not None
    robot.press("Ctrl+K")
    robot.press("Escape")
    assert page.isAncestorOf(robot.focused) or page is robot.focused
    robot.press("Ctrl+F")
    assert not page.isAncestorOf(robot.focused)
    robot.press("Escape")
    assert page.isAncestorOf(robot.focused) and robot.focused.hasFocus()


def test_going_to_a_page_and_back_keeps_the_window_as_large_as_it_was(window: MainWindow):
    window.resize(1280, 720)
    QApplication.processEvents()
    for _step in range(2):
        for spec in (*PAGES, None):
            window.paging.show(spec.id if spec is not None else "")
            assert (window.width(), window.height()) == (1280, 720)
            QApplication.processEvents()
            assert (window.width(), window.height()) == (1280, 720)


def test_panes_are_walked_on_a_page_too(window: MainWindow):
    robot = Robot(window)
    robot.press("Ctrl+I")
    page = window.paging.page
    assert page is not None
    seen: list[str] = []
    for _step in range(3):
        robot.press("F6")
        here = robot.focused
        seen.append("tabs" if window.paging.tabs.isAncestorOf(here) else "page" if page.isAncestorOf(here) else "other")
    assert seen == ["tabs", "page", "tabs"]
    robot.press("Right")
    assert window.paging.here == PAGES[1].id and window.paging.tabs.pills[PAGES[1].id].hasFocus()
    robot.press("Escape")
    assert window.paging.page is None
    robot.press("F6")
    assert window.inspector.isAncestorOf(robot.focused), "no pane more than before on the map"


def test_the_button_in_the_head_leads_to_the_page_that_was_shown_last_and_tells_its_keys(window: MainWindow):
    button = window.head.pages
    window.paging.show(PAGES[1].id)
    window.paging.show("")
    hands.click(button, button.rect().center())
    assert window.paging.here == PAGES[1].id
    window.paging.show("")
    assert "Ctrl+I" in button.toolTip() and button.isVisible()


def test_a_text_that_is_dropped_on_a_page_goes_to_the_tray_and_not_onto_a_map_that_nobody_sees(window: MainWindow):
    window.paging.show(PAGES[0].id)
    assert window.drops._landing_at(window.rect().center().toPointF()) is None
    window.paging.show("")
    assert window.drops._on_map(window.canvas.geometry().center().toPointF()) is not None


def test_a_page_is_made_when_it_is_asked_for_and_filled_only_while_it_is_shown(window: MainWindow, qtbot: QtBot):
    robot, document = Robot(window), window.workspace.document
    assert window.paging._pages == {}
    window.paging.show("gaps")
    page = window.paging.page
    assert isinstance(page, TablePage) and list(window.paging._pages) == ["gaps"]
    rows = page.grid.table.rows
    robot.press("Escape")
    metric = next(each for each in document.of_kind(Metric) if each.name == "Time to value")
    set_field(document, (metric.id,), "current", 80)
    qtbot.wait(120)
    assert page.grid.table.rows is rows, "nobody looks at it"
    window.paging.show("gaps")
    assert page.grid.table.rows[0][4].words == "−50\u00a0days"


def test_a_drag_that_is_under_way_is_given_up_where_a_page_comes(window: MainWindow):
    robot, before = Robot(window), dumps(window.workspace.document.records)
    robot.hold_card("Kick-off", stage="Adoption")
    robot.press("Ctrl+I")
    assert window.paging.page is not None and not window.workspace.document.in_gesture
    assert dumps(window.workspace.document.records) == before


def test_what_is_only_tried_fills_no_page(window: MainWindow, qtbot: QtBot):
    window.paging.show("gaps")
    page, document = window.paging.page, window.workspace.document
    assert isinstance(page, TablePage)
    before = list(page.grid.table.rows)
    metric = next(each for each in document.of_kind(Metric) if each.id == before[0][0].record)
    document.preview(lambda: set_field(document, (metric.id,), "name", "Tried"))
    qtbot.wait(200)
    assert page.grid.table.rows == before
    document.end_preview()
    set_field(document, (metric.id,), "name", "Meant")
    qtbot.waitUntil(lambda: page.grid.table.rows[0][0].words == "Meant")
