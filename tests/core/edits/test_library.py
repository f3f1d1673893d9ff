"""What the maps of a file share: order, who uses it, and evidence that records rest on."""

import pytest

from journey_editor.core.edits.library import (
    add_evidence,
    add_persona,
    all_of,
    attach_evidence,
    can_be_backed,
    detach_evidence,
    move_shared,
    toggle_evidence,
    use_persona,
    users_of,
)
from journey_editor.core.history import History
from journey_editor.core.records import Evidence, Metric, Persona
from journey_editor.storage.format import dumps
from tests.building import MAP, document, note, opportunity, row, stage, transition


@pytest.fixture
def doc():
    return document(
        Evidence(id="e1", rank="a0", title="Interviews"),
        Evidence(id="e2", rank="a1", title="Tickets"),
        Persona(id="p1", rank="a0", name="Ada"),
        stage("s"),
        *row("a", "b"),
        transition("a", "b"),
        note("n", "a"),
        opportunity("o", "a"),
        Metric(id="m1", map=MAP, rank="a0", on="a", name="Time"),
    )


BACKED = ("s", "a", "a-b", "n", "m1")


def test_evidence_is_attached_to_whatever_can_rest_on_it(doc):
    history, before = History(doc), dumps(doc.records)
    assert attach_evidence(doc, ("e1", "e2"), (*BACKED, "o", "gone", MAP)) == 5
    assert all(doc.records[each].evidence == ("e1", "e2") for each in BACKED)
    assert attach_evidence(doc, ("e2",), BACKED) == 0
    assert [each.id for each in users_of(doc, "e1")] == ["s", "a", "a-b", "n", "m1"]
    assert len(history.steps) == 1 and history.undo_label == "Attach evidence"
    history.undo()
    assert dumps(doc.records) == before
    assert not can_be_backed(doc.records["o"]) and not can_be_backed(None)


def test_it_is_taken_off_only_where_all_have_it(doc):
    assert toggle_evidence(doc, "e1", ("a",))
    assert toggle_evidence(doc, "e1", ("a", "b"))
    assert not toggle_evidence(doc, "e1", ("a", "b"))
    assert doc.records["a"].evidence == doc.records["b"].evidence == ()
    assert detach_evidence(doc, ("e1",), ("a",)) == 0


def test_a_map_has_the_persona_it_is_given(doc):
    history = History(doc)
    use_persona(doc, MAP, "p1")
    use_persona(doc, MAP, "p1")
    assert doc.records[MAP].persona == "p1" and [each.id for each in users_of(doc, "p1")] == [MAP]
    use_persona(doc, MAP, None)
    assert doc.records[MAP].persona is None and len(history.steps) == 2
    with pytest.raises(KeyError):
        use_persona(doc, "s", "p1")


def test_they_change_their_order(doc):
    first, second = add_persona(doc, "Ben"), add_evidence(doc, "Survey")
    move_shared(doc, first, 0)
    move_shared(doc, second, 1)
    assert [each.name for each in all_of(doc, Persona)] == ["Ben", "Ada"]
    assert [each.title for each in all_of(doc, Evidence)] == ["Interviews", "Survey", "Tickets"]
    with pytest.raises(KeyError):
        move_shared(doc, "s", 0)
