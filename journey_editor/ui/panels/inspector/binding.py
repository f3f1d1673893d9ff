"""Editors bound to a field of what is selected: each shows the value that the records share and hands on a new one."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QSize, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from journey_editor.assets import _
from journey_editor.core.document import Document
from journey_editor.core.edits.fields import common_value
from journey_editor.core.records import JourneyMap, Record, Touchpoint, map_of
from journey_editor.insight.finding import severity_word
from journey_editor.insight.perception import perception_gap
from journey_editor.layout.style import OWNER_COLORS
from journey_editor.ui.owner_marks import owner_icons
from journey_editor.ui.panels.inspector.answers import answers_bound
from journey_editor.ui.panels.inspector.assignment import channels_of, feelings_of, kinds_of_notes, options_of
from journey_editor.ui.panels.inspector.chips import ManyChips, Swatches
from journey_editor.ui.panels.inspector.editors import ChoiceEditor, LineEditor, SwitchEditor, Troubled, WordsEditor
from journey_editor.ui.panels.inspector.faces import Faces, OneFace
from journey_editor.ui.panels.inspector.fields import EditorKind, FieldSpec
from journey_editor.ui.panels.inspector.hands import HandsChart
from journey_editor.ui.panels.inspector.money import money_bound
from journey_editor.ui.panels.inspector.pictures import data_bound, picture_bound
from journey_editor.ui.panels.inspector.review import cadence_bound
from journey_editor.ui.panels.inspector.scores import score_bound, segments_bound
from journey_editor.ui.panels.inspector.subject import Bound, Maker, Subject, line_bound, text_bound
from journey_editor.ui.panels.inspector.tagging import tags_bound, web_bound
from journey_editor.ui.panels.inspector.viewlist import views_bound
from journey_editor.ui.panels.inspector.words import choices_of, title_of
from journey_editor.ui.pieces import heading
from journey_editor.ui.theme import look_of

SHORT = 56
"""Width of a field for one number, in pixels."""


def bind(spec: FieldSpec, subject: Subject) -> Bound:
    """Return an editor for a field. Raises KeyError where there is none for its kind."""
    return MAKERS[spec.editor](spec, subject)


def _words(spec: FieldSpec, subject: Subject) -> Bound:
    return text_bound(spec, subject, WordsEditor())


def _lines(spec: FieldSpec, subject: Subject) -> Bound:
    editor = WordsEditor(is_list=True)
    editor.setToolTip(_("One a line"))
    return text_bound(spec, subject, editor)


def _title(spec: FieldSpec, subject: Subject) -> Bound:
    editor = WordsEditor()
    editor.setProperty("role", "title")
    return text_bound(spec, subject, editor)


def _channel(spec: FieldSpec, subject: Subject) -> Bound:
    return _completed(spec, subject, channels_of)


def _word(spec: FieldSpec, subject: Subject) -> Bound:
    return _completed(spec, subject, feelings_of)


def _completed(spec: FieldSpec, subject: Subject, names_of: Callable[[Document], Sequence[str]]) -> Bound:
    """Return a field of one line that offers names while one is typed; any other is as welcome."""
    editor = LineEditor()
    model = QStringListModel(editor)
    completer = QCompleter(model, editor)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    editor.setCompleter(completer)
    completer.popup().setObjectName("completions")  # pyright: ignore[reportOptionalMemberAccess]
    editor.textEdited.connect(lambda _text: _offer(model, names_of(subject.workspace.document)))
    return text_bound(spec, subject, editor)


def _offer(model: QStringListModel, names: Sequence[str]) -> None:
    if model.stringList() != list(names):
        model.setStringList(list(names))


def _choice_of(spec: FieldSpec, subject: Subject, options: Callable[[Sequence[Record]], Sequence[tuple[Any, str]]],
               decorate: Callable[[ChoiceEditor], None] = lambda _editor: None) -> Bound:  # fmt: skip
    editor = ChoiceEditor()
    editor.setAccessibleName(_(spec.label))
    troubled = Troubled(editor)

    def show(records: Sequence[Record]) -> None:
        value, shared = common_value(records, spec.name)
        editor.show_choices(options(records), value, shared)
        decorate(editor)
        troubled.say("")

    def take(value: Any) -> None:
        if common_value(subject.records(), spec.name) == (value, True):
            return  # what is chosen again stays as it is: a touchpoint would move to the end of its own stage
        said = subject.set(spec, value)
        show(subject.records())
        troubled.say(said)

    editor.chosen.connect(take)
    return Bound(troubled, show, said=lambda: troubled.sentence)


def _choice(spec: FieldSpec, subject: Subject) -> Bound:
    return _choice_of(spec, subject, lambda records: choices_of(type(records[0]), spec.name) if records else ())


def _reference(spec: FieldSpec, subject: Subject) -> Bound:
    return _choice_of(spec, subject, lambda records: options_of(subject.workspace.document, spec, records))


def _owner(spec: FieldSpec, subject: Subject) -> Bound:
    def decorate(editor: ChoiceEditor) -> None:
        icons = owner_icons(subject.workspace)
        editor.setIconSize(QSize(28, 16))
        for index in range(editor.count()):
            record_id = editor.value_at(index)
            if isinstance(record_id, str) and record_id in icons:
                editor.setItemIcon(index, icons[record_id])

    return _choice_of(spec, subject, lambda records: options_of(subject.workspace.document, spec, records), decorate)


def _kind(spec: FieldSpec, subject: Subject) -> Bound:
    return _choice_of(spec, subject, lambda _records: kinds_of_notes(subject.workspace.document))


def _switch(spec: FieldSpec, subject: Subject) -> Bound:
    editor = SwitchEditor()
    editor.setAccessibleName(_(spec.label))
    editor.chosen.connect(lambda value: subject.set(spec, value))

    def show(records: Sequence[Record]) -> None:
        value, shared = common_value(records, spec.name)
        editor.show_value(bool(value), shared)

    return Bound(editor, show)


def _feels(spec: FieldSpec, subject: Subject) -> Bound:
    faces = Faces()
    faces.setAccessibleName(_(spec.label))
    faces.chosen.connect(lambda value: subject.set(spec, value))

    def show(records: Sequence[Record]) -> None:
        value, _shared = common_value(records, spec.name)
        faces.show_value(value, look_of(subject.workspace.view.theme).map)

    return Bound(faces, show)


def exact_feeling(spec: FieldSpec, subject: Subject) -> Bound:
    """Return the field of the exact valence, to stand before the word for the feeling."""
    found = line_bound(spec, subject)
    found.widget.setFixedWidth(SHORT)
    found.widget.setToolTip(_("From −2, desperate, to +2, delighted"))
    return found


def _believed(spec: FieldSpec, subject: Subject) -> Bound:
    one, gap = OneFace(), heading(role="pain")
    exact = line_bound(spec, subject)
    exact.widget.setMinimumWidth(SHORT)
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(one, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(exact.widget)
    row.addWidget(gap, 0, Qt.AlignmentFlag.AlignVCenter)
    row.setStretch(1, 1)

    def show(records: Sequence[Record]) -> None:
        value, shared = common_value(records, spec.name)
        one.setVisible(value is not None and shared)
        one.show_value(value, look_of(subject.workspace.view.theme).map)
        exact.show(records)
        gap.setText(_gap_of(subject, records))
        gap.setVisible(bool(gap.text()))

    return Bound(holder, show, exact.commit, exact.said)


def _hands(spec: FieldSpec, subject: Subject) -> Bound:
    chart, exact = HandsChart(), line_bound(spec, subject)
    exact.widget.setToolTip(_("Five numbers from desperate to delighted"))
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(exact.widget)
    column.addWidget(chart)

    def show(records: Sequence[Record]) -> None:
        value, shared = common_value(records, spec.name)
        chart.show_hands(value if shared else None, look_of(subject.workspace.view.theme).map)
        exact.show(records)
        editor = exact.widget.findChild(LineEditor)
        if shared and value is None and editor is not None:
            editor.setPlaceholderText("0/2/7/3/0")

    return Bound(holder, show, exact.commit, exact.said)


def _gap_of(subject: Subject, records: Sequence[Record]) -> str:
    record = records[0] if len(records) == 1 else None
    journey_map = subject.workspace.document.records.get(map_of(record) or "") if record else None
    if not isinstance(record, Touchpoint) or not isinstance(journey_map, JourneyMap):
        return ""
    found = perception_gap(record, journey_map.state)
    if found is None:
        return ""
    return _("gap {number}, {severity}").format(number=f"{abs(found[0]):.1f}", severity=severity_word(found[1]))


def _references(spec: FieldSpec, subject: Subject) -> Bound:
    chips = ManyChips(subject.workspace, _("Add"))

    def show(records: Sequence[Record]) -> None:
        document = subject.workspace.document
        value, shared = common_value(records, spec.name)
        options = [option for option in options_of(document, spec, records) if option[0] is not None]
        chips.show_chips(options, value or (), "" if shared else _("several"))

    chips.changed.connect(lambda ids: subject.set(spec, ids))
    chips.opened.connect(lambda record_id: subject.workspace.session.select((record_id,)))
    return Bound(chips, show)


def _color(spec: FieldSpec, subject: Subject) -> Bound:
    swatches = Swatches(OWNER_COLORS)
    exact = line_bound(spec, subject)
    holder = QWidget()
    column = QHBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(exact.widget, 1, Qt.AlignmentFlag.AlignTop)
    column.addWidget(swatches, 0, Qt.AlignmentFlag.AlignTop)
    swatches.chosen.connect(lambda name: subject.set(spec, name))

    def show(records: Sequence[Record]) -> None:
        exact.show(records)
        value, _shared = common_value(records, spec.name)
        swatches.show_color(value or "")

    return Bound(holder, show, exact.commit, exact.said)


def _fixed(spec: FieldSpec, subject: Subject) -> Bound:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setMinimumHeight(28)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def show(records: Sequence[Record]) -> None:
        value, shared = common_value(records, spec.name)
        target = subject.workspace.document.records.get(value) if isinstance(value, str) and value else None
        if not shared:
            label.setText(_("several"))
        elif spec.name == "data":
            label.setText(_("{number} KB").format(number=len(value) * 3 // 4 // 1024))
        else:
            label.setText(title_of(target) if target is not None else str(value or ""))

    return Bound(label, show)


MAKERS: Mapping[EditorKind, Maker] = {
    "title": _title,
    "line": line_bound,
    "words": _words,
    "lines": _lines,
    "history": _lines,
    "reviews": _lines,
    "dismissed": _lines,
    "number": line_bound,
    "whole": line_bound,
    "share": line_bound,
    "valence": line_bound,
    "day": line_bound,
    "past_day": line_bound,
    "duration": line_bound,
    "cadence": cadence_bound,
    "start": line_bound,
    "end": line_bound,
    "hands": _hands,
    "choice": _choice,
    "reference": _reference,
    "holder": _reference,
    "stage": _reference,
    "owner": _owner,
    "kind": _kind,
    "channel": _channel,
    "word": _word,
    "switch": _switch,
    "feels": _feels,
    "believed": _believed,
    "references": _references,
    "color": _color,
    "fixed": _fixed,
    "views": views_bound,
    "picture": picture_bound,
    "data": data_bound,
    "score": score_bound,
    "segments": segments_bound,
    "money": money_bound,
    "answers": answers_bound,
    "tags": tags_bound,
    "web": web_bound,
}
"""What makes the editor of each kind; `moment` and `evidence` are parts of a page of their own."""
