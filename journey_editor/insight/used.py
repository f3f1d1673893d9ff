"""Which of the file's evidence a map uses."""

from journey_editor.core.journey import Journey
from journey_editor.core.records import Evidence


def evidence_used(journey: Journey) -> list[Evidence]:
    """Return what the records of this map rest on, out of all the evidence of the file; the tray counts nowhere.

    The picture's own title tells the same, from parts that it keeps between edits.
    """
    waiting = {touchpoint.id for touchpoint in journey.tray}
    used: set[str] = set()
    for records in (journey.stages, journey.touchpoints, journey.transitions):
        used.update(*(record.evidence for record in records))
    for kind in (journey.notes, journey.metrics):
        for on, attached in kind.items():
            if on not in waiting:
                used.update(*(record.evidence for record in attached))
    return [each for each in journey.evidence if each.id in used]
