"""Swimlanes: one for each owner, layer or channel, thin where unused, and those that have no name of their own."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from journey_editor.core.lanes import NOBODYS_LANE, SILENT_LANE, Lane, lane_name, lane_order, owner_names
from journey_editor.core.parts import LanesBy
from journey_editor.core.records import Owner
from journey_editor.layout import text
from journey_editor.layout.blocks import Shape
from journey_editor.layout.blueprint import DEPTHS, gap_below, line_elements, names_width
from journey_editor.layout.colors import owner_colors
from journey_editor.layout.form import DESK, Form
from journey_editor.layout.layers import LANES
from journey_editor.layout.options import Options
from journey_editor.layout.primitives import Box, Element, Ink, LaneSpan, Primitive, Rect
from journey_editor.layout.style import SEMIBOLD, SMALL, TEXT, Style

THIN_LANE = 28.0

_PAD = 12.0
_BAR = 4.0
_WIDEST_LABEL = 160.0


@dataclass(frozen=True, slots=True)
class Lanes:
    """The lanes of a map from top to bottom: where they lie, and at which height the first card of each begins."""

    spans: tuple[LaneSpan, ...]
    tops: tuple[float, ...]
    names: tuple[str, ...]
    colors: tuple[str, ...]
    form: Form = DESK
    room: float = 0.0

    @property
    def end(self) -> float:
        """Where what follows below begins: arrows may lie in the room between it and the last lane."""
        return self.bottom + self.room

    @property
    def top(self) -> float:
        """Where the first lane begins."""
        return self.spans[0].y

    @property
    def bottom(self) -> float:
        """Where the last lane ends."""
        return self.spans[-1].y + self.spans[-1].height

    @property
    def bottoms(self) -> tuple[float, ...]:
        """Where each lane ends."""
        return tuple(span.y + span.height for span in self.spans)


def lanes_shown(by: LanesBy, owners: tuple[Owner, ...], used: frozenset[Lane]) -> tuple[Lane, ...]:
    """Return the lanes from top to bottom: all owners by rank or all layers, others where used; never none at all."""
    found = lane_order(by, (owner.id for owner in owners), used)
    return found or ((SILENT_LANE,) if by == "channel" else (NOBODYS_LANE,))


def names_of(order: tuple[Lane, ...], owners: tuple[Owner, ...]) -> tuple[str, ...]:
    """Return what lanes are called, in one line each."""
    names = owner_names(owners)
    return tuple(text.flat(lane_name(lane, names)) for lane in order)


def label_for(order: tuple[Lane, ...], owners: tuple[Owner, ...], options: Options) -> float:
    """Return how wide the lanes' names are; on a page that columns fill evenly lines have short names instead."""
    least = options.label if options.even else max(options.label, names_width(order))
    return label_width(names_of(order, owners), least)


def label_width(names: tuple[str, ...], least: float) -> float:
    """Return how wide the lanes' names must be so that no word of them is broken, within reason."""
    words = (word for name in names for word in text.flat(name[:200]).split(" "))
    longest = max((text.width(word, SEMIBOLD, TEXT) for word in words), default=0.0)
    return max(least, min(longest + _PAD + 6.0, _WIDEST_LABEL))


def lanes_used(shapes: Iterable[Shape]) -> tuple[tuple[Lane, int], ...]:
    """Return the cards of the fullest column of each lane that has any."""
    fullest: dict[Lane, int] = {}
    for each in {id(shape.fullest): shape.fullest for shape in shapes}.values():  # equal ones are the very same
        for lane, cards in each:
            fullest[lane] = max(fullest.get(lane, 0), cards)
    return tuple(sorted(fullest.items(), key=lambda item: item[0]))


def lanes_below(
    order: tuple[Lane, ...],
    used: tuple[tuple[Lane, int], ...],
    owners: tuple[Owner, ...],
    options: Options,
    y: float,
    rooms: tuple[float, ...] = (),
) -> Lanes:
    """Lay out the lanes from a height downwards; a lane is as high as its fullest column.

    In a lane that is higher than that the cards lie about the middle. `rooms` stay free below each of the lanes.
    """
    fullest = dict(used)
    spans: list[LaneSpan] = []
    tops: list[float] = []
    form = options.form
    for lane, room in zip(order, rooms or (0.0,) * len(order), strict=True):
        cards = fullest.get(lane, 0)
        needed = form.stacked(cards)
        height = max(options.lane, needed) if cards or len(order) == 1 else THIN_LANE
        spans.append(LaneSpan(lane, y, height))
        tops.append(y + form.gap + max(0.0, height - needed) / 2)
        y += height + gap_below(lane, form) + room
    colors = owner_colors(tuple((owner.id, owner.color) for owner in owners), options.style)
    return Lanes(
        tuple(spans),
        tuple(tops),
        names_of(order, owners),
        tuple(colors.get(lane.owner, options.style.nobody) for lane in order),
        form,
        rooms[-1] if rooms else 0.0,
    )


def lane_elements(lanes: Lanes, options: Options, right: float) -> tuple[Element, ...]:
    """Return the lanes' grounds with their names, and the lines between layers, from the margin to a right edge."""
    found: list[Element] = []
    width = right - options.margin
    for span, name, color in zip(lanes.spans, lanes.names, lanes.colors, strict=True):
        opacity = options.style.lane_opacity * DEPTHS.get(span.lane.key if span.lane.kind == "layer" else "", 1.0)
        parts, tip = _lane(name, color, opacity, width, span.height, options.label, options.style)
        rect = Rect(options.margin, span.y, width, span.height)
        found.append(Element("lane", span.lane.id, rect, parts, LANES, tip))
    return (*found, *line_elements(lanes.spans, options, right))


@lru_cache(maxsize=1024)
def _lane(
    name: str, color: str, opacity: float, width: float, height: float, label: float, style: Style
) -> tuple[tuple[Primitive, ...], str]:
    """Return a lane's parts, relative to its corner, and its whole name where that had to be cut."""
    ground = Box(0.0, 0.0, width, height, Ink(fill=color, fill_opacity=opacity), 8.0)
    bar = Box(0.0, 0.0, _BAR, height, Ink(fill=color), 2.0)
    thin = height < 2 * TEXT * 1.3
    size, ink = (SMALL, style.muted) if thin else (TEXT, style.ink)
    step = size * 1.3
    most = 1 if thin else int((height - 8.0) / step)
    room = (width if thin else label) - _PAD - 4.0  # nothing else lies in a thin lane
    wrapped = text.wrap(name, SEMIBOLD, size, room, min(most, 4))
    base = height / 2 + size * 0.37 - (len(wrapped.lines) - 1) * step / 2
    lines = tuple(
        text.line(words, _PAD, base + index * step, face=SEMIBOLD, size=size, color=ink)
        for index, words in enumerate(wrapped.lines)
    )
    return (ground, bar, *lines), name if wrapped.cut else ""
