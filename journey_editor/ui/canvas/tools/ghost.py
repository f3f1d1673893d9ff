"""What is in the hand during a drag, and the mark where it will land."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from journey_editor.layout.primitives import Element, Rect
from journey_editor.ui.canvas.tools.gesture import Canvas
from journey_editor.ui.painter import color

_NARROW = 6.0  # a mark that is not broader is a bar between two places
_ROUND = 8.0


def paint_ghost(
    painter: QPainter, canvas: Canvas, element: Element, shift: QPointF, width: float | None = None, pad: float = 0.0
) -> None:
    """Paint an element as if lifted off the map: shifted, on a ground of its own, at most so wide (points).

    The ground reaches `pad` points beyond the element, for those that are words only.
    """
    rect = QRectF(0.0, 0.0, min(element.rect.width, width or element.rect.width), element.rect.height)
    rect.adjust(-pad, -pad / 2, pad, pad / 2)
    painter.save()
    painter.translate(element.rect.x + shift.x(), element.rect.y + shift.y())
    painter.setPen(QPen(Qt.PenStyle.NoPen))
    painter.setBrush(color("#000000", 0.12))
    painter.drawRoundedRect(rect.translated(0.0, 4.0), _ROUND, _ROUND)
    painter.setOpacity(0.94)
    painter.setPen(QPen(color(canvas.look.accent), 1.5))
    painter.setBrush(color(canvas.look.card))
    painter.drawRoundedRect(rect, _ROUND, _ROUND)
    painter.setClipRect(rect.adjusted(1.0, 1.0, -1.0, -1.0))
    canvas.paint_element(painter, element)
    painter.restore()


def is_bar(mark: Rect) -> bool:
    """Whether a mark is a gap between two places; it is shown over what is in the hand, else it would be hidden."""
    return min(mark.width, mark.height) <= _NARROW


def paint_landing(painter: QPainter, mark: Rect, accent: str, scale: float) -> None:
    """Show where something will land: a slot as a dashed place, a gap between two as a bar."""
    rect = QRectF(*mark)
    if is_bar(mark):
        painter.setPen(QPen(Qt.PenStyle.NoPen))
        painter.setBrush(color(accent))
        painter.drawRoundedRect(rect, 2.0, 2.0)
        return
    painter.setPen(QPen(color(accent), max(1.5, 1.0 / scale), Qt.PenStyle.DashLine))
    painter.setBrush(color(accent, 0.10))
    painter.drawRoundedRect(rect, _ROUND, _ROUND)


def paint_plus(painter: QPainter, middle: QPointF, accent: str) -> None:
    """Say that letting go makes a copy."""
    painter.setPen(QPen(Qt.PenStyle.NoPen))
    painter.setBrush(color(accent))
    painter.drawEllipse(middle, 8.0, 8.0)
    painter.setPen(QPen(color("#FFFFFF"), 1.6))
    painter.drawLine(middle - QPointF(4.0, 0.0), middle + QPointF(4.0, 0.0))
    painter.drawLine(middle - QPointF(0.0, 4.0), middle + QPointF(0.0, 4.0))
