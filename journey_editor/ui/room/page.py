"""The page as a widget: fades calmly from one to the next, with the timer over it and a dark screen where asked."""

from PySide6.QtCore import QEasingCurve, QEvent, QPointF, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QStyle, QWidget

from journey_editor.layout.style import Style
from journey_editor.ui.curve import RasterMaker
from journey_editor.ui.painter import color
from journey_editor.ui.ring import paint_ring, time_font
from journey_editor.ui.room.frame import Frames, Shown
from journey_editor.ui.timer import Timer

FADE = 180
"""Milliseconds from one page to the next."""

_RING, _RING_LINE = 56.0, 8.0  # pixels on a screen 1080 high, like all that follows
_RIGHT, _MIDDLE = 48.0, 78.0
_GAP = 16.0


class RoomPage(QWidget):
    """Shows what it is given; `touched` carries the place of a click in points of the picture."""

    touched = Signal(QPointF)

    def __init__(self, timer: Timer) -> None:
        super().__init__()
        self._timer = timer
        self._frames = Frames()
        self._shown: Shown | None = None
        self._frame: QPixmap | None = None
        self._before: QPixmap | None = None
        self._is_blank = False
        self._fade = QVariantAnimation(self)
        self._fade.setStartValue(0.0)
        self._fade.setEndValue(1.0)
        self._fade.setDuration(FADE)
        self._fade.setEasingCurve(QEasingCurve.Type.InOutQuad)
        self._fade.valueChanged.connect(lambda _value: self.update())
        self._fade.finished.connect(self._settle)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        timer.ticked.connect(self.update)

    def show_page(self, shown: Shown | None, calmly: bool) -> None:
        """Show a page; what the room goes over to calmly fades in, where the system wants anything to move."""
        moves = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self) > 0
        if calmly and moves and self._frame is not None and self.isVisible() and not self._is_blank:
            self._before = self.grab_frame()
            self._fade.start()
        self._shown, self._frame = shown, None
        self.update()

    @property
    def is_fading(self) -> bool:
        """Whether it goes over to another page just now."""
        return self._fade.state() == QVariantAnimation.State.Running

    @property
    def is_blank(self) -> bool:
        """Whether the screen is dark."""
        return self._is_blank

    def blank(self, is_blank: bool) -> None:
        """Make the screen dark, so that people look at each other, or show the map again."""
        self._is_blank = is_blank
        self.update()

    def curve_ready(self, make: RasterMaker) -> None:
        """Take what draws curves."""
        self._frames.ready(make)
        self._frame = None
        self.update()

    def end(self) -> None:
        """Let go of everything."""
        self._fade.stop()
        self._frames.end()

    def grab_frame(self) -> QPixmap | None:
        """Return what is seen of the map now, in the middle of a fade what it looks like there."""
        if self._before is None or self._frame is None:
            return self._frame
        mixed = self._before.copy()
        painter = QPainter(mixed)
        painter.setOpacity(float(self._fade.currentValue() or 0.0))
        painter.drawPixmap(0, 0, self._frame)
        painter.end()
        return mixed

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._is_blank:
            painter.fillRect(self.rect(), Qt.GlobalColor.black)
            return
        if self._shown is None:
            painter.fillRect(self.rect(), self.palette().window())
            return
        if self._frame is None:
            self._frame = self._frames.paint(self._shown, self.size(), self.devicePixelRatioF())
        if self._before is not None:
            painter.drawPixmap(0, 0, self._before)
            painter.setOpacity(float(self._fade.currentValue() or 0.0))
        painter.drawPixmap(0, 0, self._frame)
        painter.setOpacity(1.0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._timer.phase != "off":
            self._paint_timer(painter, self._shown.style)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._before = self._frame = None
        self._fade.stop()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._before = self._frame = None
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._shown is not None and event.button() == Qt.MouseButton.LeftButton:
            self.touched.emit(event.position() / self._shown.page.scale)
        super().mousePressEvent(event)

    def _settle(self) -> None:
        self._before = None
        self.update()

    def _paint_timer(self, painter: QPainter, style: Style) -> None:
        """Paint ring and time at the upper right; a time that is up is golden, and so is the edge of the screen."""
        is_over, is_resting = self._timer.phase == "over", self._timer.phase == "paused"
        right = self.width() - _RIGHT
        painter.setFont(time_font(48, 700))
        words = self._timer.words
        place = QRectF(right - 400.0, _MIDDLE - 40.0, 400.0, 80.0)
        painter.setPen(color(style.gold if is_over else style.muted if is_resting else style.ink))
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        width = painter.fontMetrics().horizontalAdvance(words)
        ring = QRectF(right - width - _GAP - _RING, _MIDDLE - _RING / 2, _RING, _RING)
        paint_ring(painter, ring, _RING_LINE, self._timer.share, style, is_over, is_resting)
        if is_over:
            painter.setPen(QPen(color(style.gold_shape), 16.0))
            painter.drawRect(self.rect())
