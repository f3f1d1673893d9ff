"""What shows a metric's numbers at a glance: a bar from baseline to target, and a line of its history."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from journey_editor.core.measures import Course
from journey_editor.ui.look import Look
from journey_editor.ui.painter import color

_SHOWN = 400  # points of a history that a line of this size can tell apart


class Gauge(QWidget):
    """Where a metric stands on its way to the target, which is a dark mark; what was expected is a quiet one."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(14)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._course: Course | None = None
        self._colors = ("", "", "", "")

    def show_course(self, course: Course, ground: str, fill: str, look: Look) -> None:
        """Show a course in two colours: what is left of the way, and what is done."""
        self._course = course
        self._colors = (ground, fill, look.map.ink, look.map.muted)
        self.update()

    @property
    def course(self) -> Course | None:
        """What it shows."""
        return self._course

    def sizeHint(self) -> QSize:
        return QSize(120, 14)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._course is None:
            return
        ground, fill, ink, muted = self._colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(ground))
        painter.drawRoundedRect(QRectF(0, 3, self.width(), 8), 4, 4)
        if self._course.now > 0:
            painter.setBrush(color(fill))
            painter.drawRoundedRect(QRectF(0, 3, max(8.0, self.width() * self._course.now), 8), 4, 4)
        if self._course.expected is not None:
            painter.setBrush(color(muted))
            painter.drawRect(QRectF(self._at(self._course.expected), 3, 2, 8))
        painter.setBrush(color(ink))
        painter.drawRect(QRectF(self._at(self._course.target), 0, 2, 14))

    def _at(self, share: float) -> float:
        return max(0.0, min(self.width() - 2.0, self.width() * share - 1.0))


class Sparkline(QWidget):
    """A metric's history as a line in time, its last value as a dot, its target as a dashed line."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(40)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._points: list[tuple[float, float]] = []
        self._target: float | None = None
        self._look: Look | None = None

    def show_history(self, history: Sequence[tuple[date, float]], target: float | None, look: Look) -> None:
        """Show values by their days."""
        ordered = sorted(history, key=lambda entry: entry[0])
        step = max(1, len(ordered) // _SHOWN)
        kept = [*ordered[:-1:step], ordered[-1]] if ordered else []
        self._points = [(float(day.toordinal()), max(-1e300, min(1e300, value))) for day, value in kept]
        self._target, self._look = target, look
        self.update()

    @property
    def points(self) -> tuple[tuple[float, float], ...]:
        """The days (as ordinal numbers) and values that it shows."""
        return tuple(self._points)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None or not self._points:
            return
        values = [value for _day, value in self._points]
        target = self._target if self._target is not None and abs(self._target) <= 1e300 else None
        low = min(values if target is None else [*values, target])
        high = max(values if target is None else [*values, target])
        first, last = self._points[0][0], self._points[-1][0]
        wide, height = self.width() - 10.0, self.height() - 10.0

        def place(day: float, value: float) -> QPointF:
            x = (day - first) / (last - first) if last > first else 1.0
            y = (high / 2 - value / 2) / (high / 2 - low / 2) if high > low else 0.5
            return QPointF(5.0 + x * wide, 5.0 + y * height)

        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if target is not None:
            painter.setPen(QPen(color(self._look.map.quiet), 1.0, Qt.PenStyle.DashLine))
            y = place(first, target).y()
            painter.drawLine(QPointF(0.0, y), QPointF(self.width(), y))
        painter.setPen(QPen(color(self._look.map.metric_shape), 1.6))
        painter.drawPolyline(QPolygonF([place(*point) for point in self._points]))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(self._look.map.metric_shape))
        painter.drawEllipse(place(*self._points[-1]), 3.5, 3.5)
