"""The emotion curve as a row of feelings, and which of them are worth a name beside it."""

from collections.abc import Collection

from journey_editor.core.backing import is_assumed
from journey_editor.core.records import Touchpoint
from journey_editor.core.titles import called
from journey_editor.insight.case import Case
from journey_editor.insight.findings import findings
from journey_editor.interchange.report.parts import Curve, Feeling
from journey_editor.interchange.report.words import basis_name

MOST_TOLD = 14
"""Where a curve has no more points than this, each has its name beside it."""


def curve_of(case: Case, stage_id: str | None = None) -> Curve:
    """Return the feelings of a map in reading order, or those of one of its stages."""
    touchpoints = [
        each for each in case.journey.touchpoints if stage_id is None or case.stage_at[each.id].id == stage_id
    ]
    low = {case.felt[place][0].id for each in case.troughs for place in each.members}
    ends = {case.felt[each.run[0]][0].id for each in case.troughs}
    high = {each.records[0] for each in findings(case, "delight")}
    named = {each.id for each in touchpoints if each.moment is not None} | ends | high
    if sum(each.emotion is not None for each in touchpoints) <= MOST_TOLD:
        named |= {each.id for each in touchpoints}
    return Curve(tuple(_feeling(case, each, low, named) for each in touchpoints))


def _feeling(case: Case, each: Touchpoint, low: Collection[str], named: Collection[str]) -> Feeling:
    emotion = each.emotion
    stage = called(case.stage_at[each.id])
    if emotion is None:
        return Feeling(stage, called(each), None, believed=each.believed, moment=each.moment is not None)
    return Feeling(
        stage, called(each), emotion.valence, " ".join(emotion.word.split()), basis_name(emotion.basis),
        is_assumed(each), each.believed, emotion.low, emotion.high, each.moment is not None, each.id in low,
        each.id in named,
    )  # fmt: skip
