"""Arrows tell who passes whom on, how long it takes, and who leaves."""

from journey_editor.layout.arrows import MOST_FROM_COLUMN
from journey_editor.layout.compose import compose
from journey_editor.layout.options import Options
from journey_editor.layout.primitives import Element, Path, Picture
from journey_editor.layout.style import LIGHT
from tests.building import journey, owners, row, stage, touchpoint, transition
from tests.layout.invariants import elements, lines_of


def drawn(*given: object) -> Picture:
    return compose(journey(*owners("a", "b"), stage("s"), *given), Options())  # type: ignore[arg-type]


def line(arrow: Element) -> Path:
    assert isinstance(arrow.parts[0], Path)
    return arrow.parts[0]


def test_a_handoff_is_dashed_in_the_colour_of_pain() -> None:
    picture = drawn(touchpoint("x", "s", "a0", owner="a"), touchpoint("y", "s", "a1", owner="b"))
    [arrow] = elements(picture, "arrow")
    assert (line(arrow).ink.stroke, line(arrow).ink.dash) == (LIGHT.handoff, (4.0, 4.0))
    [legend] = elements(picture, "legend")
    assert [each.text for each in lines_of(legend)] == ["handoff"]


def test_an_arrow_within_a_lane_is_quiet() -> None:
    picture = drawn(*(each.with_(owner="a") for each in row("x", "y")))
    [arrow] = elements(picture, "arrow")
    assert (line(arrow).ink.stroke, line(arrow).ink.dash, arrow.record) == (LIGHT.arrow, (), "x>y")


def test_a_wait_is_said_where_there_is_room() -> None:
    far = (touchpoint("x", "s", "a0", owner="a"), touchpoint("y", "s", "a1", owner="b"))
    [arrow] = elements(drawn(*far, transition("x", "y", wait_days=14, label="No contact")), "arrow")
    assert [each.text for each in lines_of(arrow)] == ["2 wk"]
    assert (arrow.record, arrow.tip) == ("x-y", "No contact · 2 wk")
    near = (each.with_(owner="a") for each in row("x", "y"))
    [arrow] = elements(drawn(*near, transition("x", "y", wait_days=14)), "arrow")
    assert lines_of(arrow) == [] and arrow.tip == "2 wk"


def test_who_leaves_is_shown_below_the_card() -> None:
    picture = drawn(*row("x", "y"), transition("x", None, "abandon", label="Gives up"))
    exits = [each for each in elements(picture, "arrow") if each.record == "x-None"]
    assert [each.tip for each in exits] == ["Gives up"]


def test_many_parallel_touchpoints_make_no_tangle() -> None:
    crowd = [touchpoint(f"t{index}", "s", "a0" if index < 20 else "a1", owner="a") for index in range(40)]
    assert len(elements(drawn(*crowd), "arrow")) == MOST_FROM_COLUMN
