"""All rules together: what the program finds in a map, the worst first."""

from collections.abc import Callable, Iterable, Mapping

from journey_editor.insight.case import Case, Place
from journey_editor.insight.finding import SEVERITIES, Finding
from journey_editor.insight.rules.delight import delight
from journey_editor.insight.rules.draft import change_without_owner, new_handoff, trough_untouched
from journey_editor.insight.rules.evidence import assumption, few_interviews, stale_evidence
from journey_editor.insight.rules.feeling import ideal_journey, no_emotion, split_room
from journey_editor.insight.rules.friction import friction, waiting
from journey_editor.insight.rules.gaps import expectation_gap, perception_gap
from journey_editor.insight.rules.handoff import handoff
from journey_editor.insight.rules.moments import moment_incomplete, moments_of_truth
from journey_editor.insight.rules.opportunities import (
    overdue_opportunity,
    pain_without_opportunity,
    unowned_opportunity,
)
from journey_editor.insight.rules.owners import gray_zone, stage_owner
from journey_editor.insight.rules.reach import dead_end, loop, unreachable
from journey_editor.insight.rules.scope import (
    no_before_after,
    no_persona,
    no_scope,
    review_overdue,
    too_broad,
    unneeded,
)
from journey_editor.insight.rules.stages import ticket_hotspot, unmeasured_stage
from journey_editor.insight.rules.trough import trough, trough_without_opportunity

Rule = Callable[[Case], Iterable[Finding]]
"""A pure function from a map to what it finds there, in reading order."""

Order = tuple[int, Place, str, list[Place]]
"""What findings are sorted by: severity, the place of the first record, rule, and the places of all records."""

RULES: Mapping[str, Rule] = {
    "handoff": handoff,
    "gray_zone": gray_zone,
    "stage_owner": stage_owner,
    "trough": trough,
    "trough_without_opportunity": trough_without_opportunity,
    "delight": delight,
    "perception_gap": perception_gap,
    "expectation_gap": expectation_gap,
    "friction": friction,
    "waiting": waiting,
    "ticket_hotspot": ticket_hotspot,
    "dead_end": dead_end,
    "unreachable": unreachable,
    "loop": loop,
    "assumption": assumption,
    "few_interviews": few_interviews,
    "stale_evidence": stale_evidence,
    "split_room": split_room,
    "ideal_journey": ideal_journey,
    "no_emotion": no_emotion,
    "moments_of_truth": moments_of_truth,
    "moment_incomplete": moment_incomplete,
    "unmeasured_stage": unmeasured_stage,
    "unowned_opportunity": unowned_opportunity,
    "overdue_opportunity": overdue_opportunity,
    "pain_without_opportunity": pain_without_opportunity,
    "unneeded": unneeded,
    "no_persona": no_persona,
    "no_scope": no_scope,
    "too_broad": too_broad,
    "review_overdue": review_overdue,
    "no_before_after": no_before_after,
    "change_without_owner": change_without_owner,
    "trough_untouched": trough_untouched,
    "new_handoff": new_handoff,
}
"""The one table of rules, by the name that their findings bear."""


def findings(case: Case, *only: str) -> tuple[Finding, ...]:
    """Return what the rules find in a map, all of them or those that are named, what was set aside included.

    By severity, then in reading order of the first record, what is about the whole map last, then by rule.
    Raises KeyError where there is no rule of a name.
    """
    found = (each for rule in only or RULES for each in RULES[rule](case))
    return tuple(sorted(found, key=lambda each: told_order(case, each)))


def told_order(case: Case, finding: Finding) -> Order:
    """Return what findings of a map are sorted by."""
    places = [case.place(each) for each in finding.records]
    return SEVERITIES.index(finding.severity), places[0], finding.rule, places
