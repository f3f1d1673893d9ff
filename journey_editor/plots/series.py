"""Smooth lines through the points of a series: monotone between two points, so that no feeling is overstated.

Points are numpy arrays of x (ascending) and y; curves are the control points of cubic Béziers, an array of the shape
(segments, 4, 2), so that a painter can draw exactly what was computed.
"""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Values: TypeAlias = NDArray[np.float64]

REACH = 2
"""How many segments to either side of a point depend on it: the slope at a point takes its two neighbours."""

_SMALLEST_STEP = 1e-9  # points at the same x make a steep segment instead of a division by zero


def beziers(xs: Values, ys: Values) -> Values:
    """Return the monotone cubic curve through the points as Béziers, one for each pair of neighbours.

    `xs` ascend. Between two points the curve never leaves the range of their y. Fewer than two points make no curve.
    """
    if len(xs) < 2:
        return np.empty((0, 4, 2))
    slopes = _slopes(xs, ys)
    third = np.diff(xs) / 3
    curves = np.empty((len(xs) - 1, 4, 2))
    curves[:, 0, 0], curves[:, 0, 1] = xs[:-1], ys[:-1]
    curves[:, 1, 0], curves[:, 1, 1] = xs[:-1] + third, ys[:-1] + slopes[:-1] * third
    curves[:, 2, 0], curves[:, 2, 1] = xs[1:] - third, ys[1:] - slopes[1:] * third
    curves[:, 3, 0], curves[:, 3, 1] = xs[1:], ys[1:]
    return curves


def flattened(curves: Values, step: float) -> Values:
    """Return connected Béziers as points of a polyline, at most `step` apart in x.

    Each curve is cut by itself, so that a part of a line has the very same points as the whole.
    """
    if not len(curves):
        return np.empty((0, 2))
    counts = np.maximum(1, np.ceil((curves[:, 3, 0] - curves[:, 0, 0]) / step)).astype(np.int64)
    which = np.repeat(np.arange(len(curves)), counts)
    places = np.arange(len(which)) - np.repeat(np.cumsum(counts) - counts, counts)
    t: Values = (places / counts[which])[:, np.newaxis]
    rest: Values = 1 - t
    weights = (rest**3, 3 * rest**2 * t, 3 * rest * t**2, t**3)
    points: Values = sum(
        (weight * curves[which, place] for place, weight in enumerate(weights)), np.zeros((len(which), 2))
    )
    return np.concatenate((points, curves[-1:, 3]))


def _slopes(xs: Values, ys: Values) -> Values:
    """Return dy/dx at each point.

    Inside: the weighted harmonic mean of Fritsch and Butland (A method for constructing local monotone piecewise
    cubic interpolants, SIAM J. Sci. Stat. Comput. 5, 1984), which keeps to the conditions of Fritsch and Carlson
    (Monotone piecewise cubic interpolation, SIAM J. Numer. Anal. 17, 1980); 0 at a peak or a valley. At the ends: the
    parabola through three points, limited so that the curve stays monotone (Moler, Numerical computing with MATLAB,
    2004, chapter 3.6).
    """
    steps = np.maximum(np.diff(xs), _SMALLEST_STEP)
    rises = np.diff(ys) / steps
    if len(rises) == 1:
        return np.array((rises[0], rises[0]))
    before, after = rises[:-1], rises[1:]
    one_way = np.sign(before) * np.sign(after) > 0
    first = 2 * steps[1:] + steps[:-1]
    second = steps[1:] + 2 * steps[:-1]
    slopes = np.zeros(len(xs))
    ways = first[one_way] / before[one_way] + second[one_way] / after[one_way]
    slopes[1:-1][one_way] = (first[one_way] + second[one_way]) / ways
    slopes[0] = _end_slope(steps[0], steps[1], rises[0], rises[1])
    slopes[-1] = _end_slope(steps[-1], steps[-2], rises[-1], rises[-2])
    return slopes


def _end_slope(step: float, next_step: float, rise: float, next_rise: float) -> float:
    slope = ((2 * step + next_step) * rise - step * next_rise) / (step + next_step)
    if np.sign(slope) != np.sign(rise):
        return 0.0
    if np.sign(rise) != np.sign(next_rise) and abs(slope) > 3 * abs(rise):
        return 3 * rise
    return slope
