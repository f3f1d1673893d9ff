"""The status of opportunities, and what they are worth against their effort, each is one step of undo."""

from datetime import date

import pytest
from hypothesis import given, strategies as st

from journey_editor.core.edits.opportunities import SCORES, lifted, set_status, weigh
from journey_editor.core.history import History
from journey_editor.core.records import Opportunity
from journey_editor.storage.format import dumps
from tests.building import document, opportunity, stage

TODAY, EARLIER = date(2026, 11, 25), date(2026, 9, 1)


def test_what_is_done_gets_its_day_and_loses_it_when_it_is_not_any_more():
    made = document(stage("s"), opportunity("a", "s"), opportunity("b", "s", done_on=EARLIER, status="doing"))
    history, before = History(made), dumps(made.records)
    set_status(made, ("a", "b", "s", "gone"), "done", TODAY)
    assert [_of(made, each) for each in "ab"] == [("done", TODAY), ("done", EARLIER)]
    set_status(made, ("a",), "doing", TODAY)
    assert _of(made, "a") == ("doing", None)
    assert [step.label for step in history.steps] == ["Change status", "Change status"]
    history.undo()
    history.undo()
    assert dumps(made.records) == before


def test_what_has_the_status_already_is_left_alone():
    made = document(stage("s"), opportunity("a", "s", status="done"), opportunity("b", "s", done_on=EARLIER))
    history = History(made)
    set_status(made, ("a",), "done", TODAY)
    assert not history.steps and _of(made, "a") == ("done", None)
    set_status(made, ("b",), "planned", TODAY)
    assert _of(made, "b") == ("planned", EARLIER), "a day that somebody typed stays while it was not done"


def _of(made, record_id: str):  # noqa: ANN202
    found = made.records[record_id]
    assert isinstance(found, Opportunity)
    return found.status, found.done_on


@pytest.mark.parametrize(
    ("before", "worth", "after"),
    [
        ((5, 4, 5), 3.6, (4, 3, 4)),
        ((5, 4, 5), 4.0, (4, 3, 4)),  # 3.7 is nearer than 4.7
        ((5, 4, 5), 5.4, (5, 5, 5)),
        ((5, 4, 5), 0.8, (1, 1, 1)),
        ((3, None, 4), 2.4, (2, None, 3)),
        ((3, 3, None), 3.5, (3, 3, None)),  # as near as 4, and nobody said more
        ((1, 5, None), 4.2, (3, 5, None)),
        ((None, None, None), 3.6, (4, None, None)),
        ((None, None, None), 9.0, (5, None, None)),
    ],
)
def test_what_is_given_goes_up_or_down_together(before, worth, after):
    each = opportunity("a", "s", **dict(zip(SCORES, before, strict=True)))
    changed = each.with_(**lifted(each, worth))
    assert tuple(changed.__dict__[name] for name in SCORES) == after


@given(
    st.tuples(*[st.none() | st.integers(1, 5)] * 3).filter(any),
    st.integers(-4, 4),
    st.none() | st.integers(1, 5),
)
def test_what_was_lifted_keeps_its_differences_where_none_is_at_an_end(scores, steps, effort):
    given_ones = [each for each in scores if each is not None]
    made = document(stage("s"), opportunity("a", "s", **dict(zip(SCORES, scores, strict=True)), effort=2))
    history, before = History(made), dumps(made.records)
    weigh(made, "a", effort, sum(given_ones) / len(given_ones) + steps)
    found = made.records["a"]
    after = [found.__dict__[name] for name in SCORES if found.__dict__[name] is not None]
    assert len(after) == len(given_ones) and found.__dict__["effort"] == effort
    if min(after) > 1 and max(after) < 5:
        assert len({new - old for new, old in zip(after, given_ones, strict=True)}) == 1
    history.undo()
    assert dumps(made.records) == before


def test_weighing_is_one_step_that_says_what_it_was():
    made = document(stage("s"), opportunity("a", "s", impact=3, effort=2))
    history, before = History(made), dumps(made.records)
    weigh(made, "a", 2, 3.2)
    assert not history.steps, "nothing changed"
    weigh(made, "a", 4, None)
    weigh(made, "a", 4, 5.0)
    weigh(made, "a", None, 2.0)
    assert [step.label for step in history.steps] == ["Change effort", "Change worth", "Change worth and effort"]
    for _step in range(3):
        history.undo()
    assert dumps(made.records) == before
    with pytest.raises(KeyError):
        weigh(made, "s", 1, 1.0)


def test_weighing_is_previewed_and_taken_back():
    made = document(stage("s"), opportunity("a", "s", impact=3, value=5, effort=2))
    history, before = History(made), dumps(made.records)
    for effort, worth in ((3, 4.0), (4, 2.0), (5, 5.0)):
        made.preview(lambda effort=effort, worth=worth: weigh(made, "a", effort, worth))
    assert dumps(made.records) != before
    made.end_preview()
    assert dumps(made.records) == before and not history.steps
