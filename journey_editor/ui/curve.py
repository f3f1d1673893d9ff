"""The emotion curve in a window: the stretch that is seen, drawn by plots into bytes that an image lies over."""

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter, QTransform

from journey_editor.layout.primitives import CurveData, Figure, Rect

_BESIDE = 0.25
"""Of what is seen, drawn on either side too, so that not each step of a pan draws anew."""


class Raster(Protocol):
    """A stretch of a curve as pixels that follow its points: see journey_editor.plots.raster."""

    rgba: Any
    width: int
    height: int
    x: float

    def update(self, data: CurveData) -> tuple[int, int] | None:
        """Show other data; return the first and last column of pixels that changed."""
        ...


RasterMaker = Callable[[CurveData, float, float, float, tuple[float, float] | None], Raster]
Seen = Callable[[], tuple[float, float]]
"""From where to where the map is seen sideways, in points."""


class Curve:
    """Draws the curve of a picture, as soon as what draws it is there."""

    def __init__(self, seen: Seen) -> None:
        self._seen = seen
        self._make: RasterMaker | None = None
        self._raster: Raster | None = None
        self._image: QImage | None = None
        self._shown: tuple[float, float, float] | None = None  # width and height of the figure, scale
        self._data: CurveData | None = None

    def ready(self, make: RasterMaker) -> None:
        """Take what draws curves."""
        self._make = make

    def end(self) -> None:
        """Let go of it."""
        self._make = self._raster = self._image = None

    def change(self, before: Figure, after: Figure) -> tuple[float, float] | None:
        """Follow new data; return from where to where the curve looks otherwise (points), None where all of it may."""
        shown = self._shown
        if self._raster is None or shown is None or shown[1] != after.height:
            self._raster = None
            return None
        self._shown = (after.width, *shown[1:])
        changed = self._follow(after.data)
        if changed is None:
            return (0.0, 0.0)
        return self._raster.x + changed[0] / shown[2], self._raster.x + changed[1] / shown[2]

    def paint(self, painter: QPainter, figure: Figure, corner: Rect, exposed: QRectF, scale: float) -> None:
        """Draw what is exposed of the curve, on whole pixels; the painter's origin is the map's."""
        if self._make is None:
            return
        ratio = painter.device().devicePixelRatio()
        left = corner.x + figure.x
        wanted = max(0.0, exposed.left() - left), min(figure.width, exposed.right() - left)
        if wanted[0] >= wanted[1]:
            return
        image = self._image_of(figure, wanted, self._seen()[0] - left, self._seen()[1] - left, scale * ratio)
        onto = painter.worldTransform()
        raster = self._raster
        assert raster is not None
        place = onto.map(QPointF(left + raster.x, corner.y + figure.y))
        image.setDevicePixelRatio(ratio)
        painter.setWorldTransform(QTransform())
        painter.drawImage(QPointF(round(place.x() * ratio) / ratio, round(place.y() * ratio) / ratio), image)
        painter.setWorldTransform(onto)

    def _image_of(self, figure: Figure, wanted: tuple[float, float], left: float, right: float, exact: float) -> QImage:
        """Return the image that covers what is wanted: the kept one, or a new one of all that is seen."""
        kept = self._raster
        shown = (figure.width, figure.height, exact)
        covered = (
            kept is not None and kept.x <= wanted[0] + 0.01 and kept.x + kept.width / exact >= wanted[1] - 1 / exact
        )
        if self._image is not None and covered and self._shown == shown:
            if self._data is not figure.data:
                self._follow(figure.data)
            return self._image
        assert self._make is not None
        panned = self._image is not None and self._shown == shown
        beside = (right - left) * _BESIDE if panned else 0.0  # each step of a zoom draws anew, and no more than is seen
        clip = min(wanted[0], left - beside), max(wanted[1], right + beside)
        raster = self._make(
            figure.data, figure.width, figure.height, exact, (max(0.0, clip[0]), min(figure.width, clip[1]))
        )
        self._raster, self._shown, self._data = raster, shown, figure.data
        self._image = QImage(
            raster.rgba.data, raster.width, raster.height, raster.width * 4, QImage.Format.Format_RGBA8888_Premultiplied
        )
        return self._image

    def _follow(self, data: CurveData) -> tuple[int, int] | None:
        assert self._raster is not None
        self._data = data
        return self._raster.update(data)
