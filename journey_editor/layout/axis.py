"""The time-true axis below the stage heads: each stage as a bar in its true place and length.

Overlaps lie in tracks below each other and are shaded, times in no stage are hatched and told, and a thin line leads
from each stage's head to its bar. All of it reaches over the whole map.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from journey_editor.assets import _
from journey_editor.core.records import Owner, Stage
from journey_editor.core.rows import TIME_AXIS
from journey_editor.core.timeline import (
    Hole,
    Period,
    ends_of,
    holes_of,
    is_timed,
    overlaps_of,
    periods_of,
    shared_of,
    tracks_of,
)
from journey_editor.core.times import long_days
from journey_editor.core.words import unnamed
from journey_editor.layout import text
from journey_editor.layout.cells import STEP, plain_lines
from journey_editor.layout.colors import owner_colors
from journey_editor.layout.layers import GROUND
from journey_editor.layout.options import Options
from journey_editor.layout.primitives import Box, Command, Element, Ink, Path, Primitive, Rect, StageSpan, TimeScale
from journey_editor.layout.rows import row_label
from journey_editor.layout.shapes import hatch, stroke
from journey_editor.layout.style import MEDIUM, REGULAR, SMALL, Style
from journey_editor.layout.ticks import ticks_of, unit_name, unit_of
from journey_editor.layout.times import span_of

BAR, TRACK = 20.0, 24.0
"""How high a bar is, and how far two tracks are apart."""

_INSET = 8.0  # of the scale within its sheet
_LEAD = 22.0  # above the bars, for the lines from the heads
_ABOVE = 8.0  # what lies free between the heads and the sheet
_SCALE = 18.0  # below the bars, for the numbers
_NAME_PAD, _LEAST_NAME = 6.0, 44.0
_HATCH = 6.0  # from line to line
_TOLD, _TOLD_LINES = 4, 2
_NAMES = 3


class Axis(NamedTuple):
    """The axis: its elements, its scale where any stage has a time, and where it ends."""

    elements: tuple[Element, ...]
    scale: TimeScale | None
    bottom: float


def axis(
    stages: Sequence[Stage],
    spans: Sequence[StageSpan],
    owners: Sequence[Owner],
    left: float,
    right: float,
    options: Options,
    y: float,
) -> Axis:
    """Return the time axis from a height downwards, between the edges of the ground that stages stand on, in points."""
    periods = periods_of(stages)
    names = {stage.id: text.flat(stage.name) or unnamed("stage") for stage in stages}
    if not periods:
        return _empty(left, right, options, y)
    first, last = ends_of(periods)
    scale = TimeScale(left + _INSET, right - left - 2 * _INSET, first, last)
    tracks = tracks_of(periods)
    top = y + _LEAD
    bars = max(tracks) * TRACK + BAR
    beside = _names_beside(periods, tracks, names, scale)
    holes = _Holes(periods, names, beside, scale, top, bars, options.style)
    said = (*holes.said, *_untimed(stages, names), *_overlaps(periods, names))
    below, height = _told(said, scale, options, top + bars + _SCALE)
    sheet = Rect(left, y, right - left, _LEAD + bars + _SCALE + height)
    ground = Box(0.0, 0.0, sheet.width, sheet.height, Ink(fill=options.style.panel, fill_opacity=0.65), 8.0)
    elements = (
        row_label(TIME_AXIS, _("Time"), options, top, BAR),
        _unit(scale, options, top + bars),
        Element("axis", "", sheet, (ground,), GROUND),
        _shades(periods, scale, top, bars, options.style),
        *holes.elements,
        _ticks(scale, top, bars, options.style),
        *_guides(periods, spans, scale, tracks, y, options.style),
        *_bars(stages, periods, names, owners, scale, tracks, beside, top, options.style),
        *below,
    )
    return Axis(tuple(elements), scale, sheet.bottom)


def _empty(left: float, right: float, options: Options, y: float) -> Axis:
    """Return what stands there while no stage has a time."""
    sheet = Rect(left, y, right - left, 32.0)
    words = text.ellipsis(
        _("No stage has a time yet: say from when to when they last."), REGULAR, SMALL, sheet.width - 2 * _INSET
    )
    ground = Box(0.0, 0.0, sheet.width, sheet.height, Ink(fill=options.style.panel, fill_opacity=0.65), 8.0)
    line = text.line(words, _INSET, 20.0, color=options.style.muted)
    label = row_label(TIME_AXIS, _("Time"), options, y, sheet.height)
    return Axis((label, Element("axis", "", sheet, (ground, line), GROUND)), None, sheet.bottom)


def _unit(scale: TimeScale, options: Options, y: float) -> Element:
    """Return beside the numbers what they count."""
    words = text.ellipsis(unit_name(unit_of(scale)), REGULAR, SMALL, options.label - 16.0)
    rect = Rect(options.margin + 12.0, y + 2.0, options.label - 12.0, STEP)
    return Element("axis", "unit", rect, plain_lines((words,), options.style.muted), GROUND)


def _ticks(scale: TimeScale, top: float, bars: float, style: Style) -> Element:
    """Return the marks of weeks, months or quarters with their numbers."""
    parts: list[Primitive] = [
        stroke(((0.0, bars + 3.0), (scale.width, bars + 3.0)), Ink(stroke=style.line)),
    ]
    for tick in ticks_of(scale):
        x = scale.x_of(tick.day) - scale.x
        parts.append(stroke(((x, 0.0), (x, bars + 7.0)), Ink(stroke=style.line, stroke_opacity=0.7)))
        number = str(tick.number).replace("-", "−")
        if x + 3.0 + text.width(number) <= scale.width:
            parts.append(text.line(number, x + 3.0, bars + 14.0, color=style.muted))
    return Element("axis", "ticks", Rect(scale.x, top, scale.width, bars + _SCALE), tuple(parts), GROUND)


def _shades(periods: Sequence[Period], scale: TimeScale, top: float, bars: float, style: Style) -> Element:
    """Return the shades over the stretches in which stages overlap."""
    ink = Ink(fill=style.accent, fill_opacity=0.10)
    parts = tuple(
        Box(scale.x_of(start) - scale.x, 0.0, scale.x_of(end) - scale.x_of(start), bars + 6.0, ink, 3.0)
        for start, end in shared_of(periods)
    )
    return Element("axis", "overlaps", Rect(scale.x, top - 3.0, scale.width, bars + 6.0), parts, GROUND)


class _Holes:
    """The times in no stage: hatched, and told inside where there is room, else in a word below.

    A name that stands behind a bar of the upmost track takes its room first.
    """

    def __init__(
        self,
        periods: Sequence[Period],
        names: Mapping[str, str],
        beside: Mapping[str, float],
        scale: TimeScale,
        top: float,
        bars: float,
        style: Style,
    ) -> None:
        self.elements: list[Element] = []
        self.said: list[str] = []
        reach: dict[float, float] = {}
        for each in periods:
            if each.stage in beside:
                reach[each.end] = max(beside[each.stage], reach.get(each.end, 0.0))
        for index, hole in enumerate(holes_of(periods)):
            words = _hole_words(hole, names)
            x, width = scale.x_of(hole.start), scale.x_of(hole.end) - scale.x_of(hole.start)
            taken = max(0.0, reach.get(hole.start, x) - x)
            room = width - taken - 2 * _NAME_PAD
            parts: list[Primitive] = [_hatch(width, bars, style)]
            inside = text.width(words) <= room
            short = words if inside else long_days(hole.end - hole.start)
            if text.width(short) <= room:
                middle = (taken + width) / 2
                parts.append(text.line(short, middle, 14.0, color=style.muted, anchor="middle", halo=style.panel))
            if not inside:
                self.said.append(words)
            rect = Rect(x, top, width, bars)
            self.elements.append(Element("axis", f"hole:{index}", rect, tuple(parts), GROUND, words))


def _hole_words(hole: Hole, names: Mapping[str, str]) -> str:
    words = _("{time} between {before} and {after}")
    return words.format(
        time=long_days(hole.end - hole.start), before=_short(names[hole.before]), after=_short(names[hole.after])
    )


def _hatch(width: float, height: float, style: Style) -> Path:
    """Return slanted lines that fill a rectangle, none beyond its edges."""
    commands: list[Command] = []
    for begin, end in hatch(width, height, _HATCH / 2, max(_HATCH, (width + height) / 400)):
        commands.append(("M", *begin))
        commands.append(("L", *end))
    return Path(tuple(commands), Ink(stroke=style.quiet, width=0.8))


def _overlaps(periods: Sequence[Period], names: Mapping[str, str]) -> Iterator[str]:
    """Yield in words which stages overlap, and for how long where the ends of both are known."""
    goes_on = {each.stage for each in periods if each.goes_on or each.from_before}
    for each in overlaps_of(periods):
        if goes_on.isdisjoint((each.first, each.second)):
            yield _("{first} and {second} overlap for {time}").format(
                first=_short(names[each.first]),
                second=_short(names[each.second]),
                time=long_days(each.end - each.start),
            )


def _untimed(stages: Sequence[Stage], names: Mapping[str, str]) -> Iterator[str]:
    """Yield in words which stages have no place on the axis."""
    found = [_short(names[stage.id]) for stage in stages if not is_timed(stage)]
    if found:
        more = [_("{count} more").format(count=len(found) - _NAMES)] if len(found) > _NAMES else []
        yield _("without a time: {names}").format(names=", ".join([*found[:_NAMES], *more]))


def _short(name: str) -> str:
    return text.ellipsis(name, REGULAR, SMALL, 150.0)


def _told(said: Sequence[str], scale: TimeScale, options: Options, y: float) -> tuple[list[Element], float]:
    """Return what is told below the scale in at most two lines, and how high they are."""
    if not said:
        return [], 0.0
    more = [_("{count} more").format(count=len(said) - _TOLD)] if len(said) > _TOLD else []
    words = " · ".join([*said[:_TOLD], *more])
    words = words[:1].upper() + words[1:]
    wrapped = text.wrap(words, REGULAR, SMALL, scale.width, _TOLD_LINES)
    rect = Rect(scale.x, y + 2.0, scale.width, len(wrapped.lines) * STEP)
    tip = " · ".join(said[:20]) if wrapped.cut or more else ""
    lines = plain_lines(wrapped.lines, options.style.muted)
    return [Element("axis", "told", rect, lines, GROUND, tip)], rect.height + 6.0


def _guides(
    periods: Sequence[Period],
    spans: Sequence[StageSpan],
    scale: TimeScale,
    tracks: Sequence[int],
    y: float,
    style: Style,
) -> Iterator[Element]:
    """Yield the lines from the middle of each stage's head to the middle of its bar; they pass behind other bars."""
    heads = {span.stage: span.x + span.width / 2 for span in spans}
    for each, track in zip(periods, tracks, strict=True):
        begin, end = heads[each.stage], scale.x_of((each.start + each.end) / 2)
        left, right = min(begin, end), max(begin, end)
        height = _ABOVE + _LEAD
        bend = height / 2
        x0, x1 = begin - left, end - left
        commands: list[Command] = [("M", x0, 0.0), ("C", x0, bend, x1, bend, x1, height)]
        if track:
            commands.append(("L", x1, height + track * TRACK))
        rect = Rect(left, y - _ABOVE, right - left, height + track * TRACK)
        path = Path(tuple(commands), Ink(stroke=style.nobody, width=0.9, stroke_opacity=0.75))
        yield Element("axis", f"guide:{each.stage}", rect, (path,), GROUND)


def _bars(
    stages: Sequence[Stage],
    periods: Sequence[Period],
    names: Mapping[str, str],
    owners: Sequence[Owner],
    scale: TimeScale,
    tracks: Sequence[int],
    beside: Mapping[str, float],
    top: float,
    style: Style,
) -> Iterator[Element]:
    """Yield the bars in the colours of their owners, named inside, or beside where no other bar follows soon."""
    colors = owner_colors(tuple((owner.id, owner.color) for owner in owners), style)
    by_id = {stage.id: stage for stage in stages}
    for each, track in zip(periods, tracks, strict=True):
        stage, name = by_id[each.stage], names[each.stage]
        rect = Rect(scale.x_of(each.start), top + track * TRACK, scale.x_of(each.end) - scale.x_of(each.start), BAR)
        color = colors.get(stage.owner or "", style.nobody)
        parts = tuple(_bar(each, rect.width, color, style))
        if _is_named_inside(name, rect.width):
            said = text.ellipsis(name, MEDIUM, SMALL, rect.width - 2 * _NAME_PAD)
            parts = (*parts, text.line(said, _NAME_PAD, 14.0, face=MEDIUM, size=SMALL, color=style.ink))
        elif each.stage in beside:
            line = text.line(name, 0.0, 14.0, face=MEDIUM, size=SMALL, color=style.muted, halo=style.panel)
            yield Element(
                "axis", f"name:{each.stage}", Rect(rect.right + 4.0, rect.y, line.width, BAR), (line,), GROUND
            )
        when = span_of(stage)
        yield Element("span", each.stage, rect, parts, GROUND, f"{name}, {when}" if when else name)


def _is_named_inside(name: str, width: float) -> bool:
    room = width - 2 * _NAME_PAD
    return room >= _LEAST_NAME or text.width(name[:200], MEDIUM, SMALL) <= room


def _names_beside(
    periods: Sequence[Period], tracks: Sequence[int], names: Mapping[str, str], scale: TimeScale
) -> dict[str, float]:
    """Return how far the names reach that stand behind their bars: there is no room inside, and enough before the next.

    Names that have no room there either are told by the line from the head, and by pointing at the bar.
    """
    following: dict[int, float] = {}
    found: dict[str, float] = {}
    for place in sorted(range(len(periods)), key=lambda place: -periods[place].start):
        each, track = periods[place], tracks[place]
        left, right = scale.x_of(each.start), scale.x_of(each.end)
        width = text.width(names[each.stage][:200], MEDIUM, SMALL)
        room = following.get(track, scale.x + scale.width) - right
        if not _is_named_inside(names[each.stage], right - left) and width <= room - 2 * _NAME_PAD:
            found[each.stage] = right + _NAME_PAD + width
        following[track] = left
    return found


def _bar(period: Period, width: float, color: str, style: Style) -> Iterator[Primitive]:
    yield Box(0.0, 0.0, width, BAR, Ink(fill=style.card), 4.0)
    yield Box(0.0, 0.0, width, BAR, Ink(fill=color, stroke=color, fill_opacity=0.22), 4.0)
    ink = Ink(stroke=color, width=1.4)
    middle = BAR / 2
    if period.goes_on and width >= 12.0:
        yield stroke(((width - 8.0, middle - 4.0), (width - 4.0, middle), (width - 8.0, middle + 4.0)), ink)
    if period.from_before and width >= 12.0:
        yield stroke(((8.0, middle - 4.0), (4.0, middle), (8.0, middle + 4.0)), ink)
