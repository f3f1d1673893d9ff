"""Arrows run between the cards and never through one."""

from itertools import pairwise

from hypothesis import given, settings, strategies as st

from journey_editor.core.journey import Journey
from journey_editor.layout.compose import compose
from journey_editor.layout.options import Options
from journey_editor.layout.primitives import Element, Path, Picture, Rect
from tests.building import journey, owners, row, stage, touchpoint, transition
from tests.layout.invariants import elements

SHRUNK = 1.0


def corners(arrow: Element) -> list[tuple[float, float]]:
    """The points of an arrow's line in the picture; a rounded corner counts as the corner that it rounds."""
    line = arrow.parts[0]
    assert isinstance(line, Path)
    points: list[tuple[float, float]] = []
    for command in line.commands:
        if command[0] == "C":
            (x, y), (handle_x, handle_y) = points[-1], command[1:3]
            points[-1] = x + 1.5 * (handle_x - x), y + 1.5 * (handle_y - y)
        elif command[0] != "Z":
            points.append((command[1], command[2]))
    return [(arrow.rect.x + x, arrow.rect.y + y) for x, y in points]


def crosses(arrow: Element, card: Rect) -> bool:
    """Whether an arrow runs through the inside of a card."""
    left, top = card.x + SHRUNK, card.y + SHRUNK
    right, bottom = card.right - SHRUNK, card.bottom - SHRUNK
    for (x0, y0), (x1, y1) in pairwise(corners(arrow)):
        if min(x0, x1) < right and max(x0, x1) > left and min(y0, y1) < bottom and max(y0, y1) > top:
            return True
    return False


def drawn(*given: object, **fields: object) -> Picture:
    return compose(journey(*owners("a", "b", "c"), stage("s"), stage("z", "a1"), *given), Options())  # type: ignore[arg-type]


def arrow(picture: Picture, record: str) -> Element:
    return next(each for each in elements(picture, "arrow") if each.record == record)


@st.composite
def maps(draw: st.DrawFn) -> Journey:
    ids = [f"t{index}" for index in range(draw(st.integers(2, 9)))]
    made: list[object] = [*owners("a", "b", "c"), stage("s"), stage("z", "a1")]
    for each in ids:
        fields = {"owner": draw(st.sampled_from(["a", "b", "c", None])), "kind": "interaction"}
        made.append(touchpoint(each, draw(st.sampled_from("sz")), draw(st.sampled_from(["a0", "a1", "a2"])), **fields))
    ways = st.tuples(st.sampled_from(ids), st.sampled_from(ids), st.sampled_from(["happy", "loop", "unhappy"]))
    for source, target, path in draw(st.lists(ways, max_size=6, unique_by=lambda way: way[:2])):
        if source != target:
            made.append(transition(source, target, path, wait_days=3, label="Waits"))
    return journey(*made)  # type: ignore[arg-type]


@given(maps())
@settings(max_examples=150)
def test_no_arrow_crosses_a_card(made: Journey) -> None:
    picture = compose(made, Options())
    for line in elements(picture, "arrow"):
        for card in elements(picture, "card"):
            assert not crosses(line, card.rect), (line.record, card.record)


def test_neighbours_of_a_lane_are_joined_straight() -> None:
    picture = drawn(*(each.with_(owner="a") for each in row("x", "y")))
    (x0, y0), (x1, y1) = corners(arrow(picture, "x>y"))
    assert y0 == y1 and round(x1 - x0, 3) == 8


def test_another_lane_is_entered_from_above_or_below() -> None:
    picture = drawn(
        touchpoint("x", "s", "a0", owner="b"), touchpoint("y", "s", "a1", owner="c"), touchpoint("w", "z", owner="a")
    )
    cards = {each.record: each.rect for each in elements(picture, "card")}
    down, up = corners(arrow(picture, "x>y")), corners(arrow(picture, "y>w"))
    assert down[0][1] == cards["x"].y + 34 and round(down[-1][1], 3) == cards["y"].y
    assert round(up[-1][1], 3) == cards["w"].bottom


def test_a_way_back_runs_below() -> None:
    picture = drawn(*(each.with_(owner="a") for each in row("x", "y", "w")), transition("w", "x", "loop"))
    cards = {each.record: each.rect for each in elements(picture, "card")}
    points = corners(arrow(picture, "w-x"))
    assert max(y for _x, y in points) > cards["x"].bottom
    assert round(points[-1][1], 3) == cards["x"].bottom
