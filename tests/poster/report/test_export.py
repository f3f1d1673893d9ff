"""Reports and agendas as PDF: all words, page numbers, bookmarks, the map inside, equal bytes, and no word cut."""

import subprocess
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from journey_editor.core.journey import read_journey
from journey_editor.core.records import Record
from journey_editor.insight.case import Case
from journey_editor.poster.attachment import carried_map
from journey_editor.poster.paper import MM, PaperError
from journey_editor.poster.report.export import Paper, report_pages, report_pdf
from journey_editor.storage.format import dumps, load
from tests.building import MAP, TODAY, metric, note, opportunity, owners, records, stage, touchpoint
from tests.poster.pdfs import read

SAMPLE = Path("resources/samples/b2b-onboarding.journey")


def file_of(*given: Record, **fields: Any) -> tuple[dict[str, Record], Case]:
    """A file with one map, and what rules read of it."""
    found = {each.id: each for each in records(*given, **fields)}
    return found, Case(read_journey(found, MAP), TODAY)


def sample() -> tuple[dict[str, Record], Case]:
    """The sample map."""
    found = load(Path(__file__).parents[3] / SAMPLE)
    map_id = next(each.id for each in found.values() if each.kind_name == "map")
    return found, Case(read_journey(found, map_id), TODAY)


def words_of(pdf: bytes) -> str:
    """All words of all pages in one line, as a viewer copies them."""
    document = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)


def hurting() -> tuple[dict[str, Record], Case]:
    """A map of long texts, long words, other scripts and many of everything."""
    return file_of(
        *owners(*(f"o{at}" for at in range(40))),
        *(stage(f"s{at}", f"a{at}", owner=f"o{at}", name="Stage " + "lang " * (200 if at == 1 else 1))
          for at in range(6)),
        *(touchpoint(f"t{at}", f"s{at % 6}", f"a{at:03}", v=(at % 9 - 4) / 2, owner=f"o{at % 40}",
                     title="مرحبا" if at == 3 else f"Punkt {at} " + "W" * (3000 if at == 5 else 1))
          for at in range(90)),
        *(note(f"n{at}", "t1", text="Schmerz " * 40, severity=3) for at in range(50)),
        *(opportunity(f"p{at}", f"t{at}", text="Tun " * (2400 if at == 4 else 2) + f"Ende{at}", owner=f"o{at % 40}",
                      impact=3, effort=2, due="2026-11-01") for at in range(60)),
        metric("m1", "s1", name="N" * 3000, unit="u" * 300, current=3, expected=5, target=6, baseline=1),
        title="Titel " * 60, objective="Ziel " * 500,
    )  # fmt: skip


def test_a_report_is_a_sound_pdf_with_numbered_pages_and_bookmarks(tmp_path: Path):
    found, of = sample()
    made = report_pdf(of, found)
    path = tmp_path / "report.pdf"
    path.write_bytes(made)
    done = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    pdf = read(made)
    words = words_of(made)
    assert f"Page 1 of {len(pdf.pages)}" in words and f"Page {len(pdf.pages)} of {len(pdf.pages)}" in words
    headings = [each["/Title"] for each in pdf.outline if not isinstance(each, list)]
    for heading in ("At a glance", "How it feels", "Since the last review", "Findings", "Experience gaps",
                    "Moments of truth", "Who owns what, and does what by when", "Evidence"):  # fmt: skip
        assert heading in headings and heading in words
    assert pdf.metadata.title == f"Report: {of.journey.map.title}"
    assert pdf.metadata["/CreationDate"] == "D:20261125000000Z"


def test_a_bookmark_leads_to_the_page_of_its_heading():
    found, of = sample()
    made = report_pdf(of, found)
    pdf, document = read(made), pypdfium2.PdfDocument(made)
    for each in pdf.outline:
        if not isinstance(each, list):
            words = document[pdf.get_destination_page_number(each)].get_textpage().get_text_range()
            assert each["/Title"] in " ".join(words.split())


def test_the_map_travels_in_it_and_equal_maps_give_equal_bytes():
    found, of = sample()
    made = report_pdf(of, found)
    assert carried_map(made) == dumps(found)
    assert made == report_pdf(sample()[1], found)
    agenda = report_pdf(of, found, of.journey.stages[0])
    assert carried_map(agenda) == dumps(found) and agenda != made


def test_long_texts_are_broken_and_nothing_is_cut_or_beyond_the_edge():
    found, of = hurting()
    made = report_pdf(of, found)
    words = words_of(made)
    assert words.count("Tun ") >= 2400 and all(f"Ende{at}" in words for at in range(60))
    for page in report_pages(of).pages:
        for element in page.elements:
            assert element.rect.bottom * page.scale <= page.height + 0.1
            for part in element.parts:
                if hasattr(part, "runs"):
                    assert element.rect.x + part.x >= -0.1
                    assert (element.rect.x + part.x + part.width) * page.scale <= page.width - 20 * page.scale


def test_lines_of_a_page_do_not_lie_over_each_other():
    _found, of = hurting()
    for page in report_pages(of).pages:
        rects = sorted((each.rect for each in page.elements if each.role == "list"), key=lambda rect: rect.y)
        for above, below in zip(rects, rects[1:], strict=False):
            assert above.bottom <= below.y + 0.1


@pytest.mark.parametrize("place", range(6))
def test_an_agenda_is_one_page_whatever_the_map(place: int):
    found, of = hurting()
    stages = of.journey.stages
    made = report_pdf(of, found, stages[place])
    assert len(read(made).pages) == 1
    assert "To decide today" in words_of(made)


def test_an_empty_map_has_a_report_and_its_stage_an_agenda():
    found, of = file_of(stage("s"))
    assert "no touchpoints yet" in words_of(report_pdf(of, found))
    assert len(read(report_pdf(of, found, of.journey.stages[0])).pages) == 1


@pytest.mark.parametrize(
    ("paper", "width", "height"),
    [(Paper("a4"), 210, 297), (Paper("letter"), 215.9, 279.4), (Paper("a5", "landscape"), 210, 148),
     (Paper("a3"), 297, 420), (Paper("200x300"), 200, 300)],
)  # fmt: skip
def test_a_report_is_upright_on_the_paper_that_is_asked_for(paper: Paper, width: float, height: float):
    _found, of = sample()
    for page in report_pages(of, None, paper).pages:
        assert (page.width, page.height) == (pytest.approx(width * MM), pytest.approx(height * MM))


@pytest.mark.parametrize("name", ["594xauto", "a6x", "50x50", "a9"])
def test_what_is_no_paper_for_a_report_is_refused_in_a_sentence(name: str):
    _found, of = sample()
    with pytest.raises(PaperError, match=r"\.$"):
        report_pages(of, None, Paper(name))


def test_what_is_told_of_progress_may_stop_it():
    found, of = sample()

    def stop(_done: float) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        report_pdf(of, found, on_progress=stop)
