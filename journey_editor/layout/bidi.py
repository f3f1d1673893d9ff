"""The order in which the letters of one line are drawn where some of them run from right to left."""

# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

from itertools import groupby
from typing import Any

from bidi import algorithm


def visual_runs(text: str) -> list[tuple[str, bool]]:
    """Return a line's runs from left to right as (letters in logical order, whether they run to the left).

    The line's own direction is that of its first strong letter, by the Unicode bidirectional algorithm.
    """
    levels = _levels(text)
    runs: list[tuple[str, int]] = []
    begin = 0
    for level, group in groupby(levels):
        end = begin + len(list(group))
        runs.append((text[begin:end], level))
        begin = end
    return [(letters, level % 2 == 1) for letters, level in _reordered(runs)]


def _levels(text: str) -> list[int]:
    """Return the embedding level of each letter."""
    storage: dict[str, Any] = algorithm.get_empty_storage()
    base = algorithm.get_base_level(text)
    storage["base_level"] = base
    storage["base_dir"] = "LR"[base]
    algorithm.get_embedding_levels(text, storage)
    for index, letter in enumerate(storage["chars"]):
        letter["index"] = index
        if not letter["type"]:  # a letter that Unicode has not assigned yet
            letter["type"] = letter["orig"] = "L"
    for step in (
        algorithm.explicit_embed_and_overrides,
        algorithm.resolve_weak_types,
        algorithm.resolve_neutral_types,
        algorithm.resolve_implicit_levels,
    ):
        step(storage, False)
    levels = [-1] * len(text)
    for letter in storage["chars"]:
        levels[letter["index"]] = letter["level"]
    for index, level in enumerate(levels):
        if level < 0:  # joiners take no part in the algorithm and go where the letter before them goes
            levels[index] = levels[index - 1] if index else base
    return levels


def _reordered(runs: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Turn round each stretch of runs at or above each level, from the highest down to the lowest odd one."""
    for floor in range(max((level for _, level in runs), default=0), 0, -1):
        begin = 0
        while begin < len(runs):
            end = begin
            while end < len(runs) and runs[end][1] >= floor:
                end += 1
            runs[begin:end] = reversed(runs[begin:end])
            begin = max(end, begin + 1)
    return runs
