"""Swimlanes: all owners by rank, thin where unused, as high as their fullest column."""

from journey_editor.layout.compose import compose
from journey_editor.layout.lanes import THIN_LANE, label_width
from journey_editor.layout.options import Options
from journey_editor.layout.primitives import LaneSpan, Picture
from tests.building import journey, owners, stage, touchpoint
from tests.layout.invariants import elements, lines_of


def drawn(*given: object, **options: float) -> Picture:
    return compose(journey(*owners("a", "b"), stage("s"), *given), Options(**options))  # type: ignore[arg-type]


def spans(picture: Picture) -> dict[str, LaneSpan]:
    return {lane.lane.owner or lane.lane.kind: lane for lane in picture.grid.lanes}


def test_unused_lanes_are_thin_and_lanes_of_nobody_come_where_used() -> None:
    picture = drawn(touchpoint("t", "s", owner="b"))
    assert {name: lane.height for name, lane in spans(picture).items()} == {"a": THIN_LANE, "b": 80.0}
    picture = drawn(touchpoint("t", "s"), touchpoint("u", "s", "a1", kind="action"))
    assert list(spans(picture)) == ["a", "b", "nobody", "alone"]
    names = [lines_of(each)[0].text for each in elements(picture, "lane")]
    assert names == ["A", "B", "No owner", "Customer"]


def test_cards_of_one_column_and_lane_are_stacked() -> None:
    picture = drawn(*(touchpoint(f"t{index}", "s", owner="a") for index in range(3)))
    cards = elements(picture, "card")
    assert [card.rect.y - cards[0].rect.y for card in cards] == [0, 74, 148]
    assert spans(picture)["a"].height == 3 * 74 + 6


def test_in_a_higher_lane_the_cards_lie_about_its_middle() -> None:
    picture = drawn(touchpoint("t", "s", owner="a"), lane=120.0)
    lane, card = spans(picture)["a"], elements(picture, "card")[0].rect
    assert lane.height == 120 and card.y - lane.y == lane.y + lane.height - card.bottom


def test_a_column_tells_the_lanes_of_its_touchpoints() -> None:
    picture = drawn(touchpoint("t", "s", owner="b"), touchpoint("u", "s", owner="a"))
    [column] = picture.grid.columns
    assert (column.touchpoints, column.lanes) == (("t", "u"), (1, 0))


def test_the_names_get_room_for_their_longest_word() -> None:
    least = label_width(("Sales", "Customer Success"), 104.0)
    wide = label_width(("Implementation",), 104.0)
    assert least == 104 < wide < 130
    assert label_width(("x" * 500,), 104.0) == 160
