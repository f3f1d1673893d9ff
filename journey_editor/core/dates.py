"""Days of the calendar: what words mean one, and in which words one is told."""

import calendar
import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from journey_editor.assets import _, ngettext
from journey_editor.core.times import duration_meant

_YEARS_AWAY = 9  # every 29 February comes within eight years
_CENTURY = 2000  # of a year that is written with two digits

_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})?", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_QUARTER = re.compile(r"q([1-4])", re.ASCII | re.IGNORECASE)
_DAYS_ON = re.compile(r"\+(\d{1,6})d", re.ASCII | re.IGNORECASE)

_LOOSE_DAY = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.?\s*(\d{4}|\d{2})?", re.ASCII)
_LOOSE_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_LOOSE_QUARTER = re.compile(r"q([1-4])(?:[ /,]*(\d{4}|\d{2}))?", re.ASCII | re.IGNORECASE)
_YEAR_QUARTER = re.compile(r"(\d{4})[ /,-]*q([1-4])", re.ASCII | re.IGNORECASE)
_DAY_MONTH = re.compile(r"(\d{1,2})\.?\s*([^\W\d]{3,12})\.?,?\s*(\d{4}|\d{2})?")
_MONTH_DAY = re.compile(r"([^\W\d]{3,12})\.?\s*(\d{1,2})(?:,?\s+(\d{4}))?")
_SPAN_ON = re.compile(r"([+\-−–])\s*(.+)")

_MONTHS = (
    ("jan", "january", "januar"), ("feb", "february", "februar"), ("mar", "march", "mär", "märz", "mrz"),
    ("apr", "april"), ("may", "mai"), ("jun", "june", "juni"), ("jul", "july", "juli"), ("aug", "august"),
    ("sep", "sept", "september"), ("oct", "october", "okt", "oktober"), ("nov", "november"),
    ("dec", "december", "dez", "dezember"),
)  # fmt: skip
_NEAR: Mapping[str, int] = {
    "today": 0, "tomorrow": 1, "yesterday": -1,
    "heute": 0, "morgen": 1, "übermorgen": 2, "gestern": -1, "vorgestern": -2,
}  # fmt: skip


def due_date(words: str, today: date) -> date | None:
    """Return the date that may follow a `<` in a captured line, None where words mean none.

    `15.12.`, `15.12.2026`, `2027-01-15`, `Q2` (its last day), `+30d`, `today` and `tomorrow`; one without a year is the
    next from today.
    """
    if words.casefold() in (near := _near_days()) and near[words.casefold()] >= 0:
        return _later(today, near[words.casefold()])
    if found := _DAY.fullmatch(words):
        day, month = int(found[1]), int(found[2])
        return _at(int(found[3]), month, day) if found[3] else _next(lambda year: _at(year, month, day), today)
    if found := _ISO.fullmatch(words):
        return _at(int(found[1]), int(found[2]), int(found[3]))
    if found := _QUARTER.fullmatch(words):
        return _quarter(int(found[1]), None, today, 1)
    if found := _DAYS_ON.fullmatch(words):
        return _later(today, int(found[1]))
    return None


def day_meant(words: str, today: date, past: bool = False) -> date | None:
    """Return the date that words in a field mean, None where they mean none.

    Beside what a captured line knows: `2026-1-5`, `15.12.26`, `15 Dec`, `December 15, 2026`, `Q2 2027`, `+2 wk`,
    `-3 d`, `tomorrow`. One without a year is the next from today, or, where fields tell what is `past`, the last.
    """
    asked = " ".join(words.split())
    way = -1 if past else 1
    if asked.casefold() in (near := _near_days()):
        return _later(today, near[asked.casefold()])
    if found := _LOOSE_ISO.fullmatch(asked):
        return _at(int(found[1]), int(found[2]), int(found[3]))
    if found := _LOOSE_DAY.fullmatch(asked):
        return _dated(found[3], int(found[2]), int(found[1]), today, way)
    if found := _DAY_MONTH.fullmatch(asked):
        return _dated(found[3], _month_named(found[2]), int(found[1]), today, way)
    if found := _MONTH_DAY.fullmatch(asked):
        return _dated(found[3], _month_named(found[1]), int(found[2]), today, way)
    if found := _LOOSE_QUARTER.fullmatch(asked):
        return _quarter(int(found[1]), _year(found[2]), today, way)
    if found := _YEAR_QUARTER.fullmatch(asked):
        return _quarter(int(found[2]), int(found[1]), today, way)
    if found := _SPAN_ON.fullmatch(asked):
        days = duration_meant(found[2])
        if days is not None and days.is_integer():
            return _later(today, int(days) if found[1] == "+" else -int(days))
    return None


def looks_like_day(words: str) -> bool:
    """Whether words that mean no day were meant to be one: "31.2.2026"."""
    asked = " ".join(words.split())
    return bool(_LOOSE_ISO.fullmatch(asked) or _LOOSE_DAY.fullmatch(asked) or _DAY_MONTH.fullmatch(asked))


def day_text(day: date, today: date) -> str:
    """Return a day in words, with its year where that is not today's: "30 Nov", "10 Feb 2027"."""
    words = _("{day} {month}").format(day=day.day, month=_months()[day.month - 1])
    return words if day.year == today.year else _("{day} {year}").format(day=words, year=f"{day.year:04}")


def full_day_text(day: date) -> str:
    """Return a day in words with its year: "30 Nov 2026"."""
    words = _("{day} {month} {year}")
    return words.format(day=day.day, month=_months()[day.month - 1], year=f"{day.year:04}")


def ago(days: int) -> str:
    """Return how long ago something was: "today", "12 days ago", "4 months ago"."""
    if days <= 0:
        return _("today")
    if days < 60:
        return ngettext("{} day ago", "{} days ago", days).format(days)
    if days < 730:
        return ngettext("{} month ago", "{} months ago", days // 30).format(days // 30)
    return ngettext("{} year ago", "{} years ago", days // 365).format(days // 365)


def _near_days() -> Mapping[str, int]:
    """Return the words for days around today, and how many days away they are."""
    return {**_NEAR, _("today"): 0, _("tomorrow"): 1, _("yesterday"): -1}


def _months() -> tuple[str, ...]:
    return (
        _("Jan"), _("Feb"), _("Mar"), _("Apr"), _("May"), _("Jun"),
        _("Jul"), _("Aug"), _("Sep"), _("Oct"), _("Nov"), _("Dec"),
    )  # fmt: skip


def _month_named(name: str) -> int:
    """Return the month of a name, 0 where none has it, so that no day is in it."""
    asked = name.casefold()
    for number, (known, shown) in enumerate(zip(_MONTHS, _months(), strict=True), 1):
        if asked in known or asked == shown.casefold().rstrip("."):
            return number
    return 0


def _year(digits: str | None) -> int | None:
    if not digits:
        return None
    return int(digits) + (_CENTURY if len(digits) == 2 else 0)


def _dated(year: str | None, month: int, day: int, today: date, way: int) -> date | None:
    given = _year(year)
    return _next(lambda each: _at(each, month, day), today, way) if given is None else _at(given, month, day)


def _quarter(number: int, year: int | None, today: date, way: int) -> date | None:
    """Return the last day of a quarter."""
    month = number * 3
    last = calendar.monthrange(_CENTURY, month)[1]
    return _next(lambda each: _at(each, month, last), today, way) if year is None else _at(year, month, last)


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


def _next(in_year: Callable[[int], date | None], today: date, way: int = 1) -> date | None:
    """Return the first date from today on, or with the way -1 the last one up to it, today itself included."""
    found = (in_year(year) for year in range(today.year, today.year + way * _YEARS_AWAY, way))
    return next((each for each in found if each is not None and (each - today).days * way >= 0), None)
