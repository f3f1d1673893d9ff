"""Votes are never below zero, one press is one step of undo, and nothing but votes changes."""

import pytest
from hypothesis import given, strategies as st
from pydantic import ValidationError

from journey_editor.core.document import Document
from journey_editor.core.edits.votes import clear_votes, give_vote, set_votes, take_vote, votable, votes_of
from journey_editor.core.history import History
from journey_editor.core.records import JourneyMap
from tests.building import MAP, document, note, opportunity, owners, row, stage, touchpoint

VOTED: tuple[str, ...] = ("a", "b", "waits", "n", "o")


@pytest.fixture
def doc() -> Document:
    given_records = (*owners("sales"), stage("s"), *row("a", "b"), touchpoint("waits", None, "a5"))
    return document(*given_records, note("n", "a"), opportunity("o", "s"))


def votes(doc: Document) -> list[int]:
    return [votes_of(doc.records[each]) for each in VOTED]


def test_touchpoints_notes_and_opportunities_get_votes_and_nothing_else_does(doc: Document):
    assert give_vote(doc, ("a", "n", "o", "s", "sales", MAP, "gone", "a")) == 3
    assert votes(doc) == [1, 0, 0, 1, 1]
    assert [each.id for each in votable(doc, ("s", "o", "a"))] == ["o", "a"]
    assert votes_of(doc.records["s"]) == 0


def test_what_has_none_has_none_to_take_back(doc: Document):
    give_vote(doc, ("a",))
    history = History(doc)
    assert take_vote(doc, ("a", "b")) == 1
    assert take_vote(doc, ("a", "b")) == 0
    assert votes(doc) == [0, 0, 0, 0, 0]
    assert [step.label for step in history.steps] == ["Take a vote back"]


def test_one_press_is_one_step(doc: Document):
    history = History(doc)
    for _press in range(3):
        give_vote(doc, ("a", "b"))
    history.undo()
    assert votes(doc)[:2] == [2, 2]
    assert history.undo_label == "Give a vote"


def test_the_digits_of_a_number_are_one_step(doc: Document):
    history = History(doc)
    for number in (1, 12, 120):
        set_votes(doc, ("a",), number, join="votes of a")
    assert votes(doc)[0] == 120
    history.undo()
    assert votes(doc)[0] == 0
    with pytest.raises(ValidationError):
        set_votes(doc, ("a",), -1)
    assert votes(doc)[0] == 0


def test_all_votes_of_a_map_go_in_one_step_and_those_of_others_stay(doc: Document):
    with doc.transaction("Another map"):
        doc.put(JourneyMap(id="other", rank="b0", title="Other"))
        doc.put(stage("elsewhere").with_(map="other"))
        doc.put(note("far", "elsewhere", votes=4).with_(map="other"))
    set_votes(doc, VOTED, 2)
    history = History(doc)
    assert clear_votes(doc, MAP) == 10
    assert votes(doc) == [0] * 5
    assert votes_of(doc.records["far"]) == 4
    assert clear_votes(doc, MAP) == 0
    history.undo()
    assert votes(doc) == [2] * 5 and not history.position


@given(st.lists(st.tuples(st.booleans(), st.lists(st.sampled_from(VOTED), min_size=1, max_size=3)), max_size=30))
def test_votes_are_what_was_given_and_not_taken_and_undo_takes_all_back(presses: list[tuple[bool, list[str]]]):
    doc = document(stage("s"), *row("a", "b"), touchpoint("waits"), note("n", "a"), opportunity("o", "s"))
    before = dict(doc.records)
    history = History(doc)
    expected = dict.fromkeys(VOTED, 0)
    for gives, ids in presses:
        (give_vote if gives else take_vote)(doc, ids)
        for each in set(ids):
            expected[each] = max(0, expected[each] + (1 if gives else -1))
    assert votes(doc) == list(expected.values())
    history.go_to(0)
    assert dict(doc.records) == before
