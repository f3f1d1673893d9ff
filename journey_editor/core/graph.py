"""The flow as a networkx graph, for what its algorithms find."""

import networkx as nx

from journey_editor.core.flow import edges
from journey_editor.core.journey import Journey


def flow_graph(journey: Journey) -> "nx.DiGraph[str]":
    """Return the flow of a map: nodes are ids of placed touchpoints, in reading order.

    Each edge carries its `edge` (core.flow.Edge), `implied`, and `wait_days` (days or None).
    """
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(touchpoint.id for touchpoint in journey.touchpoints)
    for edge in edges(journey):
        graph.add_edge(edge.source, edge.target, edge=edge, implied=edge.implied, wait_days=edge.wait_days)
    return graph
