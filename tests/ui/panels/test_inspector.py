"""The inspector edits every field of every kind of record, in step with the document."""

from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QPoint

from journey_editor.core.edits.fields import field_value
from journey_editor.core.records import Record
from journey_editor.storage.format import dumps
from journey_editor.ui.panels.inspector.binding import MAKERS
from journey_editor.ui.panels.inspector.chips import ManyChips, Swatches
from journey_editor.ui.panels.inspector.editors import ChoiceEditor, SwitchEditor
from journey_editor.ui.panels.inspector.faces import Faces
from journey_editor.ui.panels.inspector.fields import FIELDS
from journey_editor.ui.panels.inspector.panel import Inspector
from journey_editor.ui.workspace import Workspace
from tests.hands import click, tap
from tests.ui.panels.pages import MODELS, bound_in, editor_in, page_of, parts_of, write


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.kind_name)
def test_every_field_of_the_schema_has_an_editor(model: type[Record]):
    known = {spec.name for spec in FIELDS[model.kind_name]}
    if model.kind_name == "touchpoint":
        known |= {spec.name for spec in FIELDS["moment"]}
    assert set(parts_of(model)) - known == set()
    assert all(spec.editor in MAKERS or spec.editor in ("moment", "evidence") for spec in FIELDS[model.kind_name])


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.kind_name)
def test_every_field_stands_on_its_page(inspector: Inspector, workspace: Workspace, model: type[Record]):
    page = inspector.page(model.kind_name)
    assert set(parts_of(model)) - page.fields() == set()


TYPED: list[tuple[str, str, str, Any]] = [
    ("t9", "title", "First sign-in", "First sign-in"),
    ("t9", "channel", "Email", "email"),
    ("t9", "channel", "Carrier pigeon", "Carrier pigeon"),
    ("t9", "emotion.word", "puzzled", "puzzled"),
    ("t9", "emotion.valence:exact", "-0,5", -0.5),
    ("t9", "emotion.valence:exact", "", None),
    ("t9", "believed", "1.5", 1.5),
    ("t9", "believed", "", None),
    ("t9", "emotion.low", "−1.5", -1.5),
    ("t9", "emotion.n", "31", 31),
    ("t9", "emotion.hands", "0/2/7/3/0", (0, 2, 7, 3, 0)),
    ("t9", "takes_days", "0.25", 0.25),
    ("t9", "takes_days", "40 min", 40 / 1440),
    ("t9", "takes_days", "1,5 d", 1.5),
    ("t9", "tickets", "", None),
    ("t9", "votes", "3", 3),
    ("t9", "tags", "first visit", ("first visit",)),
    ("t9", "link", "https://example.org/a?b=1&c=2", "https://example.org/a?b=1&c=2"),
    ("t9", "moment.impact", "Decides who stays", "Decides who stays"),
    ("t9", "moment.window", "", ""),
    ("s4", "name", "Set-up", "Set-up"),
    ("s4", "start_day", "90", 90),
    ("s4", "start_day", "week 5", 28),
    ("s4", "start_day", "W5–8", 28),
    ("s4", "end_day", "month 12", 360),
    ("s4", "end_day", "W15–20", 140),
    ("s4", "entered", "1200", 1200),
    ("s4", "as_of", "2026-11-01", date(2026, 11, 1)),
    ("s4", "as_of", "1. Nov 2026", date(2026, 11, 1)),
    ("s4", "as_of", "yesterday", date.today() - timedelta(1)),
    ("o1", "due", "+30d", date.today() + timedelta(30)),
    ("o1", "due", "Q2 2028", date(2028, 6, 30)),
    ("o1", "due", "", None),
    ("map", "objective", "Keep them", "Keep them"),
    ("map", "review_every_days", "30", 30),
    ("map", "review_every_days", "6 months", 180),
    ("map", "reviews", "2026-05-01 | Ana | Still true", "Ana"),
    ("map", "dismissed", "handoff | t9, t8 | Agreed", "handoff"),
    ("m9", "current", "70", 70),
    ("m9", "history", "1 May 2026: 61\n2026-06-01 62.5", ((date(2026, 5, 1), 61), (date(2026, 6, 1), 62.5))),
    ("m9", "history", "2026-05-01 61\n2026-06-01 62.5", ((date(2026, 5, 1), 61), (date(2026, 6, 1), 62.5))),
    ("cs", "color", "#112233", "#112233"),
    ("e1", "n", "14", 14),
    ("e1", "date", "2026-02-28", date(2026, 2, 28)),
    ("p1", "goals", "Sleep\nEat", ("Sleep", "Eat")),
]


@pytest.mark.parametrize(("record", "field", "words", "value"), TYPED)
def test_what_is_typed_is_one_step_and_undo_gives_the_very_bytes_back(
    inspector: Inspector, workspace: Workspace, record: str, field: str, words: str, value: Any
):
    record_id = workspace.map_id if record == "map" else record
    page = page_of(inspector, workspace, *(() if record == "map" else (record,)))
    before, steps = dumps(workspace.document.records), len(workspace.history.steps)
    write(editor_in(page, field), words)
    found = field_value(workspace.document.records[record_id], field.partition(":")[0])
    if field in ("reviews", "dismissed"):
        found = found[0].who if field == "reviews" else found[0].rule
    if ":exact" in field and value is None:
        assert workspace.document.records[record_id].emotion is None
    else:
        assert found == value
    assert len(workspace.history.steps) == steps + 1
    workspace.undo()
    assert dumps(workspace.document.records) == before


CHOSEN: list[tuple[str, str, Any]] = [
    ("t9", "stage", "s1"),
    ("t9", "stage", None),
    ("t9", "owner", "cs"),
    ("t9", "owner", None),
    ("t9", "kind", "action"),
    ("t9", "layer", "backstage"),
    ("t9", "emotion.basis", "measured"),
    ("t9", "opens", "other"),
    ("t9", "picture", "pic"),
    ("t9", "moment.metric", None),
    ("s4", "phase", None),
    ("s4", "owner", "sales"),
    ("map", "state", "future"),
    ("map", "persona", None),
    ("map", "based_on", "other"),
    ("map", "benchmark", "self_serve_saas"),
    ("m9", "better", "lower"),
    ("m9", "priority", "high"),
    ("m9", "owner", "cs"),
    ("e1", "source", "survey"),
]


@pytest.mark.parametrize(("record", "field", "value"), CHOSEN)
def test_what_is_chosen_is_one_step_and_undo_gives_the_very_bytes_back(
    inspector: Inspector, workspace: Workspace, record: str, field: str, value: Any
):
    record_id = workspace.map_id if record == "map" else record
    page = page_of(inspector, workspace, *(() if record == "map" else (record,)))
    before, steps = dumps(workspace.document.records), len(workspace.history.steps)
    editor = bound_in(page, field).widget.findChild(ChoiceEditor)
    editor.choose(value)
    assert field_value(workspace.document.records[record_id], field) == value
    assert len(workspace.history.steps) == steps + 1
    workspace.undo()
    assert dumps(workspace.document.records) == before


def test_choosing_what_is_there_changes_nothing(inspector: Inspector, workspace: Workspace):
    page = page_of(inspector, workspace, "t8")
    before = dumps(workspace.document.records)
    for field in ("stage", "owner", "kind"):
        editor = page.bound[field].widget.findChild(ChoiceEditor)
        editor.choose(field_value(workspace.document.records["t8"], field))
    assert dumps(workspace.document.records) == before


@pytest.mark.parametrize(("record", "field"), [("t9", "unneeded"), ("map", "locked"), ("n54", "private")])
def test_switches(inspector: Inspector, workspace: Workspace, record: str, field: str):
    record_id = workspace.map_id if record == "map" else record
    page = page_of(inspector, workspace, *(() if record == "map" else (record,)))
    before = dumps(workspace.document.records)
    switch = page.bound[field].widget
    assert isinstance(switch, SwitchEditor)
    tap(switch, "Space")
    assert field_value(workspace.document.records[record_id], field) is True
    workspace.undo()
    assert dumps(workspace.document.records) == before


def test_a_face_changes_the_feeling_and_arrows_step_it(inspector: Inspector, workspace: Workspace):
    page = page_of(inspector, workspace, "t9")
    faces = page.bound["emotion.valence"].widget
    assert isinstance(faces, Faces)
    assert faces.nearest == 1
    click(faces, QPoint(156, 17))
    assert workspace.document.records["t9"].emotion.valence == 2
    tap(faces, "Left")
    assert workspace.document.records["t9"].emotion.valence == 1
    tap(faces, "F13")
    assert editor_in(page, "emotion.valence:exact").text() == "+1"


def test_colours_of_the_scheme(inspector: Inspector, workspace: Workspace):
    page = page_of(inspector, workspace, "cs")
    swatches = page.bound["color"].widget.findChild(Swatches)
    assert swatches is not None
    click(swatches, QPoint(9, 27))
    assert workspace.document.records["cs"].color == "#88CCEE"


def test_evidence_is_attached_and_taken_away(inspector: Inspector, workspace: Workspace):
    page = page_of(inspector, workspace, "t9")
    before = dumps(workspace.document.records)
    page.evidence.add("e2")
    assert workspace.document.records["t9"].evidence == ("e1", "e4", "e2")
    page.evidence.take_away("e1")
    assert workspace.document.records["t9"].evidence == ("e4", "e2")
    workspace.undo()
    workspace.undo()
    assert dumps(workspace.document.records) == before


def test_many_references_are_chips(inspector: Inspector, workspace: Workspace):
    page = page_of(inspector, workspace, "s4")
    chips = page.bound["contributors"].widget
    assert isinstance(chips, ManyChips)
    chips.add("sales")
    assert workspace.document.records["s4"].contributors[-1] == "sales"
