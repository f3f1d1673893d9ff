"""What of a map a finding is shown at: the arrow, feeling, card, head or cell that a person would point to."""

from collections.abc import Iterator

from journey_editor.core.records import Metric, Note, Opportunity, Stage, Transition
from journey_editor.insight.case import Case
from journey_editor.insight.finding import Finding
from journey_editor.insight.listing import PASSES

FELT = frozenset(("trough", "trough_without_opportunity", "delight", "perception_gap", "split_room"))
"""Rules about how something feels: they are shown at the curve, else at the card."""

Anchor = tuple[str, str]
"""The role and the record of an element of the map's picture."""


def anchors_of(case: Case, finding: Finding) -> tuple[Anchor, ...]:
    """Return where a finding may be shown, the best place first; none for what is about the map as a whole."""
    return tuple(_anchors(case, finding))


def _anchors(case: Case, finding: Finding) -> Iterator[Anchor]:
    known = [each for each in finding.records if case.record(each) is not None]
    if not known:
        return
    if finding.rule in PASSES and len(finding.records) == 2:
        source, target = finding.records
        yield from (("arrow", each.id) for each in case.leaving.get(source, ()) if each.target == target)
        yield "arrow", f"{source}>{target}"
        yield "card", source
        return
    first = known[0]
    if finding.rule in FELT:
        first = min(known, key=lambda each: (case.valences.get(each, 9.0), case.order.get(each, 0)))
        yield "feeling", first
    yield from _of(case, first)


def _of(case: Case, record_id: str) -> Iterator[Anchor]:
    record = case.record(record_id)
    if isinstance(record, Stage):
        yield "stage", record_id
    elif isinstance(record, Transition):
        yield "arrow", record_id
        yield "card", record.source
    elif isinstance(record, Note | Opportunity | Metric):
        yield "note", record_id
        yield from _of(case, record.on)
    else:
        yield "card", record_id
