"""The rules `split_room`, `ideal_journey` and `no_emotion`: whether feelings are told at all, and honestly."""

from collections.abc import Iterator

from journey_editor.assets import _
from journey_editor.core.words import valence_text
from journey_editor.insight.case import Case, is_pain
from journey_editor.insight.finding import PLACES, Finding

ENOUGH = 5
"""So many people in a room, or feelings on a map, say something."""

FAR_APART = 2.0
"""From this difference of valences on a room is of two minds."""


def split_room(case: Case) -> Iterator[Finding]:
    """Find feelings on which 5 people or more differ by 2 or more."""
    for touchpoint, emotion in case.felt:
        low, high, asked = emotion.low, emotion.high, emotion.n
        if low is None or high is None or asked is None or asked < ENOUGH or round(high - low, PLACES) < FAR_APART:
            continue
        said = _("At “{title}” {count} people feel from {low} to {high}: perhaps these are two personas.").format(
            title=case.name(touchpoint.id), count=asked, low=valence_text(low), high=valence_text(high)
        )
        yield Finding("split_room", "info", (touchpoint.id,), {"low": low, "high": high, "n": asked}, said)


def ideal_journey(case: Case) -> Iterator[Finding]:
    """Find maps of today with five feelings or more where nothing feels bad and nothing hurts."""
    if case.journey.map.state not in ("current", "as_is") or len(case.felt) < ENOUGH:
        return
    if min(case.valences.values()) < 0 or case.pains or any(map(is_pain, case.parked)):
        return
    said = _("Nothing feels bad here and nothing hurts: is this how it is, or how it should be?")
    yield Finding("ideal_journey", "high", (case.journey.map.id,), {}, said)


def no_emotion(case: Case) -> Iterator[Finding]:
    """Find maps where more than half of the touchpoints have no emotion."""
    total = len(case.journey.touchpoints)
    missing = total - len(case.felt)
    if 2 * missing > total:
        said = _("{missing} of {total} touchpoints say nothing about how they feel: the curve tells little.")
        said = said.format(missing=missing, total=total)
        yield Finding("no_emotion", "medium", (case.journey.map.id,), {"missing": missing, "total": total}, said)
