"""The marks of findings, on the map and in their list: a diamond, a disc, a square or a ring, by severity.

They differ by shape, so that they do on grey paper and in eyes that see no red.
"""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from journey_editor.insight.finding import Severity
from journey_editor.layout.style import Style
from journey_editor.ui.painter import color
from journey_editor.ui.theme import small_font

NUMBERED: dict[Severity, float] = {"high": 12.0, "medium": 10.0, "low": 9.0, "info": 9.0}
"""Half the width of a mark with a number in it, in points."""

PLAIN: dict[Severity, float] = {"high": 8.4, "medium": 7.0, "low": 6.2, "info": 5.0}
"""Half the width of a mark without."""

EDGE = 1.5
_LOW = {"light": "#57534C", "dark": "#B9B2A7"}


def shade(severity: Severity, style: Style) -> str:
    """Return the colour of a mark."""
    if severity == "high":
        return style.pain
    if severity == "medium":
        return style.gold
    return _LOW[style.name]


def paint_mark(painter: QPainter, center: QPointF, severity: Severity, number: str, style: Style, edge: str) -> None:
    """Paint a mark around a place; `edge` is the colour of what lies behind, which parts it from that."""
    fill = color(shade(severity, style))
    half = (NUMBERED if number else PLAIN)[severity]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(center)
    painter.setPen(QPen(color(edge), EDGE))
    painter.setBrush(fill)
    painter.drawPath(_shape(severity, half))
    if severity == "info":
        painter.setPen(QPen(fill, 2.0))
        painter.setBrush(color(edge))
        painter.drawEllipse(QPointF(0, 0), half - 1.5, half - 1.5)
    if number:
        painter.setPen(fill if severity == "info" else color(style.panel if style.name == "light" else style.paper))
        font = small_font(700)
        if len(number) > 2:
            font.setPixelSize(9)
        painter.setFont(font)
        painter.drawText(QRectF(-16, -half, 32, 2 * half), Qt.AlignmentFlag.AlignCenter, number)
    painter.restore()


@lru_cache(maxsize=16)
def _shape(severity: Severity, half: float) -> QPainterPath:
    path = QPainterPath()
    if severity == "high":
        path.moveTo(0, -half)
        for x, y in ((half, 0), (0, half), (-half, 0)):
            path.lineTo(x, y)
        path.closeSubpath()
    elif severity == "low":
        path.addRoundedRect(QRectF(-half, -half, 2 * half, 2 * half), 3, 3)
    else:
        path.addEllipse(QPointF(0, 0), half, half)
    return path
