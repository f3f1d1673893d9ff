"""The rules `assumption`, `few_interviews` and `stale_evidence`: what a map rests on, and how old that is."""

from collections.abc import Iterator
from datetime import date

from journey_editor.assets import _, ngettext
from journey_editor.core.backing import is_evidenced
from journey_editor.core.parts import Source
from journey_editor.core.records import Evidence
from journey_editor.core.titles import called
from journey_editor.insight.case import NAME, Case
from journey_editor.insight.finding import Finding
from journey_editor.insight.perception import UNPROVEN_STATES
from journey_editor.insight.used import evidence_used

INTERVIEWS: frozenset[Source] = frozenset(("interview", "churn_interview", "win_loss"))
"""Sources where somebody was asked."""

FEWEST = 8
"""So many people should have been asked at least before a map is believed."""

OLDEST = 365
"""Days after which evidence is old."""


def assumption(case: Case) -> Iterator[Finding]:
    """Find maps with fewer than half of their feelings backed by research, a measurement or evidence."""
    total = len(case.felt)
    if not total or case.journey.map.state in UNPROVEN_STATES:
        return
    backed = sum(is_evidenced(touchpoint) for touchpoint, _emotion in case.felt)
    if 2 * backed < total:
        said = (
            ngettext(
                "{backed} of {total} feelings is backed by evidence: the rest is what the team assumes.",
                "{backed} of {total} feelings are backed by evidence: the rest is what the team assumes.",
                backed,
            )
            if backed
            else _("None of the feelings is backed by evidence: all of it is what the team assumes.")
        ).format(backed=backed, total=total)
        yield Finding("assumption", "medium", (case.journey.map.id,), {"backed": backed, "total": total}, said)


def is_stale(evidence: Evidence, today: date) -> bool:
    """Whether evidence is older than 365 days; of what has no date nobody knows."""
    return evidence.date is not None and (today - evidence.date).days > OLDEST


def few_interviews(case: Case) -> Iterator[Finding]:
    """Find files whose evidence holds interviews with fewer than 8 people."""
    if case.journey.map.state in UNPROVEN_STATES:
        return
    asked = sum(each.n or 0 for each in case.journey.evidence if each.source in INTERVIEWS)
    if asked < FEWEST:
        said = (
            ngettext(
                "Only {count} interview stands behind this file: 8 to 12 are needed before patterns show.",
                "Only {count} interviews stand behind this file: 8 to 12 are needed before patterns show.",
                asked,
            )
            if asked
            else _("No interview stands behind this file: 8 to 12 are needed before patterns show.")
        )
        yield Finding("few_interviews", "low", (case.journey.map.id,), {"n": asked}, said.format(count=asked))


def stale_evidence(case: Case) -> Iterator[Finding]:
    """Find what the map rests on that is older than 365 days, all of it as one finding."""
    stale = [each for each in evidence_used(case) if is_stale(each, case.today)]
    if stale:
        oldest = min(stale, key=lambda each: (each.date or case.today, each.rank, each.id))
        said = ngettext(
            "“{title}” is older than a year: is it still true?",
            "{count} sources are older than a year, such as “{title}”: are they still true?",
            len(stale),
        ).format(count=len(stale), title=called(oldest, NAME))
        yield Finding("stale_evidence", "low", (case.journey.map.id,), {"count": len(stale)}, said)
