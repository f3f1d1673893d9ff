"""Drawing a transition: arrows or the pointer choose where it leads, and it is shown before it is made."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from journey_editor.assets import _
from journey_editor.core.edits.transitions import add_transition, transition_between
from journey_editor.core.records import Touchpoint
from journey_editor.core.titles import called
from journey_editor.layout.hit import element_at
from journey_editor.ui.canvas.tools.gesture import Canvas, Gesture
from journey_editor.ui.canvas.walking import Direction, walk_cards
from journey_editor.ui.painter import color

_ROUND, _AROUND = 10.0, 4.0  # points: the ring's corners, and how far it lies outside a card


class Link(Gesture):
    """Runs until Enter or a click on a card makes the transition, or Esc gives it up. What it would be is previewed."""

    cursor = Qt.CursorShape.CrossCursor
    scrolls = False

    def __init__(self, canvas: Canvas, source: str) -> None:
        super().__init__(canvas)
        self._source = source
        self._target: str | None = None
        self._at: QPointF | None = None
        name = called(canvas.workspace.document.records[source], 40)
        words = _("Transition from {name}: arrows choose where it leads, Enter draws it, Esc gives up")
        canvas.workspace.guided.emit(words.format(name=name))
        canvas.guide(self._paint)

    @property
    def ready(self) -> bool:
        return self._target is not None

    def steer(self, direction: Direction) -> None:
        """Choose the card that lies in a direction from the one chosen, passing over where it begins."""
        picture = self.canvas.picture
        here = self.canvas.element_of(self._target or self._source)
        found = walk_cards(picture, here, direction)
        if found is not None and found.record == self._source:
            found = walk_cards(picture, found, direction)
        if found is not None and found.record != self._source:
            self._aim(found.record)
            self.canvas.ensure_visible(found.record)

    def move(self, place: QPointF, keys: Qt.KeyboardModifier) -> None:
        """Choose the card under the pointer once the pointer really moves: keys held are told the same way."""
        if self._at is not None and place != self._at:
            self.takes(place)
        self._at = place

    def takes(self, place: QPointF) -> bool:
        """Choose the card at a place; returns whether there is one that it can lead to."""
        element = element_at(self.canvas.picture, place.x(), place.y())
        if element is None or element.role != "card" or element.record == self._source:
            return False
        if element.record != self._target:
            self._aim(element.record)
        return True

    def finish(self, place: QPointF, keys: Qt.KeyboardModifier) -> None:
        target = self._target
        self.cancel()
        if target is not None:
            draw_transition(self.canvas, self._source, target)

    def cancel(self) -> None:
        super().cancel()
        self.canvas.workspace.document.end_preview()
        self.canvas.workspace.guided.emit("")

    def _aim(self, target: str) -> None:
        self._target = target
        document, source = self.canvas.workspace.document, self._source
        if transition_between(document, source, target) is None:
            document.preview(lambda: add_transition(document, source, target))
        else:
            document.end_preview()
        self.canvas.guide(self._paint)

    def _paint(self, painter: QPainter, scale: float) -> None:
        accent = self.canvas.look.accent
        painter.setBrush(color(accent, 0.10))
        for record, line in ((self._source, Qt.PenStyle.DashLine), (self._target, Qt.PenStyle.SolidLine)):
            element = self.canvas.element_of(record) if record else None
            if element is not None:
                rect = QRectF(*element.rect).adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
                painter.setPen(QPen(color(accent), max(2.0, 1.5 / scale), line))
                painter.drawRoundedRect(rect, _ROUND, _ROUND)


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
