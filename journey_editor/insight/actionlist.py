"""The list of actions of a map: its opportunities with what they are worth, who does them and what is late."""

from dataclasses import dataclass

from journey_editor.core.records import Metric, Opportunity, Stage, Touchpoint, Transition
from journey_editor.core.titles import called
from journey_editor.insight.actions import ordered
from journey_editor.insight.case import Case
from journey_editor.insight.due import is_open, late_by
from journey_editor.insight.worth import WorthClass, gain_of, score, worth, worth_class

Carrier = Stage | Touchpoint | Transition


@dataclass(frozen=True, slots=True)
class Action:
    """An opportunity of a map and what follows from it.

    `stage` and `on` are where it hangs, `on` in words only where that is not the stage itself. `owner` and `metric` are
    names, "" for none. `gain` is the return on investment; `late` is by how many days its due date has passed, None
    where it has not or does not matter any more.
    """

    opportunity: Opportunity
    stage: Stage
    on: str
    owner: str
    metric: str
    worth: float | None
    kind: WorthClass | None
    score: float | None
    gain: float | None
    late: int | None

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return is_open(self.opportunity)


def action_list(case: Case) -> tuple[Action, ...]:
    """Return the actions of a map by score, the best first; what has none comes last, equal ones in reading order.

    The score is worth by effort. The tray, and what hangs on it, counts nowhere.
    """
    places = {owner.id: place for place, owner in enumerate(case.journey.owners)}
    metrics = {each.id: each for attached in case.journey.metrics.values() for each in attached}
    return tuple(_action(case, each, metrics) for each in ordered(case.opportunities, "score", places))


def _action(case: Case, opportunity: Opportunity, metrics: dict[str, Metric]) -> Action:
    carrier = case.record(opportunity.on)
    owner = next((each for each in case.journey.owners if each.id == opportunity.owner), None)
    metric = metrics.get(opportunity.metric or "")
    return Action(
        opportunity,
        stage=stage_of(case, opportunity.on),
        on="" if isinstance(carrier, Stage) else place_name(case, opportunity.on),
        owner="" if owner is None else called(owner),
        metric="" if metric is None else called(metric),
        worth=worth(opportunity),
        kind=worth_class(opportunity),
        score=score(opportunity),
        gain=gain_of(opportunity),
        late=late_by(opportunity, case.today),
    )


def stage_of(case: Case, record_id: str) -> Stage:
    """Return the stage that a stage, touchpoint or transition of the map lies in, of a transition where it begins."""
    carrier = case.record(record_id)
    if isinstance(carrier, Stage):
        return carrier
    return case.stage_at[carrier.source if isinstance(carrier, Transition) else record_id]


def place_name(case: Case, record_id: str) -> str:
    """Return the whole name of a stage, touchpoint or transition; of one without a label its ends."""
    carrier = case.record(record_id)
    if isinstance(carrier, Transition) and not carrier.label.strip():
        ends = (carrier.source, carrier.target)
        return " → ".join(place_name(case, end) for end in ends if end is not None)
    return case.name(record_id) if carrier is None else called(carrier)
