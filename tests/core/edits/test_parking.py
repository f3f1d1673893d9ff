"""The parking lot: notes on the map itself, settled or hung where they belong; no word is lost on the way."""

import pytest
from hypothesis import given, strategies as st

from journey_editor.core.document import Document
from journey_editor.core.edits.attachments import attached_to
from journey_editor.core.edits.parking import OPPORTUNITY, park, parked, settle, unpark
from journey_editor.core.edits.votes import set_votes
from journey_editor.core.history import History
from journey_editor.core.records import Note, Opportunity
from journey_editor.core.values import TEXT_LIMIT
from tests.building import MAP, document, note, row, stage


@pytest.fixture
def doc() -> Document:
    return document(stage("s"), *row("a", "b"), note("there", "a"))


def words(doc: Document) -> list[str]:
    return [each.text for each in parked(doc, MAP)]


def test_lines_are_parked_in_one_step(doc: Document):
    history = History(doc)
    ids = park(doc, MAP, "Who pays?\r\n\n  Which   countries?\x07\n")
    assert words(doc) == ["Who pays?", "Which countries?"]
    assert [doc.records[each].on for each in ids] == [MAP, MAP]
    assert [doc.records[each].kind for each in ids] == ["other", "other"]
    history.undo()
    assert words(doc) == []
    assert park(doc, MAP, " \n ") == () and history.undo_label is None


def test_what_is_open_and_what_many_want_comes_first(doc: Document):
    one, two, three = park(doc, MAP, "one\ntwo\nthree")
    set_votes(doc, (three,), 2)
    settle(doc, (one,), True)
    assert words(doc) == ["three", "two", "one"]
    settle(doc, (one,), False)
    assert words(doc) == ["three", "one", "two"]
    assert not doc.records[two].resolved


def test_a_note_moves_to_a_touchpoint_behind_those_there(doc: Document):
    one, two = park(doc, MAP, "one\ntwo")
    settle(doc, (two,), True)
    history = History(doc)
    assert unpark(doc, (two, one), "a", "question") == (two, one)
    assert [each.text for each in attached_to(doc, "a", Note)] == ["there", "two", "one"]
    assert doc.records[two].kind == "question" and not doc.records[two].resolved
    assert words(doc) == [] and history.undo_label == "Hang note on touchpoint"
    history.undo()
    assert words(doc) == ["one", "two"]
    with pytest.raises(KeyError):
        unpark(doc, (one,), "gone")


def test_a_note_becomes_an_opportunity_with_its_votes(doc: Document):
    (idea,) = park(doc, MAP, "Send a checklist")
    set_votes(doc, (idea,), 3)
    (new,) = unpark(doc, (idea,), "s", OPPORTUNITY)
    assert idea not in doc.records
    found = doc.records[new]
    assert isinstance(found, Opportunity)
    assert (found.on, found.text, found.votes) == ("s", "Send a checklist", 3)


@given(st.text(max_size=60) | st.just("ä" * (TEXT_LIMIT + 5)))
def test_no_visible_letter_is_lost(text: str):
    doc = document(stage("s"))
    park(doc, MAP, text)
    kept = "".join(words(doc))
    wanted = "".join(letter for letter in text if letter.isprintable() and not letter.isspace())
    assert "".join(letter for letter in kept if letter.isprintable() and not letter.isspace()) == wanted
