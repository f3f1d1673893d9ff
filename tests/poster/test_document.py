"""A PDF describes itself, is sound, and is the same each time."""

import os
import subprocess
import sys
from datetime import date
from io import BytesIO

import pikepdf
import pytest

from journey_editor.layout.primitives import Rect
from journey_editor.poster.document import About, Attachment, write_pdf
from journey_editor.poster.sheet import Bookmark
from tests.poster.pdfs import TODAY, page_of, read, said

ABOUT = About(
    "Title (with) \\ and ü \u4e2d",
    TODAY,
    subject="Customer journey map",
    language="de",
    bookmarks=(
        Bookmark("Awareness", Rect(0.0, 0.0, 100.0, 40.0)),
        Bookmark("Reads (reviews)", Rect(10.0, 60.0, 80.0, 40.0), 1),
        Bookmark("Décision 中", Rect(200.0, 0.0, 100.0, 40.0)),
    ),
    attachments=(Attachment("Karte ü 中.journey", b'{"a": 1}\n'),),
)


def made(about: About = ABOUT) -> bytes:
    return write_pdf([page_of(*said("Hello", "World \U0001f600"))], about)


def test_it_is_sound():
    with pikepdf.open(BytesIO(made())) as pdf:
        assert pdf.check_pdf_syntax() == []


def test_title_language_and_date_are_set_and_nobody_is_named():
    reader = read(made())
    about = dict(reader.metadata)
    assert about["/Title"] == ABOUT.title
    assert about["/CreationDate"] == about["/ModDate"] == "D:20261125000000Z"
    assert "/Author" not in about
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "de"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712 (a PDF's own boolean)


def test_bookmarks_lead_to_their_places():
    reader = read(made())
    first, inner, second = reader.outline
    assert (first["/Title"], second["/Title"]) == ("Awareness", "Décision 中")
    assert [each["/Title"] for each in inner] == ["Reads (reviews)"]
    assert inner[0]["/Type"] == "/FitR"
    assert [float(inner[0][key]) for key in ("/Left", "/Top", "/Right", "/Bottom")] == [0, 252, 102, 188]


def test_files_are_attached_whole():
    assert read(made()).attachments == {"Karte ü 中.journey": [b'{"a": 1}\n']}


def test_without_bookmarks_and_files_there_is_no_trace_of_them():
    reader = read(made(About("Plain", TODAY)))
    assert (reader.outline, dict(reader.attachments)) == ([], {})


def test_equal_input_gives_equal_bytes_and_another_day_other_ones():
    assert made() == made()
    assert made() != made(About(ABOUT.title, date(2026, 11, 26)))


@pytest.mark.parametrize("seed", ["0", "4711"])
def test_another_process_writes_the_same_bytes(seed: str):
    code = "import sys; from tests.poster.test_document import made; sys.stdout.buffer.write(made())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=os.environ | {"PYTHONHASHSEED": seed})
    assert (done.stdout == made(), done.stderr) == (True, b"")


def test_progress_rises_to_one_and_may_stop_it():
    seen: list[float] = []
    write_pdf([page_of(*said("one")), page_of(*said("two"))], ABOUT, seen.append)
    assert seen == sorted(seen)
    assert seen[-1] == 1.0

    def stop(done: float) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        write_pdf([page_of(*said("one"))], ABOUT, stop)


def test_pages_share_their_fonts():
    pdf = write_pdf([page_of(*said("one")), page_of(*said("two"))], ABOUT)
    assert pdf.count(b"/Type0") == 1
    assert len(read(pdf).pages) == 2
