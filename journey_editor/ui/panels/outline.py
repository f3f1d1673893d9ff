"""The outline: the map as a tree of stages, touchpoints and what hangs on them, in step with the map both ways."""

from collections.abc import Iterable

from PySide6.QtCore import (
    QElapsedTimer,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from journey_editor.assets import _
from journey_editor.core.edits.removal import remove
from journey_editor.core.records import name_of
from journey_editor.core.values import TEXT_LIMIT
from journey_editor.ui.icons import icon
from journey_editor.ui.panels.keyed import Keys
from journey_editor.ui.panels.mirror import Mirror
from journey_editor.ui.panels.outline_model import OutlineModel
from journey_editor.ui.panels.outline_tree import is_group
from journey_editor.ui.pieces import heading
from journey_editor.ui.theme import look_of
from journey_editor.ui.workspace import Workspace

WIDTH = 264
"""Usual width of the outline, in pixels."""

SAME_WORD = 1000
"""Milliseconds within which letters typed one after another search for one word."""

UNFOLDED = ("stage",)
"""Kinds of records that are unfolded from the start."""


class Outline(QFrame):
    """The outline beside the map: its heading and the tree."""

    def __init__(self, workspace: Workspace, keys: Keys = lambda _event: False) -> None:
        super().__init__()
        self.setObjectName("outline")
        self.setMinimumWidth(180)
        self._workspace = workspace
        self.view = OutlineView(workspace, keys)
        self.model = self.view.model()
        self.close_button = QToolButton()
        self.close_button.setFixedSize(24, 24)
        self.close_button.setIconSize(QSize(14, 14))
        self.close_button.setToolTip(_("Hide the outline"))
        self.close_button.setAccessibleName(_("Hide the outline"))
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 8, 0)
        head.addWidget(heading(_("Outline")), 1)
        head.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.view)
        self.setFocusProxy(self.view)
        workspace.viewed.connect(self._dress)
        self._dress()

    def event(self, e: QEvent) -> bool:
        if e.type() in (QEvent.Type.HideToParent, QEvent.Type.ShowToParent):
            self.model.rest(e.type() == QEvent.Type.HideToParent)
        return super().event(e)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 600)

    def _dress(self) -> None:
        self.close_button.setIcon(icon("close", look_of(self._workspace.view.theme).map.muted))


class _Names(QStyledItemDelegate):
    """Edits a name in a line that holds at most as many letters as a text may have."""

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        editor = super().createEditor(parent, option, index)
        if isinstance(editor, QLineEdit):
            editor.setMaxLength(2 * TEXT_LIMIT)  # Qt counts halves of an emoji: it is cut when it is taken
        return editor


class OutlineView(QTreeView):
    """The tree: typing searches, F2 edits a name, Del removes, what it does not use goes to the map."""

    def __init__(self, workspace: Workspace, keys: Keys) -> None:
        super().__init__()
        self._workspace = workspace
        self._keys = keys
        self._open: set[str] = set()
        self._known: set[str] = set()
        self._scrolled = 0
        self._sought = ""
        self._since = QElapsedTimer()
        self._model = OutlineModel(workspace)
        self.ensurePolished()  # the height of all rows is taken once, and must be that of the style sheet
        self.setModel(self._model)
        self._mirror = Mirror(self, workspace, self._model.index_of, self._model.key)
        self._set_up()
        self._unfold(self._model.all_keys())
        self._model.rebuilding.connect(self._remember)
        self._model.rebuilt.connect(self._recall)
        workspace.viewed.connect(self._model.dress)
        self._mirror.show()

    def model(self) -> OutlineModel:
        return self._model

    def keyboardSearch(self, search: str) -> None:
        """Go to the next record in whose name the letters typed stand, folded or not."""
        if self._since.isValid() and self._since.elapsed() < SAME_WORD:
            self._sought += search
        else:
            self._sought = search
        self._since.start()
        sought = self._sought.casefold()
        keys = [key for key in self._model.all_keys() if not is_group(key)]
        here = self._model.key(self.currentIndex())
        start = keys.index(here) if here in keys else -1
        first = start if len(self._sought) > 1 and start >= 0 else start + 1  # a longer word may still be this one's
        records = self._workspace.document.records
        for key in (*keys[first:], *keys[:first]):
            if key in records and sought in name_of(records[key]).casefold():
                self.setCurrentIndex(self._model.index_of(key))
                return

    def event(self, event: QEvent) -> bool:
        """Keep the keys that act on the tree from the window's actions while the tree has the keyboard."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() not in _CONTROL and self.state() == self.State.EditingState:
            self.setFocus()  # takes the name that is typed: what the key does may change all rows
        if event.matches(QKeySequence.StandardKey.Delete):
            chosen = [self._model.key(index) for index in self.selectionModel().selectedRows()]
            remove(self._workspace.document, chosen)
        elif control and event.key() not in _CONTROL and self._keys(event):
            return
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state() != self.State.EditingState:
            if self.currentIndex().isValid():
                self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _set_up(self) -> None:
        self.setHeaderHidden(True)
        self.setItemDelegate(_Names(self))
        self.setAccessibleName(_("Outline"))
        self.setIndentation(16)
        self.setUniformRowHeights(True)
        self.setIconSize(QSize(16, 16))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked)
        self.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        self.setAcceptDrops(False)
        self.setExpandsOnDoubleClick(False)

    def _remember(self) -> None:
        """Keep what is unfolded and how far it is scrolled, while rows move."""
        self._mirror.quiet = True
        self._scrolled = self.verticalScrollBar().value()
        self._known = set(self._model.all_keys())
        foldable = (key for key in self._known if self._is_foldable(key))
        self._open = {key for key in foldable if self.isExpanded(self._model.index_of(key))}

    def _recall(self) -> None:
        keys = list(self._model.all_keys())
        for key in keys:
            if key in self._open:
                self.setExpanded(self._model.index_of(key), True)
        self._unfold(key for key in keys if key not in self._known)
        self._mirror.quiet = False
        self._mirror.show()
        self.verticalScrollBar().setValue(self._scrolled)

    def _is_foldable(self, key: str) -> bool:
        record = self._workspace.document.records.get(key)
        return self._model.has_below(key) or (record is not None and record.kind_name in UNFOLDED)

    def _unfold(self, keys: Iterable[str]) -> None:
        records = self._workspace.document.records
        for key in list(keys):
            if key in records and records[key].kind_name in UNFOLDED:
                self.setExpanded(self._model.index_of(key), True)


_CONTROL = (Qt.Key.Key_A, Qt.Key.Key_Home, Qt.Key.Key_End)
"""Keys that mean the tree with Ctrl too."""

_OWN = (
    Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Home, Qt.Key.Key_End,
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right,
)  # fmt: skip


def _is_own(event: QKeyEvent) -> bool:
    """Whether a key means the tree: letters search, F2 renames, Del removes, arrows walk."""
    keys = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    if keys != Qt.KeyboardModifier.NoModifier:
        return False
    return event.key() in _OWN or bool(event.text().strip())
