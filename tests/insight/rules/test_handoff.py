"""The rule `handoff` at each of its boundaries, worked out by hand."""

from typing import Any

import pytest

from journey_editor.insight.case import Case
from journey_editor.insight.rules.handoff import handoff
from tests.building import case, owners, stage, touchpoint, transition

OWNERS = owners("sales", "support")


def pair(before: float | None = None, after: float | None = None, **fields: Any) -> Case:
    """A handoff from Sales to Support, with a drawn transition where fields are given."""
    cards = [
        touchpoint("a", "s", "a0", owner="sales", **({} if before is None else {"v": before})),
        touchpoint("b", "s", "a1", owner="support", **({} if after is None else {"v": after})),
    ]
    drawn = [transition("a", "b", **fields)] if fields else []
    return case(*OWNERS, stage("s"), *cards, *drawn)


@pytest.mark.parametrize(
    ("given_", "severity", "numbers"),
    [
        (pair(), "low", {}),
        (pair(0.4, 0), "low", {"fall": 0.4}),
        (pair(0.5, 0), "medium", {"fall": 0.5}),
        (pair(0.9, 0), "medium", {"fall": 0.9}),
        (pair(1, 0), "high", {"fall": 1}),
        (pair(0.3, -0.7), "high", {"fall": 1}),
        (pair(0, 1), "low", {"fall": -1}),
        (pair(label="x"), "medium", {}),
        (pair(0, 0, label="x"), "medium", {"fall": 0}),
        (pair(wait_days=6.9), "medium", {"wait_days": 6.9}),
        (pair(wait_days=7), "high", {"wait_days": 7}),
        (pair(2, -2, wait_days=30, protocol="call"), "low", {"wait_days": 30, "fall": 4}),
        (pair(wait_days=7, protocol="  "), "high", {"wait_days": 7}),
    ],
)
def test_how_bad_a_handoff_is(given_, severity, numbers):
    (found,) = handoff(given_)
    assert (found.severity, dict(found.numbers), found.records) == (severity, numbers, ("a", "b"))
    assert "Sales" in found.sentence and "Support" in found.sentence


def test_edges_between_the_same_columns_and_holders_are_one_finding_of_the_worst():
    cards = [
        touchpoint("a", "s", "a0", owner="sales", v=0),
        touchpoint("b", "s", "a0", owner="sales", v=2),
        touchpoint("c", "s", "a1", owner="support", v=0),
    ]
    (found,) = handoff(case(*OWNERS, stage("s"), *cards))
    assert (found.records, found.severity) == (("b", "c"), "high")


def test_handoffs_to_different_columns_are_told_one_by_one():
    cards = [
        touchpoint("a", "s", "a0", owner="sales"),
        touchpoint("b", "s", "a1", owner="support"),
        touchpoint("c", "s", "a2", owner="support"),
    ]
    given_ = case(*OWNERS, stage("s"), *cards, transition("a", "b"), transition("a", "c", "alternative"))
    assert [each.records for each in handoff(given_)] == [("a", "b"), ("a", "c")]


def test_a_loop_alone_and_an_end_without_holder_make_none():
    cards = [touchpoint("a", "s", "a0", owner="sales"), touchpoint("b", "s", "a1")]
    assert list(handoff(case(*OWNERS, stage("s"), *cards))) == []
    cards = [touchpoint("a", "s", "a0", owner="sales"), touchpoint("b", "s", "a1", owner="support")]
    found = handoff(case(*OWNERS, stage("s"), *cards, transition("b", "a", "loop")))
    assert [each.records for each in found] == [("a", "b")]
