"""A typed line as words with blanks between them, each knowing where it was typed."""

import re
from bisect import bisect_left
from collections.abc import Sequence

FACES: dict[str, float] = {"😡": -2.0, "🙁": -1.0, "😐": 0.0, "🙂": 1.0, "😀": 2.0}
"""Faces that are a valence wherever they stand; each is a word of its own."""

CLOSING: dict[str, str] = {'"': '"', "“": "”", "„": "“”", "«": "»"}
"""Quotation marks and what closes them; people close „ in two ways."""

_SELECTOR = "\ufe0f"  # keyboards send it after a face to have it in colour
_FACES = "".join(FACES)
_WORD = re.compile(f"[{_FACES}]|[^ {_FACES}]+")
_MARK = re.compile(r"(?:[-*•–+]|\[[ xX]\]) ")
_NUMBER = re.compile(r"(\d{1,9})[.)] ", re.ASCII)


def quoted(text: str) -> str:
    """Return what somebody says where a text is nothing but one quotation in its marks; else ""."""
    closing, said = CLOSING.get(text[:1], ""), text[1:-1]
    ends = bool(closing) and len(text) > 2 and text[-1] in closing
    return said.strip() if ends and not any(mark in said for mark in closing) else ""


class Line:
    """The words of a line. Runs of blanks are one; what no file could hold (control characters) is left out."""

    def __init__(self, typed: str) -> None:
        letters: list[str] = []
        places: list[int] = []
        blank = -1
        for place, letter in enumerate(typed):
            if letter.isspace():
                blank = place if blank < 0 else blank
                continue
            if _is_unwanted(letter) or (letter == _SELECTOR and letters and letters[-1] in FACES and blank < 0):
                continue
            if blank >= 0 and letters:
                letters.append(" ")
                places.append(blank)
            letters.append(letter)
            places.append(place)
            blank = -1
        self.text = "".join(letters)
        self.ends_blank = blank >= 0
        self._places = places
        spans = [found.span() for found in _WORD.finditer(self.text)]
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]
        self._found: dict[str, tuple[int, int]] = {}

    def __len__(self) -> int:
        return len(self.starts)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of the text was typed."""
        return self._places[start], self._places[end - 1] + 1

    def word_at(self, place: int) -> int:
        """Return the number of the first word that begins at a place or after it."""
        return bisect_left(self.starts, place)

    def ends_from(self, place: int, most: int = 64) -> Sequence[int]:
        """Return where the words end from a place on."""
        first = bisect_left(self.ends, place + 1)
        return self.ends[first : first + most]

    def is_end(self, place: int) -> bool:
        """Whether a word ends at a place."""
        word = bisect_left(self.ends, place)
        return word < len(self.ends) and self.ends[word] == place

    def is_glued(self, word: int) -> bool:
        """Whether no blank stands before a word."""
        return self.starts[word] > 0 and self.text[self.starts[word] - 1] != " "

    def next(self, mark: str, place: int) -> int:
        """Return where a mark stands next from a place on, the length of the text where it does not."""
        asked, found = self._found.get(mark, (1, 0))
        if not asked <= place <= found:
            found = self.text.find(mark, place)
            found = len(self.text) if found < 0 else found
            self._found[mark] = place, found
        return found

    def quotation(self, place: int) -> tuple[int, int] | None:
        """Return where the quotation that opens at a place closes, and where it ends; unclosed: at the line's end.

        None where no quotation opens there, or it says nothing.
        """
        marks = CLOSING.get(self.text[place : place + 1])
        if marks is None:
            return None
        closes = min(self.next(mark, place + 1) for mark in marks)
        if not self.text[place + 1 : closes].strip():
            return None
        return closes, min(closes + 1, len(self.text))


def after_marks(line: Line, numbered: bool) -> int:
    """Return where a line begins after its list marks; numbers are marks only in a numbered list."""
    place = 0
    text = line.text + (" " if line.ends_blank else "")
    while found := _MARK.match(text, place) or (_NUMBER.match(text, place) if numbered else None):
        place = found.end()
    return min(place, len(line.text))


def list_number(line: Line) -> int | None:
    """Return the number of a list that a line begins with, None where there is none."""
    found = _NUMBER.match(line.text, after_marks(line, False))
    return int(found[1]) if found else None


def is_list_mark(line: Line, place: int, numbered: bool) -> bool:
    """Whether a list mark stands at a place."""
    return bool(_MARK.match(line.text, place) or (numbered and _NUMBER.match(line.text, place)))


def _is_unwanted(letter: str) -> bool:
    return letter < " " or "\x7f" <= letter <= "\x9f" or "\ud800" <= letter <= "\udfff"
