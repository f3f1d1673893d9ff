"""A PNG is the page, two pixels a point."""

from io import BytesIO

import pytest
from PIL import Image as Pillow

from journey_editor.layout.primitives import Box, Ink
from journey_editor.poster import png
from tests.poster.pdfs import pdf_of


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_size_and_colours_are_those_of_the_page(scale: float):
    pdf = pdf_of(Box(0, 0, 400, 300, Ink(fill="#F6F4EF")), Box(100, 50, 20, 20, Ink(fill="#D55E00")))
    image = Pillow.open(BytesIO(png.write_png(pdf, scale))).convert("RGB")
    assert image.size == (400 * scale, 300 * scale)
    assert image.getpixel((round(110 * scale), round(60 * scale))) == (0xD5, 0x5E, 0x00)
    assert image.getpixel((10, 10)) == (0xF6, 0xF4, 0xEF)


def test_a_huge_page_gets_fewer_pixels(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(png, "MOST_PIXELS", 30_000)
    width, height = Pillow.open(BytesIO(png.write_png(pdf_of()))).size
    assert width * height <= 31_000
    assert width / height == pytest.approx(4 / 3, rel=0.02)


def test_equal_pages_give_equal_bytes():
    pdf = pdf_of(Box(0, 0, 40, 30, Ink(fill="#D55E00")))
    assert png.write_png(pdf) == png.write_png(pdf)
