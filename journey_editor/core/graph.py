"""The flow as a networkx graph, and what its algorithms find: where it leads, and where it goes round."""

from collections.abc import Iterable
from itertools import chain

import networkx as nx

from journey_editor.core.flow import Edge, edges
from journey_editor.core.journey import Journey


def flow_graph(journey: Journey) -> "nx.DiGraph[str]":
    """Return the flow of a map: nodes are ids of placed touchpoints, in reading order.

    Each edge carries its `edge` (core.flow.Edge), `implied`, and `wait_days` (days or None).
    """
    return graph_of((touchpoint.id for touchpoint in journey.touchpoints), edges(journey))


def graph_of(touchpoints: Iterable[str], ways: Iterable[Edge]) -> "nx.DiGraph[str]":
    """Return the same graph of ids and edges that are known already."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(touchpoints)
    for edge in ways:
        graph.add_edge(edge.source, edge.target, edge=edge, implied=edge.implied, wait_days=edge.wait_days)
    return graph


class Ways:
    """Where the flow of a map leads, by ids of its touchpoints and the edges between them."""

    def __init__(self, touchpoints: Iterable[str], edges: Iterable[Edge]) -> None:
        self._graph = graph_of(touchpoints, edges)

    def reached(self, sources: Iterable[str]) -> set[str]:
        """Return all that the flow leads to from any of some touchpoints, these included."""
        return _around(self._graph, sources)

    def reaching(self, targets: Iterable[str]) -> set[str]:
        """Return all from which the flow leads to any of some touchpoints, these included."""
        return _around(self._graph.reverse(copy=False), targets)

    def loops(self) -> list[set[str]]:
        """Return the parts that lead back to themselves: strongly connected, or one that leads to itself."""
        parts: Iterable[set[str]] = nx.strongly_connected_components(self._graph)
        return [part for part in parts if len(part) > 1 or any(self._graph.has_edge(each, each) for each in part)]


def _around(graph: "nx.DiGraph[str]", sources: Iterable[str]) -> set[str]:
    layers: Iterable[list[str]] = nx.bfs_layers(graph, list(sources))
    return set(chain.from_iterable(layers))
