"""Letters of both directions stand in the order of the Unicode bidirectional algorithm."""

import pytest
from bidi import get_display
from hypothesis import given, strategies as st

from journey_editor.layout.bidi import visual_runs


def seen(text: str) -> str:
    return "".join(letters[::-1] if rtl else letters for letters, rtl in visual_runs(text))


@pytest.mark.parametrize(
    "text", ["abc", "אבג", "abc אבג def", "אבג abc דהו", "אב 12 גד", "abc 12 אב", "مرحبا 3 x", "אב, גד!"]
)
def test_the_order_is_that_of_the_algorithm(text: str) -> None:
    assert seen(text) == get_display(text)


@given(st.text("ab אבمر12.,", max_size=30))
def test_mixed_texts_are_ordered_alike(text: str) -> None:
    text = text.strip()
    assert seen(text) == get_display(text)


def test_letters_without_a_direction_go_with_the_one_before() -> None:
    assert visual_runs("א\u200dב") == [("א\u200dב", True)]
    assert visual_runs("a\u200cb") == [("a\u200cb", False)]


def test_letters_that_are_not_assigned_are_drawn() -> None:
    assert visual_runs("\U0001e8d7") == [("\U0001e8d7", False)]
