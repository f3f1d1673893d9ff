"""A fragment holds what was chosen with all that belongs to it, is a file that opens, and is read again whole."""

from hypothesis import given, strategies as st

from journey_editor.core.document import Document
from journey_editor.core.fragments import KEY, Outside, excerpt, read, take
from journey_editor.core.records import (
    Evidence,
    Head,
    JourneyMap,
    MapRecord,
    Metric,
    Note,
    Opportunity,
    Picture,
    Record,
    Touchpoint,
    Transition,
)
from journey_editor.storage.format import dumps, loads
from tests.building import MAP, document, note, opportunity, owners, stage, touchpoint, transition
from tests.strategies import files


def whole() -> Document:
    return document(
        *owners("sales", "help"),
        Evidence(id="e", rank="a0", title="Interviews"),
        Picture(id="p", rank="a0", type="image/png", data="AAAA"),
        stage("s1", "a0", owner="sales", contributors=("help",)),
        stage("s2", "a1"),
        touchpoint("t1", "s1", "a0", evidence=("e",), picture="p", votes=3, origin="far"),
        touchpoint("t2", "s1", "a1", owner="help"),
        touchpoint("t3", "s1", "a1"),
        touchpoint("t4", "s2", "a0"),
        touchpoint("t5", None, "a0"),
        transition("t1", "t2"),
        transition("t2", "t4"),
        note("n1", "t1"),
        note("n2", "t1-t2"),
        note("n3", MAP),
        opportunity("o1", "t1", answers=("n1", "n3"), metric="k"),
        Metric(id="k", map=MAP, rank="a0", on="s2", name="Churn"),
        title="Whole",
    )


def taken(*ids: str, keeps_votes: bool = False) -> dict[str, Record]:
    found = take(whole(), MAP, ids, keeps_votes)
    assert not found or dict(loads(dumps(found))) == found
    return found


def test_a_touchpoint_takes_with_it_what_is_on_it_and_what_it_refers_to():
    found = taken("t1")
    assert found.keys() == {"", MAP, "t1", "n1", "o1", "sales", "e", "p"}
    card = found["t1"]
    assert isinstance(card, Touchpoint)
    assert (card.stage, card.owner, card.picture, card.votes, card.origin) == (None, "sales", "p", 0, None)
    assert found[MAP] == JourneyMap(id=MAP, rank="a0", title="Whole")


def test_transitions_come_with_both_of_their_ends():
    assert {"t1-t2", "n2"} <= taken("t1", "t2").keys()
    assert not any(isinstance(each, Transition) for each in taken("t1", "t4").values())
    given = document(*(touchpoint(each) for each in "ab"), transition("a", "b", "abandon"))
    assert take(given, MAP, ["a"])["a-b"].__dict__["target"] is None


def test_a_stage_takes_with_it_all_that_lies_in_it():
    found = taken("s1")
    assert {"s1", "t1", "t2", "t3", "t1-t2", "n1", "n2", "o1", "sales", "help"} <= found.keys()
    assert found["t1"].__dict__["stage"] == "s1"
    assert "t4" not in found
    fragment = read(found)
    assert [each.id for each in fragment.stages] == ["s1"]
    assert (fragment.columns, fragment.loose) == ((), ())


def test_touchpoints_without_their_stage_keep_their_columns():
    fragment = read(taken("t4", "t3", "t5", "t2", "t1"))
    assert [[each.id for each in column] for column in fragment.columns] == [["t1"], ["t2", "t3"], ["t4"], ["t5"]]


def test_notes_alone_wait_on_a_carrier():
    found = taken("n1", "o1", "k")
    fragment = read(found)
    assert [each.id for each in fragment.loose] == ["n1", "o1", "k"]
    assert fragment.columns == ()
    assert not any(isinstance(each, Touchpoint) and each.id in ("t1", "t4") for each in found.values())
    assert [each.id for each in read(taken("n3", "t4")).loose] == ["n3"]


def test_references_that_lead_out_are_cleared_and_remembered_by_name():
    found = taken("t1")
    idea = found["o1"]
    assert isinstance(idea, Opportunity)
    assert (idea.answers, idea.metric) == (("n1",), None)
    assert read(found).outside == (Outside("o1", "answers", "n3", "n3"), Outside("o1", "metric", "k", "Churn"))


def test_votes_stay_with_the_original_unless_it_goes():
    assert taken("t1", keeps_votes=True)["t1"].__dict__["votes"] == 3


def test_an_owner_can_be_taken_alone():
    found = taken("help")
    assert [each.id for each in read(found).shared] == ["help"]
    assert not read(found).is_empty


def test_nothing_is_taken_of_what_cannot_stand_alone():
    for ids in ((), (MAP,), ("t1-t2",), ("gone",), ("e",)):
        assert taken(*ids) == {}
    assert take(whole(), "other", ["t1", "help"]) == {}
    assert read({}).is_empty


def test_a_file_that_says_nonsense_of_itself_is_read_all_the_same():
    card = touchpoint("t", None)
    for said in (
        {"carrier": "t", "outside": [["t"], 3, ["a", "b", "c", 4]]},
        {"carrier": 7},
        [1],
        "x",
        {"carrier": "s"},
    ):
        records = {each.id: each for each in (Head(rest={KEY: said}), JourneyMap(id=MAP, rank="a0", title=""), card)}
        fragment = read(records)
        assert fragment.outside == ()
        assert bool(fragment.columns) != (isinstance(said, dict) and said.get("carrier") == "t")


def test_a_carrier_that_leads_somewhere_is_a_touchpoint_like_any_other():
    given = [touchpoint("a"), touchpoint("b"), transition("a", "b"), note("n", "a")]
    head = Head(rest={KEY: {"carrier": "a"}})
    records = {each.id: each for each in (head, JourneyMap(id=MAP, rank="a0", title=""), *given)}
    fragment = read(records)
    assert [[each.id for each in column] for column in fragment.columns] == [["a", "b"]]
    assert {each.id for each in fragment.inner} == {"a-b", "n"}


@given(files(), st.data())
def test_any_choice_of_any_file_makes_a_file_that_opens_and_is_read_whole(
    records: dict[str, Record], data: st.DataObject
):
    given = Document(records.values())
    ids = data.draw(st.sets(st.sampled_from(sorted(records))))
    for each in [each for each in records.values() if isinstance(each, JourneyMap)]:
        found = take(given, each.id, ids, keeps_votes=True)
        assert not found or dict(loads(dumps(found))) == found
        fragment = read(found)
        assert {id for id in ids if id in found} >= {
            id for id in ids if getattr(records[id], "map", None) == each.id and not isinstance(records[id], Transition)
        }
        columns = [card for column in fragment.columns for card in column]
        parts = (*fragment.stages, *columns, *fragment.loose, *fragment.inner)
        mine = [one for one in found.values() if isinstance(one, MapRecord)]
        assert len(parts) == len({part.id for part in parts}) == len(mine) - bool(fragment.loose)
        assert all(isinstance(one, Note | Opportunity | Metric) for one in fragment.loose)


def test_an_excerpt_has_only_the_stages_and_lanes_of_its_cards():
    doc = whole()
    part = excerpt(doc, MAP, ["t2"]).journey(MAP)
    assert [each.id for each in part.touchpoints] == ["t2"]
    assert [each.id for each in part.stages] == ["s1"] and len(part.owners) == 2
    assert not part.notes.get(MAP) and not part.tray
    assert len(doc.journey(MAP).stages) == 2
    assert [each.id for each in excerpt(doc, MAP, ["t4"]).journey(MAP).owners] == []
