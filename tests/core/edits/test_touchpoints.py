import pytest

from journey_editor.core.edits.place import Slot, last_slot
from journey_editor.core.edits.touchpoints import (
    add_touchpoint,
    duplicate_touchpoints,
    hand_over,
    move_touchpoints,
    step_lane,
    step_touchpoint,
    to_tray,
)
from journey_editor.core.lanes import ALONE_LANE, NOBODYS_LANE, Lane, lane_of, lanes_of
from journey_editor.core.parts import Moment
from journey_editor.core.records import Metric
from tests.building import MAP, document, note, opportunity, owners, row, stage, titles, touchpoint


@pytest.fixture
def doc():
    return document(
        *owners("sales", "support"),
        stage("s", "a0", owner="sales"),
        stage("t", "a1"),
        *row("a", "b", "c"),
        touchpoint("d", "t", owner="support"),
    )


def columns(doc):
    return titles(doc.journey(MAP))


def test_a_new_one_comes_after(doc):
    new = add_touchpoint(doc, MAP, "New", Slot("s", after="a"))
    assert columns(doc) == [["A"], ["New"], ["B"], ["C"], ["D"]]
    assert doc.records[new].stage == "s"


def test_at_the_beginning_at_the_end_and_beside(doc):
    add_touchpoint(doc, MAP, "First", Slot("s"))
    add_touchpoint(doc, MAP, "Last", last_slot(doc, "s"))
    add_touchpoint(doc, MAP, "With b", Slot("s", beside="b"))
    assert [sorted(column) for column in columns(doc)] == [["First"], ["A"], ["B", "With b"], ["C"], ["Last"], ["D"]]


def test_without_a_place_it_goes_to_the_tray(doc):
    add_touchpoint(doc, MAP, "One", None)
    add_touchpoint(doc, MAP, "Two", None)
    assert [each.title for each in doc.journey(MAP).tray] == ["One", "Two"]


def test_moving_changes_one_record(doc):
    changes = []
    doc.listen(lambda event: changes.append(event.change))
    move_touchpoints(doc, ("c",), Slot("s"))
    assert columns(doc) == [["C"], ["A"], ["B"], ["D"]]
    assert set(changes[0].pairs) == {"c"}


def test_several_move_together_and_keep_their_order_and_columns(doc):
    with doc.transaction("Beside"):
        doc.put(doc.records["b"].with_(rank="a0"))
    move_touchpoints(doc, ("c", "b", "a"), Slot("t", after="d"))
    assert columns(doc) == [["D"], ["A", "B"], ["C"]]


def test_moving_in_time_keeps_the_lane(doc):
    assert lane_of(doc.records["a"], doc.records["s"]) == Lane("owner", "sales")
    move_touchpoints(doc, ("a",), Slot("t"))
    assert doc.records["a"].owner == "sales"  # the new stage would not have given it


def test_a_lane_that_the_stage_gives_needs_no_owner_of_its_own(doc):
    move_touchpoints(doc, ("a",), Slot("s", after="c"), Lane("owner", "sales"))
    assert doc.records["a"].owner is None


def test_a_drop_in_a_lane_hands_over(doc):
    move_touchpoints(doc, ("a",), Slot("t"), Lane("owner", "support"))
    assert doc.records["a"].owner == "support"
    hand_over(doc, ("a",), ALONE_LANE)
    assert doc.records["a"].kind == "action"
    hand_over(doc, ("a",), NOBODYS_LANE)
    assert (doc.records["a"].kind, doc.records["a"].owner) == ("interaction", None)


def test_where_no_rank_fits_the_columns_are_numbered_anew_and_equal_stays_equal():
    doc = document(
        stage("s"),
        touchpoint("a", "s", "0"),  # a valid rank, but no fractional-index key
        touchpoint("b", "s", "0"),
        touchpoint("c", "s", "1"),
    )
    add_touchpoint(doc, MAP, "New", Slot("s", after="b"))
    assert columns(doc) == [["A", "B"], ["New"], ["C"]]
    assert doc.records["a"].rank == doc.records["b"].rank == "a0"


def test_steps_lead_over_columns_and_stages(doc):
    seen = []
    while step_touchpoint(doc, "a", 1):
        seen.append(columns(doc))
    assert seen[0] == [["B"], ["A"], ["C"], ["D"]]
    assert seen[1] == [["B"], ["C"], ["A"], ["D"]]
    assert [each.title for each in doc.journey(MAP).touchpoints if each.stage == "t"] == ["D", "A"]
    while step_touchpoint(doc, "a", -1):
        pass
    assert columns(doc) == [["A"], ["B"], ["C"], ["D"]]


def test_a_step_out_of_a_shared_column_makes_a_column(doc):
    with doc.transaction("Beside"):
        doc.put(doc.records["b"].with_(rank="a0"))
    assert columns(doc)[0] == ["A", "B"]
    step_touchpoint(doc, "a", 1)
    assert columns(doc) == [["B"], ["A"], ["C"], ["D"]]
    with doc.transaction("Beside"):
        doc.put(doc.records["b"].with_(rank=doc.records["a"].rank))
    step_touchpoint(doc, "b", -1)
    assert columns(doc) == [["B"], ["A"], ["C"], ["D"]]


def test_lanes_are_walked_down_to_the_customer_alone(doc):
    lanes = []
    while step_lane(doc, ("a",), 1):
        lanes.append(lane_of(doc.records["a"], doc.records["s"]))
    assert lanes == [Lane("owner", "support"), ALONE_LANE]
    assert step_lane(doc, ("a",), -1)
    assert lane_of(doc.records["a"], doc.records["s"]) == Lane("owner", "support")


def test_only_used_lanes_besides_the_owners(doc):
    assert lanes_of(doc.journey(MAP)) == (Lane("owner", "sales"), Lane("owner", "support"))
    add_touchpoint(doc, MAP, "Walks", Slot("t"), kind="action")
    add_touchpoint(doc, MAP, "Whose", Slot("t"))
    assert lanes_of(doc.journey(MAP))[2:] == (NOBODYS_LANE, ALONE_LANE)


def test_a_copy_has_what_hangs_on_it_but_no_votes():
    doc = document(
        stage("s"),
        *row("a", "b"),
        Metric(id="k", map=MAP, rank="a0", on="a", name="Kept"),
        note("n", "a", votes=3),
        opportunity("o", "a", answers=("n",), metric="k"),
    )
    with doc.transaction("Moment"):
        doc.put(doc.records["a"].with_(votes=5, moment=Moment(metric="k")))
    (copy,) = duplicate_touchpoints(doc, ("a",))
    assert columns(doc) == [["A"], ["A"], ["B"]]
    assert [each.id for each in doc.journey(MAP).touchpoints] == ["a", copy, "b"]
    read = doc.journey(MAP)
    assert doc.records[copy].votes == 0
    assert read.notes[copy][0].votes == 0 and read.notes[copy][0].id != "n"
    assert read.opportunities[copy][0].answers == (read.notes[copy][0].id,)
    assert doc.records[copy].moment.metric == read.metrics[copy][0].id == read.opportunities[copy][0].metric


def test_several_copies_stand_each_behind_its_own(doc):
    copies = duplicate_touchpoints(doc, ("a", "b"))
    assert columns(doc)[:5] == [["A"], ["A"], ["B"], ["B"], ["C"]]
    assert [doc.records[each].title for each in copies] == ["A", "B"]


def test_off_the_grid_into_the_tray(doc):
    to_tray(doc, ("b", "a"))
    assert [each.title for each in doc.journey(MAP).tray] == ["A", "B"]
    assert columns(doc) == [["C"], ["D"]]


def test_lanes_are_walked_from_the_tray_too(doc):
    to_tray(doc, ("d",))
    with doc.transaction("Nobody's"):
        doc.put(doc.records["d"].with_(owner=None))
    assert step_lane(doc, ("d",), -1)
    assert doc.records["d"].owner == "support"
