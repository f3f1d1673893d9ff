"""What customers expect of a journey and do not get: the metrics of a map that fall short, in one list."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from journey_editor.core.journey import Journey
from journey_editor.core.measures import gap
from journey_editor.core.parts import Priority
from journey_editor.core.records import Metric, Stage, Touchpoint, Transition

Carrier = Stage | Touchpoint | Transition

_URGENCY: Mapping[Priority | None, int] = {"high": 0, "medium": 1, None: 1, "low": 2}
"""A gap of which nobody said how urgent it is counts as medium, as the finding does."""


class Gap(NamedTuple):
    """A metric and what it is on. `apart` is negative for a shortfall; None where only words tell of the gap."""

    metric: Metric
    on: Carrier
    apart: float | None

    @property
    def is_short(self) -> bool:
        """Whether something is missing to what was expected."""
        return self.apart is None or self.apart < 0


def gaps_of(journey: Journey) -> tuple[Gap, ...]:
    """Return the gaps of a map: shortfalls by priority, then reading order; last what is as expected or better.

    A metric is listed where its gap can be computed, or where somebody wrote down what it is.
    """
    found = [each for each in _each(journey) if each.apart is not None or each.metric.gap_text.strip()]
    return tuple(sorted(found, key=lambda each: (not each.is_short, _URGENCY[each.metric.priority])))


def measured(journey: Journey) -> Iterator[tuple[Stage, Carrier, Metric]]:
    """Yield the metrics of a map in reading order, each with its stage and what it is on.

    Those of a stage come first, then those of its touchpoints, each with the transitions that begin there.
    """
    leaving: dict[str, list[Transition]] = {}
    for each in journey.transitions:
        leaving.setdefault(each.source, []).append(each)
    for stage in journey.stages:
        carriers: list[Carrier] = [stage]
        for column in journey.columns_by_stage[stage.id]:
            for touchpoint in column:
                carriers += [touchpoint, *leaving.get(touchpoint.id, ())]
        for carrier in carriers:
            for metric in journey.metrics.get(carrier.id, ()):
                yield stage, carrier, metric


def _each(journey: Journey) -> Iterator[Gap]:
    return (Gap(metric, on, gap(metric)) for _stage, on, metric in measured(journey))
