"""The trail of all stages at the lower edge of a page in the room, with dots for the pages of the one that is shown."""

from collections.abc import Sequence

from journey_editor.core.records import Stage
from journey_editor.core.words import unnamed
from journey_editor.layout import text
from journey_editor.layout.layers import GROUND
from journey_editor.layout.pages import Page
from journey_editor.layout.primitives import Box, Command, Element, Ink, Path, Primitive, Rect
from journey_editor.layout.style import REGULAR, SEMIBOLD, SMALL, Style

HEIGHT = 25.7
LEAST = 92.0
"""Points: a stage is not narrower; where there are too many, those about the one that is shown are there."""

_FROM_BOTTOM = 44.0
_DOTS_FROM_BOTTOM, _DOT = 14.7, 3.7
_TIP, _GAP, _PAD = 4.6, 1.0, 9.0


def trail(stages: Sequence[Stage], page: Page, edge: Rect, style: Style) -> list[Element]:
    """Return the stages as chevrons above an edge (its x, width and y count), and the dots of the page's stage."""
    if page.stage is None:
        return []
    here = next((place for place, stage in enumerate(stages) if stage.id == page.stage.id), 0)
    first, last = window(len(stages), here, max(1, int(edge.width / LEAST)))
    shown = stages[first:last]
    width = edge.width / len(shown)
    found: list[Element] = []
    for place, stage in enumerate(shown):
        name = text.flat(stage.name) or unnamed("stage")
        rect = Rect(edge.x + place * width, edge.y - _FROM_BOTTOM, width, HEIGHT)
        parts, tip = _chevron(name, width, place == 0, first + place == here, style)
        found.append(Element("stage", stage.id, rect, parts, GROUND, tip))
    if page.count > 1:
        rect = Rect(edge.x + (here - first) * width, edge.y - _DOTS_FROM_BOTTOM, width, _DOT)
        found.append(Element("legend", "pages", rect, _dots(page, width, style), GROUND))
    return found


def window(count: int, here: int, most: int) -> tuple[int, int]:
    """Return which of so many things are shown about one of them: first and end."""
    if count <= most:
        return 0, count
    first = max(0, min(count - most, here - most // 2))
    return first, first + most


def _chevron(name: str, width: float, first: bool, current: bool, style: Style) -> tuple[tuple[Primitive, ...], str]:
    """Return a stage's parts, relative to its corner, and its whole name where that had to be cut."""
    right, middle = width - _TIP - _GAP, HEIGHT / 2
    corners = ((right, 0.0), (right + _TIP, middle), (right, HEIGHT), (0.0, HEIGHT), (0.0 if first else _TIP, middle))
    outline: tuple[Command, ...] = (("M", 0.0, 0.0), *(("L", *corner) for corner in corners), ("Z",))
    face, color = (SEMIBOLD, style.paper) if current else (REGULAR, style.muted)
    shown = text.ellipsis(name, face, SMALL, width - 2 * _PAD)
    line = text.line(shown, width / 2, middle + SMALL * 0.36, face=face, size=SMALL, color=color, anchor="middle")
    body = Path(outline, Ink(fill=style.ink if current else style.stage))
    return (body, line), "" if shown == name else name


def _dots(page: Page, width: float, style: Style) -> tuple[Box, ...]:
    left, room = _TIP + 2.0, width - 2 * _TIP - 6.0
    step = room / page.count
    length = max(step - 3.7, step * 0.6)
    return tuple(
        Box(
            left + number * step, 0.0, length, _DOT,
            Ink(fill=style.accent if number == page.number else style.quiet), _DOT / 2,
        )
        for number in range(page.count)
    )  # fmt: skip
