"""Words are shaped by the first face that has their letters."""

import pytest

from journey_editor.layout.fonts import advance, chain_of, clusters, face_of, is_rtl, segments, shape, shape_word
from journey_editor.layout.style import BOLD, MEDIUM, REGULAR


@pytest.mark.parametrize(
    ("letters", "face"),
    [
        ("Kick-off", "Inter-Regular"),
        ("é", "Inter-Regular"),
        ("e\u0301", "Inter-Regular"),
        ("مرحبا", "NotoSansArabic-Regular"),
        ("हिन्दी", "NotoSansDevanagari-Regular"),
        ("สวัสดี", "NotoSansThai-Regular"),
        ("שלום", "DejaVuSans"),
        ("❤\ufe0f", "Inter-Regular"),
        ("☎", "DejaVuSans"),
    ],
)
def test_each_script_has_its_face(letters: str, face: str) -> None:
    assert segments(REGULAR, letters) == [(face, letters)]


def test_heavy_faces_fall_back_to_heavy_ones() -> None:
    assert segments(BOLD, "مرحبا")[0][0] == "NotoSansArabic-Bold"
    assert segments(MEDIUM, "مرحبا")[0][0] == "NotoSansArabic-Regular"
    assert chain_of(BOLD)[-1] == "DejaVuSans-Bold"


def test_what_no_face_has_becomes_the_box_of_the_first() -> None:
    [shaped] = shape_word(REGULAR, "漢")
    assert (shaped.face, shaped.glyphs) == (REGULAR, (0,))


def test_marks_and_joiners_stay_with_their_letter() -> None:
    assert list(clusters("e\u0301a👍🏽👩\u200d👧x")) == ["e\u0301", "a", "👍🏽", "👩\u200d👧", "x"]
    assert list(clusters("")) == []


def test_right_to_left_letters_are_drawn_from_the_right() -> None:
    assert is_rtl("abc ש") and not is_rtl("abc é 漢")
    leftward, rightward = shape("DejaVuSans", "אב", True), shape("DejaVuSans", "אב", False)
    assert leftward.glyphs == tuple(reversed(rightward.glyphs))


def test_glyphs_advance() -> None:
    shaped = shape(REGULAR, "WWW", False)
    assert shaped.xs[0] == 0 and shaped.xs[1] < shaped.xs[2] < shaped.advance
    assert advance(REGULAR, "WWW") == shaped.advance


def test_a_face_is_opened_once() -> None:
    assert face_of(REGULAR) is face_of(REGULAR)
    assert face_of(REGULAR).covers("W") and not face_of(REGULAR).covers("漢")
