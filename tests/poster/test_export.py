"""Whole exports of the sample: what is on paper is what layout said, and the file rides along."""

import os
import subprocess
import sys
from datetime import date
from io import BytesIO
from xml.etree import ElementTree

import numpy as np
import pikepdf
import pytest
from PIL import Image as Pillow

from journey_editor import picture
from journey_editor.assets import resource
from journey_editor.core.journey import Journey, read_journey
from journey_editor.core.records import Note
from journey_editor.layout.options import Options
from journey_editor.layout.primitives import Box, Line, Path, Picture
from journey_editor.plots.figure import curve_parts
from journey_editor.poster.export import Cancelled, poster_pdf, poster_png, poster_svg
from journey_editor.poster.page import PosterOptions, compose_page, natural_page
from journey_editor.storage.format import dumps, load, loads
from tests.building import MAP, owners, records, stage, touchpoint
from tests.poster.pdfs import TODAY, fonts_of, letters_of, paths_of, placed, read, text_of

SAMPLE = load(resource("samples", "b2b-onboarding.journey"))
ID = "now"
OPTIONS = PosterOptions(TODAY, "a1")


def draw(journey: Journey, options: Options) -> Picture:
    return picture.draw(journey, options, curve_parts)


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return poster_pdf(SAMPLE, ID, OPTIONS)


def test_it_is_one_sound_page_of_exact_size_without_images(pdf: bytes):
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert opened.check_pdf_syntax() == []
        assert len(opened.pages) == 1
        box = [float(number) for number in opened.pages[0].MediaBox]
        assert box == pytest.approx([0, 0, 841 / 25.4 * 72, 594 / 25.4 * 72], abs=0.01)
        assert not opened.pages[0].get_images()
    assert b"/Subtype /Image" not in pdf
    assert all("+" in name for name in fonts_of(pdf))


def test_every_line_of_layout_is_on_paper_in_its_place(pdf: bytes):
    page = compose_page(read_journey(SAMPLE, ID), OPTIONS, draw)
    letters = {(letter, round(x), round(y)) for letter, x, y in letters_of(pdf)}
    lines = [(part, x, y) for part, x, y in placed(page.elements) if isinstance(part, Line)]
    assert len(lines) > 100
    for line, x, y in lines:
        start = (x + line.x) * page.scale
        for run in line.runs:
            for letter, place in zip(run.text, run.xs, strict=False):
                at = start + place * page.scale, (y + line.y) * page.scale
                near = {(letter, round(at[0] + dx), round(at[1] + dy)) for dx in (-0.05, 0.05) for dy in (-0.05, 0.05)}
                assert letters & near or letter == " ", (line.text, letter)
            start += run.width * page.scale


def test_every_shape_of_layout_is_on_paper_in_its_place(pdf: bytes):
    page = compose_page(read_journey(SAMPLE, ID), OPTIONS, draw)
    parts = list(placed(page.elements))
    drawn = [part for part, _x, _y in parts if isinstance(part, Box | Path)]
    bounds = paths_of(pdf)
    assert len(bounds) > len(drawn)  # halos are paths, too
    found = np.array(bounds)
    for part, x, y in parts:
        if isinstance(part, Box) and part.ink.stroke is None:
            left, top = (x + part.x) * page.scale, (y + part.y) * page.scale
            sides = left, top, left + part.width * page.scale, top + part.height * page.scale
            assert np.abs(found - sides).max(axis=1).min() <= 0.05, part  # points; the PDF rounds to hundredths


def test_what_people_typed_is_found(pdf: bytes):
    said = " ".join(text_of(pdf).split())
    for words in ("Searches, meets ten", "Two weeks of", "Too many options to judge", "Where it breaks", "anxious"):
        assert words in said


def test_the_outline_has_stages_and_their_touchpoints(pdf: bytes):
    outline = read(pdf).outline
    stages = [each["/Title"] for each in outline if not isinstance(each, list)]
    assert stages == ["Awareness", "Consideration", "Decision", "Onboarding", "Adoption", "Renewal"]
    assert [each["/Title"] for each in outline[1]][:2] == ["Hears of it from a peer", "Searches, meets ten vendors"]


def test_the_file_rides_along_under_the_maps_name(pdf: bytes):
    ((name, (content,)),) = read(pdf).attachments.items()
    assert name == "From “we need this” to renewal.journey"
    assert content == dumps(SAMPLE)


@pytest.mark.parametrize("seed", ["0", "99"])
def test_another_process_makes_the_same_bytes(pdf: bytes, seed: str):
    code = (
        "import sys; from tests.poster.test_export import *;"
        "sys.stdout.buffer.write(poster_pdf(SAMPLE, ID, OPTIONS) + poster_svg(SAMPLE, ID, OPTIONS))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=os.environ | {"PYTHONHASHSEED": seed})
    assert done.stdout == pdf + poster_svg(SAMPLE, ID, OPTIONS)


def test_the_order_of_the_records_in_memory_does_not_matter(pdf: bytes):
    assert poster_pdf(dict(reversed(SAMPLE.items())), ID, OPTIONS) == pdf


def test_another_day_or_paper_makes_other_bytes(pdf: bytes):
    assert poster_pdf(SAMPLE, ID, PosterOptions(date(2026, 11, 26), "a1")) != pdf
    assert poster_pdf(SAMPLE, ID, PosterOptions(TODAY, "a2")) != pdf


def test_an_svg_has_the_size_of_its_paper_or_of_the_map():
    natural = natural_page(read_journey(SAMPLE, ID), OPTIONS)
    for svg, width in (
        (poster_svg(SAMPLE, ID, OPTIONS), 841 / 25.4 * 72),
        (poster_svg(SAMPLE, ID, OPTIONS, natural=True), natural.width),
    ):
        root = ElementTree.fromstring(svg)
        assert float(root.get("width", "").removesuffix("pt")) == pytest.approx(width, abs=0.01)
        assert root.findtext("{http://www.w3.org/2000/svg}title") == "From “we need this” to renewal"


def test_a_png_has_two_pixels_a_point():
    natural = natural_page(read_journey(SAMPLE, ID), OPTIONS)
    image = Pillow.open(BytesIO(poster_png(SAMPLE, ID, OPTIONS, natural=True)))
    assert image.size == pytest.approx((natural.width * 2, natural.height * 2), abs=1)
    small = Pillow.open(BytesIO(poster_png(SAMPLE, ID, PosterOptions(TODAY, "a5"))))
    assert small.size == pytest.approx((210 / 25.4 * 144, 148 / 25.4 * 144), abs=1)


@pytest.mark.parametrize("words", ["Wait < 5 min & $5 - $6 <b>", "$x^2$ \\frac{1}{2}", "(a) \\(b\\) %"])
def test_what_looks_like_markup_is_drawn_as_it_is(words: str):
    given = records(*owners("a"), stage("s", name=words), touchpoint("t", "s", title=words, v=1), title=words)
    file = {record.id: record for record in given}
    said = " ".join(text_of(poster_pdf(file, MAP, OPTIONS)).split())
    assert said.count(words) >= 3


def test_an_export_tells_its_progress_and_can_be_stopped():
    for export in (poster_pdf, poster_svg, poster_png):
        seen: list[float] = []
        export(SAMPLE, ID, PosterOptions(TODAY, "a4"), on_progress=seen.append)
        assert seen == sorted(seen)
        assert seen[-1] == 1.0

        def stop(done: float) -> None:
            raise Cancelled

        with pytest.raises(Cancelled):
            export(SAMPLE, ID, PosterOptions(TODAY, "a4"), on_progress=stop)


def test_a_map_that_is_not_there_is_a_key_error():
    with pytest.raises(KeyError):
        poster_pdf(SAMPLE, "t1", OPTIONS)


def test_private_notes_are_in_the_file_but_not_on_paper():
    secret = Note(id="n", map=MAP, rank="a0", on="s", kind="pain_point", text="Secretly", private=True)
    file = {record.id: record for record in records(stage("s"), touchpoint("t", "s"), secret)}
    pdf = poster_pdf(file, MAP, OPTIONS)
    assert "Secretly" not in text_of(pdf)
    ((content,),) = read(pdf).attachments.values()
    assert loads(content) == file
