"""A whole map, laid out: from records to the one list that every painter paints."""

from collections.abc import Iterable, Mapping

from journey_editor.core.journey import Journey
from journey_editor.layout import band as bands
from journey_editor.layout.arrows import arrows_of
from journey_editor.layout.cards import CARD_GAP, CARD_HEIGHT, CARD_INSET, Badges, badges_of, card
from journey_editor.layout.grid import Columns, columns_of
from journey_editor.layout.headers import HEAD_HEIGHT, head
from journey_editor.layout.hints import hint
from journey_editor.layout.lanes import Lanes, lane, lanes_below
from journey_editor.layout.legend import legend
from journey_editor.layout.options import Options
from journey_editor.layout.points import Points, points_of
from journey_editor.layout.primitives import Box, Element, Grid, Ink, Picture, Rect
from journey_editor.layout.routes import field_of
from journey_editor.layout.rows import rows_of
from journey_editor.layout.title import title_block
from journey_editor.layout.words import words_of

GAP = 8.0
PAPER, LANES, GROUND, TROUGHS, CURVE, ARROWS, CARDS, WORDS, FACES = range(9)
"""The layers of a picture, from the lowest to the topmost."""


def compose(journey: Journey, options: Options) -> Picture:
    """Lay out a whole map as a picture in points; nothing of it overlaps, and what is cut ends in an ellipsis."""
    columns = columns_of(journey, options)
    elements: list[Element] = []
    y = options.margin
    if options.title:
        titles, y = title_block(journey, options, columns.right, y - GAP)
        elements += titles
    if columns.stages:
        elements += _heads(columns, options, y)
        y += HEAD_HEIGHT + GAP
    hints, y = hint(journey, options, columns.left, columns.right, y)
    points = points_of(journey, columns)
    own_band = bool(points) and not options.overlay
    lanes = lanes_below(journey, options, y + (options.band + GAP if own_band else 0.0))
    band = _band(points, columns, lanes, options, y)
    places = _places(columns, lanes)
    drawn, used = _flow(journey, columns, lanes, places, options)
    elements += [*hints, *_lanes(lanes, columns, options), *drawn]
    if band is not None:
        elements += _feelings(band, points, places.values() if options.overlay else (), options)
        used |= _used_in(points)
    y = lanes.bottom
    if options.rows:
        rows, y = rows_of(journey, columns, options, y + GAP)
        elements += rows
        y -= 0.0 if rows else GAP
    if options.legend:
        shown, y = legend(frozenset(used), options, columns.right, y + GAP)
        elements += shown
        y -= 0.0 if shown else GAP
    width, height = columns.right + options.margin, y + options.margin
    sheet = Rect(0.0, 0.0, width, height)
    paper = Element("paper", "", sheet, (Box(*sheet, Ink(options.style.paper)),), PAPER)
    return Picture(width, height, (paper, *sorted(elements, key=_layer)), _grid(columns, lanes, band))


def _layer(element: Element) -> int:
    return element.layer


def _grid(columns: Columns, lanes: Lanes, band: bands.Band | None) -> Grid:
    if band is None:
        return Grid(columns.stages, columns.columns, lanes.spans, None)
    return Grid(columns.stages, columns.columns, lanes.spans, band.rect, band.zero_y, band.unit)


def _band(points: Points, columns: Columns, lanes: Lanes, options: Options, y: float) -> bands.Band | None:
    """Return where the curve lies: in a band of its own, or over all lanes; nowhere without a feeling."""
    if not points:
        return None
    width = columns.right - columns.left
    if options.overlay:
        return bands.band_in(Rect(columns.left, lanes.top, width, lanes.bottom - lanes.top))
    return bands.band_in(Rect(columns.left, y, width, options.band))


def _heads(columns: Columns, options: Options, y: float) -> list[Element]:
    found: list[Element] = []
    last = len(columns.stages) - 1
    for index, (span, texts) in enumerate(zip(columns.stages, columns.heads, strict=True)):
        made = head(texts, span.width, index == 0, index == last, options.style)
        rect = Rect(span.x, y, span.width, HEAD_HEIGHT)
        found.append(Element("stage", span.stage, rect, made.parts, GROUND, made.tip))
    return found


def _lanes(lanes: Lanes, columns: Columns, options: Options) -> list[Element]:
    found: list[Element] = []
    width = columns.right - options.margin
    for span, name, color in zip(lanes.spans, lanes.names, lanes.colors, strict=True):
        parts, tip = lane(name, color, width, span.height, options.label, options.style)
        rect = Rect(options.margin, span.y, width, span.height)
        found.append(Element("lane", span.owner or span.kind, rect, parts, LANES, tip))
    return found


def _feelings(band: bands.Band, points: Points, obstacles: Iterable[Rect], options: Options) -> list[Element]:
    """Return everything of the emotion band."""
    style = options.style
    return [
        *bands.ground(band, options),
        bands.curve(band, points, style, CURVE),
        *words_of(band, points, style, WORDS, obstacles),
        *bands.faces(band, points, style, FACES),
    ]


def _flow(
    journey: Journey, columns: Columns, lanes: Lanes, places: Mapping[str, Rect], options: Options
) -> tuple[list[Element], set[str]]:
    """Return arrows and cards, and which of the legend's things they show."""
    arrows, used = arrows_of(journey, field_of(columns, lanes, places), options.style, ARROWS)
    return [*arrows, *_cards(journey, places, lanes, options, used)], used


def _places(columns: Columns, lanes: Lanes) -> dict[str, Rect]:
    """Return where each card lies: in its column and lane, below those it shares both with."""
    places: dict[str, Rect] = {}
    for span in columns.columns:
        stacked: dict[int, int] = {}
        for touchpoint in span.touchpoints:
            row = lanes.places[touchpoint]
            above = stacked.get(row, 0)
            stacked[row] = above + 1
            y = lanes.spans[row].y + CARD_GAP + above * (CARD_HEIGHT + CARD_GAP)
            places[touchpoint] = Rect(span.x + CARD_INSET, y, span.width - 2 * CARD_INSET, CARD_HEIGHT)
    return places


def _cards(
    journey: Journey, places: Mapping[str, Rect], lanes: Lanes, options: Options, used: set[str]
) -> list[Element]:
    found: list[Element] = []
    for touchpoint in journey.touchpoints:
        rect = places[touchpoint.id]
        badges = badges_of(journey, touchpoint, options.private)
        used.update(name for name, shown in zip(Badges._fields, badges, strict=True) if shown)
        color = lanes.colors[lanes.places[touchpoint.id]]
        made = card(touchpoint.title, touchpoint.channel, badges, rect.width, color, options.style)
        found.append(Element("card", touchpoint.id, rect, made.parts, CARDS, made.tip))
    return found


def _used_in(points: Points) -> set[str]:
    """Return which of the legend's things the curve shows."""
    shown = {
        "felt": bool(points.felt),
        "believed": bool(points.believed),
        "assumed": any(point.basis == "assumption" for point in points.felt),
        "trough": bool(points.troughs),
    }
    return {name for name, there in shown.items() if there}
