"""One arrow as parts: its line, its head, and what is said on it where that has room."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from journey_editor.layout.flow.crowd import Crowd
from journey_editor.layout.flow.labels import HEIGHT, TALL, Said, choices, label_parts
from journey_editor.layout.flow.paths import Look, Point, head, inks, rounded, sign
from journey_editor.layout.layers import ARROWS, WAYS
from journey_editor.layout.primitives import Element, Path, Primitive, Rect
from journey_editor.layout.shapes import shifted
from journey_editor.layout.style import Style

_ROUND = 6.5
"""Of free room about an arrow, so that it can be hit and its signs lie within it."""

_BEFORE, _AFTER = 5.0, 8.0  # what is said keeps so far from where a line begins, and from its head
_CORNER = 6.0


class Seat(NamedTuple):
    """Where something is said on an arrow: from `x` on, about its line, as the choice for a room."""

    x: float
    y: float
    width: float
    room: float
    less: int
    is_tall: bool = False

    @property
    def rect(self) -> Rect:
        """What it takes up."""
        height = TALL if self.is_tall else HEIGHT
        return Rect(self.x, self.y - height / 2, self.width, height)


class Run(NamedTuple):
    """A level stretch of an arrow from `left` to `right`, and how high something on it may be.

    `places` are tried in their order: 0 at the left end, 1 at the right.
    """

    left: float
    right: float
    y: float
    height: float
    places: tuple[float, ...] = (0.5, 0.0, 1.0, 0.25, 0.75)


class Arrow(NamedTuple):
    """An arrow's parts relative to its corner, and its rectangle relative to where it starts."""

    parts: tuple[Primitive, ...]
    rect: Rect


def runs_of(points: Sequence[Point], heights: Iterable[float]) -> list[Run]:
    """Return the level stretches of an arrow, the longest first; `heights` says how much room each stretch has."""
    found: list[Run] = []
    last = len(points) - 2
    for number, ((x0, y0), (x1, y1), height) in enumerate(zip(points, points[1:], heights, strict=False)):
        if y0 != y1 or height < HEIGHT:
            continue
        before = _BEFORE if number == 0 else _CORNER
        after = _AFTER if number == last else _CORNER
        left, right = (x0 + before, x1 - after) if x1 > x0 else (x1 + after, x0 - before)
        if right > left:
            found.append(Run(left, right, y0, height))
    return sorted(found, key=lambda run: run.left - run.right)


def seat_of(said: Said, runs: Iterable[Run], taken: Crowd, lines: Crowd, owner: int = 0) -> Seat | None:
    """Return where the most can be said without covering what is taken; None where nothing has room.

    It keeps off the lines of other arrows where it can.
    """
    best: tuple[int, int, Seat] | None = None
    for run in runs:
        room = float(int(run.right - run.left))  # whole points, so that equal choices are remembered
        is_tall = said.hole > 0.0 and run.height >= TALL
        for width, less in choices(said, room, is_tall):
            if best is not None and best[0] <= less:
                break
            for share in run.places:
                x = run.left + (run.right - run.left - width) * share
                seat = Seat(x, run.y, width, room, less, is_tall)
                rect = seat.rect
                if taken.near(rect, owner):
                    continue
                crossings = len(lines.near(rect, owner))
                if best is None or (less, crossings) < best[:2]:
                    best = less, crossings, seat
                if not crossings:
                    break
    return best[2] if best is not None else None


def lines_of(points: Sequence[Point]) -> list[Rect]:
    """Return the lines of an arrow as narrow rectangles."""
    return [
        Rect(min(x0, x1) - 1.0, min(y0, y1) - 1.0, abs(x1 - x0) + 2.0, abs(y1 - y0) + 2.0)
        for (x0, y0), (x1, y1) in pairwise(points)
    ]


def arrow_element(
    record: str, points: tuple[Point, ...], look: Look, style: Style, tip: str = "", said: Said | None = None,
    seat: Seat | None = None, is_out: bool = False,
) -> Element:  # fmt: skip
    """Return an arrow through corners; `is_out` ends in the sign of those who leave instead of a head."""
    x, y = points[0]
    shape = tuple((round(px - x, 3), round(py - y, 3)) for px, py in points)
    if seat is not None:
        seat = seat._replace(x=round(seat.x - x, 3), y=round(seat.y - y, 3))
    made = arrow(shape, look, style, said, seat, is_out)
    rect = Rect(x + made.rect.x, y + made.rect.y, made.rect.width, made.rect.height)
    return Element("arrow", record, rect, made.parts, ARROWS if look == "implied" or said is None else WAYS, tip)


@lru_cache(maxsize=8192)
def arrow(
    points: tuple[Point, ...], look: Look, style: Style, said: Said | None = None, seat: Seat | None = None,
    is_out: bool = False,
) -> Arrow:  # fmt: skip
    """Return an arrow through corners that begins at 0, 0."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    left, top = min(xs) - _ROUND, min(ys) - _ROUND
    right, bottom = max(xs) + _ROUND, max(ys) + _ROUND
    if seat is not None:
        rect = seat.rect
        left, right = min(left, rect.x - 1.0), max(right, rect.right + 1.0)
        top, bottom = min(top, rect.y - 1.0), max(bottom, rect.bottom + 1.0)
    moved = tuple((x - left, y - top) for x, y in points)
    parts: list[Primitive] = [Path(rounded(moved), inks(look, style)[0])]
    parts += sign("abandon", *moved[-1], style) if is_out else head(moved, look, style)
    if said is not None and seat is not None:
        spoken = label_parts(said, seat.room, seat.less, seat.is_tall, style)
        parts += [shifted(part, seat.x - left, seat.y - top) for part in spoken]
    return Arrow(tuple(parts), Rect(left, top, right - left, bottom - top))
