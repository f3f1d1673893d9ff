"""What lies under a hand, and where a card lands that is let go."""

import pytest
from hypothesis import given, strategies as st

from journey_editor.core.edits.place import Slot
from journey_editor.core.lanes import Lane
from journey_editor.layout.compose import compose
from journey_editor.layout.hit import element_at, landing_at, lane_index_at, stage_index_at
from journey_editor.layout.options import Options
from journey_editor.layout.primitives import ColumnSpan, Picture
from tests.building import journey, owners, stage, touchpoint
from tests.layout.invariants import elements

MADE = [
    *owners("a", "b", "c"), stage("s", "a0"), stage("empty", "a1"), stage("z", "a2"),
    touchpoint("t1", "s", "a0", owner="a", v=1), touchpoint("t2", "s", "a1", owner="b"),
    touchpoint("t3", "s", "a1", owner="c"), touchpoint("t4", "z", "a0", owner="a", v=-1),
    touchpoint("t5", "z", "a1", owner="a"),
]  # fmt: skip
IDS = ("t1", "t2", "t3", "t4", "t5")


@pytest.fixture
def picture() -> Picture:
    return compose(journey(*MADE), Options())


def column(picture: Picture, touchpoint_id: str) -> ColumnSpan:
    return next(each for each in picture.grid.columns if touchpoint_id in each.touchpoints)


def lane_y(picture: Picture, owner: str) -> float:
    lane = next(each for each in picture.grid.lanes if each.lane.owner == owner)
    return lane.y + lane.height / 2


def test_the_topmost_element_is_found(picture: Picture) -> None:
    for role in ("card", "feeling", "stage", "title"):
        for element in elements(picture, role):
            found = element_at(picture, element.rect.x + element.rect.width / 2, element.rect.y + 5)
            assert found is not None and found.key == element.key
    lane = element_at(picture, picture.width - 30, lane_y(picture, "c"))
    assert lane is not None and lane.key == ("lane", "c")
    assert element_at(picture, 2, 2) is None
    assert element_at(picture, -5, 30) is None


def test_an_arrow_is_held_by_its_line_only(picture: Picture) -> None:
    arrow = next(each for each in elements(picture, "arrow") if each.record == "t1>t2")
    start = column(picture, "t1")
    on_line = (start.x + start.width + 20, lane_y(picture, "a"))
    found = element_at(picture, *on_line)
    assert found is not None and found.role == "arrow"
    beside = element_at(picture, arrow.rect.x + 10, arrow.rect.bottom - 10)
    assert beside is None or beside.key != arrow.key


def test_the_middle_of_a_column_is_the_same_time(picture: Picture) -> None:
    there = column(picture, "t1")
    landing = landing_at(picture, there.x + there.width / 2, lane_y(picture, "c"), frozenset(["t4"]))
    assert landing is not None
    assert (landing.slot, landing.lane) == (Slot("s", beside="t1"), Lane("owner", "c"))
    assert landing.mark.width == there.width - 8 and not landing.stays


def test_the_outer_quarters_are_before_and_after(picture: Picture) -> None:
    there = column(picture, "t2")
    y = lane_y(picture, "a")
    slots = [landing_at(picture, there.x + there.width * share, y, frozenset(["t4"])) for share in (0.1, 0.9)]
    assert [each and each.slot for each in slots] == [Slot("s", after="t1"), Slot("s", after="t3")]
    assert all(each and each.mark.width == 4 for each in slots)


def test_a_card_in_the_same_lane_is_pushed_aside(picture: Picture) -> None:
    there = column(picture, "t5")
    y = lane_y(picture, "a")
    slots = [landing_at(picture, there.x + there.width * share, y, frozenset(["t1"])) for share in (0.4, 0.6)]
    assert [each and each.slot for each in slots] == [Slot("z", after="t4"), Slot("z", after="t5")]


def test_an_empty_stage_takes_a_card(picture: Picture) -> None:
    there = next(each for each in picture.grid.columns if each.stage == "empty")
    landing = landing_at(picture, there.x + 5, lane_y(picture, "b"))
    assert landing is not None
    assert landing.slot == Slot("empty") and landing.mark.width == there.width - 8


def test_a_card_stays_where_it_is(picture: Picture) -> None:
    there = column(picture, "t4")
    for x in (there.x + 45, there.x + there.width + 5):
        landing = landing_at(picture, x, lane_y(picture, "b"), frozenset(["t4"]))
        assert landing is not None and landing.stays and landing.slot == Slot("z")
    shared = column(picture, "t2")
    landing = landing_at(picture, shared.x + 45, lane_y(picture, "c"), frozenset(["t2"]))
    assert landing is not None and landing.stays and landing.slot == Slot("s", beside="t3")


def test_beyond_the_map_the_nearest_place_counts(picture: Picture) -> None:
    left = landing_at(picture, -100, -100)
    right = landing_at(picture, 9999, 9999)
    assert left is not None and right is not None
    assert (left.slot, left.lane.owner) == (Slot("s"), "a")
    assert (right.slot, right.lane.owner) == (Slot("z", after="t5"), "c")


def test_without_a_stage_nothing_lands() -> None:
    assert landing_at(compose(journey(), Options()), 200, 200) is None


@given(st.floats(0, 1), st.floats(0, 1), st.sets(st.sampled_from(IDS), max_size=3), st.sampled_from([90.0, 130.0]))
def test_the_middle_of_the_mark_is_the_same_slot(x: float, y: float, moving: set[str], column: float) -> None:
    picture = compose(journey(*MADE), Options(column=column))
    held = frozenset(moving)
    landing = landing_at(picture, x * picture.width, y * picture.height, held)
    assert landing is not None
    mark = landing.mark
    again = landing_at(picture, mark.x + mark.width / 2, mark.y + mark.height / 2, held)
    assert again == landing


def test_gaps_between_stages_and_lanes_are_counted(picture: Picture) -> None:
    grid = picture.grid
    assert [stage_index_at(grid, x) for x in (0, grid.stages[1].x + 10, 9999)] == [0, 1, 3]
    assert [lane_index_at(grid, y) for y in (0, grid.lanes[1].y + 10, 9999)] == [0, 1, 3]
