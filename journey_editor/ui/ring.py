"""How much of a time is left, as a ring beside digits that do not dance: small in the console, large in the room."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from journey_editor.layout.style import Style
from journey_editor.ui.painter import color
from journey_editor.ui.theme import font


def time_font(size: float, weight: int) -> QFont:
    """Return the font of a time that runs: all its digits are equally wide."""
    letters = font(size, weight)
    letters.setFeature(QFont.Tag("tnum"), 1)
    return letters


def paint_ring(
    painter: QPainter, ring: QRectF, width: float, share: float, style: Style, is_over: bool, is_resting: bool
) -> None:
    """Paint how much of a time is left: a ring that opens from the top, clockwise."""
    inner = ring.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color(style.gold_shape if is_over else style.line), width))
    painter.drawEllipse(inner)
    if share > 0.0:
        pen = QPen(color(style.quiet if is_resting else style.accent), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawArc(inner, 90 * 16, -round(360 * 16 * share))
