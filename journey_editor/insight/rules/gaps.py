"""The rules `perception_gap` and `expectation_gap`: what the team believes, and what customers expect."""

from collections.abc import Iterator

from journey_editor.assets import _
from journey_editor.core.measures import gap
from journey_editor.core.records import Metric
from journey_editor.core.titles import in_line
from journey_editor.core.words import valence_text
from journey_editor.insight import perception
from journey_editor.insight.case import NAME, Case
from journey_editor.insight.finding import PLACES, Finding
from journey_editor.insight.measures import value_text


def perception_gap(case: Case) -> Iterator[Finding]:
    """Find touchpoints that the team believes to feel otherwise, by 1 or more; `gap` is positive where it is worse."""
    for touchpoint, emotion in case.felt:
        found = perception.perception_gap(touchpoint, case.journey.map.state)
        if found is None or touchpoint.believed is None:
            continue
        apart, severity = found
        said = _perception_text(apart > 0, is_asked=emotion.basis not in perception.UNASKED).format(
            title=case.name(touchpoint.id),
            believed=valence_text(touchpoint.believed),
            felt=valence_text(emotion.valence),
        )
        yield Finding("perception_gap", severity, (touchpoint.id,), {"gap": apart}, said)


def expectation_gap(case: Case) -> Iterator[Finding]:
    """Find metrics that fall short of what is expected, by number (a negative `gap`) or by their own words."""
    for metric in case.metrics:
        apart = gap(metric)
        if apart is not None and (apart := round(apart, PLACES)) < 0:
            numbers = {"gap": apart}
        elif apart is None and metric.gap_text.strip():
            numbers = {}
        else:
            continue
        yield Finding("expectation_gap", metric.priority or "medium", (metric.id,), numbers, _short_text(case, metric))


def _perception_text(is_worse: bool, *, is_asked: bool) -> str:
    """Return what a gap means, with places for the words."""
    if is_asked and is_worse:
        return _("At “{title}” the team believes {believed}, customers feel {felt}: it is worse than the team thinks.")
    if is_asked:
        return _("At “{title}” the team believes {believed}, customers feel {felt}: it is better than the team thinks.")
    return _("At “{title}” the team believes {believed}, the map says {felt}, and no customer was asked: find out.")


def _short_text(case: Case, metric: Metric) -> str:
    name = case.name(metric.id)
    if metric.current is None or metric.expected is None or gap(metric) is None:
        return _("“{name}” falls short of what customers expect: “{words}”").format(
            name=name, words=in_line(metric.gap_text, NAME)
        )
    return _("“{name}” is at {current}, customers expect {expected}: such gaps cost trust.").format(
        name=name, current=value_text(metric.current, metric.unit), expected=value_text(metric.expected, metric.unit)
    )
