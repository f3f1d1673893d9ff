"""Remembers what the last picture of a map was made of, so that the next one costs what has changed."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from itertools import compress, count
from operator import ne
from threading import Lock
from typing import Any, TypeVar, cast

PICTURES_KEPT = 4
"""Of how many pictures (maps, themes, pages) the parts are remembered."""

Made = TypeVar("Made")
_Slots = dict[Hashable, tuple[tuple[Any, ...], Any]]

_pictures: OrderedDict[Hashable, _Slots] = OrderedDict()
_lock = Lock()


class Keeper:
    """The parts of one picture by name, each with what it was made from.

    A part is made anew where what it is made from is not equal any more; records and parts are the very same objects
    from picture to picture, so that comparing thousands of them takes little. Parts that are not asked for, such as
    those that a part which stays is made of, are remembered as they are. Several threads may lay out maps at once:
    each has a keeper of its own.
    """

    def __init__(self, picture: Hashable) -> None:
        """Take up what is remembered of the last picture of that name."""
        self._picture = picture
        with _lock:
            self._old = _pictures.get(picture, {})
        self._new: _Slots = {}

    def keep(self, part: Hashable, given: tuple[Any, ...], make: Callable[..., Made]) -> Made:
        """Return a part, made by `make(*given)` unless it is there already, made from equal things."""
        found = self._old.get(part)
        if found is None or found[0] != given:
            found = (given, make(*given))
        self._new[part] = found
        return cast(Made, found[1])

    def keep_each(
        self, part: Hashable, given: Iterable[tuple[Any, ...]], make: Callable[..., Made], *same: Any
    ) -> tuple[Made, ...]:
        """Return a row of parts, each made by `make(*its given, *same)` unless it is there already.

        It costs next to nothing for a part that stays, so that a map may have thousands. Where some came or went,
        those before and behind them stay.
        """
        new = tuple(given)
        known = self._old.get(part)
        old, made = known[1] if known is not None and known[0] == same else ((), ())
        if old != new:
            lead, tail = _ends(old, new)
            last, end = len(old) - tail, len(new) - tail
            between = [
                made[place] if place < last and old[place] == new[place] else make(*new[place], *same)
                for place in range(lead, end)
            ]
            made = (*made[:lead], *between, *made[last:])
            old = (*old[:lead], *new[lead:end], *old[last:])  # as few new things as can be, for the garbage collector
        self._new[part] = (same, (old, made))
        return cast(tuple[Made, ...], made)

    def remember(self) -> None:
        """Keep the parts for the next picture."""
        with _lock:
            _pictures[self._picture] = {**self._old, **self._new}
            _pictures.move_to_end(self._picture)
            while len(_pictures) > PICTURES_KEPT:
                _pictures.popitem(last=False)


def _ends(old: tuple[Any, ...], new: tuple[Any, ...]) -> tuple[int, int]:
    """Return how many things at the beginning and at the end of two rows are equal."""
    most = min(len(old), len(new))
    lead = next(compress(count(), map(ne, old, new)), most)
    tail = next(compress(count(), map(ne, reversed(old), reversed(new))), most)
    return lead, min(tail, most - lead)


def forget() -> None:
    """Forget all parts of all pictures."""
    with _lock:
        _pictures.clear()
