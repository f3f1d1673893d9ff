"""What is said on an arrow: the sign of its path, who many take it, how long they wait, agreements, pains, its label.

The fullest that has room is shown; all of it is told when the pointer rests there.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from typing import NamedTuple

from journey_editor.assets import _, ngettext
from journey_editor.core.parts import PathKind
from journey_editor.core.records import Metric, Note, Opportunity, Transition
from journey_editor.core.times import days_text
from journey_editor.core.titles import shortened
from journey_editor.layout import text
from journey_editor.layout.entries import metric_text
from journey_editor.layout.flow.paths import SIGN, color_of, path_name, sign
from journey_editor.layout.primitives import Box, Ink, Primitive
from journey_editor.layout.shapes import dot, hatch, plus, shifted, stroke, triangle
from journey_editor.layout.style import REGULAR, SEMIBOLD, SMALL, Style

LONG_WAIT = 7.0
"""Days from which on a wait is a hole that is seen: the same from which on a handoff is a finding of high severity."""

HEIGHT = 14.0
"""Of what is said on an arrow, in points."""

TALL = 64.0
"""Where a hole stands alone beside cards it is much higher than all else, and what is said more stands below it."""

_PAD, _BETWEEN = 3.0, 4.0
_LABEL_AT_LEAST, _LABEL_AT_MOST = 44.0, 240.0
_A_DAY, _LEAST_HOLE, _MOST_HOLE = 1.2, 32.0, 92.0
_TALL_HOLE, _BELOW_HOLE = 38.0, 26.0  # its height, and how far below the line is what is said more
_HATCH, _PLATE = 5.0, 6.0  # between lines of a hole, and how much wider than the words what lies below them is
_TOLD, _MOST_TOLD = 300, 8  # letters of each text, and how many notes, where the pointer rests


class Said(NamedTuple):
    """What a transition tells: its parts that can be shown on it."""

    path: PathKind
    share: str = ""
    wait: str = ""
    hole: float = 0.0
    agreement: bool | None = None
    pains: int = 0
    ideas: int = 0
    notes: int = 0
    label: str = ""
    backed: bool = False
    metrics: int = 0


Draw = Callable[[float, Style], tuple[Primitive, ...]]
"""Draws an item from a place on, about the line at 0."""


class _Item(NamedTuple):
    width: float
    draw: Draw


def said_of(
    transition: Transition,
    is_handoff: bool,
    notes: Iterable[Note],
    ideas: Iterable[Opportunity],
    metrics: Iterable[Metric] = (),
) -> Said:
    """Return what a transition tells; whether there is an agreement only where somebody passes the customer on."""
    shown = [note for note in notes if not note.resolved]
    pains = sum(1 for note in shown if note.kind == "pain_point")
    wait = transition.wait_days
    has_agreement = bool(transition.protocol.strip())
    waits = (
        text.ellipsis(days_text(wait), SEMIBOLD, SMALL, _MOST_HOLE - _PLATE) if wait is not None and wait > 0 else ""
    )
    written = text.width(waits, SEMIBOLD, SMALL) + _PLATE
    return Said(
        transition.path,
        share_text(transition.share) if transition.share is not None else "",
        waits,
        max(hole_width(wait), written) if wait is not None and wait >= LONG_WAIT else 0.0,
        has_agreement if has_agreement or is_handoff else None,
        pains,
        sum(1 for each in ideas if each.status != "dropped"),
        len(shown) - pains,
        text.flat(transition.label[:400]),
        bool(transition.evidence),
        sum(1 for each in metrics if metric_text(each)),
    )


def share_text(share: float) -> str:
    """Return a share of 0 to 1 in per cent: "80 %", "12.5 %"."""
    percent = round(share * 100, 1) if share < 0.995 else round(share * 100, 2)
    return _("{number} %").format(number=f"{percent:.10g}")


def hole_width(days: float) -> float:
    """Return how long a wait is drawn, in points: longer ones longer, as far as a map has room for them."""
    return min(_LEAST_HOLE + _A_DAY * (days - LONG_WAIT), _MOST_HOLE)


def tip_of(
    transition: Transition,
    is_handoff: bool,
    notes: Iterable[Note],
    ideas: Iterable[Opportunity],
    metrics: Iterable[Metric] = (),
) -> str:
    """Return what a transition tells, a line each; of long texts and much that hangs on it as much as is readable."""
    lines = [path_name(transition.path)]
    if text.flat(transition.label):
        lines.insert(0, shortened(transition.label.strip(), _TOLD))
    if transition.share is not None:
        lines.append(_("Share: {share}").format(share=share_text(transition.share)))
    if transition.wait_days is not None:
        lines.append(_("Waits {time}").format(time=days_text(transition.wait_days)))
    if transition.protocol.strip():
        lines.append(_("Agreement: {words}").format(words=shortened(transition.protocol.strip(), _TOLD)))
    elif is_handoff:
        lines.append(_("No agreement on how the customer is passed on"))
    if transition.evidence:
        lines.append(_("Backed by evidence"))
    hanging = [f"– {shortened(note.text, _TOLD)}" for note in notes if note.text.strip()]
    hanging += [f"+ {shortened(each.text, _TOLD)}" for each in ideas if each.text.strip()]
    hanging += [
        _("Measured by {metric}").format(metric=shortened(words, _TOLD)) for words in map(metric_text, metrics) if words
    ]
    if (more := len(hanging) - _MOST_TOLD) > 0:
        hanging[_MOST_TOLD:] = [ngettext("{} more", "{} more", more).format(more)]
    return "\n".join(lines + hanging)


@lru_cache(maxsize=4096)
def least_width(said: Said) -> float:
    """Return how wide what must be seen of a transition is, its label aside, where a hole has room: in points."""
    return _widest(said.hole, _items(said, 0.0), said.hole > 0.0)


@lru_cache(maxsize=4096)
def choices(said: Said, room: float, is_tall: bool) -> tuple[tuple[float, int], ...]:
    """Return what fits into a room, the fullest first: (width, how much is left out), for `label_parts`."""
    found: list[tuple[float, int]] = []
    for less in range(4):
        items = _parts(said, room, less, is_tall)
        width = _widest(said.hole, items, is_tall) if items or less else 0.0
        if 0.0 < width <= room and (not found or width < found[-1][0]):
            found.append((width, less))
    return tuple(found)


@lru_cache(maxsize=4096)
def label_parts(said: Said, room: float, less: int, is_tall: bool, style: Style) -> tuple[Primitive, ...]:
    """Return what is said, from 0 on and about the line at 0."""
    items = _parts(said, room, less, is_tall)
    whole, width = _widest(said.hole, items, is_tall), _width(items)
    parts: list[Primitive] = []
    x = y = 0.0
    if said.hole:
        begin = (whole - said.hole) / 2 if is_tall else 0.0
        height = _TALL_HOLE if is_tall else HEIGHT
        parts += _hole(said.hole, begin, height, style)
        parts += _wait(said.hole, said.wait, begin, height, style)
        x, y = ((whole - width) / 2, _BELOW_HOLE) if is_tall else (said.hole + _BETWEEN, 0.0)
    if width > SIGN + 1.0:
        edge = Ink(fill=style.card, stroke=color_of(said.path, style), width=0.8, stroke_opacity=0.55)
        parts.append(Box(x, y - HEIGHT / 2, width, HEIGHT, edge, HEIGHT / 2))
    for item in items:
        parts += (shifted(part, 0.0, y) for part in item.draw(x, style))
        x += item.width
    return tuple(parts)


def _widest(hole: float, items: tuple[_Item, ...], is_tall: bool) -> float:
    width = _width(items)
    if not hole or not width:
        return hole + width
    return max(hole, width) if is_tall else hole + _BETWEEN + width


def _parts(said: Said, room: float, less: int, is_tall: bool) -> tuple[_Item, ...]:
    """Return the items for a room with all (0), without label (1), with share and wait (2), with the sign alone (3)."""
    if less == 0:
        free = room - (said.hole + _BETWEEN if said.hole and not is_tall else 0.0)
        whole = min(text.width(said.label) + _BETWEEN, _LABEL_AT_MOST)
        others = _width(_items(said._replace(label="x"), _LABEL_AT_LEAST)) - text.width("x") - _BETWEEN
        wide = min(whole, free - others - 0.02)
        return _items(said, wide) if said.label and wide >= min(whole, _LABEL_AT_LEAST) else ()
    if less == 2:
        said = said._replace(agreement=None, notes=0, pains=0, ideas=0, backed=False, metrics=0)
    if less == 3:
        said = Said(said.path)
    return _items(said, 0.0)


def _width(items: tuple[_Item, ...]) -> float:
    return sum(item.width for item in items)


def _items(said: Said, label: float) -> tuple[_Item, ...]:
    """Return what is said beside a hole, from left to right; the label takes so many points."""
    small = [*_numbers(said), *_marks(said)]
    if label > 0.0:
        small.append(_words(text.ellipsis(said.label, REGULAR, SMALL, label - _BETWEEN + 0.01), REGULAR))
    if said.path != "happy":
        small.insert(0, _Item(SIGN, partial(_sign, said.path)))
    if small and (len(small) > 1 or said.path == "happy"):
        before = _PAD if said.path == "happy" else 0.5
        small = [_Item(before, _nothing), *small, _Item(_PAD, _nothing)]
    return tuple(small)


def _numbers(said: Said) -> Iterator[_Item]:
    if said.share:
        yield _words(said.share, SEMIBOLD)
    if said.wait and not said.hole:
        yield _Item(11.0, _clock)
        yield _words(said.wait, REGULAR)


def _marks(said: Said) -> Iterator[_Item]:
    if said.agreement is not None:
        yield _Item(14.0, partial(_agreement, said.agreement))
    if said.pains:
        yield _Item(15.0, _pain)
    if said.pains > 1:
        yield _words(str(min(said.pains, 999)), REGULAR)
    if said.ideas:
        yield _Item(14.0, _idea)
    if said.metrics:
        yield _Item(13.0, _metric)
    if said.notes:
        yield _Item(12.0, _sheet)
    if said.backed:
        yield _Item(9.0, _dot)


def _nothing(_x: float, _style: Style) -> tuple[Primitive, ...]:
    return ()


def _words(words: str, face: str) -> _Item:
    return _Item(text.width(words, face, SMALL) + _BETWEEN, partial(_written, words, face))


def _written(words: str, face: str, x: float, style: Style) -> tuple[Primitive, ...]:
    return (text.line(words, x + _BETWEEN / 2, 4.0, face=face, size=SMALL, color=style.ink),)


def _sign(path: PathKind, x: float, style: Style) -> tuple[Primitive, ...]:
    return sign(path, x + SIGN / 2, 0.0, style)


def _clock(x: float, style: Style) -> tuple[Primitive, ...]:
    ink = Ink(stroke=style.muted, width=1.2)
    return Box(x + 1.5, -4.5, 9.0, 9.0, ink, 4.5), stroke(((x + 6.0, -2.4), (x + 6.0, 0.3), (x + 8.0, 1.2)), ink)


def _pain(x: float, style: Style) -> tuple[Primitive, ...]:
    return tuple(shifted(part, x + 7.5, 0.0, 0.82) for part in triangle(0.0, 0.0, style))


def _idea(x: float, style: Style) -> tuple[Primitive, ...]:
    return tuple(shifted(part, x + 7.0, 0.0, 0.82) for part in plus(0.0, 0.0, style))


def _metric(x: float, style: Style) -> tuple[Primitive, ...]:
    return metric_sign(x + 1.5, 0.0, style)


def _dot(x: float, style: Style) -> tuple[Primitive, ...]:
    return tuple(shifted(part, x + 4.5, 0.0) for part in dot(0.0, 0.0, style))


def _sheet(x: float, style: Style) -> tuple[Primitive, ...]:
    """A sheet with lines: notes of any other kind."""
    ink = Ink(stroke=style.muted, width=1.1)
    lines = (stroke(((x + 4.0, y), (x + 8.0, y)), ink) for y in (-1.6, 1.2))
    return Box(x + 2.0, -4.6, 8.0, 9.2, ink, 1.5), *lines


def _agreement(agreed: bool, x: float, style: Style) -> tuple[Primitive, ...]:
    """Two rings: joined where there is an agreement on how the customer is passed on, apart where there is none."""
    middle = x + 7.0
    if agreed:
        ink = Ink(stroke=style.good, width=1.5)
        return Box(middle - 5.2, -3.0, 6.0, 6.0, ink, 3.0), Box(middle - 0.8, -3.0, 6.0, 6.0, ink, 3.0)
    ink = Ink(stroke=style.pain, width=1.4, dash=(2.0, 1.8))
    return Box(middle - 6.2, -2.5, 5.0, 5.0, ink, 2.5), Box(middle + 1.2, -2.5, 5.0, 5.0, ink, 2.5)


def _hole(width: float, x: float, height: float, style: Style) -> tuple[Primitive, ...]:
    """A hole in the journey, hatched: nothing happens for so long."""
    top = -height / 2
    dark = Ink(fill=style.ink, fill_opacity=0.42, stroke=style.ink, width=1.1, dash=(2.0, 2.5), stroke_opacity=0.7)
    light = Ink(stroke=style.paper, width=1.2, stroke_opacity=0.55)
    ends = (tuple((x + px, top + py) for px, py in each) for each in hatch(width, height, _HATCH, _HATCH))
    return Box(x, top, width, height, dark, 4.0), *(stroke(each, light) for each in ends)


def _wait(width: float, wait: str, x: float, height: float, style: Style) -> tuple[Primitive, ...]:
    """How long nothing happens, on a plate in the middle of the hole."""
    room = text.width(wait, SEMIBOLD, SMALL) + (_PLATE if height > HEIGHT else _PLATE / 2)
    plate = Box(x + (width - room) / 2, -7.0, room, 14.0, Ink(fill=style.paper), 4.0)
    return plate, text.line(wait, x + width / 2, 4.0, face=SEMIBOLD, size=SMALL, color=style.ink, anchor="middle")


def hole_sign(x: float, y: float, style: Style) -> tuple[Primitive, ...]:
    """Return the hole of the legend, from a place on and about a height."""
    return tuple(shifted(part, x, y) for part in _hole(22.0, 0.0, 12.0, style))


def agreement_sign(x: float, y: float, agreed: bool, style: Style) -> tuple[Primitive, ...]:
    """Return the sign of an agreement, or of none, about a place."""
    return tuple(shifted(part, x, y) for part in _agreement(agreed, -7.0, style))


def metric_sign(x: float, y: float, style: Style) -> tuple[Primitive, ...]:
    """Return the sign of a metric, bars that rise, from a place on and about a height."""
    ink = Ink(fill=style.metric_shape)
    return tuple(Box(x + 3.6 * bar, y + 4.2 - high, 2.6, high, ink, 0.6) for bar, high in enumerate((3.6, 6.0, 8.4)))
