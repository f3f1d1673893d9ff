"""Small keys on a picture that is there: the letters that file a card into a stage or a lane. Never printed."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from journey_editor.layout import text
from journey_editor.layout.keeper import Keeper
from journey_editor.layout.primitives import Box, Element, Ink, Line, Picture, Placed, Primitive, Strip
from journey_editor.layout.style import REGULAR, SEMIBOLD, SMALL, Style

_ON_STAGE, _ON_LANE = 16.0, 18.0  # how high a key is
_GAP = 6.0
_WIDE = 4.0  # beside the letters of a longer key
_RIM = 8.0  # of a lane, above and beside its key
_EDGE = 11.0  # of a stage's head, where its texts end
_LEAST = 20.0


def with_keys(picture: Picture, stages: Mapping[str, str], lanes: Mapping[str, str], style: Style) -> Picture:
    """Return a picture with keys on its stages' heads and lanes, by record id; nothing else of it moves.

    A lane without an owner goes by its kind. Equal strips give the very same ones.
    """
    keeper = Keeper(("keys", style))
    plain = [each.strip for each in picture.strips]
    letters = [_letters(each, stages, lanes) for each in plain]
    on_stages, on_lanes = [each[0] for each in letters], [each[1] for each in letters]
    strips = keeper.keep_row("strips", (plain, on_stages, on_lanes), _with_keys, style)
    placed = keeper.keep_row("placed", ([each.x for each in picture.strips], strips), Placed)
    keeper.remember()
    return replace(picture, strips=placed)


def _letters(
    strip: Strip, stages: Mapping[str, str], lanes: Mapping[str, str]
) -> tuple[tuple[str | None, ...], tuple[str | None, ...]]:
    """Return the letters of the stages and lanes that a strip shows, in the order of its elements."""
    return (
        tuple([stages.get(each.record) for each in strip.elements if each.role == "stage"]),
        tuple([lanes.get(each.record) for each in strip.elements if each.role == "lane"]),
    )


def _with_keys(strip: Strip, stages: tuple[str | None, ...], lanes: tuple[str | None, ...], style: Style) -> Strip:
    """Return a strip with letters on its stages and lanes."""
    of_stages, of_lanes = iter(stages), iter(lanes)
    found: list[Element] = []
    for element in strip.elements:
        if element.role == "stage" and (letters := next(of_stages)):
            found.append(_on_stage(element, letters, style))
        elif element.role == "lane" and (letters := next(of_lanes)):
            found.append(_on_lane(element, letters, style))
        else:
            found.append(element)
    return replace(strip, elements=tuple(found))


@lru_cache(maxsize=256)
def key(letters: str, x: float, y: float, height: float, style: Style) -> tuple[Primitive, ...]:
    """Return a key with its letters, its corner at a place, as wide as high or as its letters need."""
    words = text.line(letters, 0.0, 0.0, face=SEMIBOLD, size=SMALL, color=style.muted)
    width = max(height, words.width + 2 * _WIDE)
    shape = Box(x, y, width, height, Ink(fill=style.card, stroke=style.quiet), 4.0)
    return shape, text.line(
        letters, x + width / 2, y + height / 2 + 4.0, face=SEMIBOLD, size=SMALL, color=style.muted, anchor="middle"
    )


@lru_cache(maxsize=1024)
def _on_stage(element: Element, letters: str, style: Style) -> Element:
    """Put a key below a stage's name; its goal and its time make room."""
    parts = list(element.parts)
    lines = [part for part in parts if isinstance(part, Line)]
    x = lines[0].x if lines else _EDGE
    sign = key(letters, x, 26.0, _ON_STAGE, style)
    shift = _width(sign) + _GAP
    for place, part in enumerate(parts):
        if isinstance(part, Line) and part.y > lines[0].y:
            parts[place] = _shortened(part, x + shift, element.rect.width - _EDGE)
    return replace(element, parts=(*parts, *sign))


@lru_cache(maxsize=1024)
def _on_lane(element: Element, letters: str, style: Style) -> Element:
    """Put a key above a lane's name, in a thin lane before it."""
    height = element.rect.height
    lines = [part for part in element.parts if isinstance(part, Line)]
    x = lines[0].x if lines else _RIM
    if height < 2 * (_RIM + _ON_LANE):
        sign = key(letters, x, (height - _ON_LANE) / 2, _ON_LANE, style)
        shift, fall = _width(sign) + _GAP, 0.0
    else:
        sign = key(letters, x, _RIM, _ON_LANE, style)
        shift, fall = 0.0, (_RIM + _ON_LANE) / 2
    most = max(1, sum(line.y + fall < height - 3.0 for line in lines))
    shown = [replace(line, x=line.x + shift, y=line.y + fall) for line in lines[:most]]
    rest = [part for part in element.parts if not isinstance(part, Line)]
    return replace(element, parts=(*rest, *shown, *sign))


def _width(sign: tuple[Primitive, ...]) -> float:
    return next(part.width for part in sign if isinstance(part, Box))


def _shortened(part: Line, x: float, right: float) -> Line:
    """Return a line that begins further right, cut where it would reach beyond its room."""
    if x + part.width <= right:
        return replace(part, x=x)
    shown = text.ellipsis(part.text, REGULAR, part.size, max(right - x, _LEAST))
    return text.line(shown, x, part.y, size=part.size, color=part.color)
