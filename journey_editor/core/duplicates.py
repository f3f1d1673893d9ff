"""Touchpoints that people wrote down twice: found by their titles, whatever their spelling."""

import unicodedata
from functools import lru_cache

from journey_editor.core.journey import Journey
from journey_editor.core.records import Touchpoint

_SURE = 8  # letters: in a shorter title one letter makes another word


@lru_cache(maxsize=65_536)
def title_key(title: str) -> str:
    """Return what is compared of a title: its letters and digits without case, accents, blanks and marks.

    "Kick-off meeting" and "Kickoff Meeting!" are the same; a title of marks alone has nothing that can be compared.
    """
    apart = unicodedata.normalize("NFKD", title.casefold())
    return "".join(sign for sign in apart if sign.isalnum() or unicodedata.category(sign) == "Mc")


def alike(one: str, other: str) -> bool:
    """Whether two titles say the same: equal letters, or in a title of eight or more one letter amiss."""
    first, second = title_key(one), title_key(other)
    if not first or not second:
        return False
    return first == second or (min(len(first), len(second)) >= _SURE and _one_apart(first, second))


def duplicates_of(journey: Journey) -> dict[str, str]:
    """Return for each touchpoint of the tray that says what another one says the id of that one.

    The other is the first such touchpoint on the map, else the first before it in the tray. Costs a few look-ups for
    each touchpoint: titles that are one letter apart share their first or their second half.
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
    """Titles by what is compared of them, and by halves."""

    def __init__(self) -> None:
        self._whole: dict[str, str] = {}
        self._halves: dict[tuple[str, int, str], list[str]] = {}

    def add(self, each: Touchpoint) -> None:
        """Know one more; the first of a title stays."""
        key = title_key(each.title)
        if not key or key in self._whole:
            return
        self._whole[key] = each.id
        if len(key) >= _SURE:
            for half in _halves(key, len(key)):
                self._halves.setdefault(half, []).append(key)

    def like(self, each: Touchpoint) -> str | None:
        """Return the touchpoint that is called alike."""
        key = title_key(each.title)
        if not key:
            return None
        if key in self._whole:
            return self._whole[key]
        for length in range(max(_SURE, len(key) - 1), len(key) + 2):
            for half in _halves(key, length) if len(key) >= _SURE else ():
                for other in self._halves.get(half, ()):
                    if _one_apart(key, other):
                        return self._whole[other]
        return None


def _halves(key: str, length: int) -> tuple[tuple[str, int, str], tuple[str, int, str]]:
    """Return the halves of a key as those of a title of some length would be: letters at the beginning and the end."""
    first = length // 2
    return ("first", length, key[:first]), ("last", length, key[len(key) - (length - first) + 1 :])


def _one_apart(one: str, other: str) -> bool:
    """Whether one letter more, less or another one makes one text of the other; a digit is never a slip."""
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1:
        return False
    start = next((place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    same_length = len(one) == len(other)
    amiss = f"{one[start : start + 1] if same_length else ''}{other[start : start + 1]}"
    if any(sign.isdigit() for sign in amiss):
        return False  # "Interview 1" is not "Interview 2"
    return one[start + same_length :] == other[start + 1 :]
