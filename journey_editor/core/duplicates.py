"""Touchpoints that people wrote down twice: found by their titles, whatever their spelling."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from journey_editor.core.journey import Journey
from journey_editor.core.records import Touchpoint

_SLIPS = range(8, 61)
"""Letters: in a shorter title one letter makes another word, a longer one is no title that is typed twice."""


@lru_cache(maxsize=65_536)
def title_key(title: str) -> str:
    """Return what is compared of a title: its letters and digits without case, accents, blanks and marks.

    "Kick-off meeting" and "Kickoff Meeting!" are the same; a title of marks alone has nothing that can be compared.
    """
    apart = unicodedata.normalize("NFKD", title.casefold())
    return "".join(sign for sign in apart if sign.isalnum() or unicodedata.category(sign) == "Mc")


def alike(one: str, other: str) -> bool:
    """Whether two titles say the same: equal letters, or, from eight letters on, one of them amiss.

    A digit is never amiss: "Interview 1" is not "Interview 2".
    """
    first, second = title_key(one), title_key(other)
    if not first or not second:
        return False
    if first == second:
        return True
    return len(first) in _SLIPS and len(second) in _SLIPS and _one_apart(first, second)


def duplicates_of(journey: Journey) -> dict[str, str]:
    """Return for each touchpoint of the tray that says what another one says the id of that one.

    The other is the first such touchpoint on the map, else the first before it in the tray. Costs as many look-ups as
    the titles have letters.
    """
    titles = _Titles()
    for each in journey.touchpoints:
        titles.add(each)
    found: dict[str, str] = {}
    for each in journey.tray:
        if (twin := titles.like(each)) is not None:
            found[each.id] = twin
        else:
            titles.add(each)
    return found


class _Titles:
    """Titles by what is compared of them; those that may have a slip also by what they are without each one letter."""

    def __init__(self) -> None:
        self._whole: dict[str, str] = {}
        self._without: dict[str, str] = {}
        self._holes: dict[tuple[int, str], str] = {}

    def add(self, each: Touchpoint) -> None:
        """Know one more; the first of a title stays."""
        key = title_key(each.title)
        if not key or key in self._whole:
            return
        self._whole[key] = each.id
        for hole in _holes(key):
            self._without.setdefault(hole[1], each.id)
            self._holes.setdefault(hole, each.id)

    def like(self, each: Touchpoint) -> str | None:
        """Return the touchpoint that is called alike."""
        key = title_key(each.title)
        if key in self._whole:
            return self._whole[key]
        if len(key) in _SLIPS and key in self._without:
            return self._without[key]
        for hole in _holes(key):
            found = self._holes.get(hole) or (self._whole.get(hole[1]) if len(hole[1]) in _SLIPS else None)
            if found is not None:
                return found
        return None


def _holes(key: str) -> Iterator[tuple[int, str]]:
    """Yield what a key is without each one of its letters, and where that stood; a digit is never a slip."""
    if len(key) in _SLIPS:
        yield from ((at, key[:at] + key[at + 1 :]) for at, sign in enumerate(key) if not sign.isdigit())


def _one_apart(one: str, other: str) -> bool:
    """Whether one letter more, less or another one makes one text of the other."""
    if len(one) == len(other):
        return not set(_holes(one)).isdisjoint(_holes(other))
    less, more = sorted((one, other), key=len)
    return any(without == less for _at, without in _holes(more))
