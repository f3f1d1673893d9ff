"""What happened since the last review: what was done, what moved, and which days count."""

from datetime import date
from typing import Any

import pytest

from journey_editor.interchange.report.since import done_since, last_review, moved_since
from tests.building import TODAY, case, metric, opportunity, stage

SINCE = date(2026, 11, 10)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, None),
        ({"created": "2026-09-01"}, date(2026, 9, 1)),
        ({"created": "2026-11-25"}, None),
        ({"created": "2026-09-01", "reviewed": "2026-11-10"}, date(2026, 11, 10)),
        ({"reviewed": "2026-11-25"}, None),
        ({"reviewed": "2026-11-25", "reviews": [{"date": "2026-08-01"}, {"date": "2026-11-25"}]}, date(2026, 8, 1)),
        ({"reviews": [{"date": "2026-08-01"}, {"date": "2026-10-01"}, {"who": "Ann"}]}, date(2026, 10, 1)),
    ],
)  # fmt: skip
def test_the_last_review_is_the_one_before_the_meeting_of_today(fields: dict[str, Any], expected: date | None):
    assert last_review(case(stage("s"), **fields)) == expected


@pytest.mark.parametrize(
    ("day", "status", "is_told"),
    [("2026-11-10", "done", False), ("2026-11-11", "done", True), ("2026-11-25", "done", True),
     ("2026-11-26", "done", False), ("2026-11-20", "doing", False), (None, "done", False)],
)  # fmt: skip
def test_done_is_what_was_done_after_that_day_and_up_to_today(day: str | None, status: str, is_told: bool):
    assert bool(done_since([opportunity("o", "s", done_on=day, status=status)], SINCE, TODAY)) == is_told


def test_what_was_done_comes_by_its_day():
    given = [opportunity(name, "s", done_on=day, status="done") for name, day in
             (("late", "2026-11-20"), ("early", "2026-11-12"))]  # fmt: skip
    assert [each.id for each in done_since(given, None, TODAY)] == ["early", "late"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"history": [["2026-11-01", 80], ["2026-11-20", 65]]}, (80, 65, True)),
        ({"history": [["2026-11-20", 65], ["2026-11-01", 80]]}, (80, 65, True)),
        ({"history": [["2026-11-01", 60], ["2026-11-20", 65]]}, (60, 65, False)),
        ({"history": [["2026-11-01", 65], ["2026-11-20", 65]]}, (65, 65, None)),
        ({"history": [["2026-11-01", 80], ["2026-11-10", 65]]}, None),
        ({"history": [["2026-11-01", 80], ["2026-11-26", 65]]}, None),
        ({"history": [["2026-11-01", 80]], "current": 65, "as_of": "2026-11-20"}, (80, 65, True)),
        ({"baseline": 71, "current": 65, "as_of": "2026-11-20"}, (71, 65, True)),
        ({"current": 65, "as_of": "2026-11-20"}, (None, 65, None)),
        ({"history": [["2026-11-12", 70], ["2026-11-20", 65]]}, (70, 65, True)),
        ({"current": 65}, None),
        ({}, None),
    ],
)  # fmt: skip
def test_a_metric_moved_from_its_last_value_then_to_its_last_one_now(
    fields: dict[str, Any], expected: tuple[float | None, float, bool | None] | None
):
    moves = moved_since([metric("m1", "s", better="lower", **fields)], SINCE, TODAY)
    assert [(each.before, each.now, each.is_better) for each in moves] == ([] if expected is None else [expected])


def test_better_is_where_it_should_go():
    given = metric("m1", "s", better="higher", history=[["2026-11-01", 1], ["2026-11-20", 2]])
    assert [each.is_better for each in moved_since([given], SINCE, TODAY)] == [True]
