"""Somebody without a mouse before a window: keys go where Qt would send them, lists that come up first."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from journey_editor.core.records import JourneyMap, Record, name_of
from journey_editor.ui.window import MainWindow
from tests.hands import tap


class Person:
    """Works in a window by keys alone; looks at the document only to see what came of it."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.workspace = window.workspace

    @property
    def focused(self) -> QWidget:
        """What keys go to: as Qt itself finds it, a list that came up before all else."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            return popup.focusWidget() or popup
        return QApplication.focusWidget() or self.window

    def press(self, *keys: str) -> None:
        for each in keys:
            tap(self.focused, each)
            QApplication.processEvents()
            if QApplication.activePopupWidget() is None and QApplication.activeModalWidget() is None:
                self.window.activateWindow()  # without a screen a list that has gone stays the active window

    def type(self, words: str) -> None:
        """Type words; letters that no test keyboard has come as they do from a true one, as text."""
        for letter in words:
            if letter.isascii():
                QTest.keyClicks(self.focused, letter)
            else:
                press = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(self.focused, press)

    def go_to_map(self) -> None:
        """Walk from pane to pane until what is typed goes to the map."""
        for _pane in range(12):
            if self.focused is self.window.capture:
                return
            self.press("F6")
        raise AssertionError("the map is not reached by F6")

    def find(self, record: Record) -> None:
        """Go to a record by its name."""
        self.go_to_map()
        self.press("Esc", "Esc")
        if isinstance(record, JourneyMap):
            return
        self.press("Ctrl+K")
        self.type(name_of(record))
        self.press("Return")
        assert self.workspace.current is not None and self.workspace.current.id == record.id, name_of(record)

    def enter(self, holds: Callable[[QWidget], bool]) -> None:
        """Walk to what is looked for in the inspector, by F6 and Tab; what lies under "More" is unfolded on the way."""
        for _pane in range(12):
            if self.window.inspector.isAncestorOf(self.focused):
                break
            self.press("F6")
        seen: list[QWidget] = []
        while self.focused not in seen:
            here = self.focused
            if holds(here):
                return
            if isinstance(here, QPushButton) and here.text() == "More":
                self.press("Space")
            seen.append(here)
            self.press("Tab")
        words = [each.accessibleName() or type(each).__name__ for each in seen]
        raise AssertionError(f"it is not reached by Tab: {words}")

    def undo_all(self, steps: int) -> None:
        """Undo by key until no more is done than before."""
        self.go_to_map()
        for _step in range(5):
            if len(self.workspace.history.steps) == steps or self.workspace.history.position == steps:
                return
            self.press("Ctrl+Z")
