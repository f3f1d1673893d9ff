"""Rings around what is selected or under the pointer, each in the shape of what it is around."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from journey_editor.layout.primitives import Box, Element
from journey_editor.ui.canvas.grips import paint_way


def draw_ring(painter: QPainter, element: Element) -> None:
    """Around cards at 3 points, as the corner of 8 asks for 11 there; around faces as a circle."""
    rect = QRectF(*element.rect)
    if element.role == "feeling":
        around = _face_rect(element).adjusted(-3, -3, 3, 3)
        painter.drawEllipse(around)
    elif element.role == "lane":
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 8, 8)
    elif element.role in ("note", "row"):
        is_cell = element.role == "row" and any(isinstance(part, Box) for part in element.parts)
        painter.drawRoundedRect(rect if is_cell else rect.adjusted(-4, -2, 0, 2), 5, 5)  # words have no edge
    elif element.role == "arrow":
        paint_way(painter, element)
    else:
        painter.drawRoundedRect(rect.adjusted(-3, -3, 3, 3), 11, 11)


def _face_rect(element: Element) -> QRectF:
    """Return where the face of a feeling lies on the map: its first box, without word and star."""
    from_corner = next((part for part in element.parts if isinstance(part, Box)), None)
    if from_corner is None:
        return QRectF(*element.rect)
    return QRectF(element.rect.x + from_corner.x, element.rect.y + from_corner.y, from_corner.width, from_corner.height)
