"""Finding a name by a few letters of it: ranking for lists that are typed into.

Case and accents do not count. What matches is ranked by how people abbreviate, best first: the whole name, beginnings
of its words, initials (or a few letters of each word), the letters in a row, the letters anywhere in their order.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from unicodedata import combining, normalize

LOOKED_AT = 200
"""Letters of a text that are looked at: nobody abbreviates what stands behind them."""

Spans = tuple[tuple[int, int], ...]
"""Where letters match in a text: (start, end), in order and apart from each other."""

_GAP = re.compile(r"[\W_]")
_INITIAL = re.compile(r" (?=(\S))")

_EXACT, _BEGINNING, _WORDS, _ANY_ORDER, _INITIALS, _INNER_INITIALS, _PIECES, _INSIDE, _SCATTERED = range(9)
"""How a name matches, best first: as a whole; its beginning; beginnings of its words, in order or in any; the first
letters of its words from the first on, or of later ones; a few letters of each; in a row; in their order."""


@dataclass(frozen=True, slots=True)
class Match:
    """A text that was found: its place among those searched, and the letters that match."""

    place: int
    level: int
    spans: Spans


@dataclass(frozen=True, slots=True)
class _Name:
    """A text made ready: folded; `whole` without blanks that say nothing; `spaced` with a blank before it and for each
    letter that is no part of a word.
    """

    folded: str
    whole: str
    spaced: str
    initials: str


@dataclass(frozen=True, slots=True)
class _Query:
    """What was typed, made ready in the same way; `letters` are without blanks, `words` have a blank before them."""

    folded: str
    words: tuple[str, ...]
    letters: str

    def narrows(self, before: "_Query | None") -> bool:
        """Whether all that is found by this was found by what was typed before."""
        return before is not None and self.letters.isalnum() and self.folded.startswith(before.folded)


class Index:
    """Texts that are searched together."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = tuple(texts)
        self._names = tuple(_name(text) for text in self._texts)
        self._last: tuple[_Query | None, Sequence[int]] = (None, range(len(self._names)))  # what matched it

    def find(self, typed: str, most: int = 100) -> tuple[Match, ...]:
        """Return the best matches, best first; equally good ones as short as possible, then in the order given."""
        query = _query(typed)
        if not query.letters:
            return ()
        before, places = self._last
        if not query.narrows(before):
            places = range(len(self._names))
        measured = self._measured(query, places)
        self._last = query, [place for *_, place in measured]
        best = nsmallest(most, measured)
        return tuple(Match(place, level, self._spans(query, level, place)) for level, _, _, place in best)

    def _measured(self, query: _Query, places: Iterable[int]) -> list[tuple[int, int, int, int]]:
        """Return what is found among some names: level, how far letters are spread, length and place of each."""
        # each letter as early as it can be, and never anywhere else: trying all places takes longer than anybody lives
        scattered = re.compile("".join(f"(?>.*?{re.escape(each)})" for each in query.letters), re.DOTALL).match
        several = len(query.words) > 1
        measured: list[tuple[int, int, int, int]] = []
        for place in places:
            name = self._names[place]
            if (found := scattered(name.folded)) is not None:
                level = _level(query, name)
                spread = found.end() - name.folded.index(query.letters[0]) if level == _SCATTERED else 0
                measured.append((level, spread, len(name.folded), place))
            elif several and _has_all(query.words, name.spaced):
                measured.append((_ANY_ORDER, 0, len(name.folded), place))
        return measured

    def _spans(self, query: _Query, level: int, place: int) -> Spans:
        places = _PLACES[level](query, self._names[place])
        return _joined(_unfolded(self._texts[place][:LOOKED_AT], places))


def simplified(text: str) -> str:
    """Return a text without case and accents, as it is compared."""
    if text.isascii():
        return text.lower()
    return "".join(letter for letter in normalize("NFKD", text).casefold() if not combining(letter))


def _name(text: str) -> _Name:
    plain = simplified(text[:LOOKED_AT])
    spaced = " " + _GAP.sub(" ", plain)
    return _Name(plain, " ".join(plain.split()), spaced, "".join(_INITIAL.findall(spaced)))


def _query(typed: str) -> _Query:
    plain = " ".join(simplified(typed[:LOOKED_AT]).split())
    return _Query(plain, tuple(" " + word for word in _GAP.sub(" ", plain).split()), plain.replace(" ", ""))


def _level(query: _Query, name: _Name) -> int:
    """Return how a name matches that has the letters of the query in their order."""
    if name.whole == query.folded:
        return _EXACT
    if name.folded.startswith(query.folded):
        return _BEGINNING
    if query.words and _has_all(query.words, name.spaced):
        return _WORDS if len(query.words) == 1 or _in_order(query, name) is not None else _ANY_ORDER
    if query.letters in name.initials:
        return _INITIALS if name.initials.startswith(query.letters) else _INNER_INITIALS
    if query.letters[0] in name.initials and _pieces(query, name) is not None:
        return _PIECES
    return _INSIDE if query.folded in name.folded else _SCATTERED


def _has_all(words: Iterable[str], text: str) -> bool:
    for word in words:  # noqa: SIM110 # a generator for each of thousands of names would cost more than the search
        if word not in text:
            return False
    return True


def _in_order(query: _Query, name: _Name) -> list[int] | None:
    """Return the places of the letters where the words of the query begin words of the name one after the other."""
    found: list[int] = []
    begin = 0
    for word in query.words:
        begin = name.spaced.find(word, begin)
        if begin < 0:
            return None
        found += range(begin, begin + len(word) - 1)
        begin += len(word) - 1
    return found


def _in_any_order(query: _Query, name: _Name) -> list[int]:
    found: set[int] = set()
    for word in query.words:
        begin = name.spaced.find(word)
        found.update(range(begin, begin + len(word) - 1))
    return sorted(found)


def _initials(query: _Query, name: _Name) -> list[int]:
    starts = [found.start() for found in _INITIAL.finditer(name.spaced)]
    first = name.initials.find(query.letters)
    return starts[first : first + len(query.letters)]


def _pieces(query: _Query, name: _Name) -> list[int] | None:
    """Return the places of the letters where each goes on in a word or begins a later one; None where they do not."""
    spaced, letters = name.spaced, query.letters
    reached: list[dict[int, int]] = []  # for each letter: where it can stand, and where the one before it stood
    ends = {0: -1}
    for letter in letters:
        following = {end + 1: end for end in ends if spaced[end + 1 : end + 2] == letter and end}
        first = min(ends)
        start = spaced.find(" " + letter, first)
        while start >= 0:
            following.setdefault(start + 1, first)
            start = spaced.find(" " + letter, start + 1)
        if not following:
            return None
        reached.append(following)
        ends = following
    place = min(ends)
    found: list[int] = []
    for before in reversed(reached):
        found.append(place - 1)
        place = before[place]
    return found[::-1]


def _whole(query: _Query, name: _Name) -> list[int]:
    return list(range(len(name.folded)))


def _beginning(query: _Query, name: _Name) -> list[int]:
    return list(range(len(query.folded)))


def _inside(query: _Query, name: _Name) -> list[int]:
    begin = name.folded.find(query.folded)
    return list(range(begin, begin + len(query.folded)))


def _scattered(query: _Query, name: _Name) -> list[int]:
    """Return the places of the letters as late as they can begin, so that they stand close together."""
    found: list[int] = []
    end = 0
    for letter in query.letters:
        end = name.folded.index(letter, end) + 1
    for letter in reversed(query.letters):
        end = name.folded.rindex(letter, 0, end)
        found.append(end)
    return found[::-1]


_PLACES = {
    _EXACT: _whole,
    _BEGINNING: _beginning,
    _WORDS: _in_order,
    _ANY_ORDER: _in_any_order,
    _INITIALS: _initials,
    _INNER_INITIALS: _initials,
    _PIECES: _pieces,
    _INSIDE: _inside,
    _SCATTERED: _scattered,
}


def _unfolded(text: str, places: Iterable[int] | None) -> list[int]:
    """Return the places in a text of letters of its folded form, where one letter may have become several."""
    wanted = list(places or ())
    if text.isascii():
        return wanted
    origins: list[int] = []
    for origin, letter in enumerate(text):
        origins += [origin] * len(simplified(letter))
    return [origins[place] for place in wanted if place < len(origins)]


def _joined(places: Sequence[int]) -> Spans:
    spans: list[tuple[int, int]] = []
    for place in places:
        if spans and spans[-1][1] >= place:
            spans[-1] = (spans[-1][0], place + 1)
        else:
            spans.append((place, place + 1))
    return tuple(spans)
