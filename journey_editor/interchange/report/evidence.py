"""What a map rests on, in a report: each source with how many, when, and how old that is."""

from journey_editor.assets import _, ngettext
from journey_editor.core.dates import ago, full_day_text
from journey_editor.core.records import Evidence
from journey_editor.core.titles import called
from journey_editor.insight.case import Case
from journey_editor.insight.rules.evidence import is_stale
from journey_editor.insight.summary import summary
from journey_editor.insight.used import evidence_used
from journey_editor.interchange.report.parts import Block, Column, Prose, Said, Section, Table
from journey_editor.interchange.report.words import joined, source_name


def evidence_section(case: Case) -> Section:
    """Return the evidence that the map uses."""
    used = evidence_used(case)
    backed = summary(case).backed
    blocks: list[Block] = []
    if backed is not None:
        blocks.append(Prose(_("{share} % of the feelings rest on evidence, research or a measurement.").format(
            share=round(backed * 100)
        )))  # fmt: skip
    if not used:
        blocks.append(Prose(_("Nothing on this map rests on evidence yet."), "muted"))
    else:
        columns = (Column(_("Evidence"), 3.6), Column(_("Source"), 2.0), Column(_("Number"), 1.0, True),
                   Column(_("Date"), 3.0))  # fmt: skip
        blocks.append(Table(columns, tuple(_row(case, each) for each in used)))
        unused = len(case.journey.evidence) - len(used)
        if unused:
            words = ngettext("{count} more source in the file is not used on this map.",
                             "{count} more sources in the file are not used on this map.", unused)  # fmt: skip
            blocks.append(Prose(words.format(count=unused), "muted"))
    return Section(_("Evidence"), blocks)


def _row(case: Case, evidence: Evidence) -> tuple[Said, ...]:
    when, tone = "", "plain"
    if evidence.date is not None:
        days = (case.today - evidence.date).days
        when = joined(full_day_text(evidence.date), ago(days) if days >= 0 else "")
        tone = "pain" if is_stale(evidence, case.today) else "plain"
    return (
        Said(called(evidence)),
        Said(source_name(evidence.source), "muted"),
        Said(f"{evidence.n:,}".replace(",", "\u00a0") if evidence.n is not None else ""),
        Said(when, tone),
    )
