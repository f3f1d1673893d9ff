"""How each kind of path looks: colour, dashes and a sign, so that they are told apart in grey as well."""

from math import cos, hypot, pi, sin
from typing import Literal

from journey_editor.assets import _, marked
from journey_editor.core.parts import PathKind
from journey_editor.layout.primitives import Box, Command, Ink, Path, Primitive
from journey_editor.layout.shapes import circle, stroke
from journey_editor.layout.style import Style

Point = tuple[float, float]
Look = PathKind | Literal["implied", "handoff"]
"""What an arrow is drawn as: `implied` nobody drew, `handoff` passes the customer to another owner."""

SIGN = 13.0
"""How wide and high the sign of a kind of path is, in points."""

_RADIUS = 8.0
_COLORS: dict[str, dict[str, str]] = {
    "light": {
        "happy": "#237032", "unhappy": "#B3261E", "alternative": "#0B6699", "exception": "#7F5D00", "loop": "#6741D9",
        "abandon": "#23211E",
    },
    "dark": {
        "happy": "#7FD08F", "unhappy": "#FF9A90", "alternative": "#7CC4F0", "exception": "#E8B93F", "loop": "#B9A2FF",
        "abandon": "#F2EEE7",
    },
}  # fmt: skip
_DASHES: dict[str, tuple[float, ...]] = {
    "handoff": (4.0, 4.0), "unhappy": (10.0, 4.0), "alternative": (9.0, 4.0, 1.0, 4.0), "exception": (0.8, 4.0),
    "abandon": (2.5, 3.0),
}  # fmt: skip
_WIDTHS: dict[str, float] = {"implied": 1.3, "handoff": 1.8, "exception": 2.4, "loop": 1.3}


PATH_NAMES: dict[PathKind, str] = {
    "happy": marked("Happy path"),
    "unhappy": marked("Unhappy path"),
    "alternative": marked("Alternative"),
    "exception": marked("Exception"),
    "loop": marked("Loop"),
    "abandon": marked("Leaves the journey"),
}
"""What people call the kinds of paths."""


def path_name(path: PathKind) -> str:
    """Return what a kind of path is called."""
    return _(PATH_NAMES[path])


def look_of(path: PathKind, is_handoff: bool) -> Look:
    """Return what a transition is drawn as: a handoff only where nothing more telling is said of it."""
    return "handoff" if path == "happy" and is_handoff else path


def color_of(look: Look, style: Style) -> str:
    """Return the colour of an arrow."""
    if look == "implied":
        return style.arrow
    return style.handoff if look == "handoff" else _COLORS[style.name][look]


def inks(look: Look, style: Style) -> tuple[Ink, Ink]:
    """Return how an arrow's line and its head are drawn."""
    color, width = color_of(look, style), _WIDTHS.get(look, 1.7)
    return Ink(stroke=color, width=width, dash=_DASHES.get(look, ())), Ink(stroke=color, width=min(width, 1.8))


def head(points: tuple[Point, ...], look: Look, style: Style) -> tuple[Primitive, ...]:
    """Return an arrow's head at the last corner: open and small where nobody drew it, else filled."""
    (x0, y0), (x, y) = points[-2], points[-1]
    length = hypot(x - x0, y - y0) or 1.0
    dx, dy = (x - x0) / length, (y - y0) / length
    _line, ink = inks(look, style)
    if look in ("implied", "handoff"):
        back, wide = (3.0, 2.4) if look == "implied" else (4.0, 3.2)
        one, other = _barbs(x, y, dx, dy, back, wide)
        return (stroke((one, (x, y), other), ink),)
    one, other = _barbs(x - dx, y - dy, dx, dy, 5.5, 3.2)
    fill = Ink(fill=ink.stroke, stroke=ink.stroke, width=1.0)
    return (Path((("M", *one), ("L", x - dx * 0.5, y - dy * 0.5), ("L", *other), ("Z",)), fill),)


def _barbs(x: float, y: float, dx: float, dy: float, back: float, wide: float) -> tuple[Point, Point]:
    return (x - dx * back - dy * wide, y - dy * back + dx * wide), (
        x - dx * back + dy * wide,
        y - dy * back - dx * wide,
    )


def rounded(points: tuple[Point, ...]) -> tuple[Command, ...]:
    """Return lines through corners, each corner rounded as far as its two sides allow."""
    commands: list[Command] = [("M", *points[0])]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        into = hypot(corner[0] - before[0], corner[1] - before[1])
        out = hypot(after[0] - corner[0], after[1] - corner[1])
        radius = min(_RADIUS, into / 2, out / 2)
        if radius < 0.1:
            commands.append(("L", *corner))
            continue
        start = _towards(corner, before, radius / into)
        end = _towards(corner, after, radius / out)
        commands.append(("L", *start))
        commands.append(("C", *_towards(start, corner, 2 / 3), *_towards(end, corner, 2 / 3), *end))
    commands.append(("L", *points[-1]))
    return tuple(commands)


def _towards(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def sign(path: PathKind, x: float, y: float, style: Style) -> tuple[Primitive, ...]:
    """Return the sign of a kind of path about its middle; a happy one has none.

    A face that frowns, a diamond, an exclamation mark in a hexagon, a turn, a cross in a square.
    """
    color = color_of(path, style)
    edge = Ink(fill=style.card, stroke=color, width=1.4)
    mark = Ink(stroke=color, width=1.5)
    if path == "unhappy":
        frown: tuple[Command, ...] = (
            ("M", x - 2.6, y + 2.8),
            ("C", x - 1.4, y + 0.8, x + 1.4, y + 0.8, x + 2.6, y + 2.8),
        )
        eyes = (circle(x - 2.0, y - 1.6, 0.9, Ink(fill=color)), circle(x + 2.0, y - 1.6, 0.9, Ink(fill=color)))
        return circle(x, y, 5.8, edge), *eyes, Path(frown, mark)
    if path == "alternative":
        corners = ((x, y - 6.2), (x + 6.2, y), (x, y + 6.2), (x - 6.2, y))
        return (_closed(corners, edge), circle(x, y, 1.4, Ink(fill=color)))
    if path == "exception":
        turns = (pi / 6 + corner * pi / 3 for corner in range(6))
        body = _closed(tuple((x + 6.4 * cos(turn), y + 6.4 * sin(turn)) for turn in turns), edge)
        return body, stroke(((x, y - 2.9), (x, y + 0.6)), mark), circle(x, y + 3.0, 0.9, Ink(fill=color))
    if path == "loop":
        return circle(x, y, 5.8, edge), *_turn(x, y, mark)
    if path == "abandon":
        box = Box(x - 5.5, y - 5.5, 11.0, 11.0, edge, 2.0)
        down, up = ((x - 2.4, y - 2.4), (x + 2.4, y + 2.4)), ((x - 2.4, y + 2.4), (x + 2.4, y - 2.4))
        return box, stroke(down, mark), stroke(up, mark)
    return ()


def _turn(x: float, y: float, ink: Ink) -> tuple[Primitive, ...]:
    """Return three quarters of a circle with an arrow's head at their end."""
    radius = 2.9
    turns = (-0.4 + part * pi / 8 for part in range(12))
    points = tuple((x + radius * cos(turn), y + radius * sin(turn)) for turn in turns)
    end = points[-1]
    return stroke(points, ink), stroke(((end[0] - 2.6, end[1] + 0.4), end, (end[0] + 0.2, end[1] + 2.6)), ink)


def _closed(points: tuple[Point, ...], ink: Ink) -> Path:
    first, *others = points
    return Path((("M", *first), *(("L", *each) for each in others), ("Z",)), ink)
