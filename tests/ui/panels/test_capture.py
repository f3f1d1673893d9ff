"""The capture line: where its cards go, what it keeps, what it leaves to the map."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journey_editor.core.edits.attachments import attached_to
from journey_editor.core.edits.fields import set_field
from journey_editor.core.edits.place import Slot
from journey_editor.core.records import Note, Opportunity, Stage, Touchpoint, Transition
from journey_editor.ui.panels.capture import CaptureLine
from journey_editor.ui.workspace import Workspace


class Keys:
    """A map that only remembers which keys came to it."""

    def __init__(self) -> None:
        self.pressed: list[int] = []
        self.takes = True

    def handle_key(self, event: QKeyEvent) -> bool:
        if event.type() == QKeyEvent.Type.KeyPress:
            self.pressed.append(event.key())
        return self.takes

    def ensure_visible(self, record: str) -> None:
        self.shown = record

    def ask_menu(self) -> None:
        self.asked = True


@pytest.fixture
def keys() -> Keys:
    return Keys()


@pytest.fixture
def line(workspace: Workspace, keys: Keys, qtbot: QtBot) -> CaptureLine:
    found = CaptureLine(workspace, keys)
    qtbot.addWidget(found)
    found.show()
    found.setFocus()
    return found


def taken_by(line: CaptureLine, event: QKeyEvent) -> bool:
    """Whether the line keeps a key from the window's actions."""
    event.ignore()
    QApplication.sendEvent(line, event)
    return event.isAccepted()


def enter(line: CaptureLine, words: str, qtbot: QtBot, shift: bool = False) -> None:
    qtbot.keyClicks(line, words)
    held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(line, Qt.Key.Key_Return, held)


def test_a_card_goes_after_the_selected_one_and_lines_follow_each_other(
    line: CaptureLine, workspace: Workspace, qtbot: QtBot
):
    workspace.session.select(("t1",))
    enter(line, "One", qtbot)
    enter(line, "Two", qtbot)
    titles = [each.title for each in workspace.document.journey("now").touchpoints]
    assert titles[:4] == ["Hears of it from a peer", "One", "Two", "Searches, meets ten vendors"]


def test_with_a_stage_selected_it_goes_to_that_ones_end(line: CaptureLine, workspace: Workspace):
    workspace.session.select(("s1",))
    assert line.slot() == Slot("s1", after="t2")


def test_with_nothing_selected_it_goes_to_the_stage_last_worked_in(line: CaptureLine, workspace: Workspace):
    workspace.session.select(("t1",))
    workspace.session.clear()
    assert line.slot() == Slot("s1", after="t2")


def test_shift_and_enter_add_to_the_selected_card(line: CaptureLine, workspace: Workspace, qtbot: QtBot):
    workspace.session.select(("t1",))
    count = len(workspace.document.records)
    enter(line, "@Support #phone +2", qtbot, shift=True)
    record = workspace.document.records["t1"]
    assert isinstance(record, Touchpoint)
    assert (record.owner, record.channel, record.emotion and record.emotion.valence) == ("support", "phone", 2.0)
    assert len(workspace.document.records) == count
    assert line.text() == ""


def test_a_line_is_one_step_of_undo_even_with_a_new_owner(line: CaptureLine, workspace: Workspace, qtbot: QtBot):
    enter(line, "Board meeting @Board", qtbot)
    assert len(workspace.history.steps) == 1
    workspace.undo()
    assert not any(getattr(each, "name", "") == "Board" for each in workspace.document.records.values())


def test_up_recalls_earlier_lines_and_esc_keeps_the_words(line: CaptureLine, qtbot: QtBot):
    enter(line, "One", qtbot)
    enter(line, "Two", qtbot)
    qtbot.keyClicks(line, "Thr")
    qtbot.keyClick(line, Qt.Key.Key_Up)
    assert line.text() == "Two"
    qtbot.keyClick(line, Qt.Key.Key_Up)
    assert line.text() == "One"
    qtbot.keyClick(line, Qt.Key.Key_Down)
    qtbot.keyClick(line, Qt.Key.Key_Down)
    assert line.text() == "Thr"
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert line.text() == "Thr"


def test_esc_sets_the_words_aside_until_somebody_goes_on(
    line: CaptureLine, keys: Keys, workspace: Workspace, qtbot: QtBot
):
    keys.takes = False
    qtbot.keyClicks(line, "Two words")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    keys.takes = True
    moves = [Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Delete]
    for key in moves:
        qtbot.keyClick(line, key)
    assert keys.pressed[-3:] == moves
    assert line.text() == "Two words"
    qtbot.keyClicks(line, "!")
    assert line.text() == "Two words!"
    qtbot.keyClick(line, Qt.Key.Key_Left)
    assert line.cursorPosition() == len("Two words")
    keys.takes = False
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    workspace.session.select(("t1",))
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert workspace.document.journey("now").touchpoints[1].title == "Two words!"


def test_words_typed_and_deleted_are_not_what_undo_takes_back(line: CaptureLine, qtbot: QtBot):
    qtbot.keyClicks(line, "a")
    undo = QKeyEvent(QKeyEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert taken_by(line, undo)
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    assert not taken_by(line, undo)


def test_what_hangs_on_a_card_or_stage_says_where_a_card_goes(line: CaptureLine, workspace: Workspace):
    records = workspace.document.records.values()
    note = next(each for each in records if isinstance(each, Note) and each.on == "t1")
    way = next(each for each in records if isinstance(each, Transition))
    workspace.session.select((note.id,))
    assert line.slot() == Slot("s1", after="t1")
    workspace.session.select((way.id,))
    assert line.slot() is not None
    assert line.slot().after == way.source


def test_the_hint_is_cut_to_the_room_there_is(line: CaptureLine, workspace: Workspace):
    line.resize(700, 32)
    workspace.session.select(("t1",))
    assert line.placeholderText() == "after Hears of it from a peer · Shift+Enter adds to it"
    workspace.keys_of = {"rename": "F2"}.__getitem__
    line.follow()
    assert line.placeholderText() == "after Hears of it from a peer · Shift+Enter adds to it · F2 renames"
    line.resize(400, 32)
    assert line.placeholderText().startswith("after Hears o")
    assert "… · Shift+Enter" in line.placeholderText()
    line.resize(240, 32)
    assert line.placeholderText() == "after Hears of it from a peer"


def test_an_empty_line_leaves_keys_to_the_map_and_letters_to_itself(line: CaptureLine, keys: Keys, qtbot: QtBot):
    wanted = [Qt.Key.Key_Left, Qt.Key.Key_Delete, Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Up]
    for key in wanted:
        qtbot.keyClick(line, key)
    assert keys.pressed == wanted
    qtbot.keyClicks(line, "ab")
    assert keys.pressed == wanted
    qtbot.keyClick(line, Qt.Key.Key_Left)
    assert keys.pressed == wanted
    assert (line.text(), line.cursorPosition()) == ("ab", 1)


def test_the_hint_says_what_enter_will_do(line: CaptureLine, workspace: Workspace):
    assert line.placeholderText() == "Just type to add a touchpoint"
    workspace.session.select(("t1",))
    assert line.placeholderText().startswith("after Hears of it")
    workspace.session.select(("s1",))
    assert "Awareness" in line.placeholderText()


def test_the_line_has_no_undo_of_its_own_after_enter(line: CaptureLine, qtbot: QtBot):
    enter(line, "One", qtbot)
    assert not line.isUndoAvailable()


def test_one_line_brings_all_that_belongs_to_a_card(line: CaptureLine, workspace: Workspace, qtbot: QtBot):
    workspace.session.select(("t1",))
    enter(line, 'First login @Product #app !empty screen +sample data "did I miss a step?" * -1', qtbot)
    (new,) = workspace.session.selected
    card = workspace.document.records[new]
    assert isinstance(card, Touchpoint) and card.emotion and card.moment
    assert (card.title, card.channel, card.emotion.valence) == ("First login", "mobile_app", -1)
    notes = [(each.kind, each.text) for each in attached_to(workspace.document, new, Note)]
    assert notes == [("pain_point", "empty screen"), ("quote", "did I miss a step?")]
    assert [each.text for each in attached_to(workspace.document, new, Opportunity)] == ["sample data"]


def test_a_line_without_words_adds_to_the_card_that_is_selected_or_whose_note_is(
    line: CaptureLine, workspace: Workspace, qtbot: QtBot
):
    workspace.session.select(("t1",))
    count = len(workspace.document.journey("now").touchpoints)
    enter(line, "!slow", qtbot)
    slow = attached_to(workspace.document, "t1", Note)[-1]
    assert slow.text == "slow"
    workspace.session.select((slow.id,))
    enter(line, "!late", qtbot)
    assert attached_to(workspace.document, "t1", Note)[-1].text == "late"
    assert len(workspace.document.journey("now").touchpoints) == count


def test_a_stage_is_gone_to_and_later_lines_stay_in_it(line: CaptureLine, workspace: Workspace, qtbot: QtBot):
    workspace.session.select(("s1",))
    enter(line, ">Trial >Trial week", qtbot)
    (new,) = workspace.session.selected
    stage = workspace.document.records[new]
    assert isinstance(stage, Stage) and stage.name == "Trial week"
    assert [each.name for each in workspace.document.journey("now").stages][:3] == ["Awareness", "Trial", "Trial week"]
    enter(line, "!too short", qtbot)
    assert [each.text for each in attached_to(workspace.document, new, Note)] == ["too short"]
    enter(line, "Signs up", qtbot)
    enter(line, "Logs in", qtbot)
    inside = [each.title for each in workspace.document.journey("now").touchpoints if each.stage == new]
    assert inside == ["Signs up", "Logs in"]
    assert [step.label for step in workspace.history.steps][:2] == ["Add stage", "Add to stage"]


def test_words_that_a_card_with_a_title_cannot_take_are_told(line: CaptureLine, workspace: Workspace, qtbot: QtBot):
    told: list[str] = []
    workspace.noticed.connect(told.append)
    workspace.session.select(("t1",))
    enter(line, "!slow", qtbot, shift=True)
    assert told == []
    enter(line, "more words -1", qtbot, shift=True)
    assert "more words" in told[0]


def test_the_hint_of_a_stage_without_a_name_is_whole(line: CaptureLine, workspace: Workspace):
    set_field(workspace.document, ("s1",), "name", "")
    workspace.session.select(("s1",))
    line.resize(600, 32)
    assert line.placeholderText() == "at the end of this stage · just type"
