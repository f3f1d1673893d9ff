"""How the cells of the list of opportunities look, and what edits them in place."""

from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetricsF, QIcon, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from journey_editor.assets import _
from journey_editor.core.edits.opportunities import status_name
from journey_editor.core.edits.owners import owners_of
from journey_editor.core.parts import Status
from journey_editor.core.records import Opportunity
from journey_editor.core.titles import called
from journey_editor.core.values import TEXT_LIMIT
from journey_editor.insight.worth import WorthClass, worth_class
from journey_editor.ui.combo import Combo
from journey_editor.ui.look import Look
from journey_editor.ui.opportunities.model import COLUMNS, NUMBERS, RECORD
from journey_editor.ui.owner_marks import owner_icons
from journey_editor.ui.painter import color
from journey_editor.ui.theme import font, look_of, small_font
from journey_editor.ui.workspace import Workspace

ROW = 36
_PAD, _SIGN, _MARK = 8.0, 24.0, 28
_STATUSES: tuple[Status, ...] = ("proposed", "planned", "doing", "done", "dropped")

Index = QModelIndex | QPersistentModelIndex


class Cells(QStyledItemDelegate):
    """Paints a cell: words, an owner's mark, numbers at the right, and in a dashed frame what is missing."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace

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
        column, words, style = COLUMNS[index.column()], index.data(), self.look.map
        any_option: Any = option
        rect, state = QRectF(any_option.rect), any_option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        view: Any = self.parent()
        is_row = view.currentIndex().row() == index.row()
        if is_row:
            painter.fillRect(rect, color(self.look.selection))
        if bool(state & state.State_HasFocus) and is_row and view.currentIndex().column() == index.column():
            painter.setPen(QPen(color(style.accent), 2.0))
            painter.drawRoundedRect(rect.adjusted(1, 2, -1, -2), 6, 6)
        painter.setPen(color(style.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        is_over = each.status in ("done", "dropped")
        ink = style.muted if is_over or column in ("on", "status") else style.ink
        inside = rect.adjusted(_PAD, 0, -_PAD, 0)
        if column == "text":
            _sign(painter, worth_class(each), QPointF(rect.left() + 16, rect.center().y()), self.look)
            _write(painter, words, inside.adjusted(_SIGN, 0, 0, 0), ink, 600)
        elif column == "owner" and not words and not is_over:
            _missing(painter, _("no owner"), inside, self.look)
        elif column == "due" and not words and not is_over:
            _missing(painter, _("no date"), inside, self.look)
        elif column == "owner" and words:
            icon = owner_icons(self._workspace).get(each.owner or "", QIcon())
            icon.paint(painter, int(inside.left()), int(inside.center().y()) - 8, _MARK, 16)
            _write(painter, words, inside.adjusted(_MARK + 8, 0, 0, 0), style.muted if is_over else style.ink)
        else:
            late = column == "due" and each.due is not None and each.due < date.today() and not is_over
            side = Qt.AlignmentFlag.AlignRight if column in NUMBERS else Qt.AlignmentFlag.AlignLeft
            _write(painter, words, inside, style.pain if late else ink, 600 if late else 400, side)
        painter.restore()

    # editing in place

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        column = COLUMNS[index.column()]
        if column in ("owner", "status", "effort"):
            return self._choice(parent, column)
        editor = QLineEdit(parent)
        editor.setMaxLength(TEXT_LIMIT if column == "text" else 40)
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
        value = editor.currentData() if isinstance(editor, Combo) else editor.text()  # type: ignore[attr-defined]
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
            for status in _STATUSES:
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


def _write(
    painter: QPainter, words: str, rect: QRectF, ink: str, weight: int = 400,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:  # fmt: skip
    face = font(weight=weight)
    shown = QFontMetricsF(face).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    painter.setFont(face)
    painter.setPen(color(ink))
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | side | Qt.TextFlag.TextSingleLine, shown)


def _missing(painter: QPainter, words: str, rect: QRectF, look: Look) -> None:
    face = small_font(600)
    width = min(QFontMetricsF(face).horizontalAdvance(words) + 16, rect.width())
    box = QRectF(rect.left(), rect.center().y() - 10, width, 20).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(QPen(color(look.map.pain), 1.0, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 10, 10)
    painter.setFont(face)
    painter.setPen(color(look.map.pain))
    shown = QFontMetricsF(face).elidedText(words, Qt.TextElideMode.ElideRight, box.width() - 8)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)


def _sign(painter: QPainter, kind: WorthClass | None, at: QPointF, look: Look) -> None:
    """A bolt for a quick win, a ring for what is worth doing, a diamond for a bet, a dash for what can wait."""
    if kind is None:
        return
    style = look.map
    painter.save()
    painter.translate(at)
    if kind == "quick_win":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(style.good))
        corners = ((1, -8), (-5, 1.5), (-0.5, 1.5), (-1.5, 8), (5, -2), (0.5, -2))
        painter.drawPolygon(QPolygonF([QPointF(*each) for each in corners]))
    elif kind == "worth_doing":
        painter.setPen(QPen(color(style.muted), 1.8))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(0, 0), 5, 5)
    elif kind == "strategic":
        painter.setPen(QPen(color(style.gold), 1.8))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(QPolygonF([QPointF(0, -7), QPointF(7, 0), QPointF(0, 7), QPointF(-7, 0)]))
        painter.setBrush(color(style.gold))
        painter.drawEllipse(QPointF(0, 0), 1.5, 1.5)
    else:
        painter.setPen(QPen(color(style.muted), 1.8))
        painter.drawLine(QPointF(-5, 0), QPointF(5, 0))
    painter.restore()
