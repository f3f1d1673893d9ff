"""The rules about a map as a whole: whose it is, how far it reaches, what could go, when it was last looked at."""

from collections.abc import Iterator

from journey_editor.assets import _, ngettext
from journey_editor.core.dates import full_day_text
from journey_editor.core.parts import Phase
from journey_editor.insight.case import Case
from journey_editor.insight.finding import Finding

MOST_STAGES, MOST_TOUCHPOINTS = 7, 60
"""More stages or touchpoints are too many to talk about in one sitting."""

REVIEW_EVERY = 90
"""Days between reviews of a map where nobody said how often: the practice is quarterly."""

_AROUND: frozenset[Phase] = frozenset(("pre_purchase", "post_churn"))


def no_persona(case: Case) -> Iterator[Finding]:
    """Find maps of which nobody said whose journey it is."""
    if case.journey.map.persona is None:
        said = _("Nobody says whose journey this is: choose a persona.")
        yield Finding("no_persona", "medium", (case.journey.map.id,), {}, said)


def no_scope(case: Case) -> Iterator[Finding]:
    """Find maps without objective, or of which nobody said where the journey begins or ends."""
    about = case.journey.map
    if about.objective.strip() and about.scope_from.strip() and about.scope_to.strip():
        return
    if about.objective.strip():
        said = _("Nobody says where this journey begins and ends: without that, maps grow without end.")
    else:
        said = _("Nobody says what this map is for: without an objective it answers no question.")
    yield Finding("no_scope", "low", (about.id,), {}, said)


def too_broad(case: Case) -> Iterator[Finding]:
    """Find maps of more than 7 stages (those before the purchase and after the churn aside) or 60 touchpoints."""
    stages = sum(each.phase not in _AROUND for each in case.journey.stages)
    touchpoints = len(case.journey.touchpoints)
    if stages > MOST_STAGES or touchpoints > MOST_TOUCHPOINTS:
        said = ngettext(
            "{stages} stages and {count} touchpoint are a lot for one map: give a part of it a map of its own.",
            "{stages} stages and {count} touchpoints are a lot for one map: give a part of it a map of its own.",
            touchpoints,
        ).format(stages=stages, count=touchpoints)
        numbers = {"stages": stages, "touchpoints": touchpoints}
        yield Finding("too_broad", "low", (case.journey.map.id,), numbers, said)


def no_before_after(case: Case) -> Iterator[Finding]:
    """Find maps that say nothing of the time before the purchase or after it all, unless their scope is given."""
    about = case.journey.map
    if about.scope_from.strip() and about.scope_to.strip():
        return
    phases = {each.phase for each in case.journey.stages}
    before, after = "pre_purchase" in phases, bool(phases & {"post_churn", "advocacy"})
    if before and after:
        return
    if before:
        said = _("No stage tells what comes after (recommending, or leaving): journeys do not end with the contract.")
    elif after:
        said = _("No stage lies before the purchase: journeys begin before the first contract.")
    else:
        said = _("No stage lies before the purchase, and none tells what comes after: the map shows the middle only.")
    yield Finding("no_before_after", "info", (about.id,), {}, said)


def unneeded(case: Case) -> Iterator[Finding]:
    """Find touchpoints that are marked as unneeded, all of them as one finding."""
    found = [each for each in case.journey.touchpoints if each.unneeded]
    if found:
        said = ngettext(
            "“{title}” is marked as unneeded: leave it out, and the journey gets shorter.",
            "{count} touchpoints are marked as unneeded: leave them out, and the journey gets shorter.",
            len(found),
        ).format(title=case.name(found[0].id), count=len(found))
        yield Finding("unneeded", "info", tuple(each.id for each in found), {"count": len(found)}, said)


def review_overdue(case: Case) -> Iterator[Finding]:
    """Find maps that should have been looked at again; `days` are since the day of that review."""
    about = case.journey.map
    since = about.reviewed or about.created
    if since is None:
        said = _("Nobody says when this map was made or looked at: is it still true?")
        yield Finding("review_overdue", "low", (about.id,), {}, said)
        return
    days = (case.today - since).days - (about.review_every_days or REVIEW_EVERY)
    if days > 0:
        words = (
            ngettext(
                "Last reviewed on {day}, and the next review is {count} day late: is this map still true?",
                "Last reviewed on {day}, and the next review is {count} days late: is this map still true?",
                days,
            )
            if about.reviewed
            else ngettext(
                "Made on {day}, and its review is {count} day late: is this map still true?",
                "Made on {day}, and its review is {count} days late: is this map still true?",
                days,
            )
        ).format(day=full_day_text(since), count=days)
        yield Finding("review_overdue", "medium", (about.id,), {"days": days}, words)
