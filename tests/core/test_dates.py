"""Days of the calendar, typed and told."""

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from journey_editor.core.dates import ago, day_meant, day_text, due_date, full_day_text, looks_like_day

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2026-12-15", date(2026, 12, 15)),
        ("2026-1-5", date(2026, 1, 5)),
        ("15.12.", date(2026, 12, 15)),
        ("15.12", date(2026, 12, 15)),
        ("15. 12. 2027", date(2027, 12, 15)),
        ("15.12.27", date(2027, 12, 15)),
        ("1.2.", date(2027, 2, 1)),
        ("25.11.", TODAY),
        ("29.2.", date(2028, 2, 29)),
        ("15 Dec", date(2026, 12, 15)),
        ("15. Dezember 2026", date(2026, 12, 15)),
        ("3. März", date(2027, 3, 3)),
        ("December 15, 2026", date(2026, 12, 15)),
        ("Dec 15", date(2026, 12, 15)),
        ("Q1", date(2027, 3, 31)),
        ("q4", date(2026, 12, 31)),
        ("Q2 2028", date(2028, 6, 30)),
        ("2028 Q2", date(2028, 6, 30)),
        ("+30d", date(2026, 12, 25)),
        ("+2 wk", date(2026, 12, 9)),
        ("−3 d", date(2026, 11, 22)),
        ("today", TODAY),
        ("Tomorrow", date(2026, 11, 26)),
        ("gestern", date(2026, 11, 24)),
    ],
)
def test_words_that_mean_a_day(words: str, day: date):
    assert day_meant(words, TODAY) == day


@pytest.mark.parametrize("words", ["", "soon", "31.2.2026", "32 Jan", "Q5", "+1.5 h", "12 Foo", "2026-13-01", "7"])
def test_words_that_mean_none(words: str):
    assert day_meant(words, TODAY) is None


def test_a_day_that_is_not_in_the_calendar_is_told_from_other_words():
    assert looks_like_day("31.2.2026") and looks_like_day("31 Feb 2026") and not looks_like_day("soon")


@pytest.mark.parametrize(
    ("words", "day"),
    [("1.10.", date(2026, 10, 1)), ("15 Dec", date(2025, 12, 15)), ("Q3", date(2026, 9, 30)), ("25.11.", TODAY)],
)
def test_where_fields_tell_what_is_past_a_day_without_a_year_is_the_last_one(words: str, day: date):
    assert day_meant(words, TODAY, past=True) == day


@given(st.dates(), st.dates(), st.booleans())
def test_what_is_shown_reads_back_as_the_same_day(day: date, today: date, past: bool):
    assert day_meant(full_day_text(day), today, past) == day


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)))
def test_a_field_understands_what_the_line_understands(today: date):
    for words in ("15.12.", "29.2.", "15.12.2026", "2027-01-15", "Q2", "+30d", "today", "Tomorrow"):
        assert due_date(words, today) == day_meant(words, today) is not None


def test_the_year_is_told_where_it_is_another_one():
    assert day_text(date(2026, 11, 30), TODAY) == "30 Nov"
    assert day_text(date(2027, 1, 1), TODAY) == "1 Jan 2027"
    assert full_day_text(TODAY) == "25 Nov 2026"


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "today"), (1, "1 day ago"), (12, "12 days ago"), (90, "3 months ago"), (800, "2 years ago")],
)
def test_how_long_ago(days: int, words: str):
    assert ago(days) == words


def test_the_ends_of_the_calendar_are_no_trap():
    assert day_meant("+900000d", date.max - timedelta(3)) is None
    assert day_meant("1.1.", date.max) is None
