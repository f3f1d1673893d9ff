"""The line below the map: what the map tells in numbers, sentences in passing, zoom and what typed feelings rest on."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from journey_editor.assets import _, ngettext
from journey_editor.core.document import Event
from journey_editor.core.journey import Journey
from journey_editor.insight.perception import perception_gap
from journey_editor.insight.summary import summary
from journey_editor.layout.style import Style
from journey_editor.ui.painter import color
from journey_editor.ui.theme import font, look_of, small_font
from journey_editor.ui.workspace import Workspace

HEIGHT = 40
IDLE = 250  # ms after the last edit
NOTICE = 8_000  # ms


@dataclass(frozen=True, slots=True)
class Count:
    """One number: the colour of its dot, the number and what it counts."""

    color: str
    number: str
    words: str


def counts_of(journey: Journey, style: Style) -> tuple[Count, ...]:
    """Return what a map tells in numbers."""
    found = summary(journey)
    gaps = sum(perception_gap(each, journey.map.state) is not None for each in journey.touchpoints)
    handoffs = ngettext("handoff", "handoffs", found.handoffs)
    if found.high_handoffs:
        handoffs = _("{handoffs}, {high} of them high").format(handoffs=handoffs, high=found.high_handoffs)
    counts = [
        Count(style.pain_shape, str(found.handoffs), handoffs),
        Count(style.pain_shape, str(found.troughs), ngettext("trough", "troughs", found.troughs)),
        Count(style.believed, str(gaps), ngettext("perception gap", "perception gaps", gaps)),
        Count(style.gold_shape, str(found.moments), ngettext("moment of truth", "moments of truth", found.moments)),
    ]
    if found.backed is not None:
        share = f"{round(found.backed * 100)} %"
        counts.append(Count(style.good_shape, share, _("of claims backed by evidence")))
    return tuple(count for count in counts if count.number != "0")


class CountLabel(QWidget):
    """A dot, a number and its words."""

    def __init__(self, count: Count, style: Style) -> None:
        super().__init__()
        self._count, self._style = count, style
        self._number, self._words = font(weight=700), small_font()
        self.setFixedHeight(HEIGHT - 1)
        self.setFixedWidth(
            round(20 + self._width(self._number, count.number) + 6 + self._width(self._words, count.words))
        )
        self.setAccessibleName(f"{count.number} {count.words}")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(self._count.color))
        painter.drawEllipse(0, 15, 8, 8)
        painter.setPen(color(self._style.ink))
        painter.setFont(self._number)
        painter.drawText(20, 24, self._count.number)
        painter.setPen(color(self._style.muted))
        painter.setFont(self._words)
        painter.drawText(round(26 + self._width(self._number, self._count.number)), 24, self._count.words)

    def _width(self, of: QFont, words: str) -> float:
        return QFontMetricsF(of).horizontalAdvance(words)


class StatusLine(QFrame):
    """Counts at the left, computed a moment after the last edit; zoom and basis at the right."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setObjectName("status")
        self.setFixedHeight(HEIGHT)
        self._workspace = workspace
        self._shown: object = None
        self._counts = QWidget()
        self._row = QHBoxLayout(self._counts)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(32)
        self._row.addStretch(1)
        self._counts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.notice = QLabel()
        self.notice.setTextFormat(Qt.TextFormat.PlainText)
        self.notice.setFont(small_font(600))
        self.notice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.notice.hide()
        self._basis = QLabel()
        self._basis.setFont(small_font())
        self._basis.setProperty("role", "muted")
        self._basis.setText(_("typed feelings: assumption"))
        self._basis.setToolTip(_("What a feeling rests on that is typed into the capture line"))
        self.zoom = QToolButton()
        self.zoom.setFont(small_font(600))
        self.zoom.setFixedHeight(28)
        self.zoom.setMinimumWidth(48)
        self.zoom.setToolTip(_("Full size"))
        self.zoom.setAccessibleName(_("Zoom"))
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 16, 0)
        row.setSpacing(16)
        row.addWidget(self._counts, 1)
        row.addWidget(self.notice, 1)
        row.addWidget(self._basis)
        row.addWidget(self.zoom)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE)
        self._idle.timeout.connect(self.count)
        self._fading = QTimer(self)
        self._fading.setSingleShot(True)
        self._fading.setInterval(NOTICE)
        self._fading.timeout.connect(self._fade)
        workspace.changed.connect(self._hear)
        workspace.selected.connect(self._follow_map)
        workspace.viewed.connect(self.count)
        workspace.noticed.connect(self.say)
        self._map_id = workspace.map_id
        self._idle.start()

    def count(self) -> None:
        """Count now."""
        workspace = self._workspace
        if not workspace.has_map:
            self._show((), look_of(workspace.view.theme).map)
            return
        style = look_of(workspace.view.theme).map
        self._show(counts_of(workspace.document.journey(workspace.map_id), style), style)

    @property
    def counts(self) -> tuple[Count, ...]:
        """What is shown."""
        return self._shown[0] if isinstance(self._shown, tuple) else ()

    def say(self, sentence: str) -> None:
        """Show a sentence in passing."""
        self.notice.setText(sentence)
        self.notice.setToolTip("")
        self.notice.show()
        self._counts.hide()
        self._fading.start()

    def show_zoom(self, scale: float) -> None:
        """Show how large the map is."""
        self.zoom.setText(f"{round(scale * 100)} %")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_fit()

    def _make_fit(self) -> None:
        """Hide what has no room: a cut number would be a wrong one."""
        rest = self._basis.sizeHint().width() + self.zoom.sizeHint().width() + 24 + 16 + 2 * 16
        items = (self._row.itemAt(index) for index in range(self._row.count() - 1))
        labels = [label for item in items if item is not None and (label := item.widget()) is not None]
        needed = sum(label.width() + 32 for label in labels)
        self._basis.setVisible(needed + rest <= self.width())
        room = self.width() - (rest if not self._basis.isHidden() else rest - self._basis.sizeHint().width())
        used = 0
        for label in labels:
            used += label.width() + 32
            label.setVisible(used - 32 <= room)

    def _fade(self) -> None:
        self.notice.hide()
        self._counts.show()

    def _hear(self, _event: Event) -> None:
        self._idle.start()

    def _follow_map(self) -> None:
        if self._map_id != self._workspace.map_id:
            self._map_id = self._workspace.map_id
            self._idle.start()

    def _show(self, counts: Sequence[Count], style: Style) -> None:
        shown = (tuple(counts), style.name)
        if shown == self._shown:
            return
        self._shown = shown
        while self._row.count() > 1:
            item = self._row.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for index, count in enumerate(counts):
            self._row.insertWidget(index, CountLabel(count, style))
        self._make_fit()
