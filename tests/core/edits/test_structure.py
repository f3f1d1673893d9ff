"""The structure lock: what it holds, and what it leaves to people."""

import pytest

from journey_editor.core.edits.attachments import add_note
from journey_editor.core.edits.feelings import set_valence
from journey_editor.core.edits.fields import set_field
from journey_editor.core.edits.owners import add_owner, move_owner
from journey_editor.core.edits.place import Slot
from journey_editor.core.edits.removal import remove
from journey_editor.core.edits.seams import join_stages, split_stage
from journey_editor.core.edits.stages import add_stage, move_stage
from journey_editor.core.edits.structure import against_lock, is_locked, set_locked
from journey_editor.core.edits.touchpoints import add_touchpoint, move_touchpoints
from journey_editor.core.history import History
from journey_editor.core.records import JourneyMap
from tests.building import MAP, document, owners, row, stage


@pytest.fixture
def said():
    return []


@pytest.fixture
def doc(said):
    doc = document(*owners("sales", "support"), stage("s", "a0"), stage("t", "a1"), *row("a", "b"), locked=True)

    def guard(change):
        sentence = against_lock(change, doc.records, MAP)
        return (lambda: said.append(sentence)) if sentence else None

    doc.guard(guard)
    return doc


@pytest.mark.parametrize(
    ("doing", "end"),
    [
        (lambda doc: add_stage(doc, MAP, "New"), "no stage was added."),
        (lambda doc: move_stage(doc, "s", 1), "S was not moved."),
        (lambda doc: set_field(doc, ("s",), "name", "Other"), "S was not renamed."),
        (lambda doc: remove(doc, ("a", "s")), "S was not removed."),
        (lambda doc: join_stages(doc, ("s", "t")), "S was not renamed."),
        (lambda doc: split_stage(doc, "b"), "no stage was added."),
        (lambda doc: add_owner(doc, "Product"), "no lane was added."),
        (lambda doc: move_owner(doc, "sales", 1), "Sales was not moved."),
        (lambda doc: set_field(doc, ("sales",), "name", "Other"), "Sales was not renamed."),
        (lambda doc: remove(doc, ("support",)), "Support was not removed."),
    ],
)
def test_stages_and_lanes_stay_as_they_are(doc, said, doing, end):
    history, before, heard = History(doc), dict(doc.records), []
    doc.listen(heard.append)
    doing(doc)
    assert dict(doc.records) == before
    assert not history.steps and not heard
    assert said == [f"Stages and lanes are locked: {end}"]
    assert doc.journey(MAP).stages == (before["s"], before["t"])


def test_who_tries_is_told_afterwards(doc):
    with doc.transaction("Both") as attempt:
        add_touchpoint(doc, MAP, "C", Slot("t"))
        add_stage(doc, MAP, "New")
    assert attempt.is_refused and len(doc.journey(MAP).touchpoints) == 2
    with doc.transaction("Card") as attempt:
        add_touchpoint(doc, MAP, "C", Slot("t"))
    assert not attempt.is_refused and len(doc.journey(MAP).touchpoints) == 3


def test_cards_and_what_stages_say_stay_editable(doc, said):
    history = History(doc)
    add_touchpoint(doc, MAP, "C", Slot("t"), owner="support")
    move_touchpoints(doc, ("a",), Slot("t"))
    set_valence(doc, ("a",), 1)
    add_note(doc, "s", "pain_point", "Slow")
    set_field(doc, ("s",), "owner", "sales")
    set_field(doc, ("sales",), "color", "#112233")
    remove(doc, ("b",))
    assert len(history.steps) == 7 and not said


def test_it_is_locked_and_unlocked_in_one_step(doc, said):
    history = History(doc)
    set_locked(doc, MAP, True)
    assert not history.steps
    set_locked(doc, MAP, False)
    assert not is_locked(doc.records, MAP) and history.undo_label == "Unlock stages and lanes"
    add_stage(doc, MAP, "New")
    set_locked(doc, MAP, True)
    assert len(doc.journey(MAP).stages) == 3 and not said
    history.undo()
    history.undo()
    assert len(doc.journey(MAP).stages) == 2, "undo is not held by the lock of before"
    with pytest.raises(KeyError):
        set_locked(doc, "s", True)


def test_a_lock_holds_for_its_own_map_and_for_the_lanes_of_the_map_that_is_shown(doc, said):
    with doc.transaction("Add map"):
        doc.put(JourneyMap(id="n", rank="a1", title="Next", locked=True))
        doc.put(stage("u", map="n"))
    assert "u" in doc.records, "a map that comes with its lock brings its stages"
    add_stage(doc, "n", "Other")
    assert said == ["Stages and lanes are locked: no stage was added."]
    set_locked(doc, "n", False)
    add_stage(doc, "n", "Other")
    assert len(doc.journey("n").stages) == 2
    with doc.transaction("Remove map"):
        doc.remove("n")
    assert "n" not in doc.records and "u" not in doc.records
