"""Where feelings stand: the points of the emotion curve, what the team believed, and the troughs."""

from collections.abc import Sequence
from typing import NamedTuple

from journey_editor.core.backing import is_assumed
from journey_editor.core.troughs import troughs
from journey_editor.layout.blocks import Block
from journey_editor.layout.cards import CARD_INSET
from journey_editor.layout.grid import BlockSpans
from journey_editor.layout.primitives import FeltPoint
from journey_editor.layout.text import flat


class Felt(NamedTuple):
    """A point of the curve with what is written beside it, and the sides of its column's cards; x as the point's."""

    point: FeltPoint
    word: str
    moment: bool
    left: float
    right: float


class Points(NamedTuple):
    """The points of a block from left to right, x in points from the block's left end.

    `sides` are those of the points' columns, `gap` is how far a belief lies at most from what was felt; `assumed` says
    that some feeling is a guess.
    """

    felt: tuple[Felt, ...]
    points: tuple[FeltPoint, ...]
    believed: tuple[tuple[float, float], ...]
    valences: tuple[float, ...]
    sides: tuple[tuple[float, float], ...]
    gap: float
    assumed: bool


def points_of(block: Block, spans: BlockSpans) -> Points:
    """Place the feelings of a block: the k felt touchpoints of a column stand at (i+1)/(k+1) of its width.

    Where nobody was asked how it felt, what the team believed stands in their place.
    """
    felt: list[Felt] = []
    believed: list[tuple[float, float]] = []
    for column, span in zip(block.columns, spans.columns, strict=True):
        asked = [touchpoint for touchpoint in column if touchpoint.emotion is not None]
        standing = asked or [touchpoint for touchpoint in column if touchpoint.believed is not None]
        for index, touchpoint in enumerate(standing):
            x = span.x + span.width * (index + 1) / (len(standing) + 1)
            if touchpoint.believed is not None:
                believed.append((x, touchpoint.believed))
            emotion = touchpoint.emotion
            if emotion is None:
                continue
            felt_here = (emotion.valence, emotion.basis, touchpoint.believed, emotion.low, emotion.high)
            point = FeltPoint(touchpoint.id, x, *felt_here, is_assumed(touchpoint))
            sides = span.x + CARD_INSET, span.x + span.width - CARD_INSET
            felt.append(Felt(point, flat(emotion.word), touchpoint.moment is not None, *sides))
    points = tuple(each.point for each in felt)
    return Points(
        felt=tuple(felt),
        points=points,
        believed=tuple(believed),
        valences=tuple(point.valence for point in points),
        sides=tuple((each.left, each.right) for each in felt),
        gap=max((gap_of(point) for point in points if point.believed is not None), default=0.0),
        assumed=any(point.assumed for point in points),
    )


def gap_of(point: FeltPoint) -> float:
    """Return how far what the team believed lies from what was felt, in valence."""
    return 0.0 if point.believed is None else abs(point.believed - point.valence)


def point_aside(point: FeltPoint, x: float) -> FeltPoint:
    """Return a point of the curve so many points further to the right."""
    return FeltPoint(point.record, point.x + x, *point[2:])


def believed_aside(believed: tuple[float, float], x: float) -> tuple[float, float]:
    """Return what the team believed so many points further to the right."""
    return believed[0] + x, believed[1]


def sides_aside(sides: tuple[float, float], x: float) -> tuple[float, float]:
    """Return the sides of a column so many points further to the right."""
    return sides[0] + x, sides[1] + x


def members_of(valences: Sequence[float]) -> tuple[int, ...]:
    """Return which points of a stretch lie in troughs, from left to right."""
    return tuple(dict.fromkeys(place for trough in troughs(valences) for place in trough.members))
