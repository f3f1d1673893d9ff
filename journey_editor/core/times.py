"""Lengths of time and places in a journey: what words mean one, and in which words one is told.

Both are days, with decimals: a minute is 1/1440, a month 30 days, week n is 7(n-1) … 7n, month n is 30(n-1) … 30n.
"""

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from journey_editor.assets import _, ngettext

_NUMBER = r"\d+(?:[.,]\d+)?(?:e[+-]?\d+)?"
_PIECE = re.compile(rf"({_NUMBER})\s*([^\W\d]+)?\.?", re.IGNORECASE)
_SIGNED = re.compile(r"([-−–])\s*(.+)")

_PARTS: Mapping[str, int] = {  # so many make a day
    "s": 86400, "sec": 86400, "second": 86400, "seconds": 86400, "sek": 86400, "sekunden": 86400,
    "min": 1440, "mins": 1440, "minute": 1440, "minutes": 1440, "minuten": 1440,
    "h": 24, "hr": 24, "hrs": 24, "hour": 24, "hours": 24, "std": 24, "stunde": 24, "stunden": 24,
}  # fmt: skip
_DAYS: Mapping[str, int] = {
    "d": 1, "day": 1, "days": 1, "t": 1, "tag": 1, "tage": 1, "tagen": 1,
    "w": 7, "wk": 7, "wks": 7, "week": 7, "weeks": 7, "wo": 7, "woche": 7, "wochen": 7,
    "mo": 30, "mon": 30, "month": 30, "months": 30, "monat": 30, "monate": 30, "monaten": 30,
    "y": 365, "yr": 365, "year": 365, "years": 365, "jahr": 365, "jahre": 365, "jahren": 365,
}  # fmt: skip
_PERIODS: Mapping[str, int] = {
    "d": 1, "day": 1, "days": 1, "tag": 1, "tage": 1,
    "w": 7, "wk": 7, "week": 7, "weeks": 7, "woche": 7, "wochen": 7,
    "m": 30, "month": 30, "months": 30, "monat": 30, "monate": 30,
}  # fmt: skip

_WEEKS_FROM = 14.0  # days; less is told in days
_PERIOD = r"([^\W\d]+)\s*(\d{1,9})"
_BETWEEN = r"\s*(?:-|–|—|\bto\b|\bbis\b)\s*"
_ONE = re.compile(_PERIOD)
_RANGE = re.compile(rf"{_PERIOD}{_BETWEEN}(?:([^\W\d]+)\s*)?(\d{{1,9}})")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a journey in days from its start; the end is exclusive."""

    start: float
    end: float


def duration_meant(words: str) -> float | None:
    """Return the days that words mean: "40 min", "3 h", "1.5 d", "2 wk", "1 h 30 min"; a bare number is days.

    None where they mean no length of time.
    """
    total, place, asked = 0.0, 0, words.strip()
    while place < len(asked):
        found = _PIECE.match(asked, place)
        if found is None:
            return None
        days = _piece(found[1], (found[2] or "").casefold())
        if days is None or (not found[2] and found[0] != asked):
            return None
        total += days
        place = found.end()
        while place < len(asked) and asked[place] in " \t\u00a0\u202f":
            place += 1
    return total if asked and math.isfinite(total) else None


def duration_text(days: float) -> str:
    """Return a length of time in the words that read back as the very same: "40 min", "3 h", "1.5 d", "2 wk"."""
    return next(_told(days), "") or _("{number} d").format(number=repr(days).removesuffix(".0"))


def days_text(days: float) -> str:
    """Return a length of time in few words, rounded where that makes it short: "40 min", "3 h", "2 wk"."""
    if days <= 0:
        return _("{number} d").format(number=0)
    if exact := next(_told(days), ""):
        return exact
    if days < 1 / 24:
        return _("{number} min").format(number=_number(max(1, round(days * 1440))))
    if days < 1:
        return _("{number} h").format(number=_number(round(days * 24, 1)))
    return _("{number} d").format(number=_number(round(days, 1)))


def long_days(days: float) -> str:
    """Return a length of time in whole words: "11 weeks", "3 months", "10 days"."""
    if days >= 90 and days % 30 == 0 and (days % 7 or days >= 150):
        return ngettext("{n} month", "{n} months", round(days / 30)).format(n=round(days / 30))
    if days >= 7 and days % 7 == 0:
        return ngettext("{n} week", "{n} weeks", round(days / 7)).format(n=round(days / 7))
    shown = round(float(days), 1)
    if shown.is_integer():
        return ngettext("{n} day", "{n} days", int(shown)).format(n=int(shown))
    return _("{n} days").format(n=f"{shown:g}")


def span_meant(words: str) -> Span | None:
    """Return the stretch that words name: "week 5", "W5–8", "months 6–12", "day 10"; None where they name none."""
    asked = " ".join(words.split())
    if found := _RANGE.fullmatch(asked):
        first, last = _period(found[1]), _period(found[3] or found[1])
        if first is not None and first == last and 1 <= int(found[2]) <= int(found[4]):
            return Span(first * (int(found[2]) - 1.0), first * float(found[4]))
    if (found := _ONE.fullmatch(asked)) and (days := _period(found[1])) is not None and int(found[2]) >= 1:
        return Span(days * (int(found[2]) - 1.0), days * float(found[2]))
    return None


def is_range(words: str) -> bool:
    """Whether words name both ends of a stretch: "W5–8"."""
    return _RANGE.fullmatch(" ".join(words.split())) is not None


def place_meant(words: str) -> float | None:
    """Return the place in a journey that a number or a length of time means, also before its start: "90", "-2 wk"."""
    if found := _SIGNED.fullmatch(words.strip()):
        days = duration_meant(found[2])
        return None if days is None else 0.0 - days
    return duration_meant(words)


def start_text(start: float, end: float | None = None) -> str:
    """Return where a stage begins, as it reads back: "week 5", "month 6", "90 d"; `end` settles weeks or months."""
    return _edge(start, 1, _unit(start, end))


def end_text(end: float, start: float | None = None) -> str:
    """Return where a stage ends, as it reads back: "week 8" (with it), "month 12", "90 d"."""
    return _edge(end, 0, _unit(end if start is None else start, end))


def span_text(start: float | None, end: float | None) -> str:
    """Return when a stage is: "Weeks 1–4", "Months 6–12", "From day 10", "" where nothing is known of it."""
    if start is None and end is None:
        return ""
    if start is None or end is None or end <= start:
        if end is not None and start is None:
            return _("Until day {day}").format(day=_number(end))
        return _("From day {day}").format(day=_number((start or 0) + 1))
    days, (one, many) = _unit(start, end), (_("Day {}"), _("Days {}"))
    if days == 30:
        one, many = _("Month {}"), _("Months {}")
    elif days == 7:
        one, many = _("Week {}"), _("Weeks {}")
    first, last = start / days + 1, end / days
    return one.format(_number(first)) if last <= first else many.format(f"{_number(first)}–{_number(last)}")


def _unit(start: float, end: float | None) -> int:
    """Return how many days the period has that both ends of a stretch fall on: 30, 7 or 1."""
    last = start if end is None else end
    in_months, in_weeks = start % 30 == 0 and last % 30 == 0, start % 7 == 0 and last % 7 == 0
    if in_months and (not in_weeks or last >= 150):
        return 30
    return 7 if in_weeks else 1


def _edge(day: float, first: int, days: int) -> str:
    number = day / days + first
    if days > 1 and 1 <= number < 1e9 and number.is_integer():
        return (_("month {}") if days == 30 else _("week {}")).format(int(number))
    return duration_text(day) if day >= 0 else f"−{duration_text(-day)}"


def _piece(digits: str, unit: str) -> float | None:
    value = float(digits.replace(",", "."))
    own: Mapping[str, int] = {_("min"): 1440, _("h"): 24}
    whole: Mapping[str, int] = {_("d"): 1, _("wk"): 7}
    parts, days = _PARTS.get(unit) or own.get(unit), _DAYS.get(unit) or whole.get(unit)
    if not unit:
        return value
    if parts is not None:
        return value / parts
    return None if days is None else value * days


def _period(name: str) -> int | None:
    own: Mapping[str, int] = {
        _("week {}").replace("{}", "").strip().casefold(): 7,
        _("month {}").replace("{}", "").strip().casefold(): 30,
    }
    return _PERIODS.get(name.casefold()) or own.get(name.casefold())


def _told(days: float) -> Iterator[str]:
    """Yield the short words for a length of time that read back as the very same, best first."""
    if days >= _WEEKS_FROM and days % 7 == 0 and days < 1e9:
        yield _("{number} wk").format(number=_number(days / 7))
    units = ((1.0, 1e9, _("{number} d"), 1), (1 / 24, 4.0, _("{number} h"), 24), (0.0, 1.0, _("{number} min"), 1440))
    if days == 0:
        yield _("{number} d").format(number=0)
    for least, most, words, parts in units:
        shown = round(days * parts, 2)
        if least <= days < most and shown > 0 and shown / parts == days:
            yield words.format(number=_number(shown))


def _number(value: float) -> str:
    return f"{value:.12g}"
