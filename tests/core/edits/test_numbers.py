"""When stages are and where metrics stand: each one step that undo takes back."""

from datetime import date

import pytest

from journey_editor.core.edits.numbers import record_value, set_counts, set_period
from journey_editor.core.history import History
from journey_editor.core.records import Metric
from tests.building import MAP, document, note, row, stage

DAY = date(2026, 11, 25)


@pytest.fixture
def doc():
    return document(
        stage("s", "a0", start_day=0, end_day=28, when="Weeks 1–4"),
        stage("t", "a1", when="when it suits"),
        *row("a", "b"),
        note("n", "a"),
        Metric(
            id="m1", map=MAP, rank="a0", on="s", name="Time to value", current=65, history=((date(2026, 1, 1), 70),)
        ),
    )


def test_a_stage_gets_another_time_and_words_that_said_the_old_one_go(doc):
    set_period(doc, "s", 7, 35)
    found = doc.records["s"]
    assert (found.start_day, found.end_day, found.when) == (7, 35, "")
    set_period(doc, "t", 35, None)
    assert doc.records["t"].when == "when it suits"
    with pytest.raises(KeyError):
        set_period(doc, "a", 0, 1)


def test_a_time_that_is_no_other_is_no_edit(doc):
    history = History(doc)
    set_period(doc, "s", 0, 28)
    assert not history.steps
    set_period(doc, "s", 0, 35)
    assert history.undo_label == "Change time span"


def test_a_value_of_today_becomes_the_current_one_and_joins_the_history(doc):
    history = History(doc)
    before = dict(doc.records)
    record_value(doc, "m1", 61, DAY)
    found = doc.records["m1"]
    assert (found.current, found.as_of) == (61, DAY)
    assert found.history == ((date(2026, 1, 1), 70), (DAY, 61))
    history.undo()
    assert dict(doc.records) == before


def test_a_value_of_the_same_day_is_corrected(doc):
    record_value(doc, "m1", 61, DAY)
    record_value(doc, "m1", 59, DAY)
    assert doc.records["m1"].history == ((date(2026, 1, 1), 70), (DAY, 59))
    with pytest.raises(KeyError):
        record_value(doc, "s", 1, DAY)


def test_the_counts_of_a_stage_are_set_at_once(doc):
    history = History(doc)
    set_counts(doc, "s", 1000, 620)
    assert (doc.records["s"].entered, doc.records["s"].completed) == (1000, 620)
    assert history.undo_label == "Change numbers"
    set_counts(doc, "s", None, None)
    assert doc.records["s"].entered is None
    with pytest.raises(KeyError):
        set_counts(doc, "a", 1, 1)
