from journey_editor.core.flow import NOBODY, edges, holders, is_handoff
from journey_editor.core.graph import flow_graph
from tests.building import journey, owners, row, stage, touchpoint, transition


def pairs(found) -> list[tuple[str, str]]:
    return [(edge.source, edge.target) for edge in found]


def test_each_column_leads_to_the_next():
    assert pairs(edges(journey(stage("s"), *row("a", "b", "c")))) == [("a", "b"), ("b", "c")]


def test_everything_at_the_same_time_leads_to_everything_next():
    found = edges(journey(stage("s"), touchpoint("a", "s"), touchpoint("b", "s"), touchpoint("c", "s", "a1")))
    assert pairs(found) == [("a", "c"), ("b", "c")]
    assert all(edge.implied for edge in found)


def test_empty_stages_are_skipped():
    found = edges(journey(stage("s"), stage("t", "a1"), stage("u", "a2"), touchpoint("a", "s"), touchpoint("b", "u")))
    assert pairs(found) == [("a", "b")]


def test_a_happy_or_alternative_path_leads_on_alone():
    for path in ("happy", "alternative"):
        found = edges(journey(stage("s"), *row("a", "b", "c"), transition("a", "c", path)))
        assert pairs(found) == [("a", "c"), ("b", "c")]


def test_other_paths_come_in_addition():
    for path in ("unhappy", "exception", "loop"):
        found = edges(journey(stage("s"), *row("a", "b", "c"), transition("a", "c", path)))
        assert pairs(found) == [("a", "c"), ("a", "b"), ("b", "c")]


def test_a_transition_of_any_path_is_in_the_place_of_the_implied_edge():
    found = edges(journey(stage("s"), *row("a", "b"), transition("a", "b", "unhappy")))
    assert pairs(found) == [("a", "b")] and not found[0].implied


def test_abandon_leaves_and_is_no_edge():
    assert pairs(edges(journey(stage("s"), *row("a", "b"), transition("a", None, "abandon")))) == [("a", "b")]
    assert pairs(edges(journey(stage("s"), *row("a", "b"), transition("a", "b", "abandon")))) == []


def test_no_implied_edge_enters_a_stage_after_the_churn():
    stages = stage("s"), stage("gone", "a1", phase="post_churn"), stage("u", "a2")
    cards = touchpoint("a", "s"), touchpoint("b", "gone"), touchpoint("c", "u")
    assert pairs(edges(journey(*stages, *cards))) == [("b", "c")]
    assert pairs(edges(journey(*stages, *cards, transition("a", "b", "unhappy")))) == [("a", "b"), ("b", "c")]


def test_several_transitions_of_a_pair_are_one_edge():
    found = edges(
        journey(
            stage("s"),
            *row("a", "b"),
            transition("a", "b", wait_days=3, protocol="call"),
            transition("a", "b", "exception", id="x", wait_days=14),
        )
    )
    assert pairs(found) == [("a", "b")]
    assert found[0].wait_days == 14 and not found[0].protocol


def test_the_tray_counts_nowhere():
    found = edges(journey(stage("s"), *row("a", "b"), touchpoint("t"), transition("a", "t"), transition("t", "b")))
    assert pairs(found) == [("a", "b")]


def test_the_holder_is_the_effective_owner_and_an_action_keeps_the_one_before():
    found = holders(
        journey(
            *owners("sales", "support"),
            stage("s", owner="sales"),
            stage("t", "a1"),
            touchpoint("first", "s", "a0", kind="action"),
            touchpoint("own", "s", "a1", owner="support"),
            touchpoint("staged", "s", "a2"),
            touchpoint("alone", "t", "a0", kind="action", owner="support"),
            touchpoint("nobody", "t", "a1"),
            touchpoint("after", "t", "a2", kind="action"),
        )
    )
    assert found == {
        "first": NOBODY,
        "own": "support",
        "staged": "sales",
        "alone": "sales",
        "nobody": NOBODY,
        "after": NOBODY,
    }


def test_a_handoff_has_two_holders_and_is_not_a_loop_alone():
    read = journey(
        *owners("sales", "support"),
        stage("s"),
        touchpoint("a", "s", "a0", owner="sales"),
        touchpoint("b", "s", "a1", owner="support"),
        touchpoint("c", "s", "a2"),
        transition("b", "a", "loop"),
    )
    held = holders(read)
    handoffs = [(edge.source, edge.target) for edge in edges(read) if is_handoff(edge, held)]
    assert handoffs == [("a", "b")]


def test_the_graph_has_the_same_edges():
    read = journey(stage("s"), *row("a", "b", "c"), touchpoint("tray"), transition("a", "c", "loop", wait_days=2))
    graph = flow_graph(read)
    assert list(graph) == ["a", "b", "c"]
    assert set(graph.edges) == {("a", "b"), ("b", "c"), ("a", "c")}
    assert graph.edges["a", "c"]["wait_days"] == 2
    assert graph.edges["a", "b"]["implied"]
