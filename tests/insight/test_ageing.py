"""What a review asks about, just before, at and just behind each boundary."""

from datetime import date, timedelta
from typing import Any

import pytest

from journey_editor.core.parts import Emotion
from journey_editor.core.records import Evidence, Record
from journey_editor.insight.ageing import Aged, aged, next_day
from tests.building import TODAY, case, metric, note, opportunity, row, stage, touchpoint


def ago(days: int) -> date:
    return TODAY - timedelta(days)


def found(*given: Record, **fields: Any) -> list[tuple[str, str]]:
    return [(each.kind, each.record) for each in aged(case(stage("s"), *given, **fields))]


@pytest.mark.parametrize(("days", "is_old"), [(364, False), (365, False), (366, True)])
def test_evidence_is_old_after_a_year(days: int, is_old: bool):
    evidence = Evidence(id="iv", rank="a0", title="Interviews", date=ago(days))
    assert found(evidence, touchpoint("a", "s", evidence=("iv",))) == [("evidence", "iv")] * is_old


def test_evidence_that_nothing_rests_on_or_that_has_no_date_is_not_asked_about():
    unused = Evidence(id="u", rank="a0", title="Old", date=ago(900))
    undated = Evidence(id="d", rank="a1", title="Some day")
    assert not found(unused, undated, touchpoint("a", "s", evidence=("d",)))
    assert found(unused, touchpoint("waits", None, evidence=("u",))) == []
    assert found(unused, note("n", "s", evidence=("u",))) == [("evidence", "u")]


@pytest.mark.parametrize(("days", "every", "is_old"), [(90, None, False), (91, None, True), (30, 30, False),
                                                       (31, 30, True), (300, 365, False)])  # fmt: skip
def test_numbers_are_old_after_the_time_between_two_reviews(days: int, every: int | None, is_old: bool):
    counted = stage("t", "a1", tickets=0, as_of=ago(days))
    measured = metric("m1", "s", current=4, as_of=ago(days))
    expected = [("numbers", "t"), ("metric", "m1")] if is_old else []
    assert found(counted, measured, review_every_days=every) == expected


def test_numbers_of_which_nobody_said_when_they_held_are_asked_about():
    assert found(stage("t", "a1", entered=10)) == [("numbers", "t")]
    assert found(metric("m1", "s", current=0.0)) == [("metric", "m1")]
    assert not found(stage("t", "a1", as_of=ago(900)), metric("m1", "s", target=4, as_of=ago(900)))


@pytest.mark.parametrize("status", ["proposed", "planned", "doing", "done", "dropped"])
def test_opportunities_are_asked_about_from_the_day_behind_their_due_date(status: str):
    is_open = status not in ("done", "dropped")
    late = opportunity("o", "s", due=ago(1), status=status)
    assert found(late) == [("opportunity", "o")] * is_open
    assert not found(opportunity("o", "s", due=TODAY, status=status), opportunity("p", "s", status=status))


def test_feelings_that_are_only_assumed_are_asked_about():
    feels = [touchpoint(basis, "s", f"a{place}", emotion=Emotion(valence=1, basis=basis))
             for place, basis in enumerate(("assumption", "workshop", "research", "measured", "intended"))]  # fmt: skip
    evidence = Evidence(id="iv", rank="a0", title="Interviews", date=TODAY)
    backed = touchpoint("backed", "s", "b0", v=1, evidence=("iv",))
    assert found(*feels, evidence, backed, touchpoint("waits", None, v=1)) == [("feeling", "assumption")]
    for state in ("future", "hypothesis"):
        assert not found(*feels, state=state)


def test_kinds_come_one_after_the_other_each_in_reading_order():
    first, second = row("a", "b")
    every = [
        opportunity("o2", "b", due=ago(3)),
        opportunity("o1", "a", due=ago(2)),
        metric("m1", "b", current=1),
        stage("t", "a1", entered=1),
        first.with_(emotion=Emotion(valence=0)),
        second.with_(emotion=Emotion(valence=0), evidence=("iv",)),
        Evidence(id="iv", rank="a0", title="Interviews", date=ago(1000)),
    ]
    expected = (
        Aged("opportunity", "o1", ago(2)),
        Aged("opportunity", "o2", ago(3)),
        Aged("numbers", "t"),
        Aged("metric", "m1"),
        Aged("evidence", "iv", ago(1000)),
        Aged("feeling", "a"),
    )
    assert aged(case(stage("s"), *every)) == expected
    assert aged(case(*reversed(every), stage("s"))) == expected


def test_the_next_review_comes_after_a_quarter_or_as_was_agreed():
    assert next_day(case().journey.map, TODAY) == TODAY + timedelta(90)
    assert next_day(case(review_every_days=30).journey.map, TODAY) == TODAY + timedelta(30)
    assert next_day(case(review_every_days=10**8).journey.map, TODAY) == date.max
