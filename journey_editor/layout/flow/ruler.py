"""Ways between cards with lengths: where their corners lie, once columns and lanes are placed."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from journey_editor.layout.cards import CARD_INSET
from journey_editor.layout.flow.labels import TALL
from journey_editor.layout.flow.paths import Point
from journey_editor.layout.flow.plan import APART, BELOW_LAST, GAP_PAD, STEP, Plan, Planned
from journey_editor.layout.flow.ways import Edge, Place, Stretch
from journey_editor.layout.grid import Columns
from journey_editor.layout.lanes import Lanes
from journey_editor.layout.primitives import Rect

_EDGE = 6.0  # tracks keep so far from a card's corners


class Ruler:
    """Columns and lanes as lengths, for the ways of a plan."""

    def __init__(self, plan: Plan, columns: Columns, lanes: Lanes) -> None:
        self._plan, self._columns, self._lanes = plan, columns, lanes
        self._firsts = (0, *accumulate(len(each.columns) for each in columns.spans))
        self.form = lanes.form

    def card(self, place: Place) -> Rect:
        """Return the rectangle of a card."""
        left, right = self._column(place.column)
        form = self.form
        y = self._lanes.tops[place.row] + place.above * (form.height + form.gap)
        return Rect(left, y, right - left, form.height)

    def corners(self, planned: Planned) -> tuple[Point, ...]:
        """Return where a way turns, from the edge of one card to that of another."""
        way = planned.way
        stretches = way.stretches if way.target is not None else way.stretches[:-1]
        lines = [self._line(*each) for each in zip(stretches, planned.tracks, planned.reach, strict=False)]
        begin = self.card(way.source)
        if way.target is None:
            return self._out(planned, begin, lines)
        start = _on_edge(begin, way.leaves, lines[0])
        end = _on_edge(self.card(way.target), way.enters or "left", lines[-1])
        turns = [
            (other, one) if stretch.channel[0] in ("level", "gap") else (one, other)
            for stretch, one, other in zip(stretches, lines, lines[1:], strict=False)
        ]
        return _without_steps((start, *turns, end))

    def height_for_words(self, planned: Planned, part: int) -> float:
        """Return how high what is said on a level stretch may be, in points."""
        stretch, track = planned.way.stretches[part], planned.tracks[part]
        if stretch.channel[0] == "gap":
            heights = self._plan.heights.get(stretch.channel[1])
            if heights is not None:
                return heights[track]
            top, bottom = self._gap(stretch.channel[1])
            return (bottom - top) / self._plan.counts[stretch.channel]
        if not planned.reach[part]:
            return min(TALL, self.form.height)
        apart = self._apart(stretch, planned.reach[part])
        return apart if apart >= APART else 0.0

    def _apart(self, stretch: Stretch, reach: int) -> float:
        """Return how far the tracks about the middle of a card lie from each other, in points."""
        if stretch.channel[0] == "level":
            return min(APART, (self.form.height / 2 - _EDGE) / max(reach, 1))
        left, right = self._column(stretch.channel[1])
        return min(APART, ((right - left) / 2 - 2 * _EDGE) / max(reach, 1))

    def _line(self, stretch: Stretch, track: int, reach: int) -> float:
        """Return the height of a level stretch, or the place sideways of an upright one."""
        kind, where, above = stretch.channel
        if kind == "level":
            form = self.form
            middle = self._lanes.tops[where] + above * (form.height + form.gap) + form.height / 2
            return middle + track * self._apart(stretch, reach)
        if kind == "drop":
            left, right = self._column(where)
            return (left + right) / 2 + track * self._apart(stretch, reach)
        if kind == "side":
            return self._aside(where, track, self._plan.counts[stretch.channel])
        return self._below(where, track, self._plan.counts[stretch.channel])

    def _aside(self, column: int, track: int, count: int) -> float:
        """Return where a track lies in the free strip before a column: at its right end, what is said stands left."""
        last = self._firsts[-1]
        left = self._column(column - 1)[1] if column else self._columns.left
        right = self._column(column)[0] if column < last else self._columns.right
        zone = min(right - left, 8.0 + STEP * (count - 1))
        if column == last:  # the nearer the better
            right = left + zone
        return right - zone + (track + 0.5) * zone / count

    def _below(self, row: int, track: int, count: int) -> float:
        """Return where a track lies in the free row below a lane."""
        top, bottom = self._gap(row)
        heights = self._plan.heights.get(row)
        free = bottom - top
        if heights is None or sum(heights) > free + 0.01:
            return top + (track + 0.5) * free / count
        begin = top + max(GAP_PAD, (free - sum(heights)) / 2)
        return begin + sum(heights[:track]) + heights[track] / 2

    def _gap(self, row: int) -> tuple[float, float]:
        """Return between which heights the row below a lane is free of cards, and of what follows below the last."""
        spans, form = self._lanes.spans, self.form
        top = spans[row].y + spans[row].height - form.gap
        if row + 1 < len(spans):
            return top, spans[row + 1].y + form.gap
        return top, top + form.gap + (self._plan.rooms[row] if self._plan.rooms else 0.0) + BELOW_LAST

    def _out(self, planned: Planned, begin: Rect, lines: Sequence[float]) -> tuple[Point, ...]:
        """Return the way out of the journey: down to where it ends."""
        end, track = planned.way.stretches[-1], planned.tracks[-1]
        y = self._line(end, track, 0)
        if not lines:
            x = min(begin.x + 14.0 + 12.0 * track, begin.x + begin.width / 2 - 12.0)
            return (x, begin.bottom), (x, y)
        return (begin.right, lines[0]), (lines[1], lines[0]), (lines[1], y)

    def _column(self, column: int) -> tuple[float, float]:
        """Return the left and right edge of the cards of a column."""
        block = bisect_right(self._firsts, column, hi=len(self._columns.spans)) - 1
        span = self._columns.spans[block].columns[column - self._firsts[block]]
        x = self._columns.xs[block] + span.x
        return x + CARD_INSET, x + span.width - CARD_INSET


def _on_edge(rect: Rect, edge: Edge, line: float) -> Point:
    if edge in ("left", "right"):
        return rect.x if edge == "left" else rect.right, line
    return line, rect.y if edge == "top" else rect.bottom


def _without_steps(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """Return corners without those that lie on the one before."""
    found = [points[0]]
    for point in points[1:]:
        if abs(point[0] - found[-1][0]) + abs(point[1] - found[-1][1]) > 0.01:
            found.append(point)
    return tuple(found) if len(found) > 1 else points[:2]
