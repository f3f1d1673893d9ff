"""What is measured along a journey, and what is not."""

from journey_editor.insight.framework import framework
from tests.building import case, metric, row, stage, transition


def test_metrics_are_told_stage_by_stage_and_stages_without_any_are_there_too():
    found = framework(
        case(
            stage("a", "a0"),
            stage("b", "a1"),
            stage("c", "a2"),
            *row("t", "u", stage_id="a"),
            *row("v", stage_id="c"),
            transition("u", "v"),
            metric("late", "u-v"),
            metric("card", "t"),
            metric("whole", "a"),
            metric("last", "v"),
        )
    )
    told = [(each.stage.id, [metric.id for metric in each.metrics]) for each in found]
    assert told == [("a", ["whole", "card", "late"]), ("b", []), ("c", ["last"])]
