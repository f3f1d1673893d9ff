"""A box to tick in the style of the window, seen in light and dark alike."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QCheckBox

SIDE, GAP, HEIGHT = 16, 8, 28
_MIDDLE_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class Check(QCheckBox):
    """Draws its box itself: the accent with a tick where it is on."""

    def sizeHint(self) -> QSize:
        return QSize(SIDE + 2 * GAP + self.fontMetrics().horizontalAdvance(self.text()), HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        top = (self.height() - SIDE) / 2
        box = QRectF(1.5, top + 0.5, SIDE - 1, SIDE - 1)
        accent, edge = palette.color(QPalette.ColorRole.Accent), palette.color(QPalette.ColorRole.Dark)
        is_on = self.isChecked()
        painter.setPen(QPen(accent if is_on or self.hasFocus() else edge, 2.0 if self.hasFocus() else 1.0))
        painter.setBrush(accent if is_on else palette.color(QPalette.ColorRole.AlternateBase))
        painter.drawRoundedRect(box, 4, 4)
        if is_on:
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Base), 2.0))
            painter.drawPolyline([QPointF(5, top + 8), QPointF(8, top + 11), QPointF(13, top + 5)])
        painter.setPen(palette.color(QPalette.ColorRole.WindowText))
        painter.drawText(self.rect().adjusted(SIDE + GAP, 0, 0, 0), _MIDDLE_LEFT, self.text())

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)
