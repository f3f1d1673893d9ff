"""The rules `gray_zone` and `stage_owner`, worked out by hand."""

from journey_editor.insight.rules.owners import gray_zone, stage_owner
from tests.building import case, owners, stage, touchpoint

OWNERS = owners("sales", "support")


def test_a_stage_tells_all_its_interactions_without_effective_owner_at_once():
    (found,) = gray_zone(
        case(
            *OWNERS,
            stage("s"),
            stage("owned", "a1", owner="sales"),
            touchpoint("late", "s", "a3"),
            touchpoint("first", "s", "a0"),
            touchpoint("hers", "s", "a1", owner="sales"),
            touchpoint("alone", "s", "a2", kind="action"),
            touchpoint("there", "owned"),
            touchpoint("waits"),
        )
    )
    assert (found.severity, found.records, dict(found.numbers)) == ("high", ("first", "late"), {"touchpoints": 2})
    assert found.sentence == ("Nobody owns “First” and 1 other touchpoint in “S”: when they go wrong, nobody is asked.")


def test_each_stage_is_told_for_itself_and_owned_ones_and_actions_are_not():
    cards = [touchpoint("b", "t"), touchpoint("a", "s"), touchpoint("c", "u", kind="action")]
    found = list(gray_zone(case(stage("t", "a1"), stage("s"), stage("u", "a2"), *cards)))
    assert [(each.records, dict(each.numbers)) for each in found] == [
        (("a",), {"touchpoints": 1}),
        (("b",), {"touchpoints": 1}),
    ]
    assert found[0].sentence == "Nobody owns “A” in “S”: when it goes wrong, nobody is asked."


def test_a_stage_needs_an_owner_of_its_own_and_contributors_do_not_count():
    found = list(
        stage_owner(
            case(
                *OWNERS,
                stage("s"),
                stage("t", "a1", contributors=("sales", "support")),
                stage("u", "a2", owner="sales", contributors=("support",)),
                touchpoint("a", "s", owner="sales"),
            )
        )
    )
    assert [(each.severity, each.records, dict(each.numbers)) for each in found] == [
        ("high", ("s",), {"contributors": 0}),
        ("high", ("t",), {"contributors": 2}),
    ]
    assert found[0].sentence == "“S” has no owner: nobody answers for it as a whole."
    assert found[1].sentence == "“T” has 2 contributors but no owner: nobody answers for it as a whole."
