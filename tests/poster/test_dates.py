"""Days in words."""

from datetime import date

from journey_editor.poster.dates import day_text, full_day_text


def test_the_year_is_told_where_it_is_another_one():
    today = date(2026, 11, 25)
    assert day_text(date(2026, 11, 30), today) == "30 Nov"
    assert day_text(date(2027, 1, 1), today) == "1 Jan 2027"
    assert full_day_text(today) == "25 Nov 2026"
