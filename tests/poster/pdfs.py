"""What tests read out of a PDF: texts with their places, fonts, paths."""

from collections.abc import Iterator
from ctypes import byref, c_double
from datetime import date
from io import BytesIO
from typing import Any

import pypdf
import pypdfium2
import pypdfium2.raw as raw

from journey_editor.layout import text
from journey_editor.layout.primitives import Element, Figure, Line, Primitive, Rect
from journey_editor.poster.document import About, write_pdf
from journey_editor.poster.sheet import Page

TODAY = date(2026, 11, 25)


def said(*texts: str, face: str = "Inter-Regular", size: float = 12.0, **more: Any) -> tuple[Line, ...]:
    """Lines below each other, 20 points apart."""
    return tuple(
        text.line(words, 20.0, 30.0 + 20.0 * index, face=face, size=size, color="#23211E", **more)
        for index, words in enumerate(texts)
    )


def page_of(*parts: Primitive, width: float = 400.0, height: float = 300.0, scale: float = 1.0) -> Page:
    element = Element("card", "t", Rect(0.0, 0.0, width, height), parts)
    return Page(width * scale, height * scale, (element,), scale)


def pdf_of(*parts: Primitive, scale: float = 1.0) -> bytes:
    return write_pdf([page_of(*parts, scale=scale)], About("Test", TODAY))


def read(pdf: bytes) -> Any:
    """A PDF opened by a reader that shares no code with the one that draws."""
    return pypdf.PdfReader(BytesIO(pdf))


def text_of(pdf: bytes) -> str:
    """The text as a viewer copies it."""
    document = pypdfium2.PdfDocument(pdf)
    return document[0].get_textpage().get_text_range()


def letters_of(pdf: bytes) -> list[tuple[str, float, float]]:
    """Each letter of the first page with the place it is drawn at, from the left upper corner."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    height = page.get_height()
    words = page.get_textpage()
    x, y = c_double(), c_double()
    found: list[tuple[str, float, float]] = []
    for index in range(words.count_chars()):
        if raw.FPDFText_IsGenerated(words.raw, index):
            continue
        raw.FPDFText_GetCharOrigin(words.raw, index, byref(x), byref(y))
        found.append((chr(raw.FPDFText_GetUnicode(words.raw, index)), x.value, height - y.value))
    return found


def paths_of(pdf: bytes) -> list[tuple[float, float, float, float]]:
    """Left, top, right and bottom of each path of the first page, from the left upper corner."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    height = page.get_height()
    bounds = [found.get_bounds() for found in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH])]
    return [(left, height - top, right, height - bottom) for left, bottom, right, top in bounds]


def fonts_of(pdf: bytes) -> dict[str, Any]:
    """The fonts of the first page by their name."""
    page = read(pdf).pages[0]
    return {font["/BaseFont"]: font for font in (each.get_object() for each in page["/Resources"]["/Font"].values())}


def placed(elements: tuple[Element, ...]) -> Iterator[tuple[Primitive, float, float]]:
    """Each primitive of a page with the corner that its place counts from."""
    for element in elements:
        yield from _placed(element.parts, element.rect.x, element.rect.y)


def _placed(parts: tuple[Primitive, ...], x: float, y: float) -> Iterator[tuple[Primitive, float, float]]:
    for part in parts:
        if isinstance(part, Figure):
            yield from _placed(part.parts, x + part.x, y + part.y)
        else:
            yield part, x, y
