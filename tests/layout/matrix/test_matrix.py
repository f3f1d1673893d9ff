"""Points and names of the worth–effort matrix: where they belong, and never on each other."""

from itertools import combinations, pairwise
from math import hypot

import pytest
from hypothesis import given, strategies as st

from journey_editor.core.parts import Status
from journey_editor.insight.worth import worth_class
from journey_editor.layout.matrix.drawn import disc_parts, zone_names
from journey_editor.layout.matrix.names import names_of
from journey_editor.layout.matrix.plane import Plane, plane_in
from journey_editor.layout.matrix.spread import RADII, Mark, Spot, placed
from journey_editor.layout.primitives import Box, Line, Rect
from journey_editor.layout.style import DARK, LIGHT
from tests.building import opportunity

PLANE = plane_in(744, 800)
SMALL = plane_in(560, 540)
SCORES = [a / b for b in (1, 2, 3) for a in range(b, 5 * b + 1)]

marks = st.lists(
    st.tuples(st.none() | st.integers(1, 5), st.none() | st.sampled_from(SCORES), st.text(max_size=60)), max_size=60
).map(lambda rows: [mark(str(row), effort, worth, name) for row, (effort, worth, name) in enumerate(rows)])
planes = st.sampled_from((PLANE, SMALL))


def mark(record: str, effort: int | None, worth: float | None, name: str = "", status: Status = "planned") -> Mark:
    return Mark(record, name or record, "CS", "#4477AA", status, effort, worth)


def test_it_has_the_proportions_that_were_designed():
    assert PLANE.rect == Rect(64, 24, 656, 704)
    assert [PLANE.x_of(each) for each in (1, 3, 5)] == pytest.approx([129.6, 392, 654.4])
    assert [PLANE.y_of(each) for each in (5, 1)] == [85, 697]


@given(planes, st.integers(1, 5), st.sampled_from(SCORES))
def test_a_place_leads_back_to_what_stands_there(plane: Plane, effort: int, worth: float):
    assert plane.effort_at(plane.x_of(effort)) == effort
    assert plane.worth_at(plane.y_of(worth)) == pytest.approx(worth)


def test_a_hand_beyond_the_edges_stays_at_them():
    assert (PLANE.effort_at(-900), PLANE.effort_at(9000)) == (1, 5)
    assert (PLANE.worth_at(-900), PLANE.worth_at(9000)) == (5, 1)


@pytest.mark.parametrize("effort", range(1, 6))
@pytest.mark.parametrize("worth", [1, 2, 8 / 3, 3, 10 / 3, 4, 5])
def test_each_place_lies_in_the_zone_of_its_class(effort: int, worth: float):
    scores = {8 / 3: (3, 3, 2), 10 / 3: (3, 3, 4)}.get(worth, (round(worth),) * 3)
    each = opportunity("o", "s", effort=effort, impact=scores[0], value=scores[1], alignment=scores[2])
    x, y = PLANE.x_of(effort), PLANE.y_of(worth)
    inside = [kind for kind, zone in PLANE.zones().items() if zone.x < x < zone.right and zone.y < y < zone.bottom]
    assert inside == [worth_class(each)]


@given(marks, planes)
def test_no_point_lies_on_another_and_none_is_lost(given_marks: list[Mark], plane: Plane):
    spots, piles = placed(given_marks, plane)
    assert all(hypot(one.x - two.x, one.y - two.y) >= one.radius * 2 - 1e-9 for one, two in combinations(spots, 2))
    shown = [spot.mark.record for spot in spots] + [record for pile in piles for record in pile.records]
    assert sorted(shown) == sorted(each.record for each in given_marks if each.effort and each.worth)
    for spot in spots:
        assert abs(spot.x - plane.x_of(spot.mark.effort or 0)) < plane.column / 2, "it stays in its column"
        assert abs(spot.y - plane.y_of(spot.mark.worth or 0)) < plane.step / 2 + spot.radius


def test_what_stands_alone_stands_where_it_belongs_and_others_beside_it():
    spots, piles = placed([mark("a", 2, 4.0), mark("b", 2, 4.0), mark("c", 4, 4.0)], PLANE)
    a, c, b = spots
    assert not piles and {each.radius for each in spots} == {RADII[0]}
    assert (a.x, a.y) == (PLANE.x_of(2), PLANE.y_of(4)) and (c.x, c.y) == (PLANE.x_of(4), PLANE.y_of(4))
    assert b.mark.record == "b" and b.y == a.y and b.x != a.x


def test_three_hundred_at_one_place_become_smaller_and_a_pile_which_spares_the_chosen_one():
    many = [mark(str(number), 3, 4.0) for number in range(300)]
    spots, piles = placed(many, PLANE, first="299")
    assert len(piles) == 1 and len(spots) + len(piles[0].records) == 300 and len(spots) > 20
    assert {each.radius for each in spots} == {RADII[-1]}
    assert spots[0].mark.record == "299" and (spots[0].x, spots[0].y) == (PLANE.x_of(3), PLANE.y_of(4))


@given(marks, planes)
def test_no_name_lies_on_anything(given_marks: list[Mark], plane: Plane):
    spots, _piles = placed(given_marks, plane)
    headings = [rect for _line, rect in zone_names(plane, LIGHT)]
    names = names_of(spots, plane, LIGHT, "3", headings)
    rects = [each.rect for each in names]
    others = [*headings, *(spot.rect for spot in spots)]
    assert not any(_meet(one, two) for one, two in combinations(rects, 2))
    assert not any(_meet(one, two) for one in rects for two in others)
    assert all(plane.x <= each.x and each.right <= plane.x + plane.width for each in rects)


def test_names_are_wrapped_below_their_points_and_cut_where_they_are_long():
    spots, _piles = placed([mark("a", 2, 4.0, "Start with sample data"), mark("b", 4, 4.0, "word " * 2000)], PLANE)
    short, long = names_of(spots, PLANE, LIGHT)
    assert [each.text for each in short.lines] == ["Start with", "sample data"] and not short.is_cut
    assert short.rect.y > spots[0].rect.bottom and _middle(short.rect) == pytest.approx(spots[0].x)
    assert long.is_cut and len(long.lines) == 2 and long.lines[-1].text.endswith("…")
    assert [a.y < b.y for a, b in pairwise(short.lines)] == [True]


def test_a_ring_tells_how_far_something_is():
    statuses: tuple[Status, ...] = ("proposed", "planned", "doing", "done")
    rings = {status: _ring(mark("a", 1, 1.0, status=status)) for status in statuses}
    assert rings["proposed"].dash and not rings["planned"].dash
    assert rings["doing"].width > rings["planned"].width
    assert len({(each.fill, each.width, each.dash) for each in rings.values()}) == 4
    chosen = disc_parts(mark("a", 1, 1.0), 13, DARK, True)
    assert isinstance(chosen[0], Box) and chosen[0].ink.stroke == DARK.accent
    assert not any(isinstance(part, Line) for part in disc_parts(mark("a", 1, 1.0), 6, LIGHT))


def _ring(each: Mark):  # noqa: ANN202
    (disc, _letters) = disc_parts(each, 13, LIGHT)
    assert isinstance(disc, Box)
    return disc.ink


def _meet(one: Rect, two: Rect) -> bool:
    return one.x < two.right and two.x < one.right and one.y < two.bottom and two.y < one.bottom


def _middle(rect: Rect) -> float:
    return rect.x + rect.width / 2


def test_spots_know_the_square_around_them():
    assert Spot(mark("a", 1, 1.0), 50, 40, 10).rect == Rect(40, 30, 20, 20)
