"""Weeks, months or quarters are marked as the length of the axis asks, never closer than their numbers."""

from hypothesis import given, strategies as st

from journey_editor.layout.primitives import TimeScale
from journey_editor.layout.ticks import ticks_of, unit_of


def test_short_axes_are_in_days_or_weeks_long_ones_in_months_quarters_or_years():
    lengths = {14: 1, 84: 7, 360: 30, 1080: 90, 7200: 360}
    assert {length: unit_of(TimeScale(0, 900, 0, length)) for length in lengths} == lengths


def test_a_year_in_months_begins_each_month_at_its_first_day():
    ticks = ticks_of(TimeScale(0, 900, 0, 360))
    assert [(tick.day, tick.number) for tick in ticks] == [(30.0 * month, month + 1) for month in range(13)]


def test_before_the_start_weeks_are_counted_back_and_there_is_no_week_zero():
    assert [tick.number for tick in ticks_of(TimeScale(0, 900, -14, 14))] == [-2, -1, 1, 2, 3]


@given(
    st.floats(-1e7, 1e7),
    st.floats(1e-3, 2e7),
    st.floats(100, 20_000),
)
def test_marks_lie_on_the_axis_and_have_room_for_their_numbers(first: float, length: float, width: float):
    scale = TimeScale(50.0, width, first, first + length)
    ticks = ticks_of(scale)
    assert len(ticks) <= width / 30 + 2
    xs = [scale.x_of(tick.day) for tick in ticks]
    assert all(49.9 <= x <= 50.1 + width for x in xs)
    assert all(b - a >= 29.9 for a, b in zip(xs, xs[1:], strict=False))
    assert 0 not in [tick.number for tick in ticks]
