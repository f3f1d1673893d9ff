"""Days as people write them on paper."""

from datetime import date

from journey_editor.assets import _


def day_text(day: date, today: date) -> str:
    """Return a day in words, with its year where that is not today's: "30 Nov", "10 Feb 2027"."""
    words = _("{day} {month}").format(day=day.day, month=_months()[day.month - 1])
    return words if day.year == today.year else _("{day} {year}").format(day=words, year=day.year)


def full_day_text(day: date) -> str:
    """Return a day in words with its year: "30 Nov 2026"."""
    return _("{day} {month} {year}").format(day=day.day, month=_months()[day.month - 1], year=day.year)


def _months() -> tuple[str, ...]:
    return (
        _("Jan"), _("Feb"), _("Mar"), _("Apr"), _("May"), _("Jun"),
        _("Jul"), _("Aug"), _("Sep"), _("Oct"), _("Nov"), _("Dec"),
    )  # fmt: skip
