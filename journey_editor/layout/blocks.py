"""A map in pieces of a few columns: what changes in one piece leaves the others as they are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from journey_editor.core.journey import Column, Journey
from journey_editor.core.lanes import Lane, lane_of
from journey_editor.core.records import Stage
from journey_editor.layout.cards import CARD_INSET, card_width

_COLUMNS = 32

Attached = TypeVar("Attached")


@dataclass(frozen=True, slots=True)
class Block:
    """Up to 32 columns of one stage; a stage without touchpoints has one empty column."""

    stage: Stage
    number: int
    columns: tuple[Column, ...]

    @property
    def key(self) -> tuple[str, int]:
        """What makes it the same block in the next picture."""
        return self.stage.id, self.number


class Shape(NamedTuple):
    """What a block needs of the grid: ids and lanes of its columns, their widths, the fullest column of each lane."""

    ids: tuple[tuple[str, ...], ...]
    lanes: tuple[tuple[Lane, ...], ...]
    widths: tuple[float, ...]
    fullest: tuple[tuple[Lane, int], ...]
    flat: tuple[str, ...]


def blocks_of(journey: Journey) -> list[Block]:
    """Cut a map into blocks, in reading order."""
    found: list[Block] = []
    for stage in journey.stages:
        columns: tuple[Column, ...] = journey.columns_by_stage[stage.id] or ((),)
        for number, begin in enumerate(range(0, len(columns), _COLUMNS)):
            found.append(Block(stage, number, columns[begin : begin + _COLUMNS]))
    return found


def shape_of(block: Block, least: float) -> Shape:
    """Measure a block; no column is narrower than `least` points."""
    ids = tuple(tuple(touchpoint.id for touchpoint in column) for column in block.columns)
    lanes = tuple(tuple(lane_of(touchpoint, block.stage) for touchpoint in column) for column in block.columns)
    inner = least - 2 * CARD_INSET
    widths = tuple(
        2 * CARD_INSET + max((card_width(each.title, each.channel, inner) for each in column), default=inner)
        for column in block.columns
    )
    fullest: dict[Lane, int] = {}
    for column in lanes:
        for lane in set(column):
            fullest[lane] = max(fullest.get(lane, 0), column.count(lane))
    counted = sorted(fullest.items(), key=lambda item: (item[0].kind, item[0].owner))
    return Shape(ids, lanes, widths, tuple(counted), tuple(each for column in ids for each in column))


def attached(
    shapes: Iterable[Shape], records: Mapping[str, tuple[Attached, ...]]
) -> tuple[tuple[tuple[Attached, ...] | None, ...], ...]:
    """Return, block by block, what hangs on each touchpoint, None where nothing does."""
    return tuple(tuple(map(records.get, shape.flat)) for shape in shapes)
