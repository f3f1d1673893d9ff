"""The rules `friction` and `waiting`: where people get lost on the way, and where they wait."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from journey_editor.assets import _
from journey_editor.core.funnel import steps_of
from journey_editor.core.records import Stage
from journey_editor.core.words import number_text
from journey_editor.insight.case import Case
from journey_editor.insight.finding import PLACES, Finding

LEAST_LOSS = 0.05
"""The share of people that is lost at least where there is friction."""

EARLY, LATER = 1, 3
"""So many losses are told of the stages before the purchase, and of all others."""

LONG_WAIT = 7.0
"""Days of waiting that are told."""


@dataclass(frozen=True, slots=True)
class _Loss:
    """A share of people (0 to 1) that is lost inside a stage, or between two; it belongs to the first one."""

    stages: tuple[Stage, ...]
    share: float


def friction(case: Case) -> Iterator[Finding]:
    """Find the largest loss of people before the purchase and the three largest of all others, of 5 % at least."""
    places = {each.id: place for place, each in enumerate(case.journey.stages)}
    losses = [each for each in _losses(case) if each.share >= LEAST_LOSS]
    early = [each for each in losses if each.stages[0].phase == "pre_purchase"]
    later = [each for each in losses if each.stages[0].phase != "pre_purchase"]
    worst = [each for some, most in ((early, EARLY), (later, LATER)) for each in _largest(some, most)]
    for each in sorted(worst, key=lambda loss: [places[stage.id] for stage in loss.stages]):
        ids = tuple(stage.id for stage in each.stages)
        planned = any(one.owner and one.due and one.metric for one in case.opportunities_on(*ids))
        severity = "low" if planned else "high"
        yield Finding("friction", severity, ids, {"loss": each.share}, _loss_text(case, each, planned))


def waiting(case: Case) -> Iterator[Finding]:
    """Find transitions of any path with a wait of 7 days or more, and more than 7 days between two stages."""
    for before, after in pairwise(case.journey.stages):
        if before.end_day is None or after.start_day is None:
            continue
        days = min(round(after.start_day - before.end_day, PLACES), sys.float_info.max)
        if days > LONG_WAIT:
            said = _("Between “{before}” and “{after}” lie {days} days without anything: time to forget and to doubt.")
            said = said.format(before=case.name(before.id), after=case.name(after.id), days=number_text(days))
            yield Finding("waiting", "medium", (before.id, after.id), {"days": days}, said)
    for each in case.transitions:
        if each.wait_days is not None and each.wait_days >= LONG_WAIT:
            said = (
                _("From “{source}” to “{target}” people wait {days} days: time to doubt and to look elsewhere.")
                if each.target in case.order
                else _("After “{source}” people wait {days} days before they leave: time to win them back.")
            ).format(
                source=case.name(each.source), target=case.name(each.target or ""), days=number_text(each.wait_days)
            )
            yield Finding("waiting", "medium", (each.id,), {"days": each.wait_days}, said)


def _losses(case: Case) -> Iterator[_Loss]:
    """Yield what is lost inside each stage and on to the next, in order; after the churn nobody is lost any more."""
    counted = [each for each in case.journey.stages if each.phase != "post_churn"]
    for place, (stage, step) in enumerate(zip(counted, steps_of(counted), strict=True)):
        if step.inside is not None:
            yield _Loss((stage,), step.inside)
        if step.onward is not None:
            yield _Loss((stage, counted[place + 1]), step.onward)


def _largest(losses: list[_Loss], most: int) -> list[_Loss]:
    return sorted(losses, key=lambda each: -each.share)[:most]  # of equal ones the earlier comes first


def _loss_text(case: Case, loss: _Loss, planned: bool) -> str:
    names = [case.name(each.id) for each in loss.stages]
    said = (
        _("{share} % of those who enter “{stage}” do not complete it")
        if len(names) == 1
        else _("{share} % get lost between “{stage}” and “{next}”")
    ).format(share=number_text(round(loss.share * 100, 1)), stage=names[0], next=names[-1])
    if planned:
        return _("{loss}; an opportunity with owner, date and metric is about it.").format(loss=said)
    return _("{loss}, and no opportunity with owner, date and metric is about it.").format(loss=said)
