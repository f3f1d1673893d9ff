"""How the cells of the list of opportunities look, and what edits them in place."""

from datetime import date
from typing import Any, get_args

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QIcon, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from journey_editor.assets import _
from journey_editor.core.edits.opportunities import status_name
from journey_editor.core.edits.owners import owners_of
from journey_editor.core.parts import Status
from journey_editor.core.records import Opportunity
from journey_editor.core.titles import called
from journey_editor.core.values import TEXT_LIMIT
from journey_editor.insight.due import is_open
from journey_editor.insight.worth import gain_of, worth_class
from journey_editor.layout.style import SMALL
from journey_editor.ui.combo import Combo
from journey_editor.ui.look import Look
from journey_editor.ui.opportunities.model import NUMBERS, RECORD, Column, is_late
from journey_editor.ui.opportunities.signs import paint_missing, paint_sign, write
from journey_editor.ui.owner_marks import owner_icons
from journey_editor.ui.painter import color
from journey_editor.ui.theme import look_of
from journey_editor.ui.workspace import Workspace

ROW = 36
PAD, SIGN = 8.0, 24.0
_MARK = 28
_LEAST_NAME = 40  # pixels: an owner's name that has less room is left out
_FOCUSED = QStyle.StateFlag.State_HasFocus

Index = QModelIndex | QPersistentModelIndex


class Cells(QStyledItemDelegate):
    """Paints a cell: words, an owner's mark, numbers at the right, and in a dashed frame what is missing."""

    def __init__(self, workspace: Workspace, parent: QTableView, edge: float = 0.0) -> None:
        super().__init__(parent)
        self._workspace, self._view, self._edge = workspace, parent, edge

    @property
    def look(self) -> Look:
        """The look of the window now."""
        return look_of(self._workspace.view.theme)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(40, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        each = index.data(RECORD)
        if not isinstance(each, Opportunity):
            return
        any_option: Any = option
        column, look = self._column(index), self.look
        rect = QRectF(any_option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = self._paint_ground(painter, rect, index, bool(any_option.state & _FOCUSED))
        inside, is_over = rect.adjusted(PAD, 0, -PAD, 0), not is_open(each)
        ink = look.map.muted if is_over or column in ("on", "status") else look.map.ink
        if column == "text":
            paint_sign(painter, worth_class(each), QPointF(rect.left() + 16, rect.center().y()), look)
            write(painter, index.data(), inside.adjusted(SIGN, 0, 0, 0), ink, 600)
        elif column == "owner":
            self._paint_owner(painter, each, index.data(), inside)
        elif column == "due" and not index.data() and not is_over:
            paint_missing(painter, _("no date"), inside, look)
        else:
            side = Qt.AlignmentFlag.AlignRight if column in NUMBERS else Qt.AlignmentFlag.AlignLeft
            toned, weight = self._tone(each, column, is_over)
            write(painter, index.data(), inside, toned or ink, weight, side)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRectF, index: Index, has_focus: bool) -> QRectF:
        """Paint what lies behind a cell; returns the room of what stands in it."""
        here, look, last = self._view.currentIndex(), self.look, index.model().columnCount() - 1
        inner = rect.adjusted(
            self._edge if index.column() == 0 else 0, 0, -self._edge if index.column() == last else 0, 0
        )
        painter.setPen(color(look.map.line))
        painter.drawLine(inner.bottomLeft(), inner.bottomRight())
        if here.row() == index.row():
            painter.fillRect(rect, color(look.selection))
            if self._edge and index.column() == 0:
                painter.fillRect(QRectF(rect.left(), rect.top(), 4, rect.height()), color(look.map.accent))
            if has_focus and here.column() == index.column():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(color(look.map.accent), 2.0))
                painter.drawRoundedRect(inner.adjusted(1, 2, -1, -2), 6, 6)
        return inner

    def _paint_owner(self, painter: QPainter, each: Opportunity, words: str, inside: QRectF) -> None:
        """An owner's mark, and its name where there is room."""
        look, is_over = self.look, not is_open(each)
        if words:
            icon = owner_icons(self._workspace).get(each.owner or "", QIcon())
            icon.paint(painter, int(inside.left()), int(inside.center().y()) - 8, _MARK, 16)
            room = inside.adjusted(_MARK + 8, 0, 0, 0)
            if room.width() >= _LEAST_NAME:
                write(painter, words, room, look.map.muted, size=SMALL)
        elif not is_over:
            said = _("no owner") if inside.width() >= _LEAST_NAME + _MARK else "?"
            paint_missing(painter, said, inside, look)

    def _tone(self, each: Opportunity, column: Column, is_over: bool) -> tuple[str, int]:
        """Return the colour of a number or a day where it has one of its own, and how bold it is."""
        style = self.look.map
        if column == "due" and is_late(each, date.today()):
            return style.pain, 600
        if column == "gain" and not is_over:
            gain = gain_of(each) or 0.0
            return style.good if gain > 0 else style.pain if gain < 0 else "", 600
        return "", 700 if column == "score" and not is_over else 400

    def _column(self, index: Index) -> Column:
        model: Any = index.model()
        return model.columns[index.column()]

    # editing in place

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        column = self._column(index)
        if column in ("owner", "status", "effort"):
            return self._choice(parent, column)
        editor = QLineEdit(parent)
        # Qt counts halves of an emoji: what is too long is cut when it is taken
        editor.setMaxLength(2 * TEXT_LIMIT if column == "text" else 40)
        if column == "due":
            editor.setPlaceholderText(_("15.12., Q2, +30d"))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        value = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, Combo):
            editor.setCurrentIndex(max(0, editor.findData(value)))
            QTimer.singleShot(0, editor, editor.showPopup)
        elif isinstance(editor, QLineEdit) and not editor.isModified():  # an edit elsewhere takes no words away
            editor.setText(str(value or ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        value = editor.currentData() if isinstance(editor, Combo) else editor.text()[:TEXT_LIMIT]  # type: ignore[attr-defined]
        model.setData(index, value, Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        any_option: Any = option
        rect = any_option.rect.adjusted(2, 3, -2, -3)
        rect.setWidth(max(rect.width(), 120))
        editor.setGeometry(rect)

    def eventFilter(self, editor: Any, event: QEvent) -> bool:
        """A popup of an editor takes the focus, which is no reason to be done with it."""
        if isinstance(editor, Combo) and event.type() == QEvent.Type.FocusOut and editor.view().isVisible():
            return False
        return super().eventFilter(editor, event)

    def _choice(self, parent: QWidget, column: str) -> Combo:
        editor = Combo(parent)
        if column == "owner":
            icons = owner_icons(self._workspace)
            editor.setIconSize(QSize(_MARK, 16))
            editor.addItem(_("Nobody yet"), None)
            for owner in owners_of(self._workspace.document):
                editor.addItem(icons.get(owner.id, QIcon()), called(owner, 60), owner.id)
        elif column == "status":
            for status in get_args(Status):
                editor.addItem(status_name(status), status)
        else:
            editor.addItem(_("not said"), None)
            for number in range(1, 6):
                editor.addItem(str(number), number)
        editor.activated.connect(lambda _row: self._done(editor))
        return editor

    def _done(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)
