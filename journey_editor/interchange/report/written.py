"""The report of a map, or the agenda of one of its stages, as Markdown."""

from journey_editor.core.records import Stage
from journey_editor.insight.case import Case
from journey_editor.interchange.report.agenda import stage_agenda
from journey_editor.interchange.report.markdown import report_md
from journey_editor.interchange.report.whole import whole_report


def written_md(case: Case, stage: Stage | None = None) -> bytes:
    """Return a report, or the agenda of a stage, as Markdown in UTF-8."""
    return report_md(whole_report(case) if stage is None else stage_agenda(case, stage))
