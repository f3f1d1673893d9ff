"""What of a map has aged since somebody last knew it to be true: what a review asks about, one by one."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from journey_editor.core.backing import is_evidenced
from journey_editor.core.records import JourneyMap, Stage
from journey_editor.insight.case import Case
from journey_editor.insight.due import late_by
from journey_editor.insight.perception import UNPROVEN_STATES
from journey_editor.insight.rules.evidence import is_stale
from journey_editor.insight.rules.scope import REVIEW_EVERY
from journey_editor.insight.used import evidence_used

AgedKind = Literal["opportunity", "numbers", "metric", "evidence", "feeling"]

COUNTS = ("entered", "completed", "activated", "tickets")
"""The fields of a stage that are counted."""


@dataclass(frozen=True, slots=True)
class Aged:
    """A record that has aged. `since` is the day it was last known to be true, or due; None where nobody said."""

    kind: AgedKind
    record: str
    since: date | None = None


def aged(case: Case) -> tuple[Aged, ...]:
    """Return what of a map has aged, each kind in reading order.

    Opportunities that are overdue; numbers of stages and metrics that are older than the time between two reviews of
    the map (90 days where nobody said), or of which nobody said when they held; evidence that is older than 365 days
    (as the rule `stale_evidence`); feelings that are assumptions with no evidence, where the map says what is (as the
    rule `assumption`). What lies in the tray is not asked about.
    """
    return (*_opportunities(case), *_numbers(case), *_metrics(case), *_evidence(case), *_feelings(case))


def next_day(about: JourneyMap, today: date) -> date:
    """Return the day of the next review of a map that is reviewed today."""
    try:
        return today + timedelta(about.review_every_days or REVIEW_EVERY)
    except OverflowError:
        return date.max


def has_counts(stage: Stage) -> bool:
    """Whether anything of a stage is counted."""
    return any(stage.__dict__[field] is not None for field in COUNTS)


def _opportunities(case: Case) -> Iterator[Aged]:
    for each in case.opportunities:
        if late_by(each, case.today) is not None:
            yield Aged("opportunity", each.id, each.due)


def _numbers(case: Case) -> Iterator[Aged]:
    for each in case.journey.stages:
        if has_counts(each) and _is_old(case, each.as_of):
            yield Aged("numbers", each.id, each.as_of)


def _metrics(case: Case) -> Iterator[Aged]:
    for each in case.metrics:
        if each.current is not None and _is_old(case, each.as_of):
            yield Aged("metric", each.id, each.as_of)


def _evidence(case: Case) -> Iterator[Aged]:
    for each in evidence_used(case):
        if is_stale(each, case.today):
            yield Aged("evidence", each.id, each.date)


def _feelings(case: Case) -> Iterator[Aged]:
    if case.journey.map.state in UNPROVEN_STATES:
        return
    for touchpoint, emotion in case.felt:
        if emotion.basis == "assumption" and not is_evidenced(touchpoint):
            yield Aged("feeling", touchpoint.id)


def _is_old(case: Case, as_of: date | None) -> bool:
    """Whether a number is older than the time between two reviews, or nobody said how old it is."""
    return as_of is None or (case.today - as_of).days > (case.journey.map.review_every_days or REVIEW_EVERY)
