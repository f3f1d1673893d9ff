"""Shapes that several drawings are made of, and small marks (star, warning triangle, plus, dot) about their middle."""

from collections.abc import Iterator
from dataclasses import replace
from math import cos, pi, sin

from journey_editor.layout.primitives import Box, Command, Ink, Path, Primitive
from journey_editor.layout.style import Style

Point = tuple[float, float]

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


def hatch(width: float, height: float, begin: float, step: float) -> Iterator[tuple[Point, Point]]:
    """Yield the ends of slanted lines that fill a rectangle from (0, 0), none beyond its edges, in points.

    `begin` is how far from the corner the first one is, `step` how far they are apart, both along the upper edge.
    """
    at = begin
    while at < width + height:
        yield (min(at, width), max(0.0, at - width)), (max(0.0, at - height), min(at, height))
        at += step


def shifted(part: Primitive, x: float, y: float, by: float = 1.0) -> Primitive:
    """Return a part that was drawn about 0, 0, in its place and so many times as large; of a text only its place."""
    if isinstance(part, Box):
        return Box(x + part.x * by, y + part.y * by, part.width * by, part.height * by, part.ink, part.radius * by)
    if isinstance(part, Path):
        return Path(tuple(_shifted(command, x, y, by) for command in part.commands), part.ink)
    return replace(part, x=x + part.x, y=y + part.y)


def _shifted(command: Command, x: float, y: float, by: float) -> Command:
    if command[0] == "Z":
        return command
    if command[0] == "C":
        _kind, x1, y1, x2, y2, x3, y3 = command
        return "C", x + x1 * by, y + y1 * by, x + x2 * by, y + y2 * by, x + x3 * by, y + y3 * by
    return command[0], x + command[1] * by, y + command[2] * by


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
