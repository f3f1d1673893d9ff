"""A poster opens as the map it carries."""

from io import BytesIO

import pikepdf
import pytest

from journey_editor.poster.attachment import carried_map, is_pdf
from journey_editor.poster.document import About, Attachment, write_pdf
from journey_editor.storage.refusal import Refusal
from tests.poster.pdfs import TODAY, page_of

FILE = b'{"format": "journey-map", "version": 1}\n'


def pdf_with(*names: str) -> bytes:
    return write_pdf([page_of()], About("Map", TODAY, attachments=tuple(Attachment(name, FILE) for name in names)))


@pytest.mark.parametrize("name", ["map.journey", "Karte ü 中.journey", "((.journey"])
def test_the_map_comes_back_byte_by_byte(name: str):
    assert is_pdf(pdf_with(name))
    assert carried_map(pdf_with(name)) == FILE
    assert carried_map(pdf_with("a.txt", name)) == FILE


def test_it_survives_another_program_saving_the_pdf():
    target = BytesIO()
    with pikepdf.open(BytesIO(pdf_with("map.journey"))) as pdf:
        pdf.save(target)
    assert carried_map(target.getvalue()) == FILE


@pytest.mark.parametrize(
    "pdf", [pdf_with(), pdf_with("other.txt"), b"%PDF-1.7\n", pdf_with("map.journey")[:900], b"%PDF-" + b"x" * 5000]
)
def test_a_pdf_without_a_map_is_refused_in_one_sentence(pdf: bytes):
    with pytest.raises(Refusal, match="poster.pdf: is a PDF that ") as caught:
        carried_map(pdf, "poster.pdf")
    assert "\n" not in str(caught.value)


def test_other_files_are_no_pdf():
    assert not is_pdf(FILE)
    assert not is_pdf(b'\xef\xbb\xbf\n{"format": "journey-map", "version": 1, "title": "How %PDF-1.7 begins"}\n')
    assert is_pdf(b"\r\n" + pdf_with())
    assert not is_pdf(b"")
