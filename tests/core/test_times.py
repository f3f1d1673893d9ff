"""Lengths of time and places in a journey, typed and told."""

import pytest
from hypothesis import given, strategies as st

from journey_editor.core.times import (
    Span,
    days_text,
    duration_meant,
    duration_text,
    end_text,
    is_range,
    long_days,
    place_meant,
    span_meant,
    span_text,
    start_text,
)

days = st.one_of(
    st.floats(0, 1e300),
    st.integers(0, 2000).map(float),
    st.integers(0, 5000).map(lambda minutes: minutes / 1440),
    st.integers(0, 400).map(lambda hours: hours / 24),
    st.integers(0, 600).map(lambda weeks: weeks * 7.0),
)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("40 min", 40 / 1440),
        ("40min", 40 / 1440),
        ("3 h", 0.125),
        ("3 Stunden", 0.125),
        ("90 s", 90 / 86400),
        ("2 wk", 14),
        ("2 Wochen", 14),
        ("1.5 d", 1.5),
        ("1,5 Tage", 1.5),
        ("14", 14),
        ("0.25", 0.25),
        ("3 months", 90),
        ("1 year", 365),
        ("1 h 30 min", 1.5 / 24),
        ("1h 30min", 1.5 / 24),
        ("2\u00a0wk", 14),
        ("1e+300 d", 1e300),
    ],
)
def test_words_that_mean_a_length_of_time(words: str, value: float):
    assert duration_meant(words) == pytest.approx(value)


@pytest.mark.parametrize("words", ["", "soon", "3 moons", "-3 d", "3 4", "1e999", "h", "3 h and more", "1 h 30"])
def test_words_that_mean_none(words: str):
    assert duration_meant(words) is None


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "0 d"),
        (40 / 1440, "40 min"),
        (1 / 48, "30 min"),
        (0.125, "3 h"),
        (1, "1 d"),
        (2.5, "2.5 d"),
        (25 / 24, "25 h"),
        (7, "7 d"),
        (14, "2 wk"),
        (15, "15 d"),
        (84, "12 wk"),
        (90, "90 d"),
        (0.123456789, "0.123456789 d"),
    ],
)
def test_a_length_of_time_is_told_in_its_own_unit(value: float, words: str):
    assert duration_text(value) == words


@given(days)
def test_what_is_shown_reads_back_as_the_same_length_of_time(value: float):
    assert duration_meant(duration_text(value)) == value


@pytest.mark.parametrize(("value", "words"), [(0.1234567, "3 h"), (3.14159, "3.1 d"), (1e-9, "1 min"), (-1, "0 d")])
def test_what_would_be_long_is_rounded_where_there_is_little_room(value: float, words: str):
    assert days_text(value) == words


@given(days)
def test_little_room_is_enough(value: float):
    assert value > 1e6 or len(days_text(value)) <= 14


@pytest.mark.parametrize(
    ("words", "span"),
    [
        ("week 5", Span(28, 35)),
        ("W5", Span(28, 35)),
        ("Woche 5", Span(28, 35)),
        ("W5–8", Span(28, 56)),
        ("W5-W8", Span(28, 56)),
        ("weeks 5 to 8", Span(28, 56)),
        ("month 3", Span(60, 90)),
        ("Months 6–12", Span(150, 360)),
        ("M6-12", Span(150, 360)),
        ("day 10", Span(9, 10)),
        ("days 4–5", Span(3, 5)),
    ],
)
def test_words_that_name_a_stretch(words: str, span: Span):
    assert span_meant(words) == span


@pytest.mark.parametrize("words", ["", "5", "week", "week 0", "weeks 8–5", "W5–M8", "5 wk", "weekend 3"])
def test_words_that_name_none(words: str):
    assert span_meant(words) is None


def test_a_range_is_told_from_one_period():
    assert is_range("W5–8") and is_range("weeks 5 to 8") and not is_range("week 5") and not is_range("5")


@pytest.mark.parametrize(
    ("words", "value"), [("90", 90), ("2 wk", 14), ("-2 wk", -14), ("−3", -3), ("0", 0), ("week 3", None), ("-", None)]
)
def test_places_by_number(words: str, value: float | None):
    assert place_meant(words) == value


@pytest.mark.parametrize(
    ("span", "words"),
    [
        ((0, 28), ("week 1", "week 4")),
        ((28, 56), ("week 5", "week 8")),
        ((150, 360), ("month 6", "month 12")),
        ((0, 360), ("month 1", "month 12")),
        ((3, 5), ("3 d", "5 d")),
        ((-7, 7), ("−7 d", "week 1")),
    ],
)
def test_the_ends_of_a_stage(span: tuple[float, float], words: tuple[str, str]):
    assert (start_text(*span), end_text(span[1], span[0])) == words


@given(st.floats(-1e300, 1e300) | st.integers(-400, 4000).map(float), st.none() | st.integers(0, 400).map(float))
def test_the_ends_of_a_stage_read_back_as_the_same_day(day: float, other: float | None):
    shown = start_text(day, other)
    span = span_meant(shown)
    assert (span.start if span else place_meant(shown)) == day
    shown = end_text(day, other)
    span = span_meant(shown)
    assert (span.end if span else place_meant(shown)) == day


@pytest.mark.parametrize(
    ("span", "words"),
    [
        ((0, 28), "Weeks 1–4"),
        ((7, 14), "Week 2"),
        ((150, 360), "Months 6–12"),
        ((330, 360), "Month 12"),
        ((3, 5), "Days 4–5"),
        ((3, 4), "Day 4"),
        ((3, None), "From day 4"),
        ((None, 9), "Until day 9"),
        ((5, 5), "From day 6"),
        ((None, None), ""),
    ],
)
def test_when_a_stage_is(span: tuple[float | None, float | None], words: str):
    assert span_text(*span) == words


def test_lengths_of_time_are_told_as_people_do():
    told = {77: "11 weeks", 10: "10 days", 7: "1 week", 1: "1 day", 90: "3 months", 210: "7 months", 2.5: "2.5 days"}
    assert {days: long_days(days) for days in told} == told
