"""Colours to choose from for owners: two schemes that all eyes can tell apart, and any other."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QColorDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from journey_editor.assets import _
from journey_editor.layout.style import OWNER_COLORS
from journey_editor.ui.painter import color
from journey_editor.ui.pieces import quiet_button

OKABE_ITO = ("#E69F00", "#56B4E9", "#009E73", "#F0E442", "#0072B2", "#D55E00", "#CC79A7", "#000000")
COLORS = (*OWNER_COLORS, *OKABE_ITO)
"""Paul Tol's muted scheme, then that of Okabe and Ito."""

_EACH, _SIDE, _PER_LINE = 24, 18, 10


class Grid(QWidget):
    """The colours in two lines: pressed, or walked by arrows and taken with Enter."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._now, self._here = "", 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(_("Colours"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(_PER_LINE * _EACH, 2 * _EACH)

    def show_color(self, name: str) -> None:
        """Ring the colour that is chosen, "" for none."""
        self._now = name.upper()
        if self._now in COLORS:
            self._here = COLORS.index(self._now)
        self.update()

    def place_of(self, name: str) -> QPointF:
        """Return where the middle of a colour lies."""
        return _place(COLORS.index(name)).center()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = int(event.position().y() // _EACH) * _PER_LINE + int(event.position().x() // _EACH)
        if 0 <= place < len(COLORS):
            self._here = place
            self.chosen.emit(COLORS[place])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -_PER_LINE, Qt.Key.Key_Down: _PER_LINE}
        key = Qt.Key(event.key())
        if key in steps:
            self._here = max(0, min(len(COLORS) - 1, self._here + steps[key]))
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(COLORS[self._here])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, accent = self.palette().text().color(), self.palette().accent().color()
        for index, name in enumerate(COLORS):
            place = _place(index)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(name))
            painter.drawRoundedRect(place, 5, 5)
            is_here = self.hasFocus() and index == self._here
            if name == self._now or is_here:
                painter.setPen(QPen(accent if is_here else ink, 2.0))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(place.adjusted(-2, -2, 2, 2), 6, 6)


class Colors(QWidget):
    """The colours, with a way to any other one and back to that of the theme."""

    chosen = Signal(str)

    def __init__(self, ask: Callable[[QWidget, str], str] | None = None) -> None:
        super().__init__()
        self._ask, self._now = ask or ask_color, ""
        self.grid = Grid()
        self.grid.chosen.connect(self.chosen)
        self.own, self.none = quiet_button(_("Own colour…")), quiet_button(_("By itself"))
        self.none.setToolTip(_("The first colour that no other owner has"))
        self.own.clicked.connect(self._choose)
        self.none.clicked.connect(lambda: self.chosen.emit(""))
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.own)
        row.addWidget(self.none)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.grid)
        column.addLayout(row)

    def show_color(self, name: str) -> None:
        """Show which colour is chosen, "" for that of the theme."""
        self._now = name
        self.grid.show_color(name)

    def _choose(self) -> None:
        name = self._ask(self, self._now)
        if name:
            self.chosen.emit(name)


def ask_color(parent: QWidget, now: str) -> str:
    """Ask for any colour; return it as "#RRGGBB", "" for none."""
    options = QColorDialog.ColorDialogOption.DontUseNativeDialog
    found = QColorDialog.getColor(QColor(now or "#4477AA"), parent, _("Colour of the lane"), options)
    return found.name().upper() if found.isValid() else ""


def _place(index: int) -> QRectF:
    line, column = divmod(index, _PER_LINE)
    edge = (_EACH - _SIDE) / 2
    return QRectF(column * _EACH + edge, line * _EACH + edge, _SIDE, _SIDE)
