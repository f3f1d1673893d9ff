"""Colours made from colours: mixtures, the ramp of feelings, and the colour of each owner."""

import re
from functools import lru_cache

from journey_editor.layout.style import OWNER_COLORS, Style

FULL_FEELING = 1.4
"""From this valence on a feeling has its full colour."""

LEAST_SEEN = 1.4
"""How far an owner's colour is at least from that of a card, as a contrast ratio."""

_HEX = re.compile(r"#[0-9a-fA-F]{6}")
_SHORT_HEX = re.compile(r"#[0-9a-fA-F]{3}")


@lru_cache(maxsize=2048)
def mix(first: str, second: str, share: float) -> str:
    """Return a colour between two: `share` 0 is the first, 1 the second."""
    parts = ((int(first[at : at + 2], 16), int(second[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in parts)


def feeling_color(valence: float, style: Style) -> str:
    """Return the colour of a feeling: from desperate over neutral to delighted."""
    end = style.delighted if valence > 0 else style.desperate
    return mix(style.neutral, end, min(1.0, abs(valence) / FULL_FEELING))


@lru_cache(maxsize=256)
def owner_colors(chosen: tuple[tuple[str, str], ...], style: Style) -> dict[str, str]:
    """Return the colour of each owner by id, from pairs of id and the colour chosen for it.

    An owner without a colour takes the first of the scheme that no other one has, in the order of ids, so that
    moving a lane changes no colour.
    """
    given = {owner_id: _six_digits(color) for owner_id, color in chosen}
    taken = set(given.values())
    free = [color for color in OWNER_COLORS if color not in taken] or list(OWNER_COLORS)
    without = sorted(owner_id for owner_id, color in given.items() if not color)
    given |= {owner_id: free[index % len(free)] for index, owner_id in enumerate(without)}
    return {owner_id: _seen(mix(color, "#FFFFFF", style.owner_lightness), style) for owner_id, color in given.items()}


@lru_cache(maxsize=256)
def contrast(ground: str) -> str:
    """Return black or white for text on a ground, whichever is read better."""
    return "#FFFFFF" if ratio("#FFFFFF", ground) > ratio("#000000", ground) else "#1A1917"


def ratio(first: str, second: str) -> float:
    """Return how far two colours are apart in brightness, 1 to 21 (WCAG 2, contrast ratio)."""
    darker, lighter = sorted((_luminance(first), _luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    """Return the relative luminance of a colour (WCAG 2)."""
    parts = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _seen(color: str, style: Style) -> str:
    """Return a colour whose edge is seen around a card: what is as good as the card's own is mixed with ink."""
    shares = (step / 10 for step in range(10))
    mixed = (mix(color, style.ink, share) for share in shares)
    return next(each for each in mixed if ratio(each, style.card) >= LEAST_SEEN)


def _six_digits(color: str) -> str:
    """Return a colour as "#RRGGBB", "" where it is none."""
    color = color.strip()
    if _SHORT_HEX.fullmatch(color):
        color = "#" + "".join(digit * 2 for digit in color[1:])
    return color.upper() if _HEX.fullmatch(color) else ""
