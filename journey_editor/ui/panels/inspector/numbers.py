"""Fields that belong together as a compact group: the numbers of a stage, where a metric stands."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from pydantic import ValidationError
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from journey_editor.assets import _, ngettext
from journey_editor.core.dates import full_day_text
from journey_editor.core.edits.numbers import record_value
from journey_editor.core.funnel import lost
from journey_editor.core.measures import course
from journey_editor.core.records import Metric, Record, Stage
from journey_editor.insight.measures import gap_words, standing, value_text, way_text
from journey_editor.layout.funnel import FRICTION, count_text, loss_text
from journey_editor.ui.panels.inspector.binding import bind
from journey_editor.ui.panels.inspector.editors import HEIGHT, LineEditor, Troubled
from journey_editor.ui.panels.inspector.fields import FieldSpec
from journey_editor.ui.panels.inspector.gauge import Gauge, Sparkline
from journey_editor.ui.panels.inspector.subject import Bound, Subject
from journey_editor.ui.panels.inspector.values import Misfit, sentence_of, value_from
from journey_editor.ui.pieces import heading, restyle
from journey_editor.ui.theme import look_of, small_font

_BESIDE = 2
_GAP = 8


class Group(QWidget):
    """Fields in two columns, each below its name, and room for what follows from them."""

    def __init__(self, subject: Subject, specs: Sequence[FieldSpec], title: str) -> None:
        super().__init__()
        self.subject = subject
        self.bound: dict[str, Bound] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 4, 0, 4)
        self.column.setSpacing(_GAP)
        self.column.addWidget(heading(title))
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(_GAP)
        grid.setVerticalSpacing(2)
        for place, spec in enumerate(specs):
            self.bound[spec.name] = bound = bind(spec, subject)
            name = QLabel(_(spec.label))
            name.setFont(small_font())
            name.setProperty("role", "muted")
            name.setBuddy(bound.widget)
            row, beside = divmod(place, _BESIDE)
            grid.addWidget(name, row * 2, beside)
            grid.addWidget(bound.widget, row * 2 + 1, beside, Qt.AlignmentFlag.AlignTop)
            name.setContentsMargins(0, 6 if row else 0, 0, 0)
            grid.setColumnStretch(beside, 1)
            grid.setColumnMinimumWidth(beside, 100)
        self.column.addLayout(grid)

    def show_records(self, records: Sequence[Record]) -> None:
        """Show what follows from the fields of some records; the fields themselves are shown by their page."""

    def commit(self) -> None:
        """Hand on what is being typed beside the fields."""


class StageNumbers(Group):
    """When a stage is, how many enter and complete it, and which share of them is lost."""

    def __init__(self, subject: Subject, specs: Sequence[FieldSpec]) -> None:
        super().__init__(subject, specs, _("Numbers"))
        self.said = _small()
        self.column.addWidget(self.said)

    def show_records(self, records: Sequence[Record]) -> None:
        stage = records[0] if len(records) == 1 else None
        left = lost(stage.entered, stage.completed) if isinstance(stage, Stage) else None
        self.said.setVisible(left is not None)
        if left is not None and isinstance(stage, Stage) and stage.completed is not None and stage.entered is not None:
            words = _("{completed} of {entered} complete it: {share}")
            numbers = {"completed": count_text(stage.completed), "entered": count_text(stage.entered)}
            self.said.setText(words.format(**numbers, share=loss_text(left)))
            restyle(self.said, "role", "pain" if left >= FRICTION else "muted")


class MeasureGroup(Group):
    """Where a metric stands: its numbers, the way from baseline to target, the gap, its history, a value of today."""

    def __init__(self, subject: Subject, specs: Sequence[FieldSpec]) -> None:
        super().__init__(subject, specs, _("Where it stands"))
        self.standing, self.way, self.gap = _small(600), _small(), _small()
        self.gauge, self.line, self.since = Gauge(), Sparkline(), _small()
        for widget in (self.standing, self.gauge, self.way, self.gap, self.line, self.since):
            self.column.addWidget(widget)
        self.today = LineEditor()
        self.today.setAccessibleName(_("Value of today"))
        self.today.setPlaceholderText(_("Value of today"))
        self.troubled = Troubled(self.today)
        self.today.committed.connect(self._take)
        self.add = QPushButton(_("Add"))
        self.add.setFixedHeight(HEIGHT)
        self.add.setToolTip(_("Add it to the history and make it the current value"))
        self.add.clicked.connect(self.today.commit)
        self._beside = QWidget()
        row = QHBoxLayout(self._beside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(self.troubled, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.add, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addWidget(self._beside)

    def show_records(self, records: Sequence[Record]) -> None:
        metric = records[0] if len(records) == 1 else None
        found = metric if isinstance(metric, Metric) else None
        self._beside.setVisible(found is not None)
        for label, words in (
            (self.standing, standing(found) if found else ""),
            (self.way, way_text(found) if found else ""),
            (self.gap, gap_words(found)[0] if found else ""),
            (self.since, _since(found) if found else ""),
        ):
            label.setText(words)
            label.setVisible(bool(words))
        look = look_of(self.subject.workspace.view.theme)
        there = course(found) if found else None
        self.gauge.setVisible(there is not None)
        if there is not None:
            self.gauge.show_course(there, look.map.line, look.map.metric_shape, look)
        self.line.setVisible(found is not None and len(found.history) > 1)
        if found is not None:
            restyle(self.gap, "role", gap_words(found)[1])
            self.line.show_history(found.history, found.target, look)
            self.today.show_text("", _("Value of today"))

    def commit(self) -> None:
        self.today.commit()

    def _take(self, text: str) -> None:
        """Record what was typed as the value of today."""
        said = ""
        ids = [record.id for record in self.subject.records() if isinstance(record, Metric)]
        try:
            value = value_from("number", text)
            if value is not None and ids:
                record_value(self.subject.workspace.document, ids[0], value, date.today())
        except (Misfit, ValidationError) as error:
            said = sentence_of(error, _("Value of today"))
        self.troubled.say(said)
        if not said:
            self.today.show_text("", _("Value of today"))


def _since(metric: Metric) -> str:
    """Return since when there are values, and how many."""
    if not metric.history:
        return ""
    day, value = min(metric.history, key=lambda entry: entry[0])
    words = ngettext("{count} value, {day}: {value}", "{count} values since {day}, first {value}", len(metric.history))
    return words.format(count=len(metric.history), day=full_day_text(day), value=value_text(value, metric.unit))


def _small(weight: int = 400) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # a word without end widens no page
    label.setFont(small_font(weight))
    label.setProperty("role", "muted" if weight == 400 else "")
    return label


GROUPS: Mapping[str, tuple[tuple[str, ...], Callable[[Subject, Sequence[FieldSpec]], Group]]] = {
    "stage": (("start_day", "end_day", "entered", "completed", "activated", "tickets", "as_of"), StageNumbers),
    "metric": (("baseline", "current", "expected", "target", "unit", "better", "as_of"), MeasureGroup),
}
"""The fields of a kind of record that belong together, in their order, and what shows them."""


def group_for(kind: str, subject: Subject, specs: Sequence[FieldSpec]) -> Group | None:
    """Return the group of a page, made of its fields; None where its kind has none."""
    if kind not in GROUPS:
        return None
    names, make = GROUPS[kind]
    by_name = {spec.name: spec for spec in specs}
    return make(subject, [by_name[name] for name in names if name in by_name])
