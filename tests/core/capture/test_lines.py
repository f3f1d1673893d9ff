"""Files of capture lines: what is skipped, list marks, names that later lines know."""

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given, strategies as st

from journey_editor.core.capture.lines import each_line, read_lines
from journey_editor.core.capture.names import Known

TODAY = date(2026, 11, 25)


def read(text: str, known: Known | None = None) -> list[tuple[int, str]]:
    return [(line.number, line.captured.title) for line in read_lines(text, known or Known(), TODAY)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_in_three_ways(end: str):
    assert read(end.join(["One", "", "  ", "// no", "  // no", "Two", "-  ", ""])) == [(1, "One"), (6, "Two")]
    assert read("One\x0bmore\u2028more\x1cmore") == [(1, "One more more more")]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("1. One\n2. Two\n\n// no\n3) Three", ["One", "Two", "Three"]),
        ("2. Two\n1. One", ["Two", "One"]),
        ("- 1. One\n- 2. Two", ["One", "Two"]),
        ("1. One\nand\n2. Two", ["1. One", "and", "2. Two"]),
        ("1. One\n3. Three", ["1. One", "3. Three"]),
        ("1. One\n1. One", ["1. One", "1. One"]),
        ("1.One\n2.Two", ["1.One", "2.Two"]),
        (r"1. One" + "\n" + r"\2. Two", ["1. One", r"\2. Two"]),
        ("1. One\n2. \\3. Two", ["One", "3. Two"]),
    ],
)
def test_numbers_are_list_marks_only_in_a_row(text: str, titles: list[str]):
    assert [title for _, title in read(text)] == titles


def test_what_a_line_makes_later_lines_know():
    text = '@"New Team" starts\nGoes on @new team #"Carrier Pigeon"\n'
    text += "Ends #carrier pigeon >Far away @Sales\nLate >far away now"
    lines = [line.captured for line in read_lines(text, Known(), TODAY)]
    assert [each.title for each in lines] == ["starts", "Goes on", "Ends", "Late now"]
    assert [each.owner for each in lines] == ["New Team", "New Team", "Sales", ""]
    assert [each.channel for each in lines] == ["", "Carrier Pigeon", "Carrier Pigeon", ""]
    assert [each.stages for each in lines] == [(), (), ("Far away",), ("Far away",)]
    assert [piece.is_new for each in lines for piece in each.pieces if piece.role in ("owner", "stage")] == [
        True, False, True, True, False,
    ]  # fmt: skip


def test_a_feeling_keeps_its_last_valence():
    lines = [line.captured for line in read_lines("A -1 (mulmig)\nB -0.5 (Mulmig)\nC (mulmig)", Known(), TODAY)]
    assert [each.valence for each in lines] == [-1, -0.5, -0.5]


def test_in_a_file_names_are_whole():
    lines = read_lines("A @cust\nB @cs", Known(owners=("Customer Success",)), TODAY)
    assert [line.captured.owner for line in lines] == ["cust", "cs"]


@given(st.text())
def test_any_text_is_read(text: str):
    lines = read_lines(text, Known(), TODAY)
    assert [line.number for line in lines] == sorted({line.number for line in lines})
    assert not any(line.captured.is_empty for line in lines)


def test_lines_are_read_one_by_one_as_they_are_asked_for():
    asked: list[str] = []

    def lines() -> Iterator[str]:
        for line in ("1. a", "2. b", "3. c", "4. d"):
            asked.append(line)
            yield line

    found = each_line(lines(), Known(), TODAY)
    assert next(found).captured.title == "a" and asked == ["1. a", "2. b"]
    assert [line.captured.title for line in found] == ["b", "c", "d"]
