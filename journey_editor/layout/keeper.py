"""Remembers what the last picture of a map was made of, so that the next one costs what has changed."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from itertools import compress, count, islice, zip_longest
from operator import ne
from threading import Lock
from typing import Any, TypeVar, cast

PICTURES_KEPT = 4
"""Of how many pictures (maps, themes, pages) the parts are remembered."""

_STRETCH = 64

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
        self._compared: dict[tuple[int, int], tuple[Any, Any, int, int]] = {}
        """Rows of the last picture and of this one, and how much at their ends is equal: parts share their rows."""

    def keep(self, part: Hashable, given: tuple[Any, ...], make: Callable[..., Made]) -> Made:
        """Return a part, made by `make(*given)` unless it is there already, made from equal things."""
        found = self._old.get(part)
        if found is None or found[0] != given:
            found = (given, make(*given))
        self._new[part] = found
        return cast(Made, found[1])

    def keep_row(
        self, part: Hashable, rows: tuple[Sequence[Any], ...], make: Callable[..., Made], *same: Any
    ) -> tuple[Made, ...]:
        """Return a row of parts, each made by `make(*one of each row, *same)` unless it is there already.

        It costs next to nothing for a part that stays, so that a map may have thousands. Where some came or went,
        those before and behind them stay. All rows have the same length.
        """
        known = self._old.get(part)
        is_known = known is not None and known[0] == same and len(known[1][0]) == len(rows)
        if known is None or not is_known:
            olds, made, lead, tail = ((),) * len(rows), (), 0, 0
        else:
            olds, made = known[1]
            lead, tail = self._ends_of(olds, rows)
        count, known_count = len(rows[0]), len(made)
        if lead < count or lead < known_count:
            last, end = known_count - tail, count - tail
            old = zip(*(row[lead:last] for row in olds), strict=True)
            new = zip(*(row[lead:end] for row in rows), strict=True)
            pairs = zip_longest(islice(old, end - lead), new)
            between = [
                made[lead + place] if ours == theirs else make(*theirs, *same)
                for place, (ours, theirs) in enumerate(pairs)
            ]
            changed = (*made[:lead], *between, *made[last:])
            if is_known:
                self._compared[id(made), id(changed)] = made, changed, lead, tail
            made = changed
        self._new[part] = (same, (rows, made))
        return cast(tuple[Made, ...], made)

    def _ends_of(self, olds: tuple[Sequence[Any], ...], rows: tuple[Sequence[Any], ...]) -> tuple[int, int]:
        """Return at how many places, from the beginning and from the end, all rows are as they were."""
        lead = tail = most = min(len(olds[0]), len(rows[0]))
        for old, new in zip(olds, rows, strict=True):
            if old is new:
                continue
            found = self._compared.get((id(old), id(new)))
            if found is None:
                found = self._compared[id(old), id(new)] = old, new, *_ends(old, new)
            lead, tail = min(lead, found[2]), min(tail, found[3])
        return lead, min(tail, most - lead)

    def remember(self) -> None:
        """Keep the parts for the next picture."""
        with _lock:
            _pictures[self._picture] = {**self._old, **self._new}
            _pictures.move_to_end(self._picture)
            while len(_pictures) > PICTURES_KEPT:
                _pictures.popitem(last=False)


def _ends(old: Sequence[Any], new: Sequence[Any]) -> tuple[int, int]:
    """Return how many things at the beginning and at the end of two rows are equal."""
    most = min(len(old), len(new))
    if type(old) is not type(new):
        old, new = tuple(old), tuple(new)
    lead = _equal_at_begin(old, new, most)
    if lead == len(old) == len(new):
        return lead, lead
    return lead, _equal_at_begin(old[: -most - 1 : -1], new[: -most - 1 : -1], most)


def _equal_at_begin(old: Sequence[Any], new: Sequence[Any], most: int) -> int:
    """Return how many things are equal, up to the first one that is not.

    Whole stretches are compared at once: that first asks of each thing whether it is the very same object, and takes
    a tenth of the time of one after another.
    """
    begin = 0
    while begin + _STRETCH < most and old[begin : begin + _STRETCH] == new[begin : begin + _STRETCH]:
        begin += _STRETCH
    pairs = map(ne, zip(islice(old, begin, None)), zip(islice(new, begin, None)))  # tuples of one ask for identity, too
    return next(compress(count(begin), pairs), most)


def forget() -> None:
    """Forget all parts of all pictures."""
    with _lock:
        _pictures.clear()
