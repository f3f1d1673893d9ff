"""The inspector edits every field of every kind of record, in step with the document."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from journey_editor.core.edits.fields import set_field
from journey_editor.core.edits.removal import remove
from journey_editor.storage.format import dumps
from journey_editor.ui.panels.inspector.assignment import apply, options_of
from journey_editor.ui.panels.inspector.editors import ChoiceEditor, LineEditor, WordsEditor
from journey_editor.ui.panels.inspector.fields import specs_of
from journey_editor.ui.panels.inspector.panel import Inspector
from journey_editor.ui.theme import dress
from journey_editor.ui.workspace import Workspace
from tests.hands import tap
from tests.ui.panels.pages import editor_in, page_of, write

BAD = [
    ("t9", "believed", "3", "A feeling lies between −2 and +2."),
    ("t9", "believed", "good", "“good” is not a number."),
    ("t9", "votes", "1.5", "“1.5” is not a whole number."),
    ("t9", "emotion.hands", "1/2", "Five numbers from desperate to delighted, such as 0/2/7/3/0."),
    ("t9", "takes_days", "-1", None),
    ("s4", "as_of", "2026-02-30", "“2026-02-30” is not a day of the calendar."),
    ("s4", "as_of", "soon", "“soon” is no date: 15.12., 15 Dec 2026, Q2, +30d or tomorrow."),
    ("m9", "history", "someday 5", None),
]


@pytest.mark.parametrize(("record", "field", "words", "sentence"), BAD)
def test_a_bad_value_is_told_in_one_sentence_and_the_old_one_stays(
    inspector: Inspector, workspace: Workspace, record: str, field: str, words: str, sentence: str | None
):
    page = page_of(inspector, workspace, record)
    before = dumps(workspace.document.records)
    write(editor_in(page, field), words)
    said = page.bound[field].said()
    assert said == sentence if sentence else said
    assert said.endswith(".") and "\n" not in said and "pydantic" not in said
    assert dumps(workspace.document.records) == before
    good = {"believed": "1", "votes": "2", "takes_days": "2", "as_of": "2026-02-28"}.get(field)
    if good:
        write(editor_in(page, field), good)
        assert page.bound[field].said() == ""


def test_a_transition_that_leads_nowhere_says_why_not(inspector: Inspector, workspace: Workspace):
    ways = [each for each in workspace.document.records.values() if each.kind_name == "transition" and each.target]
    page = page_of(inspector, workspace, ways[0].id)
    page.bound["target"].widget.findChild(ChoiceEditor).choose(None)
    assert page.bound["target"].said()
    assert workspace.document.records[ways[0].id] == ways[0]


def test_esc_restores_what_was_there(inspector: Inspector, workspace: Workspace):
    page = page_of(inspector, workspace, "t9")
    before = dumps(workspace.document.records)
    for field in ("title", "channel"):
        editor = editor_in(page, field)
        editor.setFocus()
        QTest.keyClicks(editor, "xyz")
        tap(editor, "Esc")
        page.commit()
    assert dumps(workspace.document.records) == before


def test_several_show_what_they_share_and_are_edited_in_one_step(inspector: Inspector, workspace: Workspace):
    page = page_of(inspector, workspace, "t9", "t8", "t13")
    title, channel = editor_in(page, "title"), editor_in(page, "channel")
    assert (title.toPlainText(), title.placeholderText()) == ("", "several")
    before = dumps(workspace.document.records)
    write(channel, "Email")
    assert {workspace.document.records[each].channel for each in ("t9", "t8", "t13")} == {"email"}
    assert channel.text() == "Email"
    page.bound["emotion.valence"].widget.chosen.emit(1.0)
    workspace.undo()
    workspace.undo()
    assert dumps(workspace.document.records) == before


def test_leaving_fields_of_several_changes_nothing(inspector: Inspector, workspace: Workspace):
    page = page_of(inspector, workspace, "t9", "t8", "t13")
    before = dumps(workspace.document.records)
    for widget in page.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            widget.setFocus()
    page.commit()
    assert dumps(workspace.document.records) == before


def test_kinds_are_edited_together_in_what_they_share(inspector: Inspector, workspace: Workspace):
    page = page_of(inspector, workspace, "t9", "s4")
    assert page.fields() >= {"owner", "evidence", "tags", "link", "tickets"}
    assert "channel" not in page.fields()
    page.bound["owner"].widget.findChild(ChoiceEditor).choose("support")
    assert workspace.document.records["t9"].owner == workspace.document.records["s4"].owner == "support"
    steps = len(workspace.history.steps)
    write(editor_in(page, "tickets"), "12")
    assert len(workspace.history.steps) == steps + 1


def test_nothing_selected_shows_map_and_file(inspector: Inspector, workspace: Workspace):
    workspace.session.clear()
    assert [page.kind for page in inspector.shown_pages()] == ["map", "file"]
    write(editor_in(inspector.page("file"), "title"), "Our customers")
    assert workspace.document.head.title == "Our customers"


def test_edits_from_elsewhere_are_followed(inspector: Inspector, workspace: Workspace):
    page = page_of(inspector, workspace, "t9")
    set_field(workspace.document, ["t9"], "title", "First sign-in")
    assert editor_in(page, "title").toPlainText() == "First sign-in"
    workspace.undo()
    assert editor_in(page, "title").toPlainText() == "First login, empty screen"
    workspace.document.preview(lambda: set_field(workspace.document, ["t9"], "channel", "email"))
    QApplication.processEvents()
    assert editor_in(page, "channel").text() == "Email"


def test_typing_goes_on_while_something_else_changes(inspector: Inspector, workspace: Workspace):
    page = page_of(inspector, workspace, "t9")
    title = editor_in(page, "title")
    title.setFocus()
    title.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClicks(title, "My ")
    set_field(workspace.document, ["t9"], "channel", "email")
    set_field(workspace.document, ["t8"], "title", "Other")
    QTest.keyClicks(title, "own ")
    assert title.toPlainText() == "My own First login, empty screen"
    assert title.textCursor().position() == len("My own ")
    workspace.session.select(["t8"])
    assert workspace.document.records["t9"].title == "My own First login, empty screen"
    assert workspace.document.records["t8"].title == "Other"


ODD = [
    "x" * 10_000, "no\u00a0break", "line\u2028sep", "par\u2029sep", "cr\r\nlf", "tab\there", "two\nlines", " spaces ",
    "שלום לך", "مرحبا", "🙂🙃", "<b>bold</b> & $5", "\u200b\u200d", "e\u0301" * 40,
]  # fmt: skip


@pytest.mark.parametrize("text", ODD)
def test_looking_at_odd_texts_never_changes_them(inspector: Inspector, workspace: Workspace, text: str):
    for record, field in (("t9", "title"), ("t9", "link"), ("t9", "moment.impact"), ("n54", "text")):
        set_field(workspace.document, [record], field, text)
    before, steps = dumps(workspace.document.records), len(workspace.history.steps)
    for record in ("t9", "t13", "n54"):
        page = page_of(inspector, workspace, record)
        for widget in page.findChildren(WordsEditor) + page.findChildren(LineEditor):
            if widget.isVisible():
                widget.setFocus()
    page_of(inspector, workspace, "s1")
    inspector.grab()
    assert dumps(workspace.document.records) == before
    assert len(workspace.history.steps) == steps


def test_texts_are_shown_as_they_were_typed(inspector: Inspector, workspace: Workspace):
    for record, field in (("t9", "title"), ("e1", "title"), ("cs", "name"), ("m9", "name")):
        set_field(workspace.document, [record], field, "<b>loud</b>")
    for record in ("t9", "s4", "m9", "n54"):
        page_of(inspector, workspace, record)
        for label in inspector.findChildren(QLabel):
            assert "<b>" not in label.text() or label.textFormat() == Qt.TextFormat.PlainText
        tips = [widget.toolTip() for widget in inspector.findChildren(QWidget)]
        assert not [tip for tip in tips if "<b>" in tip]


def test_long_texts_scroll_and_short_ones_grow(inspector: Inspector, workspace: Workspace):
    page = page_of(inspector, workspace, "t9")
    title = editor_in(page, "title")
    low = title.height()
    set_field(workspace.document, ["t9"], "title", "words " * 20)
    assert title.height() > low
    set_field(workspace.document, ["t9"], "title", "words " * 1000)
    high = title.height()
    assert high < 200 and title.verticalScrollBar().maximum() > 0


def test_a_new_note_and_its_words_are_one_step(inspector: Inspector, workspace: Workspace):
    page = page_of(inspector, workspace, "t9")
    before, steps = dumps(workspace.document.records), len(workspace.history.steps)
    section = page.attached.sections["pain_point"]
    section.plus.click()
    entry = section.entries[-1]
    assert entry.editor.hasFocus()
    write(entry.editor, "No way back")
    note = workspace.document.records[entry.record_id]
    assert (note.text, note.kind, note.on) == ("No way back", "pain_point", "t9")
    assert len(workspace.history.steps) == steps + 1
    workspace.undo()
    assert dumps(workspace.document.records) == before


def test_a_note_left_empty_leaves_nothing_behind(inspector: Inspector, workspace: Workspace):
    page = page_of(inspector, workspace, "t9")
    before, steps = dumps(workspace.document.records), len(workspace.history.steps)
    page.attached.sections["pain_point"].plus.click()
    editor_in(page, "title").setFocus()
    assert dumps(workspace.document.records) == before
    assert len(workspace.history.steps) == steps


@pytest.mark.parametrize("kind", ["quote", "gain", "success_criterion", "other"])
def test_notes_of_every_kind_can_be_added(inspector: Inspector, workspace: Workspace, kind: str):
    page = page_of(inspector, workspace, "t9")
    page.attached.add(kind)
    write(page.attached.sections[kind].entries[-1].editor, "New")
    notes = [each for each in workspace.document.referrers("t9") if getattr(each, "kind", "") == kind]
    assert [each.text for each in notes] == ["New"]
    assert page.attached.sections[kind].isVisibleTo(page)


def test_notes_are_removed_by_cross_and_by_key(inspector: Inspector, workspace: Workspace):
    page = page_of(inspector, workspace, "t9")
    section = page.attached.sections["pain_point"]
    first, second = (entry.record_id for entry in section.entries)
    tap(section.entries[0].editor, "Ctrl+Del")
    assert first not in workspace.document.records
    section.entries[0].editor.setFocus()
    section.entries[0].editor.selectAll()
    tap(section.entries[0].editor, "Del")
    tap(section.entries[0].editor, "Del")
    assert second not in workspace.document.records
    workspace.undo()
    assert second in workspace.document.records


def test_a_moment_of_truth_is_made_and_unmade(inspector: Inspector, workspace: Workspace):
    page = page_of(inspector, workspace, "t13")
    before = dumps(workspace.document.records)
    page.moment.make.click()
    assert workspace.document.records["t13"].moment is not None
    write(editor_in(page, "moment.impact"), "All or nothing")
    assert workspace.document.records["t13"].moment.impact == "All or nothing"
    for _step in range(2):
        workspace.undo()
    assert dumps(workspace.document.records) == before


def test_the_gap_between_belief_and_feeling_is_told(inspector: Inspector, workspace: Workspace):
    page = page_of(inspector, workspace, "t9")
    said = [label.text() for label in page.bound["believed"].widget.findChildren(QLabel)]
    assert "gap 2.0, high" in said


def test_another_theme_makes_the_pages_anew(inspector: Inspector, workspace: Workspace, qapp: QApplication):
    before = page_of(inspector, workspace, "t9")
    write_later = editor_in(before, "title")
    write_later.setFocus()
    QTest.keyClicks(write_later, "X")
    dress(qapp, "dark")
    workspace.show(theme="dark")
    after = inspector.shown_pages()[0]
    assert after is not before and "X" in workspace.document.records["t9"].title
    assert after.isVisibleTo(inspector)
    dress(qapp, "light")


def test_a_click_that_comes_after_the_record_went_does_nothing(inspector: Inspector, workspace: Workspace):
    page = page_of(inspector, workspace, "t9")
    plus = page.attached.sections["pain_point"].plus
    said: list[str] = []
    workspace.document.listen(lambda event: said.append(event.label))
    remove(workspace.document, ["t9"])
    plus.click()
    for spec in specs_of("touchpoint"):
        apply(workspace.document, ["t9"], spec, None)
    assert said == ["Remove touchpoint"]


def test_an_owner_that_is_not_said_is_the_stages_or_nobody(workspace: Workspace):
    document = workspace.document
    spec = next(each for each in specs_of("touchpoint") if each.name == "owner")
    set_field(document, ("t9",), "owner", None)
    assert options_of(document, spec, (document.records["t9"],))[0] == (None, "Customer Success, by the stage")
    set_field(document, ("s4",), "owner", None)
    assert options_of(document, spec, (document.records["t9"],))[0] == (None, "Nobody yet")
