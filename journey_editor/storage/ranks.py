"""Places for records that a file gives without a rank: after their siblings, in list order."""

from typing import Any

from journey_editor.core.rank import RANK_LIMIT, anew, between

_LAST_LETTER = "z"


def fill_ranks(items: list[dict[str, Any]], by_stage: bool) -> None:
    """Give the objects without rank one after their siblings: the whole list, or the touchpoints of one stage."""
    if all(item.get("rank") is not None for item in items):
        return
    siblings: dict[str, list[dict[str, Any]]] = {}
    for item in items:
        stage = item.get("stage") if by_stage else None
        siblings.setdefault(stage if isinstance(stage, str) else "", []).append(item)
    for family in siblings.values():
        given = [item.get("rank") for item in family]
        if None in given and all(rank is None or _is_rank(rank) for rank in given):
            for item, rank in zip(family, ranks_after(given), strict=True):
                item["rank"] = rank


def ranks_after(given: list[str | None]) -> list[str]:
    """Return a rank for each sibling: the given ones stay, the others follow the greatest of them in list order.

    Where none fits after the greatest within 64 letters, all are numbered anew: equal stays equal.
    """
    last = max((rank for rank in given if rank is not None), default=None)
    filled: list[str] = []
    for rank in given:
        if rank is None:
            last = between(None, None) if last is None else after(last)
            if last is None:
                return _anew(given)
        filled.append(last if rank is None else rank)  # pyright: ignore[reportArgumentType]
    return filled


def after(last: str) -> str | None:
    """Return a rank that follows any valid rank, a fractional-index key wherever there is one; None where none fits."""
    for candidate in (between(last, None), *_keys_after(last), f"{last}V", last[:-1] + _next_letter(last[-1])):
        if candidate is not None and last < candidate and len(candidate) <= RANK_LIMIT:
            return candidate
    stem = last.rstrip(_LAST_LETTER)
    return stem[:-1] + _next_letter(stem[-1]) if stem else None


def _keys_after(last: str) -> tuple[str | None, ...]:
    """Propose keys after a rank that is none itself: the first one, or one of the same length of whole part."""
    head = last[0]
    if head < "a":
        return ("a0",)
    whole = last[: ord(head) - ord("a") + 2].ljust(ord(head) - ord("a") + 2, "0")
    return (whole, between(whole, None))


def _next_letter(letter: str) -> str:
    return {"9": "A", "Z": "a", _LAST_LETTER: _LAST_LETTER}.get(letter, chr(ord(letter) + 1))


def _anew(given: list[str | None]) -> list[str]:
    ranked = sorted({rank for rank in given if rank is not None})
    fresh = anew(len(ranked) + given.count(None))
    place = dict(zip(ranked, fresh, strict=False))
    rest = iter(fresh[len(ranked) :])
    return [next(rest) if rank is None else place[rank] for rank in given]


def _is_rank(rank: object) -> bool:
    """Tell a rank from what validation will refuse in a moment."""
    return isinstance(rank, str) and rank.isascii() and rank.isalnum()
