"""The shapes of the emotion curve as matplotlib paths, in points from the figure's corner, y downwards.

Each function can make only the stretch between two x: its shapes are then the very ones that the whole curve has
there, because a segment depends on four points only. `step` cuts curves into lines of so many points in x, for Agg,
which cuts them differently at each clip; None keeps the Béziers.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeVar

import numpy as np
from matplotlib.path import Path
from numpy.typing import NDArray

from journey_editor.layout.primitives import CurveData, FeltPoint
from journey_editor.layout.shapes import QUARTER
from journey_editor.plots.series import Values, beziers, flattened

TROUGH_RADIUS = 6.0
CAPSULE_WIDTH = 12.0

_MOVE, _LINE, _CURVE, _CLOSE = Path.MOVETO, Path.LINETO, Path.CURVE4, Path.CLOSEPOLY
_PIECE = np.array((_MOVE, _CURVE, _CURVE, _CURVE), dtype=Path.code_type)
_RECTANGLE = np.array((_MOVE, *(_LINE, _CURVE, _CURVE, _CURVE) * 4, _CLOSE), dtype=Path.code_type)

Point = TypeVar("Point", FeltPoint, tuple[float, float])
Codes = NDArray[np.uint8]
Shape = tuple[Values, Codes]
Spread = tuple[float, float, float]
"""Where a felt touchpoint stands, its low and its high."""


class Window(NamedTuple):
    """What points a stretch of a curve needs: `first` to `last` are joined by what is seen, the others bend it."""

    begin: int
    first: int
    last: int
    end: int


def felt_x(point: FeltPoint) -> float:
    """Return where a felt touchpoint stands, in points."""
    return point.x


def believed_x(point: tuple[float, float]) -> float:
    """Return where a believed valence stands, in points."""
    return point[0]


def window(points: Sequence[Point], x: Callable[[Point], float], left: float, right: float) -> Window:
    """Return which of the points, ascending in x, matter between two x."""
    first = max(bisect_left(points, left, key=x) - 1, 0)
    last = min(bisect_right(points, right, key=x) + 1, len(points))
    return Window(max(first - 1, 0), first, last, min(last + 1, len(points)))


def trough_path(data: CurveData, height: float, left: float, right: float) -> Path:
    """Return the rounded rectangles behind the troughs, as high as the figure."""
    return _path(
        rounded(begin, 0.0, end - begin, height, TROUGH_RADIUS) for begin, end in troughs_between(data, left, right)
    )


def troughs_between(data: CurveData, left: float, right: float) -> list[tuple[float, float]]:
    """Return the troughs that have something between two x; they stand beside each other from left to right."""
    first = max(bisect_left(data.troughs, left, key=lambda trough: trough[0]) - 1, 0)
    last = bisect_left(data.troughs, right, key=lambda trough: trough[0])
    return [trough for trough in data.troughs[first:last] if trough[1] > left]


def spread_path(data: CurveData, left: float, right: float, step: float | None) -> Path:
    """Return the band between low and high where neighbours have both, and a capsule where one stands alone."""
    seen = window(data.felt, felt_x, left, right)
    shapes: list[Shape] = []
    for begin, run in _runs(data.felt, seen):
        end = begin + len(run)
        if len(run) == 1 and seen.first <= begin < seen.last:
            shapes.append(_capsule(data, run[0]))
        first, last = max(begin, seen.first), min(end, seen.last)
        if last - first > 1:
            pick = slice(first - begin, last - begin - 1)
            upper = _curves(data, [(x, high) for x, _low, high in run])[pick]
            lower = _curves(data, [(x, low) for x, low, _high in run])[pick]
            shapes.append(_between(upper, lower, step))
    return _path(shapes)


def believed_path(data: CurveData, left: float, right: float) -> Path:
    """Return the line of what the team believed: one piece for each segment, so that dashes begin anew at points.

    A line that is dashed as one would move all its dashes when one point moves.
    """
    seen = window(data.believed, believed_x, left, right)
    curves = _curves(data, data.believed[seen.begin : seen.end])
    pieces = curves[seen.first - seen.begin : max(seen.last - seen.begin - 1, 0)]
    return _path([(pieces.reshape(-1, 2), np.tile(_PIECE, len(pieces)))])


def felt_path(data: CurveData, left: float, right: float, step: float | None) -> Path:
    """Return the line through all felt touchpoints; a single one has none."""
    seen = window(data.felt, felt_x, left, right)
    curves = _curves(data, [(point.x, point.valence) for point in data.felt[seen.begin : seen.end]])
    curves = curves[seen.first - seen.begin : max(seen.last - seen.begin - 1, 0)]
    return _path([_joined(curves, step)] if len(curves) else [])


def _curves(data: CurveData, points: Sequence[tuple[float, float]]) -> Values:
    """Return the smooth curve through pairs of x and valence, in points."""
    if not points:
        return beziers(np.empty(0), np.empty(0))
    xs, valences = np.array(points, dtype=np.float64).T
    return beziers(xs, data.zero_y - data.unit * valences)


def _runs(felt: Sequence[FeltPoint], seen: Window) -> list[tuple[int, list[Spread]]]:
    """Return the runs of neighbours that know both low and high, each with the place of its first."""
    runs: list[tuple[int, list[Spread]]] = []
    for place in range(seen.begin, seen.end):
        point = felt[place]
        if point.low is None or point.high is None:
            continue
        spread = point.x, min(point.low, point.high), max(point.low, point.high)
        if runs and runs[-1][0] + len(runs[-1][1]) == place:
            runs[-1][1].append(spread)
        else:
            runs.append((place, [spread]))
    return runs


def _capsule(data: CurveData, spread: Spread) -> Shape:
    x, low, high = spread
    top, height = data.zero_y - data.unit * high, data.unit * (high - low)
    return rounded(x - CAPSULE_WIDTH / 2, top, CAPSULE_WIDTH, height, CAPSULE_WIDTH / 2)


def _joined(curves: Values, step: float | None) -> Shape:
    if step is None:
        points, code = np.concatenate((curves[:1, 0], curves[:, 1:].reshape(-1, 2))), _CURVE
    else:
        points, code = flattened(curves, step), _LINE
    codes = np.full(len(points), code, dtype=Path.code_type)
    codes[0] = _MOVE
    return points, codes


def _between(upper: Values, lower: Values, step: float | None) -> Shape:
    """Return the area from the upper curve back along the lower one."""
    there, there_codes = _joined(upper, step)
    back, back_codes = _joined(lower, step)
    back_codes[0] = _LINE
    codes = np.append(np.concatenate((there_codes, back_codes)), _CLOSE)
    return np.concatenate((there, back[::-1], there[:1])), codes


def rounded(x: float, y: float, width: float, height: float, radius: float) -> Shape:
    """Return a rectangle with rounded corners, its radius no more than half its sides; all in points."""
    r = max(min(radius, width / 2, height / 2), 0.0)
    k = r * (1 - QUARTER)
    right, bottom = x + width, y + height
    points = [
        (x + r, y), (right - r, y), (right - k, y), (right, y + k), (right, y + r),
        (right, bottom - r), (right, bottom - k), (right - k, bottom), (right - r, bottom),
        (x + r, bottom), (x + k, bottom), (x, bottom - k), (x, bottom - r),
        (x, y + r), (x, y + k), (x + k, y), (x + r, y), (x + r, y),
    ]  # fmt: skip
    return np.array(points), _RECTANGLE


def _path(shapes: Iterable[Shape]) -> Path:
    made = list(shapes)
    points = np.concatenate([points for points, _codes in made]) if made else np.empty((0, 2))
    codes = np.concatenate([codes for _points, codes in made]) if made else np.empty(0, dtype=Path.code_type)
    path = Path(points, codes)
    path.should_simplify = False  # left-out vertices would differ between a stretch and the whole
    return path
