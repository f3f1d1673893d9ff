"""The list of the panel under hands: walked by keys, its links pressed, words typed where they stand."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QToolTip

from journey_editor.ui.labels import tip
from journey_editor.ui.panels.findings.model import FindingRows, Row
from journey_editor.ui.panels.findings.painting import Delegate, layout_of
from journey_editor.ui.panels.keyed import KeyedList, Keys
from journey_editor.ui.workspace import Workspace

_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindingView(KeyedList):
    """`pressed_link` carries a row and its link ("repair", "dismiss", "take_back", "turn"), `typed` a row and words.

    `walked` tells that another row is stood at by hand, `menu_asked` carries a row and where its menu is wanted, `left`
    tells that the person is done here.
    """

    pressed_link = Signal(object, str)
    typed = Signal(object, str)
    walked = Signal(object)
    menu_asked = Signal(object, QPoint)
    left = Signal()

    def __init__(self, workspace: Workspace, rows: FindingRows, keys: Keys) -> None:
        super().__init__(keys)
        self.rows = rows
        self.setModel(rows)
        self.delegate = Delegate(workspace, self, self.typed.emit)
        self.setItemDelegate(self.delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # heights follow from the width
        bar = self.verticalScrollBar()
        bar.setEnabled(False)  # then its handle is not painted
        bar.rangeChanged.connect(lambda least, most: bar.setEnabled(most > least))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(24)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def row_here(self) -> Row | None:
        """Return the row that is stood at."""
        return self.rows.at(self.currentIndex())

    def stand_at(self, place: int | None) -> None:
        """Stand at a row without telling anybody; at none."""
        index = self.rows.index(place, 0) if place is not None else QModelIndex()
        if index != self.currentIndex():
            was = self.blockSignals(True)
            self.selectionModel().setCurrentIndex(index, self.selectionModel().SelectionFlag.ClearAndSelect)
            self.blockSignals(was)
            self.viewport().update()
        if index.isValid():
            self.scrollTo(index)

    def ask(self, words: str) -> None:
        """Open a field in the row that is stood at."""
        self.delegate.asked = words
        self.edit(self.currentIndex())

    def walk(self, way: int) -> None:
        """Stand at the next row (1) or the one before (-1), and tell so."""
        place = self.currentIndex().row() + way if self.currentIndex().isValid() else (0 if way > 0 else -1)
        self.go_to(place)

    def go_to(self, place: int) -> None:
        """Stand at a row, and tell so."""
        count = self.rows.rowCount()
        if count:
            self.stand_at(max(0, min(count - 1, place if place >= 0 else 0)))
            self.walked.emit(self.row_here())

    # keys

    def own_key(self, event: QKeyEvent) -> bool:
        key, row = event.key(), self.row_here()
        ways = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -5, Qt.Key.Key_PageDown: 5}
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key in ways:
            self.walk(ways[Qt.Key(key)])
        elif key == Qt.Key.Key_Home:
            self.go_to(0)
        elif key == Qt.Key.Key_End:
            self.go_to(self.rows.rowCount() - 1)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif row is not None and (key in _RETURN or key == Qt.Key.Key_Space):
            self.pressed_link.emit(row, _usual(row))
        elif row is not None and key == Qt.Key.Key_Delete and row.kind == "finding":
            self.pressed_link.emit(row, "dismiss")
        else:
            return False
        return True

    # events of Qt

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the keyboard; Qt would stand at the first row, of which nobody has seen the place yet."""
        place = self.currentIndex().row()
        super().focusInEvent(event)
        if place < 0:
            self.stand_at(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        index = self.indexAt(place)
        row = self.rows.at(index)
        if row is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        link = self.delegate.link_at(index, QRectF(self.visualRect(index)), place)
        self.setFocus()
        self.stand_at(index.row())
        if not row.is_finding:
            self.pressed_link.emit(row, "turn")
            return
        self.walked.emit(row)
        if link:
            self.pressed_link.emit(row, link)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        row = self.rows.at(index)
        if row is not None and row.is_finding:
            self.stand_at(index.row())
            self.walked.emit(row)
            self.menu_asked.emit(row, self.place_below(row) if by_key else event.globalPos())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        index = self.indexAt(place)
        link = self.delegate.link_at(index, QRectF(self.visualRect(index)), place) if index.isValid() else ""
        row = self.rows.at(index)
        hovered = (index.row(), link)
        if hovered != self.delegate.hovered:
            self.delegate.hovered = hovered
            self.viewport().update()
        pointing = bool(link) or (row is not None and not row.is_finding)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if pointing else Qt.CursorShape.ArrowCursor)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            row = self.rows.at(self.indexAt(event.pos()))
            QToolTip.showText(event.globalPos(), tip(row.words) if row is not None and _is_cut(row, self) else "", self)
            return True
        if event.type() == QEvent.Type.Leave and self.delegate.hovered[1]:
            self.delegate.hovered = (-1, "")
            self.viewport().update()
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def place_below(self, row: Row) -> QPoint:
        """Return the place on the screen below the links of a row."""
        place = self.rows.rows.index(row) if row in self.rows.rows else 0
        rect = self.visualRect(self.rows.index(place, 0))
        down = rect.top() + layout_of(row, rect.width()).links + 6
        return self.viewport().mapToGlobal(QPoint(rect.left() + 60, round(down)))


def _usual(row: Row) -> str:
    """Return what Enter does: the repair, taking back, or unfolding."""
    if row.kind == "aside":
        return "take_back"
    return "repair" if row.is_finding else "turn"


def _is_cut(row: Row, view: FindingView) -> bool:
    lines = layout_of(row, view.viewport().width()).lines
    return bool(lines) and lines[-1].endswith("…")
