"""How many go all the way, and how that compares with what is usual where a map asks."""

import pytest

from journey_editor.insight.case import Case
from journey_editor.insight.conversion import ActivationTier, Conversion, conversion_of, tier_name
from journey_editor.insight.summary import summary
from tests.building import TODAY, journey, stage


def test_it_is_the_last_completed_by_the_first_entered_without_the_churn() -> None:
    read = journey(
        stage("s", entered=None), stage("t", "a1", entered=200, completed=100), stage("u", "a2", completed=24),
        stage("gone", "a3", phase="post_churn", entered=3, completed=190),
    )  # fmt: skip
    assert conversion_of(read) == Conversion(0.12)
    assert summary(Case(read, TODAY)).conversion.whole == 0.12
    assert conversion_of(journey(stage("s"))) == Conversion(None)


@pytest.mark.parametrize(
    ("completed", "tier"),
    [
        (21, "best_in_class"),
        (20, "healthy"),
        (12, "healthy"),
        (11, "average"),
        (5, "average"),
        (4, "leaky"),
        (0, "leaky"),
    ],
)
def test_tiers_are_counted_from_the_purchase_on(completed: int, tier: str) -> None:
    read = journey(
        stage("s", entered=10_000), stage("t", "a1", phase="purchase", entered=100),
        stage("u", "a2", phase="onboarding", completed=completed), benchmark="self_serve_saas",
    )  # fmt: skip
    assert conversion_of(read).tier == tier


@pytest.mark.parametrize(
    ("activated", "tier"),
    [(66, "excellent"), (65, "good"), (45, "good"), (44, "average"), (25, "average"), (24, "poor"), (0, "poor")],
)
def test_activation_is_told_of_the_first_onboarding_that_has_both(activated: int, tier: ActivationTier) -> None:
    read = journey(
        stage("s", phase="onboarding", activated=3),
        stage("t", "a1", phase="onboarding", completed=100, activated=activated), benchmark="self_serve_saas",
    )  # fmt: skip
    found = conversion_of(read)
    assert (found.activation, found.activation_tier) == (activated / 100, tier) and tier_name(tier) == tier


def test_without_a_benchmark_there_are_no_tiers_and_nothing_divides_by_zero() -> None:
    stages = (stage("s", phase="onboarding", entered=0, completed=0, activated=0),)
    assert conversion_of(journey(*stages)) == Conversion(None)
    assert conversion_of(journey(*stages, benchmark="self_serve_saas")) == Conversion(None)


def test_shares_are_exact_just_above_a_boundary() -> None:
    read = journey(
        stage("s", phase="onboarding", entered=10**11, completed=2 * 10**10 + 1, activated=13 * 10**9 + 1),
        benchmark="self_serve_saas",
    )  # fmt: skip
    assert conversion_of(read).tier == "best_in_class"
    assert conversion_of(read).activation_tier == "excellent"


def test_the_tier_begins_at_the_first_stage_with_people_and_ends_before_the_churn() -> None:
    read = journey(
        stage("s", phase="purchase", completed=90), stage("t", "a1", phase="use", entered=1, completed=80),
        stage("u", "a2", phase="onboarding", entered=200, completed=30), stage("v", "a3", phase="renewal", entered=25),
        stage("gone", "a4", phase="post_churn", entered=20, completed=20), benchmark="self_serve_saas",
    )  # fmt: skip
    found = conversion_of(read)
    assert (found.whole, found.paid, found.tier) == (30, 0.15, "healthy")
