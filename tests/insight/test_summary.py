"""The numbers of a map for its status line, its poster and scripts."""

from typing import Any

import pytest

from journey_editor.core.parts import Dismissal, Moment
from journey_editor.insight.case import Case
from journey_editor.insight.conversion import Conversion
from journey_editor.insight.findings import findings
from journey_editor.insight.summary import backed_share, summary
from tests.building import case, journey, owners, row, stage, touchpoint, transition


def handed(before: float | None = None, after: float | None = None, **fields: Any) -> Case:
    """A handoff from Sales to Support, with a drawn transition where fields are given."""
    cards = [
        touchpoint("a", "s", "a0", owner="sales", **({} if before is None else {"v": before})),
        touchpoint("b", "s", "a1", owner="support", **({} if after is None else {"v": after})),
    ]
    return case(*owners("sales", "support"), stage("s"), *cards, *([transition("a", "b", **fields)] if fields else []))


@pytest.mark.parametrize(
    ("given_", "high"), [(handed(), 0), (handed(0.5, 0), 0), (handed(1, 0), 1), (handed(wait_days=7), 1)]
)
def test_the_numbers_of_a_map_count_handoffs_and_those_that_are_high(given_: Case, high: int):
    found = summary(given_)
    assert (found.handoffs, found.high_handoffs) == (1, high)


def test_moments_and_backed_feelings_are_counted_without_the_tray():
    cards = [
        touchpoint("a", "s", "a0", v=1, moment=Moment()),
        touchpoint("b", "s", "a1", v=1, evidence=()),
        touchpoint("c", v=-2, moment=Moment()),
    ]
    given_ = case(stage("s"), *cards)
    assert [each.id for each in given_.moments] == ["a"]
    assert backed_share(given_.journey) == 0
    researched = [each.with_(emotion=each.emotion.with_(basis="research")) for each in cards[:1]]
    assert backed_share(journey(stage("s"), *researched, *cards[1:])) == 0.5
    assert backed_share(journey(stage("s"), *cards, state="future")) is None
    assert backed_share(journey(stage("s"), *row("x"))) is None
    assert summary(given_).moments == 1


def test_waiting_is_summed_over_the_happy_path_and_coverage_is_of_all_touchpoints():
    cards = [*row("a", "b", "c"), touchpoint("d", "s", "b0", v=1), touchpoint("w", v=1)]
    ways = [
        transition("a", "b", wait_days=0.1), transition("b", "c", wait_days=0.2), transition("c", "d"),
        transition("a", "c", "alternative", wait_days=50), transition("b", "d", "unhappy", wait_days=50),
        transition("d", "w", wait_days=50), transition("w", "a", wait_days=50),
    ]  # fmt: skip
    found = summary(case(stage("s"), *cards, *ways))
    assert (found.touchpoints, found.waiting_days, found.coverage) == (4, 0.3, 0.25)
    assert summary(case(stage("s"), *row("a", "b"), *[transition("a", "b", wait_days=1e308, id=n) for n in "xyz"]))


def test_it_is_the_same_where_the_findings_are_known_already():
    given_ = handed(1.5, -1, wait_days=7)
    assert summary(given_, findings(given_)) == summary(given_)


def test_an_empty_map_knows_only_its_counts():
    assert dict(summary(case()).known()) == {
        "stages": 0, "touchpoints": 0, "handoffs": 0, "troughs": 0, "moments": 0, "waiting_days": 0,
    }  # fmt: skip


def test_what_is_known_bears_the_names_that_scripts_rely_on():
    """Of 100 people 80 are onboarded, and 35 of those reach a first value: average."""
    stages = [
        stage("s", phase="pre_purchase", entered=1000, completed=100),
        stage("t", "a1", phase="onboarding", entered=100, completed=80, activated=35),
        stage("u", "a2", phase="use", completed=13),
        stage("gone", "a3", phase="post_churn", entered=9, completed=9),
    ]
    cards = [touchpoint("a", "s", v=-1), touchpoint("b", "t", v=1), touchpoint("c", "u")]
    known = summary(case(*stages, *cards, benchmark="self_serve_saas")).known()
    assert list(known) == [
        "stages", "touchpoints", "handoffs", "troughs", "moments", "backed", "coverage", "waiting_days",
        "conversion", "tier", "activation", "activation_tier",
    ]  # fmt: skip
    assert known["stages"] == 4 and known["touchpoints"] == 3 and known["troughs"] == 1
    assert known["conversion"] == 0.013 and known["tier"] == "healthy"
    assert known["activation"] == 0.4375 and known["activation_tier"] == "average"
    assert known["backed"] == 0 and known["coverage"] == 2 / 3
    assert not {"backed", "tier"} & summary(case(*stages, *cards, state="hypothesis")).known().keys()


def test_eighty_percent_onboarded_of_whom_44_percent_reach_first_value_are_average():
    onboarding = stage("s", phase="onboarding", entered=1000, completed=800, activated=352)
    assert summary(case(onboarding, benchmark="self_serve_saas")).conversion == Conversion(
        0.8, 0.8, "best_in_class", 0.44, "average"
    )


def test_what_is_set_aside_still_counts():
    cards = [touchpoint("a", "s", owner="sales"), touchpoint("b", "s", "a1", owner="support")]
    aside = Dismissal(rule="handoff", records=("b", "a"))
    assert summary(case(*owners("sales", "support"), stage("s"), *cards, dismissed=(aside,))).handoffs == 1
