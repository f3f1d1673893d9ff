"""The sign of a card that opens another map: a small badge on its upper edge, which leads there."""

from journey_editor.assets import _
from journey_editor.layout.layers import CARDS
from journey_editor.layout.links import RADIUS
from journey_editor.layout.primitives import Box, Element, Ink, Path, Primitive, Rect
from journey_editor.layout.style import Style

SIZE = 12.0
_FROM_RIGHT, _UP = 9.0, 0.5  # from a card's upper right corner to the middle of the badge, clear of its title
_BESIDE = RADIUS * 2 + 3.0  # further to the left where a link has its sign


def opening(record: str, has_link: bool, card: Rect, style: Style) -> tuple[Element, ...]:
    """Return the sign of a touchpoint that opens another map."""
    x = card.right - _FROM_RIGHT - (_BESIDE if has_link else 0.0)
    rect = Rect(x - SIZE / 2, card.y - _UP - SIZE / 2, SIZE, SIZE)
    return (Element("opens", record, rect, opening_sign(0.0, SIZE / 2, style), CARDS, _("Opens another map")),)


def opening_sign(x: float, y: float, style: Style) -> tuple[Primitive, ...]:
    """Return the sign from a left edge on, about a height: one sheet before another."""
    top = y - SIZE / 2
    ink = Ink(fill=style.card, stroke=style.accent, width=1.2)
    behind = Box(x + 3.6, top + 0.6, 7.8, 7.8, ink, 1.5)
    before = Box(x + 0.6, top + 3.6, 7.8, 7.8, ink, 1.5)
    middle, left = top + 7.5, x + 3.7
    arrow = Path(
        (("M", left, middle - 1.9), ("L", left + 1.9, middle), ("L", left, middle + 1.9)),
        Ink(stroke=style.accent, width=1.2),
    )
    return behind, before, arrow
