"""What all pages beside the map have in common: a title, a line below it, buttons at the right, white cards.

A page is plugged in by a `PageSpec` in `pages/table.py`: its id, the words of its tab in the head, and what makes it.

    class OwnersPage(Page):
        def __init__(self, workspace: Workspace, go: Go) -> None:
            super().__init__(workspace, go, _("Who owns what"))
            self.grid = Grid(workspace, _("Owners"), columns(), go)  # or any widget of its own
            self.cards.addWidget(card(self.grid))      # a white card; cards lie beside each other
        def refresh(self) -> None:                     # asked when it is shown, and after edits while it is
            self.say(_("{count} owners")…)             # the line below the title
            self.grid.fill(rows)
        def take_keyboard(self) -> None:               # where the keyboard goes when the page comes
            self.grid.setFocus()

A page that is one table is a `TablePage` (`pages/tables.py`): it brings the button that copies and the empty state.
The page is made when it is first asked for and kept; the window calls `refresh` when it is shown, and a moment after
the last edit, undo or turn to another map while it is shown. `go(record_id)` leads back to the map and shows a record
there. A page never imports canvas, panels, dialogs or the room; an action of its own is an ActionSpec in
`ui/actions/pages.py`. Esc reaches the page when no child has used it, and leads back to the map.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from journey_editor.core.titles import called
from journey_editor.layout.title import SEPARATOR
from journey_editor.ui.pieces import Sentence
from journey_editor.ui.theme import font
from journey_editor.ui.workspace import Workspace

Go = Callable[[str], object]
"""Leads back to the map and shows a record there, by its id."""

EDGE = 24
_MAP = 60  # letters of the title of a map


class Page(QWidget):
    """One page; `left` tells that somebody wants to go back to the map."""

    left = Signal()

    def __init__(self, workspace: Workspace, go: Go, title: str) -> None:
        super().__init__()
        self.workspace, self.go = workspace, go
        self.setObjectName("page")
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.title = QLabel(title)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setFont(font(24, 700))
        self.said = Sentence()
        self.said.setFont(font())
        self.said.setProperty("role", "muted")
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.title)
        words.addWidget(self.said)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addLayout(words, 1)
        head.addLayout(self.buttons)
        self.cards = QHBoxLayout()
        self.cards.setSpacing(EDGE)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, 16, EDGE, EDGE)
        column.setSpacing(16)
        column.addLayout(head)
        column.addLayout(self.cards, 1)

    def say(self, words: str) -> None:
        """Say something in the line below the title; of a file with several maps also which one it is about."""
        document = self.workspace.document
        title = called(document.records[self.workspace.map_id], _MAP) if len(document.maps()) > 1 else ""
        self.said.setText(SEPARATOR.join(filter(None, (title, words))))

    def refresh(self) -> None:
        """Show the map as it is now; asked only while the page is shown."""

    def do(self, what: str) -> None:
        """Do one of the things that its `PageSpec` says it does, when an action asks for it."""

    def take_keyboard(self) -> None:
        """Let keys mean what the page shows."""
        self.setFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.take_keyboard()  # who gives the keyboard back to the map gives it to the page

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def card(inside: QWidget, pad: int = 16) -> QFrame:
    """Return a white card around a widget; `pad` is what lies between, in pixels."""
    found = QFrame()
    found.setProperty("role", "card")
    column = QVBoxLayout(found)
    column.setContentsMargins(pad, pad, pad, pad)
    column.addWidget(inside)
    return found
