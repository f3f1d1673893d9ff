"""A map in pieces of a few columns: what changes in one piece leaves the others as they are."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import NamedTuple, TypeVar

from journey_editor.core.journey import Column
from journey_editor.core.lanes import Lane, lane_of
from journey_editor.core.records import Stage, Touchpoint
from journey_editor.layout.cards import CARD_INSET, WIDER, card_width
from journey_editor.layout.monograms import Marking

_COLUMNS = 12

Attached = TypeVar("Attached")
Part = TypeVar("Part")


@dataclass(frozen=True, slots=True)
class Block:
    """Up to a dozen columns of one stage; a stage without touchpoints has one empty column."""

    stage: Stage
    columns: tuple[Column, ...]


class Shape(NamedTuple):
    """What a block needs of the grid: ids and lanes of its columns, their widths, the fullest column of each lane."""

    ids: tuple[tuple[str, ...], ...]
    lanes: tuple[tuple[Lane, ...], ...]
    widths: tuple[float, ...]
    fullest: tuple[tuple[Lane, int], ...]
    flat: tuple[str, ...]


def blocks_of(stage: Stage, columns: tuple[Column, ...]) -> tuple[Block, ...]:
    """Cut a stage into blocks, in reading order; there is one at least."""
    columns = columns or ((),)
    return tuple(Block(stage, columns[begin : begin + _COLUMNS]) for begin in range(0, len(columns), _COLUMNS))


def by_stage(counts: Sequence[int], parts: Iterable[Part]) -> list[tuple[Part, ...]]:
    """Gather what is by block by stage; `counts` says how many blocks each stage has."""
    following = iter(parts)
    if sum(counts) == len(counts):  # the usual map: each stage is one block
        return list(zip(following))
    return [tuple(islice(following, count)) for count in counts]


def shape_of(block: Block, least: float, marking: Marking) -> Shape:
    """Measure a block; no column is narrower than `least` points. `marking` says what lanes are by."""
    ids = tuple(tuple(touchpoint.id for touchpoint in column) for column in block.columns)
    lanes = tuple(
        tuple(lane_of(touchpoint, block.stage, marking.by) for touchpoint in column) for column in block.columns
    )
    inner = least - 2 * CARD_INSET
    widths = tuple(
        2 * CARD_INSET + max((_width(each, block.stage, inner, marking) for each in column), default=inner)
        for column in block.columns
    )
    fullest: dict[Lane, int] = {}
    for column in lanes:
        for lane in set(column):
            fullest[lane] = max(fullest.get(lane, 0), column.count(lane))
    counted = sorted(fullest.items(), key=lambda item: item[0])
    return Shape(ids, lanes, widths, _the_same(tuple(counted)), tuple(each for column in ids for each in column))


@lru_cache(maxsize=4096)
def _the_same(fullest: tuple[tuple[Lane, int], ...]) -> tuple[tuple[Lane, int], ...]:
    """Return what was given, for equal things the very same."""
    return fullest


def _width(touchpoint: Touchpoint, stage: Stage, inner: float, marking: Marking) -> float:
    foot = marking.foot(touchpoint, stage)
    return card_width(touchpoint.title, foot.words, inner, foot.monograms) + (WIDER if touchpoint.picture else 0.0)


def attached(shape: Shape, records: Mapping[str, tuple[Attached, ...]]) -> tuple[tuple[Attached, ...] | None, ...]:
    """Return what hangs on each touchpoint of a block, None where nothing does."""
    return tuple(map(records.get, shape.flat))
