"""The emotion curve of a report: stages above, the curve as vectors, points with numbers, and what the numbers mean."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from journey_editor.assets import _
from journey_editor.core.words import valence_text
from journey_editor.interchange.report.parts import Curve, Feeling
from journey_editor.layout import text
from journey_editor.layout.colors import contrast, feeling_color
from journey_editor.layout.primitives import Box, CurveData, CurveInk, FeltPoint, Ink, Primitive
from journey_editor.layout.shapes import circle, shifted, star, stroke
from journey_editor.picture import Curve as Drawn
from journey_editor.poster.report import type as font
from journey_editor.poster.report.piece import Piece, bound
from journey_editor.poster.report.type import STYLE, WHITE, broken, line, width

_SCALE = 54.0  # what the words beside the curve take
_TOP = 24.0  # the names of the stages
_EDGE = 13.0  # between a valence of 2 and the curve's edge
_POINT, _NUMBERED = 3.2, 6.6
_LEAST_ROOM = 13.5  # points between two numbers that do not cover each other
_KEY_COLUMNS, _KEY_GAP, _KEY_GUTTER = 3, 14.0, 16.0


HIGH, LOW = 140.0, 80.0
"""How high the curve is, in points."""


@dataclass(frozen=True, slots=True)
class _Point:
    """A touchpoint of the curve: where it stands, and its number, 0 for none."""

    feeling: Feeling
    x: float
    number: int


def chart(curve: Curve, room: float, drawn: Drawn, height: float = HIGH) -> list[Piece]:
    """Return the curve on one piece, then what its numbers stand for."""
    if not any(each.valence is not None for each in curve.feelings):
        return [Piece(font.BODY.step, (line(_("Nobody said yet how it feels."), font.BODY, 0.0, 0.0, "muted"),), 4.0)]
    plot = room - _SCALE
    points = _points(curve.feelings, plot)
    parts: list[Primitive] = [*_stages(curve, plot, height), *_scale(plot, height)]
    parts += (shifted(path, _SCALE, _TOP) for path in drawn(_data(points, plot, height), plot, height))
    for each in points:
        parts += _mark(each, height)
    figure = Piece(_TOP + height, tuple(parts), 6.0, True)
    legend = _legend(points, room) if height == HIGH else Piece(5.0, stays=True)
    return [figure, legend, *_key(points, room), Piece(2.0)]


def _points(feelings: Sequence[Feeling], plot: float) -> list[_Point]:
    """Place touchpoints at equal distances; those that are told get numbers while there is room for them."""
    step = plot / len(feelings)
    found: list[_Point] = []
    last, number = -_LEAST_ROOM, 0
    for at, each in enumerate(feelings):
        x = step * (at + 0.5)
        is_told = each.told and each.valence is not None and (step >= _LEAST_ROOM or x - last >= _LEAST_ROOM)
        if is_told:
            number, last = number + 1, x
        found.append(_Point(each, x, number if is_told else 0))
    return found


def _y(valence: float, height: float) -> float:
    """Return how far below the top of a curve of a height a valence is."""
    return height / 2 - valence * (height / 2 - _EDGE) / 2


def _data(points: Sequence[_Point], plot: float, height: float) -> CurveData:
    felt = [
        FeltPoint("", each.x, each.feeling.valence, "workshop", each.feeling.believed, each.feeling.low,
                  each.feeling.high, each.feeling.assumed)
        for each in points if each.feeling.valence is not None
    ]  # fmt: skip
    believed = [(each.x, each.feeling.believed) for each in points if each.feeling.believed is not None]
    half = plot / len(points) / 2
    shades = [(each.x - half, each.x + half) for each in points if each.feeling.trough]
    ink = CurveInk(
        felt=STYLE.ink, believed=STYLE.believed, spread=STYLE.muted, trough=STYLE.pain_shape, zero=STYLE.quiet
    )
    return CurveData(felt, believed, _merged(shades), _y(0.0, height), _y(0.0, height) - _y(1.0, height), ink)


def _merged(shades: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return stretches with those that touch as one."""
    found: list[tuple[float, float]] = []
    for left, right in shades:
        if found and left - found[-1][1] < 0.01:
            found[-1] = (found[-1][0], right)
        else:
            found.append((left, right))
    return found


def _stages(curve: Curve, plot: float, height: float) -> Iterator[Primitive]:
    """Yield the names of the stages above their part of the curve."""
    step = plot / len(curve.feelings)
    x = _SCALE
    for name, count in curve.stages:
        wide = step * count
        yield Box(x + 1.0, 0.0, max(0.5, wide - 2.0), 17.0, Ink(fill=STYLE.stage), 4.0)
        yield Box(x + 1.0, _TOP, max(0.5, wide - 2.0), height, Ink(fill=font.GROUND), 4.0)
        shown = text.ellipsis(name, font.LABEL.face, font.LABEL.size, wide - 10.0) if wide > 16.0 else ""
        if shown:
            yield line(shown, font.LABEL, x + wide / 2, 3.5, anchor="middle")
        x += wide


def _scale(plot: float, height: float) -> Iterator[Primitive]:
    """Yield what up and down mean, with a line at neutral."""
    words = ((2.0, _("delighted")), (1.0, _("satisfied")), (0.0, _("neutral")), (-1.0, _("frustrated")),
             (-2.0, _("desperate")))  # fmt: skip
    for valence, word in words if height == HIGH else words[::2]:
        y = _TOP + _y(valence, height)
        yield line(word, font.LABEL, _SCALE - 7.0, y - font.LABEL.step / 2, "muted", "end")
        ink = Ink(
            stroke=STYLE.quiet if valence == 0 else STYLE.line, width=0.7, dash=() if valence == 0 else (1.5, 3.0)
        )
        yield stroke(((_SCALE, y), (_SCALE + plot, y)), ink)


def _mark(point: _Point, height: float) -> Iterator[Primitive]:
    """Yield a point of the curve: hollow where it is only assumed, with its number, a star at a moment of truth."""
    feeling = point.feeling
    if feeling.valence is None:
        return
    x, y = _SCALE + point.x, _TOP + _y(feeling.valence, height)
    color = feeling_color(feeling.valence, STYLE)
    radius = _NUMBERED if point.number else _POINT
    ink = Ink(fill=WHITE, stroke=color, width=1.4) if feeling.assumed else Ink(fill=color, stroke=WHITE, width=1.2)
    yield circle(x, y, radius, ink)
    if point.number:
        words = STYLE.ink if feeling.assumed else contrast(color)
        yield text.line(
            str(point.number), x, y + 2.5, face=font.HEAD.face, size=7.0, color=words, anchor="middle"
        )  # fmt: skip
    if feeling.moment:
        above = y - radius - 7.0
        yield from star(x, above if above > _TOP + 4.0 else y + radius + 7.0, 5.0, STYLE)


def _legend(points: Sequence[_Point], room: float) -> Piece:
    """Return what the signs of the curve mean, of those that are used, in as many lines as that takes."""
    x, y = _SCALE, 7.0
    parts: list[Primitive] = []
    for drawn, words in _meanings(points):
        wide = 16.0 + width(words, font.SMALL) + 14.0
        if x + wide > room and x > _SCALE:
            x, y = _SCALE, y + font.SMALL.step + 1.0
        parts += (shifted(each, x + 6.0, y + font.SMALL.step / 2) for each in drawn)
        parts.append(line(words, font.SMALL, x + 16.0, y, "muted"))
        x += wide
    return Piece(y + font.SMALL.step + 5.0, tuple(parts), 0.0, True)


def _meanings(points: Sequence[_Point]) -> Iterator[tuple[tuple[Primitive, ...], str]]:
    feelings = [each.feeling for each in points]
    yield (circle(0.0, 0.0, 3.6, Ink(fill=STYLE.delighted)),), _("how it feels")
    if any(each.assumed for each in feelings):
        yield (circle(0.0, 0.0, 3.2, Ink(fill=WHITE, stroke=STYLE.muted, width=1.3)),), _("only assumed")
    if any(each.believed is not None for each in feelings):
        ink = Ink(stroke=STYLE.believed, width=1.4, dash=(2.5, 2.5))
        yield (stroke(((-6.0, 0.0), (6.0, 0.0)), ink),), _("what the team believed")
    if any(each.trough for each in feelings):
        yield (Box(-5.0, -4.0, 10.0, 8.0, Ink(fill=STYLE.pain_shape, fill_opacity=0.18), 2.0),), _("trough")
    if any(each.moment for each in feelings):
        yield star(0.0, 0.0, 4.6, STYLE), _("moment of truth")


def _key(points: Sequence[_Point], room: float) -> list[Piece]:
    """Return what the numbers stand for, in columns that are read downwards."""
    told = [each for each in points if each.number]
    wide = (room - _KEY_GAP * (_KEY_COLUMNS - 1)) / _KEY_COLUMNS
    rows = -(-len(told) // _KEY_COLUMNS)
    pieces: list[Piece] = []
    for at in range(rows):
        shown = told[at::rows] if rows else []
        cells = [_said(each.feeling, wide - _KEY_GUTTER) for each in shown]
        parts: list[Primitive] = []
        for column, (point, lines) in enumerate(zip(shown, cells, strict=True)):
            x = column * (wide + _KEY_GAP)
            parts.append(line(str(point.number), font.HEAD, x + _KEY_GUTTER - 5.0, 0.5, "muted", "end"))
            parts += (
                line(words, font.SMALL, x + _KEY_GUTTER, number * font.SMALL.step, tone)
                for number, (words, tone) in enumerate(lines)
            )
        height = max(map(len, cells)) * font.SMALL.step + 2.0
        pieces.append(Piece(height, tuple(parts)))
    return bound(pieces) if rows <= _MOST_BOUND else pieces


_MOST_BOUND = 8


def _said(feeling: Feeling, room: float) -> list[tuple[str, font.Tone]]:
    """Return what a number stands for in lines: the touchpoint, then how it feels."""
    words = " ".join(filter(None, (valence_text(feeling.valence or 0.0), feeling.word)))
    tone: font.Tone = "pain" if (feeling.valence or 0.0) < 0 else "muted"
    name, felt = broken(feeling.title, font.SMALL, room), broken(words, font.SMALL, room)
    if len(felt) == 1 and name and width(f"{name[-1]}  {felt[0]}", font.SMALL) <= room:
        return [*((each, "plain") for each in name[:-1]), (f"{name[-1]}  {felt[0]}", "plain")]
    return [*((each, "plain") for each in name), *((each, tone) for each in felt)]
