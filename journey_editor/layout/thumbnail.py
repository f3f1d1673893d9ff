"""A map as a small picture without words: its stages, its curve, and its cards in their lanes.

Everything is placed by shares of the width and height, so that a map of any size fits; nothing is measured.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from journey_editor.core.journey import Journey
from journey_editor.core.lanes import Lane, lane_of, lanes_by, lanes_of
from journey_editor.layout.colors import feeling_color, mix, owner_colors
from journey_editor.layout.primitives import Box, Command, Ink, Path, Primitive
from journey_editor.layout.shapes import circle, stroke
from journey_editor.layout.style import Style

_EDGE = 8.0
_HEADS = 10.0
_GAP = 6.0
_BAND_SHARE = 0.44  # of what is left below the heads
_MOST_LANES = 8
_LEAST_STAGE = 2.0  # columns that a stage is wide at least
_DASH = (2.5, 2.0)


class _Frame(NamedTuple):
    left: float
    width: float
    heads: float
    band: tuple[float, float]
    lanes: tuple[float, float]


def thumbnail(journeys: Sequence[Journey], style: Style, width: float, height: float) -> tuple[Primitive, ...]:
    """Return the small picture of the first map, in points; of a second one, drafted from it, the curve as well."""
    frame = _frame(width, height)
    parts: list[Primitive] = [Box(0.5, 0.5, width - 1, height - 1, Ink(style.paper, style.line), 8.0)]
    if not journeys:
        return tuple(parts)
    journey = journeys[0]
    if not journey.touchpoints:
        return (*parts, *_nothing_yet(journey, style, frame))
    parts += _heads(journey, style, frame)
    top, high = frame.band
    parts.append(Box(frame.left, top, frame.width, high, Ink(style.panel), 2.0))
    parts += _curves(journeys, style, frame)
    parts += _lanes(journey, style, frame)
    return tuple(parts)


def _frame(width: float, height: float) -> _Frame:
    below = height - 2 * _EDGE - _HEADS - 2 * _GAP
    band, top = below * _BAND_SHARE, _EDGE + _HEADS + _GAP
    return _Frame(_EDGE, width - 2 * _EDGE, _EDGE, (top, band), (top + band + _GAP, below - band))


def _stage_places(journey: Journey, frame: _Frame) -> list[tuple[str, float, float]]:
    """Return each stage with its left end and width; one with more columns is wider."""
    widths = [max(_LEAST_STAGE, float(len(journey.columns_by_stage[stage.id]))) for stage in journey.stages]
    unit, x = frame.width / max(1.0, sum(widths)), frame.left
    found: list[tuple[str, float, float]] = []
    for stage, wide in zip(journey.stages, widths, strict=True):
        found.append((stage.id, x, wide * unit))
        x += wide * unit
    return found


def _heads(journey: Journey, style: Style, frame: _Frame) -> Iterator[Primitive]:
    ink = Ink(style.quiet if style.name == "light" else style.stage)
    for _stage, x, wide in _stage_places(journey, frame):
        yield Path(_arrow(x, frame.heads, max(2.0, wide - 1.5)), ink)


def _arrow(x: float, y: float, wide: float) -> tuple[Command, ...]:
    tip = min(3.5, wide / 3)
    return (
        ("M", x, y),
        ("L", x + wide - tip, y),
        ("L", x + wide, y + _HEADS / 2),
        ("L", x + wide - tip, y + _HEADS),
        ("L", x, y + _HEADS),
        ("L", x + tip, y + _HEADS / 2),
        ("Z",),
    )


def _felt(journey: Journey, frame: _Frame) -> list[tuple[float, float, float]]:
    """Return each feeling as x, y and valence, from left to right."""
    top, high = frame.band
    middle, unit = top + high / 2, (high - 10) / 4
    places = _columns(journey, frame)
    found = [
        (places[each.id], middle - each.emotion.valence * unit, each.emotion.valence)
        for each in journey.touchpoints
        if each.emotion is not None
    ]
    return sorted(found)


def _columns(journey: Journey, frame: _Frame) -> dict[str, float]:
    """Return the middle of the column that each touchpoint lies in, by its id."""
    found: dict[str, float] = {}
    for stage, x, wide in _stage_places(journey, frame):
        columns = journey.columns_by_stage[stage]
        for place, column in enumerate(columns):
            found |= {each.id: x + wide * (place + 0.5) / len(columns) for each in column}
    return found


def _curves(journeys: Sequence[Journey], style: Style, frame: _Frame) -> Iterator[Primitive]:
    first = _felt(journeys[0], frame)
    then = _felt(journeys[1], frame) if len(journeys) > 1 and journeys[1].map.based_on == journeys[0].map.id else []
    if first and then:
        there = _line(then)
        back = _line(first[::-1])
        between = Ink(fill=style.delighted, fill_opacity=0.2)
        yield Path((*there, ("L", first[-1][0], first[-1][1]), *back[1:], ("Z",)), between)
        yield Path(_line(first), Ink(stroke=style.believed, width=1.2, dash=_DASH))
    shown = then or first
    if len(shown) > 1:
        yield Path(_line(shown), Ink(stroke=style.ink, width=1.4))
    radius = 2.0 if len(shown) < 16 else 1.6
    for x, y, valence in shown:
        yield circle(x, y, radius, Ink(feeling_color(valence, style)))


def _line(points: list[tuple[float, float, float]]) -> tuple[Command, ...]:
    """Return a line through points that is level at each of them; what happens at one time it meets in the middle."""
    at: dict[float, list[float]] = {}
    for x, y, _valence in points:
        at.setdefault(x, []).append(y)
    (x, y), *others = [(x, sum(ys) / len(ys)) for x, ys in at.items()]
    commands: list[Command] = [("M", x, y)]
    for next_x, next_y in others:
        half = (x + next_x) / 2
        commands.append(("C", half, y, half, next_y, next_x, next_y))
        x, y = next_x, next_y
    return tuple(commands)


def _lanes(journey: Journey, style: Style, frame: _Frame) -> Iterator[Primitive]:
    by = lanes_by(journey.map)
    stages = {stage.id: stage for stage in journey.stages}
    lies = {each.id: lane_of(each, stages.get(each.stage or ""), by) for each in journey.touchpoints}
    used = set(lies.values())
    shown = tuple(lane for lane in lanes_of(journey) if lane in used)[:_MOST_LANES]
    colors = owner_colors(tuple((each.id, each.color) for each in journey.owners), style)
    top, room = frame.lanes
    step = room / len(shown)
    high = step - min(2.0, step / 4)
    columns = _columns(journey, frame)
    card = max(3.0, min(18.0, frame.width / max(1, len(journey.columns)) - 2.0))
    for place, lane in enumerate(shown):
        y, tone = top + place * step, _tone(lane, place, colors, style)
        yield Box(frame.left, y, frame.width, high, Ink(mix(style.paper, tone, 0.15)), 1.5)
        yield Box(frame.left, y, 1.5, high, Ink(tone))
        if by == "layer" and place:
            edge = y - (step - high) / 2
            yield stroke(
                ((frame.left, edge), (frame.left + frame.width, edge)), Ink(stroke=style.ink, width=0.8, dash=_DASH)
            )
        ink = Ink(style.card, tone, 1.0)
        for each, x in columns.items():
            if lies[each] == lane:
                inset = min(2.0, high / 5)
                yield Box(x - card / 2, y + inset, card, high - 2 * inset, ink, min(2.0, high / 4))


def _tone(lane: Lane, place: int, colors: dict[str, str], style: Style) -> str:
    if lane.is_owners:
        return colors.get(lane.owner, style.nobody)
    return (style.delighted, style.gold_shape, style.metric_shape, style.good_shape)[place % 4]


def _nothing_yet(journey: Journey, style: Style, frame: _Frame) -> Iterator[Primitive]:
    """Yield the outlines of a map that is still to be filled."""
    ink = Ink(stroke=style.quiet, width=1.0, dash=_DASH)
    for _stage, x, wide in _stage_places(journey, frame):
        yield Path(_arrow(x, frame.heads, max(2.0, wide - 1.5)), ink)
    yield Box(frame.left, frame.band[0], frame.width, frame.band[1], ink, 2.0)
    top, room = frame.lanes
    for place in range(2):
        yield Box(frame.left, top + place * room / 2, frame.width, room / 2 - 3.0, ink, 2.0)
