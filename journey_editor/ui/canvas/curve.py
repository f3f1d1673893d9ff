"""The emotion curve on the canvas: what is exposed of it, drawn by plots into bytes and put there as an image."""

from typing import Protocol

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QImage, QPainter, QTransform

from journey_editor.layout.primitives import CurveData, FeltPoint, Figure, Rect

_REACH = 2
"""How many points to either side of a moved one the curve changes: it is monotone between neighbours."""


class Raster(Protocol):
    """Draws a stretch of a curve: see journey_editor.plots.raster."""

    def pixels(self, data: CurveData, left: float, top: float, width: int, height: int, scale: float) -> bytes:
        """Premultiplied RGBA, row by row, of `width` × `height` pixels from a place of the figure (in points)."""
        ...


class Curve:
    """Draws the curve of a picture, as soon as what draws it is there."""

    def __init__(self) -> None:
        self._raster: Raster | None = None

    def ready(self, raster: Raster) -> None:
        """Take what draws curves."""
        self._raster = raster

    def end(self) -> None:
        """Let go of it."""
        self._raster = None

    def paint(self, painter: QPainter, figure: Figure, corner: Rect, exposed: QRectF, scale: float) -> None:
        """Draw what is exposed of the curve, on whole pixels; the painter's origin is the map's."""
        if self._raster is None:
            return
        rect = QRectF(corner.x + figure.x, corner.y + figure.y, figure.width, figure.height)
        onto = painter.worldTransform()
        ratio = painter.device().devicePixelRatio()
        pixels = QTransform.fromScale(ratio, ratio)
        seen = (onto * pixels).mapRect(rect & exposed.adjusted(-1, -1, 1, 1)).toAlignedRect()
        if seen.isEmpty():
            return
        begin = (onto * pixels).mapRect(rect).topLeft()
        exact = scale * ratio
        left, top = (seen.x() - begin.x()) / exact, (seen.y() - begin.y()) / exact
        data = self._raster.pixels(
            figure.data,
            (seen.x() - begin.x()) / exact,
            (seen.y() - begin.y()) / exact,
            seen.width(),
            seen.height(),
            exact,
        )
        image = QImage(data, seen.width(), seen.height(), seen.width() * 4, QImage.Format.Format_RGBA8888_Premultiplied)
        image.setDevicePixelRatio(ratio)
        painter.setWorldTransform(QTransform())
        painter.drawImage(QPoint(seen.x(), seen.y()) / ratio, image)
        painter.setWorldTransform(onto)


def changed_stretch(before: Figure, after: Figure) -> tuple[float, float] | None:
    """Return from where to where two curves differ, in points from the figure's left; None where all may."""
    old, new = before.data, after.data
    same_scale = (old.zero_y, old.unit, old.ink, old.believed) == (new.zero_y, new.unit, new.ink, new.believed)
    if not same_scale or len(old.felt) != len(new.felt) or before.width != after.width:
        return None
    moved = [index for index, pair in enumerate(zip(old.felt, new.felt, strict=True)) if pair[0] != pair[1]]
    if any(old.felt[index].x != new.felt[index].x for index in moved):
        return None
    ends: list[float] = [x for trough in set(old.troughs) ^ set(new.troughs) for x in trough]
    if moved:
        ends += [_x_at(new.felt, moved[0] - _REACH), _x_at(new.felt, moved[-1] + _REACH)]
    return (min(ends), max(ends)) if ends else (0.0, 0.0)


def _x_at(felt: tuple[FeltPoint, ...], place: int) -> float:
    return felt[max(0, min(place, len(felt) - 1))].x
