"""All rules together: in which order findings come, and what they do not depend on."""

from math import isfinite
from random import Random

import pytest
from hypothesis import given, strategies as st

from journey_editor.core.journey import maps_of, read_journey
from journey_editor.core.records import Record
from journey_editor.insight.case import Case, case_of
from journey_editor.insight.finding import set_aside
from journey_editor.insight.findings import RULES, findings
from tests.building import MAP, TODAY, case, owners, records, row, stage, touchpoint, transition
from tests.strategies import files

OWNERS = owners("sales", "support")


def test_the_worst_comes_first_then_the_earlier_then_by_rule():
    found = findings(
        case(
            *OWNERS,
            stage("s"),
            touchpoint("a", "s", "a0", owner="sales", v=0),
            touchpoint("b", "s", "a1", owner="support", v=0, believed=1),
            touchpoint("c", "s", "a2", v=-1.5),
            touchpoint("d", "s", "a3", owner="sales", v=0),
        ),
        "trough", "trough_without_opportunity", "stage_owner", "perception_gap", "handoff", "gray_zone",
    )  # fmt: skip
    assert [(each.severity, each.records[0], each.rule) for each in found] == [
        ("high", "s", "stage_owner"),
        ("high", "c", "gray_zone"),
        ("high", "c", "trough"),
        ("medium", "c", "trough_without_opportunity"),
        ("low", "a", "handoff"),
        ("low", "b", "perception_gap"),
    ]


def test_only_rules_of_the_table_are_asked_and_findings_bear_their_names():
    given_ = case(stage("s"), *row("a", "b"))
    assert {each.rule for each in findings(given_)} <= RULES.keys()
    with pytest.raises(KeyError):
        findings(given_, "no_such_rule")


def test_what_was_set_aside_is_known_by_rule_and_set_of_records():
    given_ = case(stage("s"), *row("a", "b"), dismissed=[{"rule": "gray_zone", "records": ["b", "a"], "reason": "ok"}])
    aside = set_aside(given_.journey.map)
    assert [each.rule for each in findings(given_, "gray_zone", "stage_owner") if each.key in aside] == ["gray_zone"]
    assert aside[("gray_zone", frozenset("ab"))].reason == "ok"


@given(files(), st.randoms(use_true_random=False))
def test_findings_of_any_file_do_not_depend_on_the_order_of_records(made: dict[str, Record], random: Random):
    shuffled = list(made.values())
    random.shuffle(shuffled)
    other = {each.id: each for each in shuffled}
    for each in maps_of(made):
        found = findings(case_of(lambda map_id: read_journey(made, map_id), each.id, TODAY))
        assert findings(case_of(lambda map_id: read_journey(other, map_id), each.id, TODAY)) == found
        assert {finding.rule for finding in found} <= RULES.keys()
        assert all(made.keys() >= set(finding.records) and finding.records for finding in found)
        assert all(isfinite(number) for finding in found for number in finding.numbers.values())
        assert all(finding.sentence.strip() for finding in found)


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
