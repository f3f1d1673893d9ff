"""The rules `ticket_hotspot` and `unmeasured_stage`: what is counted at stages, and where nothing is."""

from collections.abc import Iterator

from journey_editor.assets import _
from journey_editor.core.records import Stage
from journey_editor.core.words import number_text
from journey_editor.insight.case import Case
from journey_editor.insight.finding import Finding

FEWEST_TICKETS = 10
"""So many tickets a stage has at least to be a hotspot."""

PART = 3
"""One part of so many of all stages' tickets it has at least."""


def ticket_hotspot(case: Case) -> Iterator[Finding]:
    """Find the stage with the most tickets of its own, if it has 10 or more and a third of those of all stages."""
    stage = max(case.journey.stages, key=lambda each: each.tickets or 0, default=None)  # of equal ones the first
    tickets = stage.tickets or 0 if stage is not None else 0
    every = sum(each.tickets or 0 for each in case.journey.stages)
    if stage is None or tickets < FEWEST_TICKETS or PART * tickets < every:
        return
    share = tickets / every
    planned = case.is_worked_on(*_with_touchpoints(case, stage))
    said = (
        _("“{stage}” has {tickets} of {every} tickets ({share} %), and there are opportunities for it.")
        if planned
        else _("“{stage}” has {tickets} of {every} tickets ({share} %), and no opportunity is about it.")
    ).format(stage=case.name(stage.id), tickets=tickets, every=every, share=number_text(round(share * 100)))
    numbers = {"tickets": tickets, "share": share}
    yield Finding("ticket_hotspot", "low" if planned else "medium", (stage.id,), numbers, said)


def unmeasured_stage(case: Case) -> Iterator[Finding]:
    """Find stages with no metric on them or on their touchpoints."""
    for stage in case.journey.stages:
        if not any(case.journey.metrics.get(each) for each in _with_touchpoints(case, stage)):
            said = _("Nothing is measured at “{stage}”: nobody will see whether it gets better.")
            yield Finding("unmeasured_stage", "low", (stage.id,), {}, said.format(stage=case.name(stage.id)))


def _with_touchpoints(case: Case, stage: Stage) -> list[str]:
    return [stage.id, *(each.id for column in case.journey.columns_by_stage[stage.id] for each in column)]
