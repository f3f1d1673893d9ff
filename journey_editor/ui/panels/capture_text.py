"""A line of text with coloured grounds behind stretches of it, which input methods may compose in."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QInputMethodEvent, QPainter, QPaintEvent, QPen, QTextLayout, QTextLine, QTextOption
from PySide6.QtWidgets import QLineEdit

from journey_editor.ui.painter import color

HEIGHT, RADIUS, BESIDE = 22.0, 5.0, 2.0  # pixels of a ground; how far it reaches beyond the words at both ends
CURSOR = 5  # pixels that Qt's rectangle of the cursor begins left of it
MOST = 400  # grounds painted at once: far more than a line has room for


@dataclass(frozen=True, slots=True)
class Ground:
    """A stretch of the text from `start` to before `end`, the colour behind it and, if it is dashed, around it."""

    start: int
    end: int
    color: str
    dashes: str = ""


def units(text: str) -> Callable[[int], int]:
    """Return what turns a place in a text into Qt's count, where letters beyond the first plane count twice."""
    if not text or max(text) <= "\uffff":
        return lambda place: place
    found = [0, *accumulate(1 + (letter > "\uffff") for letter in text)]
    return lambda place: found[min(place, len(text))]


def letters(text: str, unit: int) -> int:
    """Return the place in a text that Qt counts so."""
    if not text or max(text) <= "\uffff":
        return unit
    return bisect_left([0, *accumulate(1 + (letter > "\uffff") for letter in text)], unit)


class MarkedLine(QLineEdit):
    """Shows grounds behind its words. They are laid over the painted text, so that Qt's own line stays what it is:
    light ones darken it (the ink stays ink), dark ones lighten it.
    """

    def __init__(self) -> None:
        super().__init__()
        self._grounds: tuple[Ground, ...] = ()
        self._composed = ""
        self._laid: tuple[object, QTextLayout] | None = None

    @property
    def place(self) -> int:
        """How many letters stand before the cursor."""
        return letters(self.text(), self.cursorPosition())

    def choose(self, start: int, end: int) -> None:
        """Select the letters from `start` to before `end`."""
        unit = units(self.text())
        self.setSelection(unit(start), unit(end) - unit(start))

    def show_grounds(self, grounds: Sequence[Ground]) -> None:
        """Show these; they belong to the text as it is now."""
        if tuple(grounds) != self._grounds:
            self._grounds = tuple(grounds)
            self.update()

    def places(self) -> list[tuple[Ground, QRectF]]:
        """Return where the grounds lie that can be seen."""
        if not self._grounds:
            return []
        line, cursor, unit = self._layout().lineAt(0), self.cursorPosition(), units(self.text())
        composed = len(self._composed.encode("utf-16-le")) // 2
        left = self.cursorRect().left() + CURSOR - _x(line, cursor + composed)  # behind what is composed, as a rule
        inside = QRectF(self.rect()).adjusted(self.height() / 4, 0, -self.height() / 4, 0)
        top = (self.height() - HEIGHT) / 2
        found: list[tuple[Ground, QRectF]] = []
        for ground in self._grounds:
            ends = (unit(ground.start), unit(ground.end))
            first, last = (left + _x(line, each + composed * (each > cursor)) for each in ends)
            rect = QRectF(min(first, last) - BESIDE, top, abs(last - first) + 2 * BESIDE, HEIGHT)
            if (seen := rect.intersected(inside)).width() > 2 * BESIDE:
                found.append((ground, seen))
                if len(found) == MOST:
                    break
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        places = self.places()
        if not places:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_dark = self.palette().base().color().lightness() < 128
        modes = QPainter.CompositionMode
        for ground, rect in places:
            painter.setCompositionMode(modes.CompositionMode_Lighten if is_dark else modes.CompositionMode_Multiply)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(ground.color))
            painter.drawRoundedRect(rect, RADIUS, RADIUS)
            if ground.dashes:
                painter.setCompositionMode(modes.CompositionMode_SourceOver)
                pen = QPen(color(ground.dashes), 1.0)
                pen.setDashPattern([3, 2])
                painter.setPen(pen)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composed = event.preeditString()
        super().inputMethodEvent(event)
        self.update()

    def _layout(self) -> QTextLayout:
        """Return the text, with what is being composed, laid out as Qt's line does it."""
        text, cursor = self.text(), self.cursorPosition()
        if self._composed:
            at = letters(text, cursor)
            text = text[:at] + self._composed + text[at:]
        is_left = self.layoutDirection() == Qt.LayoutDirection.LeftToRight  # then Qt's line goes by its words
        direction = Qt.LayoutDirection.LayoutDirectionAuto if is_left else Qt.LayoutDirection.RightToLeft
        made_of = text, self.font().key(), direction
        if self._laid is None or self._laid[0] != made_of:
            layout = QTextLayout(text, self.font())
            option = QTextOption(Qt.AlignmentFlag.AlignLeft)
            option.setTextDirection(direction)
            option.setFlags(QTextOption.Flag.IncludeTrailingSpaces)
            layout.setTextOption(option)
            layout.beginLayout()
            layout.createLine()
            layout.endLayout()
            self._laid = made_of, layout
        return self._laid[1]


def _x(line: QTextLine, unit: int) -> float:
    return float(line.cursorToX(unit)[0])  # type: ignore[index]
