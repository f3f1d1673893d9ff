"""What is counted at stages: `ticket_hotspot` and `unmeasured_stage` at their boundaries."""

from typing import Any

import pytest

from journey_editor.insight.rules.stages import ticket_hotspot, unmeasured_stage
from tests.building import case, metric, opportunity, stage, touchpoint, transition


def hotspots(*tickets: int | None, extra: tuple[Any, ...] = ()) -> list[tuple[str, tuple[str, ...], dict[str, float]]]:
    stages = [stage(f"s{index}", f"a{index}", tickets=each) for index, each in enumerate(tickets)]
    found = ticket_hotspot(case(*stages, *extra))
    return [(each.severity, each.records, dict(each.numbers)) for each in found]


@pytest.mark.parametrize(
    ("tickets", "place", "share"),
    [
        ((9,), None, None),
        ((10,), 0, 1),
        ((10, 10, 10), 0, 1 / 3),
        ((10, 10, 10, 1), None, None),
        ((4, 30, None, 26), 1, 0.5),
        ((5, 20, 20), 1, 20 / 45),
        ((1, 10), 1, 10 / 11),
        ((), None, None),
        ((None, 0), None, None),
        ((10**400, 1), 0, 1),
    ],
)
def test_a_third_of_all_tickets_and_ten_at_least_are_a_hotspot(
    tickets: tuple[int | None, ...], place: int | None, share: float | None
):
    expected = [] if place is None else [("medium", (f"s{place}",), {"tickets": tickets[place], "share": share})]
    assert hotspots(*tickets) == expected


def test_the_share_is_said_in_percent():
    (found,) = ticket_hotspot(case(stage("s", tickets=20), stage("t", "a1", tickets=10)))
    assert "20 of 30 tickets (67 %)" in found.sentence


def test_tickets_of_touchpoints_are_not_the_stages_own():
    card = touchpoint("a", "s1", tickets=900)
    assert hotspots(10, 2, extra=(card,)) == [("medium", ("s0",), {"tickets": 10, "share": 10 / 12})]
    assert hotspots(9, 2, extra=(card,)) == []


CARDS = (touchpoint("a", "s0"), touchpoint("b", "s1"), touchpoint("w"))


@pytest.mark.parametrize(
    ("on", "status", "severity"),
    [
        ("s0", "proposed", "low"),
        ("a", "done", "low"),
        ("a", "dropped", "medium"),
        ("b", "doing", "medium"),
        ("a-b", "doing", "medium"),
        ("w", "doing", "medium"),
    ],
)
def test_a_hotspot_that_somebody_works_on_is_low(on: str, status: str, severity: str):
    extra = (*CARDS, transition("a", "b"), opportunity("o", on, status=status))
    assert [each[0] for each in hotspots(10, 2, extra=extra)] == [severity]


@pytest.mark.parametrize(
    ("on", "unmeasured"), [("s0", ["s1"]), ("a", ["s1"]), ("b", ["s0"]), ("a-b", ["s0", "s1"]), ("w", ["s0", "s1"])]
)
def test_a_metric_on_a_stage_or_its_touchpoints_measures_it(on: str, unmeasured: list[str]):
    made = case(stage("s0"), stage("s1", "a1"), *CARDS, transition("a", "b"), metric("k", on))
    found = list(unmeasured_stage(made))
    assert [each.records for each in found] == [(each,) for each in unmeasured]
    assert all((each.severity, each.numbers) == ("low", {}) for each in found)
