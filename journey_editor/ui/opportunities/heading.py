"""The headings of a table of opportunities: over the words of their columns, an arrow at what rows are sorted by."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPolygonF
from PySide6.QtWidgets import QHeaderView, QWidget

from journey_editor.layout.style import SMALL
from journey_editor.ui.opportunities.cells import PAD, SIGN
from journey_editor.ui.opportunities.signs import write
from journey_editor.ui.painter import color
from journey_editor.ui.theme import look_of, small_font
from journey_editor.ui.workspace import Workspace

HEAD = 28


class Heading(QHeaderView):
    """Paints its sections itself; `edge` is what the table's card keeps free at the sides, in pixels."""

    def __init__(self, workspace: Workspace, edge: float, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._workspace, self._edge = workspace, edge
        self.setFixedHeight(HEAD)
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setFont(small_font(600))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        model, look = self.model(), look_of(self._workspace.view.theme)
        last = model.columnCount() - 1
        while self.isSectionHidden(last):
            last -= 1
        inner = QRectF(rect).adjusted(
            self._edge if logicalIndex == 0 else 0, 0, -self._edge if logicalIndex == last else 0, 0
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(color(look.map.line))
        painter.drawLine(QPointF(inner.left(), inner.bottom() - 0.5), QPointF(inner.right(), inner.bottom() - 0.5))
        inside = inner.adjusted(PAD + (SIGN if logicalIndex == 0 else 0), 0, -PAD, 0)
        words = str(model.headerData(logicalIndex, Qt.Orientation.Horizontal))
        aligned = model.headerData(logicalIndex, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        is_right = aligned is not None
        side = Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft
        is_sorted = self.isSortIndicatorShown() and self.sortIndicatorSection() == logicalIndex
        write(painter, words, inside, look.map.ink if is_sorted else look.map.muted, 600, side, SMALL)
        if is_sorted:
            wide = QFontMetricsF(small_font(600)).horizontalAdvance(words)
            x = inside.right() - wide - 10 if is_right else inside.left() + wide + 10
            falls = self.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
            _paint_arrow(painter, QPointF(x, inner.center().y()), falls, look.map.muted)
        painter.restore()


def _paint_arrow(painter: QPainter, at: QPointF, falls: bool, ink: str) -> None:
    way = 1 if falls else -1
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(ink))
    corners = ((-4.0, -2.5 * way), (4.0, -2.5 * way), (0.0, 2.5 * way))
    painter.drawPolygon(QPolygonF([at + QPointF(x, y) for x, y in corners]))
