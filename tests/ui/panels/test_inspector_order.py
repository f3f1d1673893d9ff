"""Tab walks through the inspector as it is read, and out of it at both ends."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget

from journey_editor.core.edits.attachments import add_note
from journey_editor.ui.window import MainWindow
from tests.hands import tap
from tests.ui.conftest import desk, own_folders, window

__all__ = ["desk", "own_folders", "window"]


def walk(window: MainWindow, keys: str) -> list[QWidget]:
    """What Tab reaches in the inspector, until it leaves."""
    seen: list[QWidget] = []
    while (here := QApplication.focusWidget()) is not None and window.inspector.isAncestorOf(here):
        assert here not in seen, "Tab goes round and round"
        seen.append(here)
        tap(here, keys)
    return seen


def begin(window: MainWindow, qtbot, record: str) -> None:
    window.workspace.session.select((record,))
    qtbot.waitUntil(lambda: window.inspector.shown_pages()[0].subject.ids == (record,))
    page = window.inspector.shown_pages()[0]
    page.unfold(True)
    qtbot.wait(20)
    page.bound["title" if record.startswith("t") else "name"].widget.findChildren(QWidget)[0].setFocus()


@pytest.mark.parametrize("record", ["t9", "s4", "m9"])
def test_tab_goes_row_by_row_also_through_what_came_later(window: MainWindow, qtbot, record: str):
    begin(window, qtbot, record)
    if record != "m9":
        add_note(window.workspace.document, record, "question", "Came later")
        qtbot.wait(60)
    seen = walk(window, "Tab")
    tops = [each.mapTo(window.inspector.shown_pages()[0], QPoint()).y() for each in seen]
    assert len(seen) > 15
    assert all(after > before - 12 for before, after in zip(tops, tops[1:], strict=False))
    if record != "m9":
        words = [each.toPlainText() for each in seen if hasattr(each, "toPlainText")]
        assert "Came later" in words


def is_outside(window: MainWindow) -> bool:
    """Whether something beside the inspector has the keyboard."""
    focused = QApplication.focusWidget()
    return focused is not None and not window.inspector.isAncestorOf(focused)


def test_tab_leaves_at_both_ends(window: MainWindow, qtbot):
    begin(window, qtbot, "t9")
    forth = walk(window, "Tab")
    assert is_outside(window)
    forth[-1].setFocus()
    back = walk(window, "Shift+Tab")
    assert back == forth[::-1]
    assert is_outside(window)
