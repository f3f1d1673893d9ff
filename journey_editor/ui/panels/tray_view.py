"""The cards of the tray in a list: letters file them, keys and the mouse walk, edit, merge and drag them."""

import sys

from PySide6.QtCore import (
    QMimeData,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QDrag, QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView

from journey_editor.assets import _
from journey_editor.ui.painter import draw
from journey_editor.ui.panels.keyed import HELD, MERGE_KEY, KeyedList, Keys
from journey_editor.ui.panels.mirror import Mirror
from journey_editor.ui.panels.tray_cards import CARD, WIDTH, TrayCards, merge_rect, shown
from journey_editor.ui.panels.tray_filing import Filing
from journey_editor.ui.panels.tray_model import TrayModel
from journey_editor.ui.theme import look_of
from journey_editor.ui.workspace import TRAY_MIME, Workspace

_AROUND = 6  # pixels about a card in the hand
_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class TrayView(KeyedList):
    """The list. `left` says that the person is done with it, `keyed` that it got the keyboard or lost it."""

    left = Signal()
    keyed = Signal()

    def __init__(self, workspace: Workspace, filing: Filing, keys: Keys) -> None:
        super().__init__(keys)
        self._workspace = workspace
        self._filing = filing
        self._model = TrayModel(workspace)
        self.setModel(self._model)
        self.setItemDelegate(TrayCards(workspace, self, self._model.is_twin))
        self.setAccessibleName(_("Tray"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.verticalScrollBar().setSingleStep(24)
        self.mirror = Mirror(self, workspace, self._model.index_of, self._model.card_id, QModelIndex.row)
        self._model.rowsRemoved.connect(self.mirror.show)
        self._model.rowsInserted.connect(self.mirror.show)

    def model(self) -> TrayModel:
        return self._model

    def begin(self) -> None:
        """Select the first card, where none is selected."""
        if not self._filing.chosen and self._model.ids:
            self._workspace.session.select(self._model.ids[:1])

    def mime(self) -> QMimeData:
        """Return what a drag of the selected cards carries."""
        data = QMimeData()
        data.setData(TRAY_MIME, "\n".join((str(id(self._workspace)), *self._filing.chosen)).encode())
        return data

    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        index = self.currentIndex()
        if not index.isValid() or not self._filing.chosen:
            return
        drag = QDrag(self)
        drag.setMimeData(self.mime())
        drag.setPixmap(self._picture(index))
        place = self.viewport().mapFromGlobal(self.cursor().pos()) - self.visualRect(index).topLeft()
        drag.setHotSpot(QPoint(min(max(place.x() - 24 + _AROUND, 0), round(WIDTH)), max(place.y(), 0)))
        drag.exec(Qt.DropAction.CopyAction)

    # keys of the list

    def own_key(self, event: QKeyEvent) -> bool:
        key, typed = event.key(), event.text()
        if event.modifiers() & HELD:
            return False
        if key == Qt.Key.Key_Escape:
            if not self._filing.back():
                self.left.emit()
        elif key == Qt.Key.Key_Space:
            self._filing.rest()
        elif event.matches(QKeySequence.StandardKey.Delete):
            self._filing.remove()
        elif key in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self.edit(self.currentIndex())
        elif typed == MERGE_KEY:
            self._filing.merge()
        elif len(typed) == 1 and typed.isalnum():
            self._filing.press(typed if typed.isascii() else _letter_at(event) or typed)
        else:
            return False
        return True

    # events of Qt

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self._keys(event)
        super().keyReleaseEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton and not event.modifiers() and self._merges_at(place):
            self._filing.merge((self._model.card_id(self.indexAt(place)),))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        merges = self._merges_at(event.position().toPoint())
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if merges else Qt.CursorShape.ArrowCursor)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() not in _PASSING:
            self.begin()
        self.keyed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self._filing.rest()
            self.keyed.emit()

    # inside

    def _merges_at(self, place: QPoint) -> bool:
        index = self.indexAt(place)
        return index.isValid() and merge_rect(self._model.card(index), self.visualRect(index)).contains(place)

    def _picture(self, index: QModelIndex) -> QPixmap:
        """Return a card as it is in the hand."""
        card = index.data(CARD)
        ratio = self.devicePixelRatioF()
        width, height = round(WIDTH) + 2 * _AROUND, round(card.height) + 2 * _AROUND
        found = QPixmap(round(width * ratio), round(height * ratio))
        found.setDevicePixelRatio(ratio)
        found.fill(Qt.GlobalColor.transparent)
        painter = QPainter(found)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(0.94)
        painter.translate(_AROUND, _AROUND)
        draw(painter, shown(card, look_of(self._workspace.view.theme).map).parts, 1.0)
        painter.end()
        return found


def _letter_at(event: QKeyEvent) -> str:
    """Return the Latin letter that stands on a key by its place, for keyboards that type others; "" for none."""
    if sys.platform == "darwin":
        return ""  # scan codes are not told there
    first = 0 if sys.platform == "win32" else 8  # evdev's codes are 8 higher under X11 and Wayland
    code = event.nativeScanCode() - first
    return next((row[code - start] for start, row in _ROWS.items() if 0 <= code - start < len(row)), "")


_ROWS = {16: "QWERTYUIOP", 30: "ASDFGHJKL", 44: "ZXCVBNM"}
"""Letters from the codes of their rows' first keys on."""
