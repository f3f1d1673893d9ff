"""Fonts in a PDF: embedded, subset, and nothing but what is used."""

import pytest
import uharfbuzz

from journey_editor.assets import MissingAssetError
from journey_editor.layout.primitives import Ink
from journey_editor.layout.shapes import circle
from journey_editor.poster.typeface import Typeface, outline
from tests.poster.pdfs import fonts_of, pdf_of, read, said


def test_every_font_is_embedded_and_subset():
    pdf = pdf_of(*said("Latin, สวัสดี, مرحبا, नमस्ते, \U0001f600"), *said("Bold", face="Inter-Bold"))
    fonts = fonts_of(pdf)
    assert len(fonts) == 6
    for name, font in fonts.items():
        tag, plus, face = name[1:].partition("+")
        assert (len(tag), tag.isupper(), plus) == (6, True, "+"), name
        assert font["/Subtype"] == "/Type0"
        descendant = font["/DescendantFonts"][0].get_object()
        assert descendant["/Subtype"] == "/CIDFontType2"
        file = descendant["/FontDescriptor"]["/FontFile2"].get_data()
        whole = Typeface(face, "F1").face.blob.data
        assert len(file) < len(whole) / 8, face
        assert uharfbuzz.Face(file).upem == uharfbuzz.Face(whole).upem


def test_no_font_is_written_that_nothing_uses():
    assert fonts_of(pdf_of(circle(50.0, 50.0, 20.0, Ink(fill="#000000")))) == {}


def test_one_glyph_may_stand_for_different_letters():
    face = Typeface("Inter-Regular", "F1")
    assert face.code(5, " ") != face.code(5, "\u00a0")
    assert face.code(5, " ") == 0
    assert face.advance(0) == face.advance(1) > 0


def test_the_name_tells_apart_two_subsets_of_one_font():
    one, other = (list(fonts_of(pdf_of(*said(words)))) for words in ("abc", "xyz"))
    assert one[0] != other[0]
    assert one[0].endswith("+Inter-Regular")


def test_widths_in_the_file_are_those_of_the_font():
    pdf = pdf_of(*said("Hi"))
    (font,) = fonts_of(pdf).values()
    first, widths = font["/DescendantFonts"][0].get_object()["/W"]
    face = Typeface("Inter-Regular", "F1")
    glyphs = [uharfbuzz.Font(face.face).get_nominal_glyph(ord(letter)) for letter in "Hi"]
    assert first == 0
    assert list(widths) == [face.advance(face.code(glyph, "")) for glyph in glyphs]


def test_more_letters_than_a_block_of_the_character_map_holds():
    words = "".join(chr(code) for code in range(0x21, 0x7F)) + "".join(chr(code) for code in range(0xC0, 0x17F))
    pdf = pdf_of(*said(words[:120], words[120:240], words[240:], size=6.0))
    found = read(pdf).pages[0].extract_text().replace("\n", "")
    assert sorted(found) == sorted(words)


def test_an_outline_is_about_its_place_on_the_baseline():
    font = uharfbuzz.Font(Typeface("Inter-Regular", "F1").face)
    commands = outline("Inter-Regular", font.get_nominal_glyph(ord("H")), 100.0)
    points = [command[-2:] for command in commands if len(command) > 1]
    assert min(y for _x, y in points) == pytest.approx(-72.7, abs=1)
    assert max(y for _x, y in points) == pytest.approx(0.0, abs=0.1)


def test_a_font_that_is_not_there_is_named():
    with pytest.raises(MissingAssetError, match="Comic"):
        Typeface("Comic", "F1")
