"""The emotion curve as pixels, drawn by Agg: the whole of it, the stretch that is seen, or what changed of it."""

import math
from collections.abc import Callable, Sequence
from itertools import takewhile
from math import inf
from typing import NamedTuple

import numpy as np
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.transforms import Affine2D, Bbox
from numpy.typing import NDArray

from journey_editor.layout.primitives import CurveData
from journey_editor.plots import outline
from journey_editor.plots.figure import FELT_WIDTH, CurveArtists
from journey_editor.plots.series import REACH

_MARGIN = 8.0
"""Points drawn beyond what is shown, because Agg cuts shapes at its edges: a shape's end or corner stays outside."""

_ROWS = 16
"""Rows of pixels premultiplied at once: larger arrays get fresh memory each time, which takes four times longer."""

_STEP = 2.0
"""Pixels in x between two points of a flattened curve."""


_PIXEL = np.dtype("<u4")


class Raster(NamedTuple):
    """Pixels of a stretch: premultiplied RGBA, rows from the top; `x` is its left edge in points of the figure."""

    rgba: bytes
    width: int
    height: int
    x: float


def raster(
    data: CurveData, width: float, height: float, scale: float, clip: tuple[float, float] | None = None
) -> Raster:
    """Draw a curve once. `width`, `height` and `clip` (left, right) are points, `scale` pixels for a point.

    Without `clip` the whole figure is drawn, which is for small ones: an image of a long map takes much memory.
    """
    drawn = CurveRaster(data, width, height, scale, clip)
    return Raster(drawn.rgba.tobytes(), drawn.width, drawn.height, drawn.x)


class CurveRaster:
    """A stretch of a curve as pixels that follow its points.

    `rgba` is an array (rows, columns, 4) of premultiplied RGBA that stays the same object for life, so that an image
    can be made over it once; `update` repaints in it what changed. `x` is the stretch's left edge in points.
    A raster belongs to one thread at a time.
    """

    def __init__(
        self, data: CurveData, width: float, height: float, scale: float, clip: tuple[float, float] | None = None
    ) -> None:
        left, right = clip or (0.0, width)
        begin = math.floor(max(left, 0.0) * scale)
        self.width = max(math.ceil(min(right, width) * scale) - begin, 1)
        self.height = max(math.ceil(height * scale), 1)
        self.x = begin / scale
        self.rgba: NDArray[np.uint8] = np.zeros((self.height, self.width, 4), dtype=np.uint8)
        self._data = data
        self._figure_height = height
        self._scale = scale
        self._margin = math.ceil(_MARGIN * scale)
        self._artists = CurveArtists(data.ink)
        columns = self.width + 2 * self._margin
        self._renderer = RendererAgg(columns, self.height, 72 * scale)
        self._pixels: NDArray[np.uint8] = np.asarray(self._renderer.buffer_rgba())
        self._transform = Affine2D.from_values(scale, 0.0, 0.0, -scale, self._margin - begin, self.height)
        self._paint(0, self.width)

    def update(self, data: CurveData) -> tuple[int, int] | None:
        """Show other data; return the first and last (exclusive) column of pixels that changed, None where none did."""
        before, self._data = self._data, data
        if before.ink != data.ink:
            self._artists = CurveArtists(data.ink)
        stretch = self._changed(before, data)
        if stretch is None:
            return None
        begin = max(math.floor((stretch[0] - self.x) * self._scale), 0)
        end = min(math.ceil((stretch[1] - self.x) * self._scale), self.width)
        if begin >= end:
            return None
        self._paint(begin, end)
        return begin, end

    def stays(self, data: CurveData, aside: float) -> float:
        """Return up to where other data look the same if their points are moved so far aside from there on, in points.

        What is felt decides. A line of what is believed bends from its last point on, which may stand far to the left.
        """
        left, right = self.x - _MARGIN, self.x + self.width / self._scale + _MARGIN
        seen = [outline.window(each.felt, outline.felt_x, left, right) for each in (self._data, data)]
        ours, theirs = (each.felt[one.begin : one.end] for each, one in zip((self._data, data), seen, strict=True))
        same = sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], zip(ours, theirs, strict=False)))
        first = [each[same].x for each in (ours, theirs) if same < len(each)]
        return min(first) - abs(aside) / 2 if first else right

    def _changed(self, before: CurveData, after: CurveData) -> tuple[float, float] | None:
        """Return from where to where two curves differ inside what is shown, in points."""
        left, right = self.x - _MARGIN, self.x + self.width / self._scale + _MARGIN
        everything = left, right
        if (before.ink, before.zero_y, before.unit) != (after.ink, after.zero_y, after.unit):
            return everything
        felt = _moved(before.felt, after.felt, outline.felt_x, left, right)
        believed = _moved(before.believed, after.believed, outline.believed_x, left, right)
        old, new = (outline.troughs_between(each, left, right) for each in (before, after))
        troughs = set(old) ^ set(new)
        ends = [x for stretch in (*felt, *believed, *troughs) for x in stretch]
        reach = max(FELT_WIDTH, outline.CAPSULE_WIDTH / 2) + 1 / self._scale
        return (max(min(ends), left) - reach, min(max(ends), right) + reach) if ends else None

    def _paint(self, begin: int, end: int) -> None:
        """Draw the columns of pixels from `begin` to `end`.

        A margin is drawn with them and thrown away again: at the edge of what it draws Agg rounds differently.
        """
        begin += self._margin
        end += self._margin
        outer_begin, outer_end = max(begin - self._margin, 0), min(end + self._margin, self._pixels.shape[1])
        kept_before = self._pixels[:, outer_begin:begin].copy()
        kept_after = self._pixels[:, end:outer_end].copy()
        self._pixels[:, outer_begin:outer_end] = 0
        left = self.x + (outer_begin - self._margin) / self._scale
        right = self.x + (outer_end - self._margin) / self._scale
        self._artists.show(self._data, self._figure_height, left - _MARGIN, right + _MARGIN, _STEP / self._scale)
        clip = Bbox.from_extents(outer_begin, 0, outer_end, self.height)
        self._artists.draw(self._renderer, self._transform, clip)
        self._pixels[:, outer_begin:begin] = kept_before
        self._pixels[:, end:outer_end] = kept_after
        shown = self.rgba[:, begin - self._margin : end - self._margin]
        for top in range(0, self.height, _ROWS):
            shown[top : top + _ROWS] = premultiplied(self._pixels[top : top + _ROWS, begin:end])


def _moved(
    before: Sequence[outline.Point], after: Sequence[outline.Point], x: Callable[[outline.Point], float],
    left: float, right: float,
) -> list[tuple[float, float]]:  # fmt: skip
    """Return the stretches that bend with points that changed: up to the end where points came, went or moved aside."""
    if before is after:
        return []
    old, new = outline.window(before, x, left, right), outline.window(after, x, left, right)
    ours, theirs = before[old.begin : old.end], after[new.begin : new.end]
    if [x(each) for each in ours] != [x(each) for each in theirs]:
        same = sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], zip(ours, theirs, strict=False)))
        return [(x(theirs[same - REACH]) if same > REACH else -inf, inf)]
    last = len(theirs) - 1
    return [
        (x(theirs[max(place - REACH, 0)]), x(theirs[min(place + REACH, last)]))
        for place, (one, other) in enumerate(zip(ours, theirs, strict=True))
        if one is not other and one != other
    ]


def premultiplied(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return colours multiplied by their opacity and divided by 255, rounded: what painters composite fastest.

    A pixel is taken as one number, in which red and blue, 16 bits apart, are multiplied at once.
    """
    whole = np.ascontiguousarray(pixels).view(_PIXEL)
    opacity = whole >> 24
    red_blue = (whole & 0x00FF00FF) * opacity + 0x00800080
    red_blue = (red_blue + (red_blue >> 8 & 0x00FF00FF)) >> 8 & 0x00FF00FF
    green = (whole >> 8 & 0x000000FF) * opacity + 0x00000080
    green = (green + (green >> 8)) & 0x0000FF00
    return (red_blue | green | whole & 0xFF000000).view(np.uint8)
