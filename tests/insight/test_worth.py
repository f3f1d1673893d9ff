"""Worth, effort and money of opportunities, by the rules of the practice."""

from typing import Any

import pytest
from hypothesis import given, strategies as st

from journey_editor.insight.worth import gain_of, gain_text, score, worth, worth_class
from tests.building import opportunity

scores = st.none() | st.integers(1, 5)


def idea(**fields: Any):
    return opportunity("o", "t", **fields)


@pytest.mark.parametrize(
    ("fields", "value", "kind"),
    [
        ({}, None, None),
        ({"effort": 2}, None, None),
        ({"impact": 4}, 4, None),
        ({"impact": 4, "value": 3, "alignment": 4, "effort": 2}, 11 / 3, "quick_win"),
        ({"impact": 3, "effort": 2}, 3, "quick_win"),
        ({"impact": 3, "effort": 3}, 3, "worth_doing"),
        ({"impact": 5, "value": 1, "effort": 4}, 3, "strategic"),
        ({"impact": 2, "value": 3, "effort": 1}, 2.5, "later"),
        ({"impact": 3, "value": 3, "alignment": 2, "effort": 4}, 8 / 3, "later"),
        ({"value": 3, "alignment": 3, "effort": 1}, 3, "quick_win"),
        ({"alignment": 5, "effort": 5}, 5, "strategic"),
        ({"alignment": 1, "effort": 5}, 1, "later"),
    ],
)
def test_what_is_worth_doing(fields: dict[str, Any], value: float | None, kind: str | None):
    assert worth(idea(**fields)) == (pytest.approx(value) if value is not None else None)
    assert worth_class(idea(**fields)) == kind


@given(scores, scores, scores, scores)
def test_worth_lies_among_its_scores_and_only_what_has_an_effort_has_a_score(a: Any, b: Any, c: Any, effort: Any):
    made = idea(impact=a, value=b, alignment=c, effort=effort)
    given_scores = [each for each in (a, b, c) if each]
    found = worth(made)
    assert (found is None) == (not given_scores)
    assert found is None or min(given_scores) <= found <= max(given_scores)
    assert (score(made) is None) == (found is None or effort is None) == (worth_class(made) is None)


def test_the_score_is_worth_by_effort():
    assert score(idea(impact=4, value=3, alignment=4, effort=2)) == pytest.approx(11 / 6)
    assert score(idea(impact=5, effort=5)) == 1 and score(idea(effort=5)) is None and score(idea(impact=5)) is None


def test_return_on_investment_needs_a_cost():
    assert gain_of(idea(cost=20_000, benefit=90_000)) == 3.5
    assert gain_of(idea(cost=0, benefit=5)) is None and gain_of(idea(cost=4)) is None
    assert gain_of(idea(cost=10, benefit=0)) == -1
    assert [gain_text(each) for each in (3.5, -0.2, 0.001, 12.345)] == ["+350 %", "−20 %", "0 %", "+1,234 %"]


def test_a_return_beyond_all_numbers_is_none():
    assert gain_of(idea(cost=5e-324, benefit=1e308)) is None
    assert gain_of(idea(cost=1, benefit=1e307)) is None, "nor does it have a percentage"
    assert gain_text(gain_of(idea(cost=1, benefit=1e300)) or 0).endswith(" %")
