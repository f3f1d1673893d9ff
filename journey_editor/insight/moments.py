"""Moments of truth: the touchpoints that decide whether the customer stays."""

from journey_editor.core.journey import Journey
from journey_editor.core.records import Touchpoint


def moments_of_truth(journey: Journey) -> tuple[Touchpoint, ...]:
    """Return the placed touchpoints marked as a moment of truth, in reading order; an empty mark counts."""
    return tuple(each for each in journey.touchpoints if each.moment is not None)
