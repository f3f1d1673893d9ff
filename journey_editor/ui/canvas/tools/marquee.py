"""Dragging over empty ground selects the cards that the rectangle touches."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from journey_editor.ui.canvas.tools.gesture import Canvas, Gesture
from journey_editor.ui.painter import color


class Marquee(Gesture):
    """Selects live; with Shift what was selected stays so. Esc brings the old selection back."""

    def __init__(self, canvas: Canvas, start: QPointF, extend: bool) -> None:
        super().__init__(canvas)
        self._start = start
        self._before = canvas.workspace.session.selected
        self._kept = self._before if extend else ()
        self._rect = QRectF()

    def move(self, place: QPointF, keys: Qt.KeyboardModifier) -> None:
        self._rect = QRectF(self._start, place).normalized()
        found = self.canvas.cards_within(self._rect)
        self.canvas.workspace.session.select((*self._kept, *found))
        self.canvas.guide(self._paint)

    def finish(self, place: QPointF, keys: Qt.KeyboardModifier) -> None:
        self.canvas.guide(None)

    def cancel(self) -> None:
        super().cancel()
        self.canvas.workspace.session.select(self._before)

    def _paint(self, painter: QPainter, scale: float) -> None:
        accent = self.canvas.look.accent
        painter.setPen(QPen(color(accent), 1.0 / scale))
        painter.setBrush(color(accent, 0.08))
        painter.drawRect(self._rect)
