"""A list of owners, personas or evidence: letters filter it, keys and the mouse walk, move, rename and use its rows."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView

from journey_editor.ui.panels.keyed import MERGE_KEY, OWN_KEYS, KeyedList, Keys
from journey_editor.ui.panels.library.model import SharedModel

_MOVING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_Flag = QItemSelectionModel.SelectionFlag


class SharedView(KeyedList):
    """The list.

    `typed` carries a letter to look for ("" takes the last one back), `applied` says that what is selected on the map
    is to get the current row, `opened` that it is to be edited, `removed` and `merged` what becomes of the selected
    ones, `moved` by how many places, `pressed_mark` that the sign at the left of a row was pressed; `left` that the
    person is done here, `turned` that another row is current or selected.
    """

    typed = Signal(str)
    applied = Signal()
    opened = Signal()
    removed = Signal()
    merged = Signal()
    moved = Signal(int)
    pressed_mark = Signal(str)
    left = Signal()
    turned = Signal()

    def __init__(self, model: SharedModel, keys: Keys, mark: int = 0) -> None:
        super().__init__(keys)
        self._mark, self._kept = mark, ((), "")
        self._model = model
        self.setModel(model)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(24)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.setDropIndicatorShown(True)
        self.doubleClicked.connect(lambda _index: self.opened.emit())
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._restore)
        self.selectionModel().selectionChanged.connect(lambda _one, _other: self.turned.emit())
        self.selectionModel().currentChanged.connect(lambda _one, _other: self.turned.emit())

    @property
    def current(self) -> str:
        """The record of the current row, "" for none."""
        record = self._model.record(self.currentIndex())
        return record.id if record is not None else ""

    @property
    def chosen(self) -> tuple[str, ...]:
        """The selected records in the order of the rows."""
        rows = sorted(self.selectionModel().selectedRows(), key=QModelIndex.row)
        return tuple(record.id for index in rows if (record := self._model.record(index)) is not None)

    def choose(self, record_id: str) -> None:
        """Make a record the current one, and the only one that is selected."""
        index = self._model.index_of(record_id)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect)
            self.scrollTo(index)

    def rename(self) -> None:
        """Edit the name of the current row in place."""
        if self.currentIndex().isValid():
            self.edit(self.currentIndex())

    # keys of the list

    def is_own(self, event: QKeyEvent) -> bool:
        if event.modifiers() & _MOVING:
            return event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        return event.key() in OWN_KEYS or bool(event.text() and event.text().isprintable())

    def own_key(self, event: QKeyEvent) -> bool:
        key, typed, moves = event.key(), event.text(), event.modifiers() & _MOVING
        if (
            key in (Qt.Key.Key_Up, Qt.Key.Key_Down)
            and moves
            and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        ):
            self.moved.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif moves or event.modifiers() & Qt.KeyboardModifier.MetaModifier:
            return False
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in _RETURN or (key == Qt.Key.Key_Space and not self._model.words):
            self.applied.emit()
        elif key == Qt.Key.Key_F2:
            self.opened.emit()
        elif key == Qt.Key.Key_Delete:
            self.removed.emit()
        elif key == Qt.Key.Key_Backspace:
            self.typed.emit("")
        elif typed == MERGE_KEY:
            self.merged.emit()
        elif typed and typed.isprintable():
            self.typed.emit(typed)
        else:
            return False
        return True

    # events of Qt

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        index = self.indexAt(place)
        record = self._model.record(index)
        is_plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        if is_plain and record is not None and place.x() - self.visualRect(index).left() < self._mark:
            self.choose(record.id)
            self.pressed_mark.emit(record.id)
            return
        super().mousePressEvent(event)

    # inside

    def _keep(self) -> None:
        self._kept = (self.chosen, self.current)

    def _restore(self) -> None:
        """Select again what was selected before the rows were listed anew; else the row that comes first."""
        chosen, current = self._kept
        wanted = QItemSelection()
        for each in chosen:
            index = self._model.index_of(each)
            if index.isValid():
                wanted.select(index, index)
        here = self._model.index_of(current)
        if here.isValid():
            self.selectionModel().setCurrentIndex(here, _Flag.NoUpdate)
        self.selectionModel().select(wanted, _Flag.ClearAndSelect)
        if not wanted and self._model.rowCount():
            self.choose(self._model.ids[0])
        self.turned.emit()
