"""The curves of several maps, small, below each other over the stages that they share: same scale, same columns.

They stand below each other rather than beside, so that the eye goes down a stage to see where they part.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from journey_editor.assets import _
from journey_editor.core.journey import Journey
from journey_editor.layout import text
from journey_editor.layout.band import Band, band_in
from journey_editor.layout.colors import feeling_color, mix
from journey_editor.layout.faces import face
from journey_editor.layout.layers import CURVE, FACES, GROUND
from journey_editor.layout.primitives import (
    Box,
    CurveData,
    CurveInk,
    Element,
    FeltPoint,
    Figure,
    Ink,
    Line,
    Primitive,
    Rect,
)
from journey_editor.layout.shapes import circle, stroke
from journey_editor.layout.style import BOLD, MEDIUM, REGULAR, SEMIBOLD, SMALL, TEXT, TITLE, Style

LABEL = 184.0
"""Room at the left for what the maps are called."""

COLUMN = 72.0
"""A stage is at least so wide; then the row is longer than the page."""

HEAD, FOOT = 48.0, 32.0
LOW, HIGH, GAP = 96.0, 176.0, 8.0
"""A panel is at least and at most so high, as there is room."""

_INSET, _SCALE = 12.0, 24.0
_LOOKED_AT = 100  # letters of a stage's name
_WORDS = 20.0  # below the curve, for the mean feeling
_POINT = 4.0
_APART = 9.0  # points that stand nearer to each other than this are not drawn
_MEAN = 0.5  # of a column's width: the line at the mean feeling


class Panel(NamedTuple):
    """One map of the row. `stages` and `means` are by shared stage; a map without such a stage has None and ""."""

    journey: Journey
    name: str
    below: str
    told: str
    stages: tuple[str | None, ...]
    feelings: tuple[float | None, ...]
    means: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is drawn: the shared stages by name, how far maps part there in words, and where most (its place)."""

    heads: tuple[str, ...]
    apart: tuple[str, ...]
    whole: str
    furthest: int | None
    panels: tuple[Panel, ...]


class Seat(NamedTuple):
    """A place of the row that hands lead from: one stage of one map, and the record there."""

    rect: Rect
    panel: int
    stage: int
    record: str


@dataclass(frozen=True)
class Multiples:
    """The whole row, laid out in points."""

    width: float
    height: float
    elements: tuple[Element, ...]
    seats: tuple[Seat, ...]


class _Frame(NamedTuple):
    """Where columns and panels lie."""

    left: float
    column: float
    columns: int
    high: float
    style: Style

    def x(self, stage: int) -> float:
        return self.left + stage * self.column

    def y(self, panel: int) -> float:
        return HEAD + GAP + panel * (self.high + GAP)

    @property
    def wide(self) -> float:
        return self.column * self.columns


def multiples(compared: Comparison, style: Style, width: float, height: float) -> Multiples:
    """Lay out the row in a room of points; it is wider where there are many stages, and higher with many maps."""
    count, maps = len(compared.heads), max(1, len(compared.panels))
    column = max(COLUMN, (width - LABEL - 1.0) / max(1, count))
    high = max(LOW, min(HIGH, (height - HEAD - GAP - FOOT) // maps - GAP))
    frame = _Frame(LABEL, column, count, high, style)
    bottom = frame.y(len(compared.panels))
    elements = [
        *_marked(compared, frame, bottom),
        *_heads(compared, frame),
        *(each for place, panel in enumerate(compared.panels) for each in _panel(panel, place, compared, frame)),
        *_foot(compared, frame, bottom),
    ]
    seats = (
        Seat(Rect(frame.x(stage), frame.y(place), column, high), place, stage, found or panel.journey.map.id)
        for place, panel in enumerate(compared.panels)
        for stage, found in enumerate(panel.stages)
    )
    below = FOOT if len(compared.panels) > 1 else 0.0
    return Multiples(max(width, LABEL + frame.wide + 1.0), bottom + below, tuple(elements), tuple(seats))


def seat_at(found: Multiples, x: float, y: float) -> Seat | None:
    """Return the place that a hand is over."""
    return next(
        (each for each in found.seats if each.rect.x <= x < each.rect.right and each.rect.y <= y < each.rect.bottom),
        None,
    )


def _marked(compared: Comparison, frame: _Frame, bottom: float) -> Iterator[Element]:
    """Mark the stage where the maps part most, through all of them."""
    if compared.furthest is None:
        return
    rect = Rect(frame.x(compared.furthest), 0.0, frame.column, bottom + FOOT)
    ink = Ink(mix(frame.style.card, frame.style.gold_shape, 0.16), frame.style.gold_shape, 1.5)
    yield Element("band", "", rect, (Box(1.0, 1.0, rect.width - 2, rect.height - 2, ink, 8.0),), GROUND)


def _heads(compared: Comparison, frame: _Frame) -> Iterator[Element]:
    style = frame.style
    if compared.whole:
        lines = (
            text.line(compared.whole, 0.0, 24.0, face=BOLD, size=TITLE, color=style.ink),
            text.line(_("apart on average"), 0.0, 42.0, color=style.muted),
        )
        yield Element("title", "", Rect(0.0, 0.0, LABEL, HEAD), lines, GROUND)
    for place, name in enumerate(compared.heads):
        rect = Rect(frame.x(place) + 4.0, 4.0, frame.column - 8.0, HEAD - 8.0)
        lines, is_cut = _head_lines(name, rect.width - 12.0)
        first = rect.height / 2 + 4.0 - (len(lines) - 1) * 7.0
        parts: list[Primitive] = [Box(0.0, 0.0, rect.width, rect.height, Ink(style.stage), 6.0)]
        parts += (
            text.line(each, rect.width / 2, first + at * 14.0, face=SEMIBOLD, color=style.ink, anchor="middle")
            for at, each in enumerate(lines)
        )
        yield Element("stage", str(place), rect, tuple(parts), GROUND, name if is_cut else "")


def _head_lines(name: str, room: float) -> tuple[tuple[str, ...], bool]:
    """Return the lines of a stage's name, and whether something is missing; no word is broken for it."""
    first_words = text.flat(name)[:_LOOKED_AT].split()
    if any(text.width(each, SEMIBOLD, SMALL) > room for each in first_words):
        return (text.ellipsis(name, SEMIBOLD, SMALL, room),), True
    wrapped = text.wrap(name, SEMIBOLD, SMALL, room, 2)
    return wrapped.lines, wrapped.cut


def _panel(panel: Panel, place: int, compared: Comparison, frame: _Frame) -> Iterator[Element]:
    yield _label(panel, frame.y(place), frame.high, frame.style)
    rect = Rect(frame.left, frame.y(place), frame.wide, frame.high)
    band = _band(rect.width, rect.height)
    record = panel.journey.map.id
    yield Element("band", record, rect, tuple(_ground(panel, compared, band, frame)), GROUND)
    points = _points(panel, frame)
    for (_there, first), run in groupby(points, key=lambda each: each[0]):
        felt = tuple(point for _key, point in run)
        if len(felt) > 1:
            figure = Figure(0.0, 0.0, rect.width, rect.height, _data(felt, band, frame.style))
            yield Element("curve", f"{record} {first}", rect, (figure,), CURVE)
    yield Element("feeling", record, rect, tuple(_dots([each for _key, each in points], band, frame.style)), FACES)


def _label(panel: Panel, y: float, high: float, style: Style) -> Element:
    """Return what a map is called, below it whose or which it is, and how far it is from the others."""
    room, band = LABEL - _SCALE - _INSET, _band(LABEL, high)
    name = text.wrap(panel.name, SEMIBOLD, TEXT, room, 2)
    below = text.wrap(panel.below, REGULAR, SMALL, room, 2)
    lines: list[Line] = []
    at = 20.0
    for each in name.lines:
        lines.append(text.line(each, 0.0, at, face=SEMIBOLD, size=TEXT, color=style.ink))
        at += 17.0
    for each in below.lines:
        lines.append(text.line(each, 0.0, at, color=style.muted))
        at += 14.0
    if panel.told:
        told = text.ellipsis(panel.told, MEDIUM, SMALL, room)
        lines.append(text.line(told, 0.0, at + 4.0, face=MEDIUM, color=style.ink))
    tip = "\n".join(filter(None, (panel.name, panel.below))) if name.cut or below.cut else ""
    faces = (
        *face(2.0, style, 6.0, LABEL - 14.0, band.y(2.0)),
        *face(-2.0, style, 6.0, LABEL - 14.0, band.y(-2.0)),
    )
    return Element("title", panel.journey.map.id, Rect(0.0, y, LABEL, high), (*lines, *faces), GROUND, tip)


def _band(width: float, high: float) -> Band:
    """Return the scale of a panel: all that is above the words."""
    return band_in(Rect(0.0, 0.0, width, high - _WORDS), _POINT)


def _ground(panel: Panel, compared: Comparison, band: Band, frame: _Frame) -> Iterator[Primitive]:
    """Yield the sheet below a curve: its columns, the line at neutral, and the mean feeling of each stage."""
    style = frame.style
    sheet = mix(style.card, style.paper, 0.7)
    marked = mix(sheet, style.gold_shape, 0.16)
    for stage, means in enumerate(panel.means):
        x, is_there = stage * frame.column, panel.stages[stage] is not None
        fill = marked if stage == compared.furthest else sheet
        edge = Ink(fill) if is_there else Ink(None, style.line, 1.0, (3.0, 3.0))
        yield Box(x + 2.0, 0.5, frame.column - 4.0, frame.high - 1.0, edge, 6.0)
        middle, feeling = x + frame.column / 2, panel.feelings[stage]
        if feeling is not None:
            half, y = frame.column * _MEAN / 2, band.y(feeling)
            yield stroke(
                ((middle - half, y), (middle + half, y)),
                Ink(stroke=feeling_color(feeling, style), width=5.0, stroke_opacity=0.35),
            )
        words = means or (_("not felt yet") if is_there else _("no such stage"))
        weight = SEMIBOLD if stage == compared.furthest and means else REGULAR
        shown = text.ellipsis(words, weight, SMALL, frame.column - 12.0)
        color = style.ink if means else style.muted
        yield text.line(shown, middle, frame.high - 8.0, face=weight, color=color, anchor="middle")
    zero = ((8.0, band.zero_y), (frame.wide - 8.0, band.zero_y))
    yield stroke(zero, Ink(stroke=style.quiet, dash=(2.0, 5.0)))


Placed = tuple[tuple[bool, int], FeltPoint]
"""Whether there is such a stage, and the first of the run of stages that a point lies in; and the point."""


def _points(panel: Panel, frame: _Frame) -> list[Placed]:
    """Return the feelings of a map where they stand, by runs of stages that it has."""
    found: list[Placed] = []
    first = 0
    for place, stage in enumerate(panel.stages):
        if stage is None:
            first = place + 1
            continue
        columns = panel.journey.columns_by_stage[stage]
        wide = frame.column / max(1, len(columns))
        for index, column in enumerate(columns):
            felt = [(each, each.emotion) for each in column if each.emotion is not None]
            for turn, (each, emotion) in enumerate(felt):
                x = place * frame.column + wide * (index + (turn + 1) / (len(felt) + 1))
                found.append(((True, first), FeltPoint(each.id, x, emotion.valence, emotion.basis)))
    return found


def _data(felt: tuple[FeltPoint, ...], band: Band, style: Style) -> CurveData:
    ink = CurveInk(style.ink, style.believed, style.muted, style.pain_shape, style.quiet)
    return CurveData(felt, (), (), band.zero_y, band.unit, ink)


def _dots(felt: Sequence[FeltPoint], band: Band, style: Style) -> Iterator[Primitive]:
    """Yield the points of a curve, but for those that would stand on each other."""
    last = -_APART
    for each in felt:
        if each.x - last >= _APART:
            last = each.x
            ink = Ink(feeling_color(each.valence, style), style.card, 1.0)
            yield circle(each.x, band.y(each.valence), _POINT, ink)


def _foot(compared: Comparison, frame: _Frame, y: float) -> Iterator[Element]:
    """Yield how far the maps part at each stage."""
    if len(compared.panels) < 2:
        return
    style = frame.style
    lines = [text.line(_("apart"), 0.0, 20.0, face=MEDIUM, color=style.muted)]
    for place, words in enumerate(compared.apart):
        is_most = place == compared.furthest
        weight, size = (BOLD, TEXT) if is_most else (REGULAR, TEXT)
        middle = frame.x(place) + frame.column / 2
        color = style.ink if words else style.muted
        lines.append(text.line(words or "–", middle, 20.0, face=weight, size=size, color=color, anchor="middle"))
    yield Element("number", "", Rect(0.0, y, frame.left + frame.wide, FOOT), tuple(lines), FACES)
