"""What happened since a map was reviewed last: what was done, which metrics moved, what is late."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from journey_editor.core.records import Metric, Opportunity
from journey_editor.insight.case import Case


@dataclass(frozen=True, slots=True)
class Move:
    """A metric that was measured anew: its values before and now, None where it had none before."""

    metric: Metric
    before: float | None
    now: float
    day: date

    @property
    def is_better(self) -> bool | None:
        """Whether it moved where it should; None where it stayed, or has no value before."""
        if self.before is None or self.before == self.now:
            return None
        return (self.now < self.before) == (self.metric.better == "lower")


def last_review(case: Case) -> date | None:
    """Return the day before today on which a map was reviewed last, or made; None where nobody said.

    A review of today is the meeting itself.
    """
    journey_map = case.journey.map
    reviews = (journey_map.reviewed, *(each.date for each in journey_map.reviews))
    known = [day for day in reviews if day is not None and day < case.today]
    created = journey_map.created
    return max(known, default=created if created is not None and created < case.today else None)


def done_since(opportunities: Iterable[Opportunity], since: date | None, today: date) -> list[Opportunity]:
    """Return what was done after a day and up to today, by the day on which it was."""
    dated = [(each.done_on, each) for each in opportunities if each.status == "done" and each.done_on is not None]
    found = [(day, each) for day, each in dated if (since is None or day > since) and day <= today]
    return [each for _day, each in sorted(found, key=lambda pair: pair[0])]


def moved_since(metrics: Iterable[Metric], since: date | None, today: date) -> list[Move]:
    """Return the metrics that were measured after a day and up to today, in their order."""
    found = (_move(each, since, today) for each in metrics)
    return [each for each in found if each is not None]


def _move(metric: Metric, since: date | None, today: date) -> Move | None:
    """Compare the last value after a day with the last one up to it, else with the first one known, else the baseline.

    Where the history lacks the current value, it counts with the day it is of.
    """
    values = dict(metric.history)
    if metric.current is not None and metric.as_of is not None and metric.as_of >= max(values, default=date.min):
        values[metric.as_of] = metric.current
    values = {day: values[day] for day in sorted(values) if day <= today}
    new = [day for day in values if since is None or day > since]
    if not new:
        return None
    old = [day for day in values if day not in new]
    if old:
        before = values[old[-1]]
    else:
        before = metric.baseline if metric.baseline is not None else values[new[0]] if len(new) > 1 else None
    return Move(metric, before, values[new[-1]], new[-1])
