"""Pages for the room: stage by stage, wider stages evenly cut, lanes and colours as on the whole map."""

import pytest

from journey_editor.layout.colors import owner_colors
from journey_editor.layout.pages import MOST_COLUMNS, page_with, pages_of, part_of
from journey_editor.layout.style import LIGHT
from tests.building import journey, owners, row, stage, touchpoint


@pytest.mark.parametrize(
    ("columns", "most", "sizes"),
    [(1, 8, [1]), (8, 8, [8]), (9, 8, [4, 5]), (10, 8, [5, 5]), (17, 8, [5, 6, 6]), (7, 3, [2, 2, 3]), (3, 1, [1] * 3)],
)
def test_a_wide_stage_is_cut_evenly_into_as_few_pages_as_can_be(columns: int, most: int, sizes: list[int]) -> None:
    pages = pages_of(journey(stage("s"), *row(*(f"t{n:02}" for n in range(columns)))), most)
    assert [len(page.columns) for page in pages] == sizes
    assert [(page.number, page.count) for page in pages] == [(n, len(sizes)) for n in range(len(sizes))]


def test_pages_follow_the_stages_and_an_empty_stage_has_one() -> None:
    given = journey(
        stage("a", "a0"), stage("b", "a1"), stage("c", "a2"), *row("x", "y", stage_id="a"), touchpoint("z", "c")
    )
    pages = pages_of(given)
    assert [(page.stage.id if page.stage else "", len(page.columns)) for page in pages] == [
        ("a", 2),
        ("b", 0),
        ("c", 1),
    ]


def test_a_map_without_stages_has_one_page_without_a_stage() -> None:
    (page,) = pages_of(journey(touchpoint("waiting")))
    assert (page.stage, page.columns, page.touchpoints) == (None, (), frozenset())


def test_touchpoints_at_the_same_time_stay_together() -> None:
    at_once = [touchpoint(f"t{n}", "s", "a0") for n in range(20)]
    (page,) = pages_of(journey(stage("s"), *at_once))
    assert len(page.touchpoints) == 20


def test_a_touchpoint_or_a_stage_is_found_on_its_page() -> None:
    given = journey(
        stage("a", "a0"), stage("b", "a1"), *row(*(f"t{n:02}" for n in range(MOST_COLUMNS + 1)), stage_id="b")
    )
    pages = pages_of(given)
    assert [page_with(pages, each) for each in ("a", "b", "t00", "t08", "nothing")] == [0, 1, 1, 2, None]


def test_a_page_has_the_lanes_that_it_uses_in_the_colours_of_the_whole_map() -> None:
    given = journey(
        *owners("one", "two", "three"),
        stage("a", "a0"),
        stage("b", "a1", owner="two"),
        touchpoint("x", "a", owner="three"),
        touchpoint("y", "b"),
    )
    colors = owner_colors(tuple((owner.id, owner.color) for owner in given.owners), LIGHT)
    parts = [part_of(given, page) for page in pages_of(given)]
    assert [[owner.id for owner in part.owners] for part in parts] == [["three"], ["two"]]
    assert [part.owners[0].color for part in parts] == [colors["three"], colors["two"]]


def test_an_empty_stage_has_the_lane_of_its_owner() -> None:
    given = journey(*owners("one", "two"), stage("a", owner="two"))
    assert [owner.id for owner in part_of(given, pages_of(given)[0]).owners] == ["two"]
