"""Transitions are drawn, moved by their ends, made another kind of path, and each is one step of undo."""

import pytest
from hypothesis import given, strategies as st

from journey_editor.core.document import Document
from journey_editor.core.edits.place import Slot
from journey_editor.core.edits.transitions import (
    PATHS,
    add_transition,
    add_way_to_new,
    move_end,
    set_path,
    step_path,
    step_target,
    transition_between,
)
from journey_editor.core.history import History
from journey_editor.core.lanes import Lane
from journey_editor.core.records import Touchpoint, Transition
from journey_editor.storage.format import dumps
from tests.building import document, owners, row, stage, transition


def made() -> Document:
    return document(*owners("a", "b"), stage("s"), *row("x", "y", "z"), transition("x", "y"))


def way(doc: Document, record: str) -> tuple[str, str | None, str]:
    each = doc.records[record]
    assert isinstance(each, Transition)
    return each.source, each.target, each.path


def test_what_leads_back_starts_as_a_loop_and_what_leads_nowhere_leaves():
    doc = made()
    assert way(doc, add_transition(doc, "y", "z")) == ("y", "z", "happy")
    assert way(doc, add_transition(doc, "z", "x")) == ("z", "x", "loop")
    assert way(doc, add_transition(doc, "y", None)) == ("y", None, "abandon")
    assert way(doc, add_transition(doc, "z", "y", "exception")) == ("z", "y", "exception")
    assert transition_between(doc, "y", "z") is not None
    assert transition_between(doc, "y", "x") is None


def test_an_end_is_moved_and_the_path_follows_where_it_leads():
    doc = made()
    assert move_end(doc, "x-y", "target", "z")
    assert way(doc, "x-y") == ("x", "z", "happy")
    assert move_end(doc, "x-y", "source", "y")
    assert move_end(doc, "x-y", "target", "x")
    assert way(doc, "x-y") == ("y", "x", "loop")
    assert move_end(doc, "x-y", "target", None)
    assert way(doc, "x-y") == ("y", None, "abandon")
    assert move_end(doc, "x-y", "target", "z")
    assert way(doc, "x-y") == ("y", "z", "happy")
    set_path(doc, ("x-y",), "exception")
    assert move_end(doc, "x-y", "target", "x")
    assert way(doc, "x-y") == ("y", "x", "exception"), "what a person said stays"


def test_no_way_leads_to_where_it_begins_or_begins_nowhere():
    doc = made()
    before = dict(doc.records)
    assert not move_end(doc, "x-y", "target", "x")
    assert not move_end(doc, "x-y", "source", "y")
    assert not move_end(doc, "x-y", "source", None)
    assert not move_end(doc, "x-y", "target", "y")
    assert dict(doc.records) == before


def test_the_target_steps_along_the_journey_past_where_it_begins():
    doc = made()
    assert step_target(doc, "x-y", 1)
    assert way(doc, "x-y")[1] == "z"
    assert not step_target(doc, "x-y", 1)
    move_end(doc, "x-y", "source", "y")
    assert step_target(doc, "x-y", -1)
    assert way(doc, "x-y") == ("y", "x", "loop")


def test_the_kind_of_path_is_changed_for_all_that_lead_somewhere():
    doc = made()
    lost = add_transition(doc, "y", None)
    assert set_path(doc, ("x-y", lost), "unhappy") == (lost,)
    assert way(doc, "x-y")[2] == "unhappy" and way(doc, lost)[2] == "abandon"
    assert [step_path(doc, "x-y", 1) for _path in PATHS][-1] == "unhappy", "once around"
    assert step_path(doc, "x-y", -1) == "happy"
    assert step_path(doc, lost, 1) == "abandon"


def test_a_way_to_a_new_touchpoint_is_one_step():
    doc = made()
    history = History(doc)
    before = dumps(doc.records)
    card, record = add_way_to_new(doc, "x", Slot("s", after="z"), Lane("owner", "b"))
    each = doc.records[card]
    assert isinstance(each, Touchpoint) and (each.owner, each.stage, each.title) == ("b", "s", "")
    assert way(doc, record) == ("x", card, "happy")
    assert len(history.steps) == 1
    history.undo()
    assert dumps(doc.records) == before


def test_only_transitions_have_ends():
    doc = made()
    with pytest.raises(KeyError):
        move_end(doc, "x", "target", "z")


steps = st.one_of(
    st.tuples(st.just("end"), st.sampled_from(["source", "target"]), st.sampled_from(["x", "y", "z", None])),
    st.tuples(st.just("path"), st.sampled_from(PATHS)),
    st.tuples(st.just("step"), st.sampled_from([-1, 1])),
    st.tuples(st.just("kind"), st.sampled_from([-1, 1])),
)


@given(st.lists(steps, max_size=8))
def test_all_of_it_is_undone_to_the_first_byte(done: list[tuple]):
    doc = made()
    history = History(doc)
    before = dumps(doc.records)
    for name, *given_ in done:
        verbs = {
            "end": lambda end, to: move_end(doc, "x-y", end, to),
            "path": lambda path: set_path(doc, ("x-y",), path),
            "step": lambda by: step_target(doc, "x-y", by),
            "kind": lambda by: step_path(doc, "x-y", by),
        }
        verbs[name](*given_)
    while history.undo_label is not None:
        history.undo()
    assert dumps(doc.records) == before
