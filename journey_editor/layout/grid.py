"""Columns in time: stages as groups of columns, as wide as their content asks."""

from dataclasses import dataclass

from journey_editor.core.journey import Column, Journey
from journey_editor.layout.cards import CARD_INSET, card_width
from journey_editor.layout.headers import HeadTexts, head_texts, head_width
from journey_editor.layout.options import Options
from journey_editor.layout.primitives import ColumnSpan, StageSpan

LEAST_WIDTH = 440.0
"""Of the ground that columns stand on: a short map still has room for its title and lanes."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where stages and columns lie sideways. `left` and `right` bound the ground that they stand on."""

    stages: tuple[StageSpan, ...]
    columns: tuple[ColumnSpan, ...]
    heads: tuple[HeadTexts, ...]
    left: float
    right: float


def columns_of(journey: Journey, options: Options) -> Columns:
    """Place the columns of a map: one for each rank of a stage, an empty one for a stage without touchpoints."""
    left = options.margin + options.label
    heads = tuple(head_texts(journey, stage, options.private) for stage in journey.stages)
    widths = [_widths(journey.columns_by_stage[stage.id], options.column) for stage in journey.stages]
    for index, columns in enumerate(widths):
        wanted = head_width(heads[index], sum(columns), index == 0)
        widths[index] = [width * wanted / sum(columns) for width in columns]
    ground = sum(map(sum, widths))
    if options.width is not None:
        wanted = options.width - left - options.margin
        if widths and wanted > ground:
            widths = [[width * wanted / ground for width in columns] for columns in widths]
        ground = max(ground, wanted)
    stages: list[StageSpan] = []
    spans: list[ColumnSpan] = []
    x = left
    for stage, columns in zip(journey.stages, widths, strict=True):
        begin = x
        for group, width in zip(journey.columns_by_stage[stage.id] or ((),), columns, strict=True):
            spans.append(ColumnSpan(stage.id, tuple(touchpoint.id for touchpoint in group), x, width))
            x += width
        stages.append(StageSpan(stage.id, begin, x - begin))
    return Columns(tuple(stages), tuple(spans), heads, left, left + max(ground, LEAST_WIDTH))


def _widths(columns: tuple[Column, ...], least: float) -> list[float]:
    """Return how wide the columns of a stage are by their cards; an empty stage has one."""
    inner = least - 2 * CARD_INSET
    return [
        2 * CARD_INSET + max((card_width(each.title, each.channel, inner) for each in group), default=inner)
        for group in columns or ((),)
    ]
