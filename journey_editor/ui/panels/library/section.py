"""What the panels of owners, people and evidence have in common: a filter, the list, the current one, a hint."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from journey_editor.assets import _
from journey_editor.core.document import Document, Event
from journey_editor.core.edits.library import users_of
from journey_editor.core.edits.removal import remove
from journey_editor.core.records import Record
from journey_editor.core.titles import called
from journey_editor.ui.labels import label
from journey_editor.ui.panels.keyed import Keys
from journey_editor.ui.panels.library.model import Kind, SharedModel
from journey_editor.ui.panels.library.painting import says
from journey_editor.ui.panels.library.uses import summed
from journey_editor.ui.panels.library.view import SharedView
from journey_editor.ui.pieces import PageScroller, quiet_button
from journey_editor.ui.theme import small_font
from journey_editor.ui.workspace import Workspace

PAD = 16
NAME = 28
"""Letters of a name in a sentence or on a button."""


class Words(NamedTuple):
    """What the filter asks for, what the button adds, and what is said where there is nothing yet."""

    asked: str
    new: str
    none: str


class Section(QWidget):
    """One panel of the library. `done` says that the person leaves it, `go` shows a record on its map.

    While it sleeps it follows nothing. `count` returns how often each record of the kind is used. What is abstract is
    what its kinds do with rows; it is only said so, since Qt's classes have no room for what would check it.
    """

    done = Signal()

    def __init__(
        self, workspace: Workspace, kind: Kind, words: Words, count: Callable[[Document], dict[str, int]],
        keys: Keys, go: Callable[[str], object], mark: int = 0,
    ) -> None:  # fmt: skip
        super().__init__()
        self._workspace, self._words, self._count, self._go = workspace, words, count, go
        self.awake = False
        self.counts: dict[str, int] = {}
        self.model = SharedModel(workspace, kind, lambda record: says(record, self.counts.get(record.id, 0)))
        self.view = SharedView(self.model, keys, mark)
        self.field = QLineEdit()
        self.more = QHBoxLayout()
        self.new = quiet_button()
        self.new.clicked.connect(self.add)
        self.empty, self.hint = _told(), _told()
        self.detail = QWidget()
        self.detail.setObjectName("libraryDetail")
        self.inside = QVBoxLayout(self.detail)
        self.inside.setContentsMargins(PAD, 12, PAD, 12)
        self.inside.setSpacing(8)
        self.scroller = PageScroller(self.detail)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.refresh)
        self.commit: Callable[[], object] = lambda: None  # takes what is being typed
        self._place()
        self._connect()

    # what its kinds say

    @abstractmethod
    def add(self) -> None:
        """Add one."""

    @abstractmethod
    def apply(self) -> None:
        """Let what is selected on the map have the current one."""

    @abstractmethod
    def edit(self) -> None:
        """Edit the current one."""

    @abstractmethod
    def remove(self) -> None:
        """Remove the selected ones."""

    @abstractmethod
    def told(self) -> str:
        """Return what keys do with the current row now."""

    @abstractmethod
    def show_current(self) -> None:
        """Show what the current row is."""

    def offers(self) -> Sequence[tuple[str, Callable[[], object]]]:
        """Return what the menu of a row offers: words, and what is done."""
        moves = (
            (_("Move up"), lambda: self._move(-1)),
            (_("Move down"), lambda: self._move(1)),
        )
        return ((_("Edit"), self.edit), *(moves if self.model.is_movable else ()), (_("Remove"), self.remove))

    # what they have in common

    def remove_chosen(self, told: str) -> None:
        """Remove the selected rows; `told` says their {names} and which {uses} are without them now."""
        self.commit()
        workspace, gone = self._workspace, self.view.chosen
        users = {user.id: user for each in gone for user in users_of(workspace.document, each)}
        names = ", ".join(called(workspace.document.records[each], NAME) for each in gone[:3])
        remove(workspace.document, gone)
        if gone and gone[0] not in workspace.document.records:  # the lock may have refused
            words = told if users else _("{names} removed")
            sentence = words.format(names=names, uses=summed(users.values()))
            workspace.offered.emit(workspace.with_undo(sentence))

    # what the panel asks

    @property
    def current(self) -> Record | None:
        """The record of the current row."""
        current = self.view.current
        return self._workspace.document.records.get(current) if current else None  # the head of the file has the id ""

    def wake(self, awake: bool) -> None:
        """Follow the document from now on, or no more."""
        if not awake and self.awake:
            self.commit()
        self.awake = awake
        self.model.wake(awake)
        if awake:
            self.refresh()
            if not self.view.current and self.model.ids:
                self.view.choose(self.model.ids[0])

    def refresh(self) -> None:
        """Show everything as it is now."""
        if not self.awake:
            return
        self._later.stop()
        self.counts = self._count(self._workspace.document)
        total = self.model.count
        self.field.setPlaceholderText(self._words.asked.format(count=total))
        nothing = _("Nothing fits “{words}”.").format(words=self.model.words[:40])
        self.empty.setText(nothing if total else self._words.none)
        self.empty.setVisible(not self.model.ids)
        self.view.setVisible(bool(self.model.ids))
        self._column.setStretchFactor(self._middle, 2 if self.model.ids else 0)  # hidden it would still take room
        self.view.setMaximumHeight(self.view.sizeHintForRow(0) * len(self.model.ids) + 4)
        self.scroller.setVisible(self.current is not None)
        self._rule.setVisible(self.current is not None)
        if self.current is not None:
            self.show_current()
        self.hint.setText(self.told())
        self.hint.setVisible(bool(self.hint.text()))
        self.view.viewport().update()

    def take_keyboard(self) -> None:
        """Take the keyboard to the list, or to what adds where there is none."""
        (self.view if self.model.ids else self.new).setFocus()

    def choose(self, record_id: str) -> None:
        """Make a record the current one; a filter that hides it is let go."""
        if record_id not in self.model.ids:
            self.field.clear()
        self.view.choose(record_id)

    # events of Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self._leave()
                return True
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.take_keyboard()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    # inside

    def _place(self) -> None:
        self.field.setFixedHeight(32)
        self.field.setClearButtonEnabled(True)
        self.new.setText(f"+ {self._words.new}")
        self.new.setAccessibleName(self._words.new)
        self.field.setAccessibleName(_("Filter"))
        self.view.setAccessibleName(self._words.new)
        head = QHBoxLayout()
        head.setContentsMargins(PAD, 0, PAD, 0)
        head.setSpacing(8)
        head.addWidget(self.field, 1)
        head.addLayout(self.more)
        add = QHBoxLayout()
        add.setContentsMargins(PAD + 8, 4, PAD, 4)
        add.addWidget(self.new)
        add.addStretch(1)
        self.view.setContentsMargins(0, 0, 0, 0)
        self._middle = QHBoxLayout()
        self._middle.setContentsMargins(8, 0, 8, 0)
        self._middle.addWidget(self.view)
        self.scroller.setObjectName("libraryScroller")
        self.hint.setContentsMargins(PAD, 8, PAD, 12)
        self.empty.setContentsMargins(PAD + 8, 4, PAD, 4)
        self._rule = QFrame()
        self._rule.setProperty("role", "rule")
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addSpacing(4)
        column.addWidget(self.empty)
        column.addLayout(self._middle, 2)
        column.addLayout(add)
        column.addStretch(0)
        column.addWidget(self._rule)
        column.addWidget(self.scroller, 3)
        column.addWidget(self.hint)

    def _connect(self) -> None:
        workspace, view = self._workspace, self.view
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self.model.find)
        self.model.refilled.connect(self._soon)
        workspace.changed.connect(self._hear)
        workspace.selected.connect(self._soon)
        workspace.viewed.connect(self._soon)
        view.turned.connect(self._soon)
        view.typed.connect(self._type)
        view.applied.connect(self.apply)
        view.opened.connect(self.edit)
        view.removed.connect(self.remove)
        view.moved.connect(self._move)
        view.left.connect(self._leave)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._ask_menu)

    def _hear(self, event: Event) -> None:
        if event.origin != "preview":
            self._soon()

    def _soon(self) -> None:
        if self.awake:
            self._later.start()

    def _type(self, letter: str) -> None:
        words = self.field.text()
        self.field.setText(words + letter if letter else words[:-1])

    def _move(self, step: int) -> None:
        if not self.model.is_movable:
            self._workspace.noticed.emit(_("Rows are moved in their own order, with nothing filtered."))
        elif self.view.current:
            self.model.move(self.view.current, step)

    def _ask_menu(self, place: QPoint) -> None:
        """Offer what can be done with a row; by key that is the current one."""
        index = self.view.indexAt(place)
        place = place if index.isValid() else self.view.visualRect(self.view.currentIndex()).bottomLeft()
        if self.current is None:
            return
        menu = QMenu(self)
        for words, do in self.offers():
            menu.addAction(label(words), do)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.view.viewport().mapToGlobal(place))

    def _leave(self) -> None:
        """Let go of the filter, or, without one, of the panel."""
        if self.field.text():
            self.field.clear()
            self.take_keyboard()
        else:
            self.done.emit()


def _told() -> QLabel:
    found = QLabel()
    found.setTextFormat(Qt.TextFormat.PlainText)
    found.setFont(small_font())
    found.setProperty("role", "muted")
    found.setWordWrap(True)
    return found
