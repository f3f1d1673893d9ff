"""Dragging a point of the curve: how a touchpoint feels, live, in steps of a tenth."""

from PySide6.QtCore import QPointF, Qt

from journey_editor.core.edits.feelings import held_to_scale, set_valence
from journey_editor.core.edits.touchpoints import touchpoint
from journey_editor.ui.canvas.tools.gesture import Canvas, Gesture


class FeelingDrag(Gesture):
    """Shows each value as a preview; letting go makes it one edit."""

    cursor = Qt.CursorShape.SizeVerCursor
    scrolls = False

    def __init__(self, canvas: Canvas, record: str, start: QPointF) -> None:
        super().__init__(canvas)
        self._record = record
        emotion = touchpoint(canvas.workspace.document, record).emotion
        self._before = emotion.valence if emotion else 0.0
        self._start = start.y()  # the hand need not hold its middle
        self._value = self._before

    def move(self, place: QPointF, keys: Qt.KeyboardModifier) -> None:
        value = held_to_scale(self._before + (self._start - place.y()) / self.canvas.picture.grid.unit)
        if value != self._value:
            self._value = value
            document = self.canvas.workspace.document
            document.preview(lambda: set_valence(document, (self._record,), value))

    def finish(self, place: QPointF, keys: Qt.KeyboardModifier) -> None:
        self.move(place, keys)
        document = self.canvas.workspace.document
        if self._value == self._before:
            document.end_preview()
        else:
            set_valence(document, (self._record,), self._value)

    def cancel(self) -> None:
        super().cancel()
        self.canvas.workspace.document.end_preview()
