"""The emotion curve as matplotlib draws it: troughs, spread, what was believed, what was felt.

Artists stand alone, without a figure around them: axes and their furniture cost ten times what the curve does. No
text of a map comes here; faces, words and stars are layout's.
"""

from collections.abc import Sequence

import matplotlib as mpl
import numpy as np
from matplotlib.backend_bases import RendererBase
from matplotlib.patches import PathPatch
from matplotlib.path import Path as PlotPath
from matplotlib.transforms import Bbox, IdentityTransform, Transform

from journey_editor.layout.primitives import CurveData, CurveInk, Path
from journey_editor.plots import outline
from journey_editor.plots.recorder import Recorder

FELT_WIDTH = 2.5
BELIEVED_WIDTH = 1.5

BELIEVED_DASH = (2.5, 5.0, 2.5, 0.0)
"""Dashes and gaps of 5 points that begin and end with half a dash, so that no gap opens at a point."""

TROUGH_OPACITY = 0.09
SPREAD_OPACITY = 0.1

# widths and dashes are points here; a person's own matplotlibrc must not change their maps
mpl.rcParams["lines.scale_dashes"] = False

_EMPTY = PlotPath([(0.0, 0.0)])


class CurveArtists:
    """The artists of one curve, kept while its points move; they know nothing of pixels.

    `show` gives them the shapes of a stretch, `draw` draws them by any renderer.
    """

    def __init__(self, ink: CurveInk) -> None:
        self._troughs = _area(ink.trough, TROUGH_OPACITY)
        self._spread = _area(ink.spread, SPREAD_OPACITY)
        self._believed = _line(ink.believed, BELIEVED_WIDTH, BELIEVED_DASH)
        self._felt = _line(ink.felt, FELT_WIDTH, ())

    def show(self, data: CurveData, height: float, left: float, right: float, step: float | None) -> None:
        """Take on the shapes between two x, in points; `step` as in `outline`."""
        _set_path(self._troughs, outline.trough_path(data, height, left, right))
        _set_path(self._spread, outline.spread_path(data, left, right, step))
        _set_path(self._believed, outline.believed_path(data, left, right))
        _set_path(self._felt, outline.felt_path(data, left, right, step))

    def draw(self, renderer: RendererBase, transform: Transform, clip: Bbox | None = None) -> None:
        """Draw from the back to the front; `transform` leads from points to the renderer's units."""
        for artist in (self._troughs, self._spread, self._believed, self._felt):
            artist.set_transform(transform)
            artist.set_clip_box(clip)
            artist.draw(renderer)


def curve_parts(data: CurveData, width: float, height: float) -> tuple[Path, ...]:
    """Return the curve as vectors, in points from the figure's corner; `width` and `height` are the figure's."""
    recorder = Recorder(width, height)
    artists = CurveArtists(data.ink)
    artists.show(data, height, 0.0, width, None)
    artists.draw(recorder, IdentityTransform())
    return tuple(recorder.paths)


def _area(color: str, opacity: float) -> PathPatch:
    return _plain(PathPatch(_EMPTY, facecolor=(color, opacity), edgecolor="none", linewidth=0))


def _line(color: str, width: float, dash: Sequence[float]) -> PathPatch:
    style = (0, tuple(dash)) if dash else "solid"
    patch = PathPatch(
        _EMPTY, fill=False, edgecolor=color, linewidth=width, linestyle=style, capstyle="round", joinstyle="round"
    )
    return _plain(patch)


def _plain(patch: PathPatch) -> PathPatch:
    """Undo what a person's matplotlibrc may have set for all artists, and draw between pixels, not on them."""
    patch.set_antialiased(True)
    patch.set_sketch_params(None)
    patch.set_path_effects([])
    patch.set_snap(False)
    return patch


def _set_path(patch: PathPatch, path: PlotPath) -> None:
    patch.set_path(path)
    patch.set_visible(np.size(path.vertices) > 0)
