"""Reading the lines of a capture file: minutes typed anywhere."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from journey_editor.core.capture.captured import Captured
from journey_editor.core.capture.line import read_words
from journey_editor.core.capture.names import Known, Vocabulary
from journey_editor.core.capture.text import Line, list_number

_BREAK = re.compile("\r\n|\n|\r")
_COMMENT = "//"


@dataclass(frozen=True, slots=True)
class ReadLine:
    """A line of a file: its number, from 1, and what it says."""

    number: int
    captured: Captured


def split_lines(text: str) -> list[str]:
    """Return the lines of a text, which end at LF, CRLF or CR."""
    return _BREAK.split(text)


def read_lines(text: str, known: Known, today: date) -> tuple[ReadLine, ...]:
    """Read a text of capture lines. Blank lines and those that begin with `//` are left out.

    Names that a line makes are known to those that follow; beginnings and initials of names mean nothing here.
    """
    return tuple(line for line in each_line(split_lines(text), known, today) if not line.captured.is_empty)


def each_line(lines: Iterable[str], known: Known, today: date) -> Iterator[ReadLine]:
    """Read lines one by one, as they are asked for, so that a long text can be read in pieces: see `read_lines`.

    Lines that say nothing are among them.
    """
    vocabulary = Vocabulary(Known(known.owners, known.channels, known.stages, known.feelings, exact=True))
    before: int | None = None
    waiting = (_typed(number, line) for number, line in enumerate(lines, start=1) if _says_something(line))
    here = next(waiting, None)
    while here is not None:
        following = next(waiting, None)
        captured = read_words(here.line, vocabulary, today, _is_in_list(before, here.listed, following))
        if captured.word and captured.valence is not None:
            vocabulary.learn_feeling(captured.word, captured.valence)
        yield ReadLine(here.number, captured)
        before, here = here.listed, following


@dataclass(frozen=True, slots=True)
class _Typed:
    """A line that says something, and the number of a list that it begins with."""

    number: int
    line: Line
    listed: int | None


def _typed(number: int, text: str) -> _Typed:
    line = Line(text)
    return _Typed(number, line, list_number(line))


def _says_something(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith(_COMMENT)


def _is_in_list(before: int | None, number: int | None, following: _Typed | None) -> bool:
    """Whether the line before or after has the next lower or higher number."""
    if number is None:
        return False
    around = (before, following.listed if following else None)
    return any(other is not None and abs(other - number) == 1 for other in around)
