"""All rules together: what the program finds in a map, the worst first."""

from collections.abc import Callable, Iterable, Mapping

from journey_editor.insight.case import Case, Place
from journey_editor.insight.finding import SEVERITIES, Finding
from journey_editor.insight.rules.handoff import handoff
from journey_editor.insight.rules.trough import trough

Rule = Callable[[Case], Iterable[Finding]]
"""A pure function from a map to what it finds there, in reading order."""

RULES: Mapping[str, Rule] = {
    "handoff": handoff,
    "trough": trough,
}
"""The one table of rules, by the name that their findings bear."""


def findings(case: Case, *only: str) -> tuple[Finding, ...]:
    """Return what the rules find in a map, all of them or those that are named, what was set aside included.

    By severity, then in reading order of the first record, what is about the whole map last, then by rule.
    Raises KeyError where there is no rule of a name.
    """

    def order(finding: Finding) -> tuple[int, Place, str, list[Place]]:
        places = [case.place(each) for each in finding.records]
        return SEVERITIES.index(finding.severity), places[0], finding.rule, places

    return tuple(sorted((each for rule in only or RULES for each in RULES[rule](case)), key=order))
