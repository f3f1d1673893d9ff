"""Shares lost inside stages and between them; nothing ties two numbers."""

import pytest
from hypothesis import given, strategies as st

from journey_editor.core.funnel import conversion, counts_meant, counts_text, lost, steps_of
from tests.building import stage

counts = st.one_of(st.none(), st.integers(0, 10), st.integers(0, 10**40))


def test_losses_inside_and_on_to_the_next():
    steps = steps_of([stage("s", entered=1000, completed=620), stage("t", "a1", entered=310, completed=341)])
    assert (steps[0].inside, steps[0].onward) == (0.38, 0.5)
    assert (steps[1].inside, steps[1].onward) == (-0.1, None)


def test_the_churn_loses_nobody_and_advocacy_is_entered_by_few_without_loss():
    steps = steps_of(
        [
            stage("s", entered=100, completed=80),
            stage("gone", "a1", phase="post_churn", entered=20, completed=5),
            stage("t", "a2", entered=40, completed=40),
            stage("fans", "a3", phase="advocacy", entered=4),
        ]
    )
    assert [(each.inside, each.onward) for each in steps] == [(0.2, 0.5), (None, None), (0.0, None), (None, None)]


def test_conversion_is_the_last_completed_by_the_first_entered():
    stages = [
        stage("s"),
        stage("t", entered=200),
        stage("u", completed=24),
        stage("g", phase="post_churn", completed=9),
    ]
    assert conversion(stages) == 0.12
    assert conversion([stage("s", entered=0, completed=3)]) is None
    assert conversion([]) is None


def test_what_is_not_known_is_no_loss():
    assert lost(0, 5) is None
    assert lost(None, 5) is None
    assert lost(5, None) is None


@given(st.lists(st.tuples(counts, counts), max_size=6))
def test_any_numbers_are_taken(numbers):
    stages = [stage(f"s{at}", f"a{at}", entered=a, completed=b) for at, (a, b) in enumerate(numbers)]
    for step in steps_of(stages):
        assert step.inside is None or step.inside <= 1
        assert step.onward is None or step.onward <= 1
    conversion(stages)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("1000 → 620", (1000, 620)), ("1 000/620", (1000, 620)), ("1,000 -> 620", (1000, 620)), ("1000", (1000, None)),
        ("→ 620", (None, 620)), ("1000 >", (1000, None)), ("", (None, None)), ("many", None), ("1 → 2 → 3", None),
        ("-4 → 5", None), ("9" * 30, None), ("٣ → ٢", None),
    ],
)  # fmt: skip
def test_counts_are_typed_with_an_arrow_between(words, meant):
    assert counts_meant(words) == meant


@given(counts, counts)
def test_what_is_told_reads_back(entered, completed):
    found = counts_meant(counts_text(stage("s", entered=entered, completed=completed)))
    if max(entered or 0, completed or 0) < 10**18:
        assert found == (entered, completed)
