"""How far a metric has come, as a bar: done, the way, and the target as a dark mark."""

from journey_editor.core.measures import Course
from journey_editor.layout.primitives import Box, Ink, Primitive
from journey_editor.poster.report.type import STYLE

_HEIGHT, _MARK = 4.0, 1.4


def bar(course: Course, x: float, top: float, width: float, color: str) -> tuple[Primitive, ...]:
    """Return a bar from its left upper corner."""
    target = x + max(0.0, min(width - _MARK, width * course.target - _MARK / 2))
    ground = Box(x, top, width, _HEIGHT, Ink(fill=color, fill_opacity=0.22), _HEIGHT / 2)
    done = Box(x, top, max(_HEIGHT, width * course.now), _HEIGHT, Ink(fill=color), _HEIGHT / 2)
    mark = Box(target, top - 1.8, _MARK, _HEIGHT + 3.6, Ink(fill=STYLE.ink))
    return (ground, done, mark) if course.now > 0 else (ground, mark)
