"""A score from 1 to 5 as five dots: pressed, or typed as a digit; and a few words side by side, one of them chosen."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from journey_editor.assets import _
from journey_editor.core.edits.fields import common_value
from journey_editor.core.records import Record
from journey_editor.ui.panels.inspector.fields import FieldSpec
from journey_editor.ui.panels.inspector.subject import Bound, Subject
from journey_editor.ui.panels.inspector.words import choices_of
from journey_editor.ui.theme import small_font

HIGH = 28
MOST = 5
FIRST, STEP = 9.0, 19.0
"""Where the middle of the first dot is from the left, and the others from there, in pixels."""

_RADIUS = 6.0
_CLEARS = (Qt.Key.Key_0, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_WAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_Up: 1}
_PAD = 5.0  # pixels beside the words of a segment, at least


class ScoreDots(QWidget):
    """Five dots, filled up to the score. Pressing the last filled one again takes the score away."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(HIGH)
        self.setMinimumWidth(round(FIRST * 2 + STEP * (MOST - 1)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._score: int | None = None
        self._several = False

    def show_score(self, score: int | None, shared: bool = True) -> None:
        """Show a score, None for none; where records differ all dots are half filled."""
        self._score, self._several = score, not shared
        said = _("several") if not shared else _("not said") if score is None else f"{score} / {MOST}"
        self.setAccessibleDescription(said)
        self.setToolTip(_("1 to 5; 0 takes it away") if shared else said)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(FIRST * 2 + STEP * (MOST - 1)), HIGH)

    def place_of(self, score: int) -> QPointF:
        """Return where the middle of the dot for a score is."""
        return QPointF(FIRST + STEP * (score - 1), HIGH / 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        score = round((event.position().x() - FIRST) / STEP) + 1
        if event.button() == Qt.MouseButton.LeftButton and 1 <= score <= MOST:
            self.chosen.emit(None if score == self._score and not self._several else score)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.text().isdecimal() and "1" <= event.text() <= str(MOST):
            self.chosen.emit(int(event.text()))
        elif key in _CLEARS:
            self.chosen.emit(None)
        elif key in _WAYS:
            score = (self._score or 0) + _WAYS[key]
            self.chosen.emit(max(1, min(MOST, score)))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        accent, edge = palette.color(palette.ColorRole.Accent), palette.color(palette.ColorRole.Dark)
        for score in range(1, MOST + 1):
            is_on = not self._several and score <= (self._score or 0)
            painter.setPen(QPen(accent if is_on else edge, 1.5))
            painter.setBrush(accent if is_on else palette.color(palette.ColorRole.Base))
            painter.drawEllipse(self.place_of(score), _RADIUS, _RADIUS)
            if self._several:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(edge)
                painter.drawEllipse(self.place_of(score), _RADIUS / 2, _RADIUS / 2)
        if self.hasFocus():
            painter.setPen(QPen(accent, 1.0, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(0.5, 2.5, FIRST * 2 + STEP * (MOST - 1) - 1, HIGH - 5), 6, 6)


class Segments(QWidget):
    """Words side by side in the room there is, one of them chosen; arrows choose its neighbours."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(HIGH)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._choices: tuple[tuple[Any, str], ...] = ()
        self._value: Any = None

    def show_choices(self, choices: Sequence[tuple[Any, str]], value: Any) -> None:
        """Show values with their words, and one of them as chosen; one that is not there: none."""
        self._choices, self._value = tuple(choices), value
        self.setAccessibleDescription(dict(choices).get(value, _("several")))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(256, HIGH)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, HIGH)

    def rects(self) -> list[QRectF]:
        """Return where the words are: each as wide as it needs, what is left shared out evenly."""
        metrics = QFontMetricsF(small_font(600))
        widths = [metrics.horizontalAdvance(words) + 2 * _PAD for _value, words in self._choices]
        more = (self.width() - sum(widths)) / max(1, len(widths))
        found: list[QRectF] = []
        x = 0.0
        for width in widths:
            found.append(QRectF(x, 0.0, width + more, HIGH))
            x += width + more
        return found

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            for rect, (value, _words) in zip(self.rects(), self._choices, strict=True):
                if rect.contains(event.position()) and value != self._value:
                    self.chosen.emit(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = _WAYS.get(Qt.Key(event.key()))
        values = [value for value, _words in self._choices]
        if way is None or not values:
            super().keyPressEvent(event)
            return
        here = values.index(self._value) if self._value in values else -1 if way > 0 else len(values)
        place = max(0, min(len(values) - 1, here + way))
        if values[place] != self._value:
            self.chosen.emit(values[place])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color(palette.ColorRole.AlternateBase))
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        accent = palette.color(palette.ColorRole.Accent)
        for rect, (value, words) in zip(self.rects(), self._choices, strict=True):
            is_on = value == self._value
            if is_on:
                painter.setPen(QPen(accent, 2.0 if self.hasFocus() else 1.0))
                painter.setBrush(palette.color(palette.ColorRole.Highlight))
                painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 5, 5)
            painter.setFont(small_font(600 if is_on else 400))
            painter.setPen(palette.color(palette.ColorRole.Text if is_on else palette.ColorRole.PlaceholderText))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)


def score_bound(spec: FieldSpec, subject: Subject) -> Bound:
    """Return five dots bound to a field."""
    dots = ScoreDots()
    dots.setAccessibleName(_(spec.label))
    dots.chosen.connect(lambda value: subject.set(spec, value))

    def show(records: Sequence[Record]) -> None:
        value, shared = common_value(records, spec.name)
        dots.show_score(value, shared)

    return Bound(dots, show)


def segments_bound(spec: FieldSpec, subject: Subject) -> Bound:
    """Return the listed words of a field side by side."""
    segments = Segments()
    segments.setAccessibleName(_(spec.label))
    segments.chosen.connect(lambda value: subject.set(spec, value))

    def show(records: Sequence[Record]) -> None:
        value, shared = common_value(records, spec.name)
        segments.show_choices(choices_of(type(records[0]), spec.name) if records else (), value if shared else ...)

    return Bound(segments, show)
