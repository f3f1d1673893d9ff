import pytest

from journey_editor.core.edits.fields import set_field
from journey_editor.core.edits.removal import remove
from journey_editor.core.edits.stages import add_stage
from journey_editor.core.history import History
from tests.building import MAP, document, note, row, stage


@pytest.fixture
def doc():
    return document(stage("s"), *row("a", "b"), note("n", "a"))


def test_undo_and_redo_name_what_they_do_and_lead_back_exactly(doc):
    before = dict(doc.records)
    history = History(doc)
    set_field(doc, ("a",), "title", "New")
    remove(doc, ("s",))
    after = dict(doc.records)
    assert (history.undo_label, history.redo_label) == ("Remove stage", None)
    history.undo()
    assert history.redo_label == "Remove stage" and "n" in doc.records
    history.undo()
    assert dict(doc.records) == before and history.undo_label is None
    assert history.undo() is None
    history.redo()
    history.redo()
    assert dict(doc.records) == after
    assert history.redo() is None


def test_an_edit_ends_what_could_be_redone(doc):
    history = History(doc)
    set_field(doc, ("a",), "title", "One")
    history.undo()
    set_field(doc, ("a",), "title", "Two")
    assert history.redo_label is None
    assert [step.label for step in history.steps] == ["Change title"]


def test_typing_is_one_step_until_it_is_closed(doc):
    history = History(doc)
    for text in ("N", "Ne", "New"):
        set_field(doc, ("a",), "title", text, join="typing a")
    assert history.position == 1
    history.close_step()
    set_field(doc, ("a",), "title", "Newer", join="typing a")
    assert history.position == 2
    history.undo()
    assert doc.records["a"].title == "New"
    history.undo()
    assert doc.records["a"].title == "A"


def test_typing_that_comes_back_to_where_it_was_is_no_step(doc):
    history = History(doc)
    set_field(doc, ("a",), "title", "Ab", join="typing")
    set_field(doc, ("a",), "title", "A", join="typing")
    assert history.position == 0 and history.is_saved


def test_other_edits_do_not_join(doc):
    history = History(doc)
    set_field(doc, ("a",), "title", "x", join="a")
    set_field(doc, ("b",), "title", "y", join="b")
    set_field(doc, ("b",), "title", "z")
    assert history.position == 3


def test_saved_is_where_it_was_saved(doc):
    history = History(doc)
    assert history.is_saved
    set_field(doc, ("a",), "title", "x", join="typing")
    assert not history.is_saved
    history.mark_saved()
    set_field(doc, ("a",), "title", "xy", join="typing")
    assert not history.is_saved and history.position == 2
    history.undo()
    assert history.is_saved
    history.undo()
    set_field(doc, ("a",), "title", "other")
    assert not history.is_saved
    history.undo()
    assert not history.is_saved  # the saved state can no longer be reached


def test_previews_are_not_history(doc):
    history = History(doc)
    doc.preview(lambda: set_field(doc, ("a",), "title", "x"))
    doc.end_preview()
    assert history.steps == ()


def test_history_goes_to_any_of_its_steps(doc):
    history = History(doc)
    first = dict(doc.records)
    for name in ("one", "two", "three"):
        add_stage(doc, MAP, name)
    last = dict(doc.records)
    history.go_to(0)
    assert dict(doc.records) == first
    history.go_to(3)
    assert dict(doc.records) == last
    with pytest.raises(ValueError):
        history.go_to(4)


def test_what_was_read_from_elsewhere_is_saved_nowhere():
    doc = document(stage("s"))
    history = History(doc)
    history.mark_unsaved()
    assert not history.is_saved
    history.mark_saved()
    assert history.is_saved
