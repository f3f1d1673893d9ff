"""The rules about a map as a whole at each of their boundaries."""

from datetime import date, timedelta
from typing import Any

import pytest

from journey_editor.core.records import Persona, Stage
from journey_editor.insight.rules.scope import (
    no_before_after,
    no_persona,
    no_scope,
    review_overdue,
    too_broad,
    unneeded,
)
from tests.building import MAP, TODAY, case, row, stage, touchpoint

SCOPE: dict[str, Any] = {"objective": "fewer leave", "scope_from": "need", "scope_to": "renewal"}


def test_a_map_says_whose_journey_it_is():
    assert [(each.severity, each.records) for each in no_persona(case())] == [("medium", (MAP,))]
    assert not list(no_persona(case(Persona(id="p", rank="a0", name=""), persona="p")))


@pytest.mark.parametrize("lacks", [{}, {"objective": " "}, {"scope_from": ""}, {"scope_to": "\n"}])
def test_a_map_says_what_it_is_for_and_how_far_it_reaches(lacks: dict[str, Any]):
    found = [(each.severity, each.records, each.numbers) for each in no_scope(case(**SCOPE | lacks))]
    assert found == ([("low", (MAP,), {})] if lacks else [])


@pytest.mark.parametrize(
    ("given_", "words"), [({"objective": " \n"}, "what this map is for"), ({"scope_to": ""}, "begins and ends")]
)
def test_what_the_map_lacks_is_said(given_: dict[str, Any], words: str):
    (found,) = no_scope(case(**SCOPE | given_))
    assert words in found.sentence


@pytest.mark.parametrize(
    ("phase", "words"),
    [("pre_purchase", "what comes after"), ("post_churn", "before the purchase:"), ("use", "the middle only")],
)
def test_which_end_is_missing_is_said(phase: str, words: str):
    (found,) = no_before_after(case(stage("s", phase=phase)))
    assert words in found.sentence


def test_one_unneeded_touchpoint_is_told_by_its_title():
    (found,) = unneeded(case(stage("s"), touchpoint("a", "s", unneeded=True)))
    assert found.sentence.startswith("“A” is marked")


def stages(count: int, phase: str | None = None, begin: int = 0) -> list[Stage]:
    return [stage(f"s{begin + index}", f"a{begin + index:02}", phase=phase) for index in range(count)]


@pytest.mark.parametrize(
    ("given_", "numbers"),
    [
        (stages(7), None),
        (stages(8), {"stages": 8, "touchpoints": 0}),
        ([*stages(6), *stages(1, "advocacy", 10)], None),
        ([*stages(7), *stages(1, "advocacy", 10)], {"stages": 8, "touchpoints": 0}),
        ([*stages(7), *stages(3, "pre_purchase", 10), *stages(2, "post_churn", 20)], None),
        ([stage("s"), *[touchpoint(f"t{i}", "s", f"a{i:02}") for i in range(60)], touchpoint("w")], None),
        ([stage("s"), *[touchpoint(f"t{i}", "s", "a0") for i in range(61)]], {"stages": 1, "touchpoints": 61}),
    ],
)
def test_more_than_seven_stages_or_sixty_touchpoints_are_too_broad(given_: list[Any], numbers: dict[str, int] | None):
    found = [(each.severity, each.records, each.numbers) for each in too_broad(case(*given_))]
    assert found == ([] if numbers is None else [("low", (MAP,), numbers)])


@pytest.mark.parametrize(
    ("phases", "is_found"),
    [
        (("pre_purchase", "post_churn"), False),
        (("pre_purchase", "advocacy"), False),
        (("pre_purchase", "use"), True),
        (("use", "advocacy"), True),
        (("use", None), True),
    ],
)
def test_journeys_begin_before_the_purchase_and_end_after_the_churn(phases: tuple[str | None, ...], is_found: bool):
    given_ = [stage(f"s{index}", f"a{index}", phase=phase) for index, phase in enumerate(phases)]
    found = [(each.severity, each.records, each.numbers) for each in no_before_after(case(*given_))]
    assert found == ([("info", (MAP,), {})] if is_found else [])
    assert not list(no_before_after(case(*given_, scope_from="a", scope_to="b")))
    assert bool(list(no_before_after(case(*given_, scope_from="a", scope_to=" ")))) == is_found


def test_all_that_is_unneeded_is_one_finding():
    cards = row("b", "a", "c")
    marked = [each.with_(unneeded=each.id != "c") for each in cards]
    found = [
        (each.severity, each.records, each.numbers)
        for each in unneeded(case(stage("s"), *marked, touchpoint("w", unneeded=True)))
    ]
    assert found == [("info", ("b", "a"), {"count": 2})]
    assert not list(unneeded(case(stage("s"), *cards)))


def reviews(today: date = TODAY, **fields: Any) -> list[tuple[str, tuple[str, ...], dict[str, float]]]:
    found = review_overdue(case(today=today, **fields))
    return [(each.severity, each.records, dict(each.numbers)) for each in found]


@pytest.mark.parametrize(
    ("fields", "days"),
    [
        ({"reviewed": TODAY - timedelta(89)}, None),
        ({"reviewed": TODAY - timedelta(90)}, None),
        ({"reviewed": TODAY - timedelta(91)}, 1),
        ({"created": TODAY - timedelta(100)}, 10),
        ({"created": TODAY - timedelta(500), "reviewed": TODAY}, None),
        ({"created": TODAY, "reviewed": TODAY - timedelta(100)}, 10),
        ({"reviewed": TODAY - timedelta(7), "review_every_days": 7}, None),
        ({"reviewed": TODAY - timedelta(8), "review_every_days": 7}, 1),
        ({"reviewed": date(1, 1, 1), "review_every_days": 10**9}, None),
        ({"reviewed": TODAY + timedelta(30)}, None),
    ],
)
def test_a_review_is_overdue_the_day_after_it_was_due(fields: dict[str, Any], days: int | None):
    assert reviews(**fields) == ([] if days is None else [("medium", (MAP,), {"days": days})])


def test_a_map_without_any_date_is_told_quietly():
    assert reviews() == reviews(review_every_days=30) == [("low", (MAP,), {})]
