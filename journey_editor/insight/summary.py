"""A map in a few numbers: for its status line, its poster, its report and the command line."""

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from journey_editor.core.backing import is_evidenced
from journey_editor.core.journey import Journey
from journey_editor.insight.case import Case
from journey_editor.insight.conversion import Conversion, conversion_of
from journey_editor.insight.finding import PLACES, Finding
from journey_editor.insight.perception import UNPROVEN_STATES
from journey_editor.insight.rules.handoff import handoff


@dataclass(frozen=True, slots=True)
class Summary:
    """How many of what a map has.

    `backed` and `coverage` are shares (0 to 1) of the feelings that something backs and of the touchpoints that have
    one, None where there is nothing to have them of; `waiting_days` are those of the happy path. `conversion` is how
    many of those who enter complete the journey.
    """

    stages: int
    touchpoints: int
    handoffs: int
    high_handoffs: int
    troughs: int
    moments: int
    backed: float | None
    coverage: float | None
    waiting_days: float
    conversion: Conversion

    def known(self) -> Mapping[str, float | str]:
        """Return what is known, under the names that scripts rely on."""
        found = {
            "stages": self.stages,
            "touchpoints": self.touchpoints,
            "handoffs": self.handoffs,
            "troughs": self.troughs,
            "moments": self.moments,
            "backed": self.backed,
            "coverage": self.coverage,
            "waiting_days": self.waiting_days,
            "conversion": self.conversion.whole,
            "tier": self.conversion.tier,
            "activation": self.conversion.activation,
            "activation_tier": self.conversion.activation_tier,
        }
        return {name: value for name, value in found.items() if value is not None}


def summary(case: Case, found: Iterable[Finding] | None = None) -> Summary:
    """Count what a map has, what people set aside included; the tray counts nowhere.

    `found` are all findings of the map, where they are known already: looking for handoffs is most of the work.
    """
    journey = case.journey
    handoffs = [each for each in (handoff(case) if found is None else found) if each.rule == "handoff"]
    touchpoints = len(journey.touchpoints)
    return Summary(
        stages=len(journey.stages),
        touchpoints=touchpoints,
        handoffs=len(handoffs),
        high_handoffs=sum(each.severity == "high" for each in handoffs),
        troughs=len(case.troughs),
        moments=len(case.moments),
        backed=backed_share(journey),
        coverage=len(case.felt) / touchpoints if touchpoints else None,
        waiting_days=_waiting_days(case),
        conversion=conversion_of(journey),
    )


def backed_share(journey: Journey) -> float | None:
    """Return the share of emotions that something backs: research, a measurement or evidence at the touchpoint.

    None for a map of the future or a hypothesis, and where nobody was asked how it feels.
    """
    felt = [each for each in journey.touchpoints if each.emotion is not None]
    if not felt or journey.map.state in UNPROVEN_STATES:
        return None
    return sum(map(is_evidenced, felt)) / len(felt)


def _waiting_days(case: Case) -> float:
    days = sum(each.wait_days or 0.0 for each in case.transitions if each.path == "happy")
    return round(min(days, sys.float_info.max), PLACES)
