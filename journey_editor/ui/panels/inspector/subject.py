"""What a page of the inspector is about, and what an editor of it is: the ground that all kinds of editors stand on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from PySide6.QtWidgets import QWidget

from journey_editor.assets import _
from journey_editor.core.edits.fields import common_value
from journey_editor.core.records import Record, Stage
from journey_editor.core.rules import BrokenReference
from journey_editor.core.times import end_text, start_text
from journey_editor.core.words import channel_name
from journey_editor.ui.panels.inspector.assignment import apply
from journey_editor.ui.panels.inspector.editors import LineEditor, Troubled, WordsEditor
from journey_editor.ui.panels.inspector.fields import FieldSpec
from journey_editor.ui.panels.inspector.values import Misfit, sentence_of, text_of, value_from
from journey_editor.ui.workspace import Workspace


class Subject:
    """What a page is about: records of one kind in the workspace, by their ids."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.ids: tuple[str, ...] = ()

    def records(self) -> tuple[Record, ...]:
        """Return those of them that are there."""
        found = (self.workspace.document.records.get(each) for each in self.ids)
        return tuple(record for record in found if record is not None)

    def set(self, spec: FieldSpec, value: Any) -> str:
        """Let them have a value; return in one sentence what is wrong with it, "" where it was taken."""
        try:
            if self.records():
                ids = [record.id for record in self.records()]
                apply(self.workspace.document, ids, spec, value, self.workspace.basis)
        except (Misfit, ValidationError, BrokenReference) as error:
            return sentence_of(error, _(spec.label))
        return ""

    def set_text(self, spec: FieldSpec, text: str) -> str:
        """Let them have the value that a text means; return what is wrong with it, "" where it was taken."""
        try:
            old, _shared = common_value(self.records(), spec.name)
            value = value_from(spec.editor, text, old)
        except Misfit as error:
            return str(error)
        return self.set(spec, value)


@dataclass(frozen=True)
class Bound:
    """An editor, and how it shows records and hands on what was typed."""

    widget: QWidget
    show: Callable[[Sequence[Record]], None]
    commit: Callable[[], None] = lambda: None
    said: Callable[[], str] = lambda: ""


Maker = Callable[[FieldSpec, Subject], Bound]


def text_bound(spec: FieldSpec, subject: Subject, editor: LineEditor | WordsEditor) -> Bound:
    """Return a text editor bound to a field, with room to say what is wrong."""
    editor.setAccessibleName(_(spec.label))
    troubled = Troubled(editor)
    editor.committed.connect(lambda text: troubled.say(subject.set_text(spec, text)))

    def show(records: Sequence[Record]) -> None:
        value, shared = common_value(records, spec.name)
        if spec.editor == "channel" and shared:
            value = channel_name(value)
        before = editor.words()
        editor.show_text(_shown(spec, records, value), "" if shared else _("several"))
        if before != editor.words():
            troubled.say("")

    return Bound(troubled, show, editor.commit, lambda: troubled.sentence)


def _shown(spec: FieldSpec, records: Sequence[Record], value: Any) -> str:
    """Return the text of a value; an end of a stage is told in the unit that the other one has as well."""
    stage = records[0] if len(records) == 1 else None
    if isinstance(stage, Stage) and value is not None and spec.editor in ("start", "end"):
        first = spec.editor == "start"
        return start_text(value, stage.end_day) if first else end_text(value, stage.start_day)
    return text_of(spec.editor, value)


def line_bound(spec: FieldSpec, subject: Subject) -> Bound:
    """Return a field of one line bound to a field."""
    return text_bound(spec, subject, LineEditor())
