"""Arrows tell who passes whom on, how long it takes, and who leaves."""

from journey_editor.layout.arrows import MOST_FROM_COLUMN
from journey_editor.layout.compose import compose
from journey_editor.layout.options import Options
from journey_editor.layout.primitives import Box, Element, Path, Picture
from journey_editor.layout.style import LIGHT
from tests.building import journey, metric, note, owners, row, stage, touchpoint, transition
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


def test_a_transition_is_told_whole_where_the_pointer_rests() -> None:
    far = (touchpoint("x", "s", "a0", owner="a"), touchpoint("y", "s", "a1", owner="b"))
    way = transition("x", "y", wait_days=3, share=0.8, label="No contact")
    picture = drawn(*far, way, note("n", "x-y", text="Nobody calls"), metric("calls", "x-y", name="Calls in time"))
    [arrow] = elements(picture, "arrow")
    assert (arrow.record, arrow.tip) == (
        "x-y",
        "No contact\nHappy path\nShare: 80 %\nWaits 3 d\nNo agreement on how the customer is passed on\n"
        "– Nobody calls\nMeasured by Calls in time",
    )


def test_neighbours_make_room_for_what_is_said_between_them() -> None:
    near = [each.with_(owner="a") for each in row("x", "y")]
    silent = {each.record: each.rect for each in elements(drawn(*near, transition("x", "y")), "card")}
    assert round(silent["y"].x - silent["x"].right, 3) == 8
    picture = drawn(*near, transition("x", "y", share=0.8, wait_days=3))
    [arrow] = elements(picture, "arrow")
    assert [each.text for each in lines_of(arrow)] == ["80 %", "3 d"]
    cards = {each.record: each.rect for each in elements(picture, "card")}
    [first, last] = lines_of(arrow)
    assert cards["x"].right < arrow.rect.x + first.x
    assert arrow.rect.x + last.x + last.width < cards["y"].x


def test_a_long_wait_is_a_hole_that_grows_with_it() -> None:
    near = [each.with_(owner="a") for each in row("x", "y")]

    def apart(days: float) -> float:
        cards = {
            each.record: each.rect for each in elements(drawn(*near, transition("x", "y", wait_days=days)), "card")
        }
        return cards["y"].x - cards["x"].right

    assert apart(14) > apart(7) > 30
    picture = drawn(*near, transition("x", "y", wait_days=14))
    [arrow] = elements(picture, "arrow")
    assert [each.text for each in lines_of(arrow)] == ["2 wk"]
    assert any(isinstance(part, Box) and part.height > 30 for part in arrow.parts), "as high as half a card"
    [legend] = elements(picture, "legend")
    assert "a week or more without contact" in [each.text for each in lines_of(legend)]


def test_who_leaves_is_shown_below_the_card() -> None:
    picture = drawn(*row("x", "y"), transition("x", None, "abandon", label="Gives up"))
    exits = [each for each in elements(picture, "arrow") if each.record == "x-None"]
    [way] = exits
    assert way.tip == "Gives up\nLeaves the journey"
    assert [each.text for each in lines_of(way)] == ["Gives up"]


def test_many_parallel_touchpoints_make_no_tangle() -> None:
    crowd = [touchpoint(f"t{index}", "s", "a0" if index < 20 else "a1", owner="a") for index in range(40)]
    assert len(elements(drawn(*crowd), "arrow")) == MOST_FROM_COLUMN
