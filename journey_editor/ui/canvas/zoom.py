"""A view that can be moved and scaled: by wheel, pinch and calls, about a place that stays where it is."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QNativeGestureEvent, QPainter, QResizeEvent, QTransform, QWheelEvent
from PySide6.QtWidgets import QFrame, QGestureEvent, QGraphicsView, QPinchGesture

STEP = 1.2
"""What one step of the wheel or a key scales by."""
SMALLEST, LARGEST = 0.05, 4.0
"""Pixels a point; a map that is larger still can always be seen whole."""

_ROOM = 16.0  # pixels around what is fitted
MARGIN = 32
"""Pixels around what is revealed."""

_HINTS = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing

READABLE = 0.7  # the scale from which the smallest words of a map (11 points) can be read on a screen


@dataclass(frozen=True, slots=True)
class Sight:
    """What is seen of a scene: at which scale, which place lies in the corner, and what is done with each new size."""

    scale: float
    corner: tuple[int, int]
    for_size: Callable[[], None] | None


class ScaledView(QGraphicsView):
    """Shows a scene from its left upper corner. `zoomed` carries the new scale, `moved` follows each move of it."""

    zoomed = Signal(float)
    moved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._wheel_zooms = False
        self._for_size: Callable[[], None] | None = None  # done again with each size, until a person moves the map
        self.kept: Callable[[], QRectF | None] = lambda: None  # what stays in sight when the view gets smaller
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHints(_HINTS)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontAdjustForAntialiasing)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        # the paper is all over it: Qt fills nothing below, and moves what is painted where the map is scrolled
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(self.moved)

    @property
    def scale_now(self) -> float:
        """Pixels a point."""
        return self.transform().m11()

    def set_wheel_zooms(self, zooms: bool) -> None:
        """Let the plain wheel zoom, and Ctrl and the wheel move the map; the other way round otherwise."""
        self._wheel_zooms = zooms

    def zoom_in(self) -> None:
        """One step nearer, about the middle."""
        self.zoom_to(self.scale_now * STEP)

    def zoom_out(self) -> None:
        """One step away, about the middle."""
        self.zoom_to(self.scale_now / STEP)

    def zoom_to(self, scale: float, about: QPoint | None = None) -> None:
        """Scale to pixels a point; what lies at a place of the viewport (None: its middle) stays there."""
        about = about or self.viewport().rect().center()
        scale = max(min(SMALLEST, self._fitting(self.sceneRect())), min(LARGEST, scale))
        self._for_size = None
        held = self.on_map(about)
        self._scale_to(scale)
        now = self.viewportTransform().map(held)
        self.pan_by(about.x() - now.x(), about.y() - now.y())

    def full_size(self) -> None:
        """Show the map in its natural size."""
        self.zoom_to(1.0)

    def fit(self, rect: QRectF, largest: float = 1.0) -> None:
        """Show a rectangle of the scene as large as it fits, at most at a scale."""
        self._for_size = None
        self._scale_to(min(largest, self._fitting(rect)))
        self.centerOn(rect.center())

    def fit_all(self) -> None:
        """Show the whole scene, also when the view gets another size, until a person moves it."""
        self.fit(self.sceneRect())
        self._for_size = self.fit_all

    def begin(self) -> None:
        """Show the whole scene where its words can be read then, else its beginning in a scale where they can.

        This holds when the view gets another size, too, until a person moves it.
        """
        if self._fitting(self.sceneRect()) >= READABLE:
            self.fit(self.sceneRect())
        else:
            self.zoom_to(READABLE)
            for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
                bar.setValue(bar.minimum())
        self._for_size = self.begin

    def sight(self) -> Sight:
        """Return what is seen now, to come back to it."""
        bars = self.horizontalScrollBar(), self.verticalScrollBar()
        return Sight(self.scale_now, (bars[0].value(), bars[1].value()), self._for_size)

    def see_again(self, sight: Sight) -> None:
        """Show what was seen before, as far as the scene still reaches there."""
        if sight.for_size is not None:
            sight.for_size()
            return
        self._for_size = None
        self._scale_to(sight.scale)
        self.horizontalScrollBar().setValue(sight.corner[0])
        self.verticalScrollBar().setValue(sight.corner[1])
        self.moved.emit()

    def reveal(self, rect: QRectF) -> None:
        """Move the view as little as shows a rectangle of the scene."""
        shown = self.mapFromScene(rect).boundingRect()
        room = self.viewport().rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        dx = _shift(shown.left(), shown.right(), room.left(), room.right())
        dy = _shift(shown.top(), shown.bottom(), room.top(), room.bottom())
        if dx or dy:
            self.pan_by(dx, dy)

    def pan_by(self, dx: float, dy: float) -> None:
        """Move what is seen by pixels to the right and down, as far as the scene reaches."""
        self._for_size = None
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() - round(dx))
        down.setValue(down.value() - round(dy))

    def on_map(self, place: QPoint | QPointF) -> QPointF:
        """Return the place on the scene below a place of the viewport."""
        inverted, _ = self.viewportTransform().inverted()
        return inverted.map(QPointF(place))

    def depth_beyond(self, place: QPoint, margin: int) -> QPoint:
        """Return how far a place of the viewport lies in its margin or outside, in pixels."""
        room = self.viewport().rect().adjusted(margin, margin, -margin, -margin)
        return QPoint(
            min(0, place.x() - room.left()) + max(0, place.x() - room.right()),
            min(0, place.y() - room.top()) + max(0, place.y() - room.bottom()),
        )

    def show_cursor(self, shape: Qt.CursorShape) -> None:
        """Show a pointer over the map."""
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta()
        if bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier) != self._wheel_zooms:
            self.zoom_to(self.scale_now * STEP ** (turned.y() / 120.0), event.position().toPoint())
        else:
            moved = event.pixelDelta() if not event.pixelDelta().isNull() else turned * 0.6
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not moved.x():
                moved = QPoint(moved.y(), 0)
            self.pan_by(moved.x(), moved.y())
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom_to(self.scale_now * (1.0 + event.value()), event.position().toPoint())
            return True
        if isinstance(event, QGestureEvent):
            return self._pinch(event)
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        kept, before = self.kept(), QRect(QPoint(), event.oldSize())
        was_seen = kept is not None and before.contains(self.mapFromScene(kept).boundingRect().center())
        super().resizeEvent(event)
        for_size = self._for_size
        if for_size is not None:
            for_size()
        if (
            kept is not None
            and was_seen
            and not self.viewport().rect().contains(self.mapFromScene(kept).boundingRect())
        ):
            self.reveal(kept)
            self._for_size = for_size
        self.moved.emit()

    def _pinch(self, event: QGestureEvent) -> bool:
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if not isinstance(pinch, QPinchGesture):
            return False
        about = self.viewport().mapFromGlobal(pinch.hotSpot().toPoint())
        self.zoom_to(self.scale_now * pinch.scaleFactor(), about)
        event.accept(pinch)
        return True

    def _scale_to(self, scale: float) -> None:
        self.setTransform(QTransform.fromScale(scale, scale))
        self.zoomed.emit(scale)
        self.moved.emit()

    def _fitting(self, rect: QRectF) -> float:
        """Return the scale at which a rectangle of the scene just fits."""
        size = self.viewport().size()
        if rect.isEmpty():
            return 1.0
        return min((size.width() - _ROOM) / rect.width(), (size.height() - _ROOM) / rect.height())


def _shift(first: int, last: int, low: int, high: int) -> int:
    """Return how far a stretch must go to lie between two ends; where it is too long its beginning is shown."""
    if first < low or last - first > high - low:
        return low - first
    return min(0, high - last)
