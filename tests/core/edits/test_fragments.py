"""A fragment is inserted with new ids, finds what it shares, keeps all it can keep, and is undone in one step."""

from typing import Any

import pytest
from hypothesis import given, strategies as st

from journey_editor.core.document import Document
from journey_editor.core.edits.fragments import PICTURES_LIMIT, CannotInsert, cut, insert
from journey_editor.core.edits.place import Slot
from journey_editor.core.fragments import read, take
from journey_editor.core.history import History
from journey_editor.core.ids import seeded_ids
from journey_editor.core.lanes import lane_of
from journey_editor.core.records import (
    Evidence,
    JourneyMap,
    Metric,
    Note,
    Opportunity,
    Owner,
    Picture,
    Record,
    Stage,
    Touchpoint,
    Transition,
    map_of,
)
from journey_editor.core.schema import references_of
from journey_editor.storage.format import dumps, loads
from tests.building import MAP, document, records, stage, titles, touchpoint
from tests.core.test_fragments import whole
from tests.strategies import files


def other(*given: Record) -> Document:
    return document(*(given or (stage("z"), touchpoint("z1", "z", "a0"), touchpoint("z2", "z", "a1"))))


def paste(source: Document, target: Document, *ids: str, **where: Any) -> list[Record]:
    """Copy from one document into another, through the bytes of a clipboard."""
    fragment = read(loads(dumps(take(source, MAP, ids))))
    where = {"slot": Slot("z", after="z1")} | where
    return [target.records[each] for each in insert(target, fragment, MAP, **where)]


def of_kind(given: Document, kind: type[Record]) -> list[Any]:
    return [each for each in given.records.values() if isinstance(each, kind)]


def test_touchpoints_lie_after_the_selected_one_and_keep_their_columns():
    target = other()
    pasted = paste(whole(), target, "t1", "t2", "t3", "t4")
    assert titles(target.journey(MAP)) == [["Z1"], ["T1"], ["T2", "T3"], ["T4"], ["Z2"]]
    assert [each.__dict__["title"] for each in pasted] == ["T1", "T2", "T3", "T4"]
    assert not {each.id for each in pasted} & whole().records.keys()


def test_what_is_on_them_and_between_them_comes_too():
    target = other()
    first, second = paste(whole(), target, "t1", "t2")
    (way,) = of_kind(target, Transition)
    assert (way.source, way.target) == (first.id, second.id)
    assert {each.text: each.on for each in of_kind(target, Note)} == {"n1": first.id, "n2": way.id}
    (idea,) = of_kind(target, Opportunity)
    assert (idea.on, [target.records[each].__dict__["text"] for each in idea.answers]) == (first.id, ["n1"])
    assert idea.metric is None


def test_owners_are_found_by_name_and_made_where_they_are_missing():
    target = other(Owner(id="x", rank="a0", name=" SALES "), stage("z"), touchpoint("z1", "z"))
    first, second = paste(whole(), target, "t1", "t2")
    assert first.__dict__["owner"] == "x"
    assert target.records[second.__dict__["owner"]].__dict__["name"] == "Help"
    assert len(of_kind(target, Owner)) == 2


def test_evidence_and_pictures_are_shared_where_they_are_the_same():
    same = Evidence(id="other", rank="b0", title="Interviews")
    target = other(same, Evidence(id="e", rank="a0", title="Elsewhere"), stage("z"), touchpoint("z1", "z"))
    (card,) = paste(whole(), target, "t1")
    assert card.__dict__["evidence"] == ("other",)
    assert of_kind(target, Picture) == [Picture(id=card.__dict__["picture"], rank="a0", type="image/png", data="AAAA")]
    paste(whole(), target, "t1")
    assert len(of_kind(target, Picture)) == 1
    assert len(of_kind(target, Evidence)) == 2


def test_in_the_same_file_nothing_shared_is_doubled_and_what_led_out_leads_there_again():
    here = whole()
    shared = {kind: len(of_kind(here, kind)) for kind in (Owner, Evidence, Picture, Metric)}
    (card,) = paste(here, here, "t1", slot=Slot("s1", after="t1"))
    assert {kind: len(of_kind(here, kind)) for kind in shared} == shared
    idea = next(each for each in of_kind(here, Opportunity) if each.on == card.id)
    assert idea.metric == "k" and "n3" in idea.answers
    assert card.__dict__["owner"] is None  # it has that from its stage, as the one it was copied from


def test_what_only_has_the_same_id_elsewhere_is_not_referred_to():
    target = other(stage("z"), touchpoint("z1", "z"), Metric(id="k", map=MAP, rank="a0", on="z", name="Another"))
    paste(whole(), target, "t1")
    assert of_kind(target, Opportunity)[0].metric is None


def test_a_touchpoint_keeps_its_lane_and_an_owner_from_the_stage_stays_unsaid():
    target = other(Owner(id="x", rank="a0", name="Sales"), stage("z", owner="x"), touchpoint("z1", "z"))
    (card,) = paste(whole(), target, "t1")
    zed = target.records["z"]
    assert isinstance(card, Touchpoint) and isinstance(zed, Stage)
    assert card.owner is None and lane_of(card, zed).owner == "x"


def test_stages_come_with_all_in_them_after_the_selected_one():
    target = other(stage("z", "a0"), stage("y", "a1"))
    (new,) = paste(whole(), target, "s1", slot=None, after_stage="z")
    journey = target.journey(MAP)
    assert [each.name for each in journey.stages] == ["Z", "S1", "Y"]
    assert titles(journey) == [["T1"], ["T2", "T3"]]
    assert target.records[new.__dict__["owner"]].__dict__["name"] == "Sales"
    paste(whole(), target, "s2", slot=None)
    assert [each.name for each in target.journey(MAP).stages] == ["Z", "S1", "Y", "S2"]


def test_without_a_place_touchpoints_go_to_the_tray():
    target = other(touchpoint("w", None))
    paste(whole(), target, "t1", "t2", "t3", slot=None)
    assert [each.title for each in target.journey(MAP).tray] == ["W", "T1", "T2", "T3"]


def test_notes_alone_go_on_the_selected_card_or_else_on_the_map():
    target = other()
    (on_card,) = paste(whole(), target, "n1", on="z1")
    (on_map,) = paste(whole(), target, "n1")
    assert (on_card.__dict__["on"], on_map.__dict__["on"]) == ("z1", MAP)
    assert len(target.journey(MAP).touchpoints) == 2
    again = paste(whole(), target, "n1", "n2", on="z1")
    assert [each.text for each in target.journey(MAP).notes["z1"]] == ["n1", "n1", "n2"]
    assert len(again) == 2


def test_what_needs_a_card_is_refused_without_one():
    target = other()
    before = dumps(target.records)
    with pytest.raises(CannotInsert, match="Select a touchpoint or a stage"):
        paste(whole(), target, "o1")
    with pytest.raises(CannotInsert, match="no map"):
        insert(Document(), read(take(whole(), MAP, ["t1"])), MAP, None)
    assert dumps(target.records) == before


def test_pictures_that_would_make_the_file_too_large_are_refused_whole():
    big = "A" * 400_000
    many = [
        Picture(id=f"p{index}", rank="a0", type="image/png", data=big) for index in range(PICTURES_LIMIT // 400_000)
    ]
    target = other(*many, stage("z"), touchpoint("z1", "z"))
    source = document(
        Picture(id="more", rank="a0", type="image/png", data="B" * 400_000), touchpoint("t", None, picture="more")
    )
    before = len(target.records)
    with pytest.raises(CannotInsert, match="too large"):
        paste(source, target, "t")
    assert len(target.records) == before


def test_what_a_guard_refuses_does_not_come_and_is_not_cut():
    target = other()
    target.guard(lambda _change: lambda: None)
    assert paste(whole(), target, "t1") == []
    assert not cut(target, ["z1"])
    assert "z1" in target.records


def test_one_undo_takes_all_of_it_back():
    target = other()
    before = dumps(target.records)
    history = History(target)
    paste(whole(), target, "s1", "t4", "n3", on="z1")
    assert len(history.steps) == 1
    history.undo()
    assert dumps(target.records) == before


@pytest.mark.parametrize(
    ("ids", "label"),
    [
        (["t1"], "Paste touchpoint"), (["t1", "t4"], "Paste touchpoints"), (["s1"], "Paste stage"),
        (["n1"], "Paste note"), (["n1", "n2"], "Paste"), (["k"], "Paste metric"), (["s1", "t4"], "Paste"),
    ],
)  # fmt: skip
def test_steps_are_named_by_what_was_pasted(ids: list[str], label: str):
    target = other()
    history = History(target)
    paste(whole(), target, *ids, on="z1")
    assert history.undo_label == label


def test_cutting_and_pasting_moves_a_card_with_its_votes():
    here = whole()
    history = History(here)
    fragment = read(take(here, MAP, ["t1"], keeps_votes=True))
    cut(here, ["t1"])
    assert history.undo_label == "Cut touchpoint"
    assert "t1" not in here.records and "n1" not in here.records
    (new,) = insert(here, fragment, MAP, Slot("s2", after="t4"))
    assert here.records[new].__dict__["votes"] == 3
    assert titles(here.journey(MAP))[-2:] == [["T4"], ["T1"]]


def test_an_owner_alone_becomes_a_lane_where_there_is_none():
    target = other()
    (made,) = paste(whole(), target, "help")
    assert made.__dict__["name"] == "Help"


@given(files(), st.data())
def test_any_fragment_keeps_in_another_file_all_that_it_holds(source: dict[str, Record], data: st.DataObject):
    maps = sorted(each.id for each in source.values() if isinstance(each, JourneyMap))
    if not maps:
        return
    map_id = data.draw(st.sampled_from(maps))
    ids = data.draw(st.sets(st.sampled_from(sorted(source))))
    found = take(Document(source.values()), map_id, ids, keeps_votes=True)
    fragment = read(found)
    target = Document(records(stage("z"), touchpoint("z1", "z")), seeded_ids(5))
    before, known = dumps(target.records), dict(target.records)
    history = History(target)
    insert(target, fragment, MAP, Slot("z", after="z1"), on="z1")
    new = [each for each in target.records.values() if each.id not in known]
    kept = [each for each in found.values() if each.id and not isinstance(each, JourneyMap)]
    carriers = bool(fragment.loose)
    placed = (Touchpoint, Stage, Transition, Note, Opportunity, Metric)
    for kind in placed:
        wanted = sorted(repr(_inner(each)) for each in kept if type(each) is kind and not _is_carrier(found, each))
        assert sorted(repr(_inner(each)) for each in new if type(each) is kind) == wanted
    assert carriers == any(_is_carrier(found, each) for each in kept)
    assert all(map_of(each) in (None, MAP) for each in new)
    assert dict(loads(dumps(target.records))) == dict(target.records)
    while history.undo():
        pass
    assert dumps(target.records) == before


def _is_carrier(found: dict[str, Record], record: Record) -> bool:
    return record.id == found[""].rest["fragment"]["carrier"]


def _inner(record: Record) -> dict[str, Any]:
    """What a record says without ids, place and references, but with how many it refers to."""
    fields = {name: value for name, value in record.__dict__.items() if name not in ("id", "map", "rank", "rest")}
    for reference in references_of(record.kind_name):
        name, _dot, inner = reference.field.partition(".")
        if name in ("map", "on", "stage", "owner"):
            fields.pop(name, None)
        elif inner:
            fields[name] = fields[name] and (fields[name].with_(metric=None, rest={}), fields[name].metric is None)
        else:
            value = fields[name]
            fields[name] = len(set(value)) if isinstance(value, tuple) else value is None
    return {name: value.with_(rest={}) if hasattr(value, "rest") else value for name, value in fields.items()}
