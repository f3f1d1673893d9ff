"""What every gesture of the mouse has in common, and what it may ask of the canvas."""

import sys
from collections.abc import Callable, Iterable
from typing import Any, Literal, Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from journey_editor.layout.primitives import Element, Picture
from journey_editor.layout.style import Style
from journey_editor.ui.workspace import Workspace

Direction = Literal["left", "right", "up", "down"]

Guide = Callable[[QPainter, float], None]
"""Draws what shows where a gesture leads, on the map's scale; the number is pixels a point."""


class Canvas(Protocol):
    """What gestures and keys know of the view: the picture, the guides over it, and what follows an edit."""

    @property
    def workspace(self) -> Workspace:
        """The open file."""
        ...

    @property
    def cells(self) -> Any:
        """The rows of texts below the lanes (`canvas.cells`)."""
        ...

    @property
    def picture(self) -> Picture:
        """The map as it is shown."""
        ...

    @property
    def look(self) -> Style:
        """The theme of the picture."""
        ...

    @property
    def scale_now(self) -> float:
        """Pixels a point."""
        ...

    def element_of(self, record: str) -> Element | None:
        """The element that shows a record."""
        ...

    def cards_within(self, rect: QRectF) -> list[str]:
        """The touchpoints whose cards a rectangle touches, in reading order."""
        ...

    def guide(self, guide: Guide | None) -> None:
        """Show a guide over the map, or none."""
        ...

    def pale(self, ids: Iterable[str]) -> None:
        """Draw these cards pale while their copies follow the pointer."""
        ...

    def paint_element(self, painter: QPainter, element: Element) -> None:
        """Draw an element once more; the painter's origin is its corner."""
        ...

    def ensure_visible(self, record: str) -> None:
        """Scroll as little as shows a record."""
        ...

    def edit_title(self, record: str, join: str = "") -> None:
        """Edit a record's name in place; with a join key as part of the step that made it."""
        ...

    def edit_text(self, record: str, over: str, join: str = "") -> None:
        """Edit a note or an opportunity in a field beside the element of what it is on."""
        ...

    def edit_figures(self, stage: str, field: Literal["counts", "period"]) -> None:
        """Edit the numbers of a stage, or when it is, where the map shows them."""
        ...

    def begin_gesture(self, gesture: "Gesture") -> None:
        """Run a gesture that keys began."""
        ...

    def new_after(self, is_stage: bool) -> None:
        """Add an empty touchpoint or stage after the current one and edit its name."""
        ...

    def pan_by(self, dx: float, dy: float) -> None:
        """Move what is seen by pixels."""
        ...

    def is_caught(self, place: QPointF) -> bool:
        """Whether cards that are let go at a place of the map fall into the tray beside it."""
        ...


Command = Callable[[Workspace, Canvas], None]
"""What a key or a menu does on the map."""


class Gesture:
    """A gesture that runs from its start until `finish` or `cancel`; places are on the map, in points.

    It starts from what is there at its start and is worked out anew from that at each move. Nothing in the document
    has changed after `cancel`.
    """

    cursor: Qt.CursorShape = Qt.CursorShape.ArrowCursor
    scrolls = True
    """Whether the map scrolls when the pointer comes to its edge."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas

    @property
    def ready(self) -> bool:
        """Whether Enter ends it: only what keys began and keys lead."""
        return False

    def steer(self, direction: Direction) -> None:
        """Follow an arrow key."""

    def takes(self, place: QPointF) -> bool:
        """Whether a click there ends it, instead of giving it up."""
        return False

    def move(self, place: QPointF, keys: Qt.KeyboardModifier) -> None:
        """Follow the pointer."""

    def finish(self, place: QPointF, keys: Qt.KeyboardModifier) -> None:
        """Do it."""

    def cancel(self) -> None:
        """Leave everything as it was."""
        self.canvas.guide(None)


def copies(keys: Qt.KeyboardModifier) -> bool:
    """Whether the keys held make a drag copy: Ctrl, on a Mac Option."""
    copying = Qt.KeyboardModifier.AltModifier if sys.platform == "darwin" else Qt.KeyboardModifier.ControlModifier
    return bool(keys & copying)
