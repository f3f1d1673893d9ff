"""The list of opportunities in its window: opened by key, walked, found, ordered, edited in place, gone to."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from journey_editor.core.edits.fields import set_field
from journey_editor.core.records import Opportunity, Owner
from journey_editor.storage.format import dumps
from journey_editor.ui.combo import Combo
from journey_editor.ui.opportunities.words import amount_text
from journey_editor.ui.panels.opportunities import OpportunityList
from journey_editor.ui.window import MainWindow
from tests.hands import tap
from tests.robot import Robot


def open_list(window: MainWindow) -> OpportunityList:
    """Open the list by its keys."""
    Robot(window).press("Ctrl+Shift+A")
    assert window.looking.opportunities.is_open
    return window.looking.opportunities


def names(shown: OpportunityList) -> list[str]:
    return [each.text for each in shown.model.rows]


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def stand(shown: OpportunityList, name: str, column: str) -> Opportunity:
    """Walk to a cell."""
    row = next(row for row, each in enumerate(shown.model.rows) if each.text.startswith(name))
    shown.table.setCurrentIndex(shown.model.index(row, shown.model.columns.index(column)))  # type: ignore[arg-type]
    return shown.model.rows[row]


def now(window: MainWindow, record_id: str) -> Opportunity:
    found = window.workspace.document.records[record_id]
    assert isinstance(found, Opportunity)
    return found


def test_the_best_come_first_and_walking_shows_each_on_the_map(window: MainWindow):
    shown = open_list(window)
    assert names(shown)[0] == "Same-day welcome" and len(names(shown)) == 10
    tap(shown.table, "Down")
    robot = Robot(window)
    robot.expect_selected(names(shown)[1])
    assert QApplication.focusWidget() is shown.table, "the keyboard stays in the list"
    tap(shown.table, "Return")
    assert QApplication.focusWidget() is not shown.table and shown.is_open
    robot.click("Kick-off")
    window.workspace.session.select((shown.model.rows[4].id,))
    assert shown.table.currentIndex().row() == 4, "what is selected elsewhere is followed"
    robot.press("Ctrl+Shift+A")
    assert not shown.is_open


def test_letters_find_and_esc_takes_them_away(window: MainWindow):
    shown = open_list(window)
    for letter in "sales":
        tap(focused(), letter)
    assert names(shown) and all("Sales" in shown.model.words_of(each, "owner") for each in shown.model.rows)
    tap(focused(), "Escape")
    assert len(names(shown)) == 10
    tap(focused(), "Down")
    assert QApplication.focusWidget() is shown.table


def test_another_order_is_asked_for_by_heading_and_menu(window: MainWindow):
    shown = open_list(window)
    here = shown.current()
    shown.table.horizontalHeader().sectionClicked.emit(shown.model.columns.index("due"))
    due = [each.due for each in shown.model.rows if each.due]
    assert due == sorted(due) and shown.current() == here, "one stands where one stood"
    shown.table.horizontalHeader().sectionClicked.emit(shown.model.columns.index("due"))
    due = [each.due for each in shown.model.rows if each.due]
    assert due == sorted(due, reverse=True) and "Due ↑" in shown.order.text()
    shown.choose("doing")
    assert {each.status for each in shown.model.rows} == {"doing"}


def test_status_owner_and_date_are_edited_in_place_each_one_step(window: MainWindow, qtbot: QtBot):
    shown, workspace = open_list(window), window.workspace
    before = dumps(workspace.document.records)
    each = stand(shown, "One-page contract", "due")
    write(shown, "1.3.2027")
    qtbot.waitUntil(lambda: now(window, each.id).due == date(2027, 3, 1))
    said: list[str] = []
    workspace.noticed.connect(said.append)
    stand(shown, "One-page contract", "due")
    write(shown, "soon")
    qtbot.waitUntil(lambda: bool(said))
    assert "is no day" in said[0] and now(window, each.id).due == date(2027, 3, 1)
    owner = workspace.document.of_kind(Owner)[0].id
    stand(shown, "One-page contract", "owner")
    choose(shown, owner)
    qtbot.waitUntil(lambda: now(window, each.id).owner == owner)
    stand(shown, "One-page contract", "status")
    choose(shown, "done")
    qtbot.waitUntil(lambda: now(window, each.id).status == "done")
    assert now(window, each.id).done_on == date.today()
    assert "One-page contract" not in names(shown), "it is open no more"
    for _step in range(3):
        workspace.undo()
    assert dumps(workspace.document.records) == before


def write(shown: OpportunityList, words: str) -> None:
    """Edit the cell one stands at, over what was there."""
    tap(shown.table, "F2")
    editor = next(found for found in shown.table.findChildren(QLineEdit) if found.isVisible())
    QTest.keyClicks(editor, words)
    tap(editor, "Return")


def choose(shown: OpportunityList, value: str) -> None:
    """Choose in the cell one stands at, from the list that comes up."""
    tap(shown.table, "F2")
    combo = next(found for found in shown.table.findChildren(Combo) if found.isVisible())
    combo.showPopup()
    combo.view().setCurrentIndex(combo.model().index(combo.findData(value), 0))
    tap(combo.view(), "Return")


def test_digits_votes_and_del_work_on_the_row(window: MainWindow):
    shown, workspace = open_list(window), window.workspace
    each = stand(shown, "Guided setup", "effort")
    tap(shown.table, "2")
    assert now(window, each.id).effort == 2 and shown.current() == now(window, each.id)
    tap(shown.table, "Ctrl+B")
    assert now(window, each.id).votes == each.votes + 1
    tap(shown.table, "Delete")
    assert each.id not in workspace.document.records and shown.current() is not None


def test_what_is_missing_and_what_all_comes_to_is_told(window: MainWindow):
    shown, workspace = open_list(window), window.workspace
    set_field(workspace.document, ("",), "currency", "EUR")
    ids = [each.id for each in workspace.document.of_kind(Opportunity)]
    set_field(workspace.document, ids, "cost", None)
    assert shown.sum.text() == ""
    set_field(workspace.document, ids[:2], "cost", 92_000.0)
    set_field(workspace.document, ids[:2], "benefit", 206_000.0)
    assert shown.sum.text() == "together: cost 184 k EUR, benefit 412 k EUR · +124 %"
    shown.field.setText("nothing is called so")
    shown.field.textEdited.emit("nothing is called so")
    assert shown.table.isHidden() and shown.empty.text() == "Nothing here is like that."
    assert [amount_text(each, "") for each in (0, 950, 1500, 2_340_000)] == ["0", "950", "1.5 k", "2.34 m"]


def test_every_cell_says_what_it_is(window: MainWindow):
    shown = open_list(window)
    told = [
        shown.model.index(0, column).data(Qt.ItemDataRole.AccessibleTextRole)
        for column in range(len(shown.model.columns))
    ]
    assert told[0] == "Opportunity: Same-day welcome" and all(": " in each for each in told)
