"""The rule `handoff`: where the customer passes from one owner to another."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from journey_editor.assets import _
from journey_editor.core.flow import NOBODY, Edge, edges_from, is_handoff
from journey_editor.core.journey import Column
from journey_editor.core.records import Touchpoint
from journey_editor.core.words import number_text
from journey_editor.insight.case import Case
from journey_editor.insight.finding import PLACES, SEVERITIES, Finding, Severity

LONG_WAIT = 7.0
"""Days of waiting that make a handoff high."""

DEEP_FALL = 1.0
"""Fall of the feeling that makes a handoff high."""

SLIGHT_FALL = 0.5
"""Below this fall a handoff that nobody drew is low."""


@dataclass(frozen=True, slots=True)
class _Handoff:
    """A handoff along one edge, with what its finding is chosen and told by."""

    edge: Edge
    place: tuple[int, int]
    fall: float | None
    severity: Severity

    @property
    def order(self) -> tuple[int, float, tuple[int, int]]:
        """The worst comes first: by severity, then the largest fall (unknown last), then in reading order."""
        return SEVERITIES.index(self.severity), math.inf if self.fall is None else -self.fall, self.place


def handoff(case: Case) -> Iterator[Finding]:
    """Find the handoffs of a map, with the days of waiting and the fall of the feeling if known.

    Edges between the same two columns with the same two holders are one finding: the worst of them speaks for all.
    """
    held, columns = case.held, case.column_at
    for here, there in case.steps:
        groups: dict[tuple[int, str, str], list[_Handoff]] = {}
        for edge in _passing(case, here, there):
            key = columns[edge.target], held[edge.source], held[edge.target]
            groups.setdefault(key, []).append(_handoff_along(edge, case))
        worst = [min(group, key=lambda each: each.order) for group in groups.values()]
        for each in sorted(worst, key=lambda each: each.place):
            yield _finding(each, case)


def _passing(case: Case, here: Column, there: Column) -> Iterator[Edge]:
    """Yield the handoffs from a column, `there` being the next one, that may speak for others between two columns.

    Between large columns most of those that nobody drew say the same: of touchpoints with the same holder and feeling,
    from which no way was drawn, the first speaks for all, and so it is with those that they lead to.
    """
    held = case.held
    plain = tuple(each for each in here if each.id not in case.leaving)
    speaking = _alike(case, there) if plain else ()
    for source in _alike(case, plain):
        holder = held[source.id]
        if holder != NOBODY:
            for target in speaking:
                if held[target.id] not in (holder, NOBODY):
                    yield Edge(source.id, target.id)
    if len(plain) == len(here):
        return
    for source in here:
        if ways := case.leaving.get(source.id):
            joined = {each.target for each in ways}
            others = _alike(case, tuple(each for each in there if each.id not in joined))
            yield from (edge for edge in edges_from(source.id, others, ways) if is_handoff(edge, held))


def _alike(case: Case, column: Column) -> Column:
    """Return the first touchpoint of each holder and feeling in a column."""
    if len(column) < 2:
        return column
    found: dict[tuple[str, float | None], Touchpoint] = {}
    for each in column:
        found.setdefault((case.held[each.id], case.valences.get(each.id)), each)
    return tuple(found.values())


def severity_of(edge: Edge, fall: float | None) -> Severity:
    """Return how bad a handoff along an edge is; `fall` is how far the feeling falls, None where it is unknown."""
    if edge.protocol:
        return "low"
    if (edge.wait_days or 0.0) >= LONG_WAIT or (fall is not None and fall >= DEEP_FALL):
        return "high"
    if edge.implied and (fall is None or fall < SLIGHT_FALL):
        return "low"
    return "medium"


def _handoff_along(edge: Edge, case: Case) -> _Handoff:
    before, after = case.valences.get(edge.source), case.valences.get(edge.target)
    fall = None if before is None or after is None else round(before - after, PLACES) + 0.0
    place = case.order[edge.source], case.order[edge.target]
    return _Handoff(edge, place, fall, severity_of(edge, fall))


def _finding(handoff: _Handoff, case: Case) -> Finding:
    edge, fall = handoff.edge, handoff.fall
    known = {"wait_days": edge.wait_days, "fall": fall}
    said = _sentence(edge, fall).format(
        giver=case.owner_names[case.held[edge.source]],
        taker=case.owner_names[case.held[edge.target]],
        title=case.name(edge.target),
        wait=number_text(edge.wait_days or 0),
        fall=number_text(fall or 0),
    )
    numbers = {name: number for name, number in known.items() if number is not None}
    return Finding("handoff", handoff.severity, (edge.source, edge.target), numbers, said)


def _sentence(edge: Edge, fall: float | None) -> str:
    """Return what makes this handoff good or bad, with places for the words and numbers."""
    if edge.protocol:
        return _("{giver} hands over to {taker} at “{title}”, and a protocol says how.")
    if edge.wait_days is not None and edge.wait_days >= LONG_WAIT:
        return _("Between {giver} and {taker} people wait {wait} days for “{title}”: meanwhile nobody is in charge.")
    if fall is not None and fall >= SLIGHT_FALL:
        return _("From {giver} to {taker} the feeling falls by {fall} at “{title}”: something gets lost on the way.")
    return _("{giver} hands over to {taker} at “{title}” without a protocol: what was said before may get lost.")
