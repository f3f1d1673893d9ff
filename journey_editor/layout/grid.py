"""Columns in time: stages as groups of columns, as wide as their content asks."""

from dataclasses import dataclass

from journey_editor.core.journey import Journey
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
    widths: list[float] = []
    for index, stage in enumerate(journey.stages):
        count = max(1, len(journey.columns_by_stage[stage.id]))
        widths.append(head_width(heads[index], count * options.column, index == 0))
    ground = sum(widths)
    if options.width is not None:
        wanted = options.width - left - options.margin
        if widths and wanted > ground:
            widths = [width * wanted / ground for width in widths]
        ground = max(ground, wanted)
    stages: list[StageSpan] = []
    columns: list[ColumnSpan] = []
    x = left
    for stage, width in zip(journey.stages, widths, strict=True):
        stages.append(StageSpan(stage.id, x, width))
        groups = journey.columns_by_stage[stage.id] or ((),)
        each = width / len(groups)
        columns += [
            ColumnSpan(stage.id, tuple(touchpoint.id for touchpoint in group), x + index * each, each)
            for index, group in enumerate(groups)
        ]
        x += width
    return Columns(tuple(stages), tuple(columns), heads, left, left + max(ground, LEAST_WIDTH))
