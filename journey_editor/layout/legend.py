"""The legend: the shapes that a map really uses, each with its word."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import NamedTuple

from journey_editor.assets import _
from journey_editor.core.parts import PathKind
from journey_editor.layout import text
from journey_editor.layout.faces import face
from journey_editor.layout.flow.labels import agreement_sign, hole_sign, metric_sign
from journey_editor.layout.flow.paths import head, inks, sign
from journey_editor.layout.layers import GROUND
from journey_editor.layout.monograms import Monogram, monogram_parts, monogram_width
from journey_editor.layout.openings import SIZE, opening_sign
from journey_editor.layout.options import Options
from journey_editor.layout.primitives import Box, Element, Ink, Primitive, Rect
from journey_editor.layout.shapes import dot, plus, ring, star, stroke, triangle
from journey_editor.layout.style import SMALL, Style

_STEP = 20.0
_AFTER_MARK, _BETWEEN = 6.0, 20.0

Used = frozenset[str]
"""Which things a map shows: "felt", "believed", "assumed", "trough", "moment", "pain", "opportunity", "metric",
"evidence", "votes", "opens", "handoff", the kinds of paths, "exit", "hole", "agreement", "no agreement"."""


class _Item(NamedTuple):
    name: str
    word: str
    width: float
    draw: Callable[[float, float, Style], tuple[Primitive, ...]]


def legend(
    used: Used, options: Options, right: float, y: float, monograms: tuple[tuple[Monogram, str], ...] = ()
) -> tuple[tuple[Element, ...], float]:
    """Return the legend from the margin to a right edge, in as many lines as it needs, and where the next begins.

    `monograms` are letters that stand on cards, each with what it means.
    """
    left, style = options.margin, options.style
    parts: list[Primitive] = []
    x, base = 0.0, _STEP / 2
    lettered = (
        _Item("monogram", word, monogram_width(monogram), partial(_monogram, monogram)) for monogram, word in monograms
    )
    for item in (*(item for item in _items() if item.name in used), *lettered):
        width = item.width + _AFTER_MARK + text.width(item.word)
        if x and x + width > right - left:
            x, base = 0.0, base + _STEP
        parts += item.draw(x, base, style)
        parts.append(text.line(item.word, x + item.width + _AFTER_MARK, base + 4.0, size=SMALL, color=style.muted))
        x += width + _BETWEEN
    if not parts:
        return (), y
    rect = Rect(left, y, right - left, base + _STEP / 2)
    return (Element("legend", "", rect, tuple(parts), GROUND),), rect.bottom


def _items() -> Iterable[_Item]:
    return (
        _Item("felt", _("how it felt"), 24.0, _felt),
        _Item("believed", _("what the team believed"), 24.0, _believed),
        _Item("assumed", _("assumed"), 24.0, _assumed),
        _Item("trough", _("trough"), 16.0, _trough),
        _Item("moment", _("moment of truth"), 14.0, _moment),
        _Item("pain", _("pain point"), 14.0, _pain),
        _Item("opportunity", _("opportunity"), 11.0, _opportunity),
        _Item("metric", _("metric"), 10.0, metric_sign),
        _Item("evidence", _("backed"), 6.0, _evidence),
        _Item("votes", _("votes"), 14.0, _votes),
        _Item("opens", _("opens another map"), SIZE, opening_sign),
        _Item("handoff", _("handoff"), 24.0, _handoff),
        *(_Item(path, word, 34.0, partial(_path, path)) for path, word in _paths()),
        _Item("exit", _("leaves"), 22.0, _exit),
        _Item("hole", _("a week or more without contact"), 22.0, hole_sign),
        _Item("agreement", _("agreement on the handoff"), 12.0, _agreed),
        _Item("no agreement", _("no agreement"), 12.0, _not_agreed),
    )


def _monogram(monogram: Monogram, x: float, y: float, style: Style) -> tuple[Primitive, ...]:
    return monogram_parts((monogram,), x, y, style)


def _felt(x: float, y: float, style: Style) -> tuple[Primitive, ...]:
    return (stroke(((x + 1.0, y), (x + 23.0, y)), Ink(stroke=style.ink, width=2.5)),)


def _believed(x: float, y: float, style: Style) -> tuple[Primitive, ...]:
    return (stroke(((x + 1.0, y), (x + 23.0, y)), Ink(stroke=style.believed, width=1.5, dash=(5.0, 5.0))),)


def _assumed(x: float, y: float, style: Style) -> tuple[Primitive, ...]:
    return (*face(0.5, style, 7.0, x + 7.0, y, True), *ring(x + 20.5, y, style))


def _moment(x: float, y: float, style: Style) -> tuple[Primitive, ...]:
    return star(x + 7.0, y + 0.5, 7.0, style)


def _pain(x: float, y: float, style: Style) -> tuple[Primitive, ...]:
    return triangle(x + 7.0, y, style)


def _opportunity(x: float, y: float, style: Style) -> tuple[Primitive, ...]:
    return plus(x + 5.5, y, style)


def _evidence(x: float, y: float, style: Style) -> tuple[Primitive, ...]:
    return dot(x + 3.0, y, style)


def _trough(x: float, y: float, style: Style) -> tuple[Primitive, ...]:
    return (Box(x, y - 7.0, 16.0, 14.0, Ink(fill=style.pain_shape, fill_opacity=0.16), 3.0),)


def _votes(x: float, y: float, style: Style) -> tuple[Primitive, ...]:
    return (Box(x, y - 6.0, 14.0, 12.0, Ink(fill=style.accent), 6.0),)


def _handoff(x: float, y: float, style: Style) -> tuple[Primitive, ...]:
    line = stroke(((x + 1.0, y), (x + 23.0, y)), Ink(stroke=style.handoff, width=1.8, dash=(4.0, 4.0)))
    head = stroke(((x + 19.0, y - 3.2), (x + 23.0, y), (x + 19.0, y + 3.2)), Ink(stroke=style.handoff, width=1.8))
    return line, head


def _paths() -> tuple[tuple[PathKind, str], ...]:
    return (
        ("happy", _("happy path")),
        ("unhappy", _("unhappy path")),
        ("alternative", _("alternative")),
        ("exception", _("exception")),
        ("loop", _("loop")),
    )


def _path(path: PathKind, x: float, y: float, style: Style) -> tuple[Primitive, ...]:
    points = ((x + 1.0, y), (x + 33.0, y))
    line = stroke(points, inks(path, style)[0])
    return line, *head(points, path, style), *sign(path, x + 14.0, y, style)


def _exit(x: float, y: float, style: Style) -> tuple[Primitive, ...]:
    return stroke(((x + 1.0, y), (x + 12.0, y)), inks("abandon", style)[0]), *sign("abandon", x + 15.5, y, style)


def _agreed(x: float, y: float, style: Style) -> tuple[Primitive, ...]:
    return agreement_sign(x + 6.0, y, True, style)


def _not_agreed(x: float, y: float, style: Style) -> tuple[Primitive, ...]:
    return agreement_sign(x + 6.0, y, False, style)
