"""What floats over the map for a while: a card with a soft shadow, painted in a widget that leaves room for it."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from journey_editor.ui.look import Look
from journey_editor.ui.painter import color

SHADOW = 8
"""Pixels that the shadow reaches beyond a card."""


def paint_card(painter: QPainter, rect: QRectF, look: Look, radius: float) -> None:
    """Paint the ground of a card with its shadow."""
    ratio = painter.device().devicePixelRatio() * painter.worldTransform().m11()
    card = _card(round(rect.width()), round(rect.height()), look, radius, ratio)
    painter.drawPixmap(rect.topLeft() - QPointF(SHADOW, SHADOW), card)


@lru_cache(maxsize=32)
def _card(width: int, height: int, look: Look, radius: float, ratio: float) -> QPixmap:
    """Return a card as pixels: the same one is painted at each key, and its shadow takes a while."""
    found = QPixmap(round((width + 2 * SHADOW) * ratio), round((height + 2 * SHADOW) * ratio))
    found.setDevicePixelRatio(ratio)
    found.fill(Qt.GlobalColor.transparent)
    rect, shade = QRectF(SHADOW, SHADOW, width, height), QColor(look.shadow)
    painter = QPainter(found)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for step in range(SHADOW - 1, 0, -1):
        shade.setAlpha(4 if look.map.name == "light" else 18)
        painter.setBrush(shade)
        around = rect.adjusted(-step, 2 - step, step, step)
        painter.drawRoundedRect(around, radius + step, radius + step)
    painter.setPen(QPen(color(look.edge if look.map.name == "dark" else look.map.line), 1.0))
    painter.setBrush(color(look.map.panel))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.end()
    return found
