"""The flow as a networkx graph, and what its algorithms find."""

from collections.abc import Collection, Iterable

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


def reached(graph: "nx.DiGraph[str]", sources: Collection[str]) -> set[str]:
    """Return all that the flow leads to from any of some touchpoints, these included."""
    return set(nx.multi_source_dijkstra_path_length(graph, set(sources), weight=None)) if sources else set()


def reaching(graph: "nx.DiGraph[str]", targets: Collection[str]) -> set[str]:
    """Return all from which the flow leads to any of some touchpoints, these included."""
    return reached(graph.reverse(copy=False), targets)


def loops(graph: "nx.DiGraph[str]") -> list[set[str]]:
    """Return the parts of the flow that lead back to themselves: strongly connected, or one that leads to itself."""
    parts: Iterable[set[str]] = nx.strongly_connected_components(graph)
    return [part for part in parts if len(part) > 1 or any(graph.has_edge(each, each) for each in part)]
