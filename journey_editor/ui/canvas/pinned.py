"""The column of names at the left of a map: it stays in sight while the map is moved to the left below it."""

from bisect import bisect_left
from typing import Any

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QTransform

from journey_editor.layout.dimming import DIMMED
from journey_editor.layout.primitives import Element, Ink, Line, Picture, Strip
from journey_editor.ui.canvas.scene import MapScene
from journey_editor.ui.canvas.zoom import MARGIN, ScaledView
from journey_editor.ui.painter import Draw, color, draw, first_fill, prepare

_RIM = 8.0  # points that the column keeps at its left
_SHARE = 0.4  # of the room: names that would take more of it go with the map
_COLUMN = ("lane", "line", "scale", "row")
_KEPT = 256  # elements that are kept prepared


_Look = tuple[float, float, Ink | None, tuple[Line, ...]]


class Column:
    """What the column of a map shows, by lengths in points. What a picture keeps is looked for and prepared once."""

    def __init__(self) -> None:
        self._ground: Strip | None = None
        self._names: tuple[Element, ...] = ()
        self._prepared: dict[tuple[str, str], tuple[_Look, tuple[Draw, ...]]] = {}
        self._shown: tuple[_Look, ...] = ()
        self._pixels: tuple[tuple[Any, ...], QPixmap] | None = None
        self.left = self.width = 0.0

    def follow(self, picture: Picture) -> None:
        """Look for the names of a picture, where these may be others than before."""
        ground = picture.strips[0].strip if picture.strips else None
        if ground is self._ground:
            return
        self._ground, stages = ground, picture.grid.stages
        elements = ground.elements if ground is not None and stages else ()
        self._names = tuple(each for each in elements if each.role in _COLUMN and each.rect.x < stages[0].x)
        self.left = next((each.rect.x - _RIM for each in self._names if each.role == "lane"), 0.0)
        self.width = stages[0].x - self.left if self._names else 0.0

    def place(self, shown: QRectF) -> QRectF:
        """Return where the column lies on the map, of which `shown` is in sight; empty where it lies there anyway."""
        if self.width <= 0 or shown.left() <= self.left or self.width > _SHARE * shown.width():
            return QRectF()
        return QRectF(shown.left(), shown.top(), self.width, shown.height())

    def paint(self, painter: QPainter, scene: MapScene, place: QRectF, scale: float) -> None:
        """Paint the column over the map, at a scale in pixels a point; what it shows is kept as pixels."""
        picture, style, onto = scene.picture, scene.style, painter.worldTransform()
        head, ratio = _head(picture, place), painter.device().devicePixelRatio()
        shown = [*self._names, *((head,) if head is not None else ())]
        dimmed = tuple([scene.sheet.is_dimmed(element) for element in shown])
        room = onto.mapRect(place.adjusted(-1.0, -1.0, 1.0 / scale + 1.0, 1.0)).toAlignedRect()
        looks = tuple([_look(element) for element in shown])
        key = (looks, dimmed, style, ratio, room.size(), onto.m11(), place.top(), onto.dx() % 1, onto.dy())
        if self._pixels is None or self._pixels[0] != key:
            pixels = QPixmap(room.size() * ratio)
            pixels.setDevicePixelRatio(ratio)
            pixels.fill(Qt.GlobalColor.transparent)
            inside = QPainter(pixels)
            inside.setRenderHints(painter.renderHints())
            inside.setWorldTransform(onto * QTransform.fromTranslate(-room.x(), -room.y()))
            self._draw(inside, scene, place, scale, shown, dimmed)
            inside.end()
            self._pixels = key, pixels
        painter.setWorldTransform(QTransform())
        painter.drawPixmap(room.topLeft(), self._pixels[1])
        painter.setWorldTransform(onto)

    def _draw(
        self, painter: QPainter, scene: MapScene, place: QRectF, scale: float, shown: list[Element],
        dimmed: tuple[bool, ...],
    ) -> None:  # fmt: skip
        style = scene.style
        painter.setClipRect(place.adjusted(-1.0, -1.0, 1.0 / scale, 1.0))
        painter.fillRect(place, color(style.paper))
        away = place.left() - self.left
        for element, is_dimmed in zip(shown, dimmed, strict=True):
            x = element.rect.x + away if element.role in _COLUMN else place.left() + _RIM
            painter.save()
            painter.translate(x, element.rect.y)
            painter.setOpacity(DIMMED if is_dimmed else 1.0)
            draw(painter, self._ready(element), scale)
            painter.restore()
        top = max(place.top(), min(element.rect.y for element in shown))
        painter.fillRect(QRectF(place.right(), top, 1.0 / scale, place.bottom() - top), color(style.quiet))

    def changed(self, picture: Picture, place: QRectF) -> bool:
        """Whether it shows something else than when this was asked last."""
        head, before = _head(picture, place), self._shown
        self._shown = tuple(_look(each) for each in (*self._names, *((head,) if head else ())))
        return before != self._shown

    def _ready(self, element: Element) -> tuple[Draw, ...]:
        """Return what draws an element; of a stage's texts only its name and those that fit."""
        look, known = _look(element), self._prepared.get(element.key)
        if known is not None and known[0] == look:
            return known[1]
        parts = element.parts
        if element.role == "stage":
            name = next((part for part in parts if isinstance(part, Line)), None)
            parts = tuple(
                part
                for part in parts
                if part is name or not isinstance(part, Line) or part.x + part.width < self.width - _RIM
            )
        if len(self._prepared) > _KEPT:
            self._prepared.clear()
        prepared = prepare(parts)
        self._prepared[element.key] = look, prepared
        return prepared


def _look(element: Element) -> _Look:
    """Return all that is seen of an element in the column: how long it is has nothing to do with that."""
    lines = tuple(part for part in element.parts if isinstance(part, Line))
    return element.rect.y, element.rect.height, first_fill(element.parts), lines


def _head(picture: Picture, place: QRectF) -> Element | None:
    """Return the head of the stage whose name lies below the column."""
    stages = picture.grid.stages
    number = bisect_left(stages, place.right(), key=lambda span: span.x) - 1
    if place.isEmpty() or number < 0 or stages[number].x + stages[number].width <= place.right():
        return None
    record = stages[number].stage
    shown = (each for strip in picture.strips if record in strip.strip.by_record for each in strip.showing(record))
    return next((each for each in shown if each.role == "stage"), None)


class PinnedView(ScaledView):
    """A view of a map whose column of names stays in sight."""

    def __init__(self) -> None:
        super().__init__()
        self._pinned: MapScene | None = None
        self._column = Column()

    def pin_names(self, scene: MapScene) -> None:
        """Let the names of a scene stay in sight."""
        self._pinned = scene

    @property
    def pinned(self) -> QRectF:
        """Where the names lie on the map that stay in sight; empty where none do."""
        if self._pinned is None:
            return QRectF()
        self._column.follow(self._pinned.picture)
        return self._column.place(self.mapToScene(self.viewport().rect()).boundingRect())

    def owner_pinned_at(self, place: QPointF) -> str | None:
        """Return the owner whose name lies at a place of the map, "" for another name there, None for no name."""
        if self._pinned is None or not self.pinned.contains(place):
            return None
        lanes = self._pinned.picture.grid.lanes
        return next((span.lane.owner for span in lanes if 0 <= place.y() - span.y < span.height), "")

    def reveal_beside(self, element: Element) -> None:
        """Move the view as little as shows an element beside the names; of a lane its beginning, where its name is."""
        rect = element.rect
        if element.role == "lane":
            self.reveal(QRectF(rect.x, rect.y, min(rect.width, 240.0), rect.height))
            return
        if self._pinned is not None:
            self._column.follow(self._pinned.picture)
        left = max(rect.x - self._column.width, min(rect.x, MARGIN / self.scale_now))
        self.reveal(QRectF(left, rect.y, rect.right - left, rect.height))

    def ensure_visible(self, record: str) -> None:
        """Scroll as little as shows a record."""
        element = self._pinned.element_of(record) if self._pinned is not None else None
        if element is not None:
            self.reveal_beside(element)

    def on_screen(self, x: float, y: float) -> QPoint:
        """Return the place of the screen that a place of the map lies at."""
        return self.viewport().mapToGlobal(self.mapFromScene(QPointF(x, y)))

    def fit_stage(self, stage_id: str) -> None:
        """Show one stage from its head to the rows below, as large as it fits."""
        picture = self._pinned.picture if self._pinned is not None else None
        span = next((span for span in picture.grid.stages if span.stage == stage_id), None) if picture else None
        if picture is not None and span is not None:
            self.fit(QRectF(span.x - 8.0, 0.0, span.width + 16.0, picture.height), 2.0)

    def follow_names(self) -> None:
        """Paint the names anew where they are others now."""
        place = self.pinned
        if self._pinned is not None and not place.isEmpty() and self._column.changed(self._pinned.picture, place):
            self.viewport().update(self.mapFromScene(place).boundingRect().adjusted(0, 0, 2, 0))

    # events of Qt

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is painted along with the map; the names, which stay where they are, are painted anew."""
        before = self.mapFromScene(self.pinned).boundingRect()
        super().scrollContentsBy(dx, dy)
        for column in (before.translated(dx, dy), self.mapFromScene(self.pinned).boundingRect()):
            if not column.isEmpty():
                self.viewport().update(column.adjusted(-2, 0, 2, 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell the map which parts are painted: Qt tells an item no more than the rectangle around all of them."""
        if self._pinned is None:
            super().paintEvent(event)
            return
        parts: Any = event.region()  # which can be walked, though its stub does not say so
        rects = (self.mapToScene(part).boundingRect() for part in parts)
        self._pinned.sheet.exposed = tuple((r.left(), r.top(), r.right(), r.bottom()) for r in rects)
        super().paintEvent(event)
        self._pinned.sheet.exposed = ()

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        place = self.pinned
        if self._pinned is not None and place.intersects(QRectF(rect)):
            self._column.paint(painter, self._pinned, place, self.scale_now)
