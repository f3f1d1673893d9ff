"""A list that comes up beside a button, typed into to find what is meant among many."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from journey_editor.assets import _
from journey_editor.core.search import LOOKED_AT, Index
from journey_editor.ui.panels.choices import ROW, Choice, ChoiceModel, Row, choice_list
from journey_editor.ui.popups import stand_at
from journey_editor.ui.workspace import Workspace

WIDTH, MOST_ROWS, LISTED = 440, 8, 100
_WALKS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: MOST_ROWS - 1, Qt.Key.Key_PageUp: 1 - MOST_ROWS}


class Pick(NamedTuple):
    """What can be picked: its id, what it is called, where it lies, and the icon and tone of its kind."""

    id: str
    words: str
    place: str = ""
    icon: str = "note"
    tone: str = "muted"


class Picker(QFrame):
    """Typing finds, arrows walk, Enter takes, Esc goes. `first` is what is offered without words."""

    def __init__(
        self, workspace: Workspace, first: Sequence[Pick], all_of_it: Sequence[Pick], take: Callable[[str], object]
    ) -> None:
        super().__init__(None, Qt.WindowType.Popup)
        self.setObjectName("picker")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._first, self._all, self._take = first, all_of_it, take
        self._by_id = {each.id: each for each in (*all_of_it, *first)}
        self._index = Index(each.words[:LOOKED_AT] for each in all_of_it)
        self.field = QLineEdit()
        self.field.setPlaceholderText(_("Type to find"))
        self.field.setAccessibleName(_("Type to find"))
        self.field.textEdited.connect(lambda _text: self.search())
        self.field.installEventFilter(self)
        self.model = ChoiceModel(self)
        self.list = choice_list(workspace, self.model)
        self.list.clicked.connect(lambda index: self.pick(index.row()))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(4)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.setFixedWidth(WIDTH)
        self.search()

    def show_at(self, button: QWidget) -> None:
        """Come up below a button, or above it where there is no room."""
        self.adjustSize()
        stand_at(self, button.mapToGlobal(QPoint(0, button.height())), button.height())
        self.show()
        self.field.setFocus()

    def search(self) -> None:
        """List what the words find; without any, what is offered first."""
        typed = self.field.text().strip()
        if typed:
            rows = [
                Row(self._all[match.place].id, self._made, match.spans) for match in self._index.find(typed, LISTED)
            ]
        else:
            rows = [Row(each.id, self._made) for each in self._first[:LISTED]]
        self.model.show(rows)
        self.list.setCurrentIndex(self.model.index(0))
        self.list.setFixedHeight(max(1, min(MOST_ROWS, len(rows))) * ROW + 4)
        self.adjustSize()

    def pick(self, row: int) -> None:
        """Take what stands in a row, and go."""
        if 0 <= row < self.model.rowCount():
            key = self.model.key(row)
            self.close()
            self._take(key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.close()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.pick(self.list.currentIndex().row())
        elif key in _WALKS and self.model.rowCount():
            row = max(0, min(self.model.rowCount() - 1, self.list.currentIndex().row() + _WALKS[key]))
            self.list.setCurrentIndex(self.model.index(row))
        else:
            return False
        return True

    def _made(self, key: str) -> Choice | None:
        pick = self._by_id.get(key)
        return Choice(pick.words, lambda: None, pick.icon, pick.tone, pick.place) if pick is not None else None
