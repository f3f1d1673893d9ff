"""The rule `trough`: where the feeling falls below neutral and below what is around it."""

from journey_editor.assets import _
from journey_editor.core.journey import Journey
from journey_editor.core.parts import Emotion
from journey_editor.core.records import Touchpoint
from journey_editor.core.troughs import Trough, troughs
from journey_editor.core.words import number_text
from journey_editor.insight.finding import Finding, Severity

LOW = -1.5
"""From this valence down a trough is high where it is also among the lowest of the map."""

LOWEST = 3
"""How many touchpoints count as the lowest of a map."""

Felt = tuple[Touchpoint, Emotion]


def trough_findings(journey: Journey) -> tuple[Finding, ...]:
    """Return the troughs of a map in reading order, each with its touchpoints, valence (-2 to +2) and depth."""
    felt = [(each, each.emotion) for each in journey.touchpoints if each.emotion is not None]
    valences = [emotion.valence for _touchpoint, emotion in felt]
    lowest = sorted(range(len(felt)), key=lambda place: (valences[place], place))[:LOWEST]
    return tuple(_finding(trough, felt, lowest) for trough in troughs(valences))


def _finding(trough: Trough, felt: list[Felt], lowest: list[int]) -> Finding:
    members = [felt[place][0] for place in trough.members]
    bottom, emotion = felt[trough.run[0]]
    moment = any(each.moment is not None for each in members)
    severity: Severity = "medium"
    if moment or (emotion.valence <= LOW and trough.run[0] in lowest):
        severity = "high"
    said = _sentence(moment).format(
        title=bottom.title, valence=number_text(emotion.valence), depth=number_text(trough.depth)
    )
    numbers = {"valence": emotion.valence, "depth": trough.depth}
    return Finding("trough", severity, tuple(each.id for each in members), numbers, said)


def _sentence(moment: bool) -> str:
    if moment:
        return _(
            "At “{title}” the feeling falls to {valence}, {depth} below what is around it, "
            "where a moment of truth decides who stays."
        )
    return _(
        "At “{title}” the feeling falls to {valence}, {depth} below what is around it: "
        "such low points are what people remember."
    )
