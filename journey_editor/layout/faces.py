"""Emotion faces: one function for curve, scale, cards and legend, told apart by mouth, colour and outline."""

from functools import lru_cache

from journey_editor.layout.colors import feeling_color
from journey_editor.layout.primitives import Ink, Path, Primitive
from journey_editor.layout.shapes import circle, quadratic
from journey_editor.layout.style import Style

FACE_RADIUS = 9.3
"""Of a face on the curve, in points."""

_EYE_X, _EYE_Y, _EYE = 0.355, 0.2, 0.13
_MOUTH_X, _MOUTH_Y, _MOUTH = 0.42, 0.32, 0.16
_CORNER_RISE, _MIDDLE_FALL = 0.187, 0.755


@lru_cache(maxsize=4096)
def face(
    valence: float, style: Style, radius: float = FACE_RADIUS, x: float = 0.0, y: float = 0.0, hollow: bool = False
) -> tuple[Primitive, ...]:
    """Return a face about a point that feels as a valence from -2 to +2; a hollow one is only assumed."""
    color = feeling_color(valence, style)
    line_width = radius * _MOUTH
    if hollow:
        body = circle(x, y, radius - 0.8, Ink(fill=style.face, stroke=color, width=1.6))
    else:
        body = circle(x, y, radius, Ink(fill=color))
    mark = color if hollow else style.face
    eyes = (circle(x + side * radius * _EYE_X, y - radius * _EYE_Y, radius * _EYE, Ink(fill=mark)) for side in (-1, 1))
    corner = y + radius * (_MOUTH_Y - _CORNER_RISE * valence / 2)
    middle = y + radius * (_MOUTH_Y + _MIDDLE_FALL * valence / 2)
    mouth = quadratic((x - radius * _MOUTH_X, corner), (x, middle), (x + radius * _MOUTH_X, corner))
    return body, *eyes, Path(mouth, Ink(stroke=mark, width=line_width))
