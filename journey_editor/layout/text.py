"""Lines of text: measured, broken, shortened and shaped once, so that every painter draws the same ones.

Widths and sizes are in points. Whatever people type is drawn: tabs and breaks become blanks, letters that no one
can see are left out, and a letter carries at most three marks.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from journey_editor.layout.bidi import visual_runs
from journey_editor.layout.fonts import Shaped, advance, clusters, is_mark, is_rtl, segments, shape, shape_word
from journey_editor.layout.primitives import Line, Run
from journey_editor.layout.style import REGULAR, SMALL

ELLIPSIS = "…"
Anchor = Literal["start", "middle", "end"]

_LINES_KEPT = 16_000
_WORDS_LOOKED_AT = 200  # letters of a text whose widest word is asked for
_MARKS_KEPT = 3  # more of them pile up over the neighbouring lines
_LETTER_AT_LEAST = 1 / 12  # ems: no letter that is seen is narrower
_LETTER_USUALLY = 1 / 3  # ems: of most texts the letters are wider on the average
_SLACK = 1e-6

_BREAKS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_BLANKS = re.compile("[\t\x1f \u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+")
_FOLDS = re.compile("[ \n]+")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff]"
)
_LONELY = re.compile("[\ud800-\udfff]")
_MAYBE_MARKED = re.compile(
    "[\u0300-\u1fff\u200c\u200d\u20d0-\u20ff\u2c00-\u2fff\u302a-\u309a\ua000-\uabff\ufb00-\U0010ffff]"
)
_PILED = re.compile(rf"[^\w\s\x00-\u02ff]{{{_MARKS_KEPT + 1},}}")  # what may be many marks: no mark is a letter
_CJK = (
    "\u2e80-\u303f\u3041-\u30ff\u3105-\u312f\u31a0-\u33ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\U00020000-\U0003ffff"
)
_CLOSING = "、。，．：；？！）］｝」』】〕〉》”’ー々…"
_TOKENS = re.compile(
    rf"(?P<blank>[ \n]*)(?P<word>[{_CJK}][{_CLOSING}]*"
    rf"|[-/–—]*(?:[^ \n/–—{_CJK}-]|[-/–—](?![^\W\d_]))*(?:[-/–—](?=[^\W\d_]))?)"
)


@dataclass(frozen=True, slots=True)
class Wrapped:
    """A text broken into lines. `cut` says whether something is missing, which an ellipsis then shows."""

    lines: tuple[str, ...]
    cut: bool


@lru_cache(maxsize=_LINES_KEPT)
def clean(text: str) -> str:
    """Return what is drawn of a text: breaks as line feeds, single blanks, nothing unseen, few marks a letter."""
    if text.isprintable() and "  " not in text and not _MAYBE_MARKED.search(text):
        return _UNSEEN.sub("", text).strip()
    text = _LONELY.sub("\ufffd", _UNSEEN.sub("", _BREAKS.sub("\n", text)))
    text = _BLANKS.sub(" ", text)
    if not _MAYBE_MARKED.search(text):
        return text.strip()
    return _PILED.sub(_with_few_marks, text).strip()


def flat(text: str) -> str:
    """Return what is drawn of a text that has one line only."""
    shown = clean(text)
    return _FOLDS.sub(" ", shown) if "\n" in shown else shown


def width(text: str, face: str = REGULAR, size: float = SMALL) -> float:
    """Return how wide a text is on one line."""
    return _ems(flat(text), face) * size


def widest_word(text: str, face: str, size: float, room: float) -> float:
    """Return how wide the widest word is of those that a line of a width can hold whole: 0 where none can."""
    words = (token["word"] for token in _TOKENS.finditer(clean(text)[:_WORDS_LOOKED_AT]))
    widths = (_token_width(word, face, size, room) for word in words if word)
    return max((each for each in widths if each <= room), default=0.0)


@lru_cache(maxsize=_LINES_KEPT)
def ellipsis(text: str, face: str, size: float, room: float, always: bool = False) -> str:
    """Shorten a text to one line of a width, with an ellipsis where something is missing.

    `always` puts the ellipsis even where the text fits, since more follows elsewhere. It is "" where not even the
    ellipsis has room.
    """
    limit = _letters(room, size)
    text = flat(text)
    if not always and len(text) <= limit and _ems(text, face) * size <= room + _SLACK:
        return text
    left = room - advance(face, ELLIPSIS) * size
    if left < -_SLACK:
        return ""
    return text[: _fitting(text[:limit], face, size, left)].rstrip(" .,;:-–—/…") + ELLIPSIS


@lru_cache(maxsize=_LINES_KEPT)
def wrap(text: str, face: str, size: float, room: float, max_lines: int) -> Wrapped:
    """Break a text into lines of a width: at blanks, after hyphens and slashes, between Chinese letters.

    A word longer than a line is broken where the line ends. Only what may be shown is looked at, so long texts cost
    no more than short ones. Where lines are missing the last one ends in an ellipsis.
    """
    whole = clean(text)
    if not whole:
        return Wrapped((), False)
    limit = _letters(room, size) * max(max_lines, 1)
    text = whole[:limit]
    starts, dropped = _line_starts(text, face, size, room, max_lines)
    cut = dropped or len(starts) > max_lines or limit < len(whole)
    lines = [text[begin:end].strip(" \n") for begin, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    lines = lines[:max_lines]
    if dropped:
        lines = [ellipsis(each, face, size, room) for each in lines]
    if cut and lines:
        last = text[starts[len(lines) - 1] :].partition("\n")[0] if len(starts) > max_lines else lines[-1]
        lines[-1] = ellipsis(last, face, size, room, always=True)
    return Wrapped(tuple(line for line in lines if line), cut)


def line(
    text: str,
    x: float,
    y: float,
    *,
    face: str = REGULAR,
    size: float = SMALL,
    color: str,
    anchor: Anchor = "start",
    halo: str | None = None,
) -> Line:
    """Return a line of text with its baseline at `y`, that begins, has its middle or ends at `x`."""
    runs, length = _runs(flat(text), face, size)
    if anchor != "start":
        x -= length / 2 if anchor == "middle" else length
    return Line(x, y, size, color, runs, length, flat(text), halo)


def _with_few_marks(piled: re.Match[str]) -> str:
    kept: list[str] = []
    marks = 0
    for letter in piled.group():
        marks = marks + 1 if is_mark(letter) else 0
        if marks <= _MARKS_KEPT:
            kept.append(letter)
    return "".join(kept)


class _Part(NamedTuple):
    """Pieces of one face and direction that become one run."""

    face: str
    rtl: bool
    pieces: list[Shaped]


@lru_cache(maxsize=_LINES_KEPT)
def _runs(text: str, face: str, size: float) -> tuple[tuple[Run, ...], float]:
    """Return a line's runs from left to right and its whole width."""
    parts: list[_Part] = []
    for piece in _visual_pieces(text, face):
        if parts and parts[-1].face == piece.face and not piece.rtl and not parts[-1].rtl:
            parts[-1].pieces.append(piece)
        else:
            parts.append(_Part(piece.face, piece.rtl, [piece]))
    runs = tuple(_run(part, size) for part in parts)
    return runs, sum(run.width for run in runs)


def _visual_pieces(text: str, face: str) -> list[Shaped]:
    if not is_rtl(text):
        return _logical_pieces(text, face, False)
    found: list[Shaped] = []
    for letters, rtl in visual_runs(text):
        pieces = _logical_pieces(letters, face, rtl)
        found += reversed(pieces) if rtl else pieces
    return found


def _logical_pieces(text: str, face: str, rtl: bool) -> list[Shaped]:
    """Shape word by word, in the order of the letters; a blank is always one of the first face."""
    found: list[Shaped] = []
    for index, word in enumerate(text.split(" ")):
        if index:
            found.append(shape(face, " ", rtl))
        if not word:
            continue
        if rtl:
            found += [shape(name, letters, True) for name, letters in segments(face, word)]
        else:
            found += [
                piece if not piece.rtl else shape(piece.face, piece.text, False) for piece in shape_word(face, word)
            ]
    return found


def _run(part: _Part, size: float) -> Run:
    glyphs: list[int] = []
    xs: list[float] = []
    ys: list[float] = []
    x = 0.0
    for piece in part.pieces:
        glyphs += piece.glyphs
        xs += [(x + each) * size for each in piece.xs]
        ys += [each * size for each in piece.ys]
        x += piece.advance
    text = "".join(piece.text for piece in part.pieces)
    return Run(part.face, text, tuple(glyphs), tuple(xs), tuple(ys), x * size, part.rtl)


def _ems(text: str, face: str) -> float:
    words = text.split(" ")
    return sum(advance(face, word) for word in words if word) + (len(words) - 1) * advance(face, " ")


def _letters(room: float, size: float) -> int:
    """Return more letters than a width can hold."""
    return max(8, int(room / size / _LETTER_AT_LEAST) + 1) * (1 + _MARKS_KEPT)


def _line_starts(text: str, face: str, size: float, room: float, max_lines: int) -> tuple[list[int], bool]:
    """Return where each line begins, one more than asked for where there is more, and whether a letter is too wide."""
    starts = [0]
    used = 0.0
    dropped = False
    blank_width = advance(face, " ") * size
    for token in _TOKENS.finditer(text):
        blank, word = token["blank"], token["word"]
        if not word:
            continue
        begin = token.start("word")
        gap = blank_width if blank and used else 0.0
        length = _token_width(word, face, size, room)
        if used and ("\n" in blank or used + gap + length > room + _SLACK):
            starts.append(begin)
            used = gap = 0.0
        while length > room + _SLACK and len(starts) <= max_lines:
            fits = _fitting(word, face, size, room)
            dropped = dropped or not fits
            fits = fits or len(next(clusters(word)))
            if fits >= len(word):
                length = room
                break
            begin, word = begin + fits, word[fits:]
            starts.append(begin)
            length = _token_width(word, face, size, room)
        used += gap + length
        if len(starts) > max_lines:
            break
    return starts, dropped


def _token_width(word: str, face: str, size: float, room: float) -> float:
    """Return a word's width, or anything over the room where it has more letters than ever fit."""
    return room * 2 + 1 if len(word) > _letters(room, size) else advance(face, word) * size


def _fitting(text: str, face: str, size: float, room: float) -> int:
    """Return how many letters of a text's beginning fit into a width, not parting a letter from its marks."""
    text = text[: _letters(room, size)]
    some = text[: int(room / size / _LETTER_USUALLY) + 1]
    is_cut = len(some) < len(text) and _ems(some, face) * size > room + _SLACK
    ends: list[int] = []
    end = 0
    for cluster in clusters(some if is_cut else text):  # nearly always: what is longer need not be shaped
        end += len(cluster)
        ends.append(end)
    low, high = 0, len(ends) - is_cut
    while low < high:
        middle = (low + high + 1) // 2
        if _ems(text[: ends[middle - 1]], face) * size <= room + _SLACK:
            low = middle
        else:
            high = middle - 1
    return ends[low - 1] if low else 0
