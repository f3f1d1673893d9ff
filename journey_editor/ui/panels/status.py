"""The line below the map: what the map tells in numbers, sentences in passing, zoom and what typed feelings rest on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from journey_editor.assets import _, ngettext
from journey_editor.core.document import Event
from journey_editor.core.moves import moved
from journey_editor.insight.conversion import Conversion, tier_name
from journey_editor.insight.overview import Overview
from journey_editor.layout.style import Style
from journey_editor.ui.labels import tip
from journey_editor.ui.notice import Notice
from journey_editor.ui.painter import color
from journey_editor.ui.pieces import Sentence
from journey_editor.ui.theme import font, look_of, small_font
from journey_editor.ui.workspace import Workspace

HEIGHT = 40
NOTICE = 8_000  # ms
GAP = 16  # pixels between what stands at the right


@dataclass(frozen=True, slots=True)
class Count:
    """One number: the colour of its dot, the number and what it counts."""

    color: str
    number: str
    words: str


def counts_of(overview: Overview, style: Style) -> tuple[Count, ...]:
    """Return what a map tells in numbers."""
    found, gaps = overview.summary, overview.gaps
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
    return (*(count for count in counts if count.number != "0"), *_tiers(found.conversion, style))


def _tiers(found: Conversion, style: Style) -> Iterator[Count]:
    """Yield how many become and stay customers, where the map asks to be compared with what is usual."""
    if found.paid is not None and found.tier is not None:
        words = _("conversion: {tier}").format(tier=tier_name(found.tier))
        yield Count(style.muted, f"{round(found.paid * 100)} %", words)
    if found.activation is not None and found.activation_tier is not None:
        words = _("activation: {tier}").format(tier=tier_name(found.activation_tier))
        yield Count(style.muted, f"{round(found.activation * 100)} %", words)


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
    """Counts at the left, which a click wants explained; sentences, zoom and basis at the right.

    What is said passes by, or stays (`stand`, `guide`) until what it is about is over. What was moved, removed or
    undone is named with the way back beside it.
    """

    explained = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setObjectName("status")
        self.setFixedHeight(HEIGHT)
        self._workspace = workspace
        self._shown: object = None
        self._counts = QWidget()
        self._counts.installEventFilter(self)
        self._row = QHBoxLayout(self._counts)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(32)
        self._row.addStretch(1)
        self._counts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.notice = Sentence()
        self.notice.hide()
        self.act = QPushButton()
        self.act.setProperty("role", "link")
        self.act.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.act.clicked.connect(self._act)
        self.act.hide()
        self._said: Notice | None = None
        self._standing: Notice | None = None
        self._guide: Notice | None = None
        self._basis = QLabel()
        self._basis.setFont(small_font())
        self._basis.setProperty("role", "muted")
        self._basis.setToolTip(_("What a feeling rests on that is typed into the capture line"))
        self.zoom = QToolButton()
        self.zoom.setFont(small_font(600))
        self.zoom.setFixedHeight(28)
        self.zoom.setMinimumWidth(48)
        self.zoom.setToolTip(_("Full size"))
        self.zoom.setAccessibleName(_("Zoom"))
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 16, 0)
        row.setSpacing(GAP)
        row.addWidget(self._counts, 1)
        row.addWidget(self.notice)
        row.addWidget(self.act)
        row.addWidget(self._basis)
        row.addWidget(self.zoom)
        self._fading = QTimer(self)
        self._fading.setSingleShot(True)
        self._fading.setInterval(NOTICE)
        self._fading.timeout.connect(self._fade)
        workspace.changed.connect(self._hear)
        workspace.findings.changed.connect(self._count)
        workspace.viewed.connect(self._count)
        workspace.noticed.connect(self.say)
        workspace.offered.connect(self.offer)
        workspace.guided.connect(self.guide)
        workspace.based.connect(self._show_basis)
        self._show_basis()
        self._count()

    def count(self) -> None:
        """Count now."""
        self._workspace.findings.settle()

    @property
    def counts(self) -> tuple[Count, ...]:
        """What is shown."""
        return self._shown[0] if isinstance(self._shown, tuple) else ()

    @property
    def basis(self) -> str:
        """What it says of feelings that are typed."""
        return self._basis.text()

    def say(self, sentence: str) -> None:
        """Show a sentence in passing."""
        self.offer(Notice(sentence))

    def offer(self, notice: Notice) -> None:
        """Show a sentence in passing, with what can be done about it."""
        self._tell(notice)
        self._fading.start()

    def guide(self, sentence: str) -> None:
        """Show what to do next, until "" says that it is done or given up."""
        self._guide = Notice(sentence) if sentence else None
        self._fade()

    @property
    def standing(self) -> Notice | None:
        """What stays until it is over."""
        return self._standing

    def stand(self, notice: Notice | None) -> None:
        """Show a sentence until another takes its place, or None does."""
        if (notice and notice.sentence) != (self._standing and self._standing.sentence):
            self._standing = notice
            self._fade()

    def show_zoom(self, scale: float) -> None:
        """Show how large the map is."""
        self.zoom.setText(f"{round(scale * 100)} %")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell that somebody pressed the numbers."""
        if watched is self._counts and event.type() == QEvent.Type.MouseButtonRelease and self.counts:
            self.explained.emit()
        return super().eventFilter(watched, event)

    def _make_fit(self) -> None:
        """Hide what has no room: a cut number would be a wrong one. A sentence is shortened and told by its tooltip."""
        items = (self._row.itemAt(index) for index in range(self._row.count() - 1))
        labels = [label for item in items if item is not None and (label := item.widget()) is not None]
        needed = sum(label.width() + 32 for label in labels)
        room = self.width() - 24 - GAP - self.zoom.sizeHint().width() - GAP
        if self._said is not None:
            self._basis.hide()
            room -= self._fit_sentence(self._said, room) + GAP
        else:
            basis = self._basis.sizeHint().width() + GAP
            self._basis.setVisible(needed + basis <= room)
            room -= basis if not self._basis.isHidden() else 0
        used = 0
        for label in labels:
            used += label.width() + 32
            label.setVisible(used - 32 <= room)

    def _fit_sentence(self, said: Notice, room: int) -> int:
        """Give the sentence the width it takes, at most all there is; return the width with its button."""
        beside = self.act.sizeHint().width() + GAP if said.button else 0
        metrics = self.notice.fontMetrics()
        shown = metrics.elidedText(said.sentence, Qt.TextElideMode.ElideRight, room - beside)
        self.notice.setText(shown)
        self.notice.setToolTip("" if shown == said.sentence else tip(said.sentence))
        return self.notice.sizeHint().width() + beside

    def _tell(self, notice: Notice | None) -> None:
        self._said = notice
        self.notice.setVisible(notice is not None)
        self.act.setVisible(bool(notice and notice.button))
        self.act.setText(notice.button if notice else "")
        self._make_fit()

    def _fade(self) -> None:
        self._fading.stop()
        self._tell(self._guide or self._standing)

    def _act(self) -> None:
        if self._said is not None:
            self._said.run()

    def _hear(self, event: Event) -> None:
        if event.origin == "preview":
            return
        if self._said is not None and self._said is not self._standing and self._said.button:
            self._fade()  # its button would take back another step
        if notice := self._notice_of(event):
            self._workspace.offered.emit(notice)  # the room view says it too

    def _notice_of(self, event: Event) -> Notice | None:
        """Return what is said of an edit, with the way back; None for what can be seen anyway, such as typing."""
        workspace = self._workspace
        if event.origin == "undo":
            return workspace.with_redo(_("Undone: {label}").format(label=event.label))
        if event.origin == "redo":
            return workspace.with_undo(_("Done again: {label}").format(label=event.label))
        if event.origin != "user" or event.join:
            return None
        if event.change.removed:
            return workspace.with_undo(_("Done: {label}").format(label=event.label))
        sentence = moved(event.change, workspace.document.records, workspace.session.selected)
        return workspace.with_undo(sentence) if sentence else None

    def _show_basis(self) -> None:
        is_workshop = self._workspace.basis == "workshop"
        self._basis.setText(_("typed feelings: workshop") if is_workshop else _("typed feelings: assumption"))

    def _count(self) -> None:
        found, style = self._workspace.findings.overview, look_of(self._workspace.view.theme).map
        self._show(counts_of(found, style) if found is not None else (), style)

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
