"""What was found, in a report: by severity, and what people set aside with their reason."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from journey_editor.assets import _
from journey_editor.insight.case import Case
from journey_editor.insight.finding import SEVERITIES, Finding, set_aside, severity_name
from journey_editor.insight.findings import findings
from journey_editor.interchange.report.parts import Entries, Entry, Prose, Said, Section

_WAYS = frozenset(("handoff", "new_handoff", "friction", "waiting"))
"""Rules whose findings lead from one record to another."""

_MOST_NAMED = 2


def told_findings(case: Case) -> list[Finding]:
    """Return what was found in a map, as it is told without its private notes.

    What rests on them alone is left out, and what would only be found without them, too.
    """
    notes = case.journey.notes
    if not any(each.private for attached in notes.values() for each in attached):
        return list(findings(case))
    public = {on: tuple(each for each in attached if not each.private) for on, attached in notes.items()}
    told = {each.key: each for each in findings(replace(case, journey=replace(case.journey, notes=public)))}
    return [told[each.key] for each in findings(case) if each.key in told]


def findings_sections(case: Case, found: Sequence[Finding]) -> list[Section]:
    """Return findings by severity, the worst first."""
    if not found:
        return [Section(_("Findings"), [Prose(_("Nothing was found that needs attention."), "good")])]
    sections = [Section(_("Findings"), [])]
    for severity in SEVERITIES:
        some = [each for each in found if each.severity == severity]
        if some:
            heading = _("{severity} ({count})").format(severity=severity_name(severity), count=len(some))
            sections.append(Section(heading, [Entries(tuple(entries_of(case, some)))], 2))
    return sections


def aside_section(case: Case, aside: Sequence[Finding]) -> list[Section]:
    """Return what was set aside, and why."""
    if not aside:
        return []
    reasons = set_aside(case.journey.map)
    entries: list[Entry] = []
    for each in aside:
        reason = " ".join(reasons[each.key].reason.split())
        words = Said(_("Set aside: {reason}").format(reason=reason) if reason else _("No reason given."), "muted")
        entries.append(Entry(where(case, each), each.sentence, (words,), "info"))
    return [Section(_("Set aside ({count})").format(count=len(aside)), [Entries(tuple(entries))], 2)]


def entries_of(case: Case, found: Iterable[Finding]) -> Iterable[Entry]:
    """Yield findings as entries: where it is, then what was seen."""
    for each in found:
        yield Entry(where(case, each), each.sentence, (), each.severity)


def where(case: Case, finding: Finding) -> str:
    """Return where on the map a finding is: the way of a handoff, the first of several records, or the whole map."""
    known = [each for each in finding.records if case.record(each) is not None]
    if not known:
        return _("The whole map") if case.journey.map.id in finding.records else _("The map it was drafted from")
    if len(known) == 2 and finding.rule in _WAYS:
        return " → ".join(case.name(each) for each in known)
    names = ", ".join(case.name(each) for each in known[:_MOST_NAMED])
    more = len(known) - _MOST_NAMED
    return _("{names} and {count} more").format(names=names, count=more) if more > 0 else names
