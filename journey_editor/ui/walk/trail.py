"""Where the walk is: all stages as a trail, and below the current one a dash for each of its cards."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from journey_editor.core.records import Stage
from journey_editor.layout.pages import Page
from journey_editor.layout.primitives import Rect
from journey_editor.layout.style import SMALL, Style
from journey_editor.layout.trail import trail
from journey_editor.ui.painter import paint_elements
from journey_editor.ui.walk.sheet import LARGE

SCALE = LARGE / SMALL
_HEIGHT = 44.0  # points of the trail with its dashes


class Trail(QWidget):
    """Takes no part: it shows how far the journey is."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(round(_HEIGHT * SCALE))
        self._shown: tuple[Sequence[Stage], Page, Style] | None = None

    def show_place(self, stages: Sequence[Stage], page: Page, style: Style) -> None:
        """Show which stage is current, and which of its cards."""
        self._shown = stages, page, style
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shown is None:
            return
        stages, page, style = self._shown
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(SCALE, SCALE)
        edge = Rect(0.0, _HEIGHT, self.width() / SCALE, 0.0)
        painter.setPen(Qt.PenStyle.NoPen)
        paint_elements(painter, trail(stages, page, edge, style), SCALE)
