"""Swimlanes: one for each owner by rank, thin where unused, and those of nobody and of the customer alone."""

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from journey_editor.assets import _
from journey_editor.core.journey import Journey
from journey_editor.core.lanes import NOBODYS_LANE, Lane, lane_of, lanes_of
from journey_editor.layout import text
from journey_editor.layout.cards import CARD_GAP, CARD_HEIGHT
from journey_editor.layout.colors import owner_colors
from journey_editor.layout.options import Options
from journey_editor.layout.primitives import Box, Ink, LaneSpan, Primitive
from journey_editor.layout.style import SEMIBOLD, SMALL, TEXT, Style

LANE_GAP = 8.0
THIN_LANE = 28.0

_PAD = 12.0
_BAR = 4.0


@dataclass(frozen=True, slots=True)
class Lanes:
    """The lanes of a map from top to bottom, and which of them each touchpoint lies in."""

    spans: tuple[LaneSpan, ...]
    names: tuple[str, ...]
    colors: tuple[str, ...]
    places: dict[str, int]

    @property
    def top(self) -> float:
        """Where the first lane begins."""
        return self.spans[0].y if self.spans else 0.0

    @property
    def bottom(self) -> float:
        """Where the last lane ends."""
        return self.spans[-1].y + self.spans[-1].height if self.spans else 0.0


def lanes_below(journey: Journey, options: Options, y: float) -> Lanes:
    """Lay out the lanes from a height downwards; a lane is as high as its fullest column."""
    lanes = lanes_of(journey) or (NOBODYS_LANE,)
    rows = {lane: index for index, lane in enumerate(lanes)}
    places: dict[str, int] = {}
    fullest = [0] * len(lanes)
    for stage in journey.stages:
        for column in journey.columns_by_stage[stage.id]:
            counts: Counter[int] = Counter()
            for touchpoint in column:
                row = rows[lane_of(touchpoint, stage)]
                places[touchpoint.id] = row
                counts[row] += 1
                fullest[row] = max(fullest[row], counts[row])
    spans: list[LaneSpan] = []
    for lane, cards in zip(lanes, fullest, strict=True):
        height = _height(cards, options.lane) if cards or len(lanes) == 1 else THIN_LANE
        spans.append(LaneSpan(lane.kind, lane.owner, y, height))
        y += height + LANE_GAP
    colors = owner_colors(tuple((owner.id, owner.color) for owner in journey.owners), options.style)
    names = {owner.id: owner.name.strip() or _("Owner without a name") for owner in journey.owners}
    return Lanes(
        tuple(spans),
        tuple(_name(lane, names) for lane in lanes),
        tuple(colors.get(lane.owner, options.style.nobody) for lane in lanes),
        places,
    )


@lru_cache(maxsize=1024)
def lane(
    name: str, color: str, width: float, height: float, label: float, style: Style
) -> tuple[tuple[Primitive, ...], str]:
    """Return a lane's parts, relative to its corner, and its whole name where that had to be cut."""
    ground = Box(0.0, 0.0, width, height, Ink(fill=color, fill_opacity=style.lane_opacity), 8.0)
    bar = Box(0.0, 0.0, _BAR, height, Ink(fill=color), 2.0)
    thin = height < 2 * TEXT * 1.3
    size, ink = (SMALL, style.muted) if thin else (TEXT, style.ink)
    step = size * 1.3
    most = 1 if thin else int((height - 8.0) / step)
    wrapped = text.wrap(name, SEMIBOLD, size, label - _PAD - 4.0, min(most, 4))
    base = height / 2 + size * 0.37 - (len(wrapped.lines) - 1) * step / 2
    lines = tuple(
        text.line(words, _PAD, base + index * step, face=SEMIBOLD, size=size, color=ink)
        for index, words in enumerate(wrapped.lines)
    )
    return (ground, bar, *lines), name if wrapped.cut else ""


def _height(cards: int, least: float) -> float:
    return max(least, CARD_GAP + max(cards, 1) * (CARD_HEIGHT + CARD_GAP))


def _name(lane: Lane, names: dict[str, str]) -> str:
    if lane.kind == "owner":
        return names[lane.owner]
    return _("No owner") if lane.kind == "nobody" else _("Customer alone")
