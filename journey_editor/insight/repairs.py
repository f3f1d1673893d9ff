"""What can be done about each finding: the repair that fits, as what a person is asked for before it is one edit."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from journey_editor.assets import _
from journey_editor.core.backing import is_evidenced
from journey_editor.core.parts import Moment
from journey_editor.core.records import Metric, Opportunity, Touchpoint, Transition
from journey_editor.insight.case import Case
from journey_editor.insight.finding import Finding
from journey_editor.insight.rules.moments import MOST
from journey_editor.insight.used import evidence_used

Kind = Literal[
    "protocol", "opportunity", "metric", "pain", "question", "gain", "stage_before", "stage_after", "persona",
    "owner", "plan", "evidence", "tray", "moment", "way", "field",
]  # fmt: skip
"""What a repair does.

A protocol, an opportunity, a metric, notes, a stage are typed; persona, owner and evidence chosen or named anew;
`plan` is an opportunity whose owner is chosen; `tray` to `way` need no more; `field` leads to where it is typed,
without records to a list or a page.
"""

TYPED: frozenset[Kind] = frozenset(
    ("protocol", "opportunity", "metric", "pain", "question", "gain", "stage_before", "stage_after")
)
CHOSEN: frozenset[Kind] = frozenset(("persona", "owner", "plan", "evidence"))


@dataclass(frozen=True, slots=True)
class Repair:
    """One repair: its kind, what its button says, the records it changes, and what a field asks for while it is typed.

    `field` is the field that it leads to where it changes nothing by itself, or that a choice sets.
    """

    kind: Kind
    words: str
    records: tuple[str, ...] = ()
    asked: str = ""
    field: str = ""


def repair_of(case: Case, finding: Finding) -> Repair | None:
    """Return the repair that a finding offers, None where no single edit makes it better."""
    offer = _OFFERS.get(finding.rule)
    return offer(case, finding) if offer is not None else None


def _protocol(case: Case, finding: Finding) -> Repair:
    source, target = finding.records[:2]
    said = [each for each in case.leaving.get(source, ()) if each.target == target and each.protocol.strip()]
    if said:
        return Repair("field", _("Open the protocol"), (said[0].id,), field="protocol")
    return Repair("protocol", _("Add a protocol"), (source, target), _("How is the customer passed on?"))


def _opportunity(*on: str) -> Repair:
    return Repair("opportunity", _("Make it an opportunity"), on[:1], _("What could be done?"))


def _at_bottom(case: Case, finding: Finding) -> Repair:
    """An opportunity where the feeling is lowest."""
    known = [each for each in finding.records if each in case.order]
    return _opportunity(min(known, key=lambda each: case.valences.get(each, 0.0), default=finding.records[0]))


def _at_first(case: Case, finding: Finding) -> Repair:
    return _opportunity(*finding.records)


def _at_carrier(case: Case, finding: Finding) -> Repair:
    metric = case.record(finding.records[0])
    return _opportunity(metric.on if isinstance(metric, Metric) else finding.records[0])


def _changed(case: Case, finding: Finding) -> Repair | None:
    if case.record(finding.records[0]) is None:
        return None  # what is gone has no place on this map
    return Repair("plan", _("Choose who sees to it"), finding.records, _("Whose is it?"))


def _owner(case: Case, finding: Finding) -> Repair:
    return Repair("owner", _("Choose an owner"), finding.records, _("Who answers for it?"), "owner")


def _unowned(case: Case, finding: Finding) -> Repair:
    loose = [one for one in map(case.record, finding.records) if isinstance(one, Opportunity)]
    orphans = tuple(each.id for each in loose if not each.owner)
    if orphans:
        return Repair("owner", _("Choose an owner"), orphans, _("Who takes it on?"), "owner")
    return Repair("field", _("Set a date"), tuple(each.id for each in loose if each.due is None)[:1], field="due")


def _evidence(case: Case, finding: Finding) -> Repair:
    return Repair("evidence", _("Attach evidence"), finding.records, _("What does it rest on?"), "evidence")


def _least_backed(case: Case, finding: Finding) -> Repair:
    """Evidence for the feeling that counts most and rests on least: the lowest one without any."""
    bare = [each for each, _felt in case.felt if not is_evidenced(each)]
    lowest = min(bare, key=lambda each: case.valences[each.id])
    return Repair("evidence", _("Attach evidence"), (lowest.id,), _("What does it rest on?"), "evidence")


def _persona(case: Case, finding: Finding) -> Repair:
    return Repair("persona", _("Choose a persona"), finding.records, _("Whose journey is it?"), "persona")


def _moment(case: Case, finding: Finding) -> Repair:
    touchpoint = case.record(finding.records[0])
    moment = touchpoint.moment if isinstance(touchpoint, Touchpoint) and touchpoint.moment else Moment()
    if moment.impact.strip() and moment.improvement.strip() and moment.metric is not None:
        metric = case.record(moment.metric)
        field = "target" if isinstance(metric, Metric) and metric.current is not None else "current"
        return Repair("field", _("Complete its metric"), (moment.metric,), field=field)
    missing = "impact" if not moment.impact.strip() else "improvement" if not moment.improvement.strip() else "metric"
    return Repair("field", _("Complete the moment"), finding.records, field=f"moment.{missing}")


def _moments(case: Case, finding: Finding) -> Repair | None:
    """One moment of truth more, at the lowest feeling that is none yet; or to the mildest of too many."""
    if len(case.moments) > MOST:
        mildest = min(case.moments, key=lambda each: abs(case.valences.get(each.id, 0.0)))
        return Repair("field", _("Look at the mildest one"), (mildest.id,), field="moment.impact")
    plain = [each for each, _felt in case.felt if each.moment is None]
    if not plain:
        return None
    lowest = min(plain, key=lambda each: case.valences[each.id])
    return Repair("moment", _("Mark the lowest point"), (lowest.id,))


def _silent(case: Case, finding: Finding) -> Repair:
    first = next(each for each in case.journey.touchpoints if each.emotion is None)
    return Repair("field", _("Say how the first one feels"), (first.id,), field="emotion.valence")


def _too_good(case: Case, finding: Finding) -> Repair:
    lowest = min(case.valences, key=case.valences.__getitem__)
    return Repair("pain", _("Add what hurts"), (lowest,), _("What hurts at the lowest point?"))


def _stale(case: Case, finding: Finding) -> Repair | None:
    from_oldest = sorted((each.date, each.id) for each in evidence_used(case) if each.date is not None)
    if not from_oldest:
        return None
    return Repair("field", _("Look at the oldest"), (from_oldest[0][1],), field="date")


def _waiting(case: Case, finding: Finding) -> Repair:
    return _opportunity(finding.records[0])


def _dead_end(case: Case, finding: Finding) -> Repair | None:
    """A way on to the next column, from where one gets at the furthest."""
    reached = case.ways.reached(finding.records[:1])
    furthest = max(reached, key=lambda each: case.column_at[each])
    column = case.column_at[furthest] + 1
    if column >= len(case.journey.columns):
        return None
    return Repair("way", _("Draw a way on"), (furthest, case.journey.columns[column][0].id))


def _unreachable(case: Case, finding: Finding) -> Repair | None:
    """A way from the column before."""
    column = case.column_at.get(finding.records[0], 0)
    if column == 0:
        return None
    return Repair("way", _("Draw a way there"), (case.journey.columns[column - 1][0].id, finding.records[0]))


def _loop(case: Case, finding: Finding) -> Repair | None:
    """To the way that leads back."""
    members = set(finding.records)

    def leads_back(each: Transition) -> bool:
        return each.source in members and each.target in members and case.order[each.source] >= case.order[each.target]

    back = next((each.id for each in case.transitions if leads_back(each)), None)
    return None if back is None else Repair("field", _("Look at the way back"), (back,), field="path")


def _around(case: Case, finding: Finding) -> Repair:
    if not any(each.phase == "pre_purchase" for each in case.journey.stages):
        return Repair("stage_before", _("Add a stage before"), finding.records, _("What comes before the purchase?"))
    return Repair("stage_after", _("Add a stage after"), finding.records, _("What comes after it all?"))


def _scope(case: Case, finding: Finding) -> Repair:
    about = case.journey.map
    missing = next(name for name in ("objective", "scope_from", "scope_to") if not about.__dict__[name].strip())
    return Repair("field", _("Say what it is for") if missing == "objective" else _("Say how far it reaches"),
                  finding.records, field=missing)  # fmt: skip


Offer = Callable[[Case, Finding], Repair | None]

_OFFERS: Mapping[str, Offer] = {
    "handoff": _protocol,
    "new_handoff": _protocol,
    "gray_zone": _owner,
    "stage_owner": _owner,
    "trough": _at_bottom,
    "trough_without_opportunity": _at_bottom,
    "trough_untouched": _at_bottom,
    "delight": lambda case, finding: Repair(
        "gain", _("Note what makes it good"), finding.records[:1], _("What must not get lost?")
    ),
    "perception_gap": _evidence,
    "expectation_gap": _at_carrier,
    "friction": _at_first,
    "waiting": _waiting,
    "ticket_hotspot": _at_first,
    "dead_end": _dead_end,
    "unreachable": _unreachable,
    "loop": _loop,
    "assumption": _least_backed,
    "few_interviews": lambda case, finding: Repair("field", _("Open the evidence"), field="evidence"),
    "stale_evidence": _stale,
    "split_room": lambda case, finding: Repair(
        "question", _("Note the question"), finding.records, _("Who are those who feel otherwise?")
    ),
    "ideal_journey": _too_good,
    "no_emotion": _silent,
    "moments_of_truth": _moments,
    "moment_incomplete": _moment,
    "unmeasured_stage": lambda case, finding: Repair(
        "metric", _("Add a metric"), finding.records, _("What shows whether it gets better?")
    ),
    "unowned_opportunity": _unowned,
    "overdue_opportunity": lambda case, finding: Repair("field", _("Set another date"), finding.records, field="due"),
    "pain_without_opportunity": _at_first,
    "unneeded": lambda case, finding: Repair("tray", _("Take it off the map"), finding.records),
    "no_persona": _persona,
    "no_scope": _scope,
    "too_broad": lambda case, finding: Repair(
        "field", _("Say how far it reaches"), finding.records, field="scope_from"
    ),
    "review_overdue": lambda case, finding: Repair("field", _("Review it"), field="review"),
    "no_before_after": _around,
    "change_without_owner": _changed,
}
