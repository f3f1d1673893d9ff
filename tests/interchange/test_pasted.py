"""What a pasted text is."""

import pytest
from hypothesis import given, strategies as st

from journey_editor.interchange.pasted import LINES, Lines, MapFile, Mermaid, Nothing, Table, recognised, recognising


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Logs in", Lines), ("Logs in\n\nWaits\n", Lines), ("\tindented\n\t\tmore", Lines), ("a, b, c\nd, e, f", Lines),
        ("Reads, thinks, buys\nWaits, asks", Lines), ("Feeling, lost\nGoes on", Lines),
        ("journey of a customer\nbegins", Lines), ("- a | b\n- c | d", Lines),
        ("a\tb\nc\td", Table), ("Stage;Step\nUse;Logs in", Table), ("Stage,Step,Owner\nUse,Logs in,Sales", Table),
        ("| a | b |\n|---|---|\n| c | d |", Table), ("a\tb\tc", Table), ("Stage\tStep", Lines),
        ("journey\nsection a\nb: 3", Mermaid), ("```mermaid\njourney\nb: 3\n```", Mermaid),
        ('{"format": "journey-map", "version": 1}', MapFile), ("", Nothing), (" \n\t ", Nothing),
        ("\x89PNG\r\n\x1a\n\x00\x00", Nothing), ("\ufffd\ufffd\ufffdabc", Nothing), ("flowchart LR\na-->b", Nothing),
        ("x" * 10_001, Nothing), ("a\n" * (LINES + 1), Nothing), ("a\tb\n" * (LINES + 1), Nothing),
    ],
)  # fmt: skip
def test_what_a_text_is(text, kind):
    found = recognised(text)
    assert type(found) is kind
    if kind is Nothing:
        assert bool(found.sentence) == bool(text.strip()) and "\n" not in found.sentence


@pytest.mark.parametrize(
    ("name", "kind"),
    [("t.csv", Table), ("t.tsv", Table), ("T.CSV", Table), ("d.mmd", Nothing), ("m.txt", Lines), ("", Lines)],
)
def test_the_ending_of_a_file_counts(name, kind):
    assert type(recognised("Logs in, waits\nAsks, pays", name=name)) is kind


def test_the_table_of_a_web_page_is_taken_where_it_is_what_was_copied():
    html = "<table><tr><td>Stage<td>Step<tr><td>Use<td>Logs in</table>"
    assert recognised("Stage Step Use Logs in", html) == Table((("Stage", "Step"), ("Use", "Logs in")))
    assert isinstance(recognised("", html), Table)
    assert isinstance(recognised("A long article around a small table. " * 9, html), Lines)
    assert recognised("a\tb\nc\td", html) == Table((("a", "b"), ("c", "d")))


def test_blank_rows_around_a_table_are_left_out_and_those_within_stay():
    assert recognised("\n\na\tb\n\nc\td\n\n").rows == (("a", "b"), (), ("c", "d"))


def test_a_long_table_is_read_in_many_steps():
    assert sum(1 for _share in recognising("a\tb\n" * 2_000)) >= 2_000
    page = "<table>" + "<tr><td>a<td>b" * 20_000
    assert sum(1 for _share in recognising("", page, limit=30_000)) >= 10


def test_what_is_mostly_nothing_is_not_looked_at_letter_by_letter():
    assert "999,999 lines" in recognised("a" + "\n" * 999_998).sentence
    assert isinstance(recognised("a" + "\n" * 50_000), Lines)
    assert "longer" in recognised("Stage;Step;" * 1_000 + "\nUse;Logs in").sentence


@given(
    st.text() | st.lists(st.sampled_from(["a", "\t", "\n", ";", ",", "|", "-", "journey", "<table>", '"'])).map("".join)
)
def test_any_text_is_something_and_lines_are_kept(text):
    found = recognised(text, text)
    if isinstance(found, Lines):
        assert 0 < found.said <= len(found.lines)
