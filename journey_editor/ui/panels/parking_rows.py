"""What the parking lot is made of: the field that one types in, and how a parked note looks in the list."""

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QListWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from journey_editor.assets import _
from journey_editor.core.values import TEXT_LIMIT
from journey_editor.layout import text
from journey_editor.layout.primitives import Primitive
from journey_editor.layout.style import REGULAR, TEXT
from journey_editor.layout.votes import pill, pill_width
from journey_editor.ui.icons import icon
from journey_editor.ui.painter import color, draw, prepare
from journey_editor.ui.panels.inspector.editors import is_for_window
from journey_editor.ui.rows import paint_ground
from journey_editor.ui.theme import look_of
from journey_editor.ui.workspace import Workspace

RECORD, VOTES = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
"""Roles of an item: the id of its note, and how many votes that has."""

KEYPAD = Qt.KeyboardModifier.KeypadModifier
_LINES, _STEP = 3, 18
_CHECK, _PAD, _BOX = 32, 6, 16  # pixels before the words, above and below them, and of the box to tick

Index = QModelIndex | QPersistentModelIndex


class ParkingField(QLineEdit):
    """Words to park: Enter parks them, several lines in one paste are parked at once."""

    def __init__(self, take: Callable[[str], object]) -> None:
        super().__init__()
        self._take = take
        self.setMaxLength(TEXT_LIMIT)
        self.setPlaceholderText(_("Type what has to wait, Enter parks it"))
        self.setAccessibleName(_("Park"))

    def event(self, e: QEvent) -> bool:
        if is_for_window(e, self.isUndoAvailable(), self.isRedoAvailable()):
            e.ignore()
            return False
        return super().event(e)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~KEYPAD:
            if self.text().strip():
                self._take(self.text())
                self.setText("")  # forgets the field's own undo, which clear() would not
            return
        if event.matches(QKeySequence.StandardKey.Paste):
            words = QApplication.clipboard().text()
            if "\n" in words.strip() or len(words) > TEXT_LIMIT:
                self._take(words)
                return
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Escape):
            event.ignore()  # the panel's
            return
        super().keyPressEvent(event)


class ParkedRows(QStyledItemDelegate):
    """Paints a parked note: a box to tick, its words in a few lines, its votes."""

    def __init__(self, workspace: Workspace, shown: QListWidget) -> None:
        super().__init__(shown)
        self._workspace, self._list = workspace, shown

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._list.viewport().width()
        return QSize(width - 1, len(self._lines(index, width)) * _STEP + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look = look_of(self._workspace.view.theme)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = paint_ground(painter, option, look, 0.5)
        is_settled = _is_settled(index)
        box = QRectF(rect.x() + 8.5, rect.y() + _PAD + (_STEP - _BOX) / 2 + 0.5, _BOX - 1, _BOX - 1)
        painter.setPen(QPen(color(look.map.muted if not is_settled else look.map.good_shape), 1.2))
        painter.setBrush(color(look.map.good_shape) if is_settled else color(look.map.card))
        painter.drawRoundedRect(box, 4, 4)
        if is_settled:
            icon("check", look.map.face).paint(painter, box.toRect().adjusted(1, 1, 0, 0))
        ink, votes = look.map.muted if is_settled else look.map.ink, index.data(VOTES) or 0
        parts: list[Primitive] = [
            text.line(words, _CHECK, _PAD + 13.5 + place * _STEP, size=TEXT, color=ink)
            for place, words in enumerate(self._lines(index, rect.width()))
        ]
        if votes:
            parts += pill(votes, rect.width() - 8 - pill_width(votes) / 2, _PAD + _STEP / 2, look.map)
        painter.translate(rect.topLeft())
        draw(painter, prepare(tuple(parts)), 1.0)
        painter.restore()

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """Tick with a click on the box, or with the key that Qt has for it."""
        if not isinstance(event, QMouseEvent):
            return super().editorEvent(event, model, option, index)
        rect: QRect = option.rect  # type: ignore[attr-defined]
        on_box = event.position().x() < rect.x() + _CHECK - 4
        if on_box and event.type() == QEvent.Type.MouseButtonRelease and event.button() == Qt.MouseButton.LeftButton:
            model.setData(
                index,
                Qt.CheckState.Unchecked if _is_settled(index) else Qt.CheckState.Checked,
                Qt.ItemDataRole.CheckStateRole,
            )
        return on_box

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect  # type: ignore[attr-defined]
        editor.setGeometry(rect.adjusted(_CHECK - 6, 1, 0, -1))

    def box_of(self, row: int) -> QPoint:
        """Return the middle of the box of a row, on the list's viewport."""
        rect = self._list.visualItemRect(self._list.item(row))
        return QPoint(rect.x() + _BOX, rect.y() + _PAD + _STEP // 2)

    def _lines(self, index: Index, width: float) -> tuple[str, ...]:
        votes = index.data(VOTES) or 0
        room = width - _CHECK - 8 - (pill_width(votes) + 8 if votes else 0)
        words = index.data(Qt.ItemDataRole.DisplayRole) or ""
        return text.wrap(words, REGULAR, TEXT, max(room, 40.0), _LINES).lines or ("",)


def _is_settled(index: Index) -> bool:
    return Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
