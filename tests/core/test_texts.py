"""The texts of records are told by their annotations, and no other field is touched."""

from datetime import date

from hypothesis import given

from journey_editor.core.parts import Dismissal, Emotion, Moment, Review
from journey_editor.core.records import Evidence, JourneyMap, Owner, Picture, Record
from journey_editor.core.texts import texts_of, with_texts
from tests.building import note, stage, touchpoint
from tests.strategies import files


def texts(record: Record) -> dict[str, str]:
    return {".".join(map(str, path)): text for path, text in texts_of(record)}


def test_texts_lie_in_fields_lists_and_parts():
    card = touchpoint(
        "t", "s", emotion=Emotion(valence=1, word="curious"), moment=Moment(window="day 1"), tags=("a", "b"), link="x"
    )
    assert texts(card) == {
        "title": "T", "emotion.word": "curious", "moment.window": "day 1", "tags.0": "a", "tags.1": "b", "link": "x",
    }  # fmt: skip
    journey = JourneyMap(
        id="m", rank="a0", title="Map", reviews=(Review(who="Ann", note="ok"),),
        dismissed=(Dismissal(rule="handoff", records=("t",), reason="known"),),
    )  # fmt: skip
    assert texts(journey) == {
        "title": "Map", "dismissed.0.reason": "known", "reviews.0.who": "Ann", "reviews.0.note": "ok",
    }  # fmt: skip


def test_ids_codes_and_known_words_are_no_texts():
    assert texts(stage("s", owner="o", contributors=("o",), origin="s0", phase="use")) == {"name": "S"}
    assert texts(Owner(id="o", rank="a0", name="Sales", color="#112233")) == {"name": "Sales"}
    assert texts(Picture(id="p", rank="a0", type="image/png", data="AAAA")) == {}
    assert texts(Evidence(id="e", rank="a0", title="", source="survey", date=date(2026, 1, 2))) == {}
    assert texts(touchpoint("t", "s", channel="email")) == {"title": "T"}
    assert texts(note("n", "t", kind="pain_point")) == {"text": "n"}


def test_words_that_a_person_made_up_are_texts():
    assert texts(touchpoint("t", "s", channel="Slack"))["channel"] == "Slack"
    assert texts(note("n", "t", kind="Law"))["kind"] == "Law"
    rows = JourneyMap(id="m", rank="a0", title="", rows=("goal", "Law"))
    assert texts(rows) == {"rows.1": "Law"}


def test_texts_are_replaced_where_they_lie_and_nothing_else_is():
    card = touchpoint("t", "s", emotion=Emotion(valence=1, word="curious", n=3), tags=("a", "b", "c"))
    new = with_texts(card, {("title",): "New", ("emotion", "word"): "glad", ("tags", 1): "B"})
    assert new == card.with_(title="New", emotion=Emotion(valence=1, word="glad", n=3), tags=("a", "B", "c"))


def test_what_becomes_empty_leaves_a_list_and_falls_back_to_its_default():
    card = touchpoint("t", "s", tags=("a", "b"), channel="Slack")
    emptied = with_texts(card, {("tags", 0): "", ("channel",): "", ("title",): ""})
    assert (emptied.__dict__["tags"], emptied.__dict__["channel"], emptied.__dict__["title"]) == (("b",), "", "")
    assert with_texts(note("n", "t", kind="Law"), {("kind",): ""}).__dict__["kind"] == "other"


@given(files())
def test_each_text_of_any_record_can_be_replaced_by_itself(records: dict[str, Record]):
    for record in records.values():
        found = dict(texts_of(record))
        assert with_texts(record, found) == record
        marked = with_texts(record, {path: f"{text[:9990]}§" for path, text in found.items()})
        assert sum("§" in text for _, text in texts_of(marked)) == len(found)
        assert marked.id == record.id and marked.rest == record.rest
