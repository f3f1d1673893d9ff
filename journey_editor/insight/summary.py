"""A map in a few numbers, for its status line and its poster."""

from dataclasses import dataclass

from journey_editor.core.backing import is_evidenced
from journey_editor.core.journey import Journey
from journey_editor.insight.case import Case
from journey_editor.insight.conversion import Conversion, conversion_of
from journey_editor.insight.rules.handoff import handoff

UNPROVEN_STATES = ("future", "hypothesis")
"""States of a map whose feelings are wishes or guesses, so that no evidence is asked for."""


@dataclass(frozen=True, slots=True)
class Summary:
    """How many of what a map has. `backed` is a share (0 to 1), None where there is nothing to back.

    `conversion` is how many of those who enter complete the journey.
    """

    handoffs: int
    high_handoffs: int
    troughs: int
    moments: int
    backed: float | None
    conversion: Conversion


def summary(case: Case) -> Summary:
    """Count what a map has; the tray counts nowhere."""
    handoffs = tuple(handoff(case))
    return Summary(
        handoffs=len(handoffs),
        high_handoffs=sum(each.severity == "high" for each in handoffs),
        troughs=len(case.troughs),
        moments=len(case.moments),
        backed=backed_share(case.journey),
        conversion=conversion_of(case.journey),
    )


def backed_share(journey: Journey) -> float | None:
    """Return the share of emotions that something backs: research, a measurement or evidence at the touchpoint.

    None for a map of the future or a hypothesis, and where nobody was asked how it feels.
    """
    felt = [each for each in journey.touchpoints if each.emotion is not None]
    if not felt or journey.map.state in UNPROVEN_STATES:
        return None
    return sum(map(is_evidenced, felt)) / len(felt)
