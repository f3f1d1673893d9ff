"""Dragging cards: sideways in time, up and down to another owner. The map stays still, copies follow the pointer."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from journey_editor.assets import _
from journey_editor.core.edits.place import Slot
from journey_editor.core.edits.touchpoints import duplicate_touchpoints, move_touchpoints, touchpoint
from journey_editor.core.lanes import Lane, lane_of
from journey_editor.core.records import Stage
from journey_editor.layout.hit import Landing, landing_at
from journey_editor.layout.primitives import Element, Rect
from journey_editor.ui.canvas.painter import color
from journey_editor.ui.canvas.tools.gesture import Canvas, Gesture, copies


class CardDrag(Gesture):
    """Moves touchpoints, or copies them while Ctrl is held at the end."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, canvas: Canvas, held: str, ids: Sequence[str], start: QPointF) -> None:
        super().__init__(canvas)
        self._held = held
        self._ids = tuple(ids)
        self._start = start
        self._shift = QPointF()
        found = (canvas.element_of(each) for each in ids)
        self._cards = tuple(element for element in found if element is not None and element.role == "card")
        self._landing: Landing | None = None
        self._copying = False

    def move(self, place: QPointF, keys: Qt.KeyboardModifier) -> None:
        self._shift = place - self._start
        self._copying = copies(keys)
        moving = frozenset() if self._copying else frozenset(self._ids)
        self._landing = landing_at(self.canvas.picture, place.x(), place.y(), moving)
        self.canvas.pale(() if self._copying else self._ids)
        self.canvas.guide(self._paint)

    def finish(self, place: QPointF, keys: Qt.KeyboardModifier) -> None:
        self.move(place, keys)
        landing = self._landing
        self.cancel()
        if landing is None:
            return
        workspace = self.canvas.workspace
        if copies(keys):
            workspace.session.select(_copy(self.canvas, self._ids, landing.slot, landing.lane))
        else:
            lane = None if self._keeps_lane(landing.lane) else landing.lane
            if lane is not None or not landing.stays:
                move_touchpoints(workspace.document, self._ids, landing.slot, lane)
        self.canvas.ensure_visible(self._held)

    def cancel(self) -> None:
        super().cancel()
        self.canvas.pale(())

    def _keeps_lane(self, lane: Lane) -> bool:
        """Whether the card in the hand stays in its lane: then all the others keep theirs too."""
        document = self.canvas.workspace.document
        each = touchpoint(document, self._held)
        stage = document.records.get(each.stage or "")
        return lane_of(each, stage if isinstance(stage, Stage) else None) == lane

    def _paint(self, painter: QPainter, scale: float) -> None:
        if self._landing is not None:
            paint_landing(painter, self._landing.mark, self.canvas.look.accent, scale)
        painter.setOpacity(0.85)
        for element in self._cards:
            painter.save()
            painter.translate(element.rect.x + self._shift.x(), element.rect.y + self._shift.y())
            self.canvas.paint_element(painter, element)
            painter.restore()
        if self._copying:
            _paint_plus(painter, self._held_card(), self._shift, self.canvas.look.accent, scale)
        painter.setOpacity(1.0)

    def _held_card(self) -> Element:
        return next((element for element in self._cards if element.record == self._held), self._cards[0])


def paint_landing(painter: QPainter, mark: Rect, accent: str, scale: float) -> None:
    """Show where something will land: a slot as a dashed place, a gap as a bar."""
    rect = QRectF(*mark)
    if mark.width <= 6 or mark.height <= 6:
        painter.setPen(QPen(Qt.PenStyle.NoPen))
        painter.setBrush(color(accent))
        painter.drawRoundedRect(rect, 2, 2)
        return
    pen = QPen(color(accent), max(1.5, 1.0 / scale), Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(color(accent, 0.10))
    painter.drawRoundedRect(rect, 8, 8)


def _paint_plus(painter: QPainter, card: Element, shift: QPointF, accent: str, scale: float) -> None:
    middle = QPointF(card.rect.right + shift.x(), card.rect.y + shift.y())
    painter.setPen(QPen(Qt.PenStyle.NoPen))
    painter.setBrush(color(accent))
    painter.drawEllipse(middle, 8, 8)
    painter.setPen(QPen(color("#FFFFFF"), 1.6))
    painter.drawLine(middle - QPointF(4, 0), middle + QPointF(4, 0))
    painter.drawLine(middle - QPointF(0, 4), middle + QPointF(0, 4))


def _copy(canvas: Canvas, ids: Sequence[str], slot: Slot, lane: Lane) -> tuple[str, ...]:
    document = canvas.workspace.document
    with document.transaction(_("Copy touchpoint") if len(ids) == 1 else _("Copy touchpoints")):
        made = duplicate_touchpoints(document, ids)
        move_touchpoints(document, made, slot, lane if len(ids) == 1 else None)
    return made
