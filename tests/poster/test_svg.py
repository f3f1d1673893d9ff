"""An SVG is well formed whatever the text, says it as text, and brings its fonts along."""

import re
from base64 import b64decode
from xml.etree import ElementTree

import pytest

from journey_editor.layout.primitives import Box, CurveData, CurveInk, Element, Figure, Image, Ink, Path, Rect
from journey_editor.poster.sheet import Page
from journey_editor.poster.svg import write_svg
from tests.poster.pdfs import page_of, said
from tests.poster.test_woff import opened

SVG = "{http://www.w3.org/2000/svg}"
BAD = ["<script>&\"'", "]]>", "a\x00b\x0bc", "\ufffe\uffff", "\ud800", "&amp;", "\u202eabc", "z\u0301" * 50]


def tree_of(page: Page, title: str = "Map") -> ElementTree.Element:
    return ElementTree.fromstring(write_svg(page, title))


@pytest.mark.parametrize("words", BAD)
def test_any_text_is_well_formed(words: str):
    page = page_of(*said(words))
    element = page.elements[0]
    tipped = Element(element.role, words, element.rect, element.parts, 0, words)
    tree = tree_of(Page(page.width, page.height, (tipped,)), words)
    assert tree.tag == f"{SVG}svg"


@pytest.mark.parametrize("words", ["Wait < 5 min & $5 - $6 <b>", "مرحبا بالعالم", "น้ำ", "\U0001f600 ok"])
def test_text_is_text(words: str):
    texts = ["".join(each.itertext()) for each in tree_of(page_of(*said(words))).iter(f"{SVG}text")]
    assert texts == [words]


def test_runs_begin_where_layout_put_them():
    (line,) = said("Emoji \U0001f600 then")
    spans = list(tree_of(page_of(line)).iter(f"{SVG}tspan"))
    starts = [line.x, line.x + line.runs[0].width, line.x + line.runs[0].width + line.runs[1].width]
    assert [float(span.get("x", "")) for span in spans] == pytest.approx(starts, abs=0.006)
    assert [float(span.get("textLength", "")) for span in spans] == pytest.approx(
        [run.width for run in line.runs], abs=0.006
    )


def test_a_run_from_right_to_left_ends_at_its_left():
    (span,) = tree_of(page_of(*said("שלום"))).iter(f"{SVG}tspan")
    assert (span.get("direction"), span.get("text-anchor"), span.get("x")) == ("rtl", "end", "20")


def test_each_face_is_inside_with_the_letters_used():
    svg = write_svg(page_of(*said("Hello"), *said("Bold", face="Inter-Bold"), *said("น้ำ")), "Map").decode()
    faces = re.findall(r"font-family:'([^']+)';font-weight:(\d+);.*?base64,([^)]+)\)", svg)
    assert [face[:2] for face in faces] == [("Inter", "700"), ("Inter", "400"), ("Noto Sans Thai", "400")]
    letters = [set(map(chr, opened(b64decode(file)).unicodes)) for _family, _weight, file in faces]
    assert set("Bold") <= letters[0]
    assert set("Hello") <= letters[1]
    assert "x" not in letters[1]
    assert set("น้ำ\u0e4d\u0e32") <= letters[2]  # what browsers take the last letter apart into


def test_shapes_keep_place_ink_and_scale():
    ink = Ink(fill="#FF0000", stroke="#0000FF", width=2.0, dash=(3.0, 1.0), fill_opacity=0.5, stroke_opacity=0.25)
    path = Path((("M", 1.0, 2.0), ("L", 3.0, 4.0), ("C", 1.0, 1.0, 2.0, 2.0, 3.0, 3.0), ("Z",)), Ink(stroke="#111111"))
    data = CurveData((), (), (), 0.0, 1.0, CurveInk("", "", "", "", ""))
    figure = Figure(5.0, 6.0, 50.0, 50.0, data, (path,))
    element = Element("card", "t", Rect(100.0, 200.0, 50.0, 50.0), (Box(1.5, 2.5, 30.0, 20.0, ink, 4.0), figure))
    tree = tree_of(Page(800.0, 600.0, (element,), 2.0))
    assert (tree.get("width"), tree.get("height"), tree.get("viewBox")) == ("800pt", "600pt", "0 0 400 300")
    (group,) = (each for each in tree.iter(f"{SVG}g") if each.get("class") == "card")
    assert group.get("transform") == "translate(100 200)"
    (box,) = tree.iter(f"{SVG}rect")
    assert dict(box.attrib) == {
        "x": "1.5", "y": "2.5", "width": "30", "height": "20", "rx": "4", "fill": "#FF0000", "fill-opacity": "0.5",
        "stroke": "#0000FF", "stroke-width": "2", "stroke-dasharray": "3 1", "stroke-opacity": "0.25",
    }  # fmt: skip
    (drawn,) = tree.iter(f"{SVG}path")
    assert drawn.get("d") == "M6 8L8 10C6 7 7 8 8 9Z"


def test_images_are_inside_and_unknown_ones_left_out():
    page = page_of(Image(0, 0, 9, 9, "known"), Image(0, 0, 9, 9, "unknown"))
    svg = write_svg(page, "Map", pictures={"known": b"\xff\xd8\xff data"})
    (image,) = ElementTree.fromstring(svg).iter(f"{SVG}image")
    assert image.get("href", "").startswith("data:image/jpeg;base64,")
    assert image.get("preserveAspectRatio") == "xMidYMid slice" and image.get("clip-path") == "url(#clip1)"


def test_equal_pages_give_equal_bytes():
    assert write_svg(page_of(*said("Same")), "Map") == write_svg(page_of(*said("Same")), "Map")
