"""Owners: recoloured, reordered, merged, counted."""

import pytest
from hypothesis import given, strategies as st

from journey_editor.core.edits.owners import (
    add_owner,
    can_be_owned,
    give_to_owner,
    loads_of,
    merge_owners,
    move_owner,
    owner_named,
    owners_of,
    recolor_owners,
)
from journey_editor.core.history import History
from journey_editor.core.records import Metric
from journey_editor.storage.format import dumps
from tests.building import MAP, document, note, opportunity, owners, row, stage, touchpoint


@pytest.fixture
def doc():
    return document(
        *owners("sales", "support", "help"),
        stage("s", "a0", owner="support", contributors=("help", "sales")),
        stage("t", "a1", owner="sales", contributors=("support", "help")),
        touchpoint("a", "s", "a0"),
        touchpoint("b", "s", "a1", owner="help"),
        touchpoint("c", "t", "a0", kind="action"),
        touchpoint("d", None, "a0", owner="help"),
        opportunity("o", "a", owner="help"),
        Metric(id="m1", map=MAP, rank="a0", on="a", name="Time", owner="support"),
        note("n", "a"),
    )


def test_what_refers_to_merged_owners_refers_to_the_one_that_is_kept(doc):
    history, before = History(doc), dumps(doc.records)
    merge_owners(doc, "support", ("help", "support"))
    assert [owner.id for owner in owners_of(doc)] == ["sales", "support"]
    assert (doc.records["s"].owner, doc.records["s"].contributors) == ("support", ("sales",))
    assert (doc.records["t"].owner, doc.records["t"].contributors) == ("sales", ("support",))
    named = [doc.records[each].owner for each in ("a", "b", "d", "o", "m1")]
    assert named == [None, "support", "support", "support", "support"]
    assert len(history.steps) == 1 and history.undo_label == "Merge owners"
    history.undo()
    assert dumps(doc.records) == before


@given(st.data())
def test_merging_any_owners_leaves_no_trace_of_them_and_comes_back_whole(data):
    names = ("p", "q", "r", "u")
    one, some = st.sampled_from((None, *names)), st.lists(st.sampled_from(names), unique=True).map(tuple)
    doc = document(
        *owners(*names),
        *(stage(f"s{n}", f"a{n}", owner=data.draw(one), contributors=data.draw(some)) for n in range(3)),
        *(touchpoint(f"c{n}", f"s{n}", "a0", owner=data.draw(one)) for n in range(3)),
    )
    kept, gone = data.draw(st.sampled_from(names)), data.draw(some)
    history, before, loads = History(doc), dumps(doc.records), loads_of(doc)
    merge_owners(doc, kept, gone)
    left = {owner.id for owner in owners_of(doc)}
    assert left == set(names) - (set(gone) - {kept})
    merged = {kept, *gone}
    assert loads_of(doc).get(kept, 0) == sum(loads.get(each, 0) for each in merged)
    for place in range(3):
        found = doc.records[f"s{place}"]
        assert len(set(found.contributors)) == len(found.contributors)
    while history.steps and history.undo():
        pass
    assert dumps(doc.records) == before


def test_only_owners_can_be_merged(doc):
    before = dict(doc.records)
    for kept, others in (("s", ("help",)), ("help", ("s",)), ("help", ("nobody",))):
        with pytest.raises(KeyError):
            merge_owners(doc, kept, others)
    merge_owners(doc, "help", ("help",))
    assert dict(doc.records) == before


def test_they_are_counted_by_what_lies_in_their_lanes(doc):
    assert loads_of(doc) == {"support": 1, "help": 1}
    nobody = document(*owners("sales"), stage("s"), *row("a", "b"))
    assert loads_of(nobody) == {"": 2}


def test_several_take_a_colour_at_once(doc):
    history = History(doc)
    recolor_owners(doc, ("sales", "help"), "#112233")
    recolor_owners(doc, ("sales", "help"), "#112233")
    assert [owner.color for owner in owners_of(doc)] == ["#112233", "", "#112233"]
    assert len(history.steps) == 1


def test_they_keep_their_order_where_one_is_moved(doc):
    move_owner(doc, "help", 0)
    assert [owner.id for owner in owners_of(doc)] == ["help", "sales", "support"]
    move_owner(doc, "help", 99)
    assert [owner.id for owner in owners_of(doc)] == ["sales", "support", "help"]
    new = add_owner(doc, "Product")
    assert owner_named(doc, " product ").id == new


def test_whatever_can_have_an_owner_is_given_to_one(doc):
    history, before = History(doc), dumps(doc.records)
    given_to = ("s", "a", "c", "o", "m1")
    assert give_to_owner(doc, "sales", (*given_to, "n", "gone")) == 5
    assert [doc.records[each].owner for each in given_to] == ["sales", "sales", None, "sales", "sales"]
    assert doc.records["c"].kind == "interaction", "it has the owner of its stage, and meets the customer"
    assert len(history.steps) == 1 and not can_be_owned(doc.records["n"])
    history.undo()
    assert dumps(doc.records) == before
    with pytest.raises(KeyError):
        give_to_owner(doc, "s", ("a",))
