"""The finder lists hits, walks through them, replaces one or all, and follows edits and undo."""

import pytest
from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot

from journey_editor.core.edits.fields import set_field
from journey_editor.core.finding import Hit
from journey_editor.core.values import TEXT_LIMIT
from journey_editor.storage.format import dumps
from journey_editor.ui.notice import Notice
from journey_editor.ui.panels.finder import Finder
from journey_editor.ui.panels.hits import around, counted, fitted, same_hit
from journey_editor.ui.theme import font
from journey_editor.ui.workspace import Workspace
from tests.hands import click, tap


@pytest.fixture
def gone() -> list[str]:
    """The records that the finder went to."""
    return []


@pytest.fixture
def finder(qtbot: QtBot, workspace: Workspace, gone: list[str]) -> Finder:
    shown = Finder(workspace, gone.append)
    qtbot.addWidget(shown)
    shown.resize(304, 700)
    shown.find()
    shown.activateWindow()
    qtbot.waitExposed(shown)
    return shown


def look_for(finder: Finder, qtbot: QtBot, words: str) -> None:
    finder.field.clear()
    qtbot.keyClicks(finder.field, words)
    qtbot.waitUntil(lambda: not finder._later.isActive())


def texts(finder: Finder) -> list[str]:
    return [hit.text for hit in finder.model.hits]


def test_hits_are_listed_while_one_types(finder: Finder, qtbot: QtBot, gone: list[str]):
    look_for(finder, qtbot, "kick-off")
    assert len(texts(finder)) > 1
    assert all("kick-off" in text.casefold() for text in texts(finder))
    assert finder.count.text() == f"{len(texts(finder))} hits"
    assert gone == []
    look_for(finder, qtbot, "qqq")
    assert finder.count.text() == "Nothing found" and not finder.view.isVisible()


def test_enter_walks_through_the_hits_and_round_the_end(finder: Finder, qtbot: QtBot, gone: list[str]):
    look_for(finder, qtbot, "kick-off")
    records = [hit.record for hit in finder.model.hits]
    for keys in ("Return", "Return", "Shift+Return", "Shift+Return", "Down"):
        tap(finder.field, keys)
    assert gone == [records[0], records[1], records[0], records[-1], records[0]]
    assert finder.count.text() == f"1 of {len(records)}"
    assert finder.view.currentIndex().row() == 0


def test_a_click_goes_to_a_hit(finder: Finder, qtbot: QtBot, gone: list[str]):
    look_for(finder, qtbot, "kick-off")
    click(finder.view.viewport(), finder.view.visualRect(finder.model.index(1)).center())
    assert gone == [finder.model.hits[1].record]


def test_options_narrow_the_hits(finder: Finder, qtbot: QtBot):
    look_for(finder, qtbot, "The")
    every = len(texts(finder))
    finder.case.click()
    finder._search_now()
    with_case = len(texts(finder))
    finder.whole.click()
    finder._search_now()
    assert every > with_case > len(texts(finder)) > 0


def test_the_whole_file_has_more_hits(finder: Finder, qtbot: QtBot, workspace: Workspace):
    set_field(workspace.document, [""], "title", "Kick-off of everything")
    look_for(finder, qtbot, "kick-off")
    one_map = len(texts(finder))
    finder.everywhere.click()
    finder._search_now()
    assert len(texts(finder)) == one_map + 1


def test_hits_follow_edits_and_undo_and_stay_where_one_was(finder: Finder, qtbot: QtBot, workspace: Workspace):
    look_for(finder, qtbot, "kick-off")
    tap(finder.field, "Return")
    tap(finder.field, "Return")
    here, count = finder.current(), len(texts(finder))
    assert here is not None
    first = finder.model.hits[0]
    set_field(workspace.document, [first.record], ".".join(map(str, first.path)), "Gone")
    qtbot.waitUntil(lambda: len(texts(finder)) == count - 1)
    assert finder.current() == here
    workspace.undo()
    qtbot.waitUntil(lambda: len(texts(finder)) == count)
    assert finder.current() == here


def test_all_are_replaced_in_one_step_that_is_told(finder: Finder, qtbot: QtBot, workspace: Workspace):
    before = dumps(workspace.document.records)
    said: list[Notice] = []
    workspace.offered.connect(said.append)
    finder.ask_replace()
    look_for(finder, qtbot, "kick-off")
    count = len(texts(finder))
    qtbot.keyClicks(finder.by, "Launch")
    finder.all.click()
    assert said[-1].sentence == f"{count} places replaced." and said[-1].button == "Undo"
    assert len(workspace.history.steps) == 1
    qtbot.waitUntil(lambda: texts(finder) == [])
    look_for(finder, qtbot, "launch")
    assert len(texts(finder)) >= count
    said[-1].run()
    assert dumps(workspace.document.records) == before


def test_one_is_replaced_and_the_next_shown(finder: Finder, qtbot: QtBot, workspace: Workspace, gone: list[str]):
    finder.ask_replace()
    look_for(finder, qtbot, "kick-off")
    first, second = finder.model.hits[:2]
    qtbot.keyClicks(finder.by, "kick-off!")
    finder.one.click()
    assert gone == [first.record] and not workspace.history.steps
    finder.one.click()
    assert len(workspace.history.steps) == 1
    assert gone[-1] == second.record
    current = finder.current()
    assert current is not None and (current.record, current.path) == (second.record, second.path)


def test_replacing_with_nothing_takes_words_out(finder: Finder, qtbot: QtBot, workspace: Workspace):
    set_field(workspace.document, ["t1"], "title", "Xyzzy")
    finder.ask_replace()
    look_for(finder, qtbot, "Xyzzy")
    finder.all.click()
    assert workspace.document.records["t1"].__dict__["title"] == ""


def test_what_would_be_too_long_is_told(finder: Finder, qtbot: QtBot, workspace: Workspace):
    set_field(workspace.document, ["t1"], "title", "Xyzzy" + "a" * (TEXT_LIMIT - 5))
    said: list[str] = []
    workspace.noticed.connect(said.append)
    finder.ask_replace()
    look_for(finder, qtbot, "Xyzzy")
    qtbot.keyClicks(finder.by, "Xyzzyx")
    finder.all.click()
    assert said == ["A text would become longer than 10,000 characters."]


def test_esc_puts_it_away_and_keeps_the_words(finder: Finder, qtbot: QtBot):
    look_for(finder, qtbot, "kick-off")
    tap(finder.field, "Escape")
    assert finder.isHidden()
    finder.find()
    assert finder.field.text() == "kick-off" and finder.field.hasSelectedText()
    assert texts(finder)


def test_words_around_a_hit_are_one_line_and_the_hit_is_always_seen():
    hit = Hit("t", ("title",), "one\ntwo  three", 4, 7)
    assert around(hit) == ("one ", "two", " three")
    assert around(Hit("t", ("title",), "undo", 2, 4)) == ("un", "do", "")
    plain, strong = QFontMetricsF(font()), QFontMetricsF(font(weight=700))
    before, words, after = fitted("long before " * 9, "hit", " long after" * 9, 160, plain, strong)
    assert words == "hit" and before.startswith("…") and after.endswith("…")
    assert plain.horizontalAdvance(before + after) + strong.horizontalAdvance(words) <= 162
    assert fitted("a ", "hit", " b", 160, plain, strong) == ("a ", "hit", " b")


def test_a_hit_is_found_again_where_it_was_or_after_it():
    old = Hit("t", ("title",), "a b a", 4, 5)
    same = Hit("t", ("title",), "a c a", 4, 5)
    later = Hit("t", ("title",), "a b  a", 5, 6)
    other = Hit("u", ("title",), "a", 0, 1)
    assert same_hit((other, same), old) == 1
    assert same_hit((other, later), old) == 1
    assert same_hit((other,), old) == 0
    assert same_hit((), None) == 0


def test_counts_are_told_in_words():
    assert [counted(*each) for each in ((-1, 0), (-1, 1), (-1, 1200), (0, 3))] == [
        "Nothing found", "1 hit", "1,200 hits", "1 of 3",
    ]  # fmt: skip


def test_tab_goes_from_the_words_to_those_that_replace_them(finder: Finder, qtbot: QtBot):
    finder.ask_replace()
    look_for(finder, qtbot, "kick-off")
    tap(finder.field, "Tab")
    assert finder.by.hasFocus()
