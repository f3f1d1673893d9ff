"""The smaller verbs: stages, owners, feelings, notes, transitions, fields."""

import pytest
from pydantic import ValidationError

from journey_editor.core.edits.attachments import (
    add_metric,
    add_note,
    add_opportunity,
    attached_to,
    hang_on,
    move_attached,
    set_moment,
)
from journey_editor.core.edits.feelings import clear_feeling, nudge_valence, set_believed, set_valence
from journey_editor.core.edits.fields import common_value, set_field
from journey_editor.core.edits.owners import add_owner, move_owner, owners_of
from journey_editor.core.edits.removal import remove
from journey_editor.core.edits.stages import add_stage, move_stage
from journey_editor.core.edits.transitions import add_transition
from journey_editor.core.parts import Emotion, Moment
from journey_editor.core.records import Note
from tests.building import MAP, document, owners, row, stage


@pytest.fixture
def doc():
    return document(*owners("sales", "support"), stage("s", "a0"), stage("t", "a1"), *row("a", "b"))


def stages(doc):
    return [each.name for each in doc.journey(MAP).stages]


def test_stages_are_added_and_moved(doc):
    add_stage(doc, MAP, "End")
    add_stage(doc, MAP, "Middle", after="s")
    assert stages(doc) == ["S", "Middle", "T", "End"]
    move_stage(doc, "s", 3)
    assert stages(doc) == ["Middle", "T", "End", "S"]
    move_stage(doc, "s", 0)
    move_stage(doc, "s", 0)
    assert stages(doc) == ["S", "Middle", "T", "End"]


def test_owners_join_at_the_bottom_and_can_be_moved(doc):
    new = add_owner(doc, "Product")
    assert [each.name for each in owners_of(doc)] == ["Sales", "Support", "Product"]
    move_owner(doc, new, 0)
    assert [each.name for each in owners_of(doc)] == ["Product", "Sales", "Support"]


def test_feelings_are_set_nudged_and_cleared(doc):
    set_valence(doc, ("a", "b"), -1)
    assert doc.records["a"].emotion == Emotion(valence=-1)
    nudge_valence(doc, ("a",), -2)
    assert doc.records["a"].emotion.valence == -2  # held to the scale
    clear_feeling(doc, ("a",))
    nudge_valence(doc, ("a",), 0.5)
    assert doc.records["a"].emotion.valence == 0.5
    set_believed(doc, ("a",), 1)
    assert doc.records["a"].believed == 1


def test_a_changed_feeling_keeps_its_word_but_not_its_show_of_hands(doc):
    set_field(doc, ("a",), "emotion", Emotion(valence=0, word="calm", basis="research", hands=(0, 1, 1, 1, 0)))
    set_valence(doc, ("a",), 1)
    assert doc.records["a"].emotion == Emotion(valence=1, word="calm", basis="research")


def test_what_hangs_on_records_keeps_its_order(doc):
    add_note(doc, "a", "pain_point", "one")
    add_note(doc, "a", "pain_point", "two")
    add_opportunity(doc, "s", "idea")
    add_metric(doc, "a", "rate")
    assert [note.text for note in attached_to(doc, "a", Note)] == ["one", "two"]
    assert add_note(doc, MAP, "question", "parked") in doc.records


def test_notes_are_reordered_among_their_like_and_hung_on_others(doc):
    made = [add_note(doc, "a", kind, kind) for kind in ("quote", "goal", "quote", "goal", "quote")]
    assert move_attached(doc, made[4], -1) and not move_attached(doc, made[0], -1)
    texts = [each.id for each in attached_to(doc, "a", Note)]
    assert texts == [made[0], made[1], made[4], made[2], made[3]]
    assert move_attached(doc, made[0], 1)
    assert [each.id for each in attached_to(doc, "a", Note)] == [made[1], made[4], made[0], made[2], made[3]]
    idea, rate = add_opportunity(doc, "a", "idea"), add_metric(doc, "a", "rate")
    assert not move_attached(doc, idea, 1) and not move_attached(doc, rate, -1)
    hang_on(doc, idea, "b")
    hang_on(doc, made[1], "s")
    assert doc.records[idea].on == "b" and doc.records[made[1]].on == "s"
    with pytest.raises(KeyError):
        hang_on(doc, "a", "b")
    with pytest.raises(KeyError):
        move_attached(doc, "a", 1)


def test_moments_of_truth(doc):
    set_moment(doc, ("a",), True)
    set_field(doc, ("a",), "moment.impact", "churn")
    set_moment(doc, ("a",), True)
    assert doc.records["a"].moment == Moment(impact="churn")
    set_moment(doc, ("a",), False)
    assert doc.records["a"].moment is None


def test_a_transition_that_leads_back_is_a_loop(doc):
    assert doc.records[add_transition(doc, "a", "b")].path == "happy"
    assert doc.records[add_transition(doc, "b", "a")].path == "loop"
    assert doc.records[add_transition(doc, "b", None)].path == "abandon"


def test_fields_of_several_at_once(doc):
    set_field(doc, ("a", "b"), "channel", "phone")
    assert common_value((doc.records["a"], doc.records["b"]), "channel") == ("phone", True)
    assert common_value((doc.records["a"], doc.records["b"]), "title") == (None, False)
    assert common_value((doc.records["a"],), "emotion.word") == (None, True)


def test_a_bad_value_in_one_of_several_changes_none(doc):
    with pytest.raises(ValidationError):
        set_field(doc, ("a", "b"), "votes", -1)
    assert doc.records["a"].votes == 0


def test_removing_names_what_it_removed(doc):
    labels = []
    doc.listen(lambda event: labels.append(event.label))
    remove(doc, ["a"])
    remove(doc, ["b", "s"])
    remove(doc, ["gone"])
    assert labels == ["Remove touchpoint", "Remove selection"]
