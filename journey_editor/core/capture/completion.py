"""Completing names while a line is typed: which known owner, channel, stage or feeling is meant, best first."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Literal

from journey_editor.core.capture.captured import Captured
from journey_editor.core.capture.line import read_words
from journey_editor.core.capture.names import Known, Names, Vocabulary, bare, folded, spelled
from journey_editor.core.capture.text import CLOSING, Line
from journey_editor.core.words import CHANNEL_SYNONYMS, CHANNELS, FEELINGS, channel_label

NameRole = Literal["owner", "who", "channel", "stage", "word"]

MOST = 6
"""How many known names are offered at once."""

_ROLES: dict[str, NameRole] = {"@@": "who", "@": "owner", "#": "channel", ">": "stage", "(": "word"}
_NOT = 9
_LONGEST = 80  # letters of a name that is still being typed
_SIGN = re.compile(r"(?:^|(?<=\s))(@@|[@#>(])")
_HEADING = re.compile(r"\s*(>|#{1,3}) ")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Offer:
    """A name that may be meant, and what stands on the line for it. `is_new`: nothing is called so yet."""

    name: str
    typed: str
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class Completion:
    """The names that may be meant by the stretch of a line from `start` to before `end`, best first."""

    role: NameRole
    start: int
    end: int
    offers: tuple[Offer, ...]

    def take(self, text: str, number: int) -> tuple[str, int]:
        """Return the line with an offer in its place, and where the cursor is then: behind a blank."""
        rest = text[self.end :]
        typed = self.offers[number].typed + ("" if rest.startswith(" ") else " ")
        begins = text[: self.start] + typed
        return begins + rest, len(begins) + rest.startswith(" ")


@dataclass(frozen=True, slots=True)
class _Choice:
    """A known name and what people may type of it, folded; `valence` is what a feeling is usually worth."""

    name: str
    keys: tuple[str, ...]
    valence: float = 0.0


class Choices:
    """All names that may be offered on the lines of one map; made once for each state of it."""

    def __init__(self, known: Known) -> None:
        self.vocabulary = Vocabulary(known)
        self._owners = _choices(known.owners)
        self._stages = _choices(known.stages)
        self._channels = _channels(known.channels)
        valences = {**known.feelings, **FEELINGS}
        self._feelings = [
            _Choice(name, (folded(name),), valences[name])
            for name in dict.fromkeys((*known.feelings, *FEELINGS))
            if not any(letter.isdigit() or letter in "()" for letter in name)
        ]

    def read(self, text: str, today: date) -> Captured:
        """Read a line that is still being typed: see `read_line`."""
        return read_words(Line(text), self.vocabulary, today, learns=False)

    def completion(self, text: str, cursor: int, today: date) -> Completion | None:
        """Return what may be meant by the name that ends at the cursor; None where no known one is, or just one is.

        A name as it stands is offered last where it would be a new one and known ones are near.
        """
        place = None if text[cursor : cursor + 1].strip() else self._sign_before(text, cursor, today)
        if place is None:
            return None
        role, start, sign, read = place
        typed = _unquoted(text[start + len(sign) : cursor])
        if typed is None:
            return None
        felt = read.valence if any(each.role in ("valence", "hands") for each in read.pieces) else None
        if role == "word" and not typed.strip() and felt is None:
            return None  # a bracket in prose
        fits = _fitting(self._of(role), typed, felt)
        if not fits or (role != "word" and len(fits) == 1 and folded(typed) in fits[0].keys):
            return None
        is_first = not text[:start].strip()
        known = (Offer(each.name, way) for each in fits if (way := self._spelled(role, sign, each.name, is_first)))
        offers = list(islice(known, MOST))
        if typed.strip() and not self._is_known(role, typed):
            offers += self._as_it_is(role, sign, spelled(bare(typed)), is_first, felt is not None)
        return Completion(role, start, cursor, tuple(offers)) if offers else None

    # inside

    def _of(self, role: NameRole) -> Sequence[_Choice]:
        if role == "channel":
            return self._channels
        return {"stage": self._stages, "word": self._feelings}.get(role, self._owners)

    def _is_known(self, role: NameRole, name: str) -> bool:
        if role == "word":
            return self.vocabulary.feeling(name) is not None
        return self._names(role).meant_by(name) is not None

    def _names(self, role: NameRole) -> Names:
        if role == "channel":
            return self.vocabulary.channels
        return self.vocabulary.stages if role == "stage" else self.vocabulary.owners

    def _sign_before(self, text: str, cursor: int, today: date) -> tuple[NameRole, int, str, Captured] | None:
        """Return the sign whose name ends at the cursor: its role, its place, its letters and what was said so far."""
        heading = _HEADING.match(text, 0, cursor)
        if heading and cursor - heading.end() < _LONGEST and not _SIGN.search(text, heading.end(), cursor):
            return "stage", heading.start(1), text[heading.start(1) : heading.end()], Captured()
        near = list(_SIGN.finditer(text, max(0, cursor - _LONGEST), cursor))
        if not near:
            return None
        start, sign = near[-1].span(1)[0], near[-1][1]
        probe = "(delighted)" if sign == "(" else f"{sign}x"
        read = self.read(text[:start] + probe, today)
        role = _ROLES[sign]
        return (role, start, sign, read) if read.pieces[-1].role == role else None

    def _spelled(self, role: NameRole, sign: str, name: str, is_first: bool) -> str:
        """Return what is typed for a known name, "" where the grammar knows no way to say it here."""
        if role == "word":
            return f"({name})"
        plain = spelled(name)
        line = Line(f"{plain} x")
        found = self._names(role).longest_at(line.text, 0, line.ends_from(0))
        means_it = found is not None and found.end == len(plain)
        if means_it and (plain[0].isalpha() or sign.endswith(" ")):
            return sign + plain
        if role == "stage":
            return f"> {plain}" if is_first else ""
        return _quoted(sign, plain)

    def _as_it_is(self, role: NameRole, sign: str, name: str, is_first: bool, is_felt: bool) -> list[Offer]:
        """Return the offer of a name as it stands, none where it cannot be said."""
        if not any(letter.isalpha() for letter in name):
            return []
        if role == "word":
            is_word = is_felt and not any(letter.isdigit() or letter in "()" for letter in name)
            return [Offer(name, f"({name})", True)] if is_word else []
        line = Line(name)
        taken = self._names(role).at(name, 0, line.ends_from(0))
        way = sign + name
        if not (taken.is_new and taken.name == name and name[0].isalpha()) and not sign.endswith(" "):
            if role == "stage":
                way = f"> {name}" if is_first else ""
            else:
                way = _quoted(sign, name)
        return [Offer(name, way, True)] if way else []


def _choices(names: Iterable[str]) -> list[_Choice]:
    """Return names to choose from, each once whatever its case."""
    found: dict[str, _Choice] = {}
    for name in names:
        if key := folded(name):
            found.setdefault(key, _Choice(name, (key,)))
    return list(found.values())


def _channels(used: Iterable[str]) -> list[_Choice]:
    """Return the channels by their labels, those that the map uses first, with all that each is called."""
    found: list[_Choice] = []
    for channel in dict.fromkeys((*used, *CHANNELS)):
        others = (name for name, meaning in CHANNEL_SYNONYMS.items() if meaning == channel)
        keys = dict.fromkeys(folded(name) for name in (channel_label(channel), channel, *others))
        found.append(_Choice(channel_label(channel), tuple(key for key in keys if key)))
    return [choice for choice in found if choice.keys]


def _fitting(choices: Iterable[_Choice], typed: str, felt: float | None) -> list[_Choice]:
    """Return the choices that may be meant by what is typed of a name, best first.

    A feeling that is as good or bad as was said on the line comes before others that fit as well.
    """
    key = folded(typed) + (" " if typed.strip() and typed[-1:].isspace() else "")
    ranked = (
        (rank, 0.0 if felt is None else abs(each.valence - felt), each)
        for each in choices
        if (rank := min(_rank(name, key) for name in each.keys)) < _NOT
    )
    return [each for _fits, _far, each in sorted(ranked, key=lambda found: found[:2])]


def _rank(name: str, key: str) -> int:
    """Return how well what was typed fits a name, both folded: 0 is the name itself."""
    if name == key:
        return 0
    if name.startswith(key):
        return 1
    if " " in key:
        return _NOT
    words = _WORD.findall(name)
    if len(key) > 1 and "".join(word[0] for word in words).startswith(key):
        return 2
    if any(word.startswith(key) for word in words[1:]):
        return 3
    return 4 if len(key) > 2 and key in name else _NOT


def _unquoted(typed: str) -> str | None:
    """Return what was typed of a name, without the mark that opens it; None where a quotation is closed."""
    marks = CLOSING.get(typed[:1])
    if marks is None:
        return typed
    return None if any(mark in typed[1:] for mark in marks) else typed[1:]


def _quoted(sign: str, name: str) -> str:
    """Return a name in the first kind of quotation marks that it does not hold itself; "" where it holds them all."""
    for opens, closes in CLOSING.items():
        if not any(mark in name for mark in closes):
            return f"{sign}{opens}{name}{closes[0]}"
    return ""
