"""Tables as they are pasted, as rows of cells."""

import csv
import io

import pytest
from hypothesis import given, strategies as st

from journey_editor.interchange.steps import finished
from journey_editor.interchange.tables import (
    COLUMNS,
    is_markdown,
    is_tabbed,
    markdown_rows,
    reading_separated,
    reading_web_page,
    separator,
)


def separated(text, mark="\t"):
    return finished(reading_separated(text, mark))


def page(html):
    return finished(reading_web_page(html))


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a\tb\nc\td", (("a", "b"), ("c", "d"))),
        ("a\tb\r\nc\r\n\r\n\td", (("a", "b"), ("c",), (), ("", "d"))),
        ('a\t"b\nc ""d"""\ne\tf', (("a", 'b\nc "d"'), ("e", "f"))),
        ('a\t"b\nc\td\ne\tf', (("a", '"b'), ("c", "d"), ("e", "f"))),  # a mark that is never closed
        ('5" wide\tb\n"c\td', (('5" wide', "b"), ('"c', "d"))),
        (" a  b \t\u00a0c", (("a b", "c"),)),
        ("'=1+1\t'quoted'\t'-", (("=1+1", "'quoted'", "-"),)),
        ("a\x00\tb", (("a", "b"),)),
    ],
)
def test_cells_with_tabs_between_them(text, rows):
    assert separated(text) == rows


def test_a_quotation_that_runs_over_many_lines_is_none():
    text = 'a;"b\n' + "c;d\n" * 100 + 'e;f"\n'
    assert len(separated(text, ";")) == 102


CELL = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp")), min_size=1, max_size=8)


@given(st.lists(st.lists(CELL.filter(lambda cell: cell[0] not in "'"), min_size=1, max_size=5), min_size=1))
def test_what_a_spreadsheet_writes_is_read_as_it_was(rows):
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(rows)
    assert separated(out.getvalue(), ";") == tuple(tuple(row) for row in rows)


@given(st.text())
def test_any_text_is_read_as_rows(text):
    for mark in "\t;,":
        assert all(len(row) <= COLUMNS for row in separated(text, mark))
    page(f"<table>{text}")


@pytest.mark.parametrize(
    ("line", "mark"),
    [("a;b;c", ";"), ("a,b", ","), ("a\tb,c\td", "\t"), ('"a;b";"c;d"', ";"), ("a", ""), ('"a,b,c";d', ";")],
)
def test_the_mark_between_cells(line, mark):
    assert separator(line) == mark


def test_what_is_tabbed_is_not_what_is_indented():
    assert is_tabbed(["a\tb", "c\td", ""]) and is_tabbed(["a", "b\tc", "d\te"])
    assert not is_tabbed(["\ta", "\t\tb"]) and not is_tabbed(["a", "b", "c\td"]) and not is_tabbed([])


def test_a_table_of_markdown_ends_where_its_bars_do():
    lines = ["| a | b |", "|---|:-:|", "| c \\| d | **e**<br>f |", "|g|", "and then", "| h | i |"]
    assert is_markdown(lines)
    assert markdown_rows(lines) == (("a", "b"), ("c | d", "e\nf"), ("g",))
    assert markdown_rows(["a|b", "-|-", "c|d"]) == (("a", "b"), ("c", "d"))
    assert not is_markdown(["a | b", "c | d"]) and not is_markdown(["---", "---"])


@pytest.mark.parametrize(
    ("html", "rows"),
    [
        ("<table><tr><th>a</th><td>b</td></tr><tr><td>c<td>d</table>", (("a", "b"), ("c", "d"))),
        ("<table><tr><td rowspan=2>a<td>b<tr><td>c</table>", (("a", "b"), ("a", "c"))),
        ("<table><tr><td colspan=2>a<td>b<tr><td>c<td>d<td>e</table>", (("a", "a", "b"), ("c", "d", "e"))),
        ("<table><tr><td>a<br>b<p>c</p><ul><li>d</ul></table>", (("a\nb\nc\nd",),)),
        ("<table><tr><td>a &amp;\n  b&nbsp;c<script>x()</script><style>y</style></table>", (("a & b c",),)),
        ("<table><tr><td>a<table><tr><td>b</table>c</table>", (("abc",),)),
        ("<table><tr><td>a</table><table><tr><td>b<td>c</table>", (("b", "c"),)),
        ("<table><tr><td rowspan=99999999999 colspan=nan>a</table>", (("a",),)),
        ("<p>none</p>", ()),
    ],
)
def test_the_table_of_a_web_page(html, rows):
    assert page(html) == rows


def test_a_cell_cannot_span_more_than_a_table_has_room_for():
    assert len(page("<table><tr><td colspan=9999>a</table>")[0]) == COLUMNS
