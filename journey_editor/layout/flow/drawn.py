"""The ways of a plan as arrows of a picture."""

from typing import NamedTuple

from journey_editor.layout.flow.arrow import Run, arrow_element, lines_of, runs_of, seat_of
from journey_editor.layout.flow.crowd import Crowd
from journey_editor.layout.flow.labels import HEIGHT, TALL
from journey_editor.layout.flow.paths import SIGN, Point, look_of
from journey_editor.layout.flow.plan import Plan, Planned, Told
from journey_editor.layout.flow.ruler import Ruler
from journey_editor.layout.grid import Columns
from journey_editor.layout.lanes import Lanes
from journey_editor.layout.primitives import Element
from journey_editor.layout.style import Style

_NOTHING = Crowd()


class Drawn(NamedTuple):
    """Arrows, and which of the legend's things they show."""

    elements: tuple[Element, ...] = ()
    used: frozenset[str] = frozenset()


def drawn(plan: Plan, columns: Columns, lanes: Lanes, style: Style) -> Drawn:
    """Return the arrows of a plan, all but those between neighbours."""
    ruler = Ruler(plan, columns, lanes)
    corners = [ruler.corners(each) for each in plan.ways]
    lines, taken = Crowd(), Crowd()
    for number, points in enumerate(corners):
        lines.add(number, lines_of(points))
    found: list[Element] = []
    used: set[str] = set()
    for number, (each, points) in enumerate(zip(plan.ways, corners, strict=True)):
        transition, told = each.way.transition, each.told
        said, is_out = told.said, each.way.target is None
        if is_out:
            said = said._replace(path="happy")  # its sign stands where it ends
        seat = seat_of(said, _runs(ruler, each, points), taken, lines, number)
        if seat is not None:
            taken.add(-1, (seat.rect,))
        look = look_of(transition.path, told.is_handoff)
        found.append(arrow_element(transition.id, points, look, style, told.tip, said, seat, is_out))
        used.update(used_by(told))
    return Drawn(tuple(found), frozenset(used))


def near_arrow(record: str, told: Told, points: tuple[Point, ...], style: Style) -> Element:
    """Return the arrow of a transition between two neighbours in a lane."""
    runs = runs_of(points, (TALL if told.is_tall else HEIGHT,))
    seat = seat_of(told.said, runs, _NOTHING, _NOTHING)
    look = look_of(told.said.path, told.is_handoff)
    return arrow_element(record, points, look, style, told.tip, told.said, seat)


def used_by(told: Told) -> tuple[str, ...]:
    """Return which of the legend's things an arrow shows."""
    said = told.said
    found = [look_of(said.path, told.is_handoff)] if said.path != "abandon" else ["exit"]
    if said.hole:
        found.append("hole")
    if said.agreement is not None:
        found.append("agreement" if said.agreement else "no agreement")
    if said.pains:
        found.append("pain")
    if said.ideas:
        found.append("opportunity")
    if said.metrics:
        found.append("metric")
    return tuple(found)


def _runs(ruler: Ruler, each: Planned, points: tuple[Point, ...]) -> list[Run]:
    way = each.way
    if way.target is None:
        height = ruler.height_for_words(each, len(way.stretches) - 1)
        x, y = points[-1]
        width = ruler.card(way.source).width
        begin = x + SIGN / 2 + 2.0
        end = begin - 2.0 + (width - 24.0 if len(way.stretches) == 1 else width)
        return [Run(begin, end, y, height, (0.0, 0.5, 1.0))] if height >= HEIGHT and end > begin else []
    heights = [ruler.height_for_words(each, part) for part in range(len(way.stretches))]
    return runs_of(points, heights)
