"""The votes of a record as the map shows them: a pill with their number."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from journey_editor.insight.votes import votes_text
from journey_editor.layout.style import Style
from journey_editor.layout.votes import pill, pill_width
from journey_editor.ui.painter import draw, prepare

HIGH = 28


class Dots(QWidget):
    """A pill as high as a field of one line; it takes no room where there are no votes."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[int, Style] | None = None
        self.hide()

    def show_votes(self, votes: int, style: Style) -> None:
        """Show a number of votes, or nothing."""
        self._shown = (votes, style) if votes else None
        self.setFixedSize(round(pill_width(votes)) + 2, HIGH)
        self.setToolTip(votes_text(votes))
        self.setAccessibleName(votes_text(votes))
        self.setVisible(votes > 0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shown is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            votes, style = self._shown
            draw(painter, prepare(pill(votes, self.width() / 2, HIGH / 2, style)), 1.0)
