"""The rules `trough` and `trough_without_opportunity` at each of their boundaries, worked out by hand."""

import pytest
from hypothesis import given, strategies as st

from journey_editor.core.parts import Moment
from journey_editor.core.records import Record
from journey_editor.insight.case import Case
from journey_editor.insight.rules.trough import trough, trough_without_opportunity
from tests.building import case, opportunity, stage, touchpoint, transition


def felt(*valences: float | None, moments: tuple[str, ...] = (), more: tuple[Record, ...] = ()) -> Case:
    """Touchpoints t0, t1, … of one stage that feel like this, None without an emotion."""
    cards = [touchpoint(f"t{i:03}", "s", f"a{i:03}", **({} if v is None else {"v": v})) for i, v in enumerate(valences)]
    cards = [each.with_(id=f"t{int(each.id[1:])}") for each in cards]
    cards = [each.with_(moment=Moment()) if each.id in moments else each for each in cards]
    return case(stage("s"), *cards, *more)


@pytest.mark.parametrize(
    ("given_", "severity", "records_", "numbers"),
    [
        (felt(0, -1, 0), "medium", ("t1",), {"valence": -1, "depth": 1}),
        (felt(0, -1.5, 0), "high", ("t1",), {"valence": -1.5, "depth": 1.5}),
        (felt(0, -1.4, 0), "medium", ("t1",), {"valence": -1.4, "depth": 1.4}),
        (felt(0.9, -0.1, 0.9), "medium", ("t1",), {"valence": -0.1, "depth": 1}),
        (felt(0, -1, 0, moments=("t1",)), "high", ("t1",), {"valence": -1, "depth": 1}),
        (felt(0, -1, -0.5, 0, moments=("t2",)), "high", ("t1", "t2"), {"valence": -1, "depth": 1}),
        (felt(0, -1, -0.4, 0, moments=("t2",)), "medium", ("t1",), {"valence": -1, "depth": 1}),
        (felt(-1, 0), "medium", ("t0",), {"valence": -1, "depth": 1}),
        (felt(0, -1), "medium", ("t1",), {"valence": -1, "depth": 1}),
        (felt(1, -1, -1, 0.5), "medium", ("t1", "t2"), {"valence": -1, "depth": 1.5}),
        (felt(2, -1, None, -1, 0.1), "medium", ("t1", "t3"), {"valence": -1, "depth": 1.1}),
        (felt(2, -0.6, -0.3, -0.1, 2), "medium", ("t1", "t2", "t3"), {"valence": -0.6, "depth": 2.6}),
        (felt(1, -0.3, 0, 1), "medium", ("t1",), {"valence": -0.3, "depth": 1.3}),
        (felt(1, -1, -0.6, -0.8, 1), "medium", ("t1", "t2", "t3"), {"valence": -1, "depth": 2}),
    ],
)  # fmt: skip
def test_how_bad_a_trough_is(given_, severity, records_, numbers):
    found = next(iter(trough(given_)))
    assert (found.rule, found.severity, found.records, dict(found.numbers)) == ("trough", severity, records_, numbers)


@pytest.mark.parametrize(
    "valences", [(), (-2,), (-2, -2), (0, -0.9, 0), (2, 0, 2), (0, -1, -0.1), (1, -1, -0.2, -1.1), (0.4, -0.5, 0.4)]
)
def test_what_is_alone_not_below_neutral_or_less_than_one_deep_is_no_trough_of_its_own(valences):
    assert [each.records for each in trough(felt(*valences))] in ([], [("t3",)])


def test_only_the_three_lowest_are_high_the_earlier_of_equals_first():
    found = trough(felt(0, -1.5, 0, -1.5, 0, -1.5, 0, -1.5, 0))
    assert [each.severity for each in found] == ["high", "high", "high", "medium"]


def test_the_first_of_a_run_must_be_among_the_three_lowest():
    found = list(trough(felt(0, -2, -2, -2, 0, -1.5, 0)))
    assert [each.severity for each in found] == ["high", "medium"]


def test_the_way_to_the_top_ends_where_something_lower_is_met():
    found = list(trough(felt(2, -2, -0.5, -1, -0.4, 2)))
    assert [(each.records, each.numbers["depth"]) for each in found] == [(("t1",), 4)]
    found = list(trough(felt(2, -2, 0, -1, -0.4, 2)))
    assert [(each.records, each.numbers["depth"]) for each in found] == [(("t1",), 4), (("t3",), 1)]


def test_a_trough_says_where_it_is_and_why_it_matters():
    (plain,) = trough(felt(0, -1, 0))
    (deep,) = trough(felt(0, -1.5, 0))
    (decisive,) = trough(felt(0, -1, 0, moments=("t1",)))
    assert plain.sentence == "“T001” feels −1, 1 below what is around it: a dip that people notice."
    assert deep.sentence == ("“T001” feels −1.5, 1.5 below what is around it: the low points are what people remember.")
    assert decisive.sentence == (
        "“T001” feels −1, 1 below what is around it: a moment of truth that drives people away."
    )


def reference(valences: list[float]) -> list[tuple[list[int], float]]:
    """The troughs by the letter of the rule: places of the members and depth; as slow as it is plain."""
    found: list[tuple[list[int], float]] = []
    for first in range(len(valences)):
        for last in range(first, len(valences)):
            v = valences[first]
            if set(valences[first : last + 1]) != {v} or v >= 0:
                continue
            left, right = valences[:first][::-1], valences[last + 1 :]
            if not left and not right or (left and left[0] <= v) or (right and right[0] <= v):
                continue
            tops = []
            for side in filter(None, (left, right)):
                lower = next((place for place, other in enumerate(side) if other < v), len(side))
                tops.append(max(side[:lower]))
            depth = round(min(tops) - v, 9)
            if depth < 1:
                continue
            places = list(range(first, last + 1))
            for side, step, start in ((left, -1, first), (right, 1, last)):
                for distance, other in enumerate(side, 1):
                    if not (other < 0 and round(other - v, 9) <= 0.5):
                        break
                    places.append(start + step * distance)
            found.append((sorted(places), depth))
    return found


@given(st.lists(st.sampled_from([-2, -1.5, -1, -0.8, -0.5, -0.3, 0, 0.2, 0.5, 1, 2]), max_size=12))
def test_any_curve_has_the_troughs_that_the_rule_says(valences: list[float]):
    found = [([int(each[1:]) for each in one.records], one.numbers["depth"]) for one in trough(felt(*valences))]
    assert found == reference(valences)


LOW = (0, -1, -0.5, 0)


def test_a_trough_that_nobody_works_on():
    (found,) = trough_without_opportunity(felt(*LOW))
    assert (found.severity, found.records, dict(found.numbers)) == ("medium", ("t1", "t2"), {"valence": -1})
    assert found.sentence == "Nothing is planned for the low point at “T001”: it will stay as it is."


@pytest.mark.parametrize(
    ("on", "status", "is_found"),
    [
        ("t1", "proposed", False),
        ("t2", "done", False),
        ("s", "doing", False),
        ("t1", "dropped", True),
        ("s", "dropped", True),
        ("t0", "planned", True),
        ("x", "planned", True),
    ],
)
def test_an_opportunity_on_a_member_or_its_stage_unless_dropped_is_enough(on, status, is_found):
    way = transition("t1", "t2").with_(id="x")
    given_ = felt(*LOW, more=(way, opportunity("o", on, status=status)))
    assert bool(list(trough_without_opportunity(given_))) == is_found


def test_each_stage_that_a_trough_reaches_into_counts():
    cards = [touchpoint("a", "s", v=0), touchpoint("b", "s", "a1", v=-1), touchpoint("c", "t", v=-0.8)]
    stages = [stage("s"), stage("t", "a1")]
    for on in "st":
        assert list(trough_without_opportunity(case(*stages, *cards, opportunity("o", on)))) == []
