"""What a view shows: any one of each list, all lists together, and what hangs on it."""

from typing import Any

from hypothesis import given, strategies as st

from journey_editor.core.document import Document
from journey_editor.core.lanes import ALONE_LANE, NOBODYS_LANE, SILENT_LANE, Lane
from journey_editor.core.parts import Emotion, MapView
from journey_editor.core.records import Evidence, Metric
from journey_editor.core.showing import EVERYTHING, FACETS, Shown, same_showing, shows_all, tags_of
from tests.building import MAP, document, note, opportunity, owners, stage, touchpoint, transition

OWNERS, CHANNELS, TAGS, EVIDENCE = ("cs", "sales"), ("email", "phone"), ("churn", "Q3"), ("iv", "crm")


def sample() -> Document:
    """Two stages with five cards that differ in all that can be asked for."""
    return document(
        *owners(*OWNERS),
        Evidence(id="iv", rank="a0", title="Interviews"),
        Evidence(id="crm", rank="a1", title="CRM"),
        stage("s", "a0", owner="cs", tags=("Launch",)),
        stage("t", "a1", evidence=("crm",)),
        touchpoint("mail", "s", "a0", channel="email", tags=("churn",), votes=2),
        touchpoint("call", "s", "a1", channel="phone", owner="sales", evidence=("iv",)),
        touchpoint("walk", "s", "a2", kind="action"),
        touchpoint("bill", "t", "a0", channel="email", emotion=Emotion(valence=-1, basis="research")),
        touchpoint("lost", "t", "a1"),
        transition("mail", "bill"),
        transition("call", None, "abandon"),
        note("slow", "mail", severity=4, evidence=("crm",)),
        note("dull", "mail", severity=2),
        note("old", "lost", severity=5, resolved=True),
        note("gone", "t", severity=3),
        note("parked", MAP, "question"),
        opportunity("fix", "lost", tags=("q3 ",), votes=3),
        Metric(id="kpi", map=MAP, rank="a0", on="call", name="Calls"),
    )


def seen(view: MapView) -> set[str]:
    """The touchpoints that a view shows."""
    made = sample()
    return {each.id for each in Shown(view, made.journey(MAP), made.records).touchpoints()}


def view(**fields: Any) -> MapView:
    """A view without a name."""
    return MapView(name="", **fields)


def test_owners_are_those_of_the_lanes():
    assert seen(view(owners=("cs",))) == {"mail"}
    assert seen(view(owners=("sales",))) == {"call"}
    assert seen(view(owners=("",))) == {"bill", "lost"}
    assert seen(view(owners=("cs", ""))) == {"mail", "bill", "lost"}


def test_channels_tags_and_votes():
    assert seen(view(channels=("email",))) == {"mail", "bill"}
    assert seen(view(tags=("CHURN",))) == {"mail"}
    assert seen(view(tags=("launch",))) == {"mail", "call", "walk"}, "by their stage"
    assert seen(view(tags=("Q3",))) == {"lost"}, "by an opportunity"
    assert seen(view(votes=2)) == {"mail", "lost"}


def test_evidence_is_a_source_or_whether_there_is_any():
    assert seen(view(evidence=("iv",))) == {"call"}
    assert seen(view(evidence=("crm",))) == {"mail"}, "by a note"
    assert seen(view(evidence=("backed",))) == {"call", "bill"}
    assert seen(view(evidence=("assumed",))) == {"mail", "walk", "lost"}


def test_settled_pains_weigh_nothing():
    assert seen(view(severity=4)) == {"mail"}
    assert seen(view(severity=5)) == set()


def test_what_is_around_the_cards_follows_them():
    made = sample()
    shown = Shown(view(owners=("cs",)), made.journey(MAP), made.records)
    lit = {"mail", "slow", "dull", "s", "cs", "parked", MAP}
    dimmed = {
        "call",
        "kpi",
        "sales",
        "t",
        "mail-bill",
        "call-None",
        "mail>call",
        NOBODYS_LANE.id,
        ALONE_LANE.id,
        "gone",
    }
    assert {each for each in lit | dimmed if each in shown} == lit
    assert NOBODYS_LANE.id in Shown(view(owners=("",)), made.journey(MAP), made.records)


def test_lanes_of_channels_follow_the_channels_that_are_asked_for():
    made = sample()
    phone, layer = Lane("channel", "phone").id, Lane("layer", "support").id
    shown = Shown(view(channels=("phone",)), made.journey(MAP), made.records)
    assert phone in shown and layer in shown
    assert Lane("channel", "email").id not in shown and SILENT_LANE.id not in shown
    assert SILENT_LANE.id in Shown(view(owners=("cs",)), made.journey(MAP), made.records)


def test_lighter_pains_are_dimmed_beside_heavy_ones():
    made = sample()
    shown = Shown(view(severity=3), made.journey(MAP), made.records)
    assert "slow" in shown and "dull" not in shown
    assert "t" in shown and "gone" in shown, "a stage with a heavy pain of its own"
    assert "bill" not in shown


def test_what_has_fewer_votes_is_dimmed_beside_what_has_enough():
    made = sample()
    with made.transaction("Vote"):
        made.put(note("liked", "lost", votes=2))
        made.put(note("ignored", "lost", votes=1))
        made.put(note("slow", "mail", votes=1))
    shown = Shown(view(votes=2), made.journey(MAP), made.records)
    assert "lost" in shown and "liked" in shown and "fix" in shown
    assert "ignored" not in shown
    assert "slow" in shown, "its card has enough itself"


facets = st.fixed_dictionaries(
    {},
    optional={
        "owners": st.lists(st.sampled_from((*OWNERS, "")), max_size=3),
        "channels": st.lists(st.sampled_from((*CHANNELS, "")), max_size=3),
        "tags": st.lists(st.sampled_from((*TAGS, "launch", "no such tag")), max_size=3),
        "evidence": st.lists(st.sampled_from((*EVIDENCE, "backed", "assumed")), max_size=3),
        "severity": st.none() | st.integers(1, 5),
        "votes": st.none() | st.integers(0, 4),
    },
)


@given(facets, facets)
def test_two_views_together_show_what_both_do(one: dict[str, Any], other: dict[str, Any]):
    """Where they ask for different things; the same thing in both is a choice between them."""
    other = {key: value for key, value in other.items() if key not in one}
    assert seen(view(**one, **other)) == seen(view(**one)) & seen(view(**other))


@given(facets, st.sampled_from(["owners", "channels", "tags", "evidence"]), facets)
def test_one_more_word_in_a_list_never_hides_anything(asked: dict[str, Any], facet: str, more: dict[str, Any]):
    if asked.get(facet):
        longer = view(**{**asked, facet: [*asked[facet], *more.get(facet, ())]})
        assert seen(view(**asked)) <= seen(longer)


@given(facets, st.sampled_from(["severity", "votes"]))
def test_asking_for_less_never_hides_anything(asked: dict[str, Any], facet: str):
    if asked.get(facet):
        assert seen(view(**asked)) <= seen(view(**{**asked, facet: asked[facet] - 1 or None}))


@given(facets)
def test_a_view_that_asks_for_nothing_shows_everything(asked: dict[str, Any]):
    made = sample()
    shown = Shown(view(**asked), made.journey(MAP), made.records)
    everything = all(each in shown for each in made.records)
    if shows_all(view(**asked)):
        assert everything and same_showing(view(**asked), EVERYTHING)
    elif everything:
        assert seen(view(**asked)) == seen(EVERYTHING)


@given(facets)
def test_a_view_shows_the_same_whatever_its_order_and_name(asked: dict[str, Any]):
    turned: dict[str, Any] = {key: value[::-1] if isinstance(value, list) else value for key, value in asked.items()}
    assert same_showing(MapView(name="A", **asked), MapView(name="B", **turned))
    assert seen(MapView(name="A", **asked)) == seen(MapView(name="B", **turned))


def test_facets_are_all_that_a_view_has():
    assert set(FACETS) == set(MapView.model_fields) - {"name", "rest"}


def test_tags_are_found_once_however_they_are_written():
    cards = (touchpoint("a", tags=("Churn", "b")), touchpoint("c", tags=("churn", " ", "A  b")), note("n", "a"))
    assert tags_of(cards) == ("A  b", "b", "Churn")
