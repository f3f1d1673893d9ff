"""Dragging stage heads sideways and lane labels up and down: another order of stages and of owners."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from journey_editor.core.edits.owners import move_owner
from journey_editor.core.edits.stages import move_stage
from journey_editor.layout.primitives import Rect
from journey_editor.ui.canvas.tools.gesture import Canvas, Gesture
from journey_editor.ui.canvas.tools.ghost import paint_ghost, paint_landing

_BAR = 3.0
_MARGIN = 24.0
_LIFT = 6.0  # what is in the hand lies a little aside, so that one sees what it covers
_LABEL = 104.0


class StageDrag(Gesture):
    """Shows between which stages a stage will stand; the map stays still until it does."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, canvas: Canvas, stage: str, start: QPointF) -> None:
        super().__init__(canvas)
        self._stage = stage
        self._start = start
        self._shift = 0.0
        self._spans = [(span.stage, span.x, span.x + span.width) for span in canvas.picture.grid.stages]
        self._index = self._here = [record for record, _, _ in self._spans].index(stage)

    def move(self, place: QPointF, keys: Qt.KeyboardModifier) -> None:
        self._shift = place.x() - self._start.x()
        self._index = index_at(self._spans, self._stage, place.x())
        self.canvas.guide(self._paint)

    def finish(self, place: QPointF, keys: Qt.KeyboardModifier) -> None:
        self.move(place, keys)
        self.cancel()
        if self._index != self._here:
            move_stage(self.canvas.workspace.document, self._stage, self._index)
            self.canvas.ensure_visible(self._stage)

    def _paint(self, painter: QPainter, scale: float) -> None:
        element = self.canvas.element_of(self._stage)
        if element is None:
            return
        if self._index != self._here:
            x = edge_at(self._spans, self._here, self._index)
            top = element.rect.y - 4.0
            bar = Rect(x - _BAR / 2, top, _BAR, self.canvas.picture.height - _MARGIN - top)
            paint_landing(painter, bar, self.canvas.look.accent, scale)
        paint_ghost(painter, self.canvas, element, QPointF(self._shift, _LIFT))


class LaneDrag(Gesture):
    """Shows between which lanes an owner's lane will lie."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, canvas: Canvas, owner: str, start: QPointF) -> None:
        super().__init__(canvas)
        self._owner = owner
        self._start = start
        self._shift = 0.0
        lanes = [span for span in canvas.picture.grid.lanes if span.lane.owner]
        self._spans = [(span.lane.owner, span.y, span.y + span.height) for span in lanes]
        self._index = self._here = [record for record, _, _ in self._spans].index(owner)

    def move(self, place: QPointF, keys: Qt.KeyboardModifier) -> None:
        self._shift = place.y() - self._start.y()
        self._index = index_at(self._spans, self._owner, place.y())
        self.canvas.guide(self._paint)

    def finish(self, place: QPointF, keys: Qt.KeyboardModifier) -> None:
        self.move(place, keys)
        self.cancel()
        if self._index != self._here:
            move_owner(self.canvas.workspace.document, self._owner, self._index)
            self.canvas.ensure_visible(self._owner)

    def _paint(self, painter: QPainter, scale: float) -> None:
        element = self.canvas.element_of(self._owner)
        if element is None:
            return
        if self._index != self._here:
            y = edge_at(self._spans, self._here, self._index)
            bar = Rect(element.rect.x, y - _BAR / 2, element.rect.width, _BAR)
            paint_landing(painter, bar, self.canvas.look.accent, scale)
        paint_ghost(painter, self.canvas, element, QPointF(_LIFT, self._shift), _LABEL)


Span = tuple[str, float, float]


def index_at(spans: Sequence[Span], moving: str, at: float) -> int:
    """Return which place among all a span takes when the hand is at a place: past the middles of its neighbours."""
    return sum(1 for record, low, high in spans if record != moving and at > (low + high) / 2)


def edge_at(spans: Sequence[Span], here: int, index: int) -> float:
    """Return the middle of the gap that a span moved from `here` to `index` comes to."""
    if index > here:
        low, high = spans[index][2], spans[index + 1][1] if index + 1 < len(spans) else spans[index][2]
    else:
        low, high = spans[index - 1][2] if index else spans[index][1], spans[index][1]
    return (low + high) / 2
