"""What is said on an arrow: as much as has room, and never wider than that."""

from hypothesis import given, strategies as st

from journey_editor.core.records import Note, Opportunity
from journey_editor.layout.flow.labels import (
    HEIGHT,
    TALL,
    Said,
    choices,
    hole_width,
    label_parts,
    least_width,
    said_of,
    share_text,
    tip_of,
)
from journey_editor.layout.primitives import Box, Line
from journey_editor.layout.style import LIGHT
from tests.building import metric, note, opportunity, transition

FULL = Said("loop", "80 %", "3 d", 0.0, True, 2, 1, 1, "Asks again and again and once more")


def words(said: Said, room: float, less: int, is_tall: bool = False) -> list[str]:
    return [part.text for part in label_parts(said, room, less, is_tall, LIGHT) if isinstance(part, Line)]


def test_shares_are_told_in_per_cent_and_never_rounded_to_all() -> None:
    assert [share_text(each) for each in (0.8, 0.125, 0.0, 1.0, 0.9999)] == [
        "80 %",
        "12.5 %",
        "0 %",
        "100 %",
        "99.99 %",
    ]


def test_a_transition_says_what_is_known_of_it() -> None:
    way = transition("x", "y", "unhappy", share=0.2, wait_days=3, protocol=" ", label="Two\nlines")
    hanging: list[Note] = [note("n", "x-y"), note("q", "x-y", "quote"), note("r", "x-y", resolved=True)]
    ideas: list[Opportunity] = [opportunity("o", "x-y"), opportunity("p", "x-y", status="dropped")]
    assert said_of(way, True, hanging, ideas) == Said("unhappy", "20 %", "3 d", 0.0, False, 1, 1, 1, "Two lines")
    assert said_of(way, False, (), ()).agreement is None
    assert said_of(transition("x", "y", protocol="Checklist"), False, (), ()).agreement is True
    assert said_of(transition("x", "y", evidence=("iv",)), False, (), ()).backed


def test_a_metric_on_a_transition_has_its_sign_and_is_told_where_the_pointer_rests() -> None:
    way = transition("x", "y")
    measured = (metric("m", "x-y", name="Time to reply", current=5, target=2, unit="h"), metric("e", "x-y", name=" "))
    said = said_of(way, False, (), (), measured)
    assert said == Said("happy", metrics=1), "one without words says nothing"
    colors = [part.ink.fill for part in label_parts(said, 100.0, 1, False, LIGHT) if isinstance(part, Box)]
    assert colors.count(LIGHT.metric_shape) == 3
    assert label_parts(said._replace(share="5 %"), 100.0, 2, False, LIGHT) == label_parts(
        Said("happy", "5 %"), 100.0, 2, False, LIGHT
    )
    assert tip_of(way, False, (), (), measured).splitlines()[1:] == [
        "Measured by Time to reply 5\u00a0→\u00a02\u00a0h\u00a0↑"
    ]


def test_longer_waits_are_longer_holes_within_reason() -> None:
    assert said_of(transition("x", "y", wait_days=6.9), False, (), ()).hole == 0.0
    assert 0 < hole_width(7) < hole_width(14) < hole_width(60) == hole_width(1e300)
    for days in (7, 10.1, 20.2, 99_999.9, 1.7976931348e308):
        said = said_of(transition("x", "y", wait_days=days), False, (), ())
        [plate] = [part for part in label_parts(said, 200.0, 1, False, LIGHT) if isinstance(part, Line)]
        assert plate.x > 0.0 and plate.x + plate.width < said.hole <= hole_width(1e300)
    assert said.wait.endswith("…")


def test_what_has_no_room_is_left_out_step_by_step() -> None:
    found = [less for _width, less in choices(FULL, 400.0, False)]
    assert found == [0, 1, 2, 3]
    assert words(FULL, 400.0, 0) == ["80 %", "3 d", "2", FULL.label]
    assert words(FULL, 400.0, 1) == ["80 %", "3 d", "2"]
    assert words(FULL, 400.0, 2) == ["80 %", "3 d"]
    assert words(FULL, 400.0, 3) == []
    assert choices(FULL, 8.0, False) == ()


@given(st.floats(10, 400).map(int).map(float), st.booleans(), st.sampled_from([0.0, 40.0, 90.0]))
def test_nothing_is_wider_or_higher_than_it_says(room: float, is_tall: bool, hole: float) -> None:
    said = FULL._replace(hole=hole, wait="2 wk")
    for width, less in choices(said, room, is_tall):
        assert width <= room
        for part in label_parts(said, room, less, is_tall, LIGHT):
            if isinstance(part, Box | Line):
                assert part.x >= -0.01 and part.x + part.width <= width + 0.01
            if isinstance(part, Box):
                half = (TALL if is_tall and hole else HEIGHT) / 2
                assert part.y >= -half - 0.01 and part.y + part.height <= half + 1.01


def test_a_long_label_ends_in_an_ellipsis() -> None:
    said = Said("happy", label="word " * 100)
    [(_width, less), *_others] = choices(said, 120.0, False)
    assert words(said, 120.0, less)[0].endswith("…")
    assert least_width(said) == 0.0, "a label alone asks for no room"


def test_of_long_texts_and_many_notes_a_tip_tells_what_can_be_read() -> None:
    many = [note(f"n{index}", "x-y", text="long " * 2_000) for index in range(200)]
    told = tip_of(transition("x", "y", label="x" * 10_000), False, many, ())
    assert len(told.splitlines()) == 2 + 8 + 1 and told.endswith("192 more")
    assert max(map(len, told.splitlines())) < 310
