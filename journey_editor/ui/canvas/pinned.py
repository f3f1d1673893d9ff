"""The column of names at the left of a map: it stays in sight while the map is moved to the left below it."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter

from journey_editor.layout.primitives import Element, Line, Picture, Primitive, Strip, moved
from journey_editor.layout.style import Style
from journey_editor.ui.canvas.scene import MapScene
from journey_editor.ui.canvas.zoom import MARGIN, ScaledView
from journey_editor.ui.painter import color, draw, prepare

_RIM = 8.0  # points that the column keeps at its left
_SHARE = 0.4  # of the room: names that would take more of it go with the map
_COLUMN = ("lane", "scale", "row")

HeadOf = Callable[[str], Element | None]
"""Finds the head of a stage."""


class Column:
    """The column of one map, by lengths in points: where it lies, what it shows, and whether that changed."""

    def __init__(self, head_of: HeadOf) -> None:
        self._head_of = head_of
        self._shown: tuple[Strip | None, tuple[Primitive, ...]] = None, ()

    def place(self, picture: Picture, shown: QRectF) -> QRectF:
        """Return where the column lies on the map, of which `shown` is in sight; empty where it lies there anyway."""
        width = column_width(picture)
        if width <= 0 or shown.left() <= _left(picture) or width > _SHARE * shown.width():
            return QRectF()
        return QRectF(shown.left(), shown.top(), width, shown.height())

    def paint(self, painter: QPainter, picture: Picture, place: QRectF, style: Style, scale: float) -> None:
        """Paint the column over the map, at a scale in pixels a point."""
        painter.save()
        painter.setClipRect(place.adjusted(-1.0, -1.0, 1.0 / scale, 1.0))
        painter.fillRect(place, color(style.paper))
        elements = tuple(self._elements(picture, place))
        for element in elements:
            painter.save()
            painter.translate(element.rect.x, element.rect.y)
            draw(painter, prepare(element.parts), scale)
            painter.restore()
        top = min((element.rect.y for element in elements), default=place.top())
        painter.fillRect(QRectF(place.right(), top, 1.0 / scale, place.bottom() - top), color(style.quiet))
        painter.restore()

    def changed(self, picture: Picture, place: QRectF) -> bool:
        """Whether it shows something else than when this was asked last."""
        head, before = self._head(picture, place), self._shown
        self._shown = picture.strips[0].strip if picture.strips else None, head.parts if head else ()
        return before[0] is not self._shown[0] or before[1] is not self._shown[1]

    def _elements(self, picture: Picture, place: QRectF) -> Iterator[Element]:
        """Yield what the column shows: the names of lanes and rows, the faces, and the stage that goes on below it."""
        away, right = place.left() - _left(picture), picture.grid.stages[0].x
        for element in picture.strips[0].elements:
            rect = element.rect
            if element.role in _COLUMN and rect.x < right and rect.y < place.bottom() and rect.bottom > place.top():
                yield moved(element, away)
        head = self._head(picture, place)
        if head is not None:
            name = next((part for part in head.parts if isinstance(part, Line)), None)
            fitting = [p for p in head.parts if p is name or not isinstance(p, Line) or p.x + p.width < place.width()]
            yield moved(replace(head, parts=tuple(fitting)), place.left() + _RIM - head.rect.x)

    def _head(self, picture: Picture, place: QRectF) -> Element | None:
        """Return the head of the stage whose name lies below the column."""
        spans = () if place.isEmpty() else picture.grid.stages
        span = next((each for each in spans if each.x < place.right() < each.x + each.width), None)
        return self._head_of(span.stage) if span else None


class PinnedView(ScaledView):
    """A view of a map whose column of names stays in sight."""

    _map: MapScene | None = None
    _column: Column | None = None

    def pin_names(self, scene: MapScene) -> None:
        """Let the names of a scene stay in sight."""
        self._map, self._column = scene, Column(lambda stage: scene.sheet.index.showing(stage, "stage"))

    @property
    def pinned(self) -> QRectF:
        """Where the names lie on the map that stay in sight; empty where none do."""
        if self._map is None or self._column is None:
            return QRectF()
        return self._column.place(self._map.picture, self.mapToScene(self.viewport().rect()).boundingRect())

    def owner_pinned_at(self, place: QPointF) -> str | None:
        """Return the owner whose name lies at a place of the map, "" for another name there, None for no name."""
        if self._map is None or not self.pinned.contains(place):
            return None
        lanes = self._map.picture.grid.lanes
        return next((span.owner for span in lanes if 0 <= place.y() - span.y < span.height), "")

    def reveal_beside(self, element: Element) -> None:
        """Move the view as little as shows an element beside the names; of a lane its beginning, where its name is."""
        rect, width = element.rect, column_width(self._map.picture) if self._map is not None else 0.0
        if element.role == "lane":
            self.reveal(QRectF(rect.x, rect.y, min(rect.width, 240.0), rect.height))
            return
        left = max(rect.x - width, min(rect.x, MARGIN / self.scale_now))
        self.reveal(QRectF(left, rect.y, rect.right - left, rect.height))

    def follow_names(self) -> None:
        """Paint the names anew where they are others now."""
        place = self.pinned
        if self._map is not None and self._column is not None and self._column.changed(self._map.picture, place):
            self.viewport().update(self.mapFromScene(place).boundingRect().adjusted(0, 0, 2, 0))

    # events of Qt

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        place = self.pinned
        if self._map is not None and self._column is not None and place.intersects(QRectF(rect)):
            self._column.paint(painter, self._map.picture, place, self._map.style, self.scale_now)


def column_width(picture: Picture) -> float:
    """Return how wide the column is while it is pinned, 0 where a map has no names at its left."""
    grid = picture.grid
    return max(0.0, grid.stages[0].x - _left(picture)) if grid.stages and grid.lanes else 0.0


def _left(picture: Picture) -> float:
    """Return where the column begins: a little left of the lanes."""
    elements = picture.strips[0].elements if picture.strips else ()
    return next((each.rect.x - _RIM for each in elements if each.role == "lane"), 0.0)
