"""Small marks: star, warning triangle, plus, dot; each about its middle, the same on cards, curve and legend."""

from math import cos, pi, sin

from journey_editor.layout.primitives import Box, Command, Ink, Path, Primitive
from journey_editor.layout.style import Style

QUARTER = 0.5522847498
"""How long the handles of a quarter of a circle are as a cubic Bézier, in radii: 4/3 · (√2 − 1)."""

_INNER_STAR = 0.41


def circle(x: float, y: float, radius: float, ink: Ink) -> Box:
    """Return a circle about a point."""
    return Box(x - radius, y - radius, radius * 2, radius * 2, ink, radius)


def stroke(points: tuple[tuple[float, float], ...], ink: Ink) -> Path:
    """Return straight lines through points."""
    first, *others = points
    commands: list[Command] = [("M", *first)]
    for x, y in others:
        commands.append(("L", x, y))
    return Path(tuple(commands), ink)


def quadratic(
    start: tuple[float, float], handle: tuple[float, float], end: tuple[float, float]
) -> tuple[Command, Command]:
    """Return a quadratic Bézier as the cubic one it equals."""
    first = (start[0] + (handle[0] - start[0]) * 2 / 3, start[1] + (handle[1] - start[1]) * 2 / 3)
    second = (end[0] + (handle[0] - end[0]) * 2 / 3, end[1] + (handle[1] - end[1]) * 2 / 3)
    return ("M", *start), ("C", *first, *second, *end)


def star(x: float, y: float, radius: float, style: Style) -> tuple[Primitive, ...]:
    """Return the mark of a moment of truth."""
    commands: list[Command] = []
    for corner in range(10):
        reach = radius if corner % 2 == 0 else radius * _INNER_STAR
        angle = -pi / 2 + corner * pi / 5
        commands.append(("L" if corner else "M", x + reach * cos(angle), y + reach * sin(angle)))
    return (Path((*commands, ("Z",)), Ink(fill=style.gold_shape)),)


def triangle(x: float, y: float, style: Style) -> tuple[Primitive, ...]:
    """Return the mark of a pain point."""
    body = Path(
        (("M", x, y - 6.0), ("L", x + 6.3, y + 5.1), ("L", x - 6.3, y + 5.1), ("Z",)),
        Ink(fill=style.pain_shape, stroke=style.pain_shape, width=1.6),
    )
    bar = stroke(((x, y - 2.1), (x, y + 1.2)), Ink(stroke=style.face, width=1.5))
    return body, bar, circle(x, y + 3.5, 0.9, Ink(fill=style.face))


def plus(x: float, y: float, style: Style) -> tuple[Primitive, ...]:
    """Return the mark of an opportunity."""
    ink = Ink(stroke=style.face, width=1.5)
    return (
        Box(x - 5.5, y - 5.5, 11.0, 11.0, Ink(fill=style.good_shape), 2.0),
        stroke(((x - 3.0, y), (x + 3.0, y)), ink),
        stroke(((x, y - 3.0), (x, y + 3.0)), ink),
    )


def dot(x: float, y: float, style: Style) -> tuple[Primitive, ...]:
    """Return the mark of what is backed."""
    return (circle(x, y, 3.0, Ink(fill=style.good_shape)),)


def ring(x: float, y: float, style: Style) -> tuple[Primitive, ...]:
    """Return the mark of what is only assumed: as large as that of what is backed, but hollow."""
    return (circle(x, y, 2.6, Ink(stroke=style.muted, width=1.1)),)
