"""The plane of worth against effort, in points from the corner of its figure, y downwards."""

from dataclasses import dataclass

from journey_editor.layout.primitives import Rect

LEFT, TOP, RIGHT, BOTTOM = 64.0, 24.0, 24.0, 72.0
"""What stands around the plane: numbers and names of its axes."""

WORTHY, LITTLE, MUCH = 2.96, 2.5, 3.5
"""Where zones meet: a worth of 3 lies above, efforts of 2 and 4 beside what is worth doing."""

_ABOVE, _BELOW = 61.0, 31.0  # points between worth 5 and the upper edge, worth 1 and the lower one
_APART = 2.0  # points between a zone's edge and where zones meet


@dataclass(frozen=True, slots=True)
class Plane:
    """The plane: a rectangle in points. Efforts stand in the middle of five columns, worths a little off the edges."""

    x: float
    y: float
    width: float
    height: float

    @property
    def rect(self) -> Rect:
        """Where it lies."""
        return Rect(self.x, self.y, self.width, self.height)

    @property
    def column(self) -> float:
        """How far two efforts are apart, in points."""
        return self.width / 5

    @property
    def step(self) -> float:
        """How far two worths are apart, in points."""
        return max(1.0, self.height - _ABOVE - _BELOW) / 4

    def x_of(self, effort: float) -> float:
        """Return where an effort stands."""
        return self.x + (effort - 0.5) * self.column

    def y_of(self, worth: float) -> float:
        """Return where a worth stands."""
        return self.y + _ABOVE + (5 - worth) * self.step

    def effort_at(self, x: float) -> int:
        """Return the effort that is nearest to a place, 1 to 5."""
        return max(1, min(5, round((x - self.x) / self.column + 0.5)))

    def worth_at(self, y: float) -> float:
        """Return the worth at a place, 1 to 5."""
        return max(1.0, min(5.0, 5 - (y - self.y - _ABOVE) / self.step))

    def zones(self) -> dict[str, Rect]:
        """Return where each kind of undertaking lies, as `insight.worth` tells them apart."""
        left, little, much, right = self.x, self.x_of(LITTLE), self.x_of(MUCH), self.x + self.width
        top, middle, bottom = self.y, self.y_of(WORTHY), self.y + self.height
        edges = {
            "quick_win": (left, top, little, middle),
            "worth_doing": (little, top, much, middle),
            "strategic": (much, top, right, middle),
            "later": (left, middle, right, bottom),
        }
        return {kind: _inset(*edge) for kind, edge in edges.items()}


def plane_in(width: float, height: float) -> Plane:
    """Return the plane of a matrix of a size with its axes around it, in points."""
    return Plane(LEFT, TOP, max(1.0, width - LEFT - RIGHT), max(1.0, height - TOP - BOTTOM))


def _inset(left: float, top: float, right: float, bottom: float) -> Rect:
    return Rect(left + _APART, top + _APART, right - left - 2 * _APART, bottom - top - 2 * _APART)
