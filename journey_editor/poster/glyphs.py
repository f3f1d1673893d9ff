"""Shaped glyphs as PDF text operators: drawn where layout put them, searched and copied as what was typed."""

from collections.abc import Iterator
from typing import NamedTuple

from journey_editor.layout.primitives import Run
from journey_editor.poster.numbers import number
from journey_editor.poster.typeface import UNITS, Typeface, utf16

SIMPLE_BELOW = "\u0590"  # letters from here on may be joined or reordered, so glyph n need not show letter n
NUDGE = 2  # thousandths of the size that a glyph may be off before it is moved into its place


class Stretch(NamedTuple):
    """Codes that follow each other in a run. `text` goes along where the codes alone might not give it back."""

    codes: list[int]
    text: str | None


def show(run: Run, size: float, face: Typeface) -> str:
    """Return the operators that draw a run from the current text position.

    `size` is that of the text, in the units of the run's places.
    """
    ems = UNITS / size
    pen = 0.0
    rise = 0.0
    parts: list[str] = []
    array: list[str] = []
    places = zip(run.xs, run.ys, strict=True)
    for codes, text in stretches(run, face):
        if text is not None:
            parts.append(f"/Span<</ActualText<FEFF{utf16(text)}>>>BDC")
        for code, (x, y) in zip(codes, places, strict=False):
            if y != rise:
                _flush(parts, array)
                rise = y
                parts.append(f"{number(-rise)} Ts")
            gap = round(x * ems - pen)
            if abs(gap) >= NUDGE:
                array.append(f">{-gap}<" if array else f"{-gap}<")
                pen += gap
            elif not array:
                array.append("<")
            array.append(f"{code:04X}")
            pen += face.advance(code)
        _flush(parts, array)
        if text is not None:
            parts.append("EMC")
    if rise:
        parts.append("0 Ts")
    return " ".join(parts)


def _flush(parts: list[str], array: list[str]) -> None:
    """Close the array of glyphs begun, if any."""
    if array:
        parts.append(f"[{''.join(array)}>]TJ")
        array.clear()


def stretches(run: Run, face: Typeface) -> list[Stretch]:
    """Give each glyph of a run its code, and cut the run where text has to go along."""
    if run.rtl:
        return [_shaped(run.text, run.glyphs, face, rtl=True)]
    found: list[Stretch] = []
    for word, start, end in _words(run, face):
        glyphs = run.glyphs[start:end]
        if len(glyphs) == len(word) and (word.isascii() or max(word, default="") < SIMPLE_BELOW):
            stretch = Stretch(list(map(face.code, glyphs, word)), None)
        else:
            stretch = _shaped(word, glyphs, face, rtl=False)
        if found and stretch.text is None and found[-1].text is None:
            found[-1].codes.extend(stretch.codes)
        else:
            found.append(stretch)
    return found


def _shaped(text: str, glyphs: tuple[int, ...], face: Typeface, rtl: bool) -> Stretch:
    """Let the body of each cluster stand for its letters, and its marks for nothing.

    From left to right the text goes along where letters changed places. From right to left it never does while the
    codes tell it: some viewers turn such a text round once too often.
    """
    clusters = face.clusters(text, rtl)
    if [glyph for group, _ in clusters for glyph in group] != list(glyphs):
        return Stretch([face.code(glyph, "") for glyph in glyphs], text)
    codes: list[int] = []
    for group, letters in clusters:
        body = face.widest(group)
        codes += [face.code(glyph, letters if index == body else "") for index, glyph in enumerate(group)]
    whole = rtl or all(len(group) == 1 for group, _ in clusters)
    return Stretch(codes, None if whole else text)


def _words(run: Run, face: Typeface) -> Iterator[tuple[str, int, int]]:
    """Yield each word and each blank with the range of its glyphs; all in one where they cannot be told apart."""
    cuts = [index for index, glyph in enumerate(run.glyphs) if glyph == face.blank]
    words = run.text.split(" ")
    if len(cuts) != len(words) - 1:
        yield run.text, 0, len(run.glyphs)
        return
    start = 0
    for word, end in zip(words, [*cuts, len(run.glyphs)], strict=True):
        yield word, start, end
        if end < len(run.glyphs):
            yield " ", end, end + 1
        start = end + 1
