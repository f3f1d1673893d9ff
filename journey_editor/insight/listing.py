"""Findings as a list that people read: the worst first, handoffs of one pair of owners as one entry, numbered."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from journey_editor.assets import _
from journey_editor.core.records import Stage, Touchpoint
from journey_editor.insight.case import Case
from journey_editor.insight.finding import SEVERITIES, Finding, Severity

PASSES = frozenset(("handoff", "new_handoff"))
"""Rules whose findings are about a customer who passes from the first touchpoint to the second one."""

_MOST_NAMED = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list: its number from 1, what it is about, and further handoffs between the same two owners."""

    number: int
    finding: Finding
    others: tuple[Finding, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All that it is about, the worst first."""
        return (self.finding, *self.others)


def entries(case: Case, findings: Iterable[Finding], severities: Collection[Severity] = SEVERITIES) -> list[Entry]:
    """List the findings of some severities; handoffs stand where the worst of their pair of owners does."""
    groups: dict[object, list[Finding]] = {}
    for each in findings:
        if each.severity in severities:
            groups.setdefault(_pair(case, each) or each.key, []).append(each)
    return [Entry(number, first, tuple(others)) for number, (first, *others) in enumerate(groups.values(), 1)]


def tally(findings: Iterable[Finding]) -> dict[Severity, int]:
    """Count findings by their severity."""
    found: dict[Severity, int] = dict.fromkeys(SEVERITIES, 0)
    for each in findings:
        found[each.severity] += 1
    return found


def place_text(case: Case, finding: Finding) -> str:
    """Return where on the map a finding is: "Decision → Onboarding", "First login: empty", "The whole map"."""
    records = [each for each in finding.records if each != case.journey.map.id]
    if not records:
        return _("The whole map")
    if finding.rule in PASSES:
        stages = [case.stage_at[each].id for each in records if each in case.stage_at]
        if len(stages) == 2 and stages[0] != stages[1]:
            records = stages
        return " → ".join(case.name(each) for each in records)
    if len(records) == 2 and all(isinstance(case.record(each), Stage) for each in records):
        return " → ".join(case.name(each) for each in records)
    known = [each for each in records if case.record(each) is not None]
    if not known:
        return _("On the map this one was drafted from")
    return _named(case, known)


def _named(case: Case, records: Sequence[str]) -> str:
    names = [case.name(each) for each in islice(records, _MOST_NAMED)]
    more = len(records) - len(names)
    said = ", ".join(names)
    if more:
        return _("{names} and {count} more").format(names=said, count=more)
    record = case.record(records[0])
    if len(records) == 1 and not isinstance(record, Stage | Touchpoint) and (on := getattr(record, "on", None)):
        return f"{said} · {case.name(on)}" if case.record(on) is not None else said
    return said


def _pair(case: Case, finding: Finding) -> tuple[str, str, str] | None:
    """Return the rule and the two owners between whom a customer passes; None where nobody is passed on."""
    if finding.rule not in PASSES or not all(each in case.held for each in finding.records):
        return None
    source, target = finding.records
    return finding.rule, case.held[source], case.held[target]
