"""What is measured along a journey: the metrics of each stage, and the stages where nothing is."""

from typing import NamedTuple

from journey_editor.core.records import Metric, Stage, Touchpoint, Transition
from journey_editor.insight.case import Case


class Measured(NamedTuple):
    """A stage and the metrics on it, on its touchpoints and on what begins there, in reading order."""

    stage: Stage
    metrics: tuple[Metric, ...]


def framework(case: Case) -> tuple[Measured, ...]:
    """Return the stages of a map in order, each with what is measured there."""
    found: dict[str, list[Metric]] = {each.id: [] for each in case.journey.stages}
    for metric in case.metrics:
        stage = _stage_of(case, metric.on)
        if stage is not None:
            found[stage].append(metric)
    return tuple(Measured(each, tuple(found[each.id])) for each in case.journey.stages)


def _stage_of(case: Case, carrier: str) -> str | None:
    record = case.record(carrier)
    if isinstance(record, Transition):
        record = case.record(record.source)
    if isinstance(record, Touchpoint):
        return case.stage_at[record.id].id
    return record.id if isinstance(record, Stage) else None
