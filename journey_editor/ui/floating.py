"""What floats over the map for a while: a card with a soft shadow, painted in a widget that leaves room for it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from journey_editor.ui.look import Look
from journey_editor.ui.painter import color

SHADOW = 8
"""Pixels that the shadow reaches beyond a card."""


def paint_card(painter: QPainter, rect: QRectF, look: Look, radius: float) -> None:
    """Paint the ground of a card with its shadow."""
    shade = QColor(look.shadow)
    painter.setPen(Qt.PenStyle.NoPen)
    for step in range(SHADOW - 1, 0, -1):
        shade.setAlpha(4 if look.map.name == "light" else 18)
        painter.setBrush(shade)
        around = rect.adjusted(-step, 2 - step, step, step)
        painter.drawRoundedRect(around, radius + step, radius + step)
    painter.setPen(QPen(color(look.edge if look.map.name == "dark" else look.map.line), 1.0))
    painter.setBrush(color(look.map.panel))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
