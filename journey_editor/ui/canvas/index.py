"""Which elements of a picture lie where: what is drawn depends on what is visible, not on the size of the map."""

from bisect import bisect_left, bisect_right
from operator import attrgetter

from journey_editor.layout.primitives import Element, Picture, Placed, Role

_layer = attrgetter("layer")
_SLACK = 1.0  # points that sums of places may be wrong by


class Index:
    """The strips of a picture by the stretch of the map that they reach over.

    The ground, its first strip, is looked at each time: it has few elements, and most of them are as long as the map.
    """

    def __init__(self) -> None:
        self._ground: tuple[Placed, ...] = ()
        self._strips: tuple[Placed, ...] = ()
        self._lefts: list[float] = []
        self.before = 0.0
        """How far to its left something of a strip may reach, in points."""
        self._behind = 0.0

    def fill(self, picture: Picture) -> None:
        """Take the strips of a picture."""
        self._ground, self._strips = picture.strips[:1], picture.strips[1:]
        self._lefts = [each.x for each in self._strips]
        self.before = max((-each.strip.reach[0] for each in self._strips), default=0.0)
        self._behind = max((each.strip.reach[1] for each in self._strips), default=0.0)

    @property
    def ground(self) -> tuple[Element, ...]:
        """The elements of the ground."""
        return self._ground[0].elements if self._ground else ()

    def strips(self, left: float, right: float) -> tuple[Placed, ...]:
        """Return the strips that have something between two places, and perhaps some beside them, in their order."""
        begin = bisect_left(self._lefts, left - self._behind - _SLACK)
        return self._strips[begin : bisect_right(self._lefts, right + self.before + _SLACK)]

    def within(self, left: float, top: float, right: float, bottom: float) -> list[Element]:
        """Return what lies at least partly in a rectangle, in the order of painting."""
        found = [
            element
            for strip in (*self._ground, *self.strips(left, right))
            for element in strip.elements
            if element.rect.x <= right
            and element.rect.right >= left
            and element.rect.y <= bottom
            and element.rect.bottom >= top
        ]
        found.sort(key=_layer)
        return found

    def showing(self, record: str, *roles: Role) -> Element | None:
        """Return the element that shows a record, in the first of some roles that does."""
        strips = [each for each in (*self._ground, *self._strips) if record in each.strip.by_record]
        by_role = {element.role: element for strip in strips for element in strip.showing(record)}
        return next((by_role[role] for role in roles if role in by_role), None)
