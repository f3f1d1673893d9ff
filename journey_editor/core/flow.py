"""The flow of a map as plain edges, implied and explicit, and who holds the customer where.

The rules are those of the file format, "The flow"; `core.graph` makes a networkx graph of the same edges.
"""

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from journey_editor.core.journey import Column, Journey
from journey_editor.core.records import Stage, Touchpoint, Transition

NOBODY = ""
"""The holder at an interaction without effective owner."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A way from one touchpoint to another. `transitions` is empty where the edge is implied."""

    source: str
    target: str
    transitions: tuple[Transition, ...] = ()

    @property
    def implied(self) -> bool:
        """Whether nobody drew it: it follows from the order of the columns."""
        return not self.transitions

    @property
    def wait_days(self) -> float | None:
        """The longest wait of its transitions, in days."""
        waits = [each.wait_days for each in self.transitions if each.wait_days is not None]
        return max(waits, default=None)

    @property
    def protocol(self) -> bool:
        """Whether a protocol says how the customer is passed on: each transition has one."""
        return bool(self.transitions) and all(each.protocol.strip() for each in self.transitions)

    @property
    def only_loop(self) -> bool:
        """Whether it is joined by `loop` alone."""
        return bool(self.transitions) and all(each.path == "loop" for each in self.transitions)


def edges(journey: Journey) -> tuple[Edge, ...]:
    """Return the edges of a map's flow in reading order of their sources, explicit before implied."""
    placed = {touchpoint.id: index for index, touchpoint in enumerate(journey.touchpoints)}
    leaving = leaving_by_source(journey)
    found: list[Edge] = []
    for here, there in steps(journey):
        for source in here:
            mine = edges_from(source.id, there, leaving.get(source.id, ()))
            found += sorted(mine, key=lambda edge: (edge.implied, placed[edge.target]))
    return tuple(found)


def placed_transitions(
    touchpoints: Iterable[Touchpoint], transitions: tuple[Transition, ...]
) -> tuple[Transition, ...]:
    """Return the transitions that lead from a placed touchpoint to a placed one, or out of the journey."""
    if not transitions:
        return ()
    placed = {touchpoint.id for touchpoint in touchpoints}
    return tuple(each for each in transitions if each.source in placed and (each.target or each.source) in placed)


def leaving_by_source(journey: Journey) -> dict[str, tuple[Transition, ...]]:
    """Return the transitions that lead from each placed touchpoint to a placed one, or out of the journey."""
    found: dict[str, tuple[Transition, ...]] = {}
    for transition in placed_transitions(journey.touchpoints, journey.transitions):
        found[transition.source] = (*found.get(transition.source, ()), transition)
    return found


def edges_from(source: str, following: Column, leaving: Sequence[Transition]) -> list[Edge]:
    """Return the edges of one touchpoint: those of the transitions that leave it, then those implied by order.

    `following` is the next column, empty where it ends the journey or lies after the churn.
    """
    explicit: dict[str, tuple[Transition, ...]] = {}
    for transition in leaving:
        if transition.target is not None and transition.path != "abandon":
            explicit[transition.target] = (*explicit.get(transition.target, ()), transition)
    found = [Edge(source, target, transitions) for target, transitions in explicit.items()]
    return found + [Edge(source, target) for target in implied_from((each.id for each in following), leaving)]


def implied_from(following: Iterable[str], leaving: Sequence[Transition]) -> list[str]:
    """Return those of the touchpoints of the next column that one leads to by order alone.

    `leaving` are the transitions that leave it: a happy or alternative one says that it leads elsewhere.
    """
    if any(transition.path in ("happy", "alternative") for transition in leaving):
        return []
    joined = {transition.target for transition in leaving}
    return [target for target in following if target not in joined]


def steps(journey: Journey) -> list[tuple[Column, Column]]:
    """Return each column with the next one, with an empty one where that lies in a stage after the churn."""
    columns = [(stage, column) for stage in journey.stages for column in journey.columns_by_stage[stage.id]]
    following = itertools.zip_longest(columns, columns[1:])
    return [
        (here, () if after is None or after[0].phase == "post_churn" else after[1]) for (_, here), after in following
    ]


def effective_owner(touchpoint: Touchpoint, stage: Stage | None) -> str | None:
    """Return the owner of an interaction: its own, else its stage's. An action of the customer alone has none."""
    if touchpoint.kind == "action":
        return None
    return touchpoint.owner or (stage.owner if stage else None)


def holders(journey: Journey) -> dict[str, str]:
    """Return who holds the customer at each placed touchpoint: an owner's id or NOBODY.

    At an action it is the holder at the touchpoint before it in reading order.
    """
    stages = {stage.id: stage for stage in journey.stages}
    held: dict[str, str] = {}
    holder = NOBODY
    for touchpoint in journey.touchpoints:
        holder = holder_at(touchpoint, stages.get(touchpoint.stage or ""), holder)
        held[touchpoint.id] = holder
    return held


def holder_at(touchpoint: Touchpoint, stage: Stage | None, before: str) -> str:
    """Return who holds the customer at a touchpoint; `before` is the holder at the one before it."""
    return before if touchpoint.kind == "action" else effective_owner(touchpoint, stage) or NOBODY


def is_handoff(edge: Edge, held: Mapping[str, str]) -> bool:
    """Whether an edge passes the customer from one holder to another; a loop alone does not."""
    source, target = held[edge.source], held[edge.target]
    return source != target and NOBODY not in (source, target) and not edge.only_loop
