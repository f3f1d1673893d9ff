"""Which sign stands at a word: the table of the grammar, one rule for each mark that a sign begins with."""

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from journey_editor.core.capture.names import Vocabulary
from journey_editor.core.capture.numbers import show_of_hands, valence
from journey_editor.core.capture.text import CLOSING, FACES, Line
from journey_editor.core.dates import due_date

SMILEYS: dict[str, float] = {
    ":((": -2.0, ":(": -1.0, ":|": 0.0, ":)": 1.0, ":))": 2.0, ":-(": -1.0, ":-|": 0.0, ":-)": 1.0,
}  # fmt: skip

NOTE_WORDS: dict[str, str] = {
    "goal:": "goal", "does:": "action", "thinks:": "thought", "expects:": "expectation", "gain:": "gain",
    "done when:": "success_criterion",
    "ziel:": "goal", "tut:": "action", "denkt:": "thought", "erwartet:": "expectation", "gewinn:": "gain",
    "fertig wenn:": "success_criterion",
}  # fmt: skip
"""Words that begin a note → its kind."""

Needs = Literal["", "end", "text"]

ONCE = frozenset(("owner", "channel", "word", "who", "due", "metric"))
"""What a line says once; a second time it is text."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign: what it is, where its own letters end, and what must follow for it to be one.

    `end`: the line's end or another sign; `text`: neither of them. `kind` is a role of a Piece, or `heading`.
    """

    kind: str
    end: int
    needs: Needs = ""


@dataclass(frozen=True, slots=True)
class Context:
    """What was said before on the line, as far as it decides what is a sign.

    `begins` at the line's beginning, `passed` after another sign, `felt` after a valence, `in_idea` within an
    opportunity, `after_note_word` directly after one; `said` is what is said once only. Dates count from `today`.
    """

    today: date
    begins: bool = True
    passed: bool = False
    felt: bool = False
    in_idea: bool = False
    after_note_word: bool = False
    said: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Spot:
    """A place where a sign may stand: a word of the line and what was said before it."""

    line: Line
    start: int
    end: int
    context: Context
    vocabulary: Vocabulary

    @property
    def word(self) -> str:
        return self.line.text[self.start : self.end]

    def begins_name(self, after: int) -> bool:
        """Whether a letter, or a quotation that says something, stands so many letters on."""
        place = self.start + after
        return self.line.text[place : place + 1].isalpha() or self.line.quotation(place) is not None

    def is_letter(self, after: int) -> bool:
        return self.line.text[self.start + after : self.start + after + 1].isalpha()

    def sign(self, kind: str, letters: int | None = None, needs: Needs = "") -> Sign:
        """Return a sign of so many letters here, of the whole word by default."""
        return Sign(kind, self.end if letters is None else self.start + letters, needs)


def look(line: Line, start: int, context: Context, vocabulary: Vocabulary) -> Sign | None:
    """Return the sign that may stand at a place, if what follows allows it; None where there is text."""
    end = line.ends_from(start, 1)[0]
    spot = _Spot(line, start, end, context, vocabulary)
    rule = _RULES.get(line.text[start])
    found = rule(spot) if rule else None
    if found is None and (context.passed or context.begins):
        found = _note_word(spot)
    if found and found.kind in ONCE and found.kind in context.said:
        return None
    return found


def _at(spot: _Spot) -> Sign | None:
    if spot.word == "@-":
        return spot.sign("owner")
    if spot.context.in_idea and spot.word.startswith("@@") and spot.begins_name(2):
        return spot.sign("who", 2)
    return spot.sign("owner", 1) if spot.begins_name(1) else None


def _hash(spot: _Spot) -> Sign | None:
    if spot.context.begins and spot.word in ("#", "##", "###"):
        return spot.sign("heading", needs="text")
    return spot.sign("channel", 1) if spot.begins_name(1) else None


def _greater(spot: _Spot) -> Sign | None:
    if spot.context.begins and spot.word == ">":
        return spot.sign("heading", needs="text")
    return spot.sign("stage", 1) if spot.is_letter(1) else None


def _less(spot: _Spot) -> Sign | None:
    is_date = spot.context.in_idea and due_date(spot.word[1:], spot.context.today) is not None
    return spot.sign("due") if is_date else None


def _plus(spot: _Spot) -> Sign | None:
    return spot.sign("opportunity", 1) if spot.is_letter(1) else _minus(spot)


def _minus(spot: _Spot) -> Sign | None:
    return spot.sign("valence", needs="end") if valence(spot.word) is not None else None


def _digit(spot: _Spot) -> Sign | None:
    return spot.sign("hands") if show_of_hands(spot.word) else None


def _smiley(spot: _Spot) -> Sign | None:
    return spot.sign("valence") if spot.word in SMILEYS else None


def _face(spot: _Spot) -> Sign | None:
    return spot.sign("valence")


def _equals(spot: _Spot) -> Sign | None:
    if valence(spot.word[1:]) is not None:
        return spot.sign("believed")
    return _same_time(spot) if spot.word == "=" else None


def _caret(spot: _Spot) -> Sign | None:
    if spot.word == "^":
        return _same_time(spot)
    return spot.sign("same_time", 1) if spot.context.begins and spot.is_letter(1) else None


def _same_time(spot: _Spot) -> Sign:
    return spot.sign("same_time", needs="" if spot.context.begins else "end")


def _tilde(spot: _Spot) -> Sign | None:
    return spot.sign("assumed", needs="end") if spot.word == "~" else None


def _bracket(spot: _Spot) -> Sign | None:
    line, place = spot.line, spot.start + 1
    if spot.word == "(?)":
        return spot.sign("assumed", needs="end")
    closes = line.next(")", place)
    if closes > line.next("(", place) or not line.is_end(closes + 1):
        return None
    words = line.text[place:closes].strip()
    if any(letter.isdigit() for letter in words) or not any(letter.isalpha() for letter in words):
        return None
    if not spot.context.felt and spot.vocabulary.feeling(words) is None:
        return None
    return Sign("word", closes + 1)


def is_bracketed_word(line: Line, start: int) -> bool:
    """Whether one word in brackets stands at a place; after a valence that is a sign."""
    word = line.text[start : line.ends_from(start, 1)[0]]
    inside = word[1:-1]
    if not (word.startswith("(") and word.endswith(")")) or "(" in inside or ")" in inside:
        return False
    return any(letter.isalpha() for letter in inside) and not any(letter.isdigit() for letter in inside)


def _exclamation(spot: _Spot) -> Sign | None:
    marks = len(spot.word) - len(spot.word.lstrip("!"))
    after = spot.word[marks : marks + 1]
    if after and (
        after.isalpha() or after.isdecimal() or unicodedata.category(after) == "Sc" or after in _QUOTATION_MARKS
    ):
        return spot.sign("pain_point", marks)
    return None


def _question(spot: _Spot) -> Sign | None:
    return spot.sign("question", 1) if spot.is_letter(1) else None


def _quotation(spot: _Spot) -> Sign | None:
    if not spot.context.passed or spot.context.after_note_word:
        return None
    found = spot.line.quotation(spot.start)
    return Sign("quote", found[1], "end") if found else None


def _star(spot: _Spot) -> Sign | None:
    return spot.sign("moment", needs="end") if spot.word == "*" and not spot.context.begins else None


def _percent(spot: _Spot) -> Sign | None:
    return spot.sign("metric", 1) if spot.is_letter(1) else None


def _note_word(spot: _Spot) -> Sign | None:
    text = spot.line.text
    colon = spot.line.next(":", spot.start)
    if colon - spot.start > _LONGEST_NOTE_WORD or not (kind := NOTE_WORDS.get(text[spot.start : colon + 1].casefold())):
        return None
    after = text[colon + 1 : colon + 2]
    if after in CLOSING:
        return Sign(kind, colon + 1)
    return Sign(kind, colon + 1, "text") if after in ("", " ") else None


_QUOTATION_MARKS = frozenset("".join((*CLOSING, *CLOSING.values())))
_LONGEST_NOTE_WORD = max(map(len, NOTE_WORDS))

_RULES: Mapping[str, Callable[[_Spot], Sign | None]] = {
    "@": _at, "#": _hash, ">": _greater, "<": _less, "+": _plus, "-": _minus, "−": _minus, "–": _minus,
    ":": _smiley, "=": _equals, "^": _caret, "~": _tilde, "(": _bracket, "!": _exclamation, "?": _question,
    "*": _star, "%": _percent,
    **dict.fromkeys("0123456789", _digit), **dict.fromkeys(FACES, _face), **dict.fromkeys(CLOSING, _quotation),
}  # fmt: skip
