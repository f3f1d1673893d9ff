"""The signs of opportunities: what kind of undertaking they are, and what of them is missing."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from journey_editor.insight.worth import WorthClass
from journey_editor.layout.style import SMALL, TEXT
from journey_editor.ui.labels import elided
from journey_editor.ui.look import Look
from journey_editor.ui.painter import color
from journey_editor.ui.theme import font


def write(
    painter: QPainter, words: str, rect: QRectF, ink: str, weight: int = 400,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft, size: float = TEXT,
) -> None:  # fmt: skip
    """Write words in one line, shortened to their room."""
    if not words:
        return
    face, metrics = _face(size, weight)
    shown = elided(metrics, words, rect.width())  # type: ignore[arg-type]
    painter.setFont(face)
    painter.setPen(color(ink))
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | side | Qt.TextFlag.TextSingleLine, shown)


@lru_cache(maxsize=16)
def _face(size: float, weight: int) -> tuple[QFont, QFontMetricsF]:
    """Return a font and its measures: a list of actions paints a hundred cells while a point is in the hand."""
    found = font(size, weight)
    return found, QFontMetricsF(found)


def paint_missing(painter: QPainter, words: str, rect: QRectF, look: Look) -> None:
    """Say in a dashed frame what is missing."""
    face, metrics = _face(SMALL, 600)
    width = min(metrics.horizontalAdvance(words) + 16, rect.width())
    box = QRectF(rect.left(), rect.center().y() - 10, width, 20).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(QPen(color(look.map.pain), 1.0, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 10, 10)
    painter.setFont(face)
    painter.setPen(color(look.map.pain))
    shown = elided(metrics, words, box.width() - 8)  # type: ignore[arg-type]
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)


def paint_sign(painter: QPainter, kind: WorthClass | None, at: QPointF, look: Look) -> None:
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
