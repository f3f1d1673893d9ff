"""Words of people in labels, menus and tooltips: never taken for markup or for a key."""

import re
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from journey_editor.layout.fonts import clusters

_LETTERS, _LINES = 600, 16
_LONGEST = 24
_LONG = re.compile(rf"\S{{{_LONGEST + 1},}}")


def tip(words: str) -> str:
    """Return words for a tooltip, marks and line breaks as they were typed; "" for none.

    Of many words the first are told: a tooltip is no page. A word that is longer than a line may be broken.
    """
    lines = words[:_LETTERS].split("\n")[:_LINES]
    more = "…" if len("\n".join(lines)) < len(words) else ""
    shown = (escape(breakable(line), quote=False) for line in lines)
    return f"<qt>{'<br>'.join(shown)}{more}</qt>" if words else ""


def elided(metrics: QFontMetrics, words: str, room: float) -> str:
    """Return the words that have room in so many pixels, with an ellipsis where some have none.

    Of a long text only the beginning is measured: Qt would shape all of it.
    """
    some = words[:_LETTERS]
    shown = metrics.elidedText(some, Qt.TextElideMode.ElideRight, int(room))
    return f"{shown}…" if shown == some != words else shown


def breakable(words: str) -> str:
    """Return words in which one that is longer than a line may be broken, between what is seen as one letter."""
    return _LONG.sub(_breakable, words)


def _breakable(word: re.Match[str]) -> str:
    found = enumerate(clusters(word.group()))
    return "".join(f"\u200b{each}" if place and not place % _LONGEST else each for place, each in found)


def label(words: str) -> str:
    """Return words for a button or a menu, where a single "&" would underline the letter behind it."""
    return words.replace("&", "&&")
