"""The scale of the time axis: where a day lies, and which weeks, months or quarters are marked."""

from math import ceil
from typing import NamedTuple

from journey_editor.assets import _
from journey_editor.layout.primitives import TimeScale

_APART = 30.0  # points between two marks, so that their numbers have room
_STEPS = (1, 2, 3, 4, 5, 6, 10, 12, 20, 26, 50, 52)
_UNITS = ((21.0, 1), (200.0, 7), (800.0, 30), (2200.0, 90))
"""Up to how many days the axis is marked in days, weeks, months and quarters; a longer one is in years."""
_YEAR = 360


class Tick(NamedTuple):
    """A mark at a day, with its number: of the first week, month or quarter it is 1; there is no number 0."""

    day: float
    number: int


def unit_of(scale: TimeScale) -> int:
    """Return how many days the unit has in which a scale is marked: 1, 7, 30, 90 or 360."""
    length = scale.last - scale.first
    return next((days for longest, days in _UNITS if length <= longest), _YEAR)


def unit_name(days: int) -> str:
    """Return what a unit's numbers count."""
    return {1: _("Days"), 7: _("Weeks"), 30: _("Months"), 90: _("Quarters"), _YEAR: _("Years")}[days]


def ticks_of(scale: TimeScale) -> tuple[Tick, ...]:
    """Return the marks of a scale, from the first day on, as close to each other as their numbers allow."""
    unit = unit_of(scale)
    apart = scale.width * unit / (scale.last - scale.first)
    least = _APART / apart if apart > 0 else float(_STEPS[-1])
    step = next((step for step in _STEPS if step >= least), 0) or 10 ** len(str(ceil(least)))
    first = ceil(scale.first / unit / step - 1e-9) * step
    found: list[Tick] = []
    while first * unit <= scale.last + 1e-9:
        found.append(Tick(float(first * unit), first + 1 if first >= 0 else first))
        first += step
    return tuple(found)
