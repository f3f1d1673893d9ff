"""The status of opportunities, with the day on which they were done, is one step of undo."""

from datetime import date

from journey_editor.core.edits.opportunities import set_status
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
