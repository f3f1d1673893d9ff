"""The rules `perception_gap` and `expectation_gap` at each of their boundaries, worked out by hand."""

from typing import Any

import pytest

from journey_editor.core.parts import Emotion
from journey_editor.insight.case import Case
from journey_editor.insight.rules.gaps import expectation_gap, perception_gap
from tests.building import case, metric, stage, touchpoint, transition


def believed(believed: float | None, felt: float | None, basis: str = "research", **fields: Any) -> Case:
    emotion = None if felt is None else Emotion.model_validate({"valence": felt, "basis": basis})
    return case(stage("s"), touchpoint("t", "s", believed=believed, emotion=emotion), **fields)


@pytest.mark.parametrize(
    ("given_", "severity", "gap"),
    [
        (believed(1, 0), "medium", 1),
        (believed(0, 1), "medium", -1),
        (believed(0.8, -0.2), "medium", 1),
        (believed(0.95, -1.04), "medium", 1.99),
        (believed(1, -1), "high", 2),
        (believed(-1, 1), "high", -2),
        (believed(0.3, -1.7), "high", 2),
        (believed(2, -2, "measured"), "high", 4),
        (believed(2, -2, "intended"), "high", 4),
        (believed(2, -2, "assumption"), "low", 4),
        (believed(2, -2, "workshop"), "low", 4),
        (believed(1, 0, state="blueprint"), "medium", 1),
    ],
)
def test_how_bad_a_perception_gap_is(given_, severity, gap):
    (found,) = perception_gap(given_)
    assert (found.severity, found.records, dict(found.numbers)) == (severity, ("t",), {"gap": gap})


@pytest.mark.parametrize(
    "given_",
    [
        believed(0.99, 0),
        believed(0, 0),
        believed(None, -2),
        believed(2, None),
        believed(2, -2, state="future"),
        believed(2, -2, state="hypothesis"),
    ],
)
def test_where_there_is_no_perception_gap(given_):
    assert list(perception_gap(given_)) == []


@pytest.mark.parametrize(
    ("given_", "sentence"),
    [
        (believed(1, -1), "At “T” the team believes +1, customers feel −1: it is worse than the team thinks."),
        (believed(-1, 0), "At “T” the team believes −1, customers feel 0: it is better than the team thinks."),
        (
            believed(1, -1, "workshop"),
            "At “T” the team believes +1, the map says −1, and no customer was asked: find out.",
        ),
    ],
)
def test_a_perception_gap_says_who_is_wrong(given_, sentence):
    (found,) = perception_gap(given_)
    assert found.sentence == sentence


@pytest.mark.parametrize(
    ("better", "current", "expected", "gap"),
    [
        ("lower", 65, 30, -35),
        ("lower", 90, 45, -45),
        ("higher", 50, 70, -20),
        ("higher", 60, 120, -60),
        ("lower", 0.3, 0.2, -0.1),
        ("higher", 69.9, 70, -0.1),
    ],
)
def test_what_is_missing_to_what_is_expected_is_negative(better, current, expected, gap):
    fields = {"better": better, "current": current, "expected": expected}
    (found,) = expectation_gap(case(stage("s"), metric("m1", "s", **fields)))
    assert (found.severity, found.records, dict(found.numbers)) == ("medium", ("m1",), {"gap": gap})


@pytest.mark.parametrize(
    "fields",
    [
        {"current": 70, "expected": 70},
        {"current": 70.1, "expected": 70},
        {"current": 30, "expected": 30, "better": "lower"},
        {"current": 0.1 + 0.2, "expected": 0.3, "better": "lower"},
        {"current": 70, "expected": 70, "gap_text": "too little"},
        {"current": 5},
        {"expected": 5},
        {"target": 5, "current": 3},
        {"gap_text": " \n "},
        {},
    ],
)
def test_what_is_not_short_or_not_known_is_no_gap(fields):
    assert list(expectation_gap(case(stage("s"), metric("m1", "s", **fields)))) == []


@pytest.mark.parametrize("priority", ["high", "medium", "low", None])
def test_a_gap_is_as_bad_as_the_metric_is_important(priority):
    (found,) = expectation_gap(case(stage("s"), metric("m1", "s", current=1, expected=2, priority=priority)))
    assert found.severity == (priority or "medium")


@pytest.mark.parametrize("fields", [{}, {"current": 3}, {"expected": 3}])
def test_a_gap_in_words_has_no_number(fields):
    given_ = case(stage("s"), metric("m1", "s", gap_text="the same\nday", priority="low", **fields))
    (found,) = expectation_gap(given_)
    assert (found.severity, dict(found.numbers)) == ("low", {})
    assert found.sentence == "“m1” falls short of what customers expect: “the same day”"


def test_metrics_of_the_tray_count_nowhere_and_those_of_a_way_do():
    short = {"current": 1, "expected": 2}
    cards = [touchpoint("a", "s"), touchpoint("b", "s", "a1"), touchpoint("waits")]
    ways = [transition("a", "b"), transition("a", "waits", "unhappy")]
    metrics = [metric(f"m{i}", on, **short) for i, on in enumerate(["waits", "a-waits", "a-b", "b", "a", "s"])]
    found = expectation_gap(case(stage("s"), *cards, *ways, *metrics))
    assert [each.records for each in found] == [("m5",), ("m4",), ("m2",), ("m3",)]
    assert next(expectation_gap(case(stage("s"), metrics[-1]))).sentence == (
        "“m5” is at 1, customers expect 2: such gaps cost trust."
    )
