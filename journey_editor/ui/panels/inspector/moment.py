"""The card of a moment of truth: when it counts, what it decides, what helps, and how it is measured."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from journey_editor.assets import _
from journey_editor.core.edits.attachments import set_moment
from journey_editor.core.measures import course
from journey_editor.core.records import Metric, Record, Touchpoint
from journey_editor.insight.measures import standing, way_text
from journey_editor.layout.shapes import star
from journey_editor.ui.icons import icon
from journey_editor.ui.look import Look
from journey_editor.ui.painter import draw, prepare
from journey_editor.ui.panels.inspector.binding import Bound, Subject, bind
from journey_editor.ui.panels.inspector.chips import cross
from journey_editor.ui.panels.inspector.editors import WordsEditor
from journey_editor.ui.panels.inspector.fields import FIELDS
from journey_editor.ui.panels.inspector.gauge import Gauge
from journey_editor.ui.pieces import quiet_button
from journey_editor.ui.theme import font, look_of, small_font


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
        self.standing = QLabel()
        self.standing.setTextFormat(Qt.TextFormat.PlainText)
        self.standing.setFont(small_font(600))
        self.standing.setContentsMargins(9, 4, 9, 4)
        self.way = QLabel()
        self.way.setTextFormat(Qt.TextFormat.PlainText)
        self.way.setFont(small_font())
        self.way.setWordWrap(True)
        self.way.setProperty("role", "muted")
        self.way.setContentsMargins(9, 4, 9, 0)
        self.gauge = Gauge()
        bar = QHBoxLayout()
        bar.setContentsMargins(9, 0, 9, 0)
        bar.addWidget(self.gauge)
        inside.addWidget(self.standing)
        inside.addLayout(bar)
        inside.addWidget(self.way)
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
        self._show_metric(metric if isinstance(metric, Metric) else None, look)

    def commit(self) -> None:
        """Hand on what was typed."""
        for bound in self.bound.values():
            bound.commit()

    def _show_metric(self, metric: Metric | None, look: Look) -> None:
        """Show where its metric stands on the way from baseline to target."""
        for label, words in ((self.standing, standing(metric)), (self.way, way_text(metric))) if metric else ():
            label.setText(words)
        self.standing.setVisible(metric is not None and bool(self.standing.text()))
        self.way.setVisible(metric is not None and bool(self.way.text()))
        there = course(metric) if metric is not None else None
        self.gauge.setVisible(there is not None)
        if there is not None:
            self.gauge.show_course(there, look.moment_line, look.map.gold_shape, look)

    def _set(self, is_moment: bool) -> None:
        document = self._subject.workspace.document
        if all(each in document.records for each in self._subject.ids):
            set_moment(document, self._subject.ids, is_moment)
