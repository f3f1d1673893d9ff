"""The command line: what it does, and the one sentence it says where it cannot."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from journey_editor import __version__
from journey_editor.assets import resource, template_names
from journey_editor.cli import main
from journey_editor.core.records import Stage
from journey_editor.storage.format import dumps, load
from tests.building import records
from tests.cli.commands import TODAY, complaint
from tests.poster.pdfs import read

SAMPLE = str(resource("samples", "b2b-onboarding.journey"))

WITHOUT_QT = """
import sys
for name in ("PySide6", "shiboken6", "journey_editor.ui"):
    sys.modules[name] = None
from journey_editor.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


def test_the_templates_are_listed_one_a_line(capsys: pytest.CaptureFixture[str]):
    assert main(["new", "--list"]) == 0
    assert tuple(capsys.readouterr().out.splitlines()) == template_names()


@pytest.mark.parametrize("name", template_names())
def test_a_new_file_is_its_template(name: str, capsys: pytest.CaptureFixture[str]):
    assert main(["new", "m.journey", "--template", name]) == 0
    assert capsys.readouterr() == ("", "")
    assert load("m.journey") == load(resource("templates", f"{name}.journey"))


def test_a_new_file_is_empty_unless_asked_otherwise():
    assert main(["new", "m.journey"]) == 0
    assert load("m.journey") == load(resource("templates", "empty.journey"))


def test_nothing_is_overwritten(capsys: pytest.CaptureFixture[str]):
    Path("m.journey").write_text("mine")
    assert "m.journey" in complaint(capsys, "new", "m.journey")
    assert Path("m.journey").read_text() == "mine"


@pytest.mark.parametrize(
    ("ending", "begins"),
    [("pdf", b"%PDF-1.7"), ("svg", b"<?xml"), ("png", b"\x89PNG"), ("PDF", b"%PDF-"), ("json", b"{")],
)
def test_the_ending_says_what_is_written(ending: str, begins: bytes, capsys: pytest.CaptureFixture[str]):
    assert main(["export", SAMPLE, f"out.{ending}", *TODAY]) == 0
    assert capsys.readouterr() == ("", "")
    assert Path(f"out.{ending}").read_bytes().startswith(begins)


def test_json_is_what_saving_writes():
    main(["export", SAMPLE, "out.json"])
    assert Path("out.json").read_bytes() == Path(SAMPLE).read_bytes()


@pytest.mark.parametrize(
    ("words", "size"),
    [
        ((), (841, 594)),
        (("--paper", "A0"), (1189, 841)),
        (("--paper", "a4", "--portrait"), (210, 297)),
        (("--paper", "letter", "--landscape"), (279.4, 215.9)),
        (("--paper", "300x500"), (300, 500)),
    ],
)
def test_the_paper_is_exact(words: tuple[str, ...], size: tuple[float, float]):
    assert main(["export", SAMPLE, "out.pdf", *words, *TODAY]) == 0
    box = read(Path("out.pdf").read_bytes()).pages[0].mediabox
    assert [float(box.width) / 72 * 25.4, float(box.height) / 72 * 25.4] == pytest.approx(list(size), abs=0.01)


def test_a_roll_is_as_long_as_the_map_needs():
    assert main(["export", SAMPLE, "out.pdf", "--paper", "594xauto"]) == 0
    box = read(Path("out.pdf").read_bytes()).pages[0].mediabox
    assert float(box.height) / 72 * 25.4 == pytest.approx(594, abs=0.01)
    assert box.width > box.height


def test_equal_use_gives_equal_bytes():
    for name in ("one", "two"):
        for ending in ("pdf", "svg", "png"):
            main(["export", SAMPLE, f"{name}.{ending}", *TODAY])
    for ending in ("pdf", "svg", "png"):
        assert Path(f"one.{ending}").read_bytes() == Path(f"two.{ending}").read_bytes()


def test_a_poster_opens_as_the_map_it_carries():
    assert main(["export", SAMPLE, "poster.pdf", *TODAY]) == 0
    assert main(["export", "poster.pdf", "again.json"]) == 0
    assert Path("again.json").read_bytes() == Path(SAMPLE).read_bytes()


def test_the_map_is_chosen_by_id_or_title(capsys: pytest.CaptureFixture[str]):
    pair = str(resource("templates", "sales-to-cs.journey"))
    maps = [each for each in load(pair).values() if each.kind_name == "map"]
    assert len(maps) == 2
    for each in maps:
        for asked in (each.id, each.title):
            assert main(["export", pair, f"{each.id}.pdf", "--map", asked]) == 0
            assert read(Path(f"{each.id}.pdf").read_bytes()).metadata["/Title"] == each.title
    said = complaint(capsys, "export", pair, "out.pdf", "--map", "nowhere")
    assert "'nowhere'" in said and maps[0].id in said


def test_an_old_output_is_replaced_whole_or_stays():
    Path("out.pdf").write_text("old")
    assert main(["export", SAMPLE, "out.pdf"]) == 0
    assert Path("out.pdf").read_bytes().startswith(b"%PDF")
    Path("out.pdf").write_text("old")
    assert main(["export", "missing.journey", "out.pdf"]) == 2
    assert Path("out.pdf").read_text() == "old"


@pytest.mark.parametrize(
    "words",
    [
        ("new",), ("new", "m.journey", "--template", "nope"), ("new", "m.journey", "--list"), ("new", "--bogus"),
        ("new", "no/folder/m.journey"), ("new", "m.journey", "--temp", "empty"), ("new", ""), ("new", "a\nb\x00"),
        ("export",), ("export", SAMPLE), ("export", SAMPLE, "out.pdf", "more"), ("export", "missing", "out.pdf"),
        ("export", ".", "out.pdf"), ("export", SAMPLE, "out"), ("export", SAMPLE, "out.docx"), ("export", SAMPLE, ""),
        ("export", SAMPLE, "no/folder/out.pdf"), ("export", SAMPLE, "out.pdf", "--pap", "a4"),
        ("export", SAMPLE, "out.pdf", "--paper", "a9"), ("export", SAMPLE, "out.pdf", "--paper", "0x0"),
        ("export", SAMPLE, "out.json", "--paper", "a9"), ("export", SAMPLE, "out.pdf", "--paper", ""),
        ("export", SAMPLE, "out.pdf", "--paper"),
        ("export", SAMPLE, "out.pdf", "--portrait", "--landscape"), ("export", SAMPLE, "out.pdf", "--map", "x"),
        ("export", SAMPLE, "out.json", "--map", "x"), ("export", SAMPLE, "out.pdf", "--today", "yesterday"),
        ("export", SAMPLE, "out.pdf", "--today", "2026-02-30"), ("export", SAMPLE, "out.pdf", "--today", "20261125"),
        ("export", SAMPLE, "out.pdf", "--what", "nonsense"), ("import",), ("import", "a.txt"), ("import", "a", "b"),
        ("import", "a.docx", "b.journey"), ("import", "missing.txt", "b.journey"), ("import", ".txt", "b.journey"),
        ("import", SAMPLE, "b.journey"), ("import", "a.txt", "b", "--today", "soon"),
        ("schema", "more"), ("schema", "--bogus"),
        ("--bogus",), (),
    ],
)  # fmt: skip
def test_bad_use_gets_one_line(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]):
    complaint(capsys, *words)


@pytest.mark.parametrize(
    ("words", "named"),
    [
        *((("export", SAMPLE, f"out.{ending}"), f".{ending}") for ending in ("pptx", "xlsx", "csv", "md", "mmd")),
        (("export", SAMPLE, "out.pdf", "--what", "actions"), ".csv, .xlsx, .md"),
        *((("export", SAMPLE, f"out.{ending}"), "--what") for ending in ("xlsx", "csv", "md")),
        (("export", SAMPLE, "out.pdf", "--compare", "now"), "--compare"),
        (("export", SAMPLE, "out.pdf", "--tile", "a4"), "--tile"),
        (("export", SAMPLE, "out.pdf", "--bleed", "3"), "--bleed"),
        (("export", SAMPLE, "out.pdf", "--bleed", ""), "--bleed"),
        (("export", SAMPLE, "out.pdf", "--grey"), "--grey"),
        (("export", SAMPLE, "out.pdf", "--read-from", "2"), "--read-from"),
        *((("import", f"a.{ending}", "b.journey"), f".{ending}")
          for ending in ("xlsx", "json", "pdf")),
        (("diff", "a", "b"), "diff"), (("merge", "a", "b", "c", "-o", "d"), "merge"),
    ],
)  # fmt: skip
def test_what_is_not_built_yet_is_refused_not_ignored(
    words: tuple[str, ...], named: str, capsys: pytest.CaptureFixture[str]
):
    assert named in complaint(capsys, *words)


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00\xff", b"{}", b"[]", b"nonsense", b'{"format": "journey-map", "version": 2}', b"%PDF-1.7 broken",
     b'{"format": "journey-map", "version": 1}', b"[" * 100_000, b"\xef\xbb\xbf"],
)  # fmt: skip
def test_a_file_that_is_no_map_or_has_none_gets_one_line(content: bytes, capsys: pytest.CaptureFixture[str]):
    Path("bad.journey").write_bytes(content)
    assert "bad.journey" in complaint(capsys, "export", "bad.journey", "out.pdf")


def test_a_file_without_a_map_is_still_json():
    Path("m.journey").write_bytes(b'{"format": "journey-map", "version": 1}\n')
    assert main(["export", "m.journey", "out.json"]) == 0


def test_two_maps_of_one_title_are_told_apart_by_id(capsys: pytest.CaptureFixture[str]):
    first = records(title="Same")
    second = first[1].with_(id="other")
    Path("m.journey").write_bytes(dumps({each.id: each for each in (*first, second)}))
    said = complaint(capsys, "export", "m.journey", "out.pdf", "--map", "Same")
    assert "m, other" in said
    assert main(["export", "m.journey", "out.pdf", "--map", "other"]) == 0


def test_the_schema_is_the_one_that_is_kept(capsys: pytest.CaptureFixture[str]):
    assert main(["schema"]) == 0
    said = capsys.readouterr().out
    assert said == resource("schema", "journey-map.schema.json").read_text("utf-8")
    assert json.loads(said)["type"] == "object"


@pytest.mark.parametrize("words", [("--version",), ("--help",), ("export", "--help")])
def test_help_and_version_are_done(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as left:
        main(words)
    assert left.value.code == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert (f"journey-editor {__version__}" if words[0] == "--version" else "export") in said.out


def test_what_must_not_happen_is_one_line_too(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    def fail(*_words: object) -> None:
        raise ZeroDivisionError("two\nlines")

    monkeypatch.setattr("journey_editor.cli.asked.loads", fail)
    assert "ZeroDivisionError: two lines" in complaint(capsys, "export", SAMPLE, "out.pdf")


def test_all_of_it_works_without_qt():
    Path("m.txt").write_text("Login @Product", "utf-8")
    for words in (("import", "m.txt", "minutes"), ("new", "m.journey"), ("export", "m.journey", "m.pdf"),
                  ("export", SAMPLE, "m.png", "--paper", "a6"), ("export", SAMPLE, "m.svg"),
                  ("export", "m.pdf", "m.json"), ("schema",), ("--version",)):  # fmt: skip
        done = subprocess.run([sys.executable, "-c", WITHOUT_QT, *words], capture_output=True, text=True)
        assert (done.returncode, done.stderr) == (0, "")
    assert all(Path(name).stat().st_size for name in ("minutes", "m.journey", "m.pdf", "m.png", "m.svg", "m.json"))


def test_a_reader_that_has_gone_is_no_fault():
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as gone:
        done = subprocess.run([sys.executable, "-m", "journey_editor", "schema"], stdout=gone, stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("words", [("schema",), ("new", "--list")])
def test_an_output_that_is_full_gets_one_line(words: tuple[str, ...]):
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([sys.executable, "-m", "journey_editor", *words], stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 2
    assert done.stderr.startswith(b"journey-editor: The output could not be written: ")
    assert done.stderr.count(b"\n") == 1


def test_an_output_that_is_closed_is_no_fault():
    words = [sys.executable, "-m", "journey_editor", "new", "--list"]
    done = subprocess.run(["/bin/sh", "-c", 'exec "$@" >&-', "sh", *words], stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (0, b"")


def test_letters_that_a_terminal_cannot_show_are_no_fault():
    env = os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    words = [sys.executable, "-m", "journey_editor", "export", "ü中.journey", "out.pdf"]
    done = subprocess.run(words, capture_output=True, env=env)
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("what", ["report", "actions", "stage:onboarding", "stage:ONBOARDING", "stage:Onboarding"])
def test_what_is_written_for_a_meeting_has_equal_bytes_each_time(what: str):
    for ending in ("csv", "xlsx", "md") if what == "actions" else ("pdf", "md"):
        for name in "ab":
            assert main(["export", SAMPLE, f"{name}.{ending}", "--what", what, *TODAY]) == 0
        assert Path(f"a.{ending}").read_bytes() == Path(f"b.{ending}").read_bytes()


def test_a_report_is_upright_and_an_agenda_one_page():
    assert main(["export", SAMPLE, "r.pdf", "--what", "report", *TODAY]) == 0
    assert main(["export", SAMPLE, "s.pdf", "--what", "stage:Onboarding", "--paper", "letter", *TODAY]) == 0
    assert main(["export", SAMPLE, "l.pdf", "--what", "report", "--paper", "a4", "--landscape", *TODAY]) == 0
    first, agenda, lying = (read(Path(f"{name}.pdf").read_bytes()).pages for name in "rsl")
    assert first[0].mediabox.height > first[0].mediabox.width and len(agenda) == 1
    assert lying[0].mediabox.width > lying[0].mediabox.height
    assert main(["export", "r.pdf", "again.json"]) == 0


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("out.pdf", "--what", "stage:Nowhere"), "Nowhere"), (("out.pdf", "--what", "stage:"), "stage:NAME"),
        (("out.pdf", "--what", "stage"), "stage:NAME"), (("out.pdf", "--what", "report:x"), "report:x"),
        (("out.svg", "--what", "report"), ".pdf, .md"), (("out.json", "--what", "report"), ".pdf, .md"),
        (("out.csv", "--what", "stage:Onboarding"), ".pdf, .md"), (("out.pdf", "--what", "actions"), ".xlsx"),
        (("out.pdf", "--what", "report", "--paper", "594xauto"), "roll"),
        (("out.pdf", "--what", "report", "--paper", "90x120"), "90 × 120 mm"),
    ],
)  # fmt: skip
def test_what_cannot_be_written_for_a_meeting_is_refused(
    words: tuple[str, ...], named: str, capsys: pytest.CaptureFixture[str]
):
    assert named in complaint(capsys, "export", SAMPLE, *words)
    assert not Path(words[0]).exists()


def test_a_stage_of_a_name_that_several_have_is_asked_for_by_its_id(capsys: pytest.CaptureFixture[str]):
    stages = [Stage(id=each, map="m", rank=f"a{at}", name="Use") for at, each in enumerate(("one", "two"))]
    Path("m.journey").write_bytes(dumps({each.id: each for each in records(*stages)}))
    assert "one, two" in complaint(capsys, "export", "m.journey", "out.md", "--what", "stage:use")
    assert main(["export", "m.journey", "out.md", "--what", "stage:two", *TODAY]) == 0
