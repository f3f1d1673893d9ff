"""Columns in time: stages as groups of columns, as wide as their content asks."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise, repeat
from typing import NamedTuple

from journey_editor.core.lanes import Lane
from journey_editor.layout.blocks import Shape, by_stage
from journey_editor.layout.headers import HeadTexts, head_width
from journey_editor.layout.keeper import Keeper
from journey_editor.layout.options import Options
from journey_editor.layout.primitives import ColumnSpan, StageSpan

LEAST_WIDTH = 440.0
"""Of the ground that columns stand on: a short map still has room for its title and lanes."""


Gaps = tuple[float, ...]
"""The free rooms before the columns of a block, and behind its last one where there is one more; () for none."""


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
    gaps: tuple[Gaps, ...],
    options: Options,
) -> Columns:
    """Place the columns of a map: `shapes` of all blocks, `counts` of blocks and `heads` by stage, `order` of lanes.

    `gaps` are the free rooms of each block, none at all where the map needs none.
    """
    shaped = by_stage(counts, shapes)
    gapped = by_stage(counts, gaps or ((),) * len(shapes))
    left = options.margin + options.label
    first = (True, *(False,) * (len(shaped) - 1))[: len(shaped)]
    widths = keeper.keep_row("widths", (shaped, heads, gapped, first), _widths_of)
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
    found = keeper.keep_row("spans", (stages, shaped, widths, gapped), _spans_of, order, factor, even)
    spans = tuple(chain.from_iterable(found))
    offsets = (0.0, *accumulate(span.width for span in spans))
    ends = [offsets[place] for place in accumulate(map(len, found), initial=0)]
    stage_spans = tuple(
        [
            StageSpan(stage, left + begin, end - begin)
            for stage, (begin, end) in zip(stages, pairwise(ends), strict=True)
        ]
    )
    xs = tuple([left + offset for offset in offsets[:-1]])
    return Columns(stage_spans, xs, offsets[:-1], spans, left, left + max(ground, least))


def _widths_of(shapes: Sequence[Shape], head: HeadTexts, gaps: Sequence[Gaps], first: bool) -> Widths:
    """Return the widths of a stage's columns, widened evenly where its head asks for more."""
    natural = [width for shape in shapes for width in shape.widths]
    free = sum(map(sum, gaps))
    share = (head_width(head, sum(natural) + free, first) - free) / sum(natural)
    each = tuple([width * share for width in natural])
    return Widths(each, sum(each) + free)


def _spans_of(
    stage: str,
    shapes: Sequence[Shape],
    widths: Widths,
    gaps: Sequence[Gaps],
    order: tuple[Lane, ...],
    factor: float,
    even: float | None,
) -> tuple[BlockSpans, ...]:
    """Return the columns of a stage block by block; each is `factor` times as wide as it would be, or `even` wide."""
    rows = {lane: row for row, lane in enumerate(order)}
    each = iter(widths.each)
    found: list[BlockSpans] = []
    for shape, free in zip(shapes, gaps, strict=True):
        x = 0.0
        columns: list[ColumnSpan] = []
        rooms = chain((gap * factor for gap in free), repeat(0.0))
        for ids, lanes, room in zip(shape.ids, shape.lanes, rooms, strict=False):
            natural = next(each)
            width = natural * factor if even is None else even
            columns.append(ColumnSpan(stage, ids, x + room, width, tuple([rows[lane] for lane in lanes])))
            x += room + width
        found.append(BlockSpans(tuple(columns), x + next(rooms)))
    return tuple(found)
