"""All rules together: in which order findings come, and what they do not depend on."""

from hypothesis import given, strategies as st

from journey_editor.core.journey import read_journey
from journey_editor.insight.case import Case
from journey_editor.insight.findings import findings
from tests.building import MAP, TODAY, case, owners, records, stage, touchpoint, transition

OWNERS = owners("sales", "support")


def test_the_worst_comes_first_then_the_earlier():
    found = findings(
        case(
            *OWNERS,
            stage("s"),
            touchpoint("a", "s", "a0", owner="sales", v=0),
            touchpoint("b", "s", "a1", owner="support", v=0),
            touchpoint("c", "s", "a2", owner="support", v=-1.5),
            touchpoint("d", "s", "a3", owner="sales", v=0),
        )
    )
    assert [(each.severity, each.rule) for each in found] == [
        ("high", "trough"),
        ("low", "handoff"),
        ("low", "handoff"),
    ]


@given(st.randoms(use_true_random=False))
def test_findings_do_not_depend_on_the_order_of_records(random):
    made = records(
        *OWNERS,
        stage("s"),
        stage("t", "a1"),
        *[touchpoint(f"t{i}", "st"[i % 2], f"a{i % 4}", v=(i * 7 % 9 - 4) / 2, owner=("sales", "support")[i % 3 == 0])
          for i in range(10)],
        transition("t2", "t7", "exception", wait_days=8),
    )  # fmt: skip
    expected = findings(Case(read_journey({each.id: each for each in made}, MAP), TODAY))
    random.shuffle(made)
    assert findings(Case(read_journey({each.id: each for each in made}, MAP), TODAY)) == expected
    assert expected
