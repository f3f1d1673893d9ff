"""Dragging cards: sideways in time, up and down to another owner, layer or channel, off the map into the tray.

The map stays still, copies follow the pointer.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from journey_editor.assets import _
from journey_editor.core.edits.place import Slot
from journey_editor.core.edits.touchpoints import duplicate_touchpoints, move_touchpoints, to_tray, touchpoint
from journey_editor.core.lanes import Lane, lane_shown
from journey_editor.layout.hit import Landing, landing_at
from journey_editor.layout.primitives import Element
from journey_editor.ui.canvas.tools.gesture import Canvas, Gesture, copies
from journey_editor.ui.canvas.tools.ghost import is_bar, paint_ghost, paint_landing, paint_plus


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
        self._copying = self._caught = False

    @property
    def scrolls(self) -> bool:  # type: ignore[override]
        """Whether the map scrolls: not while the cards are over the tray, which lies beyond its edge."""
        return not self._caught

    def move(self, place: QPointF, keys: Qt.KeyboardModifier) -> None:
        self._shift = place - self._start
        self._copying = copies(keys)
        moving = frozenset() if self._copying else frozenset(self._ids)
        self._caught = self.canvas.is_caught(place)
        self._landing = None
        if not self._caught:
            self._landing = landing_at(self.canvas.picture, place.x(), place.y(), moving)
        self.canvas.pale(() if self._copying else self._ids)
        self.canvas.guide(self._paint)

    def finish(self, place: QPointF, keys: Qt.KeyboardModifier) -> None:
        self.move(place, keys)
        landing, caught, workspace = self._landing, self._caught, self.canvas.workspace
        self.cancel()
        if caught:
            to_tray(workspace.document, self._ids)
        if landing is None:
            return
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
        self.canvas.workspace.end_catching()

    def _keeps_lane(self, lane: Lane) -> bool:
        """Whether the card in the hand stays in its lane: then all the others keep theirs too."""
        document = self.canvas.workspace.document
        return lane_shown(document.records, touchpoint(document, self._held)) == lane

    def _paint(self, painter: QPainter, scale: float) -> None:
        mark = self._landing.mark if self._landing is not None else None
        if mark is not None and not is_bar(mark):
            paint_landing(painter, mark, self.canvas.look.accent, scale)
        for element in self._cards:
            paint_ghost(painter, self.canvas, element, self._shift)
        if mark is not None and is_bar(mark):
            paint_landing(painter, mark, self.canvas.look.accent, scale)
        if self._copying and self._cards:
            rect = self._held_card().rect
            paint_plus(painter, QPointF(rect.right, rect.y) + self._shift, self.canvas.look.accent)

    def _held_card(self) -> Element:
        return next((element for element in self._cards if element.record == self._held), self._cards[0])


def _copy(canvas: Canvas, ids: Sequence[str], slot: Slot, lane: Lane) -> tuple[str, ...]:
    document = canvas.workspace.document
    with document.transaction(_("Copy touchpoint") if len(ids) == 1 else _("Copy touchpoints")):
        made = duplicate_touchpoints(document, ids)
        move_touchpoints(document, made, slot, lane if len(ids) == 1 else None)
    return made
