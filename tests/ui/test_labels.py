"""Words of people in labels, menus and tooltips."""

import pytest
from PySide6.QtGui import QFontMetrics, QTextDocument
from PySide6.QtWidgets import QApplication, QLabel

from journey_editor.ui.labels import elided, label, tip
from tests.extremes import STYLES, text


@pytest.mark.parametrize("words", ["<b>bold</b>", "R&D &amp; more", 'say "no"\nand go', "a < b > c"])
def test_a_tooltip_shows_marks_and_breaks_as_they_were_typed(words: str) -> None:
    shown = QTextDocument()
    shown.setHtml(tip(words))
    assert shown.toPlainText() == words


def test_no_words_are_no_tooltip() -> None:
    assert tip("") == ""


def test_an_ampersand_of_a_label_is_no_key() -> None:
    assert label("Research & Development") == "Research && Development"


@pytest.mark.parametrize("style", STYLES)
def test_a_tooltip_of_any_text_stays_smaller_than_a_screen(qapp: QApplication, style: str) -> None:
    shown = QLabel(tip(text(style)))
    shown.setWordWrap(True)
    assert shown.sizeHint().width() < 800 and shown.heightForWidth(400) < 600
    assert shown.text().endswith("…</qt>")


def test_only_words_longer_than_a_line_may_be_broken() -> None:
    assert "\u200b" not in tip("as usual " * 20) and tip("x" * 70).count("\u200b") == 2


def test_words_without_room_end_in_an_ellipsis_however_many_there_are(qapp: QApplication) -> None:
    metrics = QFontMetrics(qapp.font())
    assert elided(metrics, "Short", 200) == "Short"
    for style in STYLES:
        shown = elided(metrics, " ".join(text(style).split()), 200)
        assert shown.endswith("…") and metrics.horizontalAdvance(shown) <= 202  # Qt rounds
    assert elided(metrics, text("words"), 100_000).endswith("…")
