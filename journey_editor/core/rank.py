"""Order among siblings by a text: a move changes one record and nobody else's rank.

Keys are those of fractional indexing in base 62, compared by code point.
"""

import itertools

from fractional_indexing import FIError, generate_key_between, generate_n_keys_between

RANK_LIMIT = 64  # letters, by the file format


def several(low: str | None, high: str | None, count: int) -> tuple[str, ...] | None:
    """Return `count` ranks strictly between two ranks, in order; None stands for the open end.

    Returns None where they do not fit: the two are equal or crossed, one is no fractional-index key (any text of
    digits and letters is a valid rank), or a rank would grow too long. Then the siblings are to be numbered anew.
    """
    try:
        ranks = tuple(generate_n_keys_between(low, high, count))
    except (FIError, IndexError, ValueError):
        return None
    edges = [*([low] if low is not None else []), *ranks, *([high] if high is not None else [])]
    in_order = all(left < right for left, right in itertools.pairwise(edges))
    return ranks if in_order and all(len(rank) <= RANK_LIMIT for rank in ranks) else None


def between(low: str | None, high: str | None) -> str | None:
    """Return one rank strictly between two ranks, or None where none fits (see `several`)."""
    found = several(low, high, 1)
    return found[0] if found else None


def anew(count: int) -> tuple[str, ...]:
    """Return `count` ranks to number siblings anew: a0, a1, …"""
    ranks: list[str] = []
    for _ in range(count):
        ranks.append(generate_key_between(ranks[-1] if ranks else None, None))
    return tuple(ranks)
