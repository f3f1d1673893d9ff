"""The way of people through a journey, step by step."""

from journey_editor.insight.passages import Passage, passages_of
from tests.building import case, metric, opportunity, owners, stage


def told(found: tuple[Passage, ...]) -> list[tuple[str, int | None, int | None, float | None, bool]]:
    """The stages of each passage, who came and stayed, the loss and whether it stands out."""
    return [
        ("-".join(stage.id for stage in each.stages), each.before, each.after, each.loss, each.finding is not None)
        for each in found
    ]


def test_losses_lie_inside_stages_and_between_them():
    found = passages_of(
        case(
            stage("a", "a0", phase="pre_purchase", entered=1000, completed=620),
            stage("b", "a1", phase="purchase", entered=500, completed=500),
            stage("c", "a2", phase="onboarding", entered=500),
            stage("d", "a3"),
        )
    )
    assert told(found) == [
        ("a", 1000, 620, 0.38, True),
        ("a-b", 620, 500, 0.193548387, False),  # of the stages before the purchase only the largest is told
        ("b", 500, 500, 0.0, False),  # to the next nobody is lost: no step of its own
        ("c", 500, None, None, False),
        ("d", None, None, None, False),
    ]
    assert [each.lost for each in found] == [380, 120, 0, None, None]


def test_what_comes_after_the_churn_is_no_step_and_entering_advocacy_no_loss():
    found = passages_of(
        case(
            stage("a", "a0", phase="renewal", entered=100, completed=80),
            stage("gone", "a1", phase="post_churn", entered=20, completed=5),
            stage("b", "a2", phase="advocacy", entered=10, completed=10),
        )
    )
    assert told(found) == [
        ("a", 100, 80, 0.2, True),
        ("a-b", 80, 10, None, False),
        ("gone", 20, 5, None, False),
        ("b", 10, 10, 0.0, False),
    ]


def test_opportunities_on_a_loss_are_told_and_dropped_ones_are_not():
    full = {"owner": "sales", "due": "2027-01-10", "metric": "speed"}
    found = passages_of(
        case(
            *owners("sales"),
            stage("a", "a0", entered=100, completed=60),
            stage("b", "a1", entered=30, completed=30),
            metric("speed", "a"),
            opportunity("plan", "b", **full),
            opportunity("idea", "a"),
            opportunity("over", "a", status="dropped"),
        )
    )
    ids = [[each.id for each in step.opportunities] for step in found]
    assert ids == [["idea"], ["idea", "plan"], ["plan"]]
    assert [each.finding.severity for each in found if each.finding is not None] == ["high", "low"]
