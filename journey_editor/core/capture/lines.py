"""Reading the lines of a capture file: minutes typed anywhere."""

import re
from collections.abc import Sequence
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
    vocabulary = Vocabulary(Known(known.owners, known.channels, known.stages, known.feelings, exact=True))
    typed = [
        (number, Line(line))
        for number, line in enumerate(split_lines(text), start=1)
        if line.strip() and not line.lstrip().startswith(_COMMENT)
    ]
    numbers = [list_number(line) for _, line in typed]
    found: list[ReadLine] = []
    for place, (number, line) in enumerate(typed):
        captured = read_words(line, vocabulary, today, _is_in_list(numbers, place))
        if captured.word and captured.valence is not None:
            vocabulary.learn_feeling(captured.word, captured.valence)
        if not captured.is_empty:
            found.append(ReadLine(number, captured))
    return tuple(found)


def _is_in_list(numbers: Sequence[int | None], place: int) -> bool:
    """Whether the line before or after has the next lower or higher number."""
    number = numbers[place]
    if number is None:
        return False
    around = (*numbers[max(0, place - 1) : place], *numbers[place + 1 : place + 2])
    return any(other is not None and abs(other - number) == 1 for other in around)
