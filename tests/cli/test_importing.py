"""The command `import`: minutes, tables and Mermaid become maps, and what was not understood is listed by line."""

from datetime import date
from pathlib import Path

import pytest

from journey_editor.cli import main
from journey_editor.core.records import JourneyMap, Opportunity, Owner, Persona, Touchpoint
from journey_editor.storage.format import load
from tests.cli.commands import TODAY, complaint


def test_a_text_of_capture_lines_becomes_a_map(capsys: pytest.CaptureFixture[str]):
    Path("Minutes.TXT").write_text("# Onboarding\r\nFirst login @Product -1\r!empty screen\n+guide <30.11.\n", "utf-8")
    assert main(["import", "Minutes.TXT", "out.journey", *TODAY]) == 0
    assert capsys.readouterr() == ("", "")
    records = load("out.journey")
    assert [each.title for each in records.values() if isinstance(each, JourneyMap)] == ["Minutes"]
    assert [each.title for each in records.values() if isinstance(each, Touchpoint)] == ["First login"]
    assert [each.due for each in records.values() if isinstance(each, Opportunity)] == [date(2026, 11, 30)]


def test_what_was_not_understood_is_listed_by_line(capsys: pytest.CaptureFixture[str]):
    Path("m.txt").write_text("Login @Product @Sales\n\nWaits ~\nEnds\n", "utf-8")
    assert main(["import", "m.txt", "out.journey"]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert [line.split(":")[1] for line in said.err.splitlines()] == [" m.txt, line 1", " m.txt, line 3"]


def test_equal_lines_and_days_give_equal_bytes():
    Path("m.txt").write_text("A @B +c <Q1\n!d\n>E\nF ^\nG ^\n", "utf-8")
    for name in ("one", "two"):
        assert main(["import", "m.txt", name, *TODAY]) == 0
    assert Path("one").read_bytes() == Path("two").read_bytes()
    titles = [each.title for each in load("one").values() if isinstance(each, Touchpoint)]
    assert titles == ["A", "F", "G"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"), (b"\xef\xbb\xbf \n", "is empty"), (b"// only this\n", "holds no line"),
        (b"Login\nG\xe4ste\n", "line 2: is not UTF-8"), ("Login".encode("utf-16"), "UTF-16"),
        (b"Login\x00\x01\x02", "is not a text"), (b"%PDF-1.7", "a PDF"), (b"PK\x03\x04abc", "a ZIP archive"),
        (b'{"format": "journey-map", "version": 1}', "a journey map"),
        (b"Login\r" + b"x" * 10_001, "line 2: is longer than 10,000 characters"),
    ],
)  # fmt: skip
def test_what_is_no_text_of_lines_gets_one_line_and_no_file(
    content: bytes, words: str, capsys: pytest.CaptureFixture[str]
):
    Path("m.txt").write_bytes(content)
    said = complaint(capsys, "import", "m.txt", "out.journey")
    assert "m.txt" in said and words in said


def test_minutes_are_not_overwritten_by_their_map(capsys: pytest.CaptureFixture[str]):
    Path("m.txt").write_text("Login")
    assert "would be overwritten" in complaint(capsys, "import", "m.txt", "./m.txt")
    assert "--actors" in complaint(capsys, "import", "m.txt", "out", "--actors", "owners")
    assert Path("m.txt").read_text() == "Login"
    Path("old.journey").write_text("old")
    complaint(capsys, "import", "missing.txt", "old.journey")
    assert Path("old.journey").read_text() == "old"


def test_a_mermaid_journey_becomes_a_map_and_repairs_are_listed_by_line(capsys: pytest.CaptureFixture[str]):
    Path("day.mmd").write_text("journey\ntitle My day\nsection Work\nTea: 5: Me\nBus: 9: Me, Cat\n", "utf-8")
    assert main(["import", "day.mmd", "out.journey", *TODAY]) == 0
    said = capsys.readouterr()
    assert said.out == "" and [line.split(":")[1] for line in said.err.splitlines()] == [" day.mmd, line 5"]
    found = load("out.journey").values()
    assert [each.title for each in found if isinstance(each, JourneyMap)] == ["My day"]
    assert [each.name for each in found if isinstance(each, Owner)] == ["Me", "Cat"]
    assert main(["import", "day.mmd", "people.journey", "--actors", "personas", *TODAY]) == 0
    people = load("people.journey").values()
    assert [each.name for each in people if isinstance(each, Persona)] == ["Me", "Cat"]
    assert not any(isinstance(each, Owner) for each in people)


@pytest.mark.parametrize("content", ["", "JOURNEY\nA: 3", "journeyfoo", "flowchart LR\na-->b", "Login\n"])
def test_what_is_no_mermaid_journey_gets_one_line(content: str, capsys: pytest.CaptureFixture[str]):
    Path("m.md").write_text(content, "utf-8")
    assert "m.md" in complaint(capsys, "import", "m.md", "out.journey")


def test_a_table_becomes_a_map(capsys: pytest.CaptureFixture[str]):
    Path("t.csv").write_text("Stage;Step;Owner;Feeling\nUse;Logs in;Product;-1\n;Waits;Support;meh\n", "utf-8")
    assert main(["import", "t.csv", "out.journey", *TODAY]) == 0
    assert "t.csv, line 3: “meh”" in capsys.readouterr().err
    found = [each for each in load("out.journey").values() if isinstance(each, Touchpoint)]
    assert [(each.title, each.emotion and each.emotion.valence) for each in found] == [("Logs in", -1), ("Waits", None)]


@pytest.mark.parametrize("content", ["", "kind,map,id,title\nmap,,m,Map\n", "a\x00b"])
def test_what_is_no_table_of_touchpoints_gets_one_line(content: str, capsys: pytest.CaptureFixture[str]):
    Path("t.csv").write_text(content, "utf-8")
    assert "t.csv" in complaint(capsys, "import", "t.csv", "out.journey")
