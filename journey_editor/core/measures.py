"""Where a metric stands: its gap against what was expected, and how far it has come from baseline to target."""

from typing import NamedTuple

from journey_editor.core.records import Metric

_BEYOND = 0.1  # of the way: what a bar shows behind the target
_HIGHEST = 1e300  # two numbers further apart have no difference that can be told


class Course(NamedTuple):
    """Places on a bar, from 0 to 1: where a metric stands, its target, what was expected; to the right is better."""

    now: float
    target: float
    expected: float | None = None


def gap(metric: Metric) -> float | None:
    """Return how far a metric is from what was expected, negative where it falls short; None where that is not known.

    expected - current where lower is better, current - expected where higher is better.
    """
    if metric.current is None or metric.expected is None:
        return None
    apart = metric.expected - metric.current if metric.better == "lower" else metric.current - metric.expected
    return apart + 0.0 if abs(apart) < _HIGHEST else None


def progress(metric: Metric) -> float | None:
    """Return the share of the way from baseline to target that is done: 1 at the target, negative for the wrong way.

    None where one of the three is not known, or the target is the baseline.
    """
    baseline, current, target = metric.baseline, metric.current, metric.target
    if baseline is None or current is None or target is None or baseline == target:
        return None
    way = target / 2 - baseline / 2
    done = current / 2 - baseline / 2
    return done / way if abs(way) > abs(done) / _HIGHEST else None


def course(metric: Metric) -> Course | None:
    """Return where a metric stands on a bar; None without current and target.

    With a baseline the bar begins there. Without one a percentage begins at 0 and ends at 100, other numbers that
    should rise begin at 0, and those that should fall begin where they are.
    """
    now, target = metric.current, metric.target
    if now is None or target is None or max(abs(now), abs(target), abs(metric.expected or 0.0)) > _HIGHEST:
        return None
    begin, end = _ends(metric, now, target)
    if begin == end:
        return Course(1.0, 1.0)
    expected = None if metric.expected is None else _place(metric.expected, begin, end)
    return Course(_place(now, begin, end), _place(target, begin, end), expected)


def _ends(metric: Metric, now: float, target: float) -> tuple[float, float]:
    """Return the values at both ends of the bar."""
    if metric.baseline is not None and metric.baseline != target and abs(metric.baseline) <= _HIGHEST:
        begin = metric.baseline
    elif metric.better == "higher":
        begin = min(0.0, now, target)
        if metric.unit.strip() == "%" and max(now, target) <= 100:
            return begin, 100.0
    else:
        begin = max(now, target)
        if now <= target:  # it is there already
            return begin + abs(begin) * _BEYOND, min(now, target)
    beyond = target + (target - begin) * _BEYOND
    rises = target >= begin
    return begin, max(beyond, now) if rises else min(beyond, now)


def _place(value: float, begin: float, end: float) -> float:
    return max(0.0, min(1.0, (value - begin) / (end - begin)))
