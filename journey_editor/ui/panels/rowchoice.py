"""The menu of rows: which stand under the lanes and in which order, rows of any name, and sets to choose from."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QGridLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from journey_editor.assets import _, ngettext
from journey_editor.core.document import Event
from journey_editor.core.edits.rows import add_row, choose_rows, move_row, rename_row, switch_row
from journey_editor.core.input import typed_line
from journey_editor.core.rows import (
    SETS,
    STAGE_NUMBERS,
    STANDARD,
    TIME_AXIS,
    WITHOUT_TEXTS,
    is_own,
    own_rows,
    row_name,
    rows_in,
)
from journey_editor.ui.labels import label
from journey_editor.ui.pieces import heading, quiet_button
from journey_editor.ui.popups import Refill, fit_rows, stand_at
from journey_editor.ui.rowwords import drop_row
from journey_editor.ui.ticks import Ticked
from journey_editor.ui.workspace import Workspace

WIDTH, HIGHEST = 288, 560  # pixels
NAME_LIMIT = 200  # letters of a row's name that somebody types
_KIND = Qt.ItemDataRole.UserRole


def set_names() -> dict[str, str]:
    """Return what the sets of rows are called; "" is the usual one."""
    return {
        "": _("As usual"),
        "research": _("Research"),
        "classic": _("Eight classic rows"),
        "measures": _("Measures"),
        "none": _("None"),
    }


class RowChoice(QFrame):
    """A list of rows with ticks. Drag or Alt+arrows move one, F2 and Del rename and remove those of one's own."""

    def __init__(self, workspace: Workspace, parent: QWidget, kind: str = "") -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("row-choice")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(WIDTH)
        self._workspace = workspace
        self._filling = False
        self.list = _Rows(self)
        self._refill = Refill(self.list, self._fill)
        self.list.setItemDelegate(Ticked(workspace, self.list))
        self.name = QLineEdit()
        self.name.setPlaceholderText(_("+ Row of any name"))
        self.name.setAccessibleName(_("Name of a new row"))
        self.name.setMaxLength(NAME_LIMIT)
        self.name.returnPressed.connect(self._add)
        self.sets: dict[str, QPushButton] = {}
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        for place, (key, words) in enumerate(set_names().items()):
            button = self.sets[key] = quiet_button(label(words))
            button.clicked.connect(lambda _on=False, key=key: self.choose(key))
            grid.addWidget(button, place // 3, place % 3, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 8, 8)
        column.setSpacing(8)
        column.addWidget(heading(_("Rows under the lanes")))
        column.addWidget(self.list, 1)
        column.addWidget(self.name)
        column.addWidget(heading(_("Sets of rows")))
        column.addLayout(grid)
        self._fill(kind)
        workspace.changed.connect(self._hear)
        self.list.itemChanged.connect(self._take)

    def show_at(self, place: QPoint, is_naming: bool = False) -> None:
        """Open at a place of the screen; the name of a new row may be typed."""
        fit_rows(self, self.list, HIGHEST)
        stand_at(self, place)
        self.show()
        (self.name if is_naming else self.list).setFocus()

    def kinds(self) -> list[str]:
        """The rows in the order of the list: first those that are shown."""
        return [self.list.item(row).data(_KIND) for row in range(self.list.count())]

    def choose(self, key: str) -> None:
        """Take a set of rows; "" is the usual one."""
        choose_rows(self._workspace.document, self._workspace.map_id, SETS.get(key, ()))

    def step(self, way: int) -> None:
        """Move the marked row up or down."""
        kind, shown = self._marked(), self._shown()
        if kind in shown:
            move_row(self._workspace.document, self._workspace.map_id, kind, shown.index(kind) + way)

    def drop(self) -> None:
        """Take the order that a drag left the list in."""
        kind, shown = self._marked(), self._shown()
        order = [each for each in self.kinds() if each in shown]
        if kind in shown:
            move_row(self._workspace.document, self._workspace.map_id, kind, order.index(kind))
        self._fill(kind)

    def remove(self) -> None:
        """Remove the marked row where it is one of people's own, and say what became of its notes."""
        kind = self._marked()
        if is_own(kind):
            drop_row(self._workspace, kind)

    def rename(self) -> None:
        """Let the name of the marked row be typed, where it is one of people's own."""
        item = self.list.currentItem()
        if item is not None and is_own(item.data(_KIND)):
            self.list.editItem(item)

    def _marked(self) -> str:
        item = self.list.currentItem()
        return item.data(_KIND) if item is not None else ""

    def _shown(self) -> tuple[str, ...]:
        return rows_in(self._workspace.document.journey(self._workspace.map_id))

    def _add(self) -> None:
        kind = add_row(self._workspace.document, self._workspace.map_id, typed_line(self.name.text()))
        if kind:
            self.name.clear()
            self._workspace.show(rows=True)
            self._fill(kind)

    def _fill(self, marked: str = "") -> None:
        if not self._workspace.has_map:
            return
        journey, self._filling = self._workspace.document.journey(self._workspace.map_id), True
        marked = marked or self._marked()
        shown = rows_in(journey)
        more = (*STANDARD, STAGE_NUMBERS, TIME_AXIS, *own_rows(journey))
        self.list.clear()
        for kind in (*shown, *(each for each in more if each not in shown)):
            item = QListWidgetItem(row_name(kind))
            item.setData(_KIND, kind)
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
            if kind in shown:
                flags |= Qt.ItemFlag.ItemIsDragEnabled
            if is_own(kind):
                flags |= Qt.ItemFlag.ItemIsEditable
                item.setToolTip(_("F2 renames it, Del removes it"))
            item.setFlags(flags)
            item.setCheckState(Qt.CheckState.Checked if kind in shown else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        kinds = self.kinds()
        self.list.setCurrentRow(kinds.index(marked) if marked in kinds else 0)
        self._filling = False

    def _take(self, item: QListWidgetItem) -> None:
        """Take a tick or a name that was changed in the list."""
        if self._filling:
            return
        self._refill.soon()
        document, map_id, kind = self._workspace.document, self._workspace.map_id, item.data(_KIND)
        words = typed_line(item.text())[:NAME_LIMIT]
        if is_own(kind) and " ".join(words.split()) != row_name(kind):
            moved = rename_row(document, map_id, kind, words)
            if moved:
                said = ngettext("{count} note went along.", "{count} notes went along.", moved).format(count=moved)
                self._workspace.offered.emit(self._workspace.with_undo(said))
        else:
            switch_row(document, map_id, kind, item.checkState() == Qt.CheckState.Checked)
            if kind not in WITHOUT_TEXTS:
                self._workspace.show(rows=True)

    def _hear(self, event: Event) -> None:
        if not self._workspace.has_map:
            self.close()
        else:
            self._refill.hear(event)


class _Rows(QListWidget):
    """The list itself: its keys, and the drag of a row to another place."""

    def __init__(self, choice: RowChoice) -> None:
        super().__init__(choice)
        self._choice = choice
        self.setAccessibleName(_("Rows"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._choice.step(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() == Qt.Key.Key_Delete:
            self._choice.remove()
        elif event.key() == Qt.Key.Key_F2:
            self._choice.rename()
        elif event.key() == Qt.Key.Key_Escape:
            self._choice.close()
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        super().dropEvent(event)
        self._choice.drop()
