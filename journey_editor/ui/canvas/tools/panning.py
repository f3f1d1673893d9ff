"""Moving the map under the hand: middle button, or Space held."""

from PySide6.QtCore import QPointF, Qt

from journey_editor.ui.canvas.tools.gesture import Canvas, Gesture


class Pan(Gesture):
    """Keeps the place that was grabbed under the pointer."""

    cursor = Qt.CursorShape.ClosedHandCursor
    scrolls = False

    def __init__(self, canvas: Canvas, start: QPointF) -> None:
        super().__init__(canvas)
        self._start = start

    def move(self, place: QPointF, keys: Qt.KeyboardModifier) -> None:
        scale = self.canvas.scale_now
        self.canvas.pan_by((place.x() - self._start.x()) * scale, (place.y() - self._start.y()) * scale)
