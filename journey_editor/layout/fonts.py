"""Faces and words: which bundled font draws which letters, and how HarfBuzz shapes them, measured once and kept.

All lengths here are in ems: multiplied by the size of a text they are points.
"""

# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportAttributeAccessIssue=false

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple

import uharfbuzz

from journey_editor.assets import font_path

WORDS_KEPT = 20_000
"""How many shaped words are remembered: a map of 5,000 cards has fewer different ones."""

_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_HEAVY = ("SemiBold", "Bold")
_SCRIPTS = ("NotoSansArabic", "NotoSansDevanagari", "NotoSansThai")
_JOINERS = "\u200c\u200d"


class Shaped(NamedTuple):
    """Letters in one face as glyphs in drawing order; places and advance in ems, y downwards."""

    face: str
    text: str
    glyphs: tuple[int, ...]
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    advance: float
    rtl: bool


class Face:
    """A font file opened once."""

    def __init__(self, name: str) -> None:
        """Open a bundled font by its PostScript name.

        Raises journey_editor.assets.MissingAssetError where it is not there.
        """
        self.name = name
        face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(font_path(name))))
        self.font: Any = uharfbuzz.Font(face)
        self.upem: int = face.upem
        self._covered: dict[str, bool] = {}

    def covers(self, letter: str) -> bool:
        """Whether the font has a glyph for a letter."""
        found = self._covered.get(letter)
        if found is None:
            found = self._covered[letter] = self.font.get_nominal_glyph(ord(letter)) is not None
        return found


@cache
def face_of(name: str) -> Face:
    """Return an opened bundled font by its PostScript name ("Inter-SemiBold")."""
    return Face(name)


@cache
def chain_of(face: str) -> tuple[str, ...]:
    """Return the faces that are asked for a letter one after another: the face itself, other scripts, symbols."""
    heavy = face.endswith(_HEAVY)
    weight = "Bold" if heavy else "Regular"
    return (face, *(f"{script}-{weight}" for script in _SCRIPTS), "DejaVuSans-Bold" if heavy else "DejaVuSans")


def is_rtl(text: str) -> bool:
    """Whether a text has letters that run from right to left."""
    return not text.isascii() and _RTL.search(text) is not None


@lru_cache(maxsize=4096)
def is_mark(letter: str) -> bool:
    """Whether a letter only sits on the one before it: a combining mark, a joiner, a variation or skin selector."""
    return letter in _JOINERS or unicodedata.category(letter)[0] == "M" or "\U0001f3fb" <= letter <= "\U0001f3ff"


def clusters(text: str) -> Iterator[str]:
    """Yield what a person takes for one letter each: a base with its marks and what is joined to it."""
    begin = 0
    for index in range(1, len(text)):
        if not is_mark(text[index]) and text[index - 1] != "\u200d":
            yield text[begin:index]
            begin = index
    if text:
        yield text[begin:]


def segments(face: str, text: str) -> list[tuple[str, str]]:
    """Split a text into (face, letters) by the first face of the chain that has all letters of a cluster.

    What no face has stays with the first one, which draws its box for missing letters.
    """
    if text.isascii():
        return [(face, text)]
    found: list[tuple[str, str]] = []
    for cluster in clusters(text):
        name = _face_for(face, cluster)
        if found and found[-1][0] == name:
            found[-1] = (name, found[-1][1] + cluster)
        else:
            found.append((name, cluster))
    return found


@lru_cache(maxsize=WORDS_KEPT)
def shape(face: str, text: str, rtl: bool) -> Shaped:
    """Shape letters of one face in one direction."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.language = "en"  # the guess is the machine's own, and pictures must not depend on it
    buffer.direction = "rtl" if rtl else "ltr"
    opened = face_of(face)
    uharfbuzz.shape(opened.font, buffer)
    em = opened.upem
    xs: list[float] = []
    ys: list[float] = []
    x = 0
    for place in buffer.glyph_positions:
        xs.append((x + place.x_offset) / em)
        ys.append(-place.y_offset / em)
        x += place.x_advance
    glyphs = tuple(info.codepoint for info in buffer.glyph_infos)
    return Shaped(face, text, glyphs, tuple(xs), tuple(ys), x / em, rtl)


@lru_cache(maxsize=WORDS_KEPT)
def shape_word(face: str, word: str) -> tuple[Shaped, ...]:
    """Shape a word that runs in one direction, with other faces for what the first one lacks.

    The pieces are in the order of the letters, not of drawing.
    """
    return tuple(shape(name, letters, is_rtl(letters)) for name, letters in segments(face, word))


@lru_cache(maxsize=WORDS_KEPT)
def advance(face: str, word: str) -> float:
    """Return how wide a word is, in ems."""
    return sum(piece.advance for piece in shape_word(face, word))


@lru_cache(maxsize=4096)
def _face_for(face: str, cluster: str) -> str:
    letters = [letter for letter in cluster if letter not in _JOINERS and not "\ufe00" <= letter <= "\ufe0f"]
    for name in chain_of(face):
        if all(face_of(name).covers(letter) for letter in letters):
            return name
    return face
