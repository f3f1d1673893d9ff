"""Moments of truth: `moments_of_truth` and `moment_incomplete` at their boundaries."""

from typing import Any

import pytest

from journey_editor.core.parts import Moment
from journey_editor.insight.finding import Finding
from journey_editor.insight.rules.moments import moment_incomplete, moments_of_truth
from tests.building import MAP, case, metric, row, stage, touchpoint

FULL = {"impact": "no login, three times the churn", "improvement": "a guided start", "metric": "k"}
MEASURED = {"current": 0.0, "target": 0.0}


def counted(touchpoints: int, moments: int) -> list[Finding]:
    cards = row(*(f"t{index}" for index in range(touchpoints)))
    cards = [each.with_(moment=Moment()) if index < moments else each for index, each in enumerate(cards)]
    waiting = touchpoint("w", moment=Moment())
    return list(moments_of_truth(case(stage("s"), *cards, waiting)))


@pytest.mark.parametrize(
    ("touchpoints", "moments", "is_found"),
    [(5, 2, True), (5, 3, False), (5, 5, False), (6, 6, True), (5, 0, True), (4, 0, False), (4, 4, False)],
)
def test_three_to_five_moments_are_asked_of_five_touchpoints(touchpoints: int, moments: int, is_found: bool):
    found = [(each.severity, each.records, each.numbers) for each in counted(touchpoints, moments)]
    assert found == ([("low", (MAP,), {"count": moments})] if is_found else [])


def test_sentences_tell_none_few_and_many_apart():
    said = [counted(6, moments)[0].sentence for moments in (0, 1, 2, 6)]
    assert said[0].startswith("No moment") and "only 1 moment of truth" in said[1]
    assert "only 2 moments of truth" in said[2] and "too many" in said[3]


def incomplete(*extra: Any, measured: dict[str, Any] | None = None, on: str = "s", **fields: Any) -> list[Finding]:
    moment = Moment.model_validate(FULL | fields)
    kept = metric("k", on, **(MEASURED if measured is None else measured))
    return list(moment_incomplete(case(stage("s"), touchpoint("a", "s", moment=moment), kept, *extra)))


def test_a_moment_with_impact_improvement_and_a_metric_is_whole():
    assert incomplete() == []


@pytest.mark.parametrize(
    ("fields", "measured", "missing"),
    [
        ({"impact": ""}, None, "its impact"),
        ({"impact": " \n"}, None, "its impact"),
        ({"improvement": "\t"}, None, "an improvement"),
        ({"metric": None}, None, "a metric"),
        ({}, {"current": 1.0}, "the target of its metric"),
        ({}, {"target": 1.0}, "the current value of its metric"),
        ({}, {"baseline": 1.0}, "the current value and the target of its metric"),
        ({"impact": "", "improvement": ""}, None, "its impact and an improvement"),
        ({"impact": "", "improvement": "", "metric": None}, None, "its impact, an improvement and a metric"),
    ],
)
def test_what_a_moment_lacks_is_said(fields: dict[str, Any], measured: dict[str, Any] | None, missing: str):
    (found,) = incomplete(measured=measured, **fields)
    assert (found.rule, found.severity, found.records, found.numbers) == ("moment_incomplete", "medium", ("a",), {})
    assert f"lacks {missing}:" in found.sentence


def test_a_window_is_not_asked_for_and_a_metric_in_the_tray_counts_as_given():
    waiting = touchpoint("w", moment=Moment())
    assert incomplete(waiting, on="w", window="") == []


def test_even_an_empty_moment_is_one():
    made = case(stage("s"), touchpoint("a", "s", moment=Moment()))
    assert [each.records for each in moment_incomplete(made)] == [("a",)]
