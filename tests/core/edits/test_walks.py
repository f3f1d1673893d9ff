"""A walk becomes a map of its own: what was met, beside the map that was walked and stays as it is."""

from datetime import date

import pytest
from hypothesis import given, settings, strategies as st

from journey_editor.core.document import Document
from journey_editor.core.edits.walks import Impression, keep_walk
from journey_editor.core.freezing import freeze
from journey_editor.core.history import History
from journey_editor.core.ids import seeded_ids
from journey_editor.core.journey import Journey
from journey_editor.core.parts import Dismissal, Emotion, Moment, Review
from journey_editor.core.records import Evidence, JourneyMap, Metric, Note
from journey_editor.insight.case import case_of
from journey_editor.insight.findings import findings
from journey_editor.storage.format import dumps, loads
from tests.building import MAP, document, metric, note, owners, stage, touchpoint, transition
from tests.strategies import files

DAY = date(2026, 11, 25)
NEVER = Impression()


@pytest.fixture
def doc() -> Document:
    return document(
        *owners("sales"),
        Evidence(id="iv", rank="a0", title="Interviews"),
        stage("s", "a0", owner="sales", entered=100, evidence=("iv",)),
        stage("t", "a1"),
        touchpoint("a", "s", "a0", v=-1, evidence=("iv",), votes=3, takes_days=2, channel="phone", unneeded=True),
        touchpoint("b", "s", "a1", believed=1, moment=Moment(impact="churn", metric="m1"), tickets=4),
        touchpoint("c", "t", v=2),
        touchpoint("waits", None),
        transition("a", "b", wait_days=9),
        transition("b", "c"),
        transition("c", None, "abandon"),
        note("pain", "a"),
        metric("m1", "s"),
        title="Hiring",
        locked=True,
        reviewed=DAY,
        reviews=(Review(date=DAY),),
        dismissed=(Dismissal(rule="handoff", records=("a", "b")),),
    )


def walked(doc: Document, new: str | None) -> Journey:
    assert new is not None
    return doc.journey(new)


def test_what_was_met_is_told_beside_the_map_walked(doc: Document):
    before = doc.journey(MAP)
    said = {
        "a": Impression(1.0, 0.25, "Kind people"),
        "b": Impression(unneeded=True),
        "c": Impression(valence=-2.0),
    }
    made = walked(doc, keep_walk(doc, MAP, said, DAY, "Ana"))
    assert doc.journey(MAP).touchpoints == before.touchpoints and doc.journey(MAP).map == before.map
    assert made.map.title == "Hiring, walked by Ana on 25 Nov 2026"
    assert (made.map.state, made.map.based_on, made.map.created) == ("as_is", MAP, DAY)
    assert not made.map.locked and made.map.reviewed is None and not made.map.reviews
    a, b, c = made.touchpoints
    (seen,) = [each for each in doc.of_kind(Evidence) if each.id != "iv"]
    assert (seen.source, seen.n, seen.date, seen.title) == ("observation", 1, DAY, "Walk by Ana")
    assert a.emotion == Emotion(valence=1, basis="research", n=1) and a.takes_days == 0.25 and a.evidence == (seen.id,)
    assert (a.title, a.channel, a.votes, a.unneeded, a.origin) == ("A", "phone", 0, False, "a")
    assert b.emotion is None and b.unneeded and b.believed == 1 and b.tickets is None
    assert b.moment == Moment(impact="churn") and c.emotion is not None and c.emotion.valence == -2
    (thought,) = made.notes[a.id]
    assert (thought.text, thought.kind, thought.evidence) == ("Kind people", "thought", (seen.id,))
    assert [each.origin for each in made.stages] == ["s", "t"] and made.stages[0].entered == 100
    ways = [(each.source, each.target, each.wait_days, each.origin) for each in made.transitions]
    assert ways == [(a.id, b.id, 9, "a-b"), (b.id, c.id, None, "b-c"), (c.id, None, None, "c-None")]
    assert not made.tray and len(doc.of_kind(Metric)) == 1 and len(doc.of_kind(Note)) == 2


def test_half_a_walk_holds_what_was_walked(doc: Document):
    made = walked(doc, keep_walk(doc, MAP, {"c": NEVER, "waits": Impression(valence=1.0), "gone": NEVER}, DAY))
    assert [each.title for each in made.touchpoints] == ["C"] and [each.name for each in made.stages] == ["T"]
    assert made.touchpoints[0].emotion is None and made.touchpoints[0].evidence == ()
    assert [each.path for each in made.transitions] == ["abandon"]
    assert len(doc.of_kind(Evidence)) == 1, "nothing was said: nothing rests on the walk"


@pytest.mark.parametrize("some", ["abc", "ab", "c"])
def test_what_a_walk_differs_in_needs_nobody_who_owns_it(doc: Document, some: str):
    made = walked(doc, keep_walk(doc, MAP, {each: Impression(valence=0.0) for each in some}, DAY))
    aside = {(each.rule, each.records) for each in made.map.dismissed}
    found = findings(case_of(doc.journey, made.map.id, DAY))
    drafted = [(each.rule, each.records) for each in found if each.rule == "change_without_owner"]
    assert drafted and set(drafted) <= aside


def test_a_walk_through_nothing_makes_no_map(doc: Document):
    before = dumps(doc.records)
    assert keep_walk(doc, MAP, {}, DAY) is None
    assert keep_walk(doc, MAP, {"waits": Impression(valence=1.0)}, DAY) is None
    assert dumps(doc.records) == before
    with pytest.raises(KeyError):
        keep_walk(doc, "a", {"a": NEVER}, DAY)


def test_titles_of_walks_are_told_apart_and_never_too_long():
    doc = document(stage("s"), touchpoint("a", "s"), title="")
    for _time in range(2):
        assert keep_walk(doc, MAP, {"a": NEVER}, DAY)
    assert sorted(each.title for each in doc.maps()) == [
        "",
        "Walked on 25 Nov 2026",
        "Walked on 25 Nov 2026 (2)",
    ]
    long = document(stage("s"), touchpoint("a", "s", title="x" * 10_000), title="t" * 10_000)
    made = walked(long, keep_walk(long, MAP, {"a": Impression(note="n" * 12_000)}, DAY, "w" * 12_000))
    assert made.map.title.endswith("on 25 Nov 2026") and made.touchpoints[0].title == "x" * 10_000


@settings(max_examples=20)
@given(file=files(), seed=st.integers(0, 9), valence=st.sampled_from((None, -2.0, 0.5)))
def test_whatever_was_walked_one_undo_takes_it_back_to_the_first_byte(file, seed, valence):
    doc = Document(file.values(), seeded_ids(seed))
    history = History(doc)
    maps = doc.maps()
    if not maps:
        return
    before = dumps(doc.records)
    here = doc.journey(maps[0].id)
    said = {each.id: Impression(valence, note="So it was") for each in here.touchpoints[:: seed % 3 + 1]}
    new = keep_walk(doc, here.map.id, said, DAY, "Ana")
    if new is None:
        assert not said and dumps(doc.records) == before
        return
    text = dumps(doc.records)
    assert dumps(loads(text)) == text
    mine = doc.journey(new)
    assert [each.origin for each in mine.touchpoints] == [each.id for each in here.touchpoints if each.id in said]
    assert isinstance(doc.records[new], JourneyMap) and history.undo() is not None
    assert dumps(doc.records) == before


def test_what_other_programs_keep_in_the_map_walked_has_ids_of_its_own_in_the_walk():
    foreign = {"arrows": [{"id": "zz", "of": "a"}], "hue": 3}
    doc = document(stage("s"), touchpoint("a", "s"), rest=freeze(foreign))
    new = keep_walk(doc, MAP, {"a": Impression(1.0)}, DAY, "Ana")
    assert new is not None
    (arrow,) = doc.records[new].rest["arrows"]
    assert arrow["id"] != "zz" and arrow["of"] == "a" and doc.records[new].rest["hue"] == 3
    assert dumps(loads(dumps(doc.records))) == dumps(doc.records)
