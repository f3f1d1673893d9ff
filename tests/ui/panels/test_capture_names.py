"""Names that come up while a line is typed: what takes them, what does not, and the keys that mean what they did."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from journey_editor.core.records import Owner, Touchpoint
from journey_editor.ui.panels.capture_reader import LONG
from journey_editor.ui.workspace import Workspace
from tests.ui.panels.lines import Shown, shown_line

KEY = Qt.Key


def with_owners(workspace: Workspace, *names: str) -> None:
    with workspace.document.transaction("More owners"):
        for number, name in enumerate(names):
            workspace.document.put(Owner(id=f"more{number}", rank=f"z{number}", name=name))


def offered(shown: Shown) -> list[str]:
    completion = shown.line.reader.completion
    return [offer.name for offer in completion.offers] if completion else []


def marked(shown: Shown) -> str:
    return offered(shown)[shown.line.reader.row]


def test_tab_takes_the_best_name_and_typing_goes_on(workspace: Workspace, qtbot: QtBot):
    shown = shown_line(workspace, qtbot)
    qtbot.keyClicks(shown.line, "Waits @Cu")
    assert offered(shown) == ["Customer Success", "Cu"]
    qtbot.keyClick(shown.line, KEY.Key_Tab)
    assert shown.line.text() == "Waits @Customer Success "
    assert offered(shown) == []
    qtbot.keyClicks(shown.line, "-1")
    assert shown.line.text() == "Waits @Customer Success -1"
    assert QApplication.focusWidget() is shown.line


def test_once_a_name_is_taken_no_longer_one_comes_up(workspace: Workspace, qtbot: QtBot):
    with_owners(workspace, "Sales Operations")
    shown = shown_line(workspace, qtbot)
    qtbot.keyClicks(shown.line, "Waits @Sales")
    assert offered(shown) == ["Sales", "Sales Operations"]
    qtbot.keyClick(shown.line, KEY.Key_Tab)
    assert (shown.line.text(), offered(shown)) == ("Waits @Sales ", [])
    qtbot.keyClicks(shown.line, "Op")
    assert offered(shown) == ["Sales Operations", "Sales Op"]


def test_tab_within_a_line_leaves_the_rest_as_it_is(workspace: Workspace, qtbot: QtBot):
    shown = shown_line(workspace, qtbot)
    shown.line.setText("🙂 Waits  -1")
    shown.line.setCursorPosition(len("🙂 Waits ") + 1)
    qtbot.keyClicks(shown.line, "@cs")
    qtbot.keyClick(shown.line, KEY.Key_Tab)
    assert shown.line.text() == "🙂 Waits @Customer Success -1"
    qtbot.keyClicks(shown.line, "x")
    assert shown.line.text() == "🙂 Waits @Customer Success x-1"


def test_what_tab_took_is_undone_in_the_line(workspace: Workspace, qtbot: QtBot):
    shown = shown_line(workspace, qtbot)
    qtbot.keyClicks(shown.line, "Waits @Cu")
    qtbot.keyClick(shown.line, KEY.Key_Tab)
    shown.line.undo()
    assert shown.line.text().startswith("Waits @Cu")
    assert "Success" not in shown.line.text()


def test_tab_without_a_name_goes_to_the_next_pane(workspace: Workspace, qtbot: QtBot):
    shown = shown_line(workspace, qtbot)
    other = QLineEdit(shown.window)
    other.show()
    qtbot.keyClicks(shown.line, "Waits")
    qtbot.keyClick(shown.line, KEY.Key_Tab)
    assert QApplication.focusWidget() is other
    assert shown.line.text() == "Waits"


def test_enter_takes_no_name_that_nobody_chose(workspace: Workspace, qtbot: QtBot):
    with_owners(workspace, "Sales Operations")
    shown = shown_line(workspace, qtbot)
    qtbot.keyClicks(shown.line, "Waits @Sa")
    assert offered(shown)[:2] == ["Sales", "Sales Operations"]
    qtbot.keyClick(shown.line, KEY.Key_Return)
    owners = [each.name for each in workspace.document.records.values() if isinstance(each, Owner)]
    assert "Sa" in owners
    assert shown.line.text() == ""


def test_down_goes_into_the_list_and_enter_takes_the_row(workspace: Workspace, qtbot: QtBot):
    with_owners(workspace, "Customer Care")
    shown = shown_line(workspace, qtbot)
    count = len(workspace.document.records)
    qtbot.keyClicks(shown.line, "Waits @Cust")
    assert offered(shown) == ["Customer Success", "Customer Care", "Cust"]
    qtbot.keyClick(shown.line, KEY.Key_Down)
    assert marked(shown) == "Customer Care"
    for _ in range(5):
        qtbot.keyClick(shown.line, KEY.Key_Down)
    assert marked(shown) == "Cust"
    qtbot.keyClick(shown.line, KEY.Key_Up)
    assert marked(shown) == "Customer Care"
    qtbot.keyClick(shown.line, KEY.Key_Return)
    assert shown.line.text() == "Waits @Customer Care "
    assert len(workspace.document.records) == count
    qtbot.keyClick(shown.line, KEY.Key_Return)
    assert len(workspace.document.records) == count + 1


def test_up_recalls_earlier_lines_unless_the_list_was_entered(workspace: Workspace, qtbot: QtBot):
    shown = shown_line(workspace, qtbot)
    qtbot.keyClicks(shown.line, "Before")
    qtbot.keyClick(shown.line, KEY.Key_Return)
    qtbot.keyClicks(shown.line, "Waits @Cu")
    qtbot.keyClick(shown.line, KEY.Key_Down)
    qtbot.keyClick(shown.line, KEY.Key_Up)
    assert (marked(shown), shown.line.reader.is_walked) == ("Customer Success", True)
    qtbot.keyClick(shown.line, KEY.Key_Up)
    assert not shown.line.reader.is_walked
    assert shown.line.text() == "Waits @Cu"
    qtbot.keyClick(shown.line, KEY.Key_Up)
    assert shown.line.text() == "Before"
    assert offered(shown) == []
    qtbot.keyClick(shown.line, KEY.Key_Down)
    assert shown.line.text() == "Waits @Cu"


def test_esc_closes_the_list_first_and_it_stays_closed_for_that_name(workspace: Workspace, qtbot: QtBot):
    shown = shown_line(workspace, qtbot)
    qtbot.keyClicks(shown.line, "Waits @C")
    qtbot.keyClick(shown.line, KEY.Key_Escape)
    assert offered(shown) == []
    assert shown.line.is_typing
    qtbot.keyClicks(shown.line, "u")
    assert offered(shown) == []
    qtbot.keyClicks(shown.line, "b #em")
    assert offered(shown)[0] == "email"


def test_names_come_up_where_somebody_types_not_where_the_cursor_goes(workspace: Workspace, qtbot: QtBot):
    shown = shown_line(workspace, qtbot)
    qtbot.keyClicks(shown.line, "Waits @Cu")
    qtbot.keyClick(shown.line, KEY.Key_Left)
    assert offered(shown) == []
    qtbot.keyClick(shown.line, KEY.Key_Right)
    assert offered(shown) == []
    shown.line.setText("Waits #em")
    assert offered(shown) == []


def test_a_name_as_it_is_becomes_a_new_one(workspace: Workspace, qtbot: QtBot):
    shown = shown_line(workspace, qtbot)
    qtbot.keyClicks(shown.line, "Waits @Cu")
    qtbot.keyClick(shown.line, KEY.Key_Down)
    qtbot.keyClick(shown.line, KEY.Key_Return)
    assert shown.line.text() == 'Waits @"Cu" '
    qtbot.keyClick(shown.line, KEY.Key_Return)
    card = workspace.current
    assert isinstance(card, Touchpoint)
    owner = workspace.document.records[card.owner or ""]
    assert isinstance(owner, Owner)
    assert owner.name == "Cu"


def test_a_name_made_by_one_line_comes_up_on_the_next(workspace: Workspace, qtbot: QtBot):
    shown = shown_line(workspace, qtbot)
    qtbot.keyClicks(shown.line, "Waits @Board")
    qtbot.keyClick(shown.line, KEY.Key_Return)
    qtbot.keyClicks(shown.line, "Waits @Boa")
    assert offered(shown) == ["Board", "Boa"]


def test_a_very_long_line_is_read_when_the_hands_rest(workspace: Workspace, qtbot: QtBot):
    shown = shown_line(workspace, qtbot)
    shown.line.setText("word " * (LONG // 5))
    shown.line.reader.settle()
    qtbot.keyClicks(shown.line, "@Cu")
    assert offered(shown) == []
    qtbot.waitUntil(lambda: offered(shown) == ["Customer Success", "Cu"])
    qtbot.keyClicks(shown.line, "s")
    qtbot.keyClick(shown.line, KEY.Key_Tab)
    assert shown.line.text().endswith("word @Customer Success ")


def test_what_an_input_method_composes_moves_what_lies_behind_it(workspace: Workspace, qtbot: QtBot):
    shown = shown_line(workspace, qtbot)
    qtbot.keyClicks(shown.line, "Wits @Sales")
    shown.line.setCursorPosition(1)
    ((_, before),) = shown.line.places()
    QApplication.sendEvent(shown.line, QInputMethodEvent("mmm", []))
    ((_, moved),) = shown.line.places()
    assert moved.left() - before.left() > shown.line.fontMetrics().horizontalAdvance("mm")
    assert abs(moved.width() - before.width()) < 1
    commit = QInputMethodEvent()
    commit.setCommitString("a")
    QApplication.sendEvent(shown.line, commit)
    assert shown.line.text() == "Waits @Sales"
    ((ground, _),) = shown.line.places()
    assert (ground.start, ground.end) == (6, 12)


def test_what_is_composed_at_the_end_of_a_name_completes_once_it_is_there(workspace: Workspace, qtbot: QtBot):
    with_owners(workspace, "Équipe")
    shown = shown_line(workspace, qtbot)
    qtbot.keyClicks(shown.line, "Waits @")
    commit = QInputMethodEvent()
    commit.setCommitString("é")
    QApplication.sendEvent(shown.line, commit)
    assert offered(shown)[0] == "Équipe"
