"""Times, days and words in the inspector: typed as people write them, told in plain words."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journey_editor.storage.format import dumps
from journey_editor.ui.panels.inspector.editors import ChoiceEditor
from journey_editor.ui.panels.inspector.panel import Inspector
from journey_editor.ui.workspace import Workspace
from tests.ui.panels.pages import bound_in, editor_in, page_of, write

WRONG = [
    ("t9", "takes_days", "a while", "“a while” is no length of time: 40 min, 3 h, 1.5 d or 2 wk."),
    ("s4", "start_day", "later", "“later” is no time of a journey: week 5, W5–8, month 3 or 90 d."),
    ("o1", "due", "soon", "“soon” is no date: 15.12., 15 Dec 2026, Q2, +30d or tomorrow."),
    ("o1", "due", "31.2.2027", "“31.2.2027” is not a day of the calendar."),
    ("map", "review_every_days", "3 h", "“3 h” is no number of whole days: quarterly, 90 days, 12 wk or 3 months."),
]


@pytest.mark.parametrize(("record", "field", "words", "sentence"), WRONG)
def test_what_means_nothing_is_told_beside_the_field_and_stays_there(
    inspector: Inspector, workspace: Workspace, record: str, field: str, words: str, sentence: str
):
    page = page_of(inspector, workspace, *(() if record == "map" else (record,)))
    before = dumps(workspace.document.records)
    editor = editor_in(page, field)
    write(editor, words)
    assert bound_in(page, field).said() == sentence
    assert editor.text() == words and dumps(workspace.document.records) == before
    write(editor, "1" if field != "due" else "15.12.2026")
    assert bound_in(page, field).said() == "" and dumps(workspace.document.records) != before


def test_times_and_days_are_shown_in_plain_words(inspector: Inspector, workspace: Workspace):
    page = page_of(inspector, workspace, "s4")
    write(editor_in(page, "start_day"), "W5–8")
    assert [editor_in(page, each).text() for each in ("start_day", "end_day")] == ["week 5", "week 8"]
    write(editor_in(page, "as_of"), "2026-11-01")
    assert editor_in(page, "as_of").text() == "1 Nov 2026"
    page = page_of(inspector, workspace, "t9")
    write(editor_in(page, "takes_days"), "180 min")
    assert editor_in(page, "takes_days").text() == "3 h"


def test_a_word_brings_its_usual_valence_and_never_changes_one_that_is_there(
    inspector: Inspector, workspace: Workspace
):
    page = page_of(inspector, workspace, "t9")
    write(editor_in(page, "emotion.valence:exact"), "")
    before, steps = dumps(workspace.document.records), len(workspace.history.steps)
    write(editor_in(page, "emotion.word"), "Overwhelmed")
    emotion = workspace.document.records["t9"].emotion
    assert (emotion.valence, emotion.word) == (-1, "Overwhelmed")
    write(editor_in(page, "emotion.word"), "delighted")
    assert workspace.document.records["t9"].emotion.valence == -1
    assert len(workspace.history.steps) == steps + 2
    workspace.undo()
    workspace.undo()
    assert dumps(workspace.document.records) == before


def test_what_hangs_somewhere_is_hung_elsewhere(inspector: Inspector, workspace: Workspace):
    page = page_of(inspector, workspace, "n54")
    before = dumps(workspace.document.records)
    editor = bound_in(page, "on").widget.findChild(ChoiceEditor)
    assert workspace.map_id in editor.values() and "s1" in editor.values()
    editor.choose("t1")
    assert workspace.document.records["n54"].on == "t1"
    workspace.undo()
    assert dumps(workspace.document.records) == before


def test_a_list_whose_items_have_breaks_keeps_them_when_another_is_added(inspector: Inspector, workspace: Workspace):
    with workspace.document.transaction("Break"):
        workspace.document.put(workspace.document.records["p1"].with_(goals=("one\ntwo", "three")))
    page = page_of(inspector, workspace, "p1")
    write(editor_in(page, "goals"), "one two\nthree\nfour")
    assert workspace.document.records["p1"].goals == ("one\ntwo", "three", "four")


def test_the_keyboard_stays_with_the_inspector_when_another_page_comes(
    qtbot: QtBot, inspector: Inspector, workspace: Workspace
):
    page = page_of(inspector, workspace, "t9")
    editor_in(page, "title").setFocus()
    workspace.session.select(("n54",))
    qtbot.waitUntil(lambda: inspector.shown_pages()[0].subject.ids == ("n54",))
    here = QApplication.focusWidget()
    assert here is not None and inspector.isAncestorOf(here) and not page.isAncestorOf(here)
