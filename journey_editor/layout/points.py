"""Where feelings stand: the points of the emotion curve, what the team believed, and the troughs."""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from journey_editor.core.troughs import stretches, troughs
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


Shades = tuple[tuple[float, float], ...]
"""The columns of troughs as (left, right)."""


Gap = tuple[float, float, str, FeltPoint]


class Points(NamedTuple):
    """The points of a block from left to right, x in points from the figure's left.

    `gaps` tell how far the belief lies from what was felt, with the place to the left of the figure and the record to
    sort by; `assumed` says that some feeling is a guess.
    """

    felt: tuple[Felt, ...]
    points: tuple[FeltPoint, ...]
    believed: tuple[tuple[float, float], ...]
    valences: tuple[float, ...]
    gaps: tuple[Gap, ...]
    assumed: bool


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
    points = tuple(each.point for each in felt)
    return Points(
        felt=tuple(felt),
        points=points,
        believed=tuple(believed),
        valences=tuple(point.valence for point in points),
        gaps=tuple(
            (abs(point.believed - point.valence), -point.x, point.record, point)
            for point in points
            if point.believed is not None
        ),
        assumed=any(point.basis == "assumption" for point in points),
    )


def stretches_of(points: Iterable[Points]) -> list[tuple[Felt, ...]]:
    """Cut the points of all blocks into stretches whose troughs have nothing to do with those of the others."""
    felt = tuple(chain.from_iterable(each.felt for each in points))
    found = stretches(tuple(chain.from_iterable(each.valences for each in points)))
    return [felt[each.start : each.stop] for each in found]


def shades_of(felt: Sequence[Felt]) -> Shades:
    """Return the columns of the troughs of a stretch, from left to right."""
    found = (felt[place] for trough in troughs([each.point.valence for each in felt]) for place in trough.members)
    return tuple(dict.fromkeys((each.left, each.right) for each in found))


def joined(shades: Iterable[Shades]) -> Shades:
    """Return the columns of all troughs; a column at the edge of two stretches may have one in each."""
    return tuple(dict.fromkeys(chain.from_iterable(shades)))
