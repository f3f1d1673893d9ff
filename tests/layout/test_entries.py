"""What stands in rows: which texts, in which order, and a metric in one line."""

import pytest

from journey_editor.layout.entries import Entry, cell_of, entries_of, metric_text
from tests.building import metric, note, opportunity


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"current": 65, "target": 38, "unit": "days", "better": "lower"}, "Time to value 65 → 38 days ↓"),
        ({"baseline": 80, "current": 65, "target": 38, "unit": "days"}, "Time to value 80 / 65 → 38 days ↑"),
        ({"baseline": 65, "current": 65, "target": 38}, "Time to value 65 → 38 ↑"),
        ({"baseline": 65, "target": 38}, "Time to value 65 → 38 ↑"),
        ({"target": 30, "unit": "%"}, "Time to value 30 % ↑"),
        ({"current": 0.5}, "Time to value 0.5 ↑"),
        ({"current": 2, "target": 2}, "Time to value 2 ↑"),
        ({"unit": "days"}, "Time to value"),
        ({"name": "", "current": 12345}, "12 345 ↑"),
        ({"baseline": -5, "current": 0.0, "target": 1e-9}, "Time to value −5 / 0 → 1e−09 ↑"),
        ({"current": 12, "unit": "h", "gap_text": "Same day\nexpected"}, "Time to value 12 h ↑ · Same day expected"),
        ({"name": "", "gap_text": "By feel"}, "By feel"),
        ({"current": 12, "expected": 10, "gap_text": "is computed"}, "Time to value 12 ↑"),
    ],
)
def test_a_metric_says_where_it_is_where_it_should_be_and_what_is_better(fields: dict[str, object], text: str) -> None:
    assert metric_text(metric("k", "s", **{"name": "Time to value"} | fields)).replace("\u00a0", " ") == text


def test_a_stage_s_own_texts_come_first_and_make_the_others_quiet() -> None:
    own = entries_of(((note("own", "s"),),), (None,), (None,), True)
    below = entries_of(((note("n", "t"), note("q", "t", "quote")),), (None,), (None,), True)
    cell = cell_of(own, (below,))
    assert cell["pain_point"] == (Entry("own", "own"), Entry("n", "n", quiet=True))
    assert cell["quote"] == (Entry("q", "q"),)


def test_an_opportunity_says_how_far_it_is_once_it_is_more_than_proposed() -> None:
    made = tuple(opportunity(each, "s", status=each) for each in ("proposed", "planned", "doing", "done", "dropped"))
    found = entries_of((None,), (made,), (None,), True)
    assert [(entry.record, entry.status) for _kind, entry in found] == [
        ("proposed", ""), ("planned", "planned"), ("doing", "doing"), ("done", "done"),
    ]  # fmt: skip


def test_private_notes_are_marked_or_left_out() -> None:
    made = (note("n", "s", private=True), note("settled", "s", resolved=True), note("blank", "s", text=" "))
    [(_kind, entry)] = entries_of((made,), (None,), (None,), True)
    assert entry.private and entry.record == "n"
    assert entries_of((made,), (None,), (None,), False) == ()
