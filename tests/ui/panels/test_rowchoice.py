"""The menu of rows: ticks, order, rows of one's own and sets, by mouse and by keyboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from journey_editor.core.ids import seeded_ids
from journey_editor.core.records import JourneyMap, Note
from journey_editor.core.rows import NO_ROWS, TIME_AXIS
from journey_editor.ui.panels.rowchoice import RowChoice
from journey_editor.ui.workspace import Workspace
from tests import hands
from tests.building import MAP, note, opportunity, records, stage


@pytest.fixture
def workspace() -> Workspace:
    given = [stage("s"), note("n", "s"), note("w", "s", "weather"), opportunity("o", "s")]
    return Workspace(records(*given), ids=seeded_ids(3))


@pytest.fixture
def choice(workspace: Workspace, qtbot: QtBot) -> Iterator[RowChoice]:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    found = RowChoice(workspace, parent)
    found.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    found.show_at(QPoint(10, 10))
    yield found
    found.close()


def rows(workspace: Workspace) -> tuple[str, ...]:
    found = workspace.document.records[MAP]
    assert isinstance(found, JourneyMap)
    return found.rows


def mark(choice: RowChoice, kind: str) -> None:
    choice.list.setCurrentRow(choice.kinds().index(kind))


def tick(choice: RowChoice) -> None:
    """Press Space, and let the list follow."""
    hands.tap(choice.list, "Space")
    QApplication.processEvents()


def ticked(choice: RowChoice) -> list[str]:
    items = (choice.list.item(row) for row in range(choice.list.count()))
    return [item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() == Qt.CheckState.Checked]


def test_what_is_shown_stands_first_with_ticks_and_all_that_can_be_shown_below(choice: RowChoice) -> None:
    assert ticked(choice) == ["pain_point", "opportunity"] == choice.kinds()[:2]
    assert {"goal", "metric", "weather", "time_axis", "stage_numbers"} <= set(choice.kinds())
    assert len(choice.kinds()) == len(set(choice.kinds()))


def test_space_ticks_a_row_and_unticks_it(choice: RowChoice, workspace: Workspace) -> None:
    mark(choice, "goal")
    tick(choice)
    assert rows(workspace) == ("goal", "pain_point", "opportunity") == tuple(ticked(choice))
    tick(choice)
    assert rows(workspace) == ("pain_point", "opportunity")
    workspace.undo()
    assert ticked(choice) == ["goal", "pain_point", "opportunity"]


def test_a_tick_shows_rows_that_the_window_hides(choice: RowChoice, workspace: Workspace) -> None:
    workspace.show(rows=False)
    mark(choice, "gain")
    tick(choice)
    assert workspace.view.rows


def test_alt_and_arrows_move_the_marked_row(choice: RowChoice, workspace: Workspace) -> None:
    mark(choice, "opportunity")
    hands.tap(choice.list, "Alt+Up")
    assert rows(workspace) == ("opportunity", "pain_point")
    hands.tap(choice.list, "Alt+Up")
    hands.tap(choice.list, "Alt+Down")
    assert rows(workspace) == ("pain_point", "opportunity")
    assert choice.list.currentItem().text() == "Opportunities"


def test_the_order_that_a_drag_leaves_is_taken(choice: RowChoice, workspace: Workspace) -> None:
    item = choice.list.takeItem(1)
    choice.list.insertItem(0, item)
    choice.list.setCurrentItem(item)
    choice.drop()
    assert rows(workspace) == ("opportunity", "pain_point")


def test_a_row_of_any_name_is_added_and_marked(choice: RowChoice, workspace: Workspace) -> None:
    hands.QTest.keyClicks(choice.name, "Legal basis")
    hands.tap(choice.name, "Return")
    assert rows(workspace)[-1] == "Legal basis" and choice.name.text() == ""
    assert choice.list.currentItem().text() == "Legal basis"
    hands.tap(choice.name, "Return")
    assert len(rows(workspace)) == 3


def test_one_s_own_row_is_renamed_with_its_notes(choice: RowChoice, workspace: Workspace, qapp: QApplication) -> None:
    mark(choice, "weather")
    hands.tap(choice.list, "F2")
    field = choice.list.findChild(QLineEdit)
    assert field is not None
    field.setText("Climate")
    hands.tap(field, "Return")
    for _turn in range(2):  # Qt takes the name in a turn of its own
        qapp.processEvents()
    note_now = workspace.document.records["w"]
    assert isinstance(note_now, Note) and note_now.kind == "Climate" and "Climate" in choice.kinds()
    workspace.undo()
    assert workspace.document.records["w"].__dict__["kind"] == "weather"


def test_a_standard_row_keeps_its_name(choice: RowChoice) -> None:
    mark(choice, "goal")
    hands.tap(choice.list, "F2")
    hands.tap(choice.list, "Del")
    assert choice.list.findChild(QLineEdit) is None and "goal" in choice.kinds()


def test_one_s_own_row_is_removed_and_it_is_told_what_becomes_of_its_notes(
    choice: RowChoice, workspace: Workspace
) -> None:
    said: list[str] = []
    workspace.offered.connect(lambda notice: said.append(notice.sentence))
    mark(choice, "weather")
    hands.tap(choice.list, "Del")
    assert said == ["Row “weather” is gone; its note is a plain one now."]
    assert workspace.document.records["w"].__dict__["kind"] == "other" and "weather" not in choice.kinds()


def test_sets_are_chosen_and_given_up_by_a_button(choice: RowChoice, workspace: Workspace) -> None:
    choice.sets["research"].click()
    assert rows(workspace)[:2] == ("thought", "quote")
    choice.sets["none"].click()
    assert rows(workspace) == NO_ROWS and ticked(choice) == []
    choice.sets[""].click()
    assert rows(workspace) == () and ticked(choice) == ["pain_point", "opportunity"]


def test_a_set_leaves_the_time_axis(choice: RowChoice, workspace: Workspace) -> None:
    mark(choice, TIME_AXIS)
    tick(choice)
    choice.sets["measures"].click()
    assert rows(workspace) == (TIME_AXIS, "success_criterion", "metric")
    choice.sets["none"].click()
    assert ticked(choice) == [TIME_AXIS]
    choice.sets[""].click()
    assert rows(workspace) == (TIME_AXIS, "pain_point", "opportunity", "metric")


def test_esc_closes_it(choice: RowChoice) -> None:
    hands.tap(choice.list, "Esc")
    assert not choice.isVisible()
