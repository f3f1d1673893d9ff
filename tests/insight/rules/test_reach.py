"""The rules `dead_end`, `unreachable` and `loop`: worked out by hand, and written a second time for any map."""

from itertools import product
from typing import NamedTuple

import pytest
from hypothesis import given, strategies as st

from journey_editor.core.records import Record
from journey_editor.insight.case import Case
from journey_editor.insight.rules.reach import dead_end, loop, unreachable
from tests.building import case, row, stage, touchpoint, transition

PATHS = ["happy", "unhappy", "alternative", "exception", "loop", "abandon"]


def line(*more: Record, ids: str = "abcde") -> Case:
    """Touchpoints of one stage, a column each."""
    return case(stage("s"), *row(*ids), *more)


def dead(given_: Case) -> list[str]:
    return [each.records[0] for each in dead_end(given_)]


def lost(given_: Case) -> list[str]:
    return [each.records[0] for each in unreachable(given_)]


def rounds(given_: Case) -> list[tuple[str, ...]]:
    return [each.records for each in loop(given_)]


def test_a_plain_line_and_an_empty_map_have_nothing_of_the_kind():
    for given_ in (line(), line(ids="a"), case(), case(stage("s"))):
        assert (dead(given_), lost(given_), rounds(given_)) == ([], [], [])


def test_who_is_led_back_for_good_is_stuck_and_what_comes_after_is_never_met():
    given_ = line(transition("c", "b", "happy"))
    assert (dead(given_), lost(given_), rounds(given_)) == (["a", "b", "c"], ["d", "e"], [("b", "c")])


@pytest.mark.parametrize("path", PATHS)
def test_other_ways_back_leave_the_way_on(path):
    given_ = line(transition("c", "b", path))
    is_only_way = path in ("happy", "alternative")
    assert dead(given_) == (["a", "b", "c"] if is_only_way else [])
    assert lost(given_) == (["d", "e"] if is_only_way else [])
    assert rounds(given_) == ([] if path == "abandon" else [("b", "c")])


def test_where_people_leave_nobody_is_stuck():
    assert dead(line(transition("c", "b"), transition("b", None, "abandon"))) == []
    assert dead(line(transition("c", "b"), transition("b", "e", "abandon"))) == []
    assert dead(line(transition("c", "b"), transition("d", None, "abandon"))) == ["a", "b", "c"]


def test_a_way_past_a_touchpoint_leaves_it_unreached():
    given_ = line(transition("a", "c", "alternative"))
    assert (dead(given_), lost(given_), rounds(given_)) == ([], ["b"], [])


def test_all_of_the_last_column_end_the_journey_and_all_of_the_first_begin_it():
    cards = [touchpoint("a", "s"), touchpoint("b", "s"), touchpoint("c", "s", "a1"), touchpoint("d", "s", "a1")]
    given_ = case(stage("s"), *cards, transition("a", "c"), transition("b", "c"))
    assert (dead(given_), lost(given_)) == ([], ["d"])


def test_after_the_churn_nothing_is_asked_and_nothing_leads_there_by_itself():
    stages = [stage("s"), stage("gone", "a1", phase="post_churn"), stage("u", "a2")]
    cards = [touchpoint("a", "s"), touchpoint("x", "gone"), touchpoint("y", "gone", "a1"), touchpoint("u1", "u")]
    assert (dead(case(*stages, *cards)), lost(case(*stages, *cards))) == (["a"], ["u1"])
    assert (dead(case(*stages[:2], *cards[:3])), lost(case(*stages[:2], *cards[:3]))) == ([], [])
    back = [transition("a", "x", "unhappy"), transition("x", "a", "exception"), transition("x", "u1")]
    assert (dead(case(*stages, *cards, *back)), lost(case(*stages, *cards, *back))) == ([], [])
    assert rounds(case(*stages, *cards, *back)) == [("a", "x")]


def test_what_leads_to_itself_is_a_loop_of_one():
    given_ = line(transition("b", "b", "loop"))
    (found,) = loop(given_)
    assert (found.severity, found.records, dict(found.numbers)) == ("medium", ("b",), {"size": 1})
    assert rounds(line(transition("b", "b", "abandon"))) == []


def test_loops_are_told_apart_or_as_one_where_they_meet():
    assert rounds(line(transition("b", "a", "loop"), transition("e", "d", "loop"))) == [("a", "b"), ("d", "e")]
    (found,) = loop(line(transition("b", "a", "loop"), transition("e", "b", "loop")))
    assert (found.records, dict(found.numbers)) == (("a", "b", "c", "d", "e"), {"size": 5})


def test_how_bad_they_are_and_what_is_said():
    given_ = line(transition("c", "b", "happy"))
    found = [*dead_end(given_), *unreachable(given_), *loop(given_)]
    assert [each.severity for each in found] == ["high"] * 3 + ["medium"] * 3
    assert [dict(each.numbers) for each in found] == [{}] * 5 + [{"size": 2}]
    assert [each.sentence for each in found[2:4]] == [
        "“C” leads nowhere on: whoever gets there is stuck.",
        "No way from the start leads to “D”: nobody gets there, or an arrow is missing.",
    ]
    assert found[0].sentence == "From “A” the way leads no further than “C”: whoever gets there is stuck."
    said = ["“B” and “C” lead to each other: people may go round in a circle."]
    assert [found[5].sentence] == said
    assert [each.sentence for each in loop(line(transition("e", "a", "loop")))] == [
        "From “A” to “E”, with 3 between, the way leads round in a circle: who ends it?"
    ]
    assert [each.sentence for each in loop(line(transition("a", "a", "loop")))] == [
        "“A” leads back to itself: people may do it again and again."
    ]


class Plain(NamedTuple):
    """A map as its drawing says it: stages with their phase and the ids in each column, the tray, the ways."""

    stages: list[tuple[str | None, list[list[str]]]]
    tray: list[str]
    ways: list[tuple[str, str | None, str]]


@st.composite
def maps(draw: st.DrawFn) -> Plain:
    """Any small map: columns of one or two, stages after the churn anywhere, ways of any path, into the tray too."""
    ids = iter("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    phases = st.sampled_from([None, "use", "post_churn"])
    shapes = draw(st.lists(st.tuples(phases, st.lists(st.integers(1, 2), max_size=3)), max_size=4))
    stages = [(phase, [[next(ids) for _ in range(size)] for size in sizes]) for phase, sizes in shapes]
    tray = [next(ids)]
    every = [each for _, columns in stages for column in columns for each in column] + tray
    ends = st.sampled_from(every)
    ways = draw(st.lists(st.tuples(ends, ends, st.sampled_from(PATHS)), max_size=6))
    gone = draw(st.lists(ends, max_size=1))
    return Plain(stages, tray, [*ways, *((each, None, "abandon") for each in gone)])


def built(plain: Plain) -> Case:
    made: list[Record] = [touchpoint(each) for each in plain.tray]
    for place, (phase, columns) in enumerate(plain.stages):
        made.append(stage(f"stage{place}", f"a{place}", phase=phase))
        made += [touchpoint(each, f"stage{place}", f"a{i}") for i, column in enumerate(columns) for each in column]
    made += [transition(a, b, path, id=f"way{place}") for place, (a, b, path) in enumerate(plain.ways)]
    return case(*made)


class Answers(NamedTuple):
    dead: list[str]
    lost: list[str]
    rounds: list[tuple[str, ...]]


def answers(plain: Plain) -> Answers:
    """What the rules should find, by the letter of the format: all pairs by trying every way, as slow as plain."""
    columns = [(phase, column) for phase, some in plain.stages for column in some]
    order = [each for _, column in columns for each in column]
    ways = [(a, b, path) for a, b, path in plain.ways if a in order and (b is None or b in order)]
    leads = {(a, b) for a, b, path in ways if path != "abandon"}
    for (_, here), (phase, there) in zip(columns, columns[1:], strict=False):
        for a, b in product(here, there):
            elsewhere = any(way[0] == a and way[2] in ("happy", "alternative") for way in ways)
            if phase != "post_churn" and not elsewhere and not any(way[:2] == (a, b) for way in ways):
                leads.add((a, b))
    far = set(leads)
    for middle, a, b in product(order, order, order):
        if (a, middle) in far and (middle, b) in far:
            far.add((a, b))
    living = [column for phase, column in columns if phase != "post_churn"]
    asked = [each for column in living for each in column]
    ends = set(living[-1] if living else []) | {a for a, _, path in ways if path == "abandon"}
    first = columns[0][1] if columns else []
    dead = [each for each in asked if each not in ends and not any((each, end) in far for end in ends)]
    lost = [each for each in asked if each not in first and not any((begin, each) in far for begin in first)]
    rounds = {tuple(b for b in order if (a, b) in far and (b, a) in far) for a in order if (a, a) in far}
    return Answers(dead, lost, sorted(rounds, key=lambda part: order.index(part[0])))


@given(maps())
def test_any_map_has_the_dead_ends_gaps_and_loops_that_the_format_says(plain: Plain):
    given_ = built(plain)
    assert Answers(dead(given_), lost(given_), rounds(given_)) == answers(plain)
