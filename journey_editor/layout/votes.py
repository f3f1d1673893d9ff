"""The dots of a room on paper: a pill with the number of votes, on cards, in rows and in lists alike."""

from journey_editor.layout import text
from journey_editor.layout.primitives import Box, Ink, Line
from journey_editor.layout.style import SEMIBOLD, SMALL, Style

HIGH = 14.0
_AROUND = 4.0
_MOST = 1000


def count_text(number: int) -> str:
    """Return a count as it stands on a card: "12", "999+"."""
    return str(number) if number < _MOST else f"{_MOST - 1}+"


def pill_width(votes: int) -> float:
    """Return how wide the pill of so many votes is, in points."""
    return text.width(count_text(votes), SEMIBOLD, SMALL) + 2 * _AROUND


def pill(votes: int, x: float, y: float, style: Style, high: float = HIGH) -> tuple[Box, Line]:
    """Return a pill about its middle."""
    shown = count_text(votes)
    number = text.line(shown, x, y + 4.0, face=SEMIBOLD, size=SMALL, color=style.face, anchor="middle")
    left = x - number.width / 2 - _AROUND
    return Box(left, y - high / 2, number.width + 2 * _AROUND, high, Ink(fill=style.accent), high / 2), number
