"""Which of the file's evidence a map uses: the same for findings, reviews, posters and reports."""

from journey_editor.core.records import Evidence
from journey_editor.insight.case import Case


def evidence_used(case: Case) -> list[Evidence]:
    """Return what records of the map rest on, notes that are parked on it included, in the order of the file.

    The picture's own title tells the same, from parts that it keeps between edits.
    """
    on_map = (case.journey.stages, case.journey.touchpoints, case.transitions, case.notes, case.parked, case.metrics)
    used = {each for records in on_map for record in records for each in record.evidence}
    return [each for each in case.journey.evidence if each.id in used]
