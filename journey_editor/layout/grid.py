"""Columns in time: stages as groups of columns, as wide as their content asks."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from typing import NamedTuple

from journey_editor.core.lanes import Lane
from journey_editor.layout.blocks import Shape, by_stage
from journey_editor.layout.headers import HeadTexts, head_width
from journey_editor.layout.keeper import Keeper
from journey_editor.layout.options import Options
from journey_editor.layout.primitives import ColumnSpan, StageSpan

LEAST_WIDTH = 440.0
"""Of the ground that columns stand on: a short map still has room for its title and lanes."""


class BlockSpans(NamedTuple):
    """The columns of a block, relative to its left end, and how wide it is."""

    columns: tuple[ColumnSpan, ...]
    width: float


@dataclass(frozen=True, slots=True)
class Columns:
    """Where stages and columns lie sideways. `left` and `right` bound the ground that they stand on.

    Of each block `xs` has the left end and `spans` the columns, relative to it. `offsets` are the left ends relative to
    the ground's.
    """

    stages: tuple[StageSpan, ...]
    xs: tuple[float, ...]
    offsets: tuple[float, ...]
    spans: tuple[BlockSpans, ...]
    left: float
    right: float


class Widths(NamedTuple):
    """How wide the columns of a stage are, and all of them together."""

    each: tuple[float, ...]
    total: float


def columns_of(
    keeper: Keeper,
    stages: tuple[str, ...],
    counts: tuple[int, ...],
    shapes: tuple[Shape, ...],
    heads: tuple[HeadTexts, ...],
    order: tuple[Lane, ...],
    options: Options,
) -> Columns:
    """Place the columns of a map: `shapes` of all blocks, `counts` of blocks and `heads` by stage, `order` of lanes."""
    shaped = by_stage(counts, shapes)
    left = options.margin + options.label
    given = ((shapes, head, place == 0) for place, (shapes, head) in enumerate(zip(shaped, heads, strict=True)))
    widths = keeper.keep_each("widths", given, _widths_of)
    ground = sum(each.total for each in widths)
    least = 0.0 if options.even else LEAST_WIDTH
    factor, even = 1.0, None
    if options.width is not None:
        wanted = options.width - left - options.margin
        if options.even and widths:
            even, ground = wanted / sum(len(each.each) for each in widths), wanted
        elif widths and wanted > ground:
            factor = wanted / ground
        ground = max(ground, wanted)
    given = zip(stages, shaped, widths, strict=True)
    found = keeper.keep_each("spans", given, _spans_of, order, factor, even)
    spans = tuple(chain.from_iterable(found))
    offsets = (0.0, *accumulate(span.width for span in spans))
    stage_spans: list[StageSpan] = []
    place = 0
    for stage, blocks in zip(stages, found, strict=True):
        begin, place = offsets[place], place + len(blocks)
        stage_spans.append(StageSpan(stage, left + begin, offsets[place] - begin))
    xs = tuple([left + offset for offset in offsets[:-1]])
    return Columns(tuple(stage_spans), xs, offsets[:-1], spans, left, left + max(ground, least))


def _widths_of(shapes: Sequence[Shape], head: HeadTexts, first: bool) -> Widths:
    """Return the widths of a stage's columns, widened evenly where its head asks for more."""
    natural = [width for shape in shapes for width in shape.widths]
    share = head_width(head, sum(natural), first) / sum(natural)
    each = tuple([width * share for width in natural])
    return Widths(each, sum(each))


def _spans_of(
    stage: str, shapes: Sequence[Shape], widths: Widths, order: tuple[Lane, ...], factor: float, even: float | None
) -> tuple[BlockSpans, ...]:
    """Return the columns of a stage block by block; each is `factor` times as wide as it would be, or `even` wide."""
    rows = {lane: row for row, lane in enumerate(order)}
    each = iter(widths.each)
    found: list[BlockSpans] = []
    for shape in shapes:
        x = 0.0
        columns: list[ColumnSpan] = []
        for ids, lanes in zip(shape.ids, shape.lanes, strict=True):
            natural = next(each)
            width = natural * factor if even is None else even
            columns.append(ColumnSpan(stage, ids, x, width, tuple([rows[lane] for lane in lanes])))
            x += width
        found.append(BlockSpans(tuple(columns), x))
    return tuple(found)
