"""Where feelings stand: the points of the emotion curve, what the team believed, and the troughs."""

from dataclasses import dataclass

from journey_editor.core.journey import Column, Journey
from journey_editor.core.records import Touchpoint
from journey_editor.core.troughs import troughs
from journey_editor.layout.cards import CARD_INSET
from journey_editor.layout.grid import Columns
from journey_editor.layout.primitives import FeltPoint


@dataclass(frozen=True, slots=True)
class Points:
    """The curve's points from left to right, in points from the picture's left; troughs as (left, right)."""

    felt: tuple[FeltPoint, ...]
    believed: tuple[tuple[float, float], ...]
    troughs: tuple[tuple[float, float], ...]
    touchpoints: tuple[Touchpoint, ...]

    def __bool__(self) -> bool:
        """Whether there is anything to draw."""
        return bool(self.felt or self.believed)


def points_of(journey: Journey, columns: Columns) -> Points:
    """Place the feelings of a map: the k felt touchpoints of a column stand at (i+1)/(k+1) of its width.

    Where nobody was asked how it felt, what the team believed stands in their place.
    """
    felt: list[FeltPoint] = []
    believed: list[tuple[float, float]] = []
    touchpoints: list[Touchpoint] = []
    spans: list[tuple[float, float]] = []
    for group, span in zip(_columns(journey), columns.columns, strict=True):
        asked = [touchpoint for touchpoint in group if touchpoint.emotion is not None]
        standing = asked or [touchpoint for touchpoint in group if touchpoint.believed is not None]
        for index, touchpoint in enumerate(standing):
            x = span.x + span.width * (index + 1) / (len(standing) + 1)
            if touchpoint.believed is not None:
                believed.append((x, touchpoint.believed))
            emotion = touchpoint.emotion
            if emotion is not None:
                felt.append(
                    FeltPoint(
                        touchpoint.id, x, emotion.valence, emotion.basis, touchpoint.believed, emotion.low, emotion.high
                    )
                )
                touchpoints.append(touchpoint)
                spans.append((span.x + CARD_INSET, span.x + span.width - CARD_INSET))
    deep = (spans[place] for trough in troughs([point.valence for point in felt]) for place in trough.members)
    return Points(tuple(felt), tuple(believed), tuple(dict.fromkeys(deep)), tuple(touchpoints))


def _columns(journey: Journey) -> list[Column]:
    return [column for stage in journey.stages for column in journey.columns_by_stage[stage.id] or ((),)]
