"""What a review says of something that aged: what it is, what is known of it and since when, what is asked."""

from datetime import date

from journey_editor.assets import _, ngettext
from journey_editor.core.dates import ago, full_day_text
from journey_editor.core.edits.opportunities import status_name
from journey_editor.core.records import Evidence, Metric, Opportunity, Owner, Record, Stage, Touchpoint
from journey_editor.core.titles import called
from journey_editor.core.words import valence_text
from journey_editor.insight.ageing import Aged, AgedKind
from journey_editor.insight.measures import standing
from journey_editor.layout.title import SEPARATOR
from journey_editor.ui.pages.words import Records, where_words

NAME = 300  # letters of a name


def kind_words(kind: AgedKind) -> str:
    """Return what kind of thing it is."""
    return {
        "opportunity": _("Overdue"),
        "numbers": _("Numbers of a stage"),
        "metric": _("Metric"),
        "evidence": _("Evidence"),
        "feeling": _("Assumed feeling"),
    }[kind]


def name_of(aged: Aged, records: Records) -> str:
    """Return what it is called."""
    return called(records[aged.record], NAME)


def question(aged: Aged) -> str:
    """Return what is asked of it."""
    if aged.kind == "opportunity":
        return _("Is this still to be done?")
    if aged.kind == "feeling":
        return _("Does it feel like that?")
    return _("Is this still true?")


def known(aged: Aged, records: Records) -> str:
    """Return what is known of it, in a line."""
    record = records[aged.record]
    parts = _known_of(record, records)
    return SEPARATOR.join(each for each in parts if each)


def age(aged: Aged, today: date) -> str:
    """Return how old it is: "of 3 May 2025, 18 months ago"."""
    if aged.kind == "feeling":
        return _("Nobody was asked: the team assumes it.")
    if aged.since is None:
        return _("Nobody said since when.")
    day, days = full_day_text(aged.since), (today - aged.since).days
    if aged.kind == "opportunity":
        words = ngettext("Was due on {day}, {count} day ago.", "Was due on {day}, {count} days ago.", days)
        return words.format(day=day, count=days)
    return _("Known on {day}, {ago}.").format(day=day, ago=ago(days))


def brief_age(aged: Aged, today: date) -> str:
    """Return how old it is, in two words."""
    return "" if aged.since is None else ago((today - aged.since).days)


def _known_of(record: Record, records: Records) -> list[str]:
    if isinstance(record, Stage):
        counts = (
            (record.entered, _("{count} came in")),
            (record.completed, _("{count} got through")),
            (record.activated, _("{count} reached first value")),
            (record.tickets, _("{count} tickets")),
        )
        return [words.format(count=f"{count:,}") for count, words in counts if count is not None]
    if isinstance(record, Metric):
        return [standing(record), where_words(records, records[record.on])]
    if isinstance(record, Evidence):
        asked = "" if record.n is None else _("{count} asked or counted").format(count=f"{record.n:,}")
        return [asked, record.link]
    if isinstance(record, Opportunity):
        owner = records.get(record.owner or "")
        who = called(owner, 60) if isinstance(owner, Owner) else _("no owner")
        return [status_name(record.status), who, where_words(records, records[record.on])]
    if isinstance(record, Touchpoint) and record.emotion is not None:
        feels = record.emotion
        stage = records.get(record.stage or "")
        words = f"{valence_text(feels.valence)} {feels.word}".strip()
        return [words, called(stage, 60) if stage is not None else ""]
    return []
