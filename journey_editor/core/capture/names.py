"""Names on a line: those that are known, their beginnings and initials, and where a new one ends."""

import re
from bisect import bisect_left, insort
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from journey_editor.core.words import CHANNEL_SYNONYMS, CHANNELS, FEELINGS, channel_label

ENDS = ",.;:!?)/"
"""Marks that do not belong to a name at whose end they stand."""

_WORD = re.compile(r"[^\W_]+")


def bare(name: str) -> str:
    """Return a name without the marks at its end; a bracket that the name itself opened stays."""
    end, unopened = len(name), name.count(")") - name.count("(")
    while end and name[end - 1] in ENDS:
        if name[end - 1] == ")":
            if unopened <= 0:
                break
            unopened -= 1
        end -= 1
    return name[:end].rstrip() or name


def spelled(name: str) -> str:
    """Return a name as it was meant: `_` is a blank, and runs of blanks are one."""
    return " ".join(name.replace("_", " ").split())


def folded(name: str) -> str:
    """Return what is compared of a name: names are equal whatever their case."""
    return spelled(name).casefold()


@dataclass(frozen=True, slots=True)
class Known:
    """The names that a line may use, and the valences of feelings that were used before.

    `exact` is for files: there beginnings and initials of names mean nothing.
    """

    owners: Sequence[str] = ()
    channels: Sequence[str] = ()
    stages: Sequence[str] = ()
    feelings: Mapping[str, float] = field(default_factory=dict[str, float])
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """A name that was found: what it means, where its letters end, whether it is a new one."""

    name: str
    end: int
    is_new: bool


class Names:
    """Names of one kind and what each means. The first meaning of a name stays."""

    def __init__(self, names: Sequence[str] | Mapping[str, str], exact: bool) -> None:
        self._meaning: dict[str, str] = {}
        self._sorted: list[str] = []
        self._initials: dict[str, set[str]] = {}
        self._most_words = 0
        self._exact = exact
        for name in names:
            self.add(name, names[name] if isinstance(names, Mapping) else name)

    def add(self, name: str, meaning: str) -> None:
        """Know one more name."""
        key = folded(name)
        if not key or key in self._meaning:
            return
        self._meaning[key] = meaning
        self._most_words = max(self._most_words, key.count(" ") + 1)
        if self._exact:
            return
        insort(self._sorted, key)
        words = _WORD.findall(key)
        if len(words) > 1:
            self._initials.setdefault("".join(word[0] for word in words), set()).add(meaning)

    def meant_by(self, name: str) -> str | None:
        """Return what a whole name means, None where it is not known."""
        return self._meaning.get(folded(name))

    def longest_at(self, text: str, start: int, ends: Sequence[int]) -> Taken | None:
        """Return the longest known name that a text has at `start`; `ends` are those of the words from there on."""
        for end in reversed(ends[: self._most_words]):
            typed = text[start:end]
            for name in (typed, bare(typed)):
                if (meaning := self.meant_by(name)) is not None:
                    return Taken(meaning, start + len(name), False)
        return None

    def short_at(self, text: str, start: int, ends: Sequence[int]) -> Taken | None:
        """Return the name whose unique beginning, or whose initials, a text has at `start`, of two letters or more."""
        if self._exact:
            return None
        for end in reversed(ends[: self._most_words]):
            name = bare(text[start:end])
            if (meaning := self._beginning_with(folded(name))) is not None:
                return Taken(meaning, start + len(name), False)
        name = bare(text[start : ends[0]])
        meanings = self._initials.get(folded(name), set())
        return Taken(next(iter(meanings)), start + len(name), False) if len(meanings) == 1 else None

    def at(self, text: str, start: int, ends: Sequence[int]) -> Taken:
        """Return the name that a text has at `start`: a known one, one that is meant, else one word."""
        found = self.longest_at(text, start, ends) or self.short_at(text, start, ends)
        if found:
            return found
        word = bare(text[start : ends[0]])
        return Taken(spelled(word) or word, start + len(word), True)

    def _beginning_with(self, key: str) -> str | None:
        if sum(letter.isalnum() for letter in key) < 2:
            return None
        meaning: str | None = None
        for place in range(bisect_left(self._sorted, key), len(self._sorted)):
            name = self._sorted[place]
            if not name.startswith(key):
                break
            if meaning not in (None, self._meaning[name]):
                return None
            meaning = self._meaning[name]
        return meaning


class Vocabulary:
    """All names that a line may use. A file's lines make new ones known to those that follow."""

    def __init__(self, known: Known) -> None:
        channels = {name: name for name in CHANNELS}
        channels |= {channel_label(name): name for name in CHANNELS}
        channels |= CHANNEL_SYNONYMS
        self.exact = known.exact
        self.owners = Names(known.owners, known.exact)
        self.channels = Names(channels, known.exact)
        self.stages = Names(known.stages, known.exact)
        for name in known.channels:
            self.channels.add(name, name)
        self._used = {folded(word): valence for word, valence in known.feelings.items()}

    def feeling(self, word: str) -> float | None:
        """Return the usual valence of a word, or its last one where it is no word of the field."""
        key = folded(word)
        usual = FEELINGS.get(key)
        return self._used.get(key) if usual is None else usual

    def learn_feeling(self, word: str, valence: float) -> None:
        """Know the valence that a word was used with last."""
        self._used[folded(word)] = valence
