"""What matplotlib draws of the worth–effort matrix: its zones and the ticks of its axes, once for all that moves above.

As of the curve, the artists stand alone, as vectors for paper or as pixels by Agg; no text comes here.
"""

import math
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from matplotlib.backend_bases import RendererBase
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.patches import PathPatch
from matplotlib.path import Path as PlotPath
from matplotlib.transforms import Affine2D, IdentityTransform, Transform

from journey_editor.layout.matrix.plane import Plane
from journey_editor.layout.primitives import Path, Rect
from journey_editor.layout.style import Style
from journey_editor.plots.outline import rounded
from journey_editor.plots.raster import Raster, premultiplied
from journey_editor.plots.recorder import Recorder

_RADIUS = 8.0
_TICK, _AWAY = 6.0, 2.0  # points: how long ticks are, and how far from the plane


class _Zone(NamedTuple):
    kind: str
    color: str
    opacity: float


def matrix_parts(plane: Plane, style: Style, width: float, height: float) -> tuple[Path, ...]:
    """Return the background of a matrix as vectors, in points from the figure's corner; the size is the figure's."""
    recorder = Recorder(width, height)
    _draw(plane, style, recorder, IdentityTransform())
    return tuple(recorder.paths)


def matrix_raster(plane: Plane, style: Style, width: float, height: float, scale: float) -> Raster:
    """Return the background of a matrix as pixels; the size is the figure's in points, `scale` pixels for a point."""
    columns, rows = max(1, math.ceil(width * scale)), max(1, math.ceil(height * scale))
    renderer = RendererAgg(columns, rows, 72 * scale)
    _draw(plane, style, renderer, Affine2D.from_values(scale, 0.0, 0.0, -scale, 0.0, rows))
    pixels = np.asarray(renderer.buffer_rgba())
    return Raster(premultiplied(pixels).tobytes(), columns, rows, 0.0)


def _draw(plane: Plane, style: Style, renderer: RendererBase, transform: Transform) -> None:
    dark = style.name == "dark"
    zones = plane.zones()
    for zone in (
        _Zone("quick_win", style.good_shape, 0.14 if dark else 0.08),
        _Zone("worth_doing", style.paper, 1.0),
        _Zone("strategic", style.gold_shape, 0.14 if dark else 0.12),
        _Zone("later", style.paper, 0.5),
    ):
        patch = PathPatch(_zone_path(zones[zone.kind]), facecolor=(zone.color, zone.opacity), edgecolor="none")
        _plain(patch, 0.0, renderer, transform)
    patch = PathPatch(_ticks(plane), fill=False, edgecolor=style.quiet, capstyle="round")
    _plain(patch, 1.0, renderer, transform)


def _plain(patch: PathPatch, width: float, renderer: RendererBase, transform: Transform) -> None:
    """Draw a path as it is, whatever a person's matplotlibrc says of all artists."""
    patch.set_linewidth(width)
    patch.set_antialiased(True)
    patch.set_sketch_params(None)
    patch.set_path_effects([])
    patch.set_snap(False)
    patch.set_transform(transform)
    patch.draw(renderer)


def _zone_path(rect: Rect) -> PlotPath:
    points, codes = rounded(rect.x, rect.y, max(0.0, rect.width), max(0.0, rect.height), _RADIUS)
    return PlotPath(points, codes)


def _ticks(plane: Plane) -> PlotPath:
    left, bottom = plane.x - _AWAY, plane.y + plane.height + _AWAY
    lines = [((plane.x_of(each), bottom), (plane.x_of(each), bottom + _TICK - 2)) for each in range(1, 6)]
    lines += [((left - _TICK, plane.y_of(each)), (left, plane.y_of(each))) for each in range(1, 6)]
    return _strokes(lines)


def _strokes(lines: Iterable[tuple[tuple[float, float], tuple[float, float]]]) -> PlotPath:
    points = np.array([point for line in lines for point in line], dtype=np.float64)
    codes = np.tile(np.array((PlotPath.MOVETO, PlotPath.LINETO), dtype=PlotPath.code_type), len(points) // 2)
    return PlotPath(points, codes)
