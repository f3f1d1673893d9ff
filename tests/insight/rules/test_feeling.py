"""Whether feelings are told, and honestly: `split_room`, `ideal_journey` and `no_emotion` at their boundaries."""

from typing import Any

import pytest

from journey_editor.core.parts import Emotion
from journey_editor.core.records import Touchpoint
from journey_editor.insight.rules.feeling import ideal_journey, no_emotion, split_room
from tests.building import MAP, case, note, row, stage, touchpoint, transition


def voted(**fields: Any) -> Touchpoint:
    return touchpoint("a", "s", emotion=Emotion.model_validate({"valence": 0, **fields}))


@pytest.mark.parametrize(
    ("fields", "is_split"),
    [
        ({"n": 5, "low": -1, "high": 1}, True),
        ({"n": 4, "low": -1, "high": 1}, False),
        ({"n": 5, "low": -1, "high": 0.9}, False),
        ({"n": 5, "low": -1.7, "high": 0.3}, True),  # 2.0 but for the last digit
        ({"n": 50, "low": -2, "high": 2}, True),
        ({"n": 50, "low": 2, "high": -2}, False),
        ({"n": 50, "low": -2}, False),
        ({"n": 50, "high": 2}, False),
        ({"low": -2, "high": 2}, False),
    ],
)
def test_a_room_of_five_is_split_where_it_differs_by_two(fields: dict[str, float], is_split: bool):
    found = [(each.severity, each.records, each.numbers) for each in split_room(case(stage("s"), voted(**fields)))]
    assert found == ([("info", ("a",), fields)] if is_split else [])


def test_a_split_room_in_the_tray_counts_nowhere():
    assert not list(split_room(case(stage("s"), voted(n=9, low=-2, high=2).with_(stage=None))))


def pleasant(*extra: Any, count: int = 5, lowest: float = 0, **fields: Any) -> list[tuple[str, tuple[str, ...]]]:
    cards = [touchpoint(f"t{index}", "s", f"a{index}", v=1 if index else lowest) for index in range(count)]
    return [(each.severity, each.records) for each in ideal_journey(case(stage("s"), *cards, *extra, **fields))]


def test_five_feelings_none_of_them_bad_and_no_pain_are_an_ideal():
    assert pleasant() == pleasant(state="as_is") == [("high", (MAP,))]
    assert pleasant(count=4) == pleasant(lowest=-0.1) == []


@pytest.mark.parametrize("state", ["future", "hypothesis", "day_in_life", "blueprint", "past"])
def test_only_what_is_said_to_be_so_today_is_asked(state: str):
    assert pleasant(state=state) == []


@pytest.mark.parametrize(
    ("extra", "is_ideal"),
    [
        ([note("n", "t0")], False),
        ([note("n", "s")], False),
        ([note("n", MAP)], False),
        ([transition("t0", "t1"), note("n", "t0-t1")], False),
        ([note("n", "t0", resolved=True)], True),
        ([note("n", "t0", "gain")], True),
        ([touchpoint("w", v=-2), note("n", "w")], True),
    ],
)
def test_a_pain_point_on_the_map_makes_it_real(extra: list[Any], is_ideal: bool):
    assert bool(pleasant(*extra)) == is_ideal


@pytest.mark.parametrize(("silent", "felt", "is_found"), [(1, 1, False), (2, 1, True), (2, 2, False), (1, 0, True)])
def test_more_than_half_without_emotion_is_told(silent: int, felt: int, is_found: bool):
    cards = [*row(*(f"t{index}" for index in range(silent))), *[
        touchpoint(f"f{index}", "s", f"b{index}", v=-1) for index in range(felt)
    ]]  # fmt: skip
    found = [(each.severity, each.records, each.numbers) for each in no_emotion(case(stage("s"), *cards))]
    expected = [("medium", (MAP,), {"missing": silent, "total": silent + felt})]
    assert found == (expected if is_found else [])


def test_an_empty_map_and_the_tray_lack_no_emotion():
    assert not list(no_emotion(case(stage("s"), touchpoint("w"), touchpoint("x"))))
