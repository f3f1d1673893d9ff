"""Hundreds of texts on one card: the first have their fields, the others are counted and shown when asked for."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from journey_editor.core.edits.fields import set_field
from journey_editor.core.ids import seeded_ids
from journey_editor.core.records import name_of
from journey_editor.storage.format import dumps
from journey_editor.ui.panels.inspector.attached import FIRST, STEP, Section
from journey_editor.ui.panels.inspector.chips import FIRST as CHIPS, Chip
from journey_editor.ui.panels.inspector.editors import BRIEF, LINE_BRIEF, LineEditor, WordsEditor
from journey_editor.ui.panels.inspector.page import Page
from journey_editor.ui.panels.inspector.panel import Inspector
from journey_editor.ui.theme import dress
from journey_editor.ui.workspace import Workspace
from tests.extremes import crowded, extreme, text
from tests.hands import rest_at, tap
from tests.ui.panels.pages import write

CROWD = 200


@pytest.fixture
def workspace(qapp: QApplication) -> Iterator[Workspace]:
    dress(qapp, "light")
    yield Workspace(crowded(CROWD), ids=seeded_ids(3))
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # pyright: ignore[reportArgumentType]


@pytest.fixture
def inspector(qtbot: QtBot, workspace: Workspace) -> Inspector:
    shown = Inspector(workspace)
    qtbot.addWidget(shown)
    shown.resize(304, 900)
    shown.show()
    shown.activateWindow()
    qtbot.waitExposed(shown)
    return shown


@pytest.fixture
def page(inspector: Inspector, workspace: Workspace) -> Page:
    workspace.session.select(("t1",))
    return inspector.shown_pages()[0]


def section_of(page: Page, kind: str = "pain_point") -> Section:
    assert page.attached is not None
    return page.attached.sections[kind]


def leave(page: Page) -> None:
    """Take the keyboard off the fields."""
    here = page.window().focusWidget()
    if here is not None:
        here.clearFocus()


def shown_texts(section: Section) -> list[str]:
    return [entry.editor.words() for entry in section.entries]


@pytest.mark.parametrize("kind", ["pain_point", "opportunity", "metric"])
def test_the_first_of_many_have_fields_and_the_others_are_counted(page: Page, kind: str) -> None:
    section = section_of(page, kind)
    assert len(section.entries) == FIRST
    assert section.portion.button.text() == f"+{CROWD - FIRST} more" and section.portion.button.isVisibleTo(page)


def test_more_are_shown_by_key_until_all_are_there_and_the_keyboard_goes_on_with_the_first_of_them(page: Page) -> None:
    section, button = section_of(page), section_of(page).portion.button
    shown = FIRST
    while button.isVisibleTo(page):
        button.setFocus()
        tap(button, "Space")
        assert QApplication.focusWidget() is section.entries[shown].editor
        assert len(section.entries) in (shown + STEP, CROWD)
        shown = len(section.entries)
    texts = [name_of(each) for each in page.subject.workspace.document.records.values() if each.kind_name == "note"]
    assert shown_texts(section) == texts and shown == CROWD


def test_a_new_one_is_written_beside_the_button_and_taken_back(page: Page, workspace: Workspace) -> None:
    before, section = dumps(workspace.document.records), section_of(page)
    section.plus.click()
    assert len(section.entries) == FIRST + 1 and section.entries[-1].editor.hasFocus()
    write(section.entries[-1].editor, "Nobody is told")
    assert shown_texts(section)[-1] == "Nobody is told"
    assert section.portion.button.text() == f"+{CROWD - FIRST + 1} more"
    workspace.undo()
    assert dumps(workspace.document.records) == before and len(section.entries) == FIRST


def test_one_that_is_removed_gives_its_place_to_the_next(page: Page, workspace: Workspace) -> None:
    before, section = dumps(workspace.document.records), section_of(page)
    kept = section.entries[1:]
    tap(section.entries[0].editor, "Ctrl+Del")
    assert section.entries[:-1] == kept and len(section.entries) == FIRST
    workspace.undo()
    assert dumps(workspace.document.records) == before


def test_an_edit_leaves_the_fields_of_the_others_as_they_are(page: Page, workspace: Workspace) -> None:
    section = section_of(page)
    fields = [entry.editor for entry in section.entries]
    write(fields[3], "Otherwise")
    workspace.undo()
    workspace.session.select(("t1",))
    assert [entry.editor for entry in section.entries] == fields


def test_another_card_begins_with_its_first_texts(page: Page, workspace: Workspace) -> None:
    section_of(page).portion.button.click()
    for card in ("t0", "t1"):
        workspace.session.select((card,))
    assert len(section_of(page).entries) == FIRST


def test_evidence_has_chips_that_stay_when_one_goes(page: Page, workspace: Workspace) -> None:
    evidence = page.evidence
    assert evidence is not None
    chips = evidence.findChildren(Chip)
    assert len(chips) == CHIPS and evidence.portion.button.text() == f"+{CROWD - CHIPS} more"
    tap(chips[0], "Del")
    QApplication.processEvents()
    now = [each for each in evidence.findChildren(Chip) if each.isVisibleTo(evidence)]
    assert len(now) == CHIPS and set(chips[1:]) < set(now)
    evidence.portion.button.setFocus()
    tap(evidence.portion.button, "Space")
    assert isinstance(QApplication.focusWidget(), Chip)
    workspace.undo()
    assert len(evidence.ids) == CROWD


@pytest.mark.parametrize("style", ["solid", "rtl"])
def test_no_text_makes_a_page_wider_than_the_inspector(qtbot: QtBot, workspace: Workspace, style: str) -> None:
    workspace = Workspace(extreme(style), ids=seeded_ids(3))
    shown = Inspector(workspace)
    qtbot.addWidget(shown)
    shown.resize(304, 900)
    shown.show()
    for record in ("t1", "s1", "x1", "n-own", "i-t1", "k-t1", "o1", "p1", "e1", None):
        workspace.session.select((record,) if record else ())
        for page in shown.shown_pages():
            page.unfold(True)
        QApplication.processEvents()
        inside, room = shown.scroller.widget(), shown.scroller.viewport()
        assert inside.width() <= room.width() and inside.minimumSizeHint().width() <= room.width(), record


def test_the_pointer_tells_a_line_that_is_longer_than_its_field(page: Page) -> None:
    page.unfold(True)
    field = page.bound["link"].widget.findChild(LineEditor)
    assert field is not None and field.told == ""
    field.show_text(text("words"))
    assert field.told == text("words")
    rest_at(field, field.rect().center())
    assert QToolTip.text().startswith("<qt>0 The quick brown fox")
    QToolTip.hideText()


def test_a_long_text_is_laid_out_whole_when_somebody_comes_to_it(page: Page, workspace: Workspace) -> None:
    long = text("words")
    leave(page)
    set_field(workspace.document, ("t1",), "title", long)
    field = page.bound["title"].widget.findChild(WordsEditor)
    assert field is not None and field.words() == long and len(field.toPlainText()) == BRIEF
    before, steps = dumps(workspace.document.records), workspace.history.position
    field.setFocus()
    assert field.toPlainText() == long and not field.is_touched()
    page.subject.workspace.session.select(("t0",))
    assert dumps(workspace.document.records) == before and workspace.history.position == steps
    workspace.session.select(("t1",))
    field.setFocus()
    tap(field, "Ctrl+End")
    tap(field, "Backspace")
    field.commit()
    assert name_of(workspace.document.records["t1"]) == long[:-1].rstrip()


def test_words_that_are_dropped_into_the_beginning_of_a_long_text_leave_its_end(
    page: Page, workspace: Workspace
) -> None:
    leave(page)
    set_field(workspace.document, ("t1",), "title", text("solid"))
    field = page.bound["title"].widget.findChild(WordsEditor)
    assert field is not None
    field.insertPlainText("Now ")
    field.setFocus()
    assert name_of(workspace.document.records["t1"]) == f"Now {text('solid')}"[:10_000] == field.toPlainText()


def test_a_long_line_is_laid_out_whole_when_somebody_comes_to_it(page: Page, workspace: Workspace) -> None:
    page.unfold(True)
    leave(page)
    long = text("emoji")
    set_field(workspace.document, ("t1",), "link", long)
    before, steps = dumps(workspace.document.records), workspace.history.position
    field = page.bound["link"].widget.findChild(LineEditor)
    assert field is not None and field.words() == field.told == long and len(field.text()) == LINE_BRIEF
    field.commit()
    field.setFocus()
    assert field.text() == long
    tap(field, "Escape")
    leave(page)
    assert dumps(workspace.document.records) == before and workspace.history.position == steps
    workspace.session.select(("t0",))
    workspace.session.select(("t1",))
    field.insert("Now ")  # dropped into it while nobody is there
    field.commit()
    assert workspace.document.records["t1"].link == f"Now {long}"[:10_000]
