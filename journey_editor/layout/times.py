"""Times in words: spans of stages, durations, how long ago."""

from journey_editor.assets import _, ngettext
from journey_editor.core.records import Stage
from journey_editor.layout.text import flat


def span_of(stage: Stage) -> str:
    """Return when a stage is: its own words, else made from its days ("Weeks 1–4", "Months 6–12", "From day 10")."""
    if when := flat(stage.when):
        return when
    start, end = stage.start_day, stage.end_day
    if start is None and end is None:
        return ""
    if start is None or end is None or end <= start:
        if end is not None and start is None:
            return _("Until day {day}").format(day=_number(end))
        return _("From day {day}").format(day=_number((start or 0) + 1))
    if start % 30 == 0 and end % 30 == 0 and (start % 7 or end % 7 or end >= 150):
        first, last, words = start / 30 + 1, end / 30, (_("Month {}"), _("Months {}"))
    elif start % 7 == 0 and end % 7 == 0:
        first, last, words = start / 7 + 1, end / 7, (_("Week {}"), _("Weeks {}"))
    else:
        first, last, words = start + 1, end, (_("Day {}"), _("Days {}"))
    if last <= first:
        return words[0].format(_number(first))
    return words[1].format(f"{_number(first)}–{_number(last)}")


def days_text(days: float) -> str:
    """Return a duration in the shortest words: "40 min", "3 h", "14 d", "12 wk"."""
    if days <= 0:
        return _("{number} d").format(number=0)
    if days < 1 / 24:
        return _("{number} min").format(number=_number(round(days * 24 * 60)))
    if days < 1:
        return _("{number} h").format(number=_number(round(days * 24, 1)))
    if days >= 70 and days % 7 == 0:
        return _("{number} wk").format(number=_number(days / 7))
    return _("{number} d").format(number=_number(round(days, 1)))


def ago(days: int) -> str:
    """Return how long ago something was: "today", "12 days ago", "4 months ago"."""
    if days <= 0:
        return _("today")
    if days < 60:
        return ngettext("{} day ago", "{} days ago", days).format(days)
    if days < 730:
        return ngettext("{} month ago", "{} months ago", days // 30).format(days // 30)
    return ngettext("{} year ago", "{} years ago", days // 365).format(days // 365)


def _number(value: float) -> str:
    return f"{value:.10g}"
