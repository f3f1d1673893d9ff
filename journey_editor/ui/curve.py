"""The emotion curve in a window: the stretch that is seen, drawn by plots into bytes that an image lies over."""

from collections.abc import Callable
from typing import Any, NamedTuple, Protocol

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

    def stays(self, data: CurveData, aside: float) -> float:
        """Return up to where other data look the same if they are moved so far aside from there on, in points."""
        ...

    def update(self, data: CurveData) -> tuple[int, int] | None:
        """Show other data; return the first and last column of pixels that changed."""
        ...


RasterMaker = Callable[[CurveData, float, float, float, tuple[float, float] | None], Raster]
Seen = Callable[[], tuple[float, float]]
"""From where to where the map is seen sideways, in points."""


class _Late(NamedTuple):
    """Data of which the pixels are still to be drawn; until then those right of `stays` are shown so far aside."""

    data: CurveData
    stays: float
    aside: float


class Curve:
    """Draws the curve of a picture, as soon as what draws it is there.

    Where a card came or went `later` is called, if it is given, once the map is painted with the curve moved along: who
    waits for the card does not wait for the curve. It asks for `settle`, which draws the curve as it is.
    """

    def __init__(self, seen: Seen, later: Callable[[], object] | None = None) -> None:
        self._seen, self._later = seen, later
        self._late: _Late | None = None
        self._make: RasterMaker | None = None
        self._raster: Raster | None = None
        self._image: QImage | None = None
        self._shown: tuple[float, float, float] | None = None  # width and height of the figure, scale
        self._left = 0.0  # where the figure was painted last, in points of the map
        self._data: CurveData | None = None

    def ready(self, make: RasterMaker) -> None:
        """Take what draws curves."""
        self._make = make

    def end(self) -> None:
        """Let go of it."""
        self._make = self._raster = self._image = self._late = None

    def change(self, before: Figure, after: Figure) -> tuple[float, float] | None:
        """Follow new data; return from where to where the curve looks otherwise (points), None where all of it may."""
        shown = self._shown
        if self._raster is None or shown is None or shown[1] != after.height:
            self._raster = self._late = None
            return None
        self._shown = (after.width, *shown[1:])
        aside = after.width - before.width
        if aside and self._later is not None and self._late is None:
            self._late = _Late(after.data, self._raster.stays(after.data, aside), aside)
            return self._late.stays, self._raster.x + self._raster.width / shown[2]
        return self._follow(after.data) or (0.0, 0.0)

    def settle(self) -> tuple[float, float] | None:
        """Draw what was put off; return from where to where the curve looks otherwise, in points."""
        if self._late is None or self._raster is None or self._shown is None:
            return None
        seen = self._seen()
        wanted = max(0.0, seen[0] - self._left), min(self._shown[0], seen[1] - self._left)
        if self._covers(*wanted):
            return self._follow(self._late.data)
        self._raster = self._image = self._late = None  # the next painting draws all that is seen
        return wanted

    def paint(self, painter: QPainter, figure: Figure, corner: Rect, exposed: QRectF, scale: float) -> None:
        """Draw what is exposed of the curve, on whole pixels; the painter's origin is the map's."""
        if self._make is None:
            return
        ratio = painter.device().devicePixelRatio()
        left = corner.x + figure.x
        wanted = max(0.0, exposed.left() - left), min(figure.width, exposed.right() - left)
        if wanted[0] >= wanted[1]:
            return
        self._left = left
        image = self._image_of(figure, wanted, self._seen()[0] - left, self._seen()[1] - left, scale * ratio)
        onto = painter.worldTransform()
        raster = self._raster
        assert raster is not None
        place = onto.map(QPointF(left + raster.x, corner.y + figure.y))
        image.setDevicePixelRatio(ratio)
        painter.setWorldTransform(QTransform())
        at = QPointF(round(place.x() * ratio) / ratio, round(place.y() * ratio) / ratio)
        if self._late is None:
            painter.drawImage(at, image)
        else:
            self._paint_aside(painter, at, image, self._late, scale * ratio)
        painter.setWorldTransform(onto)

    def _paint_aside(self, painter: QPainter, at: QPointF, image: QImage, late: _Late, exact: float) -> None:
        """Draw what was drawn before, its right part moved aside by whole pixels, and have the rest drawn later."""
        assert self._raster is not None
        assert self._later is not None
        ratio = image.devicePixelRatio()
        cut, aside = round((late.stays - self._raster.x) * exact), round(late.aside * exact)
        begin = cut + max(0, -aside)
        painter.drawImage(at, image, QRectF(0, 0, cut, image.height()))
        right = QRectF(begin, 0, image.width() - begin, image.height())
        painter.drawImage(QPointF(at.x() + (begin + aside) / ratio, at.y()), image, right)
        self._later()

    def _image_of(self, figure: Figure, wanted: tuple[float, float], left: float, right: float, exact: float) -> QImage:
        """Return the image that covers what is wanted: the kept one, or a new one of all that is seen."""
        shown = (figure.width, figure.height, exact)
        if self._image is not None and self._shown == shown:
            if self._late is not None and self._late.data is figure.data:
                return self._image
            if self._covers(*wanted):
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
        self._raster, self._shown, self._data, self._late = raster, shown, figure.data, None
        self._image = QImage(
            raster.rgba.data, raster.width, raster.height, raster.width * 4, QImage.Format.Format_RGBA8888_Premultiplied
        )
        return self._image

    def _covers(self, left: float, right: float) -> bool:
        """Whether what is drawn reaches from one place of the figure to another."""
        if self._raster is None or self._shown is None:
            return False
        x, exact = self._raster.x, self._shown[2]
        return x <= left + 0.01 and x + self._raster.width / exact >= right - 1 / exact

    def _follow(self, data: CurveData) -> tuple[float, float] | None:
        assert self._raster is not None
        assert self._shown is not None
        self._data, self._late = data, None
        changed, exact = self._raster.update(data), self._shown[2]
        return changed and (self._raster.x + changed[0] / exact, self._raster.x + changed[1] / exact)
