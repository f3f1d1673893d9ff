"""The parts of a page around the map: the title band, three columns of lists, the footer.

All lengths are points of layout. `k` is how much larger than on the map the words of a block are.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from journey_editor.assets import _
from journey_editor.core.measures import Course
from journey_editor.layout import text
from journey_editor.layout.layers import GROUND
from journey_editor.layout.primitives import Box, Element, Ink, Line, Path, Primitive, Rect, Role, Run, moved
from journey_editor.layout.shapes import plus, shifted, star, triangle
from journey_editor.layout.style import BOLD, REGULAR, SEMIBOLD, Style
from journey_editor.poster.lists import Item

TITLE, SUBTITLE, SIDE = 26.0, 12.0, 11.0
HEADING, BODY, FOOT = 14.0, 11.0, 10.0
STEP = 1.36  # lines of running text
BAND = "#F6F4EF"
GUTTER = 24.0
NARROWEST = 420.0  # a page less wide than this gets smaller words in its columns
_MARK = 16.0
_BAR, _BAR_ROOM, _LONGEST_BAR = 5.0, 20.0, 260.0
_FEW = 4  # where so few items of a list are shown there is no room for second lines


@dataclass(frozen=True, slots=True)
class Head:
    """What the title band says."""

    title: str
    subtitle: str
    side: tuple[str, ...]
    about: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """Elements from y = 0 downwards, and how high they are together."""

    elements: tuple[Element, ...]
    height: float

    def below(self, y: float) -> tuple[Element, ...]:
        """Return the elements moved down."""
        return tuple(moved(element, y=y) for element in self.elements)


def title_band(head: Head, width: float, margin: float, k: float, style: Style) -> Block:
    """Return the light band at the top of a page, from edge to edge, its words inside the margin."""
    inner = width - 2 * margin
    side = [text.ellipsis(words, REGULAR, SIDE * k, inner * 0.42) for words in head.side]
    taken = max((text.width(words, REGULAR, SIDE * k) for words in side), default=0.0)
    room = inner - taken - (GUTTER * k if taken else 0.0)
    title = text.wrap(head.title, BOLD, TITLE * k, room, 2)
    below = text.wrap(head.subtitle, REGULAR, SUBTITLE * k, room, 2)
    y = max(margin, 14.0 * k) + TITLE * k * 0.86
    lines: list[Line] = []
    for words in title.lines:
        lines.append(text.line(words, margin, y, face=BOLD, size=TITLE * k, color=style.ink))
        y += TITLE * k * 1.18
    y += (SUBTITLE * 1.5 - TITLE * 1.18) * k if title.lines else 0.0
    for words in below.lines:
        y += 3.0 * k if words is below.lines[0] else 0.0
        lines.append(text.line(words, margin, y, size=SUBTITLE * k, color=style.muted))
        y += SUBTITLE * k * STEP
    about = text.wrap(head.about, REGULAR, SIDE * k, room, 2)
    for words in about.lines if head.about else ():
        lines.append(text.line(words, margin, y, size=SIDE * k, color=style.muted))
        y += SIDE * k * STEP
    last = lines[-1].y if lines else y
    height = last + 16.0 * k
    base = last - (len(side) - 1) * SIDE * k * 1.5
    for index, words in enumerate(side):
        color = style.ink if index == 0 else style.muted
        at = base + index * SIDE * k * 1.5
        lines.append(text.line(words, width - margin, at, size=SIDE * k, color=color, anchor="end"))
    ground = Box(0.0, 0.0, width, height, Ink(fill=BAND))
    rule = Box(0.0, height - 1.0, width, 1.0, Ink(fill=style.line))
    tips = ((head.title, title), (head.subtitle, below), (head.about, about))
    tip = next((words for words, wrapped in tips if wrapped.cut), "")
    return Block((_element("title", Rect(0.0, 0.0, width, height), (ground, rule, *lines), tip),), height)


@dataclass(frozen=True, slots=True)
class Column:
    """A list with its heading, colours, mark, and what it says when it is empty."""

    heading: str
    items: Sequence[Item]
    empty: str
    color: str
    rule: str
    mark: Callable[[float, float, Style], tuple[Primitive, ...]]


def columns(lists: Sequence[Column], width: float, margin: float, k: float, most: int, style: Style) -> Block:
    """Return lists side by side, each with so many items and a word for those left out.

    Where another list is higher, one has as many as fit beside it.
    """
    if not any(each.items for each in lists):
        return Block((), 0.0)
    k = min(k, (width - 2 * margin) / NARROWEST)
    gutter = GUTTER * k
    room = (width - 2 * margin - gutter * (len(lists) - 1)) / len(lists)
    lines_each = 1 if most <= _FEW else 2
    made = [_column(each, room, k, most, lines_each, style) for each in lists]
    height = max(used for _parts, used in made)
    found: list[Element] = []
    for index, (each, column) in enumerate(zip(lists, made, strict=True)):
        for more in range(most + 1, len(each.items) + 1):
            longer = _column(each, room, k, more, lines_each, style)
            if longer[1] > height:
                break
            column = longer
        parts, used = column
        found.append(_element("list", Rect(margin + index * (room + gutter), 0.0, room, used), parts))
    return Block(tuple(found), height)


def _column(
    column: Column, room: float, k: float, most: int, lines_each: int, style: Style
) -> tuple[tuple[Primitive, ...], float]:
    """Return a list with at most so many items, what more is said of them in so many lines each, and how high it is."""
    rule = Box(0.0, 0.0, room, 2.0, Ink(fill=column.rule))
    y = 2.0 + 20.0 * k
    mark = _MARK * k
    name = text.ellipsis(column.heading, BOLD, HEADING * k, room - mark - 4.0 * k)
    heading = text.line(name, mark + 4.0 * k, y, face=BOLD, size=HEADING * k, color=column.color)
    parts: list[Primitive] = [rule, *grown(column.mark(0.0, 0.0, style), k, mark / 2, y - HEADING * k * 0.36), heading]
    y += 9.0 * k
    size, step = BODY * k, BODY * k * STEP
    if not column.items:
        shown = text.wrap(column.empty, REGULAR, size, room, 2)
        for words in shown.lines:
            y += step
            parts.append(text.line(words, 0.0, y - 0.3 * step, size=size, color=style.muted))
    for item in column.items[:most]:
        lines, y = _item(item, room, y, k, style)
        parts += lines
        lines, y = _more(item, room, y, k, lines_each, style)
        parts += lines
        if item.course is not None:
            parts += _course(item.course, room, y, k, column.rule, style)
            y += _BAR_ROOM * k
    left = len(column.items) - most
    if left > 0:
        words = text.ellipsis(_("and {count} more").format(count=left), REGULAR, size, room)
        y += step
        parts.append(text.line(words, 0.0, y - 0.3 * step, size=size, color=style.muted))
    return tuple(parts), y + 2.0 * k


def _item(item: Item, room: float, y: float, k: float, style: Style) -> tuple[list[Line], float]:
    """Return an item's lines: lead and rest on one line where both fit, else below each other."""
    size, step = BODY * k, BODY * k * STEP
    gap = 0.5 * size
    lead = text.wrap(item.lead, SEMIBOLD, size, room, 2)
    used = text.width(lead.lines[-1], SEMIBOLD, size) if lead.lines else 0.0
    lines: list[Line] = []
    for words in lead.lines:
        y += step
        lines.append(text.line(words, 0.0, y - 0.3 * step, face=SEMIBOLD, size=size, color=style.ink))
    if item.rest and used + gap + text.width(item.rest, REGULAR, size) <= room:
        lines.append(text.line(item.rest, used + gap, y - 0.3 * step, size=size, color=style.muted))
    elif item.rest:
        for words in text.wrap(item.rest, REGULAR, size, room, 2).lines:
            y += step
            lines.append(text.line(words, 0.0, y - 0.3 * step, size=size, color=style.muted))
    return lines, y + 0.22 * step


def _more(item: Item, room: float, y: float, k: float, lines: int, style: Style) -> tuple[list[Line], float]:
    """Return what more is to be said of an item, each in at most so many lines, and where they end."""
    size, step = BODY * k, BODY * k * STEP
    found: list[Line] = []
    for said in item.more:
        for words in text.wrap(said, REGULAR, size, room, lines).lines:
            y += step
            found.append(text.line(words, 0.0, y - 0.3 * step, size=size, color=style.muted))
    return found, y + 0.22 * step if found else y


def _course(course: Course, room: float, y: float, k: float, color: str, style: Style) -> tuple[Primitive, ...]:
    """Return a bar of how far something has come, its target as a dark mark."""
    top, height = y + 3.0 * k, _BAR * k
    width = min(room, _LONGEST_BAR * k)
    target = max(0.0, min(width - 1.6 * k, width * course.target - 0.8 * k))
    ground = Box(0.0, top, width, height, Ink(fill=color, fill_opacity=0.25), height / 2)
    done = Box(0.0, top, max(height, width * course.now), height, Ink(fill=color), height / 2)
    mark = Box(target, top - 2.0 * k, 1.6 * k, height + 4.0 * k, Ink(fill=style.ink))
    return (ground, done, mark) if course.now > 0 else (ground, mark)


def grown(parts: Iterable[Primitive], k: float, x: float, y: float) -> tuple[Primitive, ...]:
    """Return shapes drawn about (0, 0) as they are about another point and k times as large."""
    found: list[Primitive] = []
    for part in parts:
        if isinstance(part, Line):
            runs = tuple(_grown_run(run, k) for run in part.runs)
            found.append(
                replace(part, x=x + part.x * k, y=y + part.y * k, size=part.size * k, runs=runs, width=part.width * k)
            )
        elif isinstance(part, Box | Path):
            ink = replace(part.ink, width=part.ink.width * k)
            found.append(replace(shifted(part, x, y, k), ink=ink))
    return tuple(found)


def enlarged(element: Element, k: float, room: float) -> Element:
    """Return an element k times as large, or as large as fits into a width."""
    ends = [part.x + part.width for part in element.parts if isinstance(part, Box | Line)]
    k = min(k, room / max(ends, default=room))
    rect = element.rect
    return replace(
        element, rect=Rect(rect.x, rect.y, rect.width, rect.height * k), parts=grown(element.parts, k, 0.0, 0.0)
    )


def _grown_run(run: Run, k: float) -> Run:
    return replace(run, xs=tuple(x * k for x in run.xs), ys=tuple(y * k for y in run.ys), width=run.width * k)


def footer(left: str, right: str, width: float, margin: float, k: float, style: Style) -> Block:
    """Return the last line of a page."""
    size = FOOT * k
    inner = width - 2 * margin
    end = text.ellipsis(right, REGULAR, size, inner * 0.6)
    begin = text.ellipsis(left, REGULAR, size, inner - text.width(end, REGULAR, size) - GUTTER)
    lines = (
        text.line(begin, 0.0, size, size=size, color=style.muted),
        text.line(end, inner, size, size=size, color=style.muted, anchor="end"),
    )
    return Block((_element("hint", Rect(margin, 0.0, inner, size * 1.3), lines),), size * 1.3)


def lists_of(moment: Sequence[Item], broken: Sequence[Item], following: Sequence[Item], style: Style) -> list[Column]:
    """Return the three columns with their headings, colours and marks."""
    return [
        Column(
            _("Moments of truth"), moment, _("No touchpoint is marked as a moment of truth yet."),
            style.gold, style.gold_shape, lambda x, y, s: star(x, y, 7.5, s),
        ),
        Column(
            _("Where it breaks"), broken, _("No costly handoff and no trough was found."),
            style.pain, style.pain_shape, triangle,
        ),
        Column(
            _("Next 90 days"), following, _("Nothing is due within 90 days."),
            style.good, style.good_shape, plus,
        ),
    ]  # fmt: skip


def _element(role: Role, rect: Rect, parts: tuple[Primitive, ...], tip: str = "") -> Element:
    return Element(role, "", rect, parts, GROUND, tip)
