"""The rule `handoff` at each of its boundaries, worked out by hand."""

from typing import Any

import pytest
from hypothesis import given, strategies as st

from journey_editor.core.flow import NOBODY, edges, holders
from journey_editor.insight.case import Case
from journey_editor.insight.rules.handoff import handoff, severity_of
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


@pytest.mark.parametrize("path", ["loop", "abandon"])
def test_a_way_that_is_none_does_not_hide_the_handoff_beside_it(path):
    cards = [touchpoint("a", "s", owner="sales"), touchpoint("z", "s", owner="sales")]
    cards += [touchpoint(each, "s", "a1", owner="support") for each in "bc"]
    ways = [transition("a", "b", path), transition("z", "b", path)]
    assert [each.records for each in handoff(case(*OWNERS, stage("s"), *cards, *ways))] == [("a", "c")]


FEELINGS = st.sampled_from([None, None, -1, 0, 0.5, 1])


@st.composite
def crowds(draw: st.DrawFn) -> Case:
    """Columns of several touchpoints of few owners and feelings, and ways of any kind between them."""
    sizes = draw(st.lists(st.integers(1, 4), min_size=2, max_size=4))
    ids = [f"{column}{place}" for column, size in enumerate(sizes) for place in range(size)]
    cards = [
        touchpoint(
            each, "s", f"a{each[0]}", owner=draw(st.sampled_from(["sales", "support", None])),
            kind=draw(st.sampled_from(["interaction", "interaction", "action"])),
            **({} if (v := draw(FEELINGS)) is None else {"v": v}),
        )
        for each in ids
    ]  # fmt: skip
    paths = st.sampled_from(["happy", "unhappy", "alternative", "exception", "loop", "abandon"])
    ends = st.sampled_from(ids)
    waits, words = st.sampled_from([None, 6.9, 7]), st.sampled_from(["", "call"])
    drawn = draw(st.lists(st.tuples(ends, ends, paths, waits, words), max_size=5))
    ways = [
        transition(a, b, path, id=f"x{place}", wait_days=wait, protocol=protocol)
        for place, (a, b, path, wait, protocol) in enumerate(drawn)
    ]
    return case(*OWNERS, stage("s"), *cards, *ways)


@given(crowds())
def test_between_any_columns_the_worst_of_all_edges_is_told(given_: Case):
    journey = given_.journey
    order = [each.id for each in journey.touchpoints]
    felt = {each.id: each.emotion.valence for each in journey.touchpoints if each.emotion is not None}
    held = holders(journey)
    worst: dict[tuple[str, ...], list[tuple[object, ...]]] = {}
    for edge in edges(journey):
        a, b = edge.source, edge.target
        if held[a] == held[b] or NOBODY in (held[a], held[b]) or edge.only_loop:
            continue
        fall = round(felt[a] - felt[b], 9) if a in felt and b in felt else None
        rank = ("high", "medium", "low", "info").index(severity_of(edge, fall))
        key = a[0], b[0], held[a], held[b]
        worst.setdefault(key, []).append((rank, 9 if fall is None else -fall, order.index(a), order.index(b), a, b))
    expected = sorted((min(group)[2:4], min(group)[4:]) for group in worst.values())
    assert [each.records for each in handoff(given_)] == [pair for _, pair in expected]
