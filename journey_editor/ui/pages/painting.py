"""How the cells of a page's table look."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QIcon, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from journey_editor.core.measures import Course
from journey_editor.layout.colors import mix
from journey_editor.ui.icons import renderer
from journey_editor.ui.labels import elided
from journey_editor.ui.look import Look
from journey_editor.ui.owner_marks import owner_icons
from journey_editor.ui.pages.cells import Cell
from journey_editor.ui.painter import color
from journey_editor.ui.theme import font, look_of, small_font
from journey_editor.ui.workspace import Workspace

ROW = 40
PAD = 8.0
_MARK = 28

Index = QModelIndex | QPersistentModelIndex


class Cells(QStyledItemDelegate):
    """Paints a cell: words, an owner's mark, a bar, and in a dashed frame what is missing."""

    def __init__(self, workspace: Workspace, view: QTableView) -> None:
        super().__init__(view)
        self._workspace, self._view = workspace, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(40, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model: Any = self._view.model()
        cell: Cell | None = model.cell(index)
        if cell is None:
            return
        look, any_option = look_of(self._workspace.view.theme), option
        rect = QRectF(any_option.rect)  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, index, look)
        inside = rect.adjusted(PAD + cell.indent, 0, -PAD, 0)
        if cell.merges and self._is_said_above(index, cell):
            painter.restore()
            return
        if cell.owner:
            mark = owner_icons(self._workspace).get(cell.owner, QIcon())
            mark.paint(painter, int(inside.left()), int(inside.center().y()) - 7, _MARK, 16)
            inside = inside.adjusted(_MARK + 8, 0, 0, 0)
        if cell.course is not None:
            _paint_course(painter, cell, cell.course, inside, look)
        elif cell.stayed is not None:
            _paint_stayed(painter, cell, cell.stayed, inside, look)
        elif cell.tone == "missing" and cell.words:
            _paint_missing(painter, cell.words, inside, look)
        else:
            is_number = model.columns[index.column()].is_number
            side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
            weight = 600 if cell.is_strong else 400
            write(painter, cell.words, inside, tone_color(cell.tone, look), weight, side)
            if cell.icon:
                at = inside.left() + QFontMetricsF(font(weight=weight)).horizontalAdvance(cell.words) + 6
                place = QRectF(at, inside.center().y() - 7, 14, 14)
                renderer(cell.icon, tone_color(cell.tone, look)).render(painter, place)
        painter.restore()

    def _is_said_above(self, index: Index, cell: Cell) -> bool:
        model: Any = self._view.model()
        above = model.cell(model.index(index.row() - 1, index.column())) if index.row() else None
        return above is not None and (above.words, above.record) == (cell.words, cell.record)

    def _paint_ground(self, painter: QPainter, rect: QRectF, index: Index, look: Look) -> None:
        here, model = self._view.currentIndex(), index.model()
        painter.setPen(color(look.map.line))
        line = rect.bottom() - 0.5  # between pixels, so that it is one of them
        painter.drawLine(QPointF(rect.left(), line), QPointF(rect.right(), line))
        chosen, has_keys = self._view.selectionModel(), self._view.hasFocus()
        spans: Any = chosen.selection()  # the stubs know no loop over it
        several = sum(each.width() * each.height() for each in spans) > 1
        if (several and chosen.isSelected(index)) or (here.row() == index.row() and has_keys):
            painter.fillRect(rect, color(look.selection))
        elif here.row() == index.row():  # quietly, where the keyboard is elsewhere
            painter.fillRect(rect.adjusted(0, 0, 0, -1), color(look.field))
        if here.row() == index.row() and here.column() == index.column() and has_keys and model:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color(look.map.accent), 2.0))
            painter.drawRoundedRect(rect.adjusted(1, 2, -1, -2), 6, 6)


def tone_color(tone: str, look: Look) -> str:
    """Return the colour of a tone of words."""
    style = look.map
    return {"muted": style.muted, "pain": style.pain, "good": style.good, "gold": style.gold}.get(tone, style.ink)


def write(
    painter: QPainter, words: str, rect: QRectF, ink: str, weight: int = 400,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft, size: float = 13,
) -> None:  # fmt: skip
    """Write words in one line, shortened to their room."""
    face = font(size, weight)
    painter.setFont(face)
    painter.setPen(color(ink))
    shown = elided(QFontMetricsF(face), words, rect.width())  # type: ignore[arg-type]
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | side | Qt.TextFlag.TextSingleLine, shown)


def _paint_missing(painter: QPainter, words: str, rect: QRectF, look: Look) -> None:
    face = small_font(600)
    width = min(QFontMetricsF(face).horizontalAdvance(words) + 16, rect.width())
    box = QRectF(rect.left(), rect.center().y() - 10, width, 20).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(QPen(color(look.map.pain), 1.0, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 10, 10)
    write(painter, words, box.adjusted(4, 0, -4, 0), look.map.pain, 600, Qt.AlignmentFlag.AlignHCenter, 11)


def _paint_course(painter: QPainter, cell: Cell, course: Course, rect: QRectF, look: Look) -> None:
    """A bar from baseline to target, which is a dark mark; words stand behind it."""
    style = look.map
    bar = _paint_track(painter, rect, 44.0, look)
    fill = {"good": style.good_shape, "pain": style.pain_shape}.get(cell.tone, style.metric_shape)
    if course.now > 0:
        painter.setBrush(color(fill))
        painter.drawRoundedRect(QRectF(bar.left(), bar.top(), max(8.0, bar.width() * course.now), 8), 4, 4)
    at = min(bar.right() - 2, bar.left() + bar.width() * course.target - 1)
    painter.setBrush(color(style.ink))
    painter.drawRect(QRectF(at, bar.top() - 3, 2, 14))
    _write_behind(painter, cell, bar, rect, look)


def _paint_stayed(painter: QPainter, cell: Cell, stayed: float, rect: QRectF, look: Look) -> None:
    """A bar of all who came: dark are those who stayed, in the colour of pain those who were lost."""
    style = look.map
    bar = _paint_track(painter, rect, 0.0, look)
    kept = bar.width() * max(0.0, min(1.0, stayed))
    if kept < bar.width():
        lost = QRectF(bar.left() + kept, bar.top(), bar.width() - kept, 8)
        painter.setBrush(color(style.pain_shape if cell.is_strong else mix(style.card, style.pain_shape, 0.36)))
        painter.drawRoundedRect(lost, 4, 4)
    if kept > 0:
        painter.setBrush(
            color(mix(style.card, style.metric_shape, 0.5) if cell.tone == "muted" else style.metric_shape)
        )
        painter.drawRoundedRect(QRectF(bar.left(), bar.top(), max(2.0, kept - 1), 8), 4, 4)


def _paint_track(painter: QPainter, rect: QRectF, words: float, look: Look) -> QRectF:
    bar = QRectF(rect.left(), rect.center().y() - 4, max(24.0, rect.width() - words), 8)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(mix(look.map.card, look.map.muted, 0.18)))
    painter.drawRoundedRect(bar, 4, 4)
    return bar


def _write_behind(painter: QPainter, cell: Cell, bar: QRectF, rect: QRectF, look: Look) -> None:
    room = QRectF(bar.right() + 4, rect.top(), rect.right() - bar.right() - 4, rect.height())
    write(painter, cell.words, room, tone_color(cell.tone, look), size=11, side=Qt.AlignmentFlag.AlignRight)
