"""The map as a tree: stages, their touchpoints and what hangs on them, in step with the map both ways."""

from collections.abc import Callable

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QLabel, QToolButton, QTreeView, QVBoxLayout

from journey_editor.assets import _
from journey_editor.core.document import Event
from journey_editor.ui.icons import icon
from journey_editor.ui.panels.tree import OutlineModel
from journey_editor.ui.theme import look_of, small_font
from journey_editor.ui.workspace import Workspace

WIDTH = 264

Keys = Callable[[QKeyEvent], bool]


class OutlineView(QTreeView):
    """The tree itself: typing searches, F2 edits a name, what it does not use goes to the map."""

    def __init__(self, keys: Keys) -> None:
        super().__init__()
        self._keys = keys
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(16)
        self.setIconSize(QSize(16, 16))
        self.setAnimated(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked)
        self.setExpandsOnDoubleClick(False)
        self.setAcceptDrops(False)
        self.setDragEnabled(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setAccessibleName(_("Outline"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        mine = event.key() in (Qt.Key.Key_A, Qt.Key.Key_Home, Qt.Key.Key_End)
        if (event.key() == Qt.Key.Key_Delete or (control and not mine)) and self._keys(event):
            return
        super().keyPressEvent(event)


class Outline(QFrame):
    """The outline beside the map."""

    def __init__(self, workspace: Workspace, keys: Keys) -> None:
        super().__init__()
        self.setObjectName("outline")
        self.setMinimumWidth(180)
        self._workspace = workspace
        self._quiet = False
        self.model = OutlineModel(workspace)
        self.view = OutlineView(keys)
        self.view.setModel(self.model)
        title = QLabel(_("Outline"))
        title.setFont(small_font(600))
        title.setProperty("role", "muted")
        self.close_button = QToolButton()
        self.close_button.setFixedSize(24, 24)
        self.close_button.setIconSize(QSize(14, 14))
        self.close_button.setToolTip(_("Hide the outline"))
        self.close_button.setAccessibleName(_("Hide the outline"))
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 8, 0)
        head.addWidget(title, 1)
        head.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.view)
        self.view.setContentsMargins(8, 0, 0, 0)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.follow)
        self.view.selectionModel().selectionChanged.connect(self._take_selection)
        workspace.changed.connect(self._hear)
        workspace.selected.connect(self._follow_selection)
        workspace.viewed.connect(self._dress)
        self._dress()
        self._open_stages()
        self._follow_selection()

    def follow(self) -> None:
        """Show the map as it is now, keeping what is open and where it is scrolled to."""
        opened = {each for each in self.model.ids() if self.view.isExpanded(self.model.index_of(each))}
        known = set(self.model.ids())
        place = self.view.verticalScrollBar().value()
        self._quiet = True
        changed = self.model.follow()
        if changed:
            for record_id in self.model.ids():
                is_new_stage = (
                    record_id not in known and not self.model.parent(self.model.index_of(record_id)).isValid()
                )
                if record_id in opened or is_new_stage:
                    self.view.expand(self.model.index_of(record_id))
            self.view.verticalScrollBar().setValue(place)
        self._quiet = False
        if changed:
            self._follow_selection()

    def _open_stages(self) -> None:
        self.view.expandToDepth(0)

    def _hear(self, event: Event) -> None:
        if event.origin == "preview" or not self.isVisible():
            self._later.start()
        else:
            self.follow()

    def _follow_selection(self) -> None:
        if self._quiet:
            return
        if self.model.map_id != self._workspace.map_id:
            self.model.follow()
            self._open_stages()
        self._quiet = True
        wanted = QItemSelection()
        current = QModelIndex()
        for record_id in self._workspace.session.selected:
            index = self.model.index_of(record_id)
            if index.isValid():
                wanted.select(index, index)
                current = index
        selection = self.view.selectionModel()
        selection.select(wanted, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if current.isValid():
            selection.setCurrentIndex(current, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.view.scrollTo(current)
        self._quiet = False

    def _take_selection(self) -> None:
        if self._quiet:
            return
        current = self.view.currentIndex()
        chosen = [self.model.id_at(index) for index in self.view.selectionModel().selectedIndexes()]
        if current.isValid() and self.model.id_at(current) in chosen:  # the current one comes last
            chosen.remove(self.model.id_at(current))
            chosen.append(self.model.id_at(current))
        self._quiet = True
        self._workspace.session.select([each for each in chosen if each])
        self._quiet = False

    def _dress(self) -> None:
        style = look_of(self._workspace.view.theme).map
        self.close_button.setIcon(icon("close", style.muted))
        self.model.dress(style)
