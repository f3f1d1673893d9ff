"""The timer in the head: a small ring and the time that is left, while there is any; a press asks what to do."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolButton

from journey_editor.assets import _
from journey_editor.ui.painter import color
from journey_editor.ui.ring import paint_ring, time_font
from journey_editor.ui.theme import look_of
from journey_editor.ui.timer import Timer
from journey_editor.ui.workspace import Workspace

RING, LINE, GAP, PAD = 18, 3.0, 6, 8  # pixels


class Clock(QToolButton):
    """Takes no room before a timer is started and after it is put away."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._timer: Timer | None = None
        self._letters = time_font(13, 600)
        self.setFixedHeight(32)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(_("Timer"))
        self.hide()

    def follow(self, timer: Timer) -> None:
        """Show a timer from now on."""
        self._timer = timer
        timer.ticked.connect(self._refresh)
        self._refresh()

    def sizeHint(self) -> QSize:
        words = "00:00" if self._timer is None or len(self._timer.words) <= 5 else self._timer.words
        width = QFontMetricsF(self._letters).horizontalAdvance(words)
        return QSize(round(width) + RING + GAP + 2 * PAD, 32)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._timer is None:
            return
        style = look_of(self._workspace.view.theme).map
        is_over, is_resting = self._timer.phase == "over", self._timer.phase == "paused"
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QRectF(PAD, (self.height() - RING) / 2, RING, RING)
        paint_ring(painter, ring, LINE, self._timer.share, style, is_over, is_resting)
        painter.setFont(self._letters)
        painter.setPen(color(style.gold if is_over else style.muted if is_resting else style.ink))
        rest = QRectF(ring.right() + GAP, 0, self.width() - ring.right() - GAP, self.height())
        painter.drawText(rest, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._timer.words)

    def _refresh(self) -> None:
        timer = self._timer
        if timer is None:
            return
        self.setVisible(timer.phase != "off")
        self.setAccessibleName(_("Timer: {time} left").format(time=timer.words))
        self.updateGeometry()
        self.update()
