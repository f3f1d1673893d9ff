"""What the mouse does on a canvas: it selects, begins gestures, and runs the one that is under way."""

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from journey_editor.core.records import Attached, Touchpoint
from journey_editor.layout.cells import is_more, is_row_name
from journey_editor.layout.hit import element_at
from journey_editor.layout.primitives import Element, Picture
from journey_editor.ui.canvas.cells import Cells
from journey_editor.ui.canvas.flow import offer_drawn
from journey_editor.ui.canvas.grips import Grip, grip_at
from journey_editor.ui.canvas.tools.cards import CardDrag
from journey_editor.ui.canvas.tools.feeling import FeelingDrag
from journey_editor.ui.canvas.tools.gesture import Canvas, Direction, Gesture
from journey_editor.ui.canvas.tools.linking import Link
from journey_editor.ui.canvas.tools.marquee import Marquee
from journey_editor.ui.canvas.tools.ordering import LaneDrag, StageDrag
from journey_editor.ui.canvas.tools.panning import Pan
from journey_editor.ui.canvas.tools.periods import PeriodDrag, part_at
from journey_editor.ui.canvas.tools.placing import Place
from journey_editor.ui.canvas.tools.rows import RowDrag, TextDrag

_EDGE = 28  # pixels: nearer to the edge the map scrolls under a gesture
_SCROLL_EVERY = 16  # milliseconds
_ARROWS: Mapping[int, Direction] = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}
_TAKEN = frozenset(("persona", "card", "link", "opens", "stage", "lane", "feeling", "note", "arrow", "span", "number"))

_BELOW_TITLE = frozenset(("subtitle", "about"))


class Surface(Canvas, Protocol):
    """What the hand needs beside what gestures know."""

    @property
    def cells(self) -> Cells:
        """The rows of texts."""
        ...

    def on_map(self, place: QPoint | QPointF) -> QPointF:
        """The place on the map below a place of the viewport."""
        ...

    def show_cursor(self, shape: Qt.CursorShape) -> None:
        """Show a pointer."""
        ...

    def hover(self, element: Element | None) -> None:
        """Show what is under the pointer."""
        ...

    def depth_beyond(self, place: QPoint, margin: int) -> QPoint:
        """How far a place of the viewport lies in its margin or outside, in pixels."""
        ...


class Hand:
    """The mouse over a canvas. One gesture at a time; Esc or another button ends it without effect."""

    def __init__(self, canvas: Surface) -> None:
        self._canvas = canvas
        self._gesture: Gesture | None = None
        self._pressed: tuple[QPoint, Element | None] | None = None
        self._at = QPoint()
        self._keys = Qt.KeyboardModifier.NoModifier
        self._narrow: str | None = None  # what is selected only if the press is no drag, beside what is kept
        self._kept: tuple[str, ...] = ()
        self._grip: Grip | None = None
        self.space_held = False
        self._timer = QTimer()
        self._timer.setInterval(_SCROLL_EVERY)
        self._timer.timeout.connect(self._scroll)

    @property
    def busy(self) -> bool:
        """Whether a gesture runs."""
        return self._gesture is not None

    def press(self, event: QMouseEvent) -> None:
        """Select, place, or make ready for a drag."""
        place = event.position().toPoint()
        self._at, self._keys = place, event.modifiers()
        at = self._canvas.on_map(event.position())
        if self._gesture is not None:
            if event.button() == Qt.MouseButton.LeftButton and self._gesture.takes(at):
                self._end().finish(at, event.modifiers())
            else:
                self.cancel()
            return
        if event.button() == Qt.MouseButton.MiddleButton or (
            event.button() == Qt.MouseButton.LeftButton and self.space_held
        ):
            self._start(Pan(self._canvas, at))
        elif event.button() == Qt.MouseButton.LeftButton:
            tool = self._canvas.workspace.tool
            if tool != "select":
                self._start(Place(self._canvas, tool))
                return
            element = touched(self._canvas.picture, at)
            self._pressed = (place, element)
            self._grip = None if event.modifiers() else grip_at(self._canvas, element, at)
            if self._grip is not None:
                self._canvas.workspace.session.select((self._grip.record,))
            elif element is not None or event.modifiers() or not self._canvas.cells.press(at):
                self._select(element, event.modifiers())

    def move(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        self._at, self._keys = event.position().toPoint(), event.modifiers()
        if self._gesture is not None:
            self._gesture.move(self._canvas.on_map(event.position()), self._keys)
            self._mind_the_edge()
        elif self._pressed is not None:
            if (self._at - self._pressed[0]).manhattanLength() >= QApplication.startDragDistance():
                self._begin_drag()
        elif not event.buttons():
            self._hover(self._canvas.on_map(event.position()))

    def release(self, event: QMouseEvent) -> None:
        """End the gesture, or the click."""
        if self._gesture is not None:
            gesture = self._end()
            gesture.finish(self._canvas.on_map(event.position()), event.modifiers())
        elif self._pressed is not None and self._grip is not None:
            self._click_grip(self._grip, self._pressed[1])
        elif self._pressed is not None and self._narrow is not None:
            session = self._canvas.workspace.session
            session.select((*self._kept, self._narrow))
        elif self._pressed is not None and (at := self._canvas.cells.at) is not None and at.more:
            self._canvas.cells.show_texts()
        elif self._pressed is not None and self._pressed[1] is None:
            self._click_head(event)
        elif self._pressed is not None and self._pressed[1] is not None and self._pressed[1].role == "arrow":
            offer_drawn(self._canvas, self._pressed[1])
        self._pressed = self._narrow = self._grip = None
        self._hover(self._canvas.on_map(event.position()))

    def keys_changed(self, keys: Qt.KeyboardModifier) -> None:
        """Tell a running gesture that a key such as Ctrl was pressed or let go."""
        if self._gesture is not None and keys != self._keys:
            self._keys = keys
            self._gesture.move(self._canvas.on_map(self._at), keys)

    def steer(self, event: QKeyEvent) -> None:
        """Lead a running gesture by arrows, and end it by Enter where keys lead it."""
        if self._gesture is None:
            return
        if event.key() in _ARROWS:
            self._gesture.steer(_ARROWS[event.key()])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._gesture.ready:
            self._end().finish(self._canvas.on_map(self._at), event.modifiers())

    def cancel(self) -> bool:
        """End the gesture without effect. Returns whether there was one."""
        self._pressed = self._narrow = self._grip = None
        if self._gesture is None:
            return False
        self._end().cancel()
        return True

    def cancel_running(self) -> None:
        """End a gesture that runs; a press that is no drag yet may still become one."""
        if self.busy:
            self.cancel()

    def leave(self) -> None:
        """The pointer is elsewhere."""
        self._canvas.hover(None)

    def end(self) -> None:
        """Stop for good."""
        self.cancel()
        self._timer.stop()

    def start(self, gesture: Gesture) -> None:
        """Run a gesture that something else than a press began, such as a drag from the palette."""
        self.cancel()
        self._start(gesture)

    def _select(self, element: Element | None, keys: Qt.KeyboardModifier) -> None:
        """Select what is pressed at once, so that a drag takes it along; an arrow only where no rectangle is drawn."""
        session = self._canvas.workspace.session
        extend = bool(keys & Qt.KeyboardModifier.ShiftModifier)
        self._narrow = None
        if element is None or element.record not in self._canvas.workspace.document.records:
            if not extend:
                session.clear()
        elif element.role == "arrow":
            self._narrow, self._kept = element.record, session.selected if extend else ()
        elif extend:
            session.toggle(element.record)
        elif element.record in session.selected:
            self._narrow, self._kept = element.record, ()
        else:
            session.select((element.record,))

    def _click_grip(self, grip: Grip, element: Element | None) -> None:
        """A click on a card's handle lets the next one choose the other card; on an arrow's end it is on the card."""
        if grip.moving is None:
            self._start(Link(self._canvas, grip.card))
        elif element is not None and element.role == "card":
            self._canvas.workspace.session.select((element.record,))

    def _begin_drag(self) -> None:
        assert self._pressed is not None
        place, element = self._pressed
        grip = self._grip
        self._pressed = self._narrow = self._grip = None
        if grip is not None:
            gesture: Gesture = Link(self._canvas, grip.card, grip.moving, dragged=True)
        else:
            gesture = self._gesture_for(element, self._canvas.on_map(place))
        self._start(gesture)
        gesture.move(self._canvas.on_map(self._at), self._keys)
        self._mind_the_edge()

    def _gesture_for(self, element: Element | None, start: QPointF) -> Gesture:
        canvas = self._canvas
        document, session = canvas.workspace.document, canvas.workspace.session
        if element is not None and element.role == "feeling":
            return FeelingDrag(canvas, element.record, start)
        if element is not None and element.role == "span":
            return PeriodDrag(canvas, element, start)
        if element is not None and element.role == "card":
            chosen = session.selected if element.record in session.selected else (element.record,)
            ids = [each for each in chosen if isinstance(document.records.get(each), Touchpoint)]
            return CardDrag(canvas, element.record, ids, start)
        if element is not None and element.role == "note" and element.record in document.records:
            chosen = session.selected if element.record in session.selected else (element.record,)
            texts = [each for each in chosen if isinstance(document.records.get(each), Attached)]
            return TextDrag(canvas, element.record, texts, start)
        if element is None and canvas.cells.at is not None and not canvas.cells.at.place.stage:
            return RowDrag(canvas, canvas.cells, canvas.cells.at.place.kind, start)
        if element is not None and element.record in document.records and element.role in ("stage", "lane"):
            if canvas.workspace.lock.holds():
                return Gesture(canvas)  # the hand moves nothing
            return (StageDrag if element.role == "stage" else LaneDrag)(canvas, element.record, start)
        return Marquee(canvas, start, bool(self._keys & Qt.KeyboardModifier.ShiftModifier))

    def _start(self, gesture: Gesture) -> None:
        self._gesture = gesture
        self._canvas.hover(None)
        self._canvas.show_cursor(gesture.cursor)

    def _end(self) -> Gesture:
        assert self._gesture is not None
        gesture, self._gesture = self._gesture, None
        self._timer.stop()
        self._canvas.show_cursor(Qt.CursorShape.ArrowCursor)
        return gesture

    def _hover(self, at: QPointF) -> None:
        if self._canvas.workspace.tool != "select":
            self._canvas.show_cursor(Qt.CursorShape.CrossCursor)
            return
        if self.space_held:
            self._canvas.show_cursor(Qt.CursorShape.OpenHandCursor)
            return
        element = touched(self._canvas.picture, at)
        self._canvas.hover(element if element is None or element.role != "lane" else None)
        under = element or element_at(self._canvas.picture, at.x(), at.y())
        gripped = grip_at(self._canvas, element, at) is not None
        self._canvas.show_cursor(Qt.CursorShape.CrossCursor if gripped else _cursor_over(under, at))

    def _click_head(self, event: QMouseEvent) -> None:
        """Edit the map's title where it stands, or ask what is told below it."""
        at = self._canvas.on_map(event.position())
        element = element_at(self._canvas.picture, at.x(), at.y())
        if element is not None and element.role == "title":
            self._pressed = None
            self._canvas.edit_title(element.record)
        elif element is not None and element.role in _BELOW_TITLE:
            self._canvas.workspace.about_asked.emit(event.globalPosition().toPoint())

    def _mind_the_edge(self) -> None:
        beyond = self._canvas.depth_beyond(self._at, _EDGE)
        wanted = self._gesture is not None and self._gesture.scrolls and not beyond.isNull()
        if wanted and not self._timer.isActive():
            self._timer.start()
        elif not wanted:
            self._timer.stop()

    def _scroll(self) -> None:
        beyond = self._canvas.depth_beyond(self._at, _EDGE)
        if self._gesture is None or beyond.isNull():
            self._timer.stop()
            return
        self._canvas.pan_by(-beyond.x() * 0.6, -beyond.y() * 0.6)
        self._gesture.move(self._canvas.on_map(self._at), self._keys)


def _cursor_over(element: Element | None, at: QPointF) -> Qt.CursorShape:
    """Return the pointer that tells what a drag would change there."""
    if element is not None and element.role in ("link", "opens"):
        return Qt.CursorShape.PointingHandCursor
    if element is not None and element.role == "feeling":
        return Qt.CursorShape.SizeVerCursor
    if element is not None and element.role == "title":
        return Qt.CursorShape.IBeamCursor
    if element is not None and (element.role in _BELOW_TITLE or (element.role == "row" and is_more(element.record))):
        return Qt.CursorShape.PointingHandCursor
    if element is not None and element.role == "row" and is_row_name(element.record):
        return Qt.CursorShape.OpenHandCursor
    if element is not None and element.role == "span" and part_at(element, at.x()) != "whole":
        return Qt.CursorShape.SizeHorCursor
    return Qt.CursorShape.ArrowCursor


def touched(picture: Picture, at: QPointF) -> Element | None:
    """Return what a hand takes at a place of the map: of a lane only its label, the rest is ground."""
    element = element_at(picture, at.x(), at.y())
    if element is None or element.role not in _TAKEN or not element.record:
        return None
    if element.role == "lane" and picture.grid.stages and at.x() >= picture.grid.stages[0].x:
        return None
    return element
