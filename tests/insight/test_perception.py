"""The gap between what the team believed and what people feel."""

import pytest

from journey_editor.core.parts import Emotion
from journey_editor.insight.perception import perception_gap
from tests.building import touchpoint


def gap(believed: float | None, felt: float | None, basis: str = "research", state: str = "current"):
    emotion = None if felt is None else Emotion.model_validate({"valence": felt, "basis": basis})
    return perception_gap(touchpoint("t", believed=believed, emotion=emotion), state)  # pyright: ignore


@pytest.mark.parametrize(
    ("believed", "felt", "found"),
    [
        (0.9, -1.1, (2.0, "high")),
        (-1.0, 1.0, (-2.0, "high")),
        (1.0, 0.0, (1.0, "medium")),
        (0.8, -0.2, (1.0, "medium")),
        (0.9, 0.0, None),
        (None, -2.0, None),
        (2.0, None, None),
    ],
)
def test_a_gap_begins_at_one_and_is_high_from_two(believed: float, felt: float, found: object):
    assert gap(believed, felt) == found


@pytest.mark.parametrize("basis", ["assumption", "workshop"])
def test_what_nobody_checked_makes_a_low_gap(basis: str):
    assert gap(2.0, -2.0, basis) == (4.0, "low")


@pytest.mark.parametrize("state", ["future", "hypothesis"])
def test_what_is_only_planned_has_no_gap(state: str):
    assert gap(2.0, -2.0, state=state) is None
    assert gap(2.0, -2.0, state="past") == (4.0, "high")
