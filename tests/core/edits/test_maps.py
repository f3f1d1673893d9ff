"""The maps of a file: a copy is the original but for its ids, and nothing in it points at the original."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from journey_editor.assets import resource, template_names
from journey_editor.core.document import Document
from journey_editor.core.edits.fields import set_field
from journey_editor.core.edits.maps import (
    add_detail_map,
    add_map,
    bring_maps,
    duplicate_map,
    move_map,
    remove_map,
    rename_map,
    review_map,
)
from journey_editor.core.edits.structure import against_lock
from journey_editor.core.freezing import holds_records, thaw
from journey_editor.core.history import History
from journey_editor.core.ids import seeded_ids
from journey_editor.core.journey import maps_of
from journey_editor.core.parts import Dismissal, MapView, Moment
from journey_editor.core.records import JourneyMap, MapRecord, Owner, Persona, Picture, Record, Touchpoint, name_of
from journey_editor.core.schema import references_of, targets_of
from journey_editor.core.titles import called
from journey_editor.storage.format import dumps, load, loads
from tests.building import MAP, document, note, owners, row, stage, touchpoint, transition
from tests.strategies import files


def titles(doc: Document) -> list[str]:
    return [each.title for each in doc.maps()]


def mine(doc: Document, map_id: str) -> list[Record]:
    """A map and all that lies in it, in the order of their kinds and ids."""
    found = [each for each in doc.records.values() if isinstance(each, MapRecord) and each.map == map_id]
    return [doc.records[map_id], *sorted(found, key=lambda each: (each.kind_name, each.id))]


def without_ids(rest: Mapping[str, Any]) -> dict[str, Any]:
    """What other programs keep in a record, but for the ids in lists of records, which are others in a copy."""
    return {
        key: [{**item, "id": ""} for item in value] if holds_records(value) else thaw(value)
        for key, value in rest.items()
    }


@given(files(), st.data())
@settings(max_examples=60)
def test_a_copy_is_the_original_but_for_its_ids_and_points_nowhere_else(file, data):
    doc = Document(file.values(), seeded_ids(5))
    maps = doc.maps()
    if not maps:
        return
    original = data.draw(st.sampled_from(maps))
    before, history = dumps(doc.records), History(doc)
    new = duplicate_map(doc, original.id)
    old_records, new_records = mine(doc, original.id), mine(doc, new)
    assert len(old_records) == len(new_records)
    assert dumps(loads(dumps(doc.records))) == dumps(doc.records), "the file can be read again"
    ids = {old.id: copy.id for old, copy in zip(old_records, new_records, strict=True)}
    assert not set(ids.values()) & file.keys()
    for old, copy in zip(old_records, new_records, strict=True):
        assert type(old) is type(copy) and without_ids(old.rest) == without_ids(copy.rest)
        for reference in references_of(old.kind_name):
            expected = tuple(ids.get(each, each) for each in targets_of(old, reference))
            assert targets_of(copy, reference) == expected
            assert not set(targets_of(copy, reference)) & ids.keys()
        for name in ("name", "text", "origin", "tags", "link", "emotion"):
            assert old.__dict__.get(name) == copy.__dict__.get(name)
    assert original.title.strip()[:9000] in doc.records[new].title
    assert set(file) == {each for each in doc.records if each not in ids.values()}
    assert all(doc.records[each] == record for each, record in file.items() if not isinstance(record, JourneyMap))
    again = [each.id for each in doc.maps()]
    assert again.index(new) == again.index(original.id) + 1
    after = dumps(doc.records)
    history.undo()
    assert dumps(doc.records) == before and not history.position
    history.redo()
    assert dumps(doc.records) == after


@pytest.fixture
def doc() -> Document:
    return document(
        *owners("sales", "support"),
        Persona(id="ann", rank="a0", name="Ann"),
        stage("s"),
        *row("a", "b"),
        touchpoint("c", "s", "a1", opens=MAP, moment=Moment(window="now")),
        note("pain", "a"),
        transition("a", "b", "loop"),
        title="Today",
        persona="ann",
        dismissed=(Dismissal(rule="handoff", records=("a", "b"), reason="known"),),
    )


def test_findings_set_aside_and_ways_to_itself_follow_the_copy(doc):
    new = duplicate_map(doc, MAP)
    copy, journey = doc.records[new], doc.journey(new)
    assert copy.title == "Copy of Today" and copy.persona == "ann"
    first, *others = journey.touchpoints
    assert copy.dismissed[0].records == (first.id, next(each.id for each in others if each.title == "B"))
    assert next(each for each in others if each.title == "C").opens == new
    assert [each.title for each in journey.touchpoints] == [each.title for each in doc.journey(MAP).touchpoints]


def test_copies_of_copies_are_told_apart(doc):
    for each in (MAP, MAP):
        duplicate_map(doc, each)
    duplicate_map(doc, next(each.id for each in doc.maps() if each.title == "Copy of Today"))
    assert sorted(titles(doc)) == ["Copy 2 of Today", "Copy 3 of Today", "Copy of Today", "Today"]
    set_field(doc, (MAP,), "title", "x" * 10_000)
    assert len(doc.records[duplicate_map(doc, MAP)].title) == 10_000
    set_field(doc, (MAP,), "title", "")
    assert doc.records[duplicate_map(doc, MAP)].title == ""


def test_what_shares_a_column_keeps_its_order_in_the_copy():
    doc = document(stage("one"), *(touchpoint(each, "one") for each in "zyxwvutsrq"))
    new = duplicate_map(doc, MAP)
    assert [each.title for each in doc.journey(new).touchpoints] == list("QRSTUVWXYZ")


def test_a_new_map_has_stages_to_begin_in_and_a_name_of_its_own(doc):
    first = add_map(doc, after=MAP, created=date(2026, 1, 2))
    second = add_map(doc, after=MAP)
    assert titles(doc) == ["Today", "New map 2", "New map"]
    assert doc.records[first].created == date(2026, 1, 2)
    assert [each.name for each in doc.journey(second).stages] == ["Before", "During", "After"]
    third = add_map(doc, title="Later", state="future")
    assert titles(doc)[-1] == "Later" and doc.records[third].state == "future"


def test_a_touchpoint_gets_a_map_of_its_own(doc):
    set_field(doc, (MAP,), "state", "future")
    history, before = History(doc), dumps(doc.records)
    new = add_detail_map(doc, "a")
    assert titles(doc) == ["Today", "A"] and doc.records["a"].opens == new
    assert (doc.records[new].state, doc.records[new].persona) == ("future", "ann")
    assert len(doc.journey(new).stages) == 3 and len(history.steps) == 1
    history.undo()
    assert dumps(doc.records) == before
    set_field(doc, ("b",), "title", " ")
    assert doc.records[add_detail_map(doc, "b")].title == "New map"


def test_maps_are_put_in_order(doc):
    first, second = add_map(doc), add_map(doc)
    move_map(doc, MAP, 2)
    assert [each.id for each in doc.maps()] == [first, second, MAP]
    move_map(doc, MAP, -3)
    move_map(doc, second, 0)
    assert [each.id for each in doc.maps()] == [second, MAP, first]
    history = History(doc)
    move_map(doc, second, 0)
    assert not history.steps


def test_maps_of_equal_rank_are_numbered_anew(doc):
    with doc.transaction("Another"):
        doc.put(JourneyMap(id="n", rank=doc.records[MAP].rank, title="Same rank"))
    add_map(doc, after=MAP)
    assert titles(doc) == ["Today", "New map", "Same rank"]


def test_a_map_goes_with_all_in_it_and_comes_back(doc):
    other, history = add_map(doc), History(doc)
    with doc.transaction("Open"):
        doc.put(doc.records["a"].with_(opens=other))
    before = dumps(doc.records)
    remove_map(doc, MAP)
    assert titles(doc) == ["New map"] and "a" not in doc.records and "sales" in doc.records
    history.undo()
    assert dumps(doc.records) == before
    remove_map(doc, other)
    assert doc.records["a"].opens is None
    history.undo()
    assert dumps(doc.records) == before


def test_after_the_last_map_there_is_one_to_begin_in(doc):
    history, before = History(doc), dumps(doc.records)
    remove_map(doc, MAP)
    assert titles(doc) == ["New map"] and len(doc.journey(doc.first_map()).stages) == 3
    assert {"sales", "support", "ann"} <= doc.records.keys()
    history.undo()
    assert dumps(doc.records) == before and len(history.steps) == 1


def test_a_map_is_renamed_and_reviewed(doc):
    history = History(doc)
    rename_map(doc, MAP, "Tomorrow")
    rename_map(doc, MAP, "Tomorrow")
    assert history.undo_label == "Rename map" and len(history.steps) == 1
    review_map(doc, MAP, date(2026, 3, 1))
    review_map(doc, MAP, date(2026, 3, 1))
    review_map(doc, MAP, date(2026, 6, 1))
    assert doc.records[MAP].reviewed == date(2026, 6, 1) and len(history.steps) == 3
    assert [each.date for each in doc.records[MAP].reviews] == [date(2026, 3, 1), date(2026, 6, 1)]


@pytest.mark.parametrize("name", template_names())
def test_the_maps_of_a_template_come_with_what_they_share(doc, name):
    history, before = History(doc), dumps(doc.records)
    template = load(resource("templates", f"{name}.journey"))
    came = bring_maps(doc, template, MAP)
    theirs = maps_of(template)
    assert titles(doc) == ["Today", *(each.title for each in theirs)]
    for new, old in zip(came, theirs, strict=True):
        ours, there = doc.journey(new), Document(template.values()).journey(old.id)
        assert [each.title for each in ours.touchpoints] == [each.title for each in there.touchpoints]
        assert ours.persona is None if there.persona is None else ours.persona.name == there.persona.name
        for one, other in zip(ours.touchpoints, there.touchpoints, strict=True):
            assert (one.owner is None) is (other.owner is None)
            assert not one.owner or name_of(doc.records[one.owner]) == name_of(template[other.owner or ""])
    count = len(doc.records)
    history.undo()
    assert dumps(doc.records) == before
    history.redo()
    bring_maps(doc, template)
    assert len(doc.records) == count + sum(len(mine(doc, each)) for each in came)  # nothing is shared twice


def test_owners_are_known_by_name_and_pictures_come_with_their_persona(doc):
    there = [
        JourneyMap(
            id="x",
            rank="a0",
            title="Theirs",
            persona="p",
            views=(MapView(name="Few", owners=("o", "", "viewed"), evidence=("backed",)),),
        ),
        Owner(id="viewed", rank="a3", name="Viewed"),
        Persona(id="p", rank="a0", name="Ann", picture="face"),
        Picture(id="face", rank="a0", type="image/png", data="aGk="),
        Owner(id="o", rank="a0", name=" SALES "),
        Owner(id="unused", rank="a1", name="Unused"),
        touchpoint("t", None, owner="o").with_(map="x"),
    ]
    (new,) = bring_maps(doc, {each.id: each for each in there})
    (waiting,) = doc.journey(new).tray
    assert isinstance(waiting, Touchpoint) and waiting.owner == "sales"
    persona = doc.journey(new).persona
    assert persona and persona.id != "ann" and isinstance(doc.records[persona.picture], Picture)
    found = doc.records[new]
    assert isinstance(found, JourneyMap)
    viewed = next(each.id for each in doc.of_kind(Owner) if each.name == "Viewed")
    assert found.views[0].owners == ("sales", "", viewed) and found.views[0].evidence == ("backed",)
    assert "Unused" not in [called(each) for each in doc.of_kind(Owner)]


def test_a_lock_keeps_lanes_of_another_file_out(doc):
    with doc.transaction("Lock"):
        doc.put(doc.records[MAP].with_(locked=True))
    doc.guard(lambda change: (lambda: None) if against_lock(change, doc.records, MAP) else None)
    there = [JourneyMap(id="x", rank="a0", title="Theirs"), Owner(id="o", rank="a0", name="New"),
             touchpoint("t", None, owner="o").with_(map="x")]  # fmt: skip
    before = dumps(doc.records)
    assert bring_maps(doc, {each.id: each for each in there}) == ()
    assert dumps(doc.records) == before
    duplicate_map(doc, MAP)
    remove_map(doc, MAP)
    assert titles(doc) == ["Copy of Today"]


def test_what_other_programs_keep_in_a_map_has_ids_of_its_own_in_a_copy():
    written = b"""{"format": "journey-map", "version": 1,
"maps": [
{"id": "m", "rank": "a0", "title": "A", "hue": [1, {"id": "kept"}],
"arrows": [
{"id": "zz", "of": "m"}
]}
]}
"""
    doc = Document(loads(written).values())
    copy = doc.records[duplicate_map(doc, "m")]
    (arrow,) = copy.rest["arrows"]
    assert arrow["id"] != "zz" and arrow["of"] == "m", "what it names is not known"
    assert thaw(copy.rest["hue"]) == [1, {"id": "kept"}], "no list of records"
    assert dumps(loads(dumps(doc.records))) == dumps(doc.records)
    brought = bring_maps(doc, loads(written))
    assert len(brought) == 1 and dumps(loads(dumps(doc.records))) == dumps(doc.records)
