"""The small signs before entries: told apart by their shape as well as by their colour, so that they print in grey."""

from journey_editor.interchange.report.parts import Sign
from journey_editor.layout.primitives import Ink, Path, Primitive
from journey_editor.layout.shapes import circle, star, stroke
from journey_editor.poster.report.type import STYLE, WHITE


def sign(kind: Sign, x: float, y: float) -> tuple[Primitive, ...]:
    """Return a sign about a point."""
    if kind in ("high", "medium"):
        return (_triangle(x, y, kind == "high"),)
    if kind == "moment":
        return star(x, y, 5.6, STYLE)
    if kind == "done":
        tick = stroke(((x - 2.2, y), (x - 0.6, y + 1.8), (x + 2.4, y - 1.8)), Ink(stroke=WHITE, width=1.3))
        return circle(x, y, 4.6, Ink(fill=STYLE.good_shape)), tick
    if kind == "late":
        ink = Ink(stroke=STYLE.pain_shape, width=1.3)
        hands = stroke(((x, y - 2.2), (x, y), (x + 1.6, y + 1.0)), ink)
        return circle(x, y, 4.0, ink), hands
    if kind in ("low", "pain"):
        return (circle(x, y, 3.0, Ink(stroke=STYLE.pain_shape, width=1.3)),)
    if kind in ("info", "open"):
        return (circle(x, y, 3.0, Ink(stroke=STYLE.muted, width=1.1)),)
    return (circle(x, y, 1.6, Ink(fill=STYLE.quiet)),)


def _triangle(x: float, y: float, is_filled: bool) -> Path:
    ink = Ink(fill=STYLE.pain_shape if is_filled else None, stroke=STYLE.pain_shape, width=1.3)
    return Path((("M", x, y - 4.0), ("L", x + 4.4, y + 3.6), ("L", x - 4.4, y + 3.6), ("Z",)), ink)
