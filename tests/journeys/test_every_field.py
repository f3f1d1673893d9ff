"""Every field of the format has a hand: it is set in the window by keyboard alone, and undo gives the first bytes.

The fields come from the records themselves, so a new one is named here until somebody can set it.
"""

import base64
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton, QWidget

from journey_editor.core.edits.fields import field_value
from journey_editor.core.parts import MapView
from journey_editor.core.records import JourneyMap, Picture
from journey_editor.storage.format import dumps
from journey_editor.ui.panels.inspector.chips import Chip
from journey_editor.ui.panels.inspector.editors import ChoiceEditor, SwitchEditor, WordsEditor
from journey_editor.ui.panels.inspector.faces import Faces
from journey_editor.ui.panels.inspector.fields import FIELDS, FieldSpec
from journey_editor.ui.panels.inspector.page import Page
from journey_editor.ui.panels.inspector.scores import ScoreDots, Segments
from journey_editor.ui.window import MainWindow
from tests.hands import tap
from tests.person import Person
from tests.ui.panels.pages import MODELS, parts_of

EXAMPLES = {
    "map": "now", "stage": "s4", "touchpoint": "t9", "transition": "x2", "note": "n54", "opportunity": "o1",
    "metric": "m9", "owner": "cs", "persona": "p1", "evidence": "e1",
}  # fmt: skip
TYPED = {
    "title": "Otherwise", "line": "other", "words": "In other words", "lines": "one", "number": "12.5", "whole": "17",
    "share": "40", "valence": "-0.25", "feels": "-0.5", "believed": "-0.5", "day": "15.12.2031", "past_day": "1.2.2024",
    "duration": "5 h", "cadence": "6 wk", "start": "week 5", "end": "week 60", "history": "1 Feb 2024: 3",
    "reviews": "1 Feb 2024 | Ana | Still so", "dismissed": "handoff | t9 | Agreed", "hands": "1/2/7/3/0",
    "color": "#112233", "channel": "Pigeon", "money": "1234", "web": "https://example.org/a", "tags": "one",
    "word": "wobbly",
}  # fmt: skip
"""What is typed into a field of each kind."""

KEYS: list[tuple[type[QWidget], tuple[str, ...]]] = [
    (SwitchEditor, ("Space",)),
    (Faces, ("Right", "Left")),
    (ScoreDots, ("2", "3")),
    (Segments, ("Right", "Left")),
    (ChoiceEditor, ("Down", "Up", "Up")),
    (Chip, ("Del",)),
]
"""What is pressed in a field of another kind, until it says something else."""


class Setter(Person):
    """Sets fields, each as its editor is set by keys; has a picture at hand."""

    def __init__(self, window: MainWindow, in_dialog: Callable[..., Any], picture: Path) -> None:
        super().__init__(window)
        self.in_dialog, self.picture = in_dialog, picture

    def turn(self, spec: FieldSpec, says: Callable[[], Any]) -> bool:
        """Do in the focused editor what sets its field; returns whether it says something else now."""
        before, here = says(), self.focused
        if isinstance(here, QLineEdit | WordsEditor):
            self.press("Ctrl+A")
            self.type(TYPED.get(spec.editor, "Otherwise"))
            self.press("Ctrl+Return" if isinstance(here, WordsEditor) else "Return")
        elif isinstance(here, QPushButton):
            self.press("Space")
            if QApplication.activePopupWidget() is not None:
                self.press("Down", "Return")
            QApplication.processEvents()
        else:
            for kind, keys in KEYS:
                for key in keys if isinstance(here, kind) else ():
                    if says() == before:
                        self.press(key)
        return says() != before

    def choose_file(self, dialog: QWidget) -> None:
        assert isinstance(dialog, QFileDialog)
        dialog.setDirectory(str(self.picture.parent))
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        assert field is not None
        field.setText(self.picture.name)
        tap(field, "Return")


def png(name: str, path: Path | None = None) -> str:
    image = QImage(24, 16, QImage.Format.Format_RGB32)
    image.fill(QColor(name))
    buffer = QBuffer()
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    data = bytes(buffer.data().data())
    if path is not None:
        path.write_bytes(data)
    return base64.b64encode(data).decode()


@pytest.fixture
def person(window: MainWindow, in_dialog, tmp_path: Path) -> Setter:
    """The sample, with the kinds of records that it lacks, each of a name that is found at once."""
    document = window.workspace.document
    path = tmp_path / "red.png"
    png("red", path)
    EXAMPLES["map"] = window.workspace.map_id
    with document.transaction("What the sample lacks"):
        document.put(JourneyMap(id="other", rank="zz", title="Other map"))
        document.put(Picture(id="pic", rank="a0", type="image/jpeg", data=png("blue")))
        for kind, id in EXAMPLES.items():
            record = document.records[id]
            if kind != "map":
                document.put(record.with_(**{type(record).naming: f"Quaggazyx {kind}"}))
        journey_map = document.records[window.workspace.map_id]
        document.put(journey_map.with_(views=(MapView(name="Mine"),)))
        document.put(document.records["t9"].with_(picture="pic"))
    window.workspace.history.mark_saved()
    return Setter(window, in_dialog, path)


def page_of(person: Setter, kind: str) -> Page:
    return next(page for page in person.window.inspector.shown_pages() if page.kind == kind)


def editor_of(page: Page, field: str) -> list[QWidget]:
    """The widgets that belong to a field, as they are built."""
    moment = page.moment.bound if page.moment is not None else {}
    group = getattr(page.group, "bound", {}) if page.group is not None else {}
    found = [bound[field].widget for bound in (page.bound, moment, group) if field in bound]
    if field == "evidence" and page.evidence is not None:
        found.append(page.evidence)
    return found


def set_field(person: Setter, kind: str, spec: FieldSpec) -> None:
    """Set one field of the example of a kind by keys, and undo it. Raises AssertionError that says what is missing."""
    workspace = person.workspace
    record = workspace.document.records["" if kind == "file" else EXAMPLES[kind]]
    before, steps = dumps(workspace.document.records), workspace.history.position
    person.find(workspace.document.records[workspace.map_id] if kind == "file" else record)

    def says() -> Any:
        return field_value(workspace.document.records[record.id], spec.name)

    def holds(widget: QWidget) -> bool:
        parts = editor_of(page_of(person, kind), spec.name)
        return any(each is widget or each.isAncestorOf(widget) for each in parts)

    person.enter(holds)
    assert person.turn(spec, says), f"keys change nothing in {type(person.focused).__name__}"
    person.undo_all(steps)
    assert workspace.history.position == steps, "undo by key does not lead back"
    assert dumps(workspace.document.records) == before, "undo gives other bytes"


def spec_of(kind: str, field: str) -> FieldSpec:
    specs = (*FIELDS[kind], *(FIELDS["moment"] if kind == "touchpoint" else ()))
    return next(each for each in specs if each.name == field)


KINDS = [model.kind_name for model in MODELS if model.kind_name != "picture"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_set_by_keys_and_undone_to_the_first_byte(person: Setter, kind: str):
    without: dict[str, str] = {}
    model = next(each for each in MODELS if each.kind_name == kind)
    for field in parts_of(model):
        try:
            set_field(person, kind, spec_of(kind, field))
        except (AssertionError, StopIteration) as error:
            without[field] = str(error).splitlines()[0] if str(error) else type(error).__name__
            while person.workspace.history.position > 1:
                person.workspace.undo()
    assert without == {}, f"no hand for {kind}: {without}"


def press_button(person: Setter, words: str) -> None:
    """Walk in the inspector to a button of these words and press it."""
    person.enter(lambda widget: isinstance(widget, QPushButton) and widget.text() == words)
    person.press("Space")


def test_the_data_of_a_picture_is_replaced_by_keys_and_undone_to_the_first_byte(person: Setter):
    """A picture has no name to find it by: one goes to it from who shows it."""
    records = person.workspace.document.records
    before, steps = dumps(records), person.workspace.history.position
    fields, old = set(parts_of(Picture)), records["pic"]
    person.find(records["t9"])
    press_button(person, "Open")
    assert person.workspace.current is not None and person.workspace.current.id == "pic"
    person.in_dialog(person.choose_file)
    press_button(person, "Replace by a file…")
    changed = person.workspace.document.records["pic"]
    changed_fields = {each for each in fields if field_value(changed, each) != field_value(old, each)}
    assert changed_fields == fields == {"type", "data"}
    person.undo_all(steps)
    assert dumps(person.workspace.document.records) == before


@pytest.mark.parametrize("kind", ["touchpoint", "persona"])
def test_a_picture_is_taken_from_a_file_by_keys(person: Setter, kind: str):
    workspace = person.workspace
    before, steps = dumps(workspace.document.records), workspace.history.position
    person.find(workspace.document.records[EXAMPLES[kind]])
    person.in_dialog(person.choose_file)
    press_button(person, "From a file…")
    shown = workspace.document.records[str(field_value(workspace.document.records[EXAMPLES[kind]], "picture"))]
    assert isinstance(shown, Picture) and shown.type == "image/png"
    person.undo_all(steps)
    assert dumps(workspace.document.records) == before


def test_a_file_that_is_no_picture_is_told_and_nothing_changes(person: Setter):
    workspace, told = person.workspace, []
    workspace.noticed.connect(told.append)
    person.picture.write_bytes(b"no picture")
    person.find(workspace.document.records["t9"])
    before = dumps(workspace.document.records)
    person.in_dialog(person.choose_file)
    press_button(person, "From a file…")
    assert len(told) == 1 and told[0].startswith("red.png: ") and dumps(workspace.document.records) == before
