"""Smooth lines through the points of a series: monotone between two points, so that no feeling is overstated.

Points are numpy arrays of x (ascending) and y; curves are the control points of cubic Béziers, an array of the shape
(segments, 4, 2), so that a painter can draw exactly what was computed.
"""

from functools import lru_cache
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
    counts = np.maximum(np.ceil((curves[:, 3, 0] - curves[:, 0, 0]) / step), 1).astype(np.int64)
    different = set(counts.tolist())
    if len(different) == 1:
        points = np.matmul(_weights(different.pop()), curves).reshape(-1, 2)
    else:
        points = np.empty((counts.sum(), 2))
        starts = np.cumsum(counts) - counts
        for count in different:
            (which,) = np.nonzero(counts == count)
            points[starts[which, np.newaxis] + np.arange(count)] = np.matmul(_weights(count), curves[which])
    return np.concatenate((points, curves[-1:, 3]))


@lru_cache(maxsize=512)
def _weights(count: int) -> Values:
    """Return what each control point of a Bézier weighs at so many parameters from 0 on: Bernstein's polynomials."""
    t = np.arange(count) / count
    rest = 1 - t
    return np.stack((rest**3, 3 * rest**2 * t, 3 * rest * t**2, t**3), axis=1)


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
        return np.repeat(rises, 2)
    slopes = np.empty(len(xs))
    before, after = rises[:-1], rises[1:]
    first = 2 * steps[1:] + steps[:-1]
    second = steps[1:] + 2 * steps[:-1]
    # beside a level segment, or one that hardly rises, this divides by nothing: the slope is 0 there
    with np.errstate(divide="ignore", over="ignore", invalid="ignore"):
        inside = (first + second) / (first / before + second / after)
    slopes[1:-1] = np.where(before * after > 0, inside, 0.0)
    slopes[0] = _end_slope(*steps[:2].tolist(), *rises[:2].tolist())
    slopes[-1] = _end_slope(*steps[:-3:-1].tolist(), *rises[:-3:-1].tolist())
    return slopes


def _end_slope(step: float, next_step: float, rise: float, next_rise: float) -> float:
    slope = ((2 * step + next_step) * rise - step * next_rise) / (step + next_step)
    if slope * rise <= 0:
        return 0.0
    if rise * next_rise <= 0 and abs(slope) > 3 * abs(rise):
        return 3 * rise
    return slope
