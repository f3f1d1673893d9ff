"""A show of hands as five bars, each below its face."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from journey_editor.assets import ngettext
from journey_editor.core.capture.captured import Hands
from journey_editor.layout.colors import feeling_color
from journey_editor.layout.style import Style
from journey_editor.ui.painter import color
from journey_editor.ui.panels.inspector.faces import FIRST, STEP, STEPS
from journey_editor.ui.theme import small_font

HIGH = 52
_WIDE, _WORDS, _LOW = 24.0, 14.0, 2.0  # of a bar, of the number above it, and of a bar for nobody


class HandsChart(QWidget):
    """How many raised their hand for each feeling, from desperate to delighted."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._shown: tuple[Hands, Style] | None = None

    def show_hands(self, hands: Hands | None, style: Style) -> None:
        """Show five counts; nothing where nobody was asked."""
        self._shown = (hands, style) if hands else None
        self.setVisible(self._shown is not None)
        if hands:
            total = sum(hands)
            said = ngettext("{count} hand", "{count} hands", total).format(count=total)
            self.setAccessibleName(f"{said}: {', '.join(map(str, hands))}")
        self.update()

    def bars(self) -> list[QRectF]:
        """Return where the bars are, from the left; the highest one fills the room."""
        if self._shown is None:
            return []
        hands = self._shown[0]
        room, most = HIGH - _WORDS - 4.0, max(*hands, 1)
        heights = [max(_LOW, room * count / most) for count in hands]
        return [
            QRectF(FIRST + index * STEP - _WIDE / 2, HIGH - 2.0 - height, _WIDE, height)
            for index, height in enumerate(heights)
        ]

    def sizeHint(self) -> QSize:
        return QSize(176, HIGH)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shown is None:
            return
        hands, style = self._shown
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(small_font(600))
        for bar, count, valence in zip(self.bars(), hands, STEPS, strict=True):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(feeling_color(valence, style) if count else style.line))
            painter.drawRoundedRect(bar, min(3.0, bar.height() / 2), min(3.0, bar.height() / 2))
            if count:
                painter.setPen(color(style.ink))
                above = QRectF(bar.center().x() - STEP / 2, bar.top() - _WORDS - 1, STEP, _WORDS)
                painter.drawText(above, Qt.AlignmentFlag.AlignCenter, str(count))
