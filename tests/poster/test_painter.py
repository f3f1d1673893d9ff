"""Shapes on paper lie where layout put them, times the scale."""

import re
import zlib

import pytest

from journey_editor.layout.primitives import Box, CurveData, CurveInk, Figure, Image, Ink, Path
from journey_editor.poster.document import About, write_pdf
from journey_editor.poster.numbers import number, rgb
from tests.poster.pdfs import TODAY, page_of, paths_of, pdf_of, said

RED_DOT = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00\x90wS\xde"
    b"\x00\x00\x00\x0cIDAT" + zlib.compress(b"\x00\xff\x00\x00") + b"\xc9\xfe\x92\xef\x00\x00\x00\x00IEND\xaeB`\x82"
)
INK = CurveInk("#000000", "#000000", "#000000", "#000000", "#000000")


def operators(pdf: bytes) -> str:
    """The operators of the page, which is the longest stream that is no font."""
    streams = re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL)
    texts = [zlib.decompress(stream.strip(b"\r\n")) for stream in streams]
    return next(text.decode("latin-1") for text in texts if b"1 J 1 j" in text)


@pytest.mark.parametrize("scale", [0.5, 1.0, 2.6])
@pytest.mark.parametrize("radius", [0.0, 8.0, 200.0])
def test_a_box_keeps_its_place_and_size(radius: float, scale: float):
    pdf = pdf_of(Box(30.0, 40.0, 100.0, 50.0, Ink(fill="#D55E00"), radius), scale=scale)
    (bounds,) = paths_of(pdf)
    assert bounds == pytest.approx([each * scale for each in (30.0, 40.0, 130.0, 90.0)], abs=0.01)


def test_parts_of_a_figure_count_from_its_corner():
    path = Path(
        (("M", 0.0, 0.0), ("L", 10.0, 0.0), ("C", 10.0, 5.0, 5.0, 10.0, 0.0, 10.0), ("Z",)), Ink(fill="#000000")
    )
    figure = Figure(50.0, 60.0, 100.0, 100.0, CurveData((), (), (), 0.0, 1.0, INK), (path,))
    (bounds,) = paths_of(pdf_of(figure))
    assert bounds == pytest.approx((50.0, 60.0, 60.0, 70.0), abs=0.01)


def test_ink_becomes_colour_width_dash_and_opacity():
    drawn = operators(
        pdf_of(Box(0, 0, 9, 9, Ink(fill="#FF0000", stroke="#0000FF", width=2.0, dash=(3.0, 1.5), fill_opacity=0.25)))
    )
    assert "1 0 0 rg" in drawn
    assert "0 0 1 RG" in drawn
    assert "2 w" in drawn
    assert "[3 1.5] 0 d" in drawn
    assert " re B" in drawn
    assert b"/ca .25" in pdf_of(Box(0, 0, 9, 9, Ink(fill="#FF0000", fill_opacity=0.25)))


def test_what_has_no_ink_is_not_drawn():
    nothing = (Ink(), Ink(fill="#FFFFFF", fill_opacity=0.0), Ink(stroke="#FFFFFF", width=0.0))
    assert paths_of(pdf_of(*(Box(0, 0, 9, 9, ink) for ink in nothing))) == []


def test_text_after_a_faint_shape_is_not_faint():
    pdf = pdf_of(Box(0, 0, 9, 9, Ink(fill="#000000", fill_opacity=0.1)), *said("clear"))
    drawn = operators(pdf)
    assert drawn.index("gRLs0 gs") < drawn.index("gRLs1 gs") < drawn.index("BT")


def test_layers_are_painted_from_the_lowest_up():
    page = page_of(Box(0, 0, 9, 9, Ink(fill="#00FF00")))
    low = page.elements[0]
    high = type(low)(low.role, "high", low.rect, (Box(0, 0, 9, 9, Ink(fill="#FF0000")),), 3)
    drawn = operators(write_pdf([type(page)(page.width, page.height, (high, low))], About("Test", TODAY)))
    assert drawn.index("0 1 0 rg") < drawn.index("1 0 0 rg")


def test_an_image_of_the_file_is_placed_and_an_unknown_one_left_out():
    page = page_of(Image(10.0, 10.0, 50.0, 50.0, "known"), Image(80.0, 10.0, 50.0, 50.0, "unknown"))
    with_one = write_pdf([page], About("Test", TODAY, pictures={"known": RED_DOT}))
    assert with_one.count(b"/Subtype /Image") == 1


def test_an_image_covers_its_place_and_a_damaged_one_is_left_out():
    page = page_of(Image(10.0, 10.0, 50.0, 20.0, "known", radius=4.0), Image(80.0, 10.0, 50.0, 50.0, "damaged"))
    pdf = write_pdf([page], About("Test", TODAY, pictures={"known": RED_DOT, "damaged": RED_DOT[:40]}))
    drawn = operators(pdf)
    assert drawn.count("W n") == drawn.count(" Do") == 1
    assert "50 0 0 50 10 -45 cm" in drawn, "as wide as its place, as high as its shape, about the middle"


@pytest.mark.parametrize(
    ("value", "shown"),
    [(0.0, "0"), (-0.001, "0"), (12.0, "12"), (1.2345, "1.23"), (-7.5, "-7.5"), (3370.3937, "3370.39"), (100.0, "100")],
)
def test_numbers_are_short_and_never_exponents(value: float, shown: str):
    assert number(value) == shown


def test_colours_are_numbers_from_0_to_1():
    assert rgb("#FF8000") == "1 0.502 0"


@pytest.mark.parametrize("side", [12_000, 60_000])
def test_an_image_that_would_unpack_into_gigabytes_is_left_out(side: int):
    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    size = side.to_bytes(4, "big")
    huge = (
        RED_DOT[:8] + chunk(b"IHDR", size + size + b"\x08\x02\x00\x00\x00") + chunk(b"IDAT", zlib.compress(bytes(99)))
    )
    page = page_of(Image(10.0, 10.0, 50.0, 20.0, "huge"), Image(80.0, 10.0, 50.0, 20.0, "known"))
    pdf = write_pdf([page], About("Test", TODAY, pictures={"huge": huge + chunk(b"IEND", b""), "known": RED_DOT}))
    assert operators(pdf).count(" Do") == 1
