"""Who owns what on a map: what each owner answers for, who hands the customer to whom, and what nobody has."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from journey_editor.core.flow import NOBODY, effective_owner
from journey_editor.core.journey import Journey
from journey_editor.core.records import Metric, Opportunity, Owner, Stage, Touchpoint
from journey_editor.insight.case import Case
from journey_editor.insight.due import is_open, late_by
from journey_editor.insight.finding import Finding
from journey_editor.insight.rules.handoff import handoff

Held = TypeVar("Held", Stage, Touchpoint, Opportunity, Metric)


@dataclass(frozen=True, slots=True)
class Exchange:
    """The handoffs between one owner and another one, in reading order."""

    other: Owner
    handoffs: tuple[Finding, ...]

    @property
    def high(self) -> int:
        """How many of them are high."""
        return sum(each.severity == "high" for each in self.handoffs)


@dataclass(frozen=True, slots=True)
class Responsibility:
    """What one owner answers for; of nobody (`owner` is None) what still needs an owner.

    `accountable` are the stages of its own, `contributing` those of others that it helps with, `touchpoints` the
    interactions that it holds, by itself or by their stage. `gives` and `takes` are handoffs by the other owner. `open`
    are opportunities that are neither done nor dropped, by due date, and `overdue` those of them whose day has passed.
    """

    owner: Owner | None
    accountable: tuple[Stage, ...] = ()
    contributing: tuple[Stage, ...] = ()
    touchpoints: tuple[Touchpoint, ...] = ()
    gives: tuple[Exchange, ...] = ()
    takes: tuple[Exchange, ...] = ()
    open: tuple[Opportunity, ...] = ()
    overdue: tuple[Opportunity, ...] = ()
    metrics: tuple[Metric, ...] = ()

    @property
    def is_idle(self) -> bool:
        """Whether there is nothing at all on this map."""
        return not (self.accountable or self.contributing or self.touchpoints or self.open or self.metrics)


@dataclass(frozen=True, slots=True)
class Ownership:
    """Who owns what on one map: every owner of the file, in their order, and what nobody has."""

    owners: tuple[Responsibility, ...]
    nobody: Responsibility


def ownership(case: Case) -> Ownership:
    """Return who owns what on a map.

    The tray, and what hangs on its touchpoints, counts nowhere. Actions of the customer alone need no owner.
    """
    journey = case.journey
    stages = _by_owner((each.owner, each) for each in journey.stages)
    met = (each for each in journey.touchpoints if each.kind != "action")
    touchpoints = _by_owner((effective_owner(each, case.stage_at[each.id]), each) for each in met)
    still = [each for each in case.opportunities if is_open(each)]
    still.sort(key=lambda each: each.due or date.max)
    open_ones = _by_owner((each.owner, each) for each in still)
    metrics = _by_owner((each.owner, each) for each in case.metrics)
    gives, takes = _exchanges(case)

    def of(owner: Owner | None) -> Responsibility:
        key = owner.id if owner is not None else NOBODY
        mine = tuple(open_ones.get(key, ()))
        return Responsibility(
            owner,
            accountable=tuple(stages.get(key, ())),
            contributing=_contributing(journey, key),
            touchpoints=tuple(touchpoints.get(key, ())),
            gives=_sorted(journey, gives.get(key, {})),
            takes=_sorted(journey, takes.get(key, {})),
            open=mine,
            overdue=tuple(each for each in mine if late_by(each, case.today) is not None),
            metrics=tuple(metrics.get(key, ())),
        )

    return Ownership(tuple(map(of, journey.owners)), of(None))


def _by_owner(pairs: Iterable[tuple[str | None, Held]]) -> dict[str, list[Held]]:
    found: dict[str, list[Held]] = {}
    for owner, record in pairs:
        found.setdefault(owner or NOBODY, []).append(record)
    return found


def _contributing(journey: Journey, owner: str) -> tuple[Stage, ...]:
    """Return the stages that an owner helps with; one that is its own is not told twice."""
    return tuple(each for each in journey.stages if owner in each.contributors and each.owner != owner)


Sides = dict[str, dict[str, list[Finding]]]


def _exchanges(case: Case) -> tuple[Sides, Sides]:
    """Return the handoffs by who gives and then by who takes, and the other way round."""
    gives: Sides = {}
    takes: Sides = {}
    for each in handoff(case):
        giver, taker = (case.held[record] for record in each.records)
        gives.setdefault(giver, {}).setdefault(taker, []).append(each)
        takes.setdefault(taker, {}).setdefault(giver, []).append(each)
    return gives, takes


def _sorted(journey: Journey, sides: dict[str, list[Finding]]) -> tuple[Exchange, ...]:
    """Return exchanges in the order of the other owners."""
    return tuple(Exchange(other, tuple(sides[other.id])) for other in journey.owners if other.id in sides)
