"""When a map is looked at again: how often in words, and when it is due."""

import re
from datetime import date, timedelta

from journey_editor.assets import _, marked, ngettext
from journey_editor.core.dates import full_day_text
from journey_editor.core.records import JourneyMap
from journey_editor.core.times import duration_meant

CADENCES: tuple[tuple[int, str], ...] = (
    (7, marked("Weekly")),
    (14, marked("Every two weeks")),
    (30, marked("Monthly")),
    (90, marked("Quarterly")),
    (180, marked("Twice a year")),
    (365, marked("Yearly")),
)
"""How often maps are reviewed as a rule: days and what people call that. The practice is quarterly."""

_NAMED = re.compile(r"(.*?)\s*\(.*\)")


def cadence_text(days: int) -> str:
    """Return how often something is done, so that it reads back: "Quarterly (90 days)", "92 days"."""
    counted = ngettext("{count} day", "{count} days", days).format(count=days)
    name = next((_(name) for known, name in CADENCES if known == days), "")
    return _("{name} ({days})").format(name=name, days=counted) if name else counted


def cadence_meant(words: str) -> int | None:
    """Return the days that words mean: "quarterly", "90 days", "every 3 months", "92"; None where they mean none."""
    asked = " ".join(words.split()).casefold()
    if found := _NAMED.fullmatch(asked):
        asked = found[1]
    for days, name in CADENCES:
        if asked in (name.casefold(), _(name).casefold()):
            return days
    for every in ("every ", _("every {time}").partition("{")[0].casefold()):
        asked = asked.removeprefix(every) if every else asked
    days = duration_meant(asked if not asked or asked[0].isdigit() else f"1 {asked}")
    return int(days) if days is not None and days.is_integer() and days >= 1 else None


def next_review(journey_map: JourneyMap) -> date | None:
    """Return the day on which a map is due to be reviewed, None where nobody said how often, or since when."""
    since, days = journey_map.reviewed or journey_map.created, journey_map.review_every_days
    if since is None or days is None:
        return None
    try:
        return since + timedelta(days)
    except OverflowError:
        return None


def due_words(journey_map: JourneyMap, today: date) -> tuple[str, bool]:
    """Return in words when a map is reviewed next, "" where that is not known, and whether it is over already."""
    due = next_review(journey_map)
    if due is None:
        return "", False
    days = (due - today).days
    if days == 0:
        return _("Review due today"), False
    if days < 0:
        words = ngettext("Review was due {date}, {count} day ago", "Review was due {date}, {count} days ago", -days)
        return words.format(date=full_day_text(due), count=-days), True
    words = ngettext("Next review {date}, in {count} day", "Next review {date}, in {count} days", days)
    return words.format(date=full_day_text(due), count=days), False
