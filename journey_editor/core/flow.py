"""The flow of a map as plain edges, implied and explicit, and who holds the customer where.

The rules are those of the file format, "The flow"; `core.graph` makes a networkx graph of the same edges.
"""

import itertools
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
    leads_on, joined, explicit = _explicit(journey, placed)
    found: dict[tuple[str, str], tuple[Transition, ...]] = dict(explicit)
    for here, there in _steps(journey):
        for source in here:
            if source.id in leads_on:
                continue
            for target in there:
                if (source.id, target.id) not in joined:
                    found[source.id, target.id] = ()
    ordered = sorted(found, key=lambda pair: (placed[pair[0]], not found[pair], placed[pair[1]]))
    return tuple(Edge(source, target, found[source, target]) for source, target in ordered)


def _explicit(
    journey: Journey, placed: dict[str, int]
) -> tuple[set[str], set[tuple[str, str]], dict[tuple[str, str], tuple[Transition, ...]]]:
    """Return who leads on by itself, which pairs any transition joins, and the explicit edges."""
    leads_on: set[str] = set()
    joined: set[tuple[str, str]] = set()
    explicit: dict[tuple[str, str], tuple[Transition, ...]] = {}
    for transition in journey.transitions:
        if transition.source not in placed or (transition.target is not None and transition.target not in placed):
            continue  # the tray counts nowhere
        if transition.path in ("happy", "alternative"):
            leads_on.add(transition.source)
        if transition.target is None:
            continue
        pair = (transition.source, transition.target)
        joined.add(pair)
        if transition.path != "abandon":
            explicit[pair] = (*explicit.get(pair, ()), transition)
    return leads_on, joined, explicit


def _steps(journey: Journey) -> list[tuple[Column, Column]]:
    """Return each column with the next one, unless that lies in a stage after the churn."""
    columns = [(stage, column) for stage in journey.stages for column in journey.columns_by_stage[stage.id]]
    following = itertools.pairwise(columns)
    return [(here, there) for (_, here), (stage, there) in following if stage.phase != "post_churn"]


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
        if touchpoint.kind != "action":
            holder = effective_owner(touchpoint, stages.get(touchpoint.stage or "")) or NOBODY
        held[touchpoint.id] = holder
    return held


def is_handoff(edge: Edge, held: dict[str, str]) -> bool:
    """Whether an edge passes the customer from one holder to another; a loop alone does not."""
    source, target = held[edge.source], held[edge.target]
    return source != target and NOBODY not in (source, target) and not edge.only_loop
