import pytest
from hypothesis import given, strategies as st

from journey_editor.core.document import Document
from journey_editor.core.edits.joining import join_touchpoints
from journey_editor.core.history import History
from journey_editor.core.ids import seeded_ids
from journey_editor.core.parts import Emotion, Moment
from journey_editor.core.records import MAP_KINDS, Metric, Note, Opportunity, Touchpoint, Transition, name_of
from tests.building import MAP, document, note, opportunity, owners, row, stage, titles, touchpoint, transition


@pytest.fixture
def doc():
    return document(*owners("sales", "support"), stage("s", owner="sales"), *row("a", "b", "c"), touchpoint("d"))


def put(doc, *records):
    with doc.transaction("Put"):
        for record in records:
            doc.put(record)


def texts(doc, kind, on="a"):
    return [name_of(each) for each in doc.records.values() if isinstance(each, kind) and each.on == on]


def test_what_hangs_on_the_others_goes_over_behind_its_own(doc):
    put(doc, note("own", "a"), note("one", "b"), note("two", "c"), opportunity("idea", "b", answers=("one",)))
    put(doc, Metric(id="rate", map=MAP, rank="a0", on="c", name="rate"))
    join_touchpoints(doc, "a", ("b", "c"))
    notes = doc.journey(MAP).notes["a"]
    assert [each.text for each in notes] == ["own", "one", "two"]
    assert texts(doc, Opportunity) == ["idea"] and doc.records["idea"].answers == ("one",)
    assert texts(doc, Metric) == ["rate"]
    assert titles(doc.journey(MAP)) == [["A / B / C"]]


def test_what_it_does_not_say_it_takes(doc):
    feeling = Emotion(valence=-1, word="lost", basis="workshop")
    said = {"channel": "phone", "emotion": feeling, "believed": 1, "moment": Moment(impact="churn"), "tags": ("x",)}
    put(doc, doc.records["d"].with_(**said, votes=2, unneeded=True, rest={"new": 1}), doc.records["a"].with_(votes=3))
    join_touchpoints(doc, "a", ("d",))
    joined = doc.records["a"]
    assert {name: joined.__dict__[name] for name in said} == said
    assert joined.votes == 5 and joined.unneeded and joined.rest["new"] == 1
    assert joined.stage == "s" and joined.rank == "a0"


def test_what_it_says_itself_stays_and_what_differs_is_a_note(doc):
    put(doc, doc.records["a"].with_(channel="email", emotion=Emotion(valence=1), owner="sales", takes_days=1))
    put(doc, doc.records["b"].with_(channel="help_center", emotion=Emotion(valence=-1, word="lost"), owner="support"))
    put(doc, doc.records["b"].with_(believed=1, tickets=3, takes_days=2.5, link="https://example.org"))
    join_touchpoints(doc, "a", ("b",))
    joined = doc.records["a"]
    assert (joined.channel, joined.emotion, joined.owner) == ("email", Emotion(valence=1), "sales")
    assert (joined.believed, joined.tickets, joined.link) == (1, 3, "https://example.org")
    assert texts(doc, Note) == ["Also: Support · help center · −1 lost · takes 2.5 days"]


def test_it_stays_in_the_lane_that_its_stage_gives(doc):
    put(doc, doc.records["d"].with_(owner="support"))
    join_touchpoints(doc, "a", ("d",))
    assert doc.records["a"].owner is None
    assert texts(doc, Note) == ["Also: Support"]


def test_without_an_owner_anywhere_it_takes_one():
    doc = document(*owners("sales"), stage("s"), *row("a"), touchpoint("d", owner="sales"))
    join_touchpoints(doc, "a", ("d",))
    assert doc.records["a"].owner == "sales" and not texts(doc, Note)


def test_what_the_customer_does_alone_gets_no_owner(doc):
    put(doc, doc.records["a"].with_(kind="action"), doc.records["d"].with_(owner="support"))
    join_touchpoints(doc, "a", ("d",))
    assert doc.records["a"].owner is None and doc.records["a"].kind == "action"
    assert texts(doc, Note) == ["Also: Support"]


@pytest.mark.parametrize(
    ("mine", "its", "joined"),
    [
        ("Call", "Call", "Call"),
        ("Kick-off meeting", "kickoff Meeting!", "Kick-off meeting"),
        ("", "Call", "Call"),
        ("Call", " ", "Call"),
        ("Call", "Letter", "Call / Letter"),
        ("Call / Letter", "Letter", "Call / Letter"),
    ],
)
def test_titles(doc, mine, its, joined):
    put(doc, doc.records["a"].with_(title=mine), doc.records["b"].with_(title=its))
    join_touchpoints(doc, "a", ("b",))
    assert doc.records["a"].title == joined


def test_transitions_go_over_and_that_between_the_two_is_gone(doc):
    put(doc, transition("a", "b", protocol="mail"), transition("b", "c"), note("wait", "a-b"))
    join_touchpoints(doc, "a", ("b",))
    ways = [(each.source, each.target) for each in doc.records.values() if isinstance(each, Transition)]
    assert ways == [("a", "c")]
    assert texts(doc, Note) == ["wait", "Also: protocol: mail"]


def test_transitions_that_are_alike_become_one(doc):
    put(doc, transition("a", "c", label="asks"), transition("b", "c", share=0.5), note("wait", "b-c"))
    put(doc, transition("b", "c", "unhappy").with_(id="other"))
    put(doc, transition("b", "c", label="calls").with_(id="calls"))
    join_touchpoints(doc, "a", ("b",))
    assert {each.id for each in doc.records.values() if isinstance(each, Transition)} == {"a-c", "other", "calls"}
    assert doc.records["a-c"].label == "asks" and doc.records["a-c"].share == 0.5
    assert texts(doc, Note, "a-c") == ["wait"]


def test_a_loop_stays_a_loop(doc):
    put(doc, transition("b", "b", "loop"))
    join_touchpoints(doc, "a", ("b",))
    assert doc.records["b-b"].source == doc.records["b-b"].target == "a"


def test_it_is_one_step_and_undo_is_exact(doc):
    put(doc, note("one", "b"), transition("b", "c"))
    history, before = History(doc), dict(doc.records)
    join_touchpoints(doc, "a", ("b", "c", "a", "b"))
    assert [step.label for step in history.steps] == ["Join touchpoints"]
    history.undo()
    assert dict(doc.records) == before


def test_nothing_to_join_is_no_step(doc):
    history = History(doc)
    join_touchpoints(doc, "a", ("a",))
    assert not history.steps
    with pytest.raises(KeyError):
        join_touchpoints(doc, "a", ("s",))


@given(st.lists(st.sampled_from("abc"), min_size=6, max_size=6), st.integers(0, 9))
def test_no_text_is_lost(targets, votes):
    """Whatever hangs where: after joining all, all hangs on the one that is left."""
    hanging = [note(f"n{place}", on) for place, on in enumerate(targets[:3])]
    hanging += [opportunity(f"o{place}", on, votes=votes) for place, on in enumerate(targets[3:])]
    doc = Document([*document(stage("s"), *row("a", "b", "c"), *hanging).records.values()], seeded_ids(2))
    join_touchpoints(doc, "b", ("a", "c"))
    kept = [each for each in doc.records.values() if isinstance(each, (Note, Opportunity))]
    assert {each.id for each in kept} == {each.id for each in hanging} and {each.on for each in kept} == {"b"}
    assert [each.id for each in doc.records.values() if isinstance(each, Touchpoint)] == ["b"]


def test_every_kind_of_a_map_that_can_hang_on_a_touchpoint_is_known():
    assert {kind for kind in MAP_KINDS.values() if "on" in kind.model_fields} == {Note, Opportunity, Metric}
