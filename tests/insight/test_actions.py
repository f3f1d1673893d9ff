"""The list of actions: in reading order or another one, found by words, and what all of it comes to."""

from datetime import date
from sys import float_info
from typing import Any

import pytest
from hypothesis import given, strategies as st

from journey_editor.core.records import Opportunity
from journey_editor.insight.actions import ORDERS, Order, found_by, opportunities_of, ordered, total
from tests.building import journey, opportunity, stage, touchpoint, transition

OWNERS = {"cs": 0, "sales": 1}


def test_opportunities_come_in_reading_order_whatever_they_hang_on():
    made = journey(
        stage("s", "a0"), stage("t", "a1"), touchpoint("a", "s", "a0"), touchpoint("b", "t", "a0"), touchpoint("tray"),
        transition("a", "b"),
        opportunity("o1", "tray"), opportunity("o2", "a-b"), opportunity("o3", "b"), opportunity("o4", "s"),
        opportunity("o5", "a", rank="a1"), opportunity("o6", "a", rank="a0"),
    )  # fmt: skip
    assert [each.id for each in opportunities_of(made)] == ["o4", "o6", "o5", "o3", "o2", "o1"]


ideas = st.lists(
    st.fixed_dictionaries(
        {},
        optional={
            "impact": st.integers(1, 5), "effort": st.integers(1, 5), "owner": st.sampled_from(["cs", "sales", "gone"]),
            "due": st.dates(date(2026, 1, 1), date(2027, 1, 1)), "votes": st.integers(0, 3),
            "status": st.sampled_from(["proposed", "planned", "doing", "done", "dropped"]),
        },
    ),
    max_size=8,
).map(lambda found: [opportunity(f"o{number}", "s", **fields) for number, fields in enumerate(found)])  # fmt: skip


@given(ideas, st.sampled_from(ORDERS), st.booleans())
def test_an_order_loses_nothing_and_leaves_what_has_no_value_at_the_end(
    made: list[Opportunity], by: Order, turned: bool
):
    found = ordered(made, by, OWNERS, turned)
    assert sorted(each.id for each in found) == sorted(each.id for each in made)
    assert ordered(found, by, OWNERS, turned) == found, "again it stays"
    other = ordered(made, by, OWNERS, not turned)
    lacking = [each for each in made if ordered([each], by, OWNERS) and _lacks(each, by)]
    assert found[len(found) - len(lacking) :] == other[len(other) - len(lacking) :] == lacking


def _lacks(each: Opportunity, by: Order) -> bool:
    held: dict[str, Any] = {
        "score": each.impact and each.effort, "worth": each.impact, "effort": each.effort, "due": each.due,
        "owner": each.owner in OWNERS, "votes": each.votes,
    }  # fmt: skip
    return by in held and not held[by]


@pytest.mark.parametrize(
    ("by", "ids"),
    [("worth", "bac"), ("effort", "cab"), ("due", "cab"), ("status", "acb"), ("owner", "acb"), ("text", "abc")],
)
def test_orders_begin_where_people_look_first(by: Order, ids: str):
    made = [
        opportunity("a", "s", impact=3, effort=3, owner="cs", due=date(2026, 5, 1), status="doing"),
        opportunity("b", "s", impact=5, effort=5, owner=None, due=None, status="dropped"),
        opportunity("c", "s", impact=1, effort=1, owner="sales", due=date(2026, 4, 1), status="planned"),
    ]
    assert "".join(each.id for each in ordered(made, by, OWNERS)) == ids


def test_words_find_in_any_text_of_a_row():
    texts = ("Guided set-up", "Éva", "Onboarding")
    assert found_by("eva guid", texts) and found_by("", texts) and not found_by("eva nobody", texts)


def test_only_what_says_cost_and_benefit_is_summed():
    made = [opportunity("a", "s", cost=10, benefit=40), opportunity("b", "s", cost=5), opportunity("c", "s", benefit=9)]
    assert (total(made).cost, total(made).benefit, total(made).gain) == (10, 40, 3)
    assert total([]).gain is None


def test_sums_beyond_all_numbers_are_the_largest_one():
    made = [opportunity(each, "s", cost=1e308, benefit=1e308) for each in "ab"]
    assert total(made).cost == total(made).benefit == float_info.max and total(made).gain == 0
