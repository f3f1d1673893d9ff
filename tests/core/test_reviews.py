"""How often a map is reviewed, in words that read back, and when it is due."""

from datetime import date

import pytest
from hypothesis import given, strategies as st

from journey_editor.core.records import JourneyMap
from journey_editor.core.reviews import CADENCES, cadence_meant, cadence_text, due_words, next_review


@given(st.integers(1, 10**9))
def test_what_is_told_reads_back(days: int):
    assert cadence_meant(cadence_text(days)) == days


def test_usual_cadences_have_names():
    assert [cadence_text(days) for days, _name in CADENCES][3] == "Quarterly (90 days)"
    assert cadence_text(1) == "1 day" and cadence_text(92) == "92 days"


@pytest.mark.parametrize(
    ("words", "days"),
    [("quarterly", 90), (" Twice  a year", 180), ("90", 90), ("3 months", 90), ("every 3 months", 90), ("2 wk", 14),
     ("every week", 7), ("month", 30), ("Yearly (365 days)", 365), ("every two weeks", 14)],
)  # fmt: skip
def test_words_mean_days(words: str, days: int):
    assert cadence_meant(words) == days


@pytest.mark.parametrize("words", ["", "0", "-3", "sometimes", "every", "3 h", "(90 days)", "1.5 days", "nan"])
def test_other_words_mean_none(words: str):
    assert cadence_meant(words) is None


def reviewed(**fields: object) -> JourneyMap:
    return JourneyMap.model_validate({"id": "m", "rank": "a0", "title": "Map"} | fields)


def test_the_next_review_follows_the_last_one_or_the_day_it_was_made():
    day = date(2026, 11, 10)
    assert next_review(reviewed(reviewed=day, review_every_days=92)) == date(2027, 2, 10)
    assert next_review(reviewed(created=day, review_every_days=1)) == date(2026, 11, 11)
    assert next_review(reviewed(reviewed=day)) is None
    assert next_review(reviewed(review_every_days=9)) is None
    assert next_review(reviewed(reviewed=day, review_every_days=10**9)) is None


def test_when_it_is_due_is_told_in_words():
    shown = reviewed(reviewed=date(2026, 11, 10), review_every_days=10)
    assert due_words(shown, date(2026, 11, 19)) == ("Next review 20 Nov 2026, in 1 day", False)
    assert due_words(shown, date(2026, 11, 20)) == ("Review due today", False)
    assert due_words(shown, date(2026, 11, 25)) == ("Review was due 20 Nov 2026, 5 days ago", True)
    assert due_words(reviewed(), date(2026, 11, 25)) == ("", False)
