"""The fields of the walk: each asks the window first what a key means, so that walking works from all of them."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from journey_editor.core.input import typed
from journey_editor.core.values import TEXT_LIMIT

First = Callable[[QKeyEvent, bool], bool]
"""Does what a key means to the walk; told whether the field that has the keyboard is empty. Returns whether it did."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NoteField(QPlainTextEdit):
    """What came to mind. It has the keyboard, so that dead keys and input methods work from the first letter."""

    def __init__(self, first: First) -> None:
        super().__init__()
        self._first = first
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(True)
        self.textChanged.connect(self._limit)

    @property
    def words(self) -> str:
        """What was typed."""
        return typed(self.toPlainText())

    def show_words(self, words: str) -> None:
        """Show a note, the cursor behind it."""
        if words != self.toPlainText():
            self.setPlainText(words)
            cursor = self.textCursor()
            cursor.movePosition(cursor.MoveOperation.End)
            self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.insertPlainText("\n")
        elif not self._first(event, not self.toPlainText()):
            super().keyPressEvent(event)

    def _limit(self) -> None:
        """Keep to what a note in a file can hold."""
        if self.document().characterCount() - 1 > TEXT_LIMIT:
            self.setPlainText(self.toPlainText()[:TEXT_LIMIT])


class TimeField(QLineEdit):
    """How long it took, with a unit."""

    def __init__(self, first: First) -> None:
        super().__init__()
        self._first = first
        self.setMaxLength(40)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._first(event, False):
            super().keyPressEvent(event)
