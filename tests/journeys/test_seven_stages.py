"""The seven stages of business software, filled from an empty map by keyboard, and undone to the first byte.

What is typed is taken from the template of that name, so the story ends with what the program ships.
"""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from journey_editor.assets import resource
from journey_editor.core.capture.writing import lines_of
from journey_editor.core.document import Document
from journey_editor.core.ids import seeded_ids
from journey_editor.core.journey import Journey
from journey_editor.core.records import Metric, Opportunity, Owner, Stage, name_of
from journey_editor.storage.format import dumps, load
from journey_editor.ui.desk import Desk
from journey_editor.ui.panels.inspector.editors import LineEditor
from journey_editor.ui.workspace import Workspace
from tests.person import Person

WHEN = {
    "Awareness": "W1–4", "Consideration": "weeks 5–8", "Decision": "W9-12", "Onboarding": "W13–20",
    "Adoption": "M6–12", "Renewal": "months 10 to 12", "Expansion": "month 12",
}  # fmt: skip
SIGNS = {"goal": "goal: ", "action": "does: ", "pain_point": "!", "success_criterion": "done when: "}


@pytest.fixture
def model() -> Journey:
    """The map that is to come of it."""
    document = Document(load(resource("templates", "b2b-saas.journey")).values())
    return document.journey(document.first_map() or "")


@pytest.fixture
def person(desk: Desk, qtbot) -> Person:
    """Somebody before the map that a new file begins with."""
    records = load(resource("templates", "empty.journey")).values()
    window = desk.show(Workspace(records, ids=seeded_ids(5)))
    window.resize(1600, 960)
    with qtbot.waitActive(window):
        window.activateWindow()
    window.canvas.setFocus()
    return Person(window)


def captures(person: Person, line: str) -> None:
    person.go_to_map()
    person.type(line)
    person.press("Return")


def owner_name(journey: Journey, owner: str | None) -> str:
    return next((name_of(each) for each in journey.owners if each.id == owner), "")


def stage_lines(journey: Journey, stage: Stage) -> Iterator[str]:
    """What is said of a stage itself, a line each."""
    if stage.owner:
        yield f'@"{owner_name(journey, stage.owner)}"'
    for note in journey.notes.get(stage.id, ()):
        yield SIGNS[note.kind] + note.text
    for idea in journey.opportunities.get(stage.id, ()):
        yield f'+{idea.text} @@"{owner_name(journey, idea.owner)}" <{idea.due}'
    for metric in journey.metrics.get(stage.id, ()):
        yield f"%{metric.name} {metric.current:g}>{metric.target:g} {metric.unit}".strip()


def told(journey: Journey) -> list[object]:
    """What the story tells of a map: all of it that people would read aloud."""
    names = {owner.id: name_of(owner) for owner in journey.owners}
    found: list[object] = []
    for stage in journey.stages:
        found.append((stage.name, names.get(stage.owner or ""), stage.start_day, stage.end_day))
        found.append(on(journey, stage.id, names))
        for column in journey.columns_by_stage[stage.id]:
            for each in column:
                emotion = (each.emotion.valence, each.emotion.word) if each.emotion else None
                found.append(
                    (each.title, each.kind, each.channel, names.get(each.owner or ""), emotion, bool(each.moment))
                )
                found.append([(note.kind, note.text) for note in journey.notes.get(each.id, ())])
    return found


def on(journey: Journey, id: str, names: dict[str, str]) -> list[object]:
    ideas: tuple[Opportunity, ...] = tuple(journey.opportunities.get(id, ()))
    metrics: tuple[Metric, ...] = tuple(journey.metrics.get(id, ()))
    return [
        *[(note.kind, note.text) for note in journey.notes.get(id, ())],
        *[(idea.text, names.get(idea.owner or ""), idea.due) for idea in ideas],
        *[(each.name, each.current, each.target, each.unit, each.better) for each in metrics],
    ]


def fill(person: Person, model: Journey) -> None:
    workspace = person.workspace
    for name in ("Before", "During", "After"):
        stage = next(each for each in workspace.document.journey(workspace.map_id).stages if each.name == name)
        person.find(stage)
        person.press("Del")
    document = Document(load(resource("templates", "b2b-saas.journey")).values())
    for stage in model.stages:
        captures(person, f"> {stage.name}")
        cards = [each.id for column in model.columns_by_stage[stage.id] for each in column]
        for line in lines_of(document, model.map.id, cards).split("\n"):
            captures(person, line)
        made = next(each for each in workspace.document.journey(workspace.map_id).stages if each.name == stage.name)
        person.find(made)
        for line in stage_lines(model, stage):
            captures(person, line)
            assert workspace.current is not None and workspace.current.id == made.id
        person.enter(lambda widget: isinstance(widget, LineEditor) and widget.accessibleName() == "From")
        person.press("Ctrl+A")
        person.type(WHEN[stage.name])
        person.press("Return")


def test_an_empty_map_becomes_the_seven_stages_and_is_undone_to_the_first_byte(person: Person, model: Journey):
    workspace = person.workspace
    before = dumps(workspace.document.records)
    fill(person, model)
    made = workspace.document.journey(workspace.map_id)
    assert [stage.name for stage in made.stages] == list(WHEN)
    assert told(made) == told(model) and made.tray == ()
    assert {name_of(each) for each in workspace.document.of_kind(Owner)} == {name_of(each) for each in model.owners}
    person.go_to_map()
    for _step in range(len(workspace.history.steps)):
        person.press("Ctrl+Z")
        QApplication.processEvents()
    assert dumps(workspace.document.records) == before
