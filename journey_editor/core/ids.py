"""Ids for new records, from one function, so that tests can seed it."""

import secrets
from collections.abc import Callable
from random import Random

IdSource = Callable[[], str]

_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"  # no l, o, 0, 1: people read ids aloud in diffs
_LENGTH = 10  # 50 bits: two of a million new ids meet once in two thousand files


def fresh_id() -> str:
    """Return a new random id."""
    return "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))


def seeded_ids(seed: int) -> IdSource:
    """Return a source of ids that gives the same ones for the same seed."""
    random = Random(seed)
    return lambda: "".join(random.choice(_LETTERS) for _ in range(_LENGTH))
