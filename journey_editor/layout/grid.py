"""Columns in time: stages as groups of columns, as wide as their content asks."""

from collections.abc import Sequence
from dataclasses import dataclass

from journey_editor.core.lanes import Lane
from journey_editor.layout.blocks import Shape, by_stage
from journey_editor.layout.headers import HeadTexts, head_width
from journey_editor.layout.options import Options
from journey_editor.layout.primitives import ColumnSpan, StageSpan

LEAST_WIDTH = 440.0
"""Of the ground that columns stand on: a short map still has room for its title and lanes."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where stages and columns lie sideways. `left` and `right` bound the ground that they stand on.

    `blocks` has the same columns block by block.
    """

    stages: tuple[StageSpan, ...]
    columns: tuple[ColumnSpan, ...]
    blocks: tuple[tuple[ColumnSpan, ...], ...]
    left: float
    right: float


def columns_of(
    stages: tuple[str, ...],
    counts: tuple[int, ...],
    shapes: tuple[Shape, ...],
    heads: tuple[HeadTexts, ...],
    order: tuple[Lane, ...],
    options: Options,
) -> Columns:
    """Place the columns of a map: `shapes` of all blocks, `counts` of blocks and `heads` by stage, `order` of lanes."""
    left = options.margin + options.label
    shaped = by_stage(counts, shapes)
    widths = [_stage_widths(each, heads[index], index == 0) for index, each in enumerate(shaped)]
    ground = sum(map(sum, widths))
    least = 0.0 if options.even else LEAST_WIDTH
    if options.width is not None:
        wanted = options.width - left - options.margin
        if options.even and widths:
            each = wanted / sum(map(len, widths))
            widths, ground = [[each] * len(columns) for columns in widths], wanted
        if widths and wanted > ground:
            widths = [[width * wanted / ground for width in columns] for columns in widths]
        ground = max(ground, wanted)
    rows = {lane: row for row, lane in enumerate(order)}
    stage_spans: list[StageSpan] = []
    spans: list[ColumnSpan] = []
    found: list[tuple[ColumnSpan, ...]] = []
    x = left
    for stage, blocks, columns in zip(stages, shaped, widths, strict=True):
        begin = x
        place = iter(columns)
        for block in blocks:
            first = len(spans)
            for ids, lanes in zip(block.ids, block.lanes, strict=True):
                width = next(place)
                spans.append(ColumnSpan(stage, ids, x, width, tuple([rows[lane] for lane in lanes])))
                x += width
            found.append(tuple(spans[first:]))
        stage_spans.append(StageSpan(stage, begin, x - begin))
    return Columns(tuple(stage_spans), tuple(spans), tuple(found), left, left + max(ground, least))


def _stage_widths(blocks: Sequence[Shape], head: HeadTexts, first: bool) -> list[float]:
    """Return the widths of a stage's columns, widened evenly where its head asks for more."""
    natural = [width for block in blocks for width in block.widths]
    share = head_width(head, sum(natural), first) / sum(natural)
    return [width * share for width in natural]
