"""One page as pixels: what is painted anew when the map, the page or the spotlight changes, and only then."""

from collections.abc import Container
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from journey_editor.layout.dimming import CURVE_DIMMED, DIMMED, faded, is_dimmed
from journey_editor.layout.primitives import ColumnSpan, Element, Figure, Primitive
from journey_editor.layout.room import Screened
from journey_editor.layout.style import Style
from journey_editor.ui.curve import Curve, RasterMaker
from journey_editor.ui.painter import Draw, color, draw, prepare

VEIL = 0.42
"""How much of the paper lies over what the spotlight does not show."""

_AROUND = 3.7  # points of the spotlight's frame beyond band and lanes
_RADIUS = 7.4
_LINE = 1.8


@dataclass(frozen=True, slots=True)
class Shown:
    """What the room sees: a page, the selected record, and the column in the spotlight.

    `lit` are the records that the console shows only, None while it shows all.
    """

    page: Screened
    style: Style
    selected: str = ""
    spotlight: ColumnSpan | None = None
    lit: Container[str] | None = None


class Frames:
    """Paints pages; prepared parts and the curve's pixels are kept from one to the next."""

    def __init__(self) -> None:
        self._width = 0.0
        self._curve = Curve(lambda: (0.0, self._width))
        self._prepared: dict[int, tuple[tuple[Primitive, ...], tuple[Draw, ...]]] = {}

    def ready(self, make: RasterMaker) -> None:
        """Take what draws curves."""
        self._curve.ready(make)

    def end(self) -> None:
        """Let go of it."""
        self._curve.end()
        self._prepared = {}

    def paint(self, shown: Shown, size: QSize, ratio: float) -> QPixmap:
        """Return a page as pixels, `size` logical pixels on a screen of `ratio`."""
        frame = QPixmap(round(size.width() * ratio), round(size.height() * ratio))
        frame.setDevicePixelRatio(ratio)
        frame.fill(color(shown.style.paper))
        painter = QPainter(frame)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = shown.page.scale
        painter.scale(scale, scale)
        around = _around(shown)
        if around is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(shown.style.panel))
            painter.drawRoundedRect(around, _RADIUS, _RADIUS)
        self._paint_elements(painter, shown)
        if around is not None:
            _paint_veil(painter, shown, around)
            painter.setPen(QPen(color(shown.style.accent), _LINE))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(around, _RADIUS, _RADIUS)
        else:
            _paint_ring(painter, shown)
        painter.end()
        return frame

    def _paint_elements(self, painter: QPainter, shown: Shown) -> None:
        picture, scale = shown.page.picture, shown.page.scale
        self._width = picture.width
        whole = QRectF(0.0, 0.0, picture.width, picture.height)
        kept = self._prepared
        self._prepared = {}
        for each in picture.elements:
            element, strength = _dimmed(each, shown)
            figure = next((part for part in element.parts if isinstance(part, Figure)), None)
            painter.setOpacity(strength)
            if figure is not None:
                self._curve.paint(painter, figure, element.rect, whole, scale)
                continue
            found = kept.get(id(element.parts)) or (element.parts, prepare(element.parts))
            self._prepared[id(element.parts)] = found
            painter.translate(element.rect.x, element.rect.y)
            draw(painter, found[1], scale)
            painter.translate(-element.rect.x, -element.rect.y)
        painter.setOpacity(1.0)


def _dimmed(element: Element, shown: Shown) -> tuple[Element, float]:
    """Return an element as it is painted, and how strong: the room looks where the console does, and still sees all.

    An arrow has its colours mixed with the paper instead: it would be seen through what it says.
    """
    if shown.lit is None:
        return element, 1.0
    if element.role == "curve":
        return element, CURVE_DIMMED
    if not is_dimmed(element, shown.lit):
        return element, 1.0
    if element.role == "arrow":
        return faded(element, shown.style.paper), 1.0
    return element, DIMMED


def _around(shown: Shown) -> QRectF | None:
    """Return the spotlight's frame: its column from above the band to below the lanes."""
    if shown.spotlight is None:
        return None
    ground, column = shown.page.ground, shown.spotlight
    return QRectF(column.x, ground.y - _AROUND, column.width, ground.height + 2 * _AROUND)


def _paint_veil(painter: QPainter, shown: Shown, around: QRectF) -> None:
    """Dim the columns that the spotlight does not show; the names of lanes stay."""
    ground, veil = shown.page.ground, color(shown.style.paper, VEIL)
    top, height = around.top(), around.height()
    painter.fillRect(QRectF(ground.x, top, around.left() - ground.x, height), veil)
    painter.fillRect(QRectF(around.right(), top, ground.right - around.right(), height), veil)


def _paint_ring(painter: QPainter, shown: Shown) -> None:
    """Ring the card that is selected, so that the room sees where the console is."""
    card = card_of(shown.page, shown.selected)
    if card is not None:
        painter.setPen(QPen(color(shown.style.accent), _LINE))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(*card.rect).adjusted(-2.6, -2.6, 2.6, 2.6), 10.0, 10.0)


def card_of(page: Screened, record: str) -> Element | None:
    """Return the card of a touchpoint on a page."""
    return next((each for each in page.picture.elements if each.role == "card" and each.record == record), None)
