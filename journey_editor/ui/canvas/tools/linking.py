"""Drawing a transition, or moving an end of one: arrows or the pointer choose the card, and it is shown beforehand."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from journey_editor.assets import _
from journey_editor.core.edits.transitions import (
    End,
    add_transition,
    add_way_to_new,
    move_end,
    transition_between,
)
from journey_editor.core.records import Touchpoint, Transition
from journey_editor.core.titles import called
from journey_editor.layout.hit import Landing, element_at, landing_at
from journey_editor.ui.canvas.tools.gesture import Canvas, Gesture
from journey_editor.ui.canvas.tools.ghost import paint_landing
from journey_editor.ui.canvas.tools.placing import next_join
from journey_editor.ui.canvas.walking import Direction, walk_cards
from journey_editor.ui.painter import color

_ROUND, _AROUND = 10.0, 4.0  # points: the ring's corners, and how far it lies outside a card

Aim = Literal["card", "free", "out"]
"""Where a way leads that is being drawn: to a card, to free ground of the lanes, or out of the journey."""


class Link(Gesture):
    """Runs until Enter or a click on a card makes the transition, or Esc gives it up. What it would be is previewed.

    `source` is the card that stays. With `moving` an end of a transition goes to another card. `dragged` with a held
    button it ends where that is let go: on free ground of the lanes as a way to a new touchpoint, below the lanes as
    one out of the journey.
    """

    cursor = Qt.CursorShape.CrossCursor
    scrolls = False

    def __init__(
        self, canvas: Canvas, source: str, moving: tuple[str, End] | None = None, dragged: bool = False
    ) -> None:
        super().__init__(canvas)
        self._source, self._moving, self._dragged = source, moving, dragged
        self._picture = canvas.picture  # the map moves to make room for what is shown: the hand aims at what was there
        self._begin = source  # from where arrow keys walk
        way = canvas.workspace.document.records.get(moving[0]) if moving is not None else None
        if isinstance(way, Transition) and moving is not None:
            self._begin = (way.source if moving[1] == "source" else way.target) or source
        self._aimed: Aim | None = None
        self._target: str | None = None
        self._landing: Landing | None = None
        self._at: QPointF | None = None
        self.scrolls = dragged
        name = called(canvas.workspace.document.records[source], 40)
        canvas.workspace.guided.emit(self._words().format(name=name))
        canvas.guide(self._paint)

    @property
    def ready(self) -> bool:
        return self._target is not None

    def steer(self, direction: Direction) -> None:
        """Choose the card that lies in a direction from the one chosen, passing over where it begins."""
        picture = self.canvas.picture
        here = self.canvas.element_of(self._target or self._begin)
        found = walk_cards(picture, here, direction)
        if found is not None and found.record == self._source:
            found = walk_cards(picture, found, direction)
        if found is not None and found.record != self._source:
            self._aim("card", found.record)
            self.canvas.ensure_visible(found.record)

    def move(self, place: QPointF, keys: Qt.KeyboardModifier) -> None:
        """Choose what is under the pointer once the pointer really moves: keys held are told the same way."""
        if self._dragged or (self._at is not None and place != self._at):
            found = self.takes(place)
            if self._dragged and not found:
                self._aim_beside(place)
        self._at = place
        if self._dragged:
            self.canvas.guide(self._paint)

    def takes(self, place: QPointF) -> bool:
        """Choose the card at a place; returns whether there is one that it can lead to."""
        element = element_at(self._picture, place.x(), place.y())
        if element is None or element.role != "card" or element.record == self._source:
            return False
        if element.record != self._target:
            self._aim("card", element.record)
        return True

    def finish(self, place: QPointF, keys: Qt.KeyboardModifier) -> None:
        if self._dragged:
            self.move(place, keys)
        aimed, target, landing = self._aimed, self._target, self._landing
        self.cancel()
        canvas, document = self.canvas, self.canvas.workspace.document
        if aimed == "card" and target is not None and self._moving is None:
            draw_transition(canvas, self._source, target)
        elif aimed == "free" and landing is not None:
            _draw_to_new(canvas, self._source, landing)
        elif aimed == "out" and self._moving is None:
            draw_way_out(canvas, self._source)
        elif aimed is not None and self._moving is not None:
            way, end = self._moving
            move_end(document, way, end, target)
            canvas.workspace.session.select((way,))

    def cancel(self) -> None:
        super().cancel()
        self.canvas.workspace.document.end_preview()
        self.canvas.workspace.guided.emit("")

    def _words(self) -> str:
        if self._dragged and self._moving is None:
            return _(
                "Transition from {name}: let go on a card, on free ground for a new touchpoint, "
                "or below the lanes where customers leave"
            )
        if self._moving is None:
            return _("Transition from {name}: arrows choose where it leads, Enter draws it, Esc gives up")
        if self._moving[1] == "target":
            return (
                _("Where does it lead from {name}? A card, or below the lanes where customers leave; Esc gives up")
                if (self._dragged)
                else _("Where does it lead from {name}? Arrows choose the card, Enter takes it, Esc gives up")
            )
        return _("Where does the transition to {name} begin? Choose a card; Esc gives up")

    def _aim_beside(self, place: QPointF) -> None:
        """Aim at free ground, below the lanes, or at nothing."""
        grid = self._picture.grid
        element = element_at(self._picture, place.x(), place.y())
        is_own = element is not None and element.record == self._source
        leaves = self._moving is None or self._moving[1] == "target"
        if is_own or not grid.lanes or not grid.stages or place.y() < grid.lanes[0].y:
            self._aim(None)
        elif place.y() > grid.lanes[-1].y + grid.lanes[-1].height:
            self._aim("out" if leaves else None)
        elif place.x() >= grid.stages[0].x and self._moving is None:
            self._aim("free", landing=landing_at(self._picture, place.x(), place.y()))
        else:
            self._aim(None)

    def _aim(self, aim: Aim | None, target: str | None = None, landing: Landing | None = None) -> None:
        changed = (aim, target) != (self._aimed, self._target)
        self._aimed, self._target, self._landing = aim, target, landing
        if changed:
            self._preview()
        self.canvas.guide(self._paint)

    def _preview(self) -> None:
        document, source, target = self.canvas.workspace.document, self._source, self._target
        if self._aimed in (None, "free"):
            document.end_preview()
        elif self._moving is not None:
            way, end = self._moving
            document.preview(lambda: move_end(document, way, end, target))
        elif target is None or transition_between(document, source, target) is None:
            document.preview(lambda: add_transition(document, source, target))
        else:
            document.end_preview()

    def _paint(self, painter: QPainter, scale: float) -> None:
        accent = self.canvas.look.accent
        if self._landing is not None:
            paint_landing(painter, self._landing.mark, accent, scale)
        painter.setBrush(color(accent, 0.10))
        for record, line in ((self._source, Qt.PenStyle.DashLine), (self._target, Qt.PenStyle.SolidLine)):
            element = self.canvas.element_of(record) if record else None
            if element is not None:
                rect = QRectF(*element.rect).adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
                painter.setPen(QPen(color(accent), max(2.0, 1.5 / scale), line))
                painter.drawRoundedRect(rect, _ROUND, _ROUND)
        if self._dragged and self._aimed in (None, "free") and self._at is not None:
            self._paint_line(painter, self._at, scale)

    def _paint_line(self, painter: QPainter, end: QPointF, scale: float) -> None:
        """Paint a line from the card to the pointer, as long as it leads to no card."""
        element = self.canvas.element_of(self._source)
        if element is None:
            return
        rect = QRectF(*element.rect)
        begins = self._moving is None or self._moving[1] == "target"
        start = QPointF(rect.right() if begins else rect.left(), rect.center().y())
        painter.setPen(QPen(color(self.canvas.look.accent), max(2.0, 1.5 / scale), Qt.PenStyle.DashLine))
        painter.drawLine(start, end)
        painter.setBrush(color(self.canvas.look.accent))
        painter.drawEllipse(end, 3.5, 3.5)


def draw_transition(canvas: Canvas, source: str, target: str) -> None:
    """Draw a transition from one touchpoint to another and select it; one that is there already is only selected."""
    workspace = canvas.workspace
    known = transition_between(workspace.document, source, target)
    if known is not None:
        workspace.noticed.emit(_("There is a transition between the two already."))
    made = known or add_transition(workspace.document, source, target)
    workspace.session.select((made,))
    if isinstance(workspace.document.records.get(target), Touchpoint):
        canvas.ensure_visible(target)


def draw_way_out(canvas: Canvas, source: str) -> None:
    """Say that customers leave the journey at a touchpoint, and select that."""
    workspace = canvas.workspace
    made = add_transition(workspace.document, source, None)
    workspace.session.select((made,))
    canvas.ensure_visible(made)


def _draw_to_new(canvas: Canvas, source: str, landing: Landing) -> None:
    join = next_join()
    made, _way = add_way_to_new(canvas.workspace.document, source, landing.slot, landing.lane, join)
    canvas.workspace.session.select((made,))
    canvas.ensure_visible(made)
    canvas.edit_title(made, join)
