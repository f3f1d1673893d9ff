"""What a poster says below the map."""

from datetime import date

import pytest

from journey_editor.core.parts import Emotion, Moment
from journey_editor.core.records import Evidence, Metric
from journey_editor.insight.case import Case
from journey_editor.insight.used import evidence_used
from journey_editor.layout.compose import compose
from journey_editor.layout.options import Options
from journey_editor.layout.primitives import Line
from journey_editor.poster.lists import Item, breaks, moments, next_days
from tests.building import MAP, journey, note, opportunity, owners, stage, touchpoint, transition

TODAY = date(2026, 11, 25)


def test_a_moment_says_where_it_stands_and_should_be():
    metric = Metric(id="k", map=MAP, rank="a0", on="s", name="Logs in", unit="%", current=65, target=75)
    read = journey(
        stage("s"), metric,
        touchpoint("a", "s", "a0", moment=Moment(metric="k")),
        touchpoint("b", "s", "a1", moment=Moment(impact="Half of them leave", improvement="Call them")),
        touchpoint("c", "s", "a2", moment=Moment()),
        touchpoint("d", "s", "a3"),
    )  # fmt: skip
    said = [(item.lead, item.rest.replace("\u00a0", " ")) for item in moments(read)]
    assert said == [("A", "Logs in 65 → 75 % ↑"), ("B", "Half of them leave"), ("C", "")]


def test_a_moment_says_when_it_counts_what_it_decides_and_what_helps():
    metric = Metric(id="k", map=MAP, rank="a0", on="s", name="Logs in", unit="%", current=65, target=75)
    moment = Moment(window="First 7 days", impact="3 times the churn", improvement="Call on day three", metric="k")
    read = journey(
        stage("s"), metric,
        touchpoint("a", "s", "a0", moment=moment), touchpoint("b", "s", "a1", moment=moment.with_(metric=None)),
    )  # fmt: skip
    measured, plain = moments(read)
    assert measured.more == ("First 7 days · 3 times the churn", "→ Call on day three")
    assert measured.course == (0.65, 0.75, None)
    assert plain.rest == "3 times the churn"
    assert plain.more == ("First 7 days", "→ Call on day three")
    assert plain.course is None


def test_costly_handoffs_and_troughs_are_told_the_worst_first():
    read = journey(
        stage("s"), *owners("sales", "success"),
        touchpoint("a", "s", "a0", owner="sales", v=1),
        touchpoint("b", "s", "a1", owner="success", emotion=Emotion(valence=-1.6, word="lost")),
        touchpoint("c", "s", "a2", owner="success", v=1),
        touchpoint("d", "s", "a3", owner="sales", v=0.4),
        transition("a", "b", wait_days=14, label="No contact after signing"),
        transition("c", "d"),
    )  # fmt: skip
    assert breaks(Case(read, TODAY)) == [
        Item("Sales → Success", "No contact after signing, 14 days of waiting, the feeling falls by 2.6"),
        Item("B", "lost, −1.6"),
        Item("Success → Sales", "the feeling falls by 0.6"),
    ]


def test_two_handoffs_of_one_pair_are_told_once_and_a_bare_one_tells_its_place():
    read = journey(
        stage("s"), *owners("one", "two"),
        touchpoint("a", "s", "a0", owner="one"), touchpoint("b", "s", "a1", owner="two"),
        touchpoint("c", "s", "a2", owner="one"), touchpoint("d", "s", "a3", owner="two"),
        transition("a", "b"), transition("c", "d"), transition("b", "c", protocol="A call"),
    )  # fmt: skip
    assert breaks(Case(read, TODAY)) == [Item("One → Two", "without a protocol at “B”")]


def test_what_people_set_aside_is_no_break():
    cards = [touchpoint("a", "s", v=1), touchpoint("b", "s", "a1", v=-1), touchpoint("c", "s", "a2", v=1)]
    aside = {"rule": "trough", "records": ["b"], "reason": "They know"}
    assert breaks(Case(journey(stage("s"), *cards), TODAY)) == [Item("B", "the feeling falls to −1")]
    assert breaks(Case(journey(stage("s"), *cards, dismissed=[aside]), TODAY)) == []


def test_what_is_due_within_90_days_comes_by_date_with_who_does_it():
    read = journey(
        stage("s"), touchpoint("t", "s"), touchpoint("waiting"), *owners("product"),
        opportunity("o1", "t", text="Last", due="2027-02-23", status="planned"),
        opportunity("o2", "t", text="Too late", due="2027-02-24", status="planned"),
        opportunity("o3", "t", text="First", due="2026-11-25", owner="product", who="Jo", status="doing"),
        opportunity("o4", "s", text="Overdue", due="2026-11-24"),
        opportunity("o5", "t", text="Done", due="2026-12-01", status="done"),
        opportunity("o6", "t", text="Dropped", due="2026-12-01", status="dropped"),
        opportunity("o7", "t", text="No date", status="doing"),
        opportunity("o8", "waiting", text="In the tray", due="2026-12-01"),
    )  # fmt: skip
    assert next_days(read, TODAY) == [
        Item("Overdue", "was due 24 Nov"),
        Item("First", "Product, Jo, 25 Nov"),
        Item("Last", "23 Feb 2027"),
    ]


@pytest.mark.parametrize("today", [date.min, date.max])
def test_the_ends_of_the_calendar_are_days_too(today: date):
    read = journey(stage("s"), opportunity("o", "s", due=today))
    assert [item.lead for item in next_days(read, today)] == ["o"]


def test_only_evidence_that_this_map_rests_on_is_told():
    used, unused = (Evidence(id=each, rank="a0", title=each) for each in ("used", "unused"))
    read = journey(stage("s", evidence=("used",)), used, unused)
    assert evidence_used(Case(read, TODAY)) == [used]


def test_the_poster_counts_the_evidence_that_the_picture_counts():
    where = ("stage", "card", "way", "note on a stage", "note on the map", "note on a way", "metric on a card")
    nowhere = ("tray", "note in the tray", "way from the tray", "note on a way from the tray", "nobody")
    asked = {name: f"e{index}" for index, name in enumerate((*where, *nowhere))}
    proof = (asked["metric on a card"],)
    read = journey(
        *(Evidence(id=key, rank="a0", title=name, source="interview", n=1) for name, key in asked.items()),
        stage("s", evidence=(asked["stage"],)),
        touchpoint("a", "s", "a0", evidence=(asked["card"],)), touchpoint("b", "s", "a1"),
        touchpoint("waiting", None, evidence=(asked["tray"],)),
        transition("a", "b", evidence=(asked["way"],)),
        note("n1", "s", evidence=(asked["note on a stage"],)), note("n2", MAP, evidence=(asked["note on the map"],)),
        note("n3", "a-b", evidence=(asked["note on a way"],)),
        note("n4", "waiting", evidence=(asked["note in the tray"],)),
        transition("waiting", "b", evidence=(asked["way from the tray"],)),
        note("n5", "waiting-b", evidence=(asked["note on a way from the tray"],)),
        Metric(id="k", map=MAP, rank="a0", on="a", name="Logs in", evidence=proof),
    )  # fmt: skip
    assert sorted(each.title for each in evidence_used(Case(read, TODAY))) == sorted(where)
    [subtitle] = [each for each in compose(read, Options()).elements if each.role == "subtitle"]
    assert "7 interviews" in "".join(part.text for part in subtitle.parts if isinstance(part, Line))


def test_the_most_voted_comes_first_and_says_so():
    read = journey(
        stage("s"),
        touchpoint("a", "s", "a0", moment=Moment(impact="Half leave"), votes=1),
        touchpoint("b", "s", "a1", moment=Moment(), votes=5),
        touchpoint("c", "s", "a2", moment=Moment()),
        opportunity("soon", "a", due=date(2026, 11, 30)),
        opportunity("later", "a", due=date(2026, 12, 20), votes=3),
    )
    assert moments(read) == [Item("B", "5 votes"), Item("A", "Half leave, 1 vote"), Item("C")]
    assert [item.lead for item in next_days(read, TODAY)] == ["later", "soon"]
    assert next_days(read, TODAY)[0].rest.endswith(", 3 votes")
