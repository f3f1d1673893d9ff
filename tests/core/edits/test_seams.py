"""Joining stages and splitting one: what moves, what is kept in words, and that undo is exact."""

import pytest
from hypothesis import given, settings, strategies as st

from journey_editor.core.document import Document
from journey_editor.core.edits.seams import (
    join_stages,
    split_stage,
    splits_before,
    stage_after,
    touchpoint_after,
    touchpoint_before,
)
from journey_editor.core.history import History
from journey_editor.core.ids import seeded_ids
from journey_editor.core.lanes import lane_of
from journey_editor.core.records import Metric, Note, Opportunity, Record, Stage, Touchpoint
from journey_editor.storage.format import dumps
from tests.building import MAP, document, note, opportunity, owners, row, stage, titles, touchpoint, transition
from tests.strategies import files


def lanes(doc):
    stages = {each.id: each for each in doc.records.values() if isinstance(each, Stage)}
    touchpoints = [each for each in doc.records.values() if isinstance(each, Touchpoint)]
    return {each.id: lane_of(each, stages.get(each.stage or "")) for each in touchpoints}


@pytest.fixture
def doc():
    return document(
        *owners("sales", "support"),
        stage("s", "a0", owner="sales", start_day=0, end_day=28, entered=1000, completed=620, tickets=4),
        stage("t", "a1", owner="support", start_day=28, end_day=56, entered=600, completed=400, phase="use"),
        stage("u", "a2"),
        *row("a", "b"),
        *row("c", "d", stage_id="t"),
        touchpoint("e", "t", "a1"),
        transition("b", "c"),
        note("n", "t"),
        note("p", "s"),
        opportunity("o", "t"),
        Metric(id="k", map=MAP, rank="a0", on="t", name="k"),
    )


def test_joined_stages_hold_all_that_both_held(doc):
    before = lanes(doc)
    assert join_stages(doc, ("t", "s")) == "s"
    journey = doc.journey(MAP)
    assert [each.id for each in journey.stages] == ["s", "u"]
    assert titles(journey) == [["A"], ["B"], ["C"], ["D", "E"]]
    assert lanes(doc) == before
    joined = journey.stages[0]
    assert (joined.name, joined.owner, joined.contributors, joined.phase) == ("S / T", "sales", ("support",), "use")
    assert (joined.start_day, joined.end_day, joined.entered, joined.completed, joined.tickets) == (0, 56, 1000, 400, 4)
    assert [each.text for each in journey.notes["s"]] == ["p", "n", "S: completed: 620", "T: entered: 600"]
    assert [each.on for each in doc.records.values() if isinstance(each, Opportunity | Metric)] == ["s", "s"]
    assert "b-c" in doc.records


def test_names_that_say_the_same_or_nothing_are_not_repeated(doc):
    for name, joined in (("s", "S"), ("", "S"), ("Use", "S / Use")):
        history = History(doc)
        with doc.transaction("Rename"):
            doc.put(doc.records["t"].with_(name=name))
        join_stages(doc, ("s", "t"))
        assert doc.records["s"].name == joined
        history.go_to(0)


def test_names_too_long_for_one_are_kept_in_notes(doc):
    with doc.transaction("Rename"):
        doc.put(doc.records["t"].with_(name="x" * 10_000))
    join_stages(doc, ("s", "t"))
    assert doc.records["s"].name == "S"
    said = "".join(each.text for each in doc.journey(MAP).notes["s"])
    assert "x" * 9_000 in said and said.count("x") >= 20_000


def test_a_stage_is_split_before_a_touchpoint(doc):
    before = lanes(doc)
    made = split_stage(doc, "d")
    journey = doc.journey(MAP)
    assert [each.id for each in journey.stages] == ["s", "t", made, "u"]
    assert [each.id for each in journey.touchpoints if each.stage == made] == ["d", "e"]
    first, second = doc.records["t"], doc.records[made]
    assert (first.name, second.name) == ("T", "T, part 2")
    assert (first.start_day, first.end_day, first.entered, first.completed) == (28, None, 600, None)
    assert (second.start_day, second.end_day, second.entered, second.completed) == (None, 56, None, 400)
    assert (second.owner, second.phase) == ("support", "use")
    assert lanes(doc) == before


def test_a_stage_is_not_split_into_nothing(doc):
    history = History(doc)
    assert split_stage(doc, "c") is None
    assert not splits_before(doc, "a") and splits_before(doc, "b")
    assert not history.steps


def test_joining_what_was_split_is_as_before(doc):
    before = {key: value for key, value in doc.records.items() if key != "t"}
    whole = doc.records["t"]
    made = split_stage(doc, "d")
    assert made
    join_stages(doc, ("t", made))
    assert doc.records["t"].with_(name=whole.name) == whole
    ranks = {key: value for key, value in doc.records.items() if key != "t"}
    assert ranks.keys() == before.keys()
    assert titles(doc.journey(MAP)) == [["A"], ["B"], ["C"], ["D", "E"]]


def test_what_follows(doc):
    assert [stage_after(doc, each) for each in "stu"] == ["t", "u", None]
    assert [touchpoint_after(doc, each) for each in "abcde"] == ["b", "c", "d", None, None]
    assert [touchpoint_before(doc, each) for each in "abcde"] == [None, "a", "b", "c", "c"]
    with doc.transaction("Hand over"):
        doc.put(doc.records["c"].with_(owner="sales"))
        doc.put(doc.records["e"].with_(owner="sales"))
    assert touchpoint_after(doc, "c") == "e", "the one in the same lane"
    with pytest.raises(KeyError):
        stage_after(doc, "a")
    with pytest.raises(KeyError):
        join_stages(doc, ("s", "a"))


def words(records) -> str:
    """All texts that people wrote, wherever they stand."""
    return "\n".join(str(value) for record in records.values() for value in record.__dict__.values())


@settings(deadline=None, max_examples=60)
@given(files(), st.data())
def test_nothing_is_lost_and_undo_is_exact(records: dict[str, Record], data: st.DataObject):
    """Any stages of any file: all records but the joined stages stay, all that they said is to be found."""
    stages = [each for each in records.values() if isinstance(each, Stage)]
    if not stages:
        return
    map_id = data.draw(st.sampled_from(stages)).map
    ids = [each.id for each in stages if each.map == map_id]
    chosen = data.draw(st.lists(st.sampled_from(ids), min_size=1, unique=True))
    doc = Document(records.values(), seeded_ids(3))
    history, before, was = History(doc), dumps(doc.records), dict(doc.records)
    kept = join_stages(doc, chosen)
    assert set(was) - set(doc.records) == set(chosen) - {kept}
    now, rest = words(doc.records), doc.records[kept].rest
    for each in (was[stage_id] for stage_id in chosen):
        assert isinstance(each, Stage)
        assert each.name.strip().casefold()[:5] in now.casefold()
        assert each.when.strip() in now and each.link in now
        assert set(each.tags) <= set(doc.records[kept].__dict__["tags"])
        assert all(str(count) in now for count in (each.entered, each.completed, each.activated) if count is not None)
        assert all(key in rest or key in now for key in each.rest)
    added = [each for key, each in doc.records.items() if key not in was]
    assert all(isinstance(each, Note) and each.on == kept for each in added)
    history.undo()
    assert dumps(doc.records) == before
    history.redo()
    history.undo()
    assert dumps(doc.records) == before


@settings(deadline=None, max_examples=60)
@given(files(), st.data())
def test_a_split_keeps_all_touchpoints_in_order(records: dict[str, Record], data: st.DataObject):
    placed = [each for each in records.values() if isinstance(each, Touchpoint) and each.stage]
    if not placed:
        return
    each = data.draw(st.sampled_from(placed))
    doc = Document(records.values(), seeded_ids(3))
    history, before, order = History(doc), dumps(doc.records), [t.id for t in doc.journey(each.map).touchpoints]
    seen = lanes(doc)
    made = split_stage(doc, each.id)
    assert (made is not None) == (len(history.steps) == 1)
    assert [t.id for t in doc.journey(each.map).touchpoints] == order
    assert lanes(doc) == seen
    if made:
        assert doc.records[each.id].__dict__["stage"] == made
    history.go_to(0)
    assert dumps(doc.records) == before
