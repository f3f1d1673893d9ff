"""The opportunities of a map as a list of actions: in which order, which of them are meant, and what they come to."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from sys import float_info
from typing import Literal

from journey_editor.core.journey import Journey
from journey_editor.core.parts import Status
from journey_editor.core.records import Opportunity
from journey_editor.core.search import simplified
from journey_editor.insight.worth import gain, gain_of, score, worth

Order = Literal["score", "worth", "effort", "gain", "due", "status", "owner", "votes", "text"]
"""What a list of actions can be ordered by."""

ORDERS: tuple[Order, ...] = ("score", "worth", "effort", "gain", "due", "status", "owner", "votes", "text")
FALLING = frozenset(("score", "worth", "gain", "votes"))
"""Orders that begin with the most."""

_STATUSES: tuple[Status, ...] = ("doing", "planned", "proposed", "done", "dropped")


@dataclass(frozen=True, slots=True)
class Total:
    """What some opportunities cost and bring together, of those where both are given; `gain` is their return."""

    cost: float
    benefit: float

    @property
    def gain(self) -> float | None:
        """The return on investment of all of them, None where nothing is spent."""
        return gain(self.cost, self.benefit)


def opportunities_of(journey: Journey) -> tuple[Opportunity, ...]:
    """Return the opportunities of a map in reading order: by stage, its touchpoints, then transitions and the tray."""
    places: list[str] = []
    for stage in journey.stages:
        places.append(stage.id)
        places += (each.id for column in journey.columns_by_stage[stage.id] for each in column)
    places += (each.id for each in (*journey.transitions, *journey.tray))
    found = (journey.opportunities.get(place, ()) for place in dict.fromkeys((*places, *journey.opportunities)))
    return tuple(each for attached in found for each in attached)


def ordered(
    opportunities: Sequence[Opportunity], by: Order, owners: Mapping[str, int], turned: bool = False
) -> list[Opportunity]:
    """Return opportunities in an order; what has no value there comes last, whichever way it is turned.

    `owners` are the places of owners; equal ones keep their order.
    """
    values = {each.id: _value(each, by, owners) for each in opportunities}
    known = [each for each in opportunities if values[each.id] is not None]
    known.sort(key=lambda each: values[each.id], reverse=(by in FALLING) != turned)  # type: ignore[arg-type, return-value]
    return [*known, *(each for each in opportunities if values[each.id] is None)]


def found_by(words: str, texts: Iterable[str]) -> bool:
    """Whether each of some words begins or lies in one of a row's texts, whatever the case and accents."""
    held = simplified(" \n".join(texts))
    return all(word in held for word in simplified(words).split())


def total(opportunities: Iterable[Opportunity]) -> Total:
    """Return what opportunities cost and bring together; those that say only one of it do not count."""
    priced = [(each.cost, each.benefit) for each in opportunities if each.cost is not None and each.benefit is not None]
    return Total(_sum(cost for cost, _benefit in priced), _sum(benefit for _cost, benefit in priced))


def _sum(amounts: Iterable[float]) -> float:
    """Return a sum, the largest number where it is larger still."""
    return min(sum(amounts), float_info.max)


def _value(each: Opportunity, by: Order, owners: Mapping[str, int]) -> float | str | None:
    if by == "score":
        return score(each)
    if by == "worth":
        return worth(each)
    if by == "effort":
        return each.effort
    if by == "gain":
        return gain_of(each)
    if by == "due":
        return each.due.toordinal() if each.due is not None else None
    if by == "status":
        return _STATUSES.index(each.status)
    if by == "owner":
        return owners.get(each.owner or "")
    if by == "votes":
        return each.votes or None
    return simplified(each.text)
