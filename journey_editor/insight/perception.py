"""Where the team believed something else than people feel: what rule, inspector and map count by."""

from journey_editor.core.parts import State
from journey_editor.core.records import Touchpoint
from journey_editor.insight.finding import PLACES, Severity

GAP = 1.0
"""From this difference of valences on there is a gap."""

WIDE_GAP = 2.0
"""From this difference on a gap that rests on research is high."""


UNASKED = ("assumption", "workshop")
"""What a feeling rests on where no customer was asked."""

UNPROVEN_STATES: frozenset[State] = frozenset(("future", "hypothesis"))
"""States of a map whose feelings are wishes or guesses, so that neither evidence nor customers are asked for."""


def perception_gap(touchpoint: Touchpoint, state: State) -> tuple[float, Severity] | None:
    """Return the gap at a touchpoint (believed less felt: positive where it is worse than thought) and its severity.

    There is none where either is unknown, where they differ by less than 1, or in a map of what is only planned.
    """
    emotion, believed = touchpoint.emotion, touchpoint.believed
    if emotion is None or believed is None or state in UNPROVEN_STATES:
        return None
    gap = round(believed - emotion.valence, PLACES)
    if abs(gap) < GAP:
        return None
    if emotion.basis in UNASKED:
        return gap, "low"
    return gap, "high" if abs(gap) >= WIDE_GAP else "medium"
