"""How large cards and the points of the curve are drawn: as on a desk, or to be read from the back row of a room."""

from dataclasses import dataclass

from journey_editor.layout.style import MEDIUM, SEMIBOLD, SMALL


@dataclass(frozen=True, slots=True)
class Form:
    """Sizes of cards, all lengths in points.

    `gap` lies between the cards of one column and lane and above and below them in the lane, `lane_gap` between lanes.
    Titles of `size` have at most `lines`, the first baseline at `top` and one each `step`; `low` is how far the
    channel's baseline lies above the lower edge. With `beside` the marks stand at the right of the title, and there is
    no channel. `point` is the radius of a face on the curve.
    """

    height: float = 68.0
    gap: float = 6.0
    lane_gap: float = 8.0
    pad: float = 8.0
    face: str = MEDIUM
    size: float = SMALL
    lines: int = 3
    top: float = 15.4
    step: float = 13.2
    low: float = 7.7
    beside: bool = False
    point: float = 9.3

    def stacked(self, cards: int) -> float:
        """Return how high a lane must be for so many cards of one column; at least one."""
        return self.gap + max(cards, 1) * (self.height + self.gap)


DESK = Form()
"""On a desk and on paper."""

_SLIM = Form(21.0, 2.5, 4.0, 8.0, MEDIUM, SMALL, 1, 14.4, 13.2, beside=True)

WIDE = (
    Form(74.0, 6.0, 8.0, 11.0, SEMIBOLD, 14.67, 2, 22.0, 18.3, 11.0, point=12.8),
    Form(54.0, 5.0, 8.0, 10.0, MEDIUM, SMALL, 2, 16.0, 13.2, 8.5, point=11.0),
    Form(34.0, 3.0, 6.0, 10.0, MEDIUM, SMALL, 2, 14.2, 13.2, beside=True),
    _SLIM,
)
"""For few and wide columns before a room: the roomiest first, each next one for more lanes."""

NARROW = (
    Form(70.0, 6.0, 8.0, 8.0, MEDIUM, SMALL, 3, 16.0, 13.6, 8.5, point=11.0),
    Form(54.0, 5.0, 8.0, 8.0, MEDIUM, SMALL, 2, 15.4, 13.2, 7.7),
    Form(34.0, 3.0, 6.0, 8.0, MEDIUM, SMALL, 2, 14.2, 13.2, beside=True),
    _SLIM,
)
"""The same for many columns, whose titles are as small as can be read."""
