"""What stands for a record in a sentence or a list."""

import pytest

from journey_editor.core.titles import called, in_line, shortened
from tests.building import note, stage, touchpoint


@pytest.mark.parametrize(("words", "shown"), [("12345", "12345"), ("123456", "1234…"), ("", ""), ("123 56", "123…")])
def test_long_words_end_with_an_ellipsis_that_counts(words: str, shown: str) -> None:
    assert shortened(words, 5) == shown


def test_a_text_of_several_lines_becomes_one() -> None:
    assert in_line(" two\nlines\tand  blanks ") == "two lines and blanks"
    assert in_line("two\nlines", 5) == "two…"


def test_a_record_without_a_name_is_called_by_its_kind() -> None:
    assert called(touchpoint("a", "s", title="First\nlogin")) == "First login"
    assert called(touchpoint("a", "s", title="First login"), 6) == "First…"
    assert called(stage("s", name=" ")) == "Stage without a name"
    assert called(note("n", "a", text="")) == "Note without words"
