import numpy as np
import pytest
from hypothesis import given, strategies as st

from journey_editor.plots.series import REACH, beziers, flattened

valences = st.floats(-2, 2) | st.sampled_from([-2.0, -1.0, 0.0, 0.5, 1.0, 2.0])
steps = st.floats(0.25, 500) | st.just(90.0)
series = st.lists(st.tuples(steps, valences), min_size=2, max_size=30).map(
    lambda pairs: (np.cumsum([step for step, _ in pairs]), np.array([valence for _, valence in pairs]))
)


def at(xs, ys, x):
    """The curve's y at an x, by the parameter of its segment: x runs evenly in it."""
    segment = min(int(np.searchsorted(xs, x, side="right")) - 1, len(xs) - 2)
    t = (x - xs[segment]) / (xs[segment + 1] - xs[segment])
    a, b, c, d = beziers(np.array(xs, float), np.array(ys, float))[segment, :, 1]
    return (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t**2 * c + t**3 * d


@pytest.mark.parametrize(
    ("x", "y"),
    [
        (0.25, 0.12109375000000001),
        (0.5, -0.19791666666666666),
        (1.5, -0.265625),
        (2.75, 0.935546875),
        (3.25, 1.0),
        (4, 0.9863153929308481),
        (5.5, 0.7680741638549481),
        (7.5, -0.8068820224719101),
        (9, -1.7407407407407407),
        (10.75, -1.5574363425925926),
    ],
)
def test_the_curve_is_the_one_of_scipy(x, y):
    """Computed once by PchipInterpolator of scipy 1.17.1."""
    assert at([0, 1, 3, 3.5, 7, 8, 11], [0.5, -0.5, 1, 1, 0.25, -1.75, -1.5], x) == pytest.approx(y, abs=1e-12)


@pytest.mark.parametrize(
    ("x", "y"),
    [(0.5, -0.578125), (1, -0.875), (1.5, -0.984375), (2.25, -0.8203125), (2.75, 0.28906250000000006)],
)
def test_a_valley_of_three_points_is_the_one_of_scipy(x, y):
    assert at([0, 2, 3], [0, -1, 1], x) == pytest.approx(y, abs=1e-12)


def test_two_points_make_a_straight_line():
    assert at([0, 2], [1, -1], 0.5) == 0.5


@pytest.mark.parametrize("count", [0, 1])
def test_fewer_points_make_no_curve(count):
    assert beziers(np.zeros(count), np.zeros(count)).shape == (0, 4, 2)
    assert flattened(beziers(np.zeros(count), np.zeros(count)), 1.0).shape == (0, 2)


@given(series)
def test_the_curve_goes_through_its_points(points):
    xs, ys = points
    curves = beziers(xs, ys)
    assert np.array_equal(curves[:, 0], np.stack((xs[:-1], ys[:-1]), axis=1))
    assert np.array_equal(curves[:, 3], np.stack((xs[1:], ys[1:]), axis=1))


@given(series)
def test_the_curve_never_overshoots_and_never_turns_between_two_points(points):
    curves = beziers(*points)
    for curve in curves:
        line = flattened(curve[np.newaxis], (curve[3, 0] - curve[0, 0]) / 50)[:, 1]
        low, high = sorted(curve[[0, 3], 1])
        assert line.min() >= low - 1e-12 and line.max() <= high + 1e-12
        moves = np.diff(line) * (1 if curve[3, 1] >= curve[0, 1] else -1)
        assert moves.min() >= -1e-12


@given(series, st.data())
def test_a_moved_point_bends_two_segments_to_either_side(points, data):
    xs, ys = points
    place = data.draw(st.integers(0, len(xs) - 1))
    moved = ys.copy()
    moved[place] = data.draw(valences)
    before, after = beziers(xs, ys), beziers(xs, moved)
    far = [at for at in range(len(before)) if at < place - REACH or at >= place + REACH]
    assert np.array_equal(before[far], after[far])


@given(series, st.data())
def test_a_part_is_cut_into_the_same_lines_as_the_whole(points, data):
    curves = beziers(*points)
    begin = data.draw(st.integers(0, len(curves) - 1))
    end = data.draw(st.integers(begin + 1, len(curves)))
    part = flattened(curves[begin:end], 7.0)
    whole = flattened(curves, 7.0)
    first = len(flattened(curves[:begin], 7.0)) - 1 if begin else 0
    assert np.array_equal(whole[first : first + len(part)], part)
    assert np.diff(whole[:, 0]).max() <= 7.0 + 1e-9


def test_points_at_one_place_make_a_steep_line():
    curves = beziers(np.array([0.0, 1.0, 1.0, 2.0]), np.array([0.0, 1.0, -1.0, 0.0]))
    assert np.isfinite(curves).all()
    assert curves[1, :, 0].tolist() == [1.0] * 4
    assert np.abs(curves[:, :, 1]).max() <= 1
