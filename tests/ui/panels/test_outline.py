"""The outline is in step with the document both ways, whatever happens to it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from journey_editor.core.edits.attachments import add_note
from journey_editor.core.edits.fields import set_field
from journey_editor.core.edits.place import Slot
from journey_editor.core.edits.removal import remove
from journey_editor.core.edits.stages import add_stage, move_stage
from journey_editor.core.edits.touchpoints import add_touchpoint, move_touchpoints, to_tray
from journey_editor.core.records import JourneyMap, Transition, name_of
from journey_editor.storage.format import dumps
from journey_editor.ui.panels.outline import Outline
from journey_editor.ui.panels.outline_model import OutlineModel
from journey_editor.ui.panels.outline_tree import EVIDENCE, OWNERS, PERSONAS, ROOT, TRAY, branches_of, walk
from journey_editor.ui.window import MainWindow
from journey_editor.ui.workspace import Workspace
from tests.building import records
from tests.hands import tap

DISPLAY = Qt.ItemDataRole.DisplayRole


@pytest.fixture
def outline(qtbot: QtBot, workspace: Workspace) -> Outline:
    shown = Outline(workspace)
    qtbot.addWidget(shown)
    shown.resize(280, 800)
    shown.show()
    qtbot.waitExposed(shown)
    shown.view.setFocus()
    return shown


def in_step(model: OutlineModel, workspace: Workspace) -> bool:
    """Whether the rows are those of the document, and each leads up to where it lies."""
    wanted = branches_of(workspace.document, workspace.map_id)
    for key in (ROOT, *walk(wanted)):
        index = model.index_of(key)
        rows = tuple(model.key(model.index(row, 0, index)) for row in range(model.rowCount(index)))
        if rows != wanted.get(key, ()) or any(model.parent(model.index_of(row)) != index for row in rows):
            return False
    return list(model.all_keys()) == list(walk(wanted))


def test_it_shows_stages_with_their_touchpoints_and_what_maps_share(workspace: Workspace):
    tree = branches_of(workspace.document, workspace.map_id)
    assert tree[ROOT][-3:] == (OWNERS, PERSONAS, EVIDENCE)
    assert TRAY not in tree[ROOT]
    stages = [each.id for each in workspace.document.journey(workspace.map_id).stages]
    assert [key for key in tree[ROOT] if key in stages] == stages
    assert "t9" in tree["s4"] and tree["t9"]


EDITS: dict[str, Callable[[Workspace], object]] = {
    "a name": lambda w: set_field(w.document, ["t9"], "title", "First sign-in"),
    "a new stage": lambda w: add_stage(w.document, w.map_id, "Advocacy", after="s4"),
    "a stage moved": lambda w: move_stage(w.document, "s4", 0),
    "a touchpoint moved within its stage": lambda w: move_touchpoints(w.document, ["t9"], Slot("s4")),
    "a touchpoint moved to another stage": lambda w: move_touchpoints(w.document, ["t9"], Slot("s1")),
    "a touchpoint put aside": lambda w: to_tray(w.document, ["t9", "t13"]),
    "a new touchpoint": lambda w: add_touchpoint(w.document, w.map_id, "Demo", Slot("s2")),
    "a new note": lambda w: add_note(w.document, "t13", "quote", "Where is it?"),
    "a note on the map": lambda w: add_note(w.document, w.map_id, "question", "Who pays?"),
    "a touchpoint gone": lambda w: remove(w.document, ["t9"]),
    "a stage gone with all that is in it": lambda w: remove(w.document, ["s4"]),
    "an owner gone": lambda w: remove(w.document, ["cs"]),
    "nearly everything gone": lambda w: remove(w.document, ["s1", "s2", "s3", "s4", "s5"]),
}


@pytest.mark.parametrize("edit", EDITS)
def test_it_follows_each_edit_and_its_undo_row_by_row(workspace: Workspace, edit: str):
    model = OutlineModel(workspace)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    before = dumps(workspace.document.records)
    EDITS[edit](workspace)
    assert dumps(workspace.document.records) != before
    assert in_step(model, workspace)
    workspace.undo()
    assert in_step(model, workspace)
    workspace.redo()
    assert in_step(model, workspace)
    assert tester.model() is model


def test_a_note_more_touches_one_row_and_resets_nothing(qtbot: QtBot, workspace: Workspace):
    model = OutlineModel(workspace)
    happened: list[str] = []
    model.modelReset.connect(lambda: happened.append("reset"))
    model.rowsInserted.connect(lambda _above, first, last: happened.append(f"in {first} {last}"))
    model.rowsRemoved.connect(lambda *_rows: happened.append("out"))
    last = model.rowCount(model.index_of("t13")) - 1
    add_note(workspace.document, "t13", "quote", "Where is it?")
    assert len(happened) == 1 and happened[0].startswith("in ") and last >= 0


def test_renaming_only_tells_that_one_row_changed_and_the_ways_that_lead_there(workspace: Workspace):
    model = OutlineModel(workspace)
    changed: list[str] = []
    model.dataChanged.connect(lambda first, _last, _roles: changed.append(model.key(first)))
    model.rowsInserted.connect(lambda *_rows: changed.append("rows"))
    set_field(workspace.document, ["t9"], "title", "First sign-in")
    assert changed == ["t9", "x6"]
    assert model.data(model.index_of("t9"), DISPLAY) == "First sign-in"


def test_a_preview_shows_words_and_leaves_the_rows(workspace: Workspace):
    model = OutlineModel(workspace)
    rows = list(model.all_keys())
    workspace.document.preview(lambda: remove(workspace.document, ["t9"]))
    assert list(model.all_keys()) == rows
    assert model.data(model.index_of("t9"), DISPLAY) is None
    workspace.document.end_preview()
    assert in_step(model, workspace)


def test_what_is_folded_and_how_far_it_is_scrolled_stays(outline: Outline, workspace: Workspace):
    tree, model = outline.view, outline.view.model()
    tree.setExpanded(model.index_of("s1"), False)
    tree.setExpanded(model.index_of("t9"), True)
    tree.verticalScrollBar().setValue(60)
    add_touchpoint(workspace.document, workspace.map_id, "Demo", Slot("s2"))
    move_touchpoints(workspace.document, ["t9"], Slot("s5"))
    assert not tree.isExpanded(model.index_of("s1"))
    assert tree.isExpanded(model.index_of("t9"))
    assert tree.verticalScrollBar().value() == 60


def test_selecting_here_selects_there_and_the_other_way_round(outline: Outline, workspace: Workspace):
    tree, model = outline.view, outline.view.model()
    tree.setCurrentIndex(model.index_of("t9"))
    assert workspace.session.selected == ("t9",)
    workspace.session.select(["s1", "t13"])
    assert {model.key(row) for row in tree.selectionModel().selectedRows()} == {"s1", "t13"}
    assert model.key(tree.currentIndex()) == "t13"
    note = model.key(model.index(0, 0, model.index_of("t9")))
    workspace.session.select([note])
    assert tree.isExpanded(model.index_of("t9"))


def test_a_selection_survives_that_its_rows_move(outline: Outline, workspace: Workspace):
    workspace.session.select(["t9", "t13"])
    move_touchpoints(workspace.document, ["t9", "t13"], Slot("s1"))
    assert workspace.session.selected == ("t9", "t13")
    model = outline.view.model()
    assert {model.key(row) for row in outline.view.selectionModel().selectedRows()} == {"t9", "t13"}


def test_f2_renames_in_place_as_one_step(outline: Outline, workspace: Workspace):
    before = dumps(workspace.document.records)
    outline.view.setCurrentIndex(outline.view.model().index_of("t9"))
    tap(outline.view, "F2")
    editor = outline.view.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "First login, empty screen"
    editor.setText("<b>First</b> sign-in")
    tap(editor, "Return")
    QApplication.processEvents()
    assert workspace.document.records["t9"].title == "<b>First</b> sign-in"
    assert len(workspace.history.steps) == 1
    workspace.undo()
    assert dumps(workspace.document.records) == before


def test_del_removes_what_is_selected(outline: Outline, workspace: Workspace):
    workspace.session.select(["t9", "t13"])
    tap(outline.view, "Del")
    assert not {"t9", "t13"} & workspace.document.records.keys()
    assert len(workspace.history.steps) == 1


def test_typing_searches_in_folded_branches_too(outline: Outline, workspace: Workspace):
    tree = outline.view
    tree.collapseAll()
    QTest.keyClicks(tree, "admin")
    found = workspace.session.current
    assert found is not None and "admin" in workspace.document.records[found].text
    assert tree.isExpanded(tree.model().parent(tree.model().index_of(found)))


@pytest.mark.parametrize(("key", "own"), [("F2", True), ("Del", True), ("a", True), ("Ctrl+S", False), ("F5", False)])
def test_its_keys_are_kept_from_the_windows_actions(outline: Outline, key: str, own: bool):
    pressed = QKeySequence.fromString(key)[0]  # pyright: ignore[reportIndexIssue]
    text = key if len(key) == 1 else ""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, pressed.key(), pressed.keyboardModifiers(), text)
    event.ignore()
    QApplication.sendEvent(outline.view, event)
    assert event.isAccepted() is own


ODD = ["x" * 10_000, "שלום לך", "🙂🙃", "<b>bold</b> & <script>", "", "two\nlines", "$5 - $6"]


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_are_shown_as_typed_and_survive(outline: Outline, workspace: Workspace, text: str):
    model = outline.view.model()
    set_field(workspace.document, ["t9"], "title", text)
    shown = model.data(model.index_of("t9"), DISPLAY)
    assert shown and len(shown) <= 200 and "\n" not in shown
    assert text.startswith(shown.rstrip("…").split(" ")[0]) or not text
    tip = model.data(model.index_of("t9"), Qt.ItemDataRole.ToolTipRole)
    assert "<b>" not in tip
    assert not outline.grab().isNull()
    assert workspace.document.records["t9"].title == text


def test_editing_a_name_without_typing_changes_nothing(workspace: Workspace):
    model = OutlineModel(workspace)
    set_field(workspace.document, ["t9"], "title", "two\nlines")
    index = model.index_of("t9")
    model.setData(index, model.data(index, Qt.ItemDataRole.EditRole))
    assert workspace.document.records["t9"].title == "two\nlines"


def test_it_says_what_a_row_is(workspace: Workspace):
    model = OutlineModel(workspace)
    told = model.data(model.index_of("t9"), Qt.ItemDataRole.AccessibleTextRole)
    for words in ("Touchpoint", "First login, empty screen", "feeling −1.1", "owner Product", "moment of truth"):
        assert words in told


def test_it_turns_to_another_map(workspace: Workspace):
    model = OutlineModel(workspace)
    with workspace.document.transaction("Add map"):
        workspace.document.put(JourneyMap(id="other", rank="b0", title="Other"))
    add_stage(workspace.document, "other", "Only")
    workspace.session.show_map("other")
    assert in_step(model, workspace)
    assert isinstance(model.data(model.index_of(OWNERS), Qt.ItemDataRole.FontRole), QFont)


def test_groups_are_no_records(workspace: Workspace):
    model = OutlineModel(workspace)
    flags = model.flags(model.index_of(OWNERS))
    assert not flags & Qt.ItemFlag.ItemIsSelectable and not flags & Qt.ItemFlag.ItemIsEditable
    assert not model.setData(model.index_of(OWNERS), "Mine")


def test_a_tree_takes_the_dark_theme(outline: Outline, workspace: Workspace):
    tree = outline.view
    changed: list[object] = []
    tree.model().dataChanged.connect(lambda *given: changed.append(given))
    workspace.show(theme="dark")
    assert changed


def test_rows_are_as_high_as_the_style_sheet_says(outline: Outline):
    heights = {outline.view.visualRect(outline.view.model().index(row, 0)).height() for row in range(3)}
    assert heights == {28}


def test_who_owns_nothing_is_not_called_by_the_files_title(workspace: Workspace):
    set_field(workspace.document, ("t9",), "owner", None)
    model = OutlineModel(workspace)
    assert "owner" not in model.data(model.index_of("t9"), Qt.ItemDataRole.AccessibleTextRole)


def test_a_file_with_nothing_in_it_takes_another_theme(qtbot: QtBot):
    workspace = Workspace(records())
    shown = Outline(workspace)
    qtbot.addWidget(shown)
    shown.show()
    workspace.show(theme="dark")
    assert shown.model.rowCount() == 0


def test_a_key_of_the_map_takes_the_name_that_is_typed_first(window: MainWindow):
    window.show_outline(True)
    view = window.outline.view
    view.setCurrentIndex(view.model().index(0, 0))
    tap(view, "F2")
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, "Renamed")
    tap(editor, "Ctrl+Shift+Return")  # makes a stage, and with it other rows
    QApplication.processEvents()
    stages = window.workspace.document.journey("now").stages
    assert stages[0].name == "Renamed" and len(stages) == 7


def test_transitions_stand_below_where_they_begin(workspace: Workspace):
    model = OutlineModel(workspace)
    way = next(each for each in workspace.document.records.values() if isinstance(each, Transition) and each.target)
    index = model.index_of(way.id)
    assert model.key(index.parent()) == way.source
    target = workspace.document.records[way.target or ""]
    assert index.data() == " · ".join(filter(None, (f"→ {name_of(target)}", way.label)))
    set_field(workspace.document, (way.id,), "path", "loop")
    assert index.data().startswith(f"→ {name_of(target)} · Loop")
    set_field(workspace.document, (target.id,), "title", "Elsewhere")
    assert index.data().startswith("→ Elsewhere")
    out = next(each for each in workspace.document.records.values() if isinstance(each, Transition) and not each.target)
    assert model.index_of(out.id).data() == f"Leaves the journey · {out.label}"
    assert "waits" in index.data(Qt.ItemDataRole.AccessibleTextRole) or way.wait_days is None
