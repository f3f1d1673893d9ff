"""The emotion band: its ground and scale, the curve as a figure, faces, stars and words."""

from collections.abc import Sequence
from dataclasses import dataclass

from journey_editor.assets import _
from journey_editor.layout import text
from journey_editor.layout.faces import FACE_RADIUS, face
from journey_editor.layout.layers import CURVE, FACES, GROUND
from journey_editor.layout.options import Options
from journey_editor.layout.points import Felt
from journey_editor.layout.primitives import Box, CurveData, CurveInk, Element, FeltPoint, Figure, Ink, Rect
from journey_editor.layout.shapes import stroke
from journey_editor.layout.style import REGULAR, SMALL, Style

_SCALE_RADIUS = 7.9
_FREE = 35.0  # of the band's height, so that faces at the ends of the scale lie inside


@dataclass(frozen=True, slots=True)
class Band:
    """The area of the curve, with the y of valence 0, the points that a valence of 1 takes, and a face's radius."""

    rect: Rect
    zero_y: float
    unit: float
    point: float = FACE_RADIUS

    def y(self, valence: float) -> float:
        """Return the height of a valence."""
        return self.zero_y - valence * self.unit


def band_in(rect: Rect, point: float = FACE_RADIUS) -> Band:
    """Return the scale of a band that fills a rectangle, for faces of a radius."""
    free = _FREE + 2 * (point - FACE_RADIUS)
    return Band(rect, rect.y + rect.height / 2, max(rect.height - free, 20.0) / 4, point)


def aside(band: Band) -> Band:
    """Return a band for what is relative to a place within it, as long as you like."""
    return Band(Rect(0.0, band.rect.y, 0.0, band.rect.height), band.zero_y, band.unit, band.point)


def ground(band: Band, options: Options) -> tuple[Element, ...]:
    """Return the band's ground with its line at neutral, and the scale beside it; over the lanes only the line."""
    rect, style = band.rect, options.style
    middle = band.zero_y - rect.y
    zero = stroke(((8.0, middle), (rect.width - 8.0, middle)), Ink(stroke=style.quiet, dash=(2.0, 5.0)))
    if options.overlay:
        return (Element("band", "", rect, (zero,), GROUND),)
    sheet = Box(0.0, 0.0, rect.width, rect.height, Ink(fill=style.panel, fill_opacity=0.65), 8.0)
    return (Element("band", "", rect, (sheet, zero), GROUND), *_scale(band, options))


def _scale(band: Band, options: Options) -> list[Element]:
    """Return the faces beside the band that say what up and down mean."""
    found: list[Element] = []
    words = ((2.0, _("delighted")), (0.0, _("neutral")), (-2.0, _("desperate")))
    for valence, word in words if 2 * band.unit >= 18.0 else words[::2]:  # a low band has room for its ends only
        rect = Rect(options.margin, band.y(valence) - 9.0, options.label - 4.0, 18.0)
        x = rect.width - 11.0
        said = text.ellipsis(word, REGULAR, SMALL, x - 12.0)
        parts = (
            *face(valence, options.style, _SCALE_RADIUS, x, 9.0),
            text.line(said, x - 12.5, 13.0, color=options.style.muted, anchor="end"),
        )
        found.append(Element("scale", word, rect, parts, GROUND))
    return found


def curve(
    band: Band,
    points: Sequence[FeltPoint],
    believed: Sequence[tuple[float, float]],
    shades: Sequence[tuple[float, float]],
    style: Style,
) -> Element:
    """Return the curve as one figure: plain data for whoever draws it, with its colours."""
    data = CurveData(
        felt=points,
        believed=believed,
        troughs=shades,
        zero_y=band.zero_y - band.rect.y,
        unit=band.unit,
        ink=CurveInk(
            felt=style.ink, believed=style.believed, spread=style.muted, trough=style.pain_shape, zero=style.quiet
        ),
    )
    figure = Figure(0.0, 0.0, band.rect.width, band.rect.height, data)
    return Element("curve", "", band.rect, (figure,), CURVE)


def faces(felt: tuple[Felt, ...], band: Band, style: Style) -> tuple[Element, ...]:
    """Return the face of each felt touchpoint, to be dragged up and down."""
    radius = band.point
    size = 2 * radius
    left = band.rect.x - radius
    found: list[Element] = []
    for each in felt:
        point = each.point
        rect = Rect(left + point.x, band.y(point.valence) - radius, size, size)
        parts = face(point.valence, style, radius, radius, radius, point.assumed)
        found.append(Element("feeling", point.record, rect, parts, FACES))
    return tuple(found)
