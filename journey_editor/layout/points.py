"""Where feelings stand: the points of the emotion curve, what the team believed, and the troughs."""

from collections.abc import Sequence
from typing import NamedTuple

from journey_editor.core.troughs import troughs
from journey_editor.layout.blocks import Block
from journey_editor.layout.cards import CARD_INSET
from journey_editor.layout.primitives import ColumnSpan, FeltPoint
from journey_editor.layout.text import flat


class Felt(NamedTuple):
    """A point of the curve with what is written beside it, and the sides of its column's cards."""

    point: FeltPoint
    word: str
    moment: bool
    left: float
    right: float


class Points(NamedTuple):
    """The points of a block from left to right, x in points from the figure's left."""

    felt: tuple[Felt, ...]
    believed: tuple[tuple[float, float], ...]


def points_of(block: Block, spans: tuple[ColumnSpan, ...], left: float) -> Points:
    """Place the feelings of a block: the k felt touchpoints of a column stand at (i+1)/(k+1) of its width.

    Where nobody was asked how it felt, what the team believed stands in their place.
    """
    felt: list[Felt] = []
    believed: list[tuple[float, float]] = []
    for column, span in zip(block.columns, spans, strict=True):
        asked = [touchpoint for touchpoint in column if touchpoint.emotion is not None]
        standing = asked or [touchpoint for touchpoint in column if touchpoint.believed is not None]
        for index, touchpoint in enumerate(standing):
            x = span.x - left + span.width * (index + 1) / (len(standing) + 1)
            if touchpoint.believed is not None:
                believed.append((x, touchpoint.believed))
            emotion = touchpoint.emotion
            if emotion is None:
                continue
            point = FeltPoint(
                touchpoint.id, x, emotion.valence, emotion.basis, touchpoint.believed, emotion.low, emotion.high
            )
            sides = span.x - left + CARD_INSET, span.x - left + span.width - CARD_INSET
            felt.append(Felt(point, flat(emotion.word), touchpoint.moment is not None, *sides))
    return Points(tuple(felt), tuple(believed))


def shades_of(felt: Sequence[Felt]) -> tuple[tuple[float, float], ...]:
    """Return the columns of the troughs as (left, right), from left to right."""
    found = (felt[place] for trough in troughs([each.point.valence for each in felt]) for place in trough.members)
    return tuple(dict.fromkeys((each.left, each.right) for each in found))
