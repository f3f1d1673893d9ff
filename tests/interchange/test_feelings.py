"""Feelings as cells of a table tell them."""

import pytest

from journey_editor.interchange.feelings import Feeling, feeling_of


@pytest.mark.parametrize(
    ("cell", "feeling"),
    [
        ("-1", Feeling(-1)), ("+0,5", Feeling(0.5)), ("−1.5", Feeling(-1.5)), ("2", Feeling(2)), ("0", Feeling(0)),
        ("-1 (lost)", Feeling(-1, "lost")), ("calm +1", Feeling(1, "calm")), ("curious", Feeling(1, "curious")),
        ("at times frustrated", Feeling(-1.5, "at times frustrated")), ("Wütend", Feeling(-2, "Wütend")),
        (":-(", Feeling(-1)), (":((", Feeling(-2)), ("😀 yes", Feeling(2, "yes")), ("negative", Feeling(-1)),
        ("sehr gut", Feeling(2)),
        ("7", None), ("-3", None), ("4/5", None), ("50 %", None), ("meh", None), ("", None), ("1 of 2", None),
    ],
)  # fmt: skip
def test_numbers_faces_and_words(cell, feeling):
    assert feeling_of(cell) == feeling


def test_words_that_were_used_before_are_known():
    assert feeling_of("meh", {"meh": -0.5}.get) == Feeling(-0.5, "meh")
