"""What people type or paste, before it becomes part of a map."""

import pytest

from journey_editor.core.input import typed, typed_line


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("a\tb\nc", "a\tb\nc"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("bell\x07 and delete\x7f", "bell and delete"),
        ("half a letter \ud83d", "half a letter "),
        ("no\u00a0break, 🙂, العربية", "no\u00a0break, 🙂, العربية"),
    ],
)
def test_a_typed_text_keeps_what_a_file_can_hold_and_people_can_see(given: str, kept: str) -> None:
    assert typed(given) == kept


def test_a_typed_line_has_blanks_for_breaks_and_tabs() -> None:
    assert typed_line("one\r\n\n\ttwo  three") == "one two  three"
