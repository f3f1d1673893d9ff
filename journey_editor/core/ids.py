"""Ids for new records, from one function, so that tests can seed it."""

import secrets
from collections.abc import Callable
from itertools import count
from random import Random

IdSource = Callable[[], str]

_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"  # no l, o, 0, 1: people read ids aloud in diffs
_MASK = len(_LETTERS) - 1  # 32 letters: 5 bits of a byte choose one
_COUNTED = 5  # letters that count: more than 30 million ids
_LENGTH = 10  # 50 bits: two of a million new ids meet once in two thousand files


def fresh_id() -> str:
    """Return a new random id."""
    return "".join(_LETTERS[each & _MASK] for each in secrets.token_bytes(_LENGTH))


def seeded_ids(seed: int) -> IdSource:
    """Return a source of ids that gives the same ones for the same seed."""
    random = Random(seed)
    return lambda: "".join(random.choice(_LETTERS) for _ in range(_LENGTH))


def rising_ids(seed: int) -> IdSource:
    """Return a source of ids that are the same for the same seed and sort in the order in which they are made.

    Touchpoints of one column are ordered by their ids, so that with these they keep the order of a file.
    """
    random, digits = Random(seed), sorted(_LETTERS)
    beginning = "".join(random.choice(digits) for _ in range(_LENGTH - _COUNTED))
    numbers = count()

    def next_id() -> str:
        number, letters = next(numbers), ""
        for _ in range(_COUNTED):
            number, digit = divmod(number, len(digits))
            letters = digits[digit] + letters
        return beginning + letters

    return next_id
