"""Which way a transition takes between cards."""

from journey_editor.core.lanes import Lane
from journey_editor.core.records import Stage, Touchpoint, Transition
from journey_editor.layout.blocks import blocks_of, shape_of
from journey_editor.layout.flow.floor import Floor, seated_of
from journey_editor.layout.flow.ways import Way, crowded, ways_of
from journey_editor.layout.monograms import marking_of
from journey_editor.layout.style import LIGHT
from tests.building import journey, owners, stage, touchpoint, transition


def floor_of(*given: object) -> tuple[Floor, tuple[Transition, ...]]:
    made = journey(*owners("a", "b", "c"), *given)  # type: ignore[arg-type]
    marking = marking_of(made.map, made.owners, LIGHT).measured
    blocks = [block for each in made.stages for block in blocks_of(each, made.columns_by_stage[each.id])]
    shapes = [shape_of(block, 90.0, marking) for block in blocks]
    order = tuple(Lane("owner", name) for name in "abc")
    seated = [seated_of(shape, order) for shape in shapes]
    return Floor(seated, [block.stage.phase == "post_churn" for block in blocks]), made.transitions


def way(*given: object) -> Way:
    floor, transitions = floor_of(*given)
    [found] = ways_of(floor, transitions)
    return found


def strips(found: Way) -> list[str]:
    return [stretch.channel[0] for stretch in found.stretches]


def card(name: str, rank: str, owner: str = "a") -> Touchpoint:
    return touchpoint(name, "s", rank, owner=owner)


S: Stage = stage("s")


def test_neighbours_are_joined_straight() -> None:
    found = way(S, card("x", "a0"), card("y", "a1"), transition("x", "y"))
    assert (strips(found), found.leaves, found.enters, found.is_near) == (["level"], "right", "left", True)


def test_another_lane_is_entered_from_above() -> None:
    found = way(S, card("x", "a0"), card("y", "a1", "b"), transition("x", "y"))
    assert (strips(found), found.leaves, found.enters, found.is_near) == (["level", "drop"], "right", "top", False)


def test_a_card_in_between_is_passed_below_or_above() -> None:
    found = way(S, card("x", "a0"), card("y", "a1"), card("z", "a2"), transition("x", "z"))
    assert strips(found) == ["drop", "gap", "drop"] and found.leaves == found.enters == "bottom"


def test_what_leads_back_leaves_and_enters_below() -> None:
    found = way(S, card("x", "a0"), card("y", "a1"), card("z", "a2"), transition("z", "x", "loop"))
    assert strips(found) == ["drop", "gap", "drop"] and found.leaves == found.enters == "bottom"


def test_cards_at_the_same_time_are_joined_upright() -> None:
    found = way(S, card("x", "a0"), card("y", "a0", "b"), transition("x", "y"))
    assert (strips(found), found.leaves, found.enters) == (["drop"], "bottom", "top")
    found = way(S, card("x", "a0"), card("y", "a0"), transition("x", "y"))
    assert (strips(found), found.leaves, found.enters) == (["level", "side", "level"], "right", "right")


def test_who_leaves_goes_down_and_beside_the_cards_below() -> None:
    assert strips(way(S, card("x", "a0"), transition("x", None, "abandon"))) == ["gap"]
    found = way(S, card("x", "a0"), card("y", "a0"), transition("x", None, "abandon"))
    assert (strips(found), found.leaves) == (["level", "side", "gap"], "right")


def test_the_middle_is_left_to_what_nobody_drew() -> None:
    floor, transitions = floor_of(S, card("x", "a0"), card("y", "a1"), card("z", "a2"), transition("x", "z", "unhappy"))
    [found] = ways_of(floor, transitions)
    assert crowded(floor, {"x": transitions}, found) == {2}, "y leads to z by order alone"
    assert floor.implied("x", {"x": transitions}) == ("y",)


def test_a_way_to_what_is_not_shown_is_none() -> None:
    floor, _transitions = floor_of(S, card("x", "a0"))
    assert ways_of(floor, (transition("x", "gone"), transition("gone", "x"))) == ()


def test_who_leaves_for_what_is_not_shown_is_seen_to_leave() -> None:
    for target in ("gone", "x"):
        [found] = ways_of(floor_of(S, card("x", "a0"))[0], (transition("x", target, "abandon"),))
        assert (strips(found), found.target, found.enters) == (["gap"], None, None)


def test_what_leads_to_itself_goes_round_the_corner_of_its_card() -> None:
    found = way(S, card("x", "a0"), card("y", "a1"), transition("x", "x", "loop"))
    assert (strips(found), found.leaves, found.enters) == (["level", "side", "gap", "drop"], "right", "bottom")
    found = way(S, card("w", "a0"), card("x", "a0"), card("y", "a0"), transition("x", "x", "loop"))
    assert (strips(found), found.leaves, found.enters) == (["level", "side", "gap", "side", "level"], "right", "left")
