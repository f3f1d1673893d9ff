"""The primitives of a picture on a QPainter: prepared once, drawn many times.

Text is drawn as the glyphs that layout placed, from the font files themselves: neither the fonts of the system nor its
settings have a say, and nothing is measured here. Preparing costs 30 µs a card, drawing 5 to 10 µs a call from Python,
so lines of one face and colour are drawn in one call.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from math import ceil, cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QGlyphRun, QPainter, QPainterPath, QPen, QRawFont

from journey_editor.assets import font_path
from journey_editor.layout.primitives import HALO, Box, Command, Element, Figure, Image, Ink, Line, Path, Primitive
from journey_editor.ui.pixels import pixels

READABLE = 4.0
"""Pixels: smaller text is left out, since no one can read it and it takes most of the time."""

_AROUND = tuple(
    (radius * cos(turn * pi / count * 2), radius * sin(turn * pi / count * 2))
    for radius, count in ((HALO, 12), (HALO / 2, 6))
    for turn in range(count)
)

Draw = Callable[[QPainter, float], None]
"""Draws something prepared at the painter's origin; the number is the scale, in pixels a point."""


def prepare(parts: Iterable[Primitive]) -> tuple[Draw, ...]:
    """Return what draws primitives in their order; the curve is left to its own item.

    Lines with the same face, size and colour that follow each other become one call.
    """
    found: list[Draw] = []
    lines: list[Line] = []
    for part in parts:
        if isinstance(part, Line):
            lines.append(part)
            continue
        if lines:
            found += _lines(lines)
            lines = []
        if isinstance(part, Box):
            found.append(_box(part))
        elif isinstance(part, Path):
            found.append(_path(part))
        elif isinstance(part, Image):
            found.append(_image(part))
    if lines:
        found += _lines(lines)
    return tuple(found)


def draw(painter: QPainter, prepared: Sequence[Draw], scale: float) -> None:
    """Draw what was prepared at the painter's origin."""
    for each in prepared:
        each(painter, scale)


@lru_cache(maxsize=512)
def color(name: str, opacity: float = 1.0) -> QColor:
    """Return a colour "#RRGGBB" with an opacity."""
    found = QColor(name)
    found.setAlphaF(opacity)
    return found


@lru_cache(maxsize=512)
def pen_of(ink: Ink) -> QPen:
    """Return the pen of an ink; its dashes are in points, whatever the width."""
    if ink.stroke is None or not ink.width:
        return QPen(Qt.PenStyle.NoPen)
    pen = QPen(color(ink.stroke, ink.stroke_opacity), ink.width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if ink.dash:
        dash = ink.dash if len(ink.dash) % 2 == 0 else ink.dash * 2
        pen.setDashPattern([length / ink.width for length in dash])
    return pen


@lru_cache(maxsize=512)
def brush_of(ink: Ink) -> QBrush:
    """Return the brush of an ink."""
    return QBrush(Qt.BrushStyle.NoBrush) if ink.fill is None else QBrush(color(ink.fill, ink.fill_opacity))


@lru_cache(maxsize=4096)
def painter_path(commands: tuple[Command, ...]) -> QPainterPath:
    """Return the path of a primitive."""
    path = QPainterPath()
    for command in commands:
        if command[0] == "M":
            path.moveTo(command[1], command[2])
        elif command[0] == "L":
            path.lineTo(command[1], command[2])
        elif command[0] == "C":
            path.cubicTo(*command[1:])
        else:
            path.closeSubpath()
    return path


@lru_cache(maxsize=64)
def raw_font(face: str, size: float) -> QRawFont:
    """Return a bundled font at a size in points, without hinting, so that all scales look alike."""
    return QRawFont(str(font_path(face)), size, QFont.HintingPreference.PreferNoHinting)


def glyph_runs(lines: Iterable[Line]) -> tuple[QGlyphRun, ...]:
    """Return the glyphs of lines of one size, a run for each face, placed from the painter's origin."""
    glyphs: dict[str, list[int]] = {}
    places: dict[str, list[QPointF]] = {}
    size = 0.0
    for line in lines:
        size = line.size
        x = line.x
        for run in line.runs:
            glyphs.setdefault(run.face, []).extend(run.glyphs)
            y = line.y
            places.setdefault(run.face, []).extend(
                [QPointF(x + dx, y + dy) for dx, dy in zip(run.xs, run.ys, strict=True)]
            )
            x += run.width
    return tuple(_glyph_run(face, size, found, places[face]) for face, found in glyphs.items())


def _glyph_run(face: str, size: float, glyphs: list[int], places: list[QPointF]) -> QGlyphRun:
    run = QGlyphRun()
    run.setRawFont(raw_font(face, size))
    run.setGlyphIndexes(glyphs)
    run.setPositions(places)
    return run


def _lines(lines: Sequence[Line]) -> list[Draw]:
    groups: dict[tuple[float, str, str | None], list[Line]] = {}
    for line in lines:
        groups.setdefault((line.size, line.color, line.halo), []).append(line)
    return [_text(group) for group in groups.values()]


def _text(lines: Sequence[Line]) -> Draw:
    size = lines[0].size
    pen = QPen(color(lines[0].color))
    runs = glyph_runs(lines)
    halo = _halo(runs, lines[0].halo) if lines[0].halo else None
    origin = QPointF()

    def draw_text(painter: QPainter, scale: float) -> None:
        if size * scale < READABLE:
            return
        if halo:
            halo(painter, scale)
        painter.setPen(pen)
        for run in runs:
            painter.drawGlyphRun(origin, run)

    return draw_text


def _halo(runs: Sequence[QGlyphRun], name: str) -> Draw:
    """Draw the letters many times around their place in one call.

    An outline by QPainterPathStroker looks the same and takes 3 ms a label to prepare, or 0.3 ms at each paint.
    """
    around: list[QGlyphRun] = []
    for run in runs:
        places = run.positions()
        wide = QGlyphRun(run)
        wide.setGlyphIndexes(list(run.glyphIndexes()) * len(_AROUND))
        wide.setPositions([QPointF(place.x() + dx, place.y() + dy) for dx, dy in _AROUND for place in places])
        around.append(wide)
    pen = QPen(color(name))
    origin = QPointF()

    def draw_halo(painter: QPainter, _scale: float) -> None:
        painter.setPen(pen)
        for run in around:
            painter.drawGlyphRun(origin, run)

    return draw_halo


def _box(box: Box) -> Draw:
    pen, brush = pen_of(box.ink), brush_of(box.ink)
    rect = QRectF(box.x, box.y, box.width, box.height)
    radius = min(box.radius, box.width / 2, box.height / 2)

    def draw_rounded(painter: QPainter, _scale: float) -> None:
        painter.setPen(pen)
        painter.setBrush(brush)
        painter.drawRoundedRect(rect, radius, radius)

    def draw_rect(painter: QPainter, _scale: float) -> None:
        painter.setPen(pen)
        painter.setBrush(brush)
        painter.drawRect(rect)

    return draw_rounded if radius else draw_rect


def _path(part: Path) -> Draw:
    pen, brush = pen_of(part.ink), brush_of(part.ink)
    path = painter_path(part.commands)

    def draw_path(painter: QPainter, _scale: float) -> None:
        painter.setPen(pen)
        painter.setBrush(brush)
        painter.drawPath(path)

    return draw_path


def _image(part: Image) -> Draw:
    """Show a picture; a grey sheet where it cannot be read."""
    rect = QRectF(part.x, part.y, part.width, part.height)
    round_off = QPainterPath()
    round_off.addRoundedRect(rect, part.radius, part.radius)
    missing = _box(Box(part.x, part.y, part.width, part.height, Ink(fill="#DEDAD2"), part.radius))

    def draw_image(painter: QPainter, scale: float) -> None:
        image = pixels(part.data, max(part.width, part.height) * scale)
        if image.isNull():
            missing(painter, scale)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setClipPath(round_off, Qt.ClipOperation.IntersectClip)
        painter.drawImage(rect, image, covering(image.width(), image.height(), part.width / part.height))
        painter.restore()

    return draw_image


def covering(width: float, height: float, shape: float) -> QRectF:
    """Return the largest part about the middle of an image that is `shape` times as wide as it is high."""
    across, down = min(width, height * shape), min(height, width / shape)
    return QRectF((width - across) / 2, (height - down) / 2, across, down)


def first_stroke(parts: Iterable[Primitive]) -> str | None:
    """Return the colour of the first outlined box or path: what a card is known by from far away."""
    for part in parts:
        if isinstance(part, Box | Path) and part.ink.stroke is not None and not part.ink.dash:
            return part.ink.stroke
    return None


def first_fill(parts: Iterable[Primitive]) -> Ink | None:
    """Return the ink of the first filled box or path."""
    for part in parts:
        if isinstance(part, Box | Path) and part.ink.fill is not None:
            return part.ink
    return None


def figure_of(parts: Iterable[Primitive]) -> Figure | None:
    """Return the curve among primitives, if it is there."""
    return next((part for part in parts if isinstance(part, Figure)), None)


def reach(parts: Iterable[Primitive]) -> float:
    """Return how far outlines and halos reach beyond the geometry of parts, in whole points."""
    widest = 0.0
    for part in parts:
        if isinstance(part, Box | Path) and part.ink.stroke is not None:
            widest = max(widest, part.ink.width / 2)
        elif isinstance(part, Line) and part.halo:
            widest = max(widest, HALO)
    return ceil(widest)


def paint_elements(painter: QPainter, elements: Iterable[Element], scale: float) -> None:
    """Draw elements where they lie, the curve by its vectors; `scale` is pixels a point, to know what can be read."""
    for element in sorted(elements, key=lambda each: each.layer):
        painter.save()
        painter.translate(element.rect.x, element.rect.y)
        for part in _with_vectors(element.parts):
            if isinstance(part, Figure):
                painter.save()
                painter.translate(part.x, part.y)
                draw(painter, prepare(part.parts), scale)
                painter.restore()
            else:
                draw(painter, prepare(part), scale)
        painter.restore()


def _with_vectors(parts: Iterable[Primitive]) -> Iterable[Figure | tuple[Primitive, ...]]:
    """Yield figures one by one and what stands between them together."""
    waiting: list[Primitive] = []
    for part in parts:
        if isinstance(part, Figure):
            yield tuple(waiting)
            yield part
            waiting = []
        else:
            waiting.append(part)
    yield tuple(waiting)
