"""Text on paper is drawn from the glyphs of layout and copied as what was typed."""

import pytest

from journey_editor.layout.primitives import Line
from journey_editor.layout.text import line
from tests.poster.pdfs import letters_of, pdf_of, read, said, text_of

TEXTS = [
    "Wait < 5 min & $5 - $6 <b>",
    "AVATAR To fi ffi office",
    "Ünïcödé – “quotes” … 1/2",
    "goes -> on 10x20 9:30 (a)",
    "a\u00a0b",
    "Emoji \U0001f600 here",
    "\u4e2d\u6587 not bundled",
    "สวัสดีครับ น้ำ",
    "שלום עולם",
    "سلام",
]


@pytest.mark.parametrize("words", TEXTS)
def test_a_text_is_copied_as_it_was_typed(words: str):
    assert text_of(pdf_of(*said(words))).strip() == words


@pytest.mark.parametrize("words", [*TEXTS[:7], "नमस्ते कि क्षत्रिय", "مرحبا بالعالم"])
def test_other_viewers_copy_the_same(words: str):
    reader = read(pdf_of(*said(words)))
    assert sorted(reader.pages[0].extract_text().split()) == sorted(words.split())


def test_words_are_not_broken_into_letters_by_kerning():
    words = "AVA Tokyo Wave To. Ty"
    pdf = pdf_of(*said(words, face="Inter-Bold", size=40.0))
    assert read(pdf).pages[0].extract_text() == words


@pytest.mark.parametrize("scale", [0.37, 1.0, 2.83])
@pytest.mark.parametrize("face", ["Inter-Regular", "Inter-Medium", "Inter-SemiBold", "Inter-Bold"])
def test_every_letter_stands_where_layout_put_it(face: str, scale: float):
    made = line("Tokyo AVATAR, 12 h to reply: quite", 20.0, 30.0, face=face, size=11.0, color="#000000")
    letters = letters_of(pdf_of(made, scale=scale))
    (run,) = made.runs
    assert [letter for letter, _x, _y in letters] == list(run.text)
    for (_letter, x, y), place in zip(letters, run.xs, strict=True):
        assert x == pytest.approx((20.0 + place) * scale, abs=0.003 * 11.0 * scale)
        assert y == pytest.approx(30.0 * scale, abs=0.01)


def test_a_line_of_several_faces_goes_on_where_the_last_run_ended():
    made = line("Emoji \U0001f600 then words", 20.0, 30.0, size=11.0, color="#000000")
    assert len(made.runs) == 3
    emoji = "\ud83d"  # pdfium tells it as two halves
    starts = {letter: x for letter, x, _y in letters_of(pdf_of(made))}
    assert starts[emoji] == pytest.approx(20.0 + made.runs[0].width, abs=0.1)
    assert starts["w"] > starts[emoji] + made.runs[1].width


def test_marks_that_are_raised_bring_the_line_back_to_its_base():
    made = line("L\u0302\u0302 Ax", 20.0, 60.0, size=20.0, color="#000000")
    assert any(any(run.ys) for run in made.runs)
    assert letters_of(pdf_of(made))[-1][2] == pytest.approx(60.0, abs=0.01)


def test_a_halo_is_no_text_so_nothing_is_found_twice():
    plain, haloed = pdf_of(*said("lost")), pdf_of(*said("lost", halo="#FFFFFF"))
    assert text_of(haloed) == text_of(plain) == "lost"
    assert len(haloed) > len(plain)


def test_a_line_without_glyphs_is_left_out():
    assert text_of(pdf_of(Line(0.0, 0.0, 11.0, "#000000", (), 0.0, ""))) == ""
