"""Since the last review: what was done, what moved, what is late."""

from collections.abc import Iterable, Sequence
from datetime import date

from journey_editor.assets import _, ngettext
from journey_editor.core.dates import full_day_text
from journey_editor.core.parts import Review
from journey_editor.core.records import Metric, Opportunity
from journey_editor.core.titles import called, in_line
from journey_editor.insight.actionlist import Action, action_list, place_name
from journey_editor.insight.case import Case
from journey_editor.insight.measures import value_text
from journey_editor.interchange.report.parts import Block, Entries, Entry, Prose, Said, Section
from journey_editor.interchange.report.since import Move, done_since, last_review, moved_since
from journey_editor.interchange.report.words import joined, late_words, owner_name


def past_sections(case: Case) -> list[Section]:
    """Return what was done, moved and is late since the last review, or up to today where there was none."""
    since = last_review(case)
    heading = _("Since the last review")
    lead: list[Block] = [Prose(_lead(case, since), "muted")]
    lead += (Prose(words) for words in _said_then(case.journey.map.reviews, since))
    done, moves = done_since(case.opportunities, since, case.today), moved_since(case.metrics, since, case.today)
    late = late_actions(case)
    parts: list[tuple[str, list[Entry], str]] = [
        (_("Done"), list(done_entries(case, done)), _("Nothing is told to be done.")),
        (_("Moved"), list(move_entries(case, moves)), _("No metric was measured anew.")),
        (_("Overdue"), list(late_entries(late)), _("Nothing is overdue.")),
    ]
    quiet = " ".join(empty for _name, entries, empty in parts if not entries)
    lead += [Prose(quiet)] if quiet else []
    return [Section(heading, lead), *(_part(name, entries) for name, entries, _empty in parts if entries)]


def late_actions(case: Case) -> list[Action]:
    """Return what should have been done by now, the longest overdue first."""
    late = [each for each in action_list(case) if each.late is not None]
    return sorted(late, key=lambda each: -(each.late or 0))


def done_entries(case: Case, done: Iterable[Opportunity]) -> Iterable[Entry]:
    """Yield what was done: by whom and when, and what came of it."""
    for each in done:
        when = full_day_text(each.done_on) if each.done_on else ""
        rest = joined(when, owner_name(case, each.owner), each.who.strip())
        outcome = in_line(each.outcome)
        yield Entry(called(each), rest, (Said(outcome),) if outcome else (), "done")


def move_entries(case: Case, moves: Sequence[Move]) -> Iterable[Entry]:
    """Yield metrics that were measured anew: from what to what, and whether that is better; the unchanged ones last."""
    for move in sorted(moves, key=lambda each: each.is_better is None):
        yield _move_entry(case, move)


def late_entries(late: Iterable[Action]) -> Iterable[Entry]:
    """Yield what is late: since when, and whose it is."""
    for each in late:
        if each.late is not None and each.opportunity.due is not None:
            due = _("due {day}").format(day=full_day_text(each.opportunity.due))
            whose = each.owner or _("nobody’s")
            yield Entry(
                called(each.opportunity), joined(late_words(each.late), due, whose, each.opportunity.who.strip()),
                sign="late",
            )  # fmt: skip


def _part(name: str, entries: list[Entry]) -> Section:
    heading = _("{name} ({count})").format(name=name, count=len(entries))
    return Section(heading, [Entries(tuple(entries))], 2)


def _lead(case: Case, since: date | None) -> str:
    """Return which days are told."""
    journey_map = case.journey.map
    if since is None:
        return _("The map was never reviewed; what follows is all up to today.")
    reviewed = {journey_map.reviewed, *(each.date for each in journey_map.reviews)}
    days = (case.today - since).days
    if since in reviewed:
        words = ngettext("Last reviewed on {day}, {count} day ago.", "Last reviewed on {day}, {count} days ago.", days)
    else:
        words = _("Never reviewed; made on {day}.")
    return words.format(day=full_day_text(since), count=days)


def _said_then(reviews: Iterable[Review], since: date | None) -> Iterable[str]:
    """Yield what was noted at the last review."""
    for each in reviews:
        if since is not None and each.date == since and (each.note.strip() or each.who.strip()):
            yield ": ".join(filter(None, (in_line(each.who), in_line(each.note))))


def _move_entry(case: Case, move: Move) -> Entry:
    metric, now = move.metric, value_text(move.now, move.metric.unit)
    place = place_name(case, metric.on)
    if move.before is None:
        return Entry(called(metric), joined(_("{now}, measured first").format(now=now), place), sign="open")
    way = f"{value_text(move.before, metric.unit)} → {now}"
    if move.is_better is None:
        return Entry(called(metric), joined(_("unchanged at {now}").format(now=now), place), sign="open")
    verdict = Said(_("better"), "good") if move.is_better else Said(_("worse"), "pain")
    more = (Said(joined(verdict.words, _target(metric)), verdict.tone),)
    return Entry(called(metric), joined(way, place), more, "done" if move.is_better else "pain")


def _target(metric: Metric) -> str:
    return "" if metric.target is None else _("target {value}").format(value=value_text(metric.target, metric.unit))
