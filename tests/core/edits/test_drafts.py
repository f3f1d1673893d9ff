"""Many lines or rows at once: written onto a copy, told, and put onto the map as one step."""

import pytest

from journey_editor.core.capture.captured import Captured, CapturedNote
from journey_editor.core.edits.drafts import Draft, Entry, tally
from journey_editor.core.edits.minutes import Landing
from journey_editor.core.edits.place import Slot
from journey_editor.core.edits.structure import against_lock
from journey_editor.core.history import History
from journey_editor.core.lanes import Lane
from journey_editor.core.records import Stage
from journey_editor.storage.format import dumps
from tests.building import MAP, document, owners, row, stage, titles, touchpoint


def drafted(doc, *entries, landing=None):
    draft = Draft(doc, MAP, landing)
    for number, entry in enumerate(entries, start=1):
        draft.write(entry if isinstance(entry, Entry) else Entry(number, Captured(title=entry)))
    return draft


def a_map():
    return document(*owners("sales"), stage("s", "a0"), stage("t", "a1"), *row("a", "b"), touchpoint("w", None))


def test_nothing_of_the_document_changes_before_it_is_applied():
    doc = a_map()
    before = dumps(doc.records)
    draft = drafted(doc, "X", "Y")
    assert tally(draft.finish()).touchpoints == 2 and dumps(doc.records) == before
    assert draft.apply("Paste")
    assert titles(doc.journey(MAP)) == [["A"], ["B"], ["X"], ["Y"]]


def test_entries_land_after_a_touchpoint_and_stages_after_its_stage():
    doc = a_map()
    landing = Landing(Slot("s", after="a"))
    drafted(doc, "X", "Y", Entry(3, Captured(title="Z"), stage="New"), "Q", Entry(5, Captured(title="E"), stage="S"),
            landing=landing).apply("Paste")  # fmt: skip
    journey = doc.journey(MAP)
    assert [each.name for each in journey.stages] == ["S", "New", "T"]
    assert titles(journey) == [["A"], ["X"], ["Y"], ["B"], ["E"], ["Z"], ["Q"]]


def test_entries_land_at_the_beginning_of_a_stage_and_beside_the_first_of_them():
    doc = a_map()
    drafted(doc, "X", Entry(2, Captured(title="Y", same_time=True)), landing=Landing(Slot("s"))).apply("Paste")
    assert [sorted(column) for column in titles(doc.journey(MAP))] == [["X", "Y"], ["A"], ["B"]]


def test_entries_take_the_lane_that_they_land_in_until_one_names_an_owner_or_a_stage():
    doc = document(*owners("sales", "ops"), stage("s", owner="ops"), *row("a"))
    entries = [Captured(title="X"), Captured(title="Y", owner="Ops"), Captured(title="Z", alone=True)]
    last = Entry(4, Captured(title="Q"), stage="N")
    lanes = {"owner": Lane("owner", "sales"), "stage's": Lane("owner", "ops"), "alone": Lane("alone")}
    found = {}
    for name, lane in lanes.items():
        draft = drafted(doc, *(Entry(1, each) for each in entries), last, landing=Landing(Slot("s"), lane=lane))
        made = [after for _id, before, after in draft.finish() if before is None and after.kind_name == "touchpoint"]
        found[name] = [(each.title, each.owner, each.kind) for each in made]
    rest = [("Y", "ops", "interaction"), ("Z", None, "action"), ("Q", None, "interaction")]
    assert found["owner"] == [("X", "sales", "interaction"), *rest]
    assert found["stage's"] == [("X", None, "interaction"), *rest]
    assert found["alone"] == [("X", None, "action"), *rest]


def test_hundreds_of_entries_between_two_touchpoints_keep_their_order():
    doc = a_map()
    names = [f"X{number}" for number in range(700)]
    drafted(doc, *names, landing=Landing(Slot("s", after="a"))).apply("Paste")
    assert titles(doc.journey(MAP)) == [["A"], *([name] for name in names), ["B"]]


def test_entries_wait_in_the_tray_behind_those_that_wait():
    doc = a_map()
    together = Entry(2, Captured(title="Y", same_time=True))
    draft = drafted(doc, "X", together, Entry(3, Captured(title="Z"), stage="T"), landing=Landing(tray=True))
    assert (tally(draft.finish()).touchpoints, tally(draft.finish()).waiting) == (3, 2)
    assert [remark.line for remark in draft.remarks] == [2]
    draft.apply("Paste")
    journey = doc.journey(MAP)
    assert [each.title for each in journey.tray] == ["W", "X", "Y"]
    assert titles(journey) == [["A"], ["B"], ["Z"]]


def test_a_first_entry_without_a_title_adds_to_its_target():
    doc = a_map()
    says = Entry(1, Captured(notes=(CapturedNote("pain_point", "slow"),)))
    drafted(doc, says, "X", landing=Landing(Slot("s", after="a"), target="a")).apply("Paste")
    journey = doc.journey(MAP)
    assert [note.text for note in journey.notes["a"]] == ["slow"]
    assert titles(journey) == [["A"], ["X"], ["B"]]


def test_what_is_said_of_a_stage_fills_it_and_without_one_it_is_told():
    doc = a_map()
    said = Entry(1, Captured(owner="Sales"), stage="T", when="week 1", contributors=("Ops", "sales"))
    drafted(doc, said, Entry(2, Captured(), when="week 2", contributors=("Ops",))).apply("Paste")
    found = doc.records["t"]
    assert isinstance(found, Stage) and (found.when, found.owner) == ("week 1", "sales")
    assert [doc.records[each].name for each in found.contributors] == ["Ops"]
    draft = drafted(doc, Entry(7, Captured(title="X"), when="week 1"), landing=Landing(tray=True))
    assert [(remark.line, "week 1" in remark.words) for remark in draft.remarks] == [(7, True)]


def test_a_stage_keeps_its_time_and_that_is_told():
    doc = document(stage("s", when="week 1"))
    draft = drafted(doc, Entry(3, Captured(), stage="S", when="week 2"), Entry(4, Captured(), stage="S", when="week 1"))
    assert [remark.line for remark in draft.remarks] == [3] and not draft.finish()


def test_a_stage_can_be_made_anew_beside_one_of_its_name():
    doc = a_map()
    drafted(doc, Entry(1, Captured(title="X"), stage="S", anew=True)).apply("Paste")
    assert [each.name for each in doc.journey(MAP).stages] == ["S", "T", "S"]


@pytest.mark.parametrize("piece", [1, 20])
def test_pieces_are_one_step_of_undo_and_what_they_refer_to_comes_first(piece):
    doc, steps = a_map(), []
    history = History(doc)
    before = dumps(doc.records)
    entries = [
        Entry(
            number, Captured(title=f"X{number}", owner=f"O{number % 3}"), stage=f"S{number % 4}", contributors=("Late",)
        )
        for number in range(40)
    ]
    draft = drafted(doc, *entries)
    for is_taken, share in draft.applying("Paste", "join", piece):
        steps.append((is_taken, share))
    assert len(steps) > 5 and steps[-1] == (True, 1.0) and steps == sorted(steps)
    assert len(history.steps) == 1 and len(doc.journey(MAP).touchpoints) == 42
    history.undo()
    assert dumps(doc.records) == before


def test_what_the_document_refuses_ends_it():
    doc = document(stage("s"), locked=True)
    doc.guard(lambda change: print if against_lock(change, doc.records, MAP) else None)
    before = dumps(doc.records)
    draft = drafted(doc, *(Entry(number, Captured(title="X"), stage=f"N{number}") for number in range(9)))
    assert list(draft.applying("Paste", "join", piece=8))[-1][0] is False
    assert dumps(doc.records) == before


def test_all_kinds_are_counted():
    doc = a_map()
    said = Captured(title="X", owner="New", valence=1, notes=(CapturedNote("goal", "g"),))
    made = tally(drafted(doc, Entry(1, said, stage="N")).finish())
    assert (made.touchpoints, made.waiting, made.feelings, made.notes) == (1, 0, 1, 1)
    assert (made.stages, made.owners) == (("N",), ("New",))
