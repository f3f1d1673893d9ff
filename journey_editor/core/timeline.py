"""When the stages of a map are: their periods on one line of time, tracks for those that overlap, holes between them.

All numbers are days from the start of the journey; ends are exclusive. A stage of which only one end is known goes on
to the end of the line, or comes from its beginning.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from journey_editor.core.records import Stage

FARTHEST = 1e7
"""Days before and after the start of a journey beyond which nothing is drawn: 27,000 years."""

_LEAST_OPEN = 7.0  # days that a stage without an end is seen to go on
_OPEN_SHARE = 0.08  # of the whole time, where that is more


class Period(NamedTuple):
    """When a stage is. `from_before` says that its start is not known, `goes_on` that its end is not."""

    stage: str
    start: float
    end: float
    from_before: bool = False
    goes_on: bool = False


class Hole(NamedTuple):
    """A time that lies in no stage: between the end of one and the start of another."""

    start: float
    end: float
    before: str
    after: str


class Overlap(NamedTuple):
    """A time that lies in two stages."""

    start: float
    end: float
    first: str
    second: str


def periods_of(stages: Iterable[Stage]) -> tuple[Period, ...]:
    """Return when stages are, in their order; those without a time, or that end before they begin, are left out."""
    timed = [each for each in stages if is_timed(each)]
    known = [day for each in timed for day in (each.start_day, each.end_day) if day is not None]
    if not known:
        return ()
    first, last = min(known), max(known)
    more = max(_LEAST_OPEN, (last - first) * _OPEN_SHARE)
    if any(each.end_day is None and each.start_day == last for each in timed):
        last += more
    if any(each.start_day is None and each.end_day == first for each in timed):
        first -= more
    return tuple(_period(each, first, last) for each in timed)


def is_timed(stage: Stage) -> bool:
    """Whether a stage has a place in time: an end that is known, or both, the start before the end."""
    start, end = stage.start_day, stage.end_day
    known = [day for day in (start, end) if day is not None]
    return bool(known) and all(abs(day) <= FARTHEST for day in known) and (start is None or end is None or start < end)


def ends_of(periods: Sequence[Period]) -> tuple[float, float]:
    """Return the earliest start and the latest end. Raises ValueError where there are no periods."""
    return min(each.start for each in periods), max(each.end for each in periods)


def tracks_of(periods: Sequence[Period]) -> tuple[int, ...]:
    """Return for each period the uppermost track, from 0, in which it overlaps none that begins earlier."""
    ends: list[float] = []
    found = [0] * len(periods)
    for place in sorted(range(len(periods)), key=lambda place: (periods[place].start, place)):
        start, end = periods[place].start, periods[place].end
        track = next((track for track, until in enumerate(ends) if until <= start), len(ends))
        ends[track : track + 1] = [end]
        found[place] = track
    return tuple(found)


def holes_of(periods: Sequence[Period]) -> tuple[Hole, ...]:
    """Return the times between the first start and the last end in which nothing is, in order."""
    found: list[Hole] = []
    last: Period | None = None
    for each in sorted(periods, key=lambda period: period.start):
        if last is not None and each.start > last.end:
            found.append(Hole(last.end, each.start, last.stage, each.stage))
        last = each if last is None or each.end > last.end else last
    return tuple(found)


def overlaps_of(periods: Sequence[Period], most: int = 50) -> tuple[Overlap, ...]:
    """Return the times in which two stages are at once, by their start, at most so many."""
    ordered = sorted(periods, key=lambda period: period.start)
    found: list[Overlap] = []
    for place, each in enumerate(ordered):
        for other in ordered[place + 1 :]:
            if other.start >= each.end or len(found) >= most:
                break
            found.append(Overlap(other.start, min(each.end, other.end), each.stage, other.stage))
    return tuple(found)


def shared_of(periods: Sequence[Period]) -> tuple[tuple[float, float], ...]:
    """Return the stretches of time, as wide as they are, in which two stages or more are at once."""
    edges = sorted([(each.start, 1) for each in periods] + [(each.end, -1) for each in periods])
    found: list[tuple[float, float]] = []
    depth, begin = 0, 0.0
    for day, step in edges:
        if depth < 2 <= depth + step:
            begin = day
        elif depth >= 2 > depth + step and day > begin:
            found.append((begin, day))
        depth += step
    return tuple(found)


def _period(stage: Stage, first: float, last: float) -> Period:
    start, end = stage.start_day, stage.end_day
    return Period(stage.id, first if start is None else start, last if end is None else end, start is None, end is None)
