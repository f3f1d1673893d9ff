"""How it felt as five large faces to press, each with its word and its key."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from journey_editor.assets import _
from journey_editor.core.words import valence_text
from journey_editor.layout.faces import face
from journey_editor.layout.style import Style
from journey_editor.ui.painter import color, draw, prepare
from journey_editor.ui.theme import font
from journey_editor.ui.walk.sheet import LARGE

STEPS = (-2.0, -1.0, 0.0, 1.0, 2.0)

_WIDE = 208  # pixels from face to face
_RADIUS, _CHOSEN, _RING = 28.0, 32.0, 40.0
_MIDDLE, _BELOW = 44.0, 88.0
_HEIGHT = 124


def level_name(valence: float) -> str:
    """Return what a level of feeling is called."""
    names = (_("desperate"), _("frustrated"), _("neutral"), _("satisfied"), _("delighted"))
    return names[max(0, min(4, round(valence) + 2))]


class Feelings(QWidget):
    """Five faces from desperate to delighted; `chosen` carries the one that is pressed, None for taking it back.

    It never has the keyboard: the note keeps it, and the window asks for digits first.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(_HEIGHT)
        self.setMinimumWidth(5 * 148)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(_("How does it feel?"))
        self._style: Style | None = None
        self._valence: float | None = None

    def show_value(self, valence: float | None, style: Style) -> None:
        """Show a feeling from -2 to +2, None for none."""
        self._valence, self._style = valence, style
        self.setAccessibleDescription(valence_text(valence) if valence is not None else _("not said"))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(5 * _WIDE, _HEIGHT)

    def place_of(self, step: int) -> QPointF:
        """Return the middle of one of the five faces."""
        return QPointF((step + 0.5) * self.width() / 5, _MIDDLE)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        step = int(event.position().x() * 5 / max(1, self.width()))
        if event.button() == Qt.MouseButton.LeftButton and 0 <= step < 5:
            self.chosen.emit(None if self._valence == STEPS[step] else STEPS[step])

    def paintEvent(self, event: QPaintEvent) -> None:
        style = self._style
        if style is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        nearest = None if self._valence is None else min(4, max(0, round(self._valence) + 2))
        for step, valence in enumerate(STEPS):
            middle, chosen = self.place_of(step), step == nearest
            feels = self._valence if chosen and self._valence is not None else valence
            painter.setOpacity(1.0 if chosen or nearest is None else 0.55)
            parts = face(feels, style, _CHOSEN if chosen else _RADIUS, middle.x(), middle.y())
            draw(painter, prepare(parts), 1.0)
            painter.setOpacity(1.0)
            if chosen:
                painter.setPen(QPen(color(style.accent), 4.0))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(middle, _RING, _RING)
            painter.setFont(font(LARGE, 600 if chosen else 400))
            painter.setPen(color(style.ink if chosen else style.muted))
            below = QRectF(middle.x() - self.width() / 10, _BELOW, self.width() / 5, 36.0)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, f"{step + 1} {level_name(valence)}")
