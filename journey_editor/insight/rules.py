"""All rules together: what the program finds in a map, the worst first."""

from journey_editor.core.journey import Journey
from journey_editor.insight.finding import SEVERITIES, Finding
from journey_editor.insight.handoff import handoff_findings
from journey_editor.insight.trough import trough_findings

RULES = (handoff_findings, trough_findings)


def findings(journey: Journey) -> tuple[Finding, ...]:
    """Return all findings of a map by severity, then in reading order of their first record, then by rule."""
    places = {touchpoint.id: index for index, touchpoint in enumerate(journey.touchpoints)}
    found = [finding for rule in RULES for finding in rule(journey)]
    return tuple(sorted(found, key=lambda each: (SEVERITIES.index(each.severity), places[each.records[0]], each.rule)))
