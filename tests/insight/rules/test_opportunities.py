"""What is done, by whom and when: the rules of opportunities and of pains at their boundaries."""

from datetime import timedelta
from typing import Any

import pytest

from journey_editor.insight.rules.opportunities import (
    overdue_opportunity,
    pain_without_opportunity,
    unowned_opportunity,
)
from tests.building import MAP, TODAY, case, note, opportunity, owners, stage, touchpoint, transition

BASE = (*owners("sales"), stage("s"), touchpoint("a", "s"), touchpoint("b", "s", "a1"), touchpoint("w"))
OWNED = {"owner": "sales", "due": TODAY}


def unowned(*ideas: Any) -> list[tuple[str, tuple[str, ...]]]:
    return [(each.severity, each.records) for each in unowned_opportunity(case(*BASE, *ideas))]


@pytest.mark.parametrize("status", ["planned", "doing"])
@pytest.mark.parametrize("lacks", [{"owner": None}, {"due": None}, {"owner": None, "due": None}])
def test_what_is_under_way_needs_an_owner_and_a_date(status: str, lacks: dict[str, Any]):
    assert unowned(opportunity("o", "a", status=status, **OWNED | lacks)) == [("medium", ("o",))]
    assert unowned(opportunity("o", "a", status=status, **OWNED)) == []


@pytest.mark.parametrize(
    ("lacks", "words"),
    [
        ({"owner": None}, "without an owner"),
        ({"due": None}, "without a date"),
        ({"owner": None, "due": None}, "without owner and date"),
    ],
)
def test_what_is_missing_is_said(lacks: dict[str, Any], words: str):
    (found,) = unowned_opportunity(case(*BASE, opportunity("o", "a", status="doing", **OWNED | lacks)))
    assert f"“o” is under way {words}:" in found.sentence


def test_a_name_alone_is_no_owner():
    assert unowned(opportunity("o", "a", status="doing", who="Kim", due=TODAY)) == [("medium", ("o",))]


@pytest.mark.parametrize("status", ["done", "dropped"])
def test_what_is_over_needs_nobody(status: str):
    assert unowned(opportunity("o", "a", status=status)) == []


def test_all_that_is_proposed_is_one_finding_in_reading_order():
    ideas = [
        opportunity("x", "b"), opportunity("y", "a", owner="sales"), opportunity("z", "s", due=TODAY),
        opportunity("fine", "a", **OWNED), opportunity("tray", "w"), opportunity("under", "b", status="doing"),
    ]  # fmt: skip
    assert unowned(*ideas) == [("medium", ("under",)), ("low", ("z", "y", "x"))]


@pytest.mark.parametrize(("late", "days"), [(-1, None), (0, None), (1, 1), (40, 40)])
@pytest.mark.parametrize("status", ["proposed", "planned", "doing", "done", "dropped"])
def test_what_was_due_before_today_is_overdue_unless_it_is_over(late: int, days: int | None, status: str):
    made = case(*BASE, opportunity("o", "a", due=TODAY - timedelta(late), status=status))
    found = [(each.severity, each.records, each.numbers) for each in overdue_opportunity(made)]
    is_over = status in ("done", "dropped")
    assert found == ([] if days is None or is_over else [("medium", ("o",), {"days": days})])


def test_what_hangs_on_the_tray_is_never_overdue():
    made = case(*BASE, opportunity("o", "w", due=TODAY - timedelta(9), status="doing"))
    assert not [*overdue_opportunity(made), *unowned_opportunity(made)]


def pains(*records: Any) -> list[tuple[tuple[str, ...], float]]:
    found = list(pain_without_opportunity(case(*BASE, transition("a", "b"), *records)))
    assert {each.severity for each in found} <= {"low"}
    return [(each.records, each.numbers["pains"]) for each in found]


@pytest.mark.parametrize("on", ["s", "a", "a-b"])
def test_a_pain_that_no_opportunity_is_about_is_told(on: str):
    assert pains(note("n", on), note("l", on)) == [((on,), 2)]
    assert pains(note("n", on), opportunity("o", on, status="dropped")) == []


def test_settled_and_parked_and_waiting_pains_are_none():
    assert pains(note("n", "a", resolved=True), note("l", MAP), note("k", "w"), note("g", "a", "gain")) == []
    assert pains(note("n", "a", resolved=True), note("l", "a")) == [(("a",), 1)]


@pytest.mark.parametrize(
    ("pain", "about", "is_found"),
    [
        ("a", "s", False),
        ("s", "a", True),
        ("a", "b", True),
        ("a-b", "a", True),
        ("a-b", "s", True),
        ("a", "a-b", True),
        ("a", "w", True),
    ],
)
def test_an_opportunity_of_the_stage_is_about_its_touchpoints_too(pain: str, about: str, is_found: bool):
    assert bool(pains(note("n", pain), opportunity("o", about))) == is_found


def test_an_opportunity_elsewhere_may_answer_one_of_the_pains():
    both = (note("n", "a"), note("l", "a"), note("old", "a", resolved=True))
    assert pains(*both, opportunity("o", "b", answers=("l",))) == []
    assert pains(*both, opportunity("o", "b", answers=("old",))) == [(("a",), 2)]
    assert pains(*both, opportunity("o", "w", answers=("l",))) == [(("a",), 2)]  # what waits in the tray counts nowhere


def test_one_proposed_opportunity_is_told_by_its_text():
    (found,) = unowned_opportunity(case(*BASE, opportunity("o", "a")))
    assert found.sentence.startswith("“o” is proposed")


def test_the_most_severe_pain_is_said():
    made = case(*BASE, note("a1", "a"), note("dull", "a", severity=1), note("sharp", "a", severity=5))
    (found,) = pain_without_opportunity(made)
    assert "“sharp”" in found.sentence and "3 pain points" in found.sentence
