"""Words of people in labels, menus and tooltips."""

import pytest
from PySide6.QtGui import QTextDocument

from journey_editor.ui.labels import label, tip


@pytest.mark.parametrize("words", ["<b>bold</b>", "R&D &amp; more", 'say "no"\nand go', "a < b > c"])
def test_a_tooltip_shows_marks_and_breaks_as_they_were_typed(words: str) -> None:
    shown = QTextDocument()
    shown.setHtml(tip(words))
    assert shown.toPlainText() == words


def test_no_words_are_no_tooltip() -> None:
    assert tip("") == ""


def test_an_ampersand_of_a_label_is_no_key() -> None:
    assert label("Research & Development") == "Research && Development"
