"""A whole map, laid out: from records to the one list that every painter paints."""

from journey_editor.core.journey import Journey
from journey_editor.layout import band as bands
from journey_editor.layout.arrows import arrows_of
from journey_editor.layout.cards import CARD_GAP, CARD_HEIGHT, CARD_INSET, badges_of, card
from journey_editor.layout.grid import Columns, columns_of
from journey_editor.layout.headers import HEAD_HEIGHT, head
from journey_editor.layout.lanes import Lanes, lane, lanes_below
from journey_editor.layout.options import Options
from journey_editor.layout.points import points_of
from journey_editor.layout.primitives import Box, Element, Grid, Ink, Picture, Rect
from journey_editor.layout.routes import field_of
from journey_editor.layout.title import title_block

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
    points = points_of(journey, columns)
    band: bands.Band | None = None
    if points and not options.overlay:
        band = bands.band_in(Rect(columns.left, y, columns.right - columns.left, options.band))
        y += options.band + GAP
    lanes = lanes_below(journey, options, y)
    if points and options.overlay:
        band = bands.band_in(Rect(columns.left, lanes.top, columns.right - columns.left, lanes.bottom - lanes.top))
    elements += _lanes(lanes, columns, options)
    if band is not None:
        elements += bands.ground(band, options)
        elements.append(bands.curve(band, points, options.style, CURVE))
        elements += bands.faces(band, points, options.style, FACES)
    places = _places(journey, columns, lanes)
    elements += arrows_of(journey, field_of(columns, lanes, places), options.style, ARROWS)
    elements += _cards(journey, places, lanes, options)
    y = lanes.bottom
    width, height = columns.right + options.margin, y + options.margin
    paper = Element(
        "paper", "", Rect(0.0, 0.0, width, height), (Box(0.0, 0.0, width, height, Ink(options.style.paper)),)
    )
    grid = Grid(
        columns.stages, columns.columns, lanes.spans,
        band.rect if band else None, band.zero_y if band else 0.0, band.unit if band else 0.0,
    )  # fmt: skip
    return Picture(width, height, (paper, *sorted(elements, key=lambda element: element.layer)), grid)


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


def _places(journey: Journey, columns: Columns, lanes: Lanes) -> dict[str, Rect]:
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


def _cards(journey: Journey, places: dict[str, Rect], lanes: Lanes, options: Options) -> list[Element]:
    found: list[Element] = []
    for touchpoint in journey.touchpoints:
        rect = places[touchpoint.id]
        badges = badges_of(journey, touchpoint, options.private)
        color = lanes.colors[lanes.places[touchpoint.id]]
        made = card(touchpoint.title, touchpoint.channel, badges, rect.width, color, options.style)
        found.append(Element("card", touchpoint.id, rect, made.parts, CARDS, made.tip))
    return found
