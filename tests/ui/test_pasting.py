"""What is pasted into the window: one line is typed, lines and tables become touchpoints, one undo takes them back."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from journey_editor.core.records import Note, Owner, Persona, Stage, Touchpoint
from journey_editor.storage.format import dumps
from journey_editor.ui.dialogs.diagram import PasteDiagram
from journey_editor.ui.dialogs.paste import PasteTable
from journey_editor.ui.pasting import HANDFUL
from tests.ui.pressing import press

TABLE = (
    "Stage\tTouchpoint\tOwner\tFeeling\tPain points\n"
    "Rollout\tInvites the team\tAdmins\tmeh\tno answer\n\tWaits\tProduct\t-1\t\n"
)
DIAGRAM = "journey\ntitle My day\nsection Work\nMake tea: 5: Me\nDo work: 9: Me, Cat"


def clip(text, html=""):
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)


def key(qtbot, window, modifier=Qt.KeyboardModifier.ControlModifier):
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_V, modifier)


def all_of(window, kind):
    return [each for each in window.workspace.document.records.values() if isinstance(each, kind)]


def around(window, first):
    """The titles of the stage of a touchpoint, from it on."""
    journey = window.workspace.document.journey(window.workspace.map_id)
    titles = [each.title for column in journey.columns_by_stage[first.stage] for each in column]
    return titles[titles.index(first.title) :]


@pytest.fixture
def login(window):
    found = window.workspace.document.journey(window.workspace.map_id).touchpoints[1]
    window.workspace.session.select((found.id,))
    return found


def test_one_line_is_typed_into_the_capture_line(window, qtbot):
    clip("  Calls support @Sales -1 \n")
    steps = window.workspace.history.position
    key(qtbot, window)
    assert window.capture.text() == "Calls support @Sales -1"
    assert window.capture.hasFocus() and window.workspace.history.position == steps


def test_words_are_pasted_among_words_that_are_being_typed(window, qtbot):
    qtbot.keyClicks(window.capture, "Calls ")
    clip("support")
    key(qtbot, window)
    assert window.capture.text() == "Calls support"


def test_lines_make_touchpoints_after_the_selected_one_and_one_undo_takes_them_back(window, qtbot, login):
    before, offered = dumps(window.workspace.document.records), []
    window.workspace.offered.connect(offered.append)
    clip("- Opens the mail @Sales -1\n- Clicks !slow\n\n- Waits\n")
    key(qtbot, window)
    assert around(window, login)[:4] == [login.title, "Opens the mail", "Clicks", "Waits"]
    assert window.workspace.current.title == "Waits"
    assert "3 touchpoints" in offered[-1].sentence and offered[-1].button
    offered[-1].run()
    assert dumps(window.workspace.document.records) == before


def test_what_was_not_understood_is_told_in_passing(window, login):
    offered = []
    window.workspace.offered.connect(offered.append)
    window.drops.pasting.take("One\nTwo ~")
    window.drops.pasting.take("Three ~\nFour ~")
    assert "line 2: " in offered[0].sentence and "2 things were not understood" in offered[1].sentence


def test_lines_are_no_words_of_a_line_that_is_being_typed(window, qtbot, login):
    qtbot.keyClicks(window.capture, "Half a line")
    clip("One\nTwo")
    key(qtbot, window)
    assert window.capture.text() == "Half a line"
    assert around(window, login)[1:3] == ["One", "Two"]


def test_many_lines_wait_in_the_tray_which_comes_up_while_the_keyboard_stays(window, qtbot, login):
    clip("\n".join(f"Line {number}" for number in range(HANDFUL + 1)))
    key(qtbot, window)
    tray = window.workspace.document.journey(window.workspace.map_id).tray
    assert [each.title for each in tray][:2] == ["Line 0", "Line 1"] and len(tray) == HANDFUL + 1
    assert not window.tray.isHidden() and window.focusWidget() is window.capture, window.focusWidget()
    assert window.workspace.current.id == login.id
    window.workspace.undo()
    assert not window.workspace.document.journey(window.workspace.map_id).tray


def test_lines_with_stages_go_there_however_many_they_are(window, qtbot):
    clip("\n".join(["# Aftermath", *(f"Line {number}" for number in range(2 * HANDFUL))]))
    key(qtbot, window)
    journey = window.workspace.document.journey(window.workspace.map_id)
    made = next(each for each in journey.stages if each.name == "Aftermath")
    assert len(journey.columns_by_stage[made.id]) == 2 * HANDFUL and not journey.tray


def test_pasting_into_the_tray_puts_even_one_line_there(window, qtbot):
    clip("Later")
    key(qtbot, window, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    (only,) = window.workspace.document.journey(window.workspace.map_id).tray
    assert only.title == "Later"


def test_without_a_stage_lines_wait_in_the_tray(desk, qtbot):
    window = desk.new()
    journey = window.workspace.document.journey(window.workspace.map_id)
    with window.workspace.document.transaction(""):
        for stage in journey.stages:
            window.workspace.document.remove(stage.id)
    clip("One\nTwo")
    window.do("paste")
    assert [each.title for each in window.workspace.document.journey(journey.map.id).tray] == ["One", "Two"]


def test_a_table_is_shown_first_and_enter_takes_it(window, qtbot, in_dialog):
    before = dumps(window.workspace.document.records)
    seen = []

    def look(dialog: PasteTable):
        seen.extend([dialog.made.sum.text(), dialog.made.remarks.item(0).text(), dialog.shape.roles])
        assert dumps(window.workspace.document.records) == before
        qtbot.keyClick(dialog, Qt.Key.Key_Return)

    in_dialog(look)
    clip(TABLE)
    key(qtbot, window)
    assert "2 touchpoints · 1 new stage · 1 new owner" in seen[0] and "row 2" in seen[1]
    assert seen[2] == ("stage", "title", "owner", "feeling", "pain_point")
    rollout = next(each for each in all_of(window, Stage) if each.name == "Rollout")
    cards = [each for each in all_of(window, Touchpoint) if each.stage == rollout.id]
    assert [each.title for each in cards] == ["Invites the team", "Waits"]
    assert [each.name for each in all_of(window, Owner) if each.id == cards[0].owner] == ["Admins"]
    assert {each.text for each in all_of(window, Note) if each.on == cards[0].id} == {"meh", "no answer"}
    window.workspace.undo()
    assert dumps(window.workspace.document.records) == before


def test_of_a_table_with_ragged_rows_nothing_is_lost(window, qtbot, in_dialog):
    in_dialog(lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Return))
    clip('Stage\tStep\nUse\n\tLogs in\tmore\tand more\n\n"open\tnever closed\n')
    key(qtbot, window)
    titles = {each.title for each in all_of(window, Touchpoint)}
    assert {"Logs in", "never closed"} <= titles
    assert {"more", "and more"} <= {each.text for each in all_of(window, Note)}
    assert '"open' in {each.name for each in all_of(window, Stage)}


def test_what_a_column_says_can_be_changed_and_cancel_changes_nothing(window, qtbot, in_dialog):
    before = dumps(window.workspace.document.records)
    seen = []

    def change(dialog: PasteTable):
        box = dialog.table.roles.box(4)
        box.setCurrentIndex(box.findData("opportunity"))
        seen.append(dialog.made.sum.text())
        dialog.across.click()
        dialog.across.click()
        dialog.headings.click()
        seen.append(dialog.made.sum.text())
        press(dialog, "Cancel")

    in_dialog(change)
    clip(TABLE)
    key(qtbot, window)
    assert "1 opportunity" in seen[0] and "3 touchpoints" in seen[1]
    assert dumps(window.workspace.document.records) == before


def test_enter_on_cancel_cancels(window, qtbot, in_dialog):
    before = dumps(window.workspace.document.records)

    def cancel(dialog: PasteTable):
        dialog.cancel.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.keyClick(dialog.cancel, Qt.Key.Key_Return)
        assert not dialog.isVisible()

    seen = in_dialog(cancel)
    clip(TABLE)
    key(qtbot, window)
    assert seen == ["PasteTable"] and dumps(window.workspace.document.records) == before


def test_rows_without_a_stage_go_where_it_is_said(window, qtbot, login, in_dialog):
    def into_tray(dialog: PasteTable):
        assert login.title[:20] in dialog.place.itemText(0)
        dialog.place.setCurrentIndex(1)
        press(dialog, "Put it in the tray")

    in_dialog(into_tray)
    clip("Touchpoint\tOwner\nOne\tSales\nTwo\t\n")
    key(qtbot, window)
    tray = window.workspace.document.journey(window.workspace.map_id).tray
    assert [each.title for each in tray] == ["One", "Two"]


def test_a_diagram_becomes_stages_of_this_map(window, qtbot, in_dialog):
    seen = []

    def look(dialog: PasteDiagram):
        seen.append(dialog.made.remarks.item(0).text())
        dialog.actors.setCurrentIndex(1)
        qtbot.keyClick(dialog, Qt.Key.Key_Return)

    in_dialog(look)
    steps = window.workspace.history.position
    clip(DIAGRAM)
    key(qtbot, window)
    assert "line 5" in seen[0]
    assert {"Me", "Cat"} <= {each.name for each in all_of(window, Persona)}
    assert "Work" in {each.name for each in all_of(window, Stage)}
    assert window.workspace.history.position == steps + 1


def test_a_diagram_can_become_a_map_of_its_own_that_asks_before_it_closes(desk, window, qtbot, in_dialog):
    in_dialog(lambda dialog: press(dialog, "Make a new map"))
    clip(DIAGRAM)
    key(qtbot, window)
    other = desk.windows[-1]
    assert other is not window and other.workspace.title == "My day" and not other.workspace.is_saved
    assert [each.name for each in all_of(other, Owner)] == ["Me", "Cat"]


def test_a_whole_map_is_opened_in_a_window_of_its_own(desk, window, qtbot):
    clip(dumps(window.workspace.document.records).decode())
    first = window.workspace
    key(qtbot, window)
    assert desk.windows[-1].workspace is not first
    assert desk.windows[-1].workspace.document.records == first.document.records


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("\x00\x01\x02PNG\x1a", "no text"),
        ("flowchart LR\n a-->b", "flowchart"),
        ("", "nothing"),
        ('{"format": "journey-map", "version": 9}', "version"),
        ("x" * 10_001 + "\nb", "longer"),
        ("a\n" * 5_001, "at most"),
    ],
)
def test_what_cannot_be_pasted_gets_one_sentence_and_changes_nothing(window, qtbot, text, words):
    noticed, before = [], dumps(window.workspace.document.records)
    window.workspace.noticed.connect(noticed.append)
    window.drops.pasting.take(text)
    assert len(noticed) == 1 and words in noticed[0]
    assert dumps(window.workspace.document.records) == before


def test_a_locked_map_takes_cards_but_no_new_stage(window, qtbot, login):
    window.workspace.lock.toggle()
    window.drops.pasting.take("# Brand new\nOne\nTwo")
    assert "Brand new" not in {each.name for each in all_of(window, Stage)}
    assert "One" not in {each.title for each in all_of(window, Touchpoint)}
    window.drops.pasting.take("One\nTwo")
    assert around(window, login)[1:3] == ["One", "Two"]


def test_a_megabyte_is_read_in_turns_and_can_be_given_up(window, qtbot, in_dialog):
    text = "\n".join(f"{number} " + "waits for an answer @Sales !slow " * 6 for number in range(4_900))
    assert len(text) > 900_000
    before, turns = dumps(window.workspace.document.records), []

    def give_up(dialog):
        if dialog.stepper.turns < 5:
            in_dialog(give_up)
            return
        turns.append(dialog.stepper.turns)
        dialog.reject()

    in_dialog(give_up)
    window.drops.pasting.take(text)
    assert turns and dumps(window.workspace.document.records) == before


def test_in_the_room_a_line_is_pasted_into_the_line_there(window, qtbot, login):
    window.do("room")
    room = window.room.window
    qtbot.waitUntil(lambda: QApplication.focusWidget() is room.line)
    clip("Said in the room")
    qtbot.keyClick(room.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert (room.line.text(), window.capture.text()) == ("Said in the room", "")
    room.line.setText("")
    clip("One\nTwo")
    qtbot.keyClick(room.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert around(window, login)[1:3] == ["One", "Two"]
    room.close()
