"""By when: the dates that may follow a `<` in an opportunity."""

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta

_YEARS_AHEAD = 9  # every 29 February comes within eight years

_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})?", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_QUARTER = re.compile(r"q([1-4])", re.ASCII | re.IGNORECASE)
_DAYS_ON = re.compile(r"\+(\d{1,6})d", re.ASCII | re.IGNORECASE)


def due_date(words: str, today: date) -> date | None:
    """Return the date that words mean, None where they mean none.

    `15.12.`, `15.12.2026`, `2027-01-15`, `Q2` (its last day) and `+30d`; one without a year is the next from today.
    """
    if found := _DAY.fullmatch(words):
        day, month = int(found[1]), int(found[2])
        return _at(int(found[3]), month, day) if found[3] else _next(lambda year: _at(year, month, day), today)
    if found := _ISO.fullmatch(words):
        return _at(int(found[1]), int(found[2]), int(found[3]))
    if found := _QUARTER.fullmatch(words):
        month = int(found[1]) * 3
        return _next(lambda year: _at(year, month, calendar.monthrange(2000, month)[1]), today)
    if found := _DAYS_ON.fullmatch(words):
        return _later(today, int(found[1]))
    return None


def _at(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _later(today: date, days: int) -> date | None:
    try:
        return today + timedelta(days)
    except OverflowError:
        return None


def _next(in_year: Callable[[int], date | None], today: date) -> date | None:
    """Return the first date from today on, today itself included."""
    found = (in_year(year) for year in range(today.year, today.year + _YEARS_AHEAD))
    return next((each for each in found if each is not None and each >= today), None)
