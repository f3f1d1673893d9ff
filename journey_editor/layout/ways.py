"""The sign of a card that opens another map: a small badge on its upper edge, which leads there."""

from journey_editor.assets import _
from journey_editor.layout.layers import CARDS
from journey_editor.layout.links import RADIUS
from journey_editor.layout.primitives import Box, Element, Ink, Path, Primitive, Rect
from journey_editor.layout.style import Style

SIZE = 2 * RADIUS
_FROM_RIGHT, _DOWN = 4.0, 2.0  # from a card's upper right corner to the middle of the badge
_BESIDE = 16.0  # further to the left where a link has its sign


def card_way(record: str, has_link: bool, card: Rect, style: Style) -> tuple[Element, ...]:
    """Return the sign of a touchpoint that opens another map."""
    x = card.right - _FROM_RIGHT - (_BESIDE if has_link else 0.0)
    rect = Rect(x - RADIUS, card.y + _DOWN - RADIUS, SIZE, SIZE)
    return (Element("opens", record, rect, way_sign(0.0, SIZE / 2, style), CARDS, _("Opens another map")),)


def way_sign(x: float, y: float, style: Style) -> tuple[Primitive, ...]:
    """Return the sign from a left edge on, about a height: one sheet before another."""
    top = y - SIZE / 2
    behind = Box(x + 3.5, top + 1.5, 8.0, 8.0, Ink(fill=style.card, stroke=style.quiet), 2.5)
    before = Box(x + 1.0, top + 4.0, 8.0, 8.0, Ink(fill=style.card, stroke=style.accent, width=1.2), 2.5)
    middle = top + 8.0
    arrow = Path(
        (("M", x + 4.1, middle - 1.9), ("L", x + 6.0, middle), ("L", x + 4.1, middle + 1.9)),
        Ink(stroke=style.accent, width=1.2),
    )
    return behind, before, arrow
