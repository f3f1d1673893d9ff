"""The rules `trough` and `trough_without_opportunity`: low points of the feeling, and those nobody works on."""

from collections.abc import Iterator

from journey_editor.assets import _
from journey_editor.core.records import Touchpoint
from journey_editor.core.troughs import Trough
from journey_editor.core.words import number_text, valence_text
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


def trough_without_opportunity(case: Case) -> Iterator[Finding]:
    """Find troughs with no opportunity, unless dropped, on any of their touchpoints or these touchpoints' stages."""
    for each in case.troughs:
        members = members_of(each, case)
        ids = tuple(member.id for member in members)
        if not case.is_worked_on(*ids, *dict.fromkeys(case.stage_at[member].id for member in ids)):
            bottom, emotion = case.felt[each.run[0]]
            said = _("Nothing is planned for the low point at “{title}”: it will stay as it is.")
            numbers = {"valence": emotion.valence}
            yield Finding("trough_without_opportunity", "medium", ids, numbers, said.format(title=case.name(bottom.id)))


def members_of(trough: Trough, case: Case) -> list[Touchpoint]:
    """Return the touchpoints of a trough in reading order: its run and those beside it that feel about as bad."""
    return [case.felt[place][0] for place in trough.members]


def _finding(trough: Trough, case: Case, *, is_lowest: bool) -> Finding:
    members = members_of(trough, case)
    bottom, emotion = case.felt[trough.run[0]]
    moment = any(each.moment is not None for each in members)
    lowest = emotion.valence <= LOW and is_lowest
    severity: Severity = "high" if moment or lowest else "medium"
    said = _sentence(moment=moment, lowest=lowest).format(
        title=case.name(bottom.id), valence=valence_text(emotion.valence), depth=number_text(trough.depth)
    )
    numbers = {"valence": emotion.valence, "depth": trough.depth}
    return Finding("trough", severity, tuple(each.id for each in members), numbers, said)


def _sentence(*, moment: bool, lowest: bool) -> str:
    """Return why a trough matters, with places for the words and numbers."""
    if moment:
        return _(
            "“{title}” feels {valence}, {depth} below what is around it: a moment of truth that drives people away."
        )
    if lowest:
        return _("“{title}” feels {valence}, {depth} below what is around it: the low points are what people remember.")
    return _("“{title}” feels {valence}, {depth} below what is around it: a dip that people notice.")
