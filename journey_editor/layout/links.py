"""The sign of a link on a card or a stage's head: a small round badge on its upper edge, which opens the link."""

from journey_editor.core.titles import shortened
from journey_editor.layout.layers import CARDS
from journey_editor.layout.primitives import Box, Element, Ink, Path, Rect
from journey_editor.layout.style import Style

RADIUS = 7.0
_FROM_RIGHT, _DOWN = 4.0, 2.0  # from a card's upper right corner to the middle of the badge
_HEAD_FROM_RIGHT, _HEAD_DOWN = 26.0, 2.0  # the same of a head, whose right end is an arrow
_TOLD = 200  # letters of a link


def card_link(record: str, link: str, card: Rect, style: Style) -> tuple[Element, ...]:
    """Return the sign of a touchpoint's link, nothing where it has none."""
    return _badge(record, link, card.right - _FROM_RIGHT, card.y + _DOWN, style)


def head_link(record: str, link: str, head: Rect, style: Style) -> tuple[Element, ...]:
    """Return the sign of a stage's link, nothing where it has none."""
    return _badge(record, link, head.right - _HEAD_FROM_RIGHT, head.y + _HEAD_DOWN, style)


def _badge(record: str, link: str, x: float, y: float, style: Style) -> tuple[Element, ...]:
    words = " ".join(link[: _TOLD + 1].split())
    if not words:
        return ()
    rect = Rect(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS)
    disc = Box(0.0, 0.0, 2 * RADIUS, 2 * RADIUS, Ink(fill=style.card, stroke=style.accent, width=1.1), RADIUS)
    low, high, back = RADIUS + 2.4, RADIUS - 2.4, RADIUS - 1.0
    ink = Ink(stroke=style.accent, width=1.5)
    arrow = Path(
        (("M", high, low), ("L", low, high), ("M", back, high), ("L", low, high), ("L", low, 2 * RADIUS - back)), ink
    )
    return (Element("link", record, rect, (disc, arrow), CARDS, shortened(words, _TOLD)),)
