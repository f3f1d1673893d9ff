"""The typography of a report: sizes and distances in points on A4, colours by what words mean, lines of text."""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from journey_editor.interchange.report.parts import Tone
from journey_editor.layout import text
from journey_editor.layout.primitives import Line
from journey_editor.layout.style import BOLD, LIGHT, MEDIUM, REGULAR, SEMIBOLD, Style

WHITE = "#FFFFFF"
STYLE: Style = replace(LIGHT, paper=WHITE)
GROUND = "#F6F4EF"

COLORS: Mapping[Tone, str] = {
    "plain": STYLE.ink, "muted": STYLE.muted, "pain": STYLE.pain, "good": STYLE.good, "gold": STYLE.gold,
}  # fmt: skip

UNLIMITED = 20_000
"""More lines than the longest text has."""


class Font(NamedTuple):
    """A face and its size, and how far its lines are apart."""

    face: str
    size: float
    step: float

    @property
    def baseline(self) -> float:
        """How far below the top of a line its letters stand."""
        return (self.step - self.size) / 2 + self.size * 0.86


TITLE = Font(BOLD, 25.0, 31.0)
SUBTITLE = Font(REGULAR, 11.0, 16.0)
AGENDA = Font(BOLD, 20.0, 25.0)
HEADING = Font(BOLD, 15.0, 20.0)
SUBHEADING = Font(SEMIBOLD, 11.0, 15.0)
BODY = Font(REGULAR, 9.5, 13.5)
LEAD = Font(SEMIBOLD, 9.5, 13.5)
CELL = Font(REGULAR, 9.0, 12.5)
HEAD = Font(SEMIBOLD, 8.0, 11.0)
NUMBER = Font(BOLD, 17.0, 22.0)
SMALL = Font(REGULAR, 8.0, 11.0)
LABEL = Font(MEDIUM, 7.5, 10.0)


def broken(words: str, font: Font, room: float) -> tuple[str, ...]:
    """Return words in lines of a width, all of them; a word that is longer than a line is broken."""
    return text.wrap(words, font.face, font.size, room, UNLIMITED).lines


def line(words: str, font: Font, x: float, top: float, tone: Tone = "plain", anchor: text.Anchor = "start") -> Line:
    """Return a line of text whose own top is at `top`."""
    return text.line(words, x, top + font.baseline, face=font.face, size=font.size, color=COLORS[tone], anchor=anchor)


def width(words: str, font: Font) -> float:
    """Return how wide words are on one line."""
    return text.width(words, font.face, font.size)
