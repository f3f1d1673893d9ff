"""When stages are: periods, tracks, holes and overlaps."""

from hypothesis import given, strategies as st

from journey_editor.core.timeline import (
    ends_of,
    holes_of,
    overlaps_of,
    periods_of,
    shared_of,
    tracks_of,
)
from tests.building import stage

days = st.one_of(st.none(), st.integers(-400, 4000).map(float), st.floats(allow_nan=False, allow_infinity=False))
stages = st.lists(st.tuples(days, days), max_size=12).map(
    lambda times: [stage(f"s{at}", f"a{at:02}", start_day=a, end_day=b) for at, (a, b) in enumerate(times)]
)


def saas():
    times = ((0, 28), (28, 56), (56, 84), (84, 140), (150, 360), (270, 360), (330, None))
    return [stage(f"s{at}", f"a{at}", start_day=a, end_day=b) for at, (a, b) in enumerate(times, start=1)]


def test_the_seven_stages_of_business_software():
    periods = periods_of(saas())
    assert ends_of(periods) == (0, 360)
    assert tracks_of(periods) == (0, 0, 0, 0, 0, 1, 2)
    assert [hole[:2] for hole in holes_of(periods)] == [(140, 150)]
    assert [(each.first, each.second) for each in overlaps_of(periods)] == [("s5", "s6"), ("s5", "s7"), ("s6", "s7")]
    assert shared_of(periods) == ((270, 360),)


def test_a_stage_without_an_end_goes_on_to_the_end_of_the_axis():
    last = periods_of(saas())[-1]
    assert (last.start, last.end, last.goes_on) == (330, 360, True)
    alone = periods_of([stage("s", start_day=14)])
    assert alone[0].goes_on and alone[0].end == 21


def test_a_stage_without_a_start_comes_from_before():
    first, _second = periods_of([stage("s", end_day=0), stage("t", "a1", start_day=0, end_day=100)])
    assert (first.start, first.end, first.from_before) == (-8, 0, True)


def test_what_ends_before_it_begins_or_lies_too_far_off_has_no_place():
    odd = [stage("s", start_day=5, end_day=5), stage("t", start_day=9, end_day=2), stage("u", start_day=1e300)]
    assert periods_of(odd) == ()
    assert periods_of([stage("s")]) == ()


def test_a_hole_lies_between_those_that_touch_it():
    times = [
        stage("s", start_day=0, end_day=70),
        stage("t", start_day=0, end_day=7),
        stage("u", start_day=147, end_day=200),
    ]
    (hole,) = holes_of(periods_of(times))
    assert (hole.start, hole.end, hole.before, hole.after) == (70, 147, "s", "u")


@given(stages)
def test_no_two_in_a_track_overlap(given_stages):
    periods = periods_of(given_stages)
    tracks = tracks_of(periods)
    for place, each in enumerate(periods):
        for other, track in zip(periods[:place], tracks[:place], strict=True):
            if track == tracks[place]:
                assert each.end <= other.start or other.end <= each.start


@given(stages)
def test_each_day_is_in_a_stage_or_in_a_hole(given_stages):
    periods = periods_of(given_stages)
    if not periods:
        return
    first, last = ends_of(periods)
    assert first < last
    edges = sorted({edge for each in periods for edge in (each.start, each.end)})
    holes, shared = holes_of(periods), shared_of(periods)
    for begin, end in zip(edges, edges[1:], strict=False):
        depth = sum(each.start <= begin and end <= each.end for each in periods)
        assert (depth == 0) == any(hole.start <= begin and end <= hole.end for hole in holes)
        assert (depth >= 2) == any(start <= begin and end <= until for start, until in shared)
