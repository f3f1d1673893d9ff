"""All rules together: in which order findings come, and what they do not depend on."""

from datetime import date
from math import isfinite
from random import Random

import pytest
from hypothesis import given, settings, strategies as st

from journey_editor.core.journey import maps_of, read_journey
from journey_editor.core.records import Evidence, JourneyMap, Record, Touchpoint
from journey_editor.insight.case import case_of
from journey_editor.insight.finding import Finding, set_aside
from journey_editor.insight.findings import RULES, findings
from tests.building import (
    MAP,
    TODAY,
    case,
    metric,
    note,
    opportunity,
    owners,
    records,
    row,
    stage,
    touchpoint,
    transition,
)
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


def test_what_is_about_the_whole_map_comes_last_of_its_severity():
    ways = [transition("a", "b", wait_days=9)]
    found = findings(case(stage("s"), *row("a", "b"), *ways))
    medium = [each.rule for each in found if each.severity == "medium"]
    assert medium == ["waiting", "no_emotion", "no_persona"]


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


@settings(max_examples=30)  # drawing whole files takes long
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


def lively() -> list[Record]:
    """A file of two maps, the second drafted from the first, in which there is something for nearly every rule."""
    then = JourneyMap(id="then", rank="a1", title="Then", based_on=MAP)
    steps = [
        stage("s", phase="pre_purchase", entered=100, completed=50, end_day=10, contributors=("sales",)),
        stage("t", "a1", phase="use", owner="support", entered=40, completed=40, start_day=30, tickets=20),
        stage("gone", "a2", phase="post_churn", tickets=1),
        *[
            touchpoint(f"t{i}", "st"[i % 2], f"a{i % 4}", v=(i * 7 % 9 - 4) / 2, believed=1,
                       evidence=("old",) if i == 3 else (), owner=("sales", "support", None)[i % 3], unneeded=i > 8,
                       moment={} if i == 4 else None)
            for i in range(10)
        ],
        touchpoint("stuck", "t", "a5", emotion={"valence": 0, "n": 5, "low": -1, "high": 1}),
        touchpoint("end", "t", "a6"),
        touchpoint("lost", "gone"),
        transition("t2", "t7", "exception", wait_days=8),
        transition("stuck", "t7", "happy"),
        transition("t7", "t5", "happy"),
        transition("t5", "t7", "happy", id="again", wait_days=9),
    ]  # fmt: skip
    hanging = [
        note("n1", "t5"),
        note("n2", "s"),
        metric("m1", "t5", current=1, expected=2),
        metric("m2", "s", gap_text="too late", priority="high"),
        opportunity("o1", "end", status="planned"),
        opportunity("o2", "end"),
        opportunity("o3", "end", due="2026-01-01", owner="sales", status="doing"),
    ]
    drafted = [each.with_(id=f"{each.id}-2", map="then", origin=each.id) for each in steps[:3]]
    drafted += [
        each.with_(
            id=f"{each.id}-2", map="then", origin=each.id, stage=f"{each.stage}-2",
            owner=each.owner if place % 4 else "sales",
        )
        for place, each in enumerate(steps) if isinstance(each, Touchpoint) and each.id != "end"
    ]  # fmt: skip
    old = Evidence(id="old", rank="a0", title="Old", date=date(2020, 1, 1), source="interview", n=3)
    return [*records(*OWNERS, old, *steps, *hanging), then, *drafted]


LIVELY = lively()


def told(made: list[Record]) -> list[tuple[Finding, ...]]:
    by_id = {each.id: each for each in made}
    return [findings(case_of(lambda map_id: read_journey(by_id, map_id), each, TODAY)) for each in (MAP, "then")]


@given(st.permutations(LIVELY))
def test_findings_do_not_depend_on_the_order_of_records(made: list[Record]):
    assert told(made) == told(LIVELY)


def test_there_is_something_for_nearly_every_rule_in_what_is_shuffled():
    missing = RULES.keys() - {each.rule for found in told(LIVELY) for each in found}
    assert missing == {"ideal_journey", "no_before_after", "no_emotion", "too_broad"}
