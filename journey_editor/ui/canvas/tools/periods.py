"""Changing when a stage is, on the time axis: by dragging its bar or an end of it, or led by arrow keys."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from journey_editor.assets import _
from journey_editor.core.edits.numbers import set_period
from journey_editor.core.records import Stage
from journey_editor.core.times import span_text
from journey_editor.core.titles import called
from journey_editor.layout.primitives import Element, TimeScale
from journey_editor.layout.ticks import unit_of
from journey_editor.ui.canvas.tools.gesture import Canvas, Direction, Gesture
from journey_editor.ui.painter import color

Part = Literal["whole", "start", "end"]

WEEK, DAY = 7.0, 1.0
FIRST_PERIOD = (0.0, 28.0)
"""What a stage without a time begins with, in days, where no other stage has one."""

_EDGE = 6.0  # points from an end of a bar in which a hand holds that end
_MONTH = 30.0
_LEAST = 1.0  # days that a stage lasts at least
_ORDER: tuple[Part, ...] = ("whole", "start", "end")


def part_at(element: Element, x: float) -> Part:
    """Return which part of a bar a hand holds at a place: an end, or all of it. Short bars have a middle too."""
    rect = element.rect
    edge = min(_EDGE, rect.width / 4)
    if x < rect.x + edge:
        return "start"
    return "end" if x >= rect.right - edge else "whole"


def step_of(scale: TimeScale, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> float:
    """Return by how many days a hand steps: by weeks, by days on an axis in days or while Shift is held."""
    return DAY if unit_of(scale) == 1 or keys & Qt.KeyboardModifier.ShiftModifier else WEEK


class PeriodDrag(Gesture):
    """Shows each time as a preview; letting go makes it one edit. The scale is that of the beginning of the drag."""

    cursor = Qt.CursorShape.SizeHorCursor
    scrolls = False

    def __init__(self, canvas: Canvas, element: Element, start: QPointF) -> None:
        super().__init__(canvas)
        self._part: Part = part_at(element, start.x())
        self._period = Period(canvas, element.record)
        assert canvas.picture.grid.time is not None
        self._scale = canvas.picture.grid.time
        self._start = start.x()

    def move(self, place: QPointF, keys: Qt.KeyboardModifier) -> None:
        days = self._scale.day_at(place.x()) - self._scale.day_at(self._start)
        self._period.shift(self._part, days, step_of(self._scale, keys))

    def finish(self, place: QPointF, keys: Qt.KeyboardModifier) -> None:
        self.move(place, keys)
        self._period.take()

    def cancel(self) -> None:
        super().cancel()
        self._period.leave()


class PeriodSteps(Gesture):
    """Led by keys: left and right move by a week (or a day on a short axis), up and down choose what they move."""

    scrolls = False

    def __init__(self, canvas: Canvas, stage: str) -> None:
        super().__init__(canvas)
        self._period = Period(canvas, stage)
        self._part: Part = "whole"
        self._moved: dict[Part, float] = dict.fromkeys(_ORDER, 0.0)
        scale = canvas.picture.grid.time
        self._step = step_of(scale) if scale is not None else WEEK
        self._say()
        canvas.guide(self._paint)

    @property
    def ready(self) -> bool:
        return True

    def steer(self, direction: Direction) -> None:
        if direction in ("up", "down"):
            way = 1 if direction == "down" else -1
            self._part = _ORDER[(_ORDER.index(self._part) + way) % len(_ORDER)]
        else:
            self._moved[self._part] += self._step if direction == "right" else -self._step
            self._period.shift_all(self._moved, self._step)
        self._say()
        self.canvas.guide(self._paint)

    def takes(self, place: QPointF) -> bool:
        return True

    def finish(self, place: QPointF, keys: Qt.KeyboardModifier) -> None:
        super().cancel()
        self._period.take()
        self.canvas.workspace.guided.emit("")

    def cancel(self) -> None:
        super().cancel()
        self._period.leave()
        self.canvas.workspace.guided.emit("")

    def _say(self) -> None:
        parts = {"whole": _("all of it"), "start": _("its start"), "end": _("its end")}
        words = _("{name}, {time}: arrows move {part}, Up and Down choose what they move, Enter takes it, Esc gives up")
        self.canvas.workspace.guided.emit(
            words.format(name=self._period.name, time=self._period.words, part=parts[self._part])
        )

    def _paint(self, painter: QPainter, scale: float) -> None:
        """Show which end the arrows move, or that it is the whole."""
        bar = self._period.bar()
        if bar is None:
            return
        rect = QRectF(*bar.rect).adjusted(-2.0, -2.0, 2.0, 2.0)
        if self._part == "start":
            rect.setWidth(6.0)
        elif self._part == "end":
            rect.setLeft(rect.right() - 6.0)
        painter.setBrush(color(self.canvas.look.accent, 0.25))
        painter.setPen(QPen(color(self.canvas.look.accent), max(2.0, 1.5 / scale)))
        painter.drawRoundedRect(rect, 4.0, 4.0)


class Period:
    """The time of one stage while it is in the hand."""

    def __init__(self, canvas: Canvas, stage: str) -> None:
        self._canvas, self._stage = canvas, stage
        record = canvas.workspace.document.records[stage]
        assert isinstance(record, Stage)
        self.name = called(record, 40)
        self._before = (record.start_day, record.end_day)
        self._first = self._before if any(day is not None for day in self._before) else self._suggested()
        self._now: tuple[float | None, float | None] = self._before
        if self._first != self._before:
            self._show(self._first)

    @property
    def words(self) -> str:
        """When it is now."""
        return span_text(*self._now)

    def bar(self) -> Element | None:
        """Return its bar on the axis."""
        elements = self._canvas.picture.elements
        return next((each for each in elements if each.role == "span" and each.record == self._stage), None)

    def shift(self, part: Part, days: float, step: float) -> None:
        """Preview it with a part moved by days, to where a step of the journey begins."""
        start, end = self._first
        if part == "whole":
            edge = start if start is not None else end
            by = _snapped((edge or 0.0) + days, step) - (edge or 0.0)
            found = (None if start is None else start + by, None if end is None else end + by)
        elif part == "start":
            found = (_at_most(_snapped(self._edge(0) + days, step), end), end)
        else:
            found = (start, _at_least(_snapped(self._edge(1) + days, step), start))
        self._show(found)

    def shift_all(self, moved: dict[Part, float], step: float) -> None:
        """Preview it with all of it and each end moved by days."""
        start, end = self._first
        first = None if start is None and not moved["start"] else self._edge(0) + moved["whole"] + moved["start"]
        last = None if end is None and not moved["end"] else self._edge(1) + moved["whole"] + moved["end"]
        if first is not None and last is not None and last - first < _LEAST:
            last, first = (first + _LEAST, first) if moved["end"] else (last, last - _LEAST)
        self._show((first, last))

    def take(self) -> None:
        """Make it an edit."""
        document = self._canvas.workspace.document
        if self._now == self._before:
            document.end_preview()
        else:
            set_period(document, self._stage, *self._now)

    def leave(self) -> None:
        """Leave it as it was."""
        self._canvas.workspace.document.end_preview()

    def _edge(self, which: Literal[0, 1]) -> float:
        """Return an end of it; one that is not known yet is where the bar ends."""
        known = self._first[which]
        scale = self._canvas.picture.grid.time
        if known is not None:
            return known
        other = self._first[1 - which] or 0.0
        if scale is None:
            return other
        return max(scale.last, other) if which else min(scale.first, other)

    def _suggested(self) -> tuple[float | None, float | None]:
        """Return four weeks from where the stages before it end, for a stage without a time."""
        journey = self._canvas.workspace.document.journey(self._canvas.workspace.map_id)
        start: float | None = None
        for each in journey.stages:
            if each.id == self._stage:
                break
            start = each.end_day if each.end_day is not None else start
        begin = FIRST_PERIOD[0] if start is None else start
        return begin, begin + FIRST_PERIOD[1]

    def _show(self, found: tuple[float | None, float | None]) -> None:
        if found != self._now:
            self._now = found
            document = self._canvas.workspace.document
            document.preview(lambda: set_period(document, self._stage, *found))


def _snapped(day: float, step: float) -> float:
    """Return the nearest day, or the nearest beginning of a week or a month where a hand steps by weeks."""
    if step == DAY:
        return round(day) + 0.0
    return min((round(day / each) * each + 0.0 for each in (WEEK, _MONTH)), key=lambda edge: abs(edge - day))


def _at_most(day: float, end: float | None) -> float:
    return day if end is None else min(day, end - _LEAST)


def _at_least(day: float, start: float | None) -> float:
    return day if start is None else max(day, start + _LEAST)
