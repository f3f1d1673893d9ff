"""The flow as a networkx graph, and what its algorithms find: where it leads, and where it goes round."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, product

import networkx as nx

from journey_editor.core.flow import edges, edges_from, leaving_by_source, steps
from journey_editor.core.journey import Journey

_BETWEEN = "between:"
"""Begins the name of a place between two columns; no id of a record has a colon."""


def flow_graph(journey: Journey) -> "nx.DiGraph[str]":
    """Return the flow of a map: nodes are ids of placed touchpoints, in reading order.

    Each edge carries its `edge` (core.flow.Edge), `implied`, and `wait_days` (days or None).
    """
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(touchpoint.id for touchpoint in journey.touchpoints)
    for edge in edges(journey):
        graph.add_edge(edge.source, edge.target, edge=edge, implied=edge.implied, wait_days=edge.wait_days)
    return graph


class Ways:
    """Where the flow of a map leads.

    Two columns of many touchpoints are joined by a place between them, so that the graph grows with the map and not
    with its square; it is nobody's touchpoint and is left out of every answer.
    """

    def __init__(self, journey: Journey) -> None:
        self._touchpoints = frozenset(each.id for each in journey.touchpoints)
        self._graph = _joined(journey)
        parts: Iterable[set[str]] = nx.strongly_connected_components(self._graph)
        self._parts = tuple(parts)  # each after all that it leads to

    def reached(self, sources: Iterable[str]) -> set[str]:
        """Return all that the flow leads to from any of some touchpoints, these included."""
        layers: Iterable[list[str]] = nx.bfs_layers(self._graph, list(sources))
        return set(self._touchpoints.intersection(chain.from_iterable(layers)))

    def highest(self, values: Mapping[str, int]) -> dict[str, int]:
        """Return for each touchpoint the highest value of all that the flow leads to, itself included; 0 where none."""
        found: dict[str, int] = {}
        for part in self._parts:
            best = 0
            for each in part:
                best = max(best, values.get(each, 0), *(found.get(one, 0) for one in self._graph.succ[each]))
            found.update(dict.fromkeys(part, best))
        return found

    def loops(self) -> list[set[str]]:
        """Return the parts that lead back to themselves: strongly connected, or one that leads to itself."""
        return [
            set(part & self._touchpoints)
            for part in self._parts
            if len(part) > 1 or any(self._graph.has_edge(each, each) for each in part)
        ]


def _joined(journey: Journey) -> "nx.DiGraph[str]":
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(each.id for each in journey.touchpoints)
    graph.add_edges_from(_ways(journey))
    return graph


def _ways(journey: Journey) -> Iterator[tuple[str, str]]:
    leaving = leaving_by_source(journey)
    for index, (here, there) in enumerate(steps(journey)):
        plain = [each.id for each in here if each.id not in leaving]
        following = [each.id for each in there]
        if len(plain) > 1 and len(following) > 1:
            between = f"{_BETWEEN}{index}"
            yield from ((source, between) for source in plain)
            yield from ((between, target) for target in following)
        else:
            yield from product(plain, following)
        for each in here:
            if ways := leaving.get(each.id):
                yield from ((each.id, edge.target) for edge in edges_from(each.id, there, ways))
