"""All texts of a cell in a list over the map: those too that have no room in it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from journey_editor.core.edits.attachments import move_attached
from journey_editor.core.edits.fields import set_field
from journey_editor.core.edits.removal import remove
from journey_editor.core.input import typed_line
from journey_editor.core.records import Attached, Metric, Opportunity, Touchpoint, name_of
from journey_editor.core.rows import row_kind, row_name
from journey_editor.core.titles import called, in_line
from journey_editor.core.values import TEXT_LIMIT
from journey_editor.layout.rowhit import CellPlace
from journey_editor.ui.labels import tip
from journey_editor.ui.pieces import heading
from journey_editor.ui.popups import Refill, fit_rows, stand_at
from journey_editor.ui.workspace import Workspace

WIDTH, HIGHEST = 360, 420  # pixels
_ID = Qt.ItemDataRole.UserRole


class TextList(QFrame):
    """The texts of a cell: those of its stage, then those of its touchpoints. They are edited and removed here too."""

    def __init__(self, workspace: Workspace, place: CellPlace, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("texts")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(WIDTH)
        self._workspace, self._place = workspace, place
        self._filling = False
        self.title = heading()
        self.title.setContentsMargins(8, 0, 8, 4)
        self.list = _List(self)
        self.list.setAccessibleName(row_name(place.kind))
        self._refill = Refill(self.list, self._fill_or_close)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 12, 4, 4)
        column.addWidget(self.title)
        column.addWidget(self.list)
        self._fill()
        workspace.changed.connect(self._refill.hear)
        self.list.itemChanged.connect(self._take)
        self.list.currentItemChanged.connect(self._follow)

    def show_at(self, place: QPoint) -> None:
        """Open at a place of the screen."""
        fit_rows(self, self.list, HIGHEST)
        stand_at(self, place)
        self.show()
        self.list.setFocus()

    def ids(self) -> list[str]:
        """The texts from top to bottom."""
        return [self.list.item(row).data(_ID) for row in range(self.list.count())]

    def remove_current(self) -> None:
        """Remove the text that is marked."""
        item = self.list.currentItem()
        if item is not None:
            remove(self._workspace.document, (item.data(_ID),))

    def step(self, way: int) -> None:
        """Move the text that is marked up or down among its like."""
        item = self.list.currentItem()
        if item is not None:
            move_attached(self._workspace.document, item.data(_ID), 1 if way > 0 else -1)

    def _fill(self) -> None:
        document, self._filling = self._workspace.document, True
        current = self.list.currentItem()
        marked = current.data(_ID) if current is not None else self._workspace.session.current
        row = max(0, self.list.currentRow())
        texts = texts_of(self._workspace, self._place)
        self.list.clear()
        for each in texts:
            item = QListWidgetItem(in_line(name_of(each)))
            holder = document.records[each.on]
            item.setData(_ID, each.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            item.setToolTip(tip(f"{called(holder, 80)}\n{called(each, 1000)}"))
            if isinstance(holder, Touchpoint):
                item.setForeground(self.palette().placeholderText())
            self.list.addItem(item)
        ids = [each.id for each in texts]
        self.list.setCurrentRow(ids.index(marked) if marked in ids else min(row, len(ids) - 1))
        stage = document.records.get(self._place.stage)
        name = row_name(self._place.kind)
        self.title.setText(f"{name} · {called(stage, 40)} · {len(texts)}" if stage is not None else name)
        self._filling = False

    def _take(self, item: QListWidgetItem) -> None:
        record = self._workspace.document.records.get(item.data(_ID))
        words = " ".join(typed_line(item.text()).split())[:TEXT_LIMIT]
        if self._filling or record is None:
            return
        self._refill.soon()
        if words and words != in_line(name_of(record)):
            set_field(self._workspace.document, (record.id,), type(record).naming, words)

    def _follow(self, item: QListWidgetItem | None) -> None:
        if item is not None and not self._filling:
            self._workspace.session.select((item.data(_ID),))

    def _fill_or_close(self) -> None:
        self._fill()
        if not self.list.count():
            self.close()


class _List(QListWidget):
    """A list whose keys do what they do on the map."""

    def __init__(self, texts: TextList) -> None:
        super().__init__(texts)
        self._texts = texts
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        editing = self.state() == QAbstractItemView.State.EditingState
        if event.key() == Qt.Key.Key_Delete and not editing:
            self._texts.remove_current()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not editing:
            item = self.currentItem()
            if item is not None:
                self.editItem(item)
        elif held and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._texts.step(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() == Qt.Key.Key_Escape and not editing:
            self._texts.close()
        else:
            super().keyPressEvent(event)


def texts_of(workspace: Workspace, place: CellPlace) -> list[Attached]:
    """Return all texts of a cell: those of its stage, then those of its touchpoints in reading order."""
    journey = workspace.document.journey(workspace.map_id)
    carriers = [place.stage]
    for column in journey.columns_by_stage.get(place.stage, ()):
        carriers += (touchpoint.id for touchpoint in column)
    found: list[Attached] = []
    for on in carriers:
        hanging = (*journey.notes.get(on, ()), *journey.opportunities.get(on, ()), *journey.metrics.get(on, ()))
        found += (each for each in hanging if row_kind(each) == place.kind and _is_open(each))
    return found


def _is_open(record: Attached) -> bool:
    if isinstance(record, Opportunity):
        return record.status != "dropped"
    return isinstance(record, Metric) or not record.resolved
