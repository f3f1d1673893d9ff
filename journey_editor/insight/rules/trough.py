"""The rule `trough`: where the feeling falls below neutral and below what is around it."""

from collections.abc import Iterator

from journey_editor.assets import _
from journey_editor.core.troughs import Trough
from journey_editor.core.words import number_text
from journey_editor.insight.case import Case
from journey_editor.insight.finding import Finding, Severity

LOW = -1.5
"""From this valence down a trough is high where it is also among the lowest of the map."""

LOWEST = 3
"""How many touchpoints count as the lowest of a map."""


def trough(case: Case) -> Iterator[Finding]:
    """Find the troughs of a map, each with its touchpoints, valence (-2 to +2) and depth."""
    valences = tuple(case.valences.values())
    lowest = sorted(range(len(valences)), key=lambda place: (valences[place], place))[:LOWEST]
    for each in case.troughs:
        yield _finding(each, case, is_lowest=each.run[0] in lowest)


def _finding(trough: Trough, case: Case, *, is_lowest: bool) -> Finding:
    members = [case.felt[place][0] for place in trough.members]
    bottom, emotion = case.felt[trough.run[0]]
    moment = any(each.moment is not None for each in members)
    severity: Severity = "high" if moment or (emotion.valence <= LOW and is_lowest) else "medium"
    said = _sentence(moment).format(
        title=case.name(bottom.id), valence=number_text(emotion.valence), depth=number_text(trough.depth)
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
