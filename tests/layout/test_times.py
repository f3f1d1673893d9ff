"""Times in words."""

from typing import Any

import pytest

from journey_editor.layout.times import ago, days_text, span_of
from tests.building import stage


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"when": " in spring ", "start_day": 0, "end_day": 28}, "in spring"),
        ({"start_day": 0, "end_day": 28}, "Weeks 1–4"),
        ({"start_day": 7, "end_day": 14}, "Week 2"),
        ({"start_day": 150, "end_day": 360}, "Months 6–12"),
        ({"start_day": 330, "end_day": 360}, "Month 12"),
        ({"start_day": 3, "end_day": 5}, "Days 4–5"),
        ({"start_day": 3, "end_day": 4}, "Day 4"),
        ({"start_day": 3}, "From day 4"),
        ({"end_day": 9}, "Until day 9"),
        ({"start_day": 5, "end_day": 5}, "From day 6"),
        ({}, ""),
    ],
)
def test_a_stage_says_when_it_is(fields: dict[str, Any], words: str) -> None:
    assert span_of(stage("s", **fields)) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "0 d"), (1 / 48, "30 min"), (0.125, "3 h"), (1, "1 d"), (2.5, "2.5 d"), (14, "14 d"), (84, "12 wk")],
)
def test_durations_are_short(days: float, words: str) -> None:
    assert days_text(days) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "today"), (1, "1 day ago"), (12, "12 days ago"), (90, "3 months ago"), (800, "2 years ago")],
)
def test_how_long_ago(days: int, words: str) -> None:
    assert ago(days) == words
