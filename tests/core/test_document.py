from itertools import pairwise

import pytest
from pydantic import ValidationError

from journey_editor.core.change import inverse
from journey_editor.core.document import Document, Event, NotInTransaction
from journey_editor.core.journey import read_journey
from journey_editor.core.parts import Emotion, Moment
from journey_editor.core.records import Evidence, Metric
from journey_editor.core.rules import BrokenReference
from tests.building import document, note, opportunity, owners, stage, touchpoint, transition


@pytest.fixture
def doc() -> Document:
    return document(
        *owners("sales", "support"),
        stage("s", "a0", owner="sales", contributors=("support", "sales")),
        touchpoint("a", "s", "a0"),
        touchpoint("b", "s", "a1", owner="support"),
        transition("a", "b"),
        note("n", "a"),
        opportunity("o", "b", answers=("n",), owner="support"),
    )


def heard(doc: Document) -> list[Event]:
    events: list[Event] = []
    doc.listen(events.append)
    return events


def test_nothing_changes_outside_a_transaction(doc):
    with pytest.raises(NotInTransaction):
        doc.put(touchpoint("x", "s"))
    with pytest.raises(NotInTransaction):
        doc.remove("a")


def test_a_transaction_tells_one_change(doc):
    events = heard(doc)
    with doc.transaction("Rename"):
        doc.put(touchpoint("a", "s", title="One"))
        doc.put(touchpoint("a", "s", title="Two"))
    assert [event.label for event in events] == ["Rename"]
    assert set(events[0].change.pairs) == {"a"}
    assert doc.records["a"].title == "Two"


def test_one_inside_another_belongs_to_the_outer(doc):
    events = heard(doc)
    with doc.transaction("Outer"):
        with doc.transaction("Inner"):
            doc.put(touchpoint("a", "s", title="One"))
        doc.put(touchpoint("b", "s", title="Two"))
    assert [event.label for event in events] == ["Outer"]
    assert set(events[0].change.pairs) == {"a", "b"}


def test_what_raises_leaves_everything_and_nobody_hears(doc):
    before, events = dict(doc.records), heard(doc)
    with pytest.raises(ZeroDivisionError), doc.transaction("Fails"):
        doc.put(touchpoint("a", "s", title="One"))
        doc.remove("s")
        raise ZeroDivisionError
    assert dict(doc.records) == before and not events
    with doc.transaction("Works again"):
        doc.remove("n")
    assert "n" not in doc.records


def test_a_value_that_does_not_fit_is_refused(doc):
    with pytest.raises(ValidationError), doc.transaction("Bad"):
        doc.put(doc.records["a"].with_(believed=3))
    assert doc.records["a"].believed is None


def test_an_edit_without_effect_is_no_event(doc):
    events = heard(doc)
    with doc.transaction("Same"):
        doc.put(doc.records["a"].with_(title=doc.records["a"].title))
    assert not events


def test_deleting_a_stage_takes_what_lies_in_it(doc):
    with doc.transaction("Remove"):
        doc.remove("s")
    assert set(doc.records) == {"", "m", "sales", "support"}


def test_deleting_an_owner_clears_the_references(doc):
    with doc.transaction("Remove"):
        doc.remove("support")
    assert doc.records["b"].owner is None
    assert doc.records["s"].contributors == ("sales",)
    assert doc.records["o"].owner is None


def test_deleting_a_touchpoint_takes_notes_and_transitions_and_answers(doc):
    with doc.transaction("Remove"):
        doc.remove("a")
    assert {"n", "a-b"}.isdisjoint(doc.records)
    assert doc.records["o"].answers == ()


def test_deleting_a_metric_clears_it_inside_a_moment():
    doc = document(
        stage("s"),
        touchpoint("a", "s", moment=Moment(metric="k", impact="big")),
        Metric(id="k", map="m", rank="a0", on="s", name="Kept"),
    )
    with doc.transaction("Remove"):
        doc.remove("k")
    assert doc.records["a"].moment == Moment(impact="big")


def test_deleting_the_map_takes_all_of_it_but_not_what_is_shared(doc):
    with doc.transaction("Remove"):
        doc.remove("m")
    assert set(doc.records) == {"", "sales", "support"}
    assert doc.first_map() is None


@pytest.mark.parametrize(
    "record",
    [
        touchpoint("x", "nowhere"),
        touchpoint("x", "a"),
        touchpoint("x", "s", owner="s"),
        touchpoint("x", "s", evidence=("sales",)),
        note("x", "sales"),
        touchpoint("x", "s", map="other"),
    ],
)
def test_a_reference_to_nothing_or_to_the_wrong_kind_is_refused(doc, record):
    before = dict(doc.records)
    with pytest.raises(BrokenReference), doc.transaction("Bad"):
        doc.put(record)
    assert dict(doc.records) == before


def test_a_note_may_lie_on_its_own_map_only(doc):
    with doc.transaction("Park"):
        doc.put(note("parked", "m"))
    with pytest.raises(BrokenReference), doc.transaction("Bad"):
        doc.put(opportunity("x", "m"))


def test_undoing_mine_keeps_a_colleagues_field(doc):
    events = heard(doc)
    with doc.transaction("Mine"):
        doc.put(doc.records["a"].with_(title="Mine"))
    doc.apply(_edit(doc, "a", channel="phone"), "Theirs", "remote")
    event = doc.apply(inverse(events[0].change), "Mine", "undo")
    assert doc.records["a"].title == "A" and doc.records["a"].channel == "phone"
    assert not event.kept


def test_undoing_mine_keeps_what_a_colleague_wrote_in_the_same_field_and_says_so(doc):
    events = heard(doc)
    with doc.transaction("Mine"):
        doc.put(doc.records["a"].with_(title="Mine"))
    doc.apply(_edit(doc, "a", title="Theirs"), "Theirs", "remote")
    event = doc.apply(inverse(events[0].change), "Mine", "undo")
    assert doc.records["a"].title == "Theirs"
    assert [(kept.record, kept.field, kept.reason) for kept in event.kept] == [("a", "title", "changed since")]


def test_emotions_are_undone_key_by_key(doc):
    with doc.transaction("Feels"):
        doc.put(doc.records["a"].with_(emotion=Emotion(valence=1)))
    events = heard(doc)
    with doc.transaction("Mine"):
        doc.put(doc.records["a"].with_(emotion=Emotion(valence=-1)))
    doc.apply(_edit(doc, "a", emotion=Emotion(valence=-1, word="lost")), "Theirs", "remote")
    doc.apply(inverse(events[0].change), "Mine", "undo")
    assert doc.records["a"].emotion == Emotion(valence=1, word="lost")


FELT = {"valence": -1, "word": "lost", "basis": "research", "n": 8, "low": -2, "high": 1, "hands": (0, 2, 7, 3, 0)}


@pytest.mark.parametrize(("mine", "theirs"), [*pairwise([*FELT, "valence"])])
def test_each_key_of_an_emotion_is_undone_for_itself(doc, mine, theirs):
    assert FELT.keys() == Emotion.model_fields.keys() - {"rest"}
    plain = Emotion(valence=1)
    with doc.transaction("Feels"):
        doc.put(doc.records["a"].with_(emotion=plain))
    events = heard(doc)
    with doc.transaction("Mine"):
        doc.put(doc.records["a"].with_(emotion=plain.with_(**{mine: FELT[mine]})))
    both = doc.records["a"].emotion.with_(**{theirs: FELT[theirs]})
    doc.apply(_edit(doc, "a", emotion=both), "Theirs", "remote")
    doc.apply(inverse(events[0].change), "Mine", "undo")
    assert doc.records["a"].emotion == plain.with_(**{theirs: FELT[theirs]})


def test_undoing_an_addition_keeps_it_where_a_colleague_built_on_it(doc):
    events = heard(doc)
    with doc.transaction("Mine"):
        doc.put(touchpoint("new", "s", "a2"))
    remote = document(*list(doc.records.values())[2:])
    more = heard(remote)
    with remote.transaction("Theirs"):
        remote.put(note("theirs", "new"))
    doc.apply(more[0].change, "Theirs", "remote")
    event = doc.apply(inverse(events[0].change), "Mine", "undo")
    assert {"new", "theirs"} <= doc.records.keys()
    assert [(kept.record, kept.reason) for kept in event.kept] == [("new", "in use")]


def test_undoing_a_removal_drops_references_to_what_is_gone_since(doc):
    with doc.transaction("Evidence"):
        doc.put(Evidence(id="e", rank="a0", title="Talk"))
        doc.put(doc.records["a"].with_(evidence=("e",)))
    events = heard(doc)
    with doc.transaction("Remove"):
        doc.remove("a")
    with doc.transaction("Remove evidence"):
        doc.remove("e")
    doc.apply(inverse(events[0].change), "Remove", "undo")
    assert doc.records["a"].evidence == ()


def test_a_preview_is_seen_and_leaves_nothing(doc):
    before, events = dict(doc.records), heard(doc)

    def rename(title: str) -> None:
        with doc.transaction("Rename"):
            doc.put(doc.records["a"].with_(title=title))

    doc.preview(lambda: rename("One"))
    assert doc.records["a"].title == "One" and doc.in_gesture
    doc.preview(lambda: rename("Two"))
    assert doc.records["a"].title == "Two"
    doc.end_preview()
    assert dict(doc.records) == before and not doc.in_gesture
    assert {event.origin for event in events} == {"preview"}
    titles = [event.change.pairs["a"][1].title for event in events]
    assert titles == ["One", "Two", "A"]


def test_an_edit_ends_the_preview_first(doc):
    events = heard(doc)
    doc.preview(lambda: _rename(doc, "Seen"))
    _rename(doc, "Done")
    assert [event.origin for event in events] == ["preview", "preview", "user"]
    assert events[-1].change.pairs["a"][0].title == "A"


def test_a_preview_that_fails_shows_the_map_as_it_was(doc):
    doc.preview(lambda: _rename(doc, "Seen"))
    with pytest.raises(ZeroDivisionError):
        doc.preview(lambda: 1 // 0)
    assert doc.records["a"].title == "A" and not doc.in_gesture


def test_new_ids_are_not_taken(doc):
    taken = iter(["a", "b", "free"])
    other = Document(doc.records.values(), ids=lambda: next(taken))
    assert other.new_id() == "free"


def _rename(doc: Document, title: str) -> None:
    with doc.transaction("Rename"):
        doc.put(doc.records["a"].with_(title=title))


def _edit(doc: Document, record_id: str, **fields):
    """The change of a colleague who edits the same record elsewhere."""
    elsewhere = Document(doc.records.values())
    events = heard(elsewhere)
    with elsewhere.transaction("Theirs"):
        elsewhere.put(elsewhere.records[record_id].with_(**fields))
    return events[0].change


def test_a_map_read_in_the_middle_of_an_edit_that_fails_is_forgotten(doc):
    with pytest.raises(ZeroDivisionError), doc.transaction("Fails"):
        _rename(doc, "New")
        assert doc.journey("m").touchpoints[0].title == "New"
        raise ZeroDivisionError
    assert doc.journey("m").touchpoints[0].title == "A"


@pytest.mark.parametrize("fields", [{"rank": "a2"}, {"stage": "z"}, {"stage": None}, {"title": "Another"}])
def test_a_map_is_read_again_as_it_would_be_read(doc, fields):
    with doc.transaction("Lead on"):
        doc.put(stage("z", "a1"))
        doc.put(transition("b", "a"))
    doc.journey("m")
    with doc.transaction("Move"):
        doc.put(doc.records["a"].with_(**fields))
    assert doc.journey("m") == read_journey(doc.records, "m")
