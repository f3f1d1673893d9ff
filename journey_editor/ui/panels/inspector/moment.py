"""The card of a moment of truth: when it counts, what it decides, what helps, and how it is measured."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from journey_editor.assets import _
from journey_editor.core.edits.attachments import set_moment
from journey_editor.core.records import Metric, Record, Touchpoint
from journey_editor.layout.shapes import star
from journey_editor.ui.icons import icon
from journey_editor.ui.look import Look
from journey_editor.ui.painter import color, draw, prepare
from journey_editor.ui.panels.inspector.binding import Bound, Subject, bind
from journey_editor.ui.panels.inspector.chips import cross
from journey_editor.ui.panels.inspector.editors import WordsEditor
from journey_editor.ui.panels.inspector.fields import FIELDS
from journey_editor.ui.pieces import quiet_button
from journey_editor.ui.theme import font, look_of, small_font


class Gauge(QWidget):
    """Where a metric stands on the way from nothing, or from its baseline, to its target."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(14)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._shares: tuple[float, float] = (0.0, 0.0)
        self._look: Look | None = None

    def show_metric(self, metric: Metric, look: Look) -> None:
        """Show now and target."""
        self._look = look
        self._shares = shares(metric)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, 14)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(self._look.moment_line))
        painter.drawRoundedRect(QRectF(0, 3, self.width(), 8), 4, 4)
        now, target = self._shares
        painter.setBrush(color(self._look.map.gold_shape))
        painter.drawRoundedRect(QRectF(0, 3, max(8.0, self.width() * now), 8), 4, 4)
        painter.setBrush(color(self._look.map.ink))
        painter.drawRect(QRectF(min(self.width() - 2.0, self.width() * target), 0, 2, 14))


class Star(QWidget):
    """The sign of a moment of truth."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(16, 20)
        self._look: Look | None = None

    def show_in(self, look: Look) -> None:
        """Take the colour of a look."""
        self._look = look
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw(painter, prepare(star(8.0, 10.0, 8.0, self._look.map)), 1.0)


class MomentCard(QWidget):
    """The card where the touchpoint is a moment of truth, else a quiet button that makes it one."""

    def __init__(self, subject: Subject) -> None:
        super().__init__()
        self._subject = subject
        self.make = quiet_button(f"+ {_('Moment of truth')}")
        self.make.clicked.connect(lambda: self._set(True))
        self._card = QFrame()
        self._card.setProperty("role", "moment")
        self._star = Star()
        title = QLabel(_("Moment of truth"))
        title.setFont(font(weight=700))
        title.setProperty("role", "gold")
        self._unmake = cross(self._card, _("No longer a moment of truth"))
        self._unmake.clicked.connect(lambda: self._set(False))
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 0, 0)
        head.setSpacing(8)
        head.addWidget(self._star)
        head.addWidget(title, 1)
        head.addWidget(self._unmake)
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(7, 7, 7, 11)
        inside.setSpacing(0)
        inside.addLayout(head)
        self.bound: dict[str, Bound] = {}
        for spec in FIELDS["moment"]:
            bound = bind(spec, subject)
            self.bound[spec.name] = bound
            editor = bound.widget.findChild(WordsEditor)
            if editor is not None:
                editor.setFont(small_font())
                editor.be_small(20)
                editor.setToolTip(_(spec.label))
            inside.addWidget(bound.widget)
        self._said = QLabel()
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setFont(small_font(600))
        self._said.setContentsMargins(9, 4, 9, 4)
        self._gauge = Gauge()
        bar = QHBoxLayout()
        bar.setContentsMargins(9, 0, 9, 0)
        bar.addWidget(self._gauge)
        inside.addWidget(self._said)
        inside.addLayout(bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.make)
        column.addWidget(self._card)

    def show_records(self, records: Sequence[Record]) -> None:
        """Show the moment of touchpoints."""
        touchpoints = [each for each in records if isinstance(each, Touchpoint)]
        is_moment = bool(touchpoints) and all(each.moment is not None for each in touchpoints)
        self._card.setVisible(is_moment)
        self.make.setVisible(not is_moment)
        if not is_moment:
            return
        look = look_of(self._subject.workspace.view.theme)
        self._star.show_in(look)
        self._unmake.setIcon(icon("close", look.map.gold))
        for spec in FIELDS["moment"]:
            self.bound[spec.name].show(records)
            editor = self.bound[spec.name].widget.findChild(WordsEditor)
            if editor is not None and not editor.placeholderText():
                editor.setPlaceholderText(_(spec.label))
        moment = touchpoints[0].moment if len(touchpoints) == 1 else None
        metric = self._subject.workspace.document.records.get(moment.metric or "") if moment else None
        words = measured(metric) if isinstance(metric, Metric) else ""
        self._said.setText(words)
        self._said.setVisible(bool(words))
        shown = isinstance(metric, Metric) and metric.current is not None and metric.target is not None
        self._gauge.setVisible(shown)
        if shown and isinstance(metric, Metric):
            self._gauge.show_metric(metric, look)

    def commit(self) -> None:
        """Hand on what was typed."""
        for bound in self.bound.values():
            bound.commit()

    def _set(self, is_moment: bool) -> None:
        document = self._subject.workspace.document
        if all(each in document.records for each in self._subject.ids):
            set_moment(document, self._subject.ids, is_moment)


def shares(metric: Metric) -> tuple[float, float]:
    """Return how far now and target lie along a gauge, 0 to 1."""
    now, target = metric.current or 0.0, metric.target or 0.0
    full = (
        100.0
        if metric.unit.strip() == "%" and max(now, target) <= 100
        else max(now, target, metric.baseline or 0.0) * 1.1
    )
    if full <= 0:
        return 0.0, 0.0
    return max(0.0, min(1.0, now / full)), max(0.0, min(1.0, target / full))


def measured(metric: Metric) -> str:
    """Return where a metric stands: "Now 65 %, target 75 %"."""
    unit = f" {metric.unit.strip()}" if metric.unit.strip() else ""
    parts: list[str] = []
    if metric.current is not None:
        parts.append(_("Now {value}").format(value=f"{metric.current:,.10g}{unit}"))
    if metric.target is not None:
        parts.append(_("target {value}").format(value=f"{metric.target:,.10g}{unit}"))
    words = ", ".join(parts)
    return words[:1].upper() + words[1:]
