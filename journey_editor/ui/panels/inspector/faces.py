"""How it feels as five faces to press, and one face that shows a value."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from journey_editor.assets import _
from journey_editor.core.words import valence_text
from journey_editor.layout.faces import face
from journey_editor.layout.style import Style
from journey_editor.ui.painter import color, draw, prepare

STEPS = (-2.0, -1.0, 0.0, 1.0, 2.0)
FIRST, STEP = 16.0, 35.0
"""Where the middle of the first face is from the left, and the others from there, in pixels."""

_WAYS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_SMALL, _LARGE, _RING = 10.0, 12.0, 16.0


class Faces(QWidget):
    """Five faces from desperate to delighted; the nearest one shows the exact feeling, ringed."""

    chosen = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(34)
        self.setMinimumWidth(176)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.style_tokens: Style | None = None
        self._valence: float | None = None

    def show_value(self, valence: float | None, style: Style) -> None:
        """Show a feeling from -2 to +2, None for none."""
        self._valence, self.style_tokens = valence, style
        self.setAccessibleDescription(valence_text(valence) if valence is not None else _("not said"))
        self.update()

    @property
    def nearest(self) -> int | None:
        """Which of the five faces stands for the feeling."""
        if self._valence is None:
            return None
        return min(range(5), key=lambda each: (abs(STEPS[each] - (self._valence or 0.0)), abs(STEPS[each])))

    def sizeHint(self) -> QSize:
        return QSize(176, 34)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        step = round((x - FIRST) / STEP)
        if event.button() == Qt.MouseButton.LeftButton and 0 <= step < 5:
            self.chosen.emit(STEPS[step])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = _WAYS.get(event.key())
        if way is None:
            super().keyPressEvent(event)
            return
        here = self.nearest
        self.chosen.emit(STEPS[2 if here is None else max(0, min(4, here + way))])

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.style_tokens is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        for index, valence in enumerate(STEPS):
            x = FIRST + index * STEP
            chosen = index == self.nearest
            feels = self._valence if chosen and self._valence is not None else valence
            parts = face(feels, self.style_tokens, _LARGE if chosen else _SMALL, x, middle)
            painter.setOpacity(1.0 if chosen or self._valence is None or not self.hasFocus() else 0.8)
            draw(painter, prepare(parts), 1.0)
            if chosen:
                painter.setPen(QPen(color(self.style_tokens.accent), 2.0))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(QPointF(x, middle), _RING, _RING)
        if self.hasFocus():
            pen = QPen(color(self.style_tokens.accent), 1.0, Qt.PenStyle.DotLine)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(0.5, 0.5, self.width() - 1, self.height() - 1), 6, 6)


class OneFace(QWidget):
    """A face that shows a value and takes no part."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(32, 28)
        self._shown: tuple[float, Style] | None = None

    def show_value(self, valence: float | None, style: Style) -> None:
        """Show a feeling; nothing for none."""
        self._shown = (valence, style) if valence is not None else None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shown is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw(painter, prepare(face(self._shown[0], self._shown[1], _SMALL, 16.0, 14.0)), 1.0)
