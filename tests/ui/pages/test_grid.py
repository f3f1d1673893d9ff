"""A table on a page under hands: walked, sorted, copied, and a way to each record."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from journey_editor.core.edits.fields import set_field
from journey_editor.core.edits.removal import remove
from journey_editor.core.records import Metric, Touchpoint
from journey_editor.ui.pages.cells import Cell, in_order
from journey_editor.ui.pages.grid import Grid
from journey_editor.ui.pages.tables import TablePage
from journey_editor.ui.window import MainWindow
from tests import hands
from tests.robot import Robot
from tests.ui.pages.conftest import Opened


@pytest.fixture
def gaps(opened: Opened) -> MainWindow:
    """The table of gaps of the template, with the keyboard."""
    window = opened("b2b-saas")
    window.resize(1600, 960)
    window.paging.show("gaps")
    QApplication.processEvents()
    return window


def grid_of(window: MainWindow) -> Grid:
    page = window.paging.page
    assert isinstance(page, TablePage)
    return page.grid


def firsts(grid: Grid) -> list[str]:
    return [row[0].words for row in grid.table.rows]


def middle(grid: Grid, row: int, column: int) -> QPoint:
    return grid.visualRect(grid.table.index(row, column)).center()


def test_arrows_walk_and_enter_leads_to_the_record_of_the_cell(gaps: MainWindow):
    robot, grid = Robot(gaps), grid_of(gaps)
    assert robot.focused is grid and (grid.currentIndex().row(), grid.currentIndex().column()) == (0, 0)
    robot.press("Down")
    robot.press("Return")
    assert gaps.paging.page is None and isinstance(gaps.workspace.current, Metric)
    assert gaps.workspace.current.name == "Feature use"
    robot.press("Ctrl+I")
    assert robot.focused is grid and grid.currentIndex().row() == 1, "the page is where it was left"
    robot.press("Right")
    robot.press("Return")
    current = gaps.workspace.current
    assert isinstance(current, Touchpoint) and current.title == "I try a new feature"
    assert gaps.canvas.element_of(current.id) is not None


def test_a_click_leads_to_the_record_and_with_shift_it_only_selects(gaps: MainWindow):
    grid = grid_of(gaps)
    hands.click(grid.viewport(), middle(grid, 3, 0))
    assert gaps.paging.page is None
    assert isinstance(gaps.workspace.current, Metric) and gaps.workspace.current.name == "Sales cycle"
    gaps.paging.show("gaps")
    hands.click(grid.viewport(), middle(grid, 1, 0), Qt.KeyboardModifier.ShiftModifier)
    assert gaps.paging.page is not None


def test_headings_and_space_sort_turn_round_and_give_the_first_order_back(gaps: MainWindow):
    robot, grid = Robot(gaps), grid_of(gaps)
    given = firsts(grid)
    header = grid.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(0) + 20, 10)
    hands.click(header.viewport(), place)
    assert firsts(grid) == sorted(given)
    assert str(grid.table.headerData(0, Qt.Orientation.Horizontal)).endswith("▴")
    hands.click(header.viewport(), place)
    assert firsts(grid) == sorted(given, reverse=True)
    hands.click(header.viewport(), place)
    assert firsts(grid) == given
    for _step in range(4):
        robot.press("Right")
    robot.press("Space")
    gap = [row[4].key for row in grid.table.rows]
    assert gap == [-60, -45, -35, -20, None], "what has no number comes last"
    robot.press("Space")
    assert [row[4].key for row in grid.table.rows] == [-20, -35, -45, -60, None]


def test_the_table_is_copied_as_a_table_and_of_chosen_rows_only_those(gaps: MainWindow):
    robot = Robot(gaps)
    robot.press("Ctrl+C")
    lines = QApplication.clipboard().text().splitlines()
    assert lines[0].split("\t") == [
        "Metric", "Where", "Current", "Expected", "Gap", "Priority", "Owner", "Due", "Unit",
    ]  # fmt: skip
    assert lines[1].split("\t") == [
        "Time to value", "Onboarding", "65", "30", "-35", "high", "Customer Success", "2027-06-30", "days",
    ]  # fmt: skip
    assert len(lines) == 6 and "<td>-35</td>" in QApplication.clipboard().mimeData().html()
    robot.press("Shift+Down")
    robot.press("Ctrl+C")
    copied = QApplication.clipboard().text().splitlines()
    assert [line.split("\t")[0] for line in copied] == ["Metric", "Time to value", "Feature use"]
    robot.press("Ctrl+A")
    robot.press("Ctrl+C")
    assert len(QApplication.clipboard().text().splitlines()) == 6
    assert gaps.paging.page is not None


def test_where_there_is_little_room_columns_that_can_be_missed_go_and_all_else_fits(gaps: MainWindow):
    grid = grid_of(gaps)
    for width in (1600, 1280, 1080, 820):
        gaps.resize(width, 720)
        QApplication.processEvents()
        shown = [place for place in range(len(grid.table.columns)) if not grid.isColumnHidden(place)]
        assert sum(grid.columnWidth(place) for place in shown) <= grid.viewport().width() + 1
        names = [grid.table.columns[place].name for place in shown]
        assert "Unit" not in names and {"Metric", "Gap", "Owner", "Due"} <= set(names)
        assert ("Where" in names) == (width > 1000)


def test_rows_of_which_nothing_is_known_are_last_either_way():
    rows = [(Cell("b", key="b"),), (Cell(""),), (Cell("a", key="a"),)]
    assert [row[0].words for row in in_order(rows, 0, False)] == ["a", "b", ""]
    assert [row[0].words for row in in_order(rows, 0, True)] == ["b", "a", ""]


def test_numbers_come_before_several_numbers_and_these_before_words():
    rows = [(Cell("b", key="b"),), (Cell("1 + 2", key=(1, 2)),), (Cell("7", key=7),), (Cell("–", key=0),)]
    assert [row[0].words for row in in_order(rows, 0, False)] == ["–", "7", "1 + 2", "b"]
    assert [row[0].words for row in in_order(rows, 0, True)] == ["b", "1 + 2", "7", "–"]


@pytest.mark.parametrize("page", ["gaps", "measures", "friction", "owners"])
def test_every_column_of_every_table_can_be_sorted_by(opened: Opened, page: str):
    window = opened("b2b-saas")
    window.paging.show(page)
    QApplication.processEvents()
    assert window.paging.page is not None
    grids = window.paging.page.findChildren(Grid)
    assert grids
    for grid in grids:
        before = sorted(grid.table.rows, key=str)
        for column in (*range(len(grid.table.columns)), *reversed(range(len(grid.table.columns)))):
            grid.sort_by(column)
            assert sorted(grid.table.rows, key=str) == before


def test_the_menu_of_a_cell_offers_what_keys_do(gaps: MainWindow):
    grid = grid_of(gaps)
    robot = Robot(gaps)
    robot.press("Down")
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(grid, QContextMenuEvent(reason, QPoint(0, 0), grid.mapToGlobal(QPoint(0, 0))))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    actions = {action.text(): action for action in menu.actions()}
    assert list(actions) == ["Show on the map", "Sort by this column", "", "Copy the table"]
    menu.close()
    actions["Show on the map"].trigger()
    assert gaps.paging.page is None
    assert isinstance(gaps.workspace.current, Metric) and gaps.workspace.current.name == "Feature use"


def test_whatever_the_order_one_stays_with_the_row_one_is_in(gaps: MainWindow, qtbot: QtBot):
    robot, grid, document = Robot(gaps), grid_of(gaps), gaps.workspace.document
    robot.press("Down")
    for _step in range(3):
        grid.sort_by(0)
        assert grid.table.rows[grid.currentIndex().row()][0].words == "Feature use"
    metric = next(each for each in document.of_kind(Metric) if each.name == "Feature use")
    set_field(document, (metric.id,), "current", 90)
    qtbot.waitUntil(lambda: firsts(grid)[-1] == "Feature use")
    assert grid.currentIndex().row() == 4
    remove(document, [metric.id])
    qtbot.waitUntil(lambda: len(grid.table.rows) == 4)
    assert grid.currentIndex().row() == 3
