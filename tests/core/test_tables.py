"""Touchpoints become tables that spreadsheets take as they are, and compute nothing of."""

import pytest
from hypothesis import given, strategies as st

from journey_editor.core.document import Document
from journey_editor.core.parts import Emotion
from journey_editor.core.tables import as_html, as_tabs, guarded, rows_of
from tests.building import MAP, document, note, opportunity, owners, stage, touchpoint


def small() -> Document:
    return document(
        *owners("sales", "help"),
        stage("s", owner="sales"),
        touchpoint("b", "s", "a1", channel="in_person", emotion=Emotion(valence=-1.5, word="lost")),
        touchpoint("a", "s", "a0", owner="help"),
        touchpoint("c", "s", "a2", kind="action"),
        touchpoint("w", None),
        note("n", "b", text="Slow\nlift"),
        note("q", "b", "quote", text="Hm"),
        opportunity("o", "b", text="Stairs"),
    )


def test_rows_are_in_reading_order_under_headings():
    head, *rows = rows_of(small(), MAP)
    assert head == ["Stage", "Touchpoint", "Owner", "Channel", "Feeling", "Word", "Pain points", "Notes",
                    "Opportunities"]  # fmt: skip
    assert rows == [
        ["S", "A", "Help", "", "", "", "", "", ""],
        ["S", "B", "Sales", "in person", "-1.5", "lost", "Slow lift", "Hm", "Stairs"],
        ["S", "C", "", "", "", "", "", "", ""],
        ["", "W", "", "", "", "", "", "", ""],
    ]
    assert [row[1] for row in rows_of(small(), MAP, ["c", "a"])] == ["Touchpoint", "A", "C"]


def test_cells_are_parted_by_tabs_and_have_no_breaks():
    assert as_tabs([["A", "B"], ["one\ttwo\nthree", "-1"]]) == "A\tB\none two three\t-1\n"


def test_html_says_nothing_but_the_words():
    made = as_html([["A"], ["<b>x</b> & y\nz"]])
    assert "<th>A</th>" in made
    assert "<td>&lt;b&gt;x&lt;/b&gt; &amp; y<br>z</td>" in made


@pytest.mark.parametrize(
    ("cell", "shown"),
    [("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("-1.5", "-1.5"), ("+2", "+2"), ("-2+3", "'-2+3"), ("-", "'-"),
     ("'x", "''x"), ("plain", "plain"), ("", "")],
)  # fmt: skip
def test_what_looks_like_a_formula_is_guarded(cell: str, shown: str):
    assert guarded(cell) == shown
    assert as_tabs([[cell]]) == f"{shown}\n"
    assert f"<th>{shown.replace(chr(39), '&#x27;')}</th>" in as_html([[cell]])


@given(st.lists(st.lists(st.text(), min_size=2, max_size=2), min_size=1, max_size=4))
def test_any_rows_stay_rows(rows: list[list[str]]):
    lines = as_tabs(rows).split("\n")
    assert len(lines) == len(rows) + 1
    assert all(line.count("\t") == 1 for line in lines[:-1])
