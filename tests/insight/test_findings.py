"""Handoffs and troughs at each of their boundaries, worked out by hand, and the numbers of a map."""

import pytest
from hypothesis import given, strategies as st

from journey_editor.core.journey import read_journey
from journey_editor.core.parts import Moment
from journey_editor.insight.handoff import handoff_findings
from journey_editor.insight.moments import moments_of_truth
from journey_editor.insight.rules import findings
from journey_editor.insight.summary import backed_share, summary
from journey_editor.insight.trough import trough_findings
from tests.building import MAP, journey, owners, records, row, stage, touchpoint, transition

OWNERS = owners("sales", "support")


def pair(before=None, after=None, **fields):
    """A handoff from Sales to Support, with a drawn transition where fields are given."""
    cards = [
        touchpoint("a", "s", "a0", owner="sales", **({} if before is None else {"v": before})),
        touchpoint("b", "s", "a1", owner="support", **({} if after is None else {"v": after})),
    ]
    drawn = [transition("a", "b", **fields)] if fields else []
    return journey(*OWNERS, stage("s"), *cards, *drawn)


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
    (found,) = handoff_findings(given_)
    assert (found.severity, dict(found.numbers), found.records) == (severity, numbers, ("a", "b"))
    assert "Sales" in found.sentence and "Support" in found.sentence


def test_edges_between_the_same_columns_and_holders_are_one_finding_of_the_worst():
    cards = [
        touchpoint("a", "s", "a0", owner="sales", v=0),
        touchpoint("b", "s", "a0", owner="sales", v=2),
        touchpoint("c", "s", "a1", owner="support", v=0),
    ]
    (found,) = handoff_findings(journey(*OWNERS, stage("s"), *cards))
    assert (found.records, found.severity) == (("b", "c"), "high")


def test_handoffs_to_different_columns_are_told_one_by_one():
    cards = [
        touchpoint("a", "s", "a0", owner="sales"),
        touchpoint("b", "s", "a1", owner="support"),
        touchpoint("c", "s", "a2", owner="support"),
    ]
    given_ = journey(*OWNERS, stage("s"), *cards, transition("a", "b"), transition("a", "c", "alternative"))
    assert [each.records for each in handoff_findings(given_)] == [("a", "b"), ("a", "c")]


@pytest.mark.parametrize(("given_", "high"), [(pair(), 0), (pair(0.5, 0), 0), (pair(1, 0), 1), (pair(wait_days=7), 1)])
def test_the_numbers_of_a_map_count_handoffs_and_those_that_are_high(given_, high):
    found = summary(given_)
    assert (found.handoffs, found.high_handoffs) == (1, high)


def test_a_loop_alone_and_an_end_without_holder_make_none():
    cards = [touchpoint("a", "s", "a0", owner="sales"), touchpoint("b", "s", "a1")]
    assert handoff_findings(journey(*OWNERS, stage("s"), *cards)) == ()
    cards = [touchpoint("a", "s", "a0", owner="sales"), touchpoint("b", "s", "a1", owner="support")]
    found = handoff_findings(journey(*OWNERS, stage("s"), *cards, transition("b", "a", "loop")))
    assert [each.records for each in found] == [("a", "b")]


def felt(*valences, moments=()):
    cards = [touchpoint(f"t{i}", "s", f"a{i}", v=v) for i, v in enumerate(valences)]
    cards = [each.with_(moment=Moment()) if each.id in moments else each for each in cards]
    return journey(stage("s"), *cards)


@pytest.mark.parametrize(
    ("given_", "severity", "records_"),
    [
        (felt(0, -1, 0), "medium", ("t1",)),
        (felt(0, -1.5, 0), "high", ("t1",)),
        (felt(0, -1.4, 0), "medium", ("t1",)),
        (felt(0, -1, 0, moments=("t1",)), "high", ("t1",)),
        (felt(0, -1, -0.5, 0, moments=("t2",)), "high", ("t1", "t2")),
    ],
)
def test_how_bad_a_trough_is(given_, severity, records_):
    (found,) = trough_findings(given_)
    assert (found.severity, found.records) == (severity, records_)
    assert found.numbers["valence"] == min(
        each.emotion.valence for each in given_.touchpoints if each.emotion is not None
    )


def test_only_the_three_lowest_are_high_the_earlier_of_equals_first():
    found = trough_findings(felt(0, -1.5, 0, -1.5, 0, -1.5, 0, -1.5, 0))
    assert [each.severity for each in found] == ["high", "high", "high", "medium"]


def test_the_worst_comes_first_then_the_earlier():
    found = findings(
        journey(
            *OWNERS,
            stage("s"),
            touchpoint("a", "s", "a0", owner="sales", v=0),
            touchpoint("b", "s", "a1", owner="support", v=0),
            touchpoint("c", "s", "a2", owner="support", v=-1.5),
            touchpoint("d", "s", "a3", owner="sales", v=0),
        )
    )
    assert [(each.severity, each.rule) for each in found] == [
        ("high", "trough"),
        ("low", "handoff"),
        ("low", "handoff"),
    ]


def test_moments_and_backed_feelings_are_counted_without_the_tray():
    cards = [
        touchpoint("a", "s", "a0", v=1, moment=Moment()),
        touchpoint("b", "s", "a1", v=1, evidence=()),
        touchpoint("c", v=-2, moment=Moment()),
    ]
    given_ = journey(stage("s"), *cards)
    assert [each.id for each in moments_of_truth(given_)] == ["a"]
    assert backed_share(given_) == 0
    researched = [each.with_(emotion=each.emotion.with_(basis="research")) for each in cards[:1]]
    assert backed_share(journey(stage("s"), *researched, *cards[1:])) == 0.5
    assert backed_share(journey(stage("s"), *cards, state="future")) is None
    assert backed_share(journey(stage("s"), *row("x"))) is None
    assert summary(given_).moments == 1


@given(st.randoms(use_true_random=False))
def test_findings_do_not_depend_on_the_order_of_records(random):
    made = records(
        *OWNERS,
        stage("s"),
        stage("t", "a1"),
        *[touchpoint(f"t{i}", "st"[i % 2], f"a{i % 4}", v=(i * 7 % 9 - 4) / 2, owner=("sales", "support")[i % 3 == 0])
          for i in range(10)],
        transition("t2", "t7", "exception", wait_days=8),
    )  # fmt: skip
    expected = findings(read_journey({each.id: each for each in made}, MAP))
    random.shuffle(made)
    assert findings(read_journey({each.id: each for each in made}, MAP)) == expected
    assert expected
