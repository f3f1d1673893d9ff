"""Head bar, palette and status line say what is, and follow."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from journey_editor.core.edits.attachments import set_moment
from journey_editor.core.edits.fields import set_field
from journey_editor.core.edits.removal import remove
from journey_editor.core.edits.touchpoints import hand_over
from journey_editor.core.lanes import Lane
from journey_editor.core.records import name_of
from journey_editor.ui.panels.head import HeadBar
from journey_editor.ui.panels.palette import ITEMS, Palette
from journey_editor.ui.panels.status import CountLabel, Notice, StatusLine
from journey_editor.ui.workspace import TOOL_MIME, Workspace
from tests.building import records, stage


def test_a_tool_is_taken_and_put_back_with_a_click(workspace: Workspace, qtbot: QtBot):
    palette = Palette(workspace)
    qtbot.addWidget(palette)
    button = palette.buttons["pain_point"]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert workspace.tool == "pain_point"
    assert button.isChecked()
    workspace.take_tool("stage")
    assert not button.isChecked()
    assert palette.buttons["stage"].isChecked()
    qtbot.mouseClick(palette.buttons["stage"], Qt.MouseButton.LeftButton)
    assert workspace.tool == "select"


def test_a_dragged_tool_carries_its_name(workspace: Workspace, qtbot: QtBot):
    palette = Palette(workspace)
    qtbot.addWidget(palette)
    assert {tool: bytes(palette.buttons[tool].mime().data(TOOL_MIME).data()).decode() for tool in ITEMS} == {
        tool: tool for tool in ITEMS
    }


def test_the_numbers_are_those_of_the_map_and_follow_edits(workspace: Workspace, qtbot: QtBot):
    status = StatusLine(workspace)
    qtbot.addWidget(status)
    status.resize(1200, 40)
    workspace.findings.begin()
    qtbot.waitUntil(lambda: bool(status.counts))
    before = {count.words: count.number for count in status.counts}
    assert before["moments of truth"] == "3"
    assert before["of claims backed by evidence"].endswith(" %")
    set_moment(workspace.document, ("t1",), True)
    qtbot.waitUntil(lambda: "4" in [each.number for each in status.counts if each.words == "moments of truth"])


def test_how_many_become_customers_is_told_where_the_map_is_compared(qtbot: QtBot):
    stages = (
        stage("s", phase="purchase", entered=200, completed=90),
        stage("t", "a1", phase="onboarding", entered=90, completed=30, activated=15),
    )
    status = StatusLine(Workspace(records(*stages, benchmark="self_serve_saas")))
    qtbot.addWidget(status)
    status.count()
    assert [(each.number, each.words) for each in status.counts] == [
        ("15 %", "conversion: healthy"), ("50 %", "activation: good"),
    ]  # fmt: skip
    plain = StatusLine(Workspace(records(*stages)))
    qtbot.addWidget(plain)
    plain.count()
    assert not plain.counts


def test_a_number_without_room_is_hidden_and_not_cut(workspace: Workspace, qtbot: QtBot):
    status = StatusLine(workspace)
    qtbot.addWidget(status)
    status.resize(420, 40)
    status.show()
    status.count()
    labels = [each for each in status.findChildren(CountLabel) if each.isVisible()]
    assert labels
    assert all(each.mapTo(status, each.rect().topRight()).x() <= status.zoom.x() for each in labels)


def test_a_sentence_passes_by(workspace: Workspace, qtbot: QtBot):
    status = StatusLine(workspace)
    qtbot.addWidget(status)
    status.show()
    workspace.noticed.emit("A <b>sentence</b>")
    assert status.notice.isVisible()
    assert status.notice.textFormat() == Qt.TextFormat.PlainText


def test_a_long_sentence_is_shortened_and_leaves_what_fits(workspace: Workspace, qtbot: QtBot):
    status = StatusLine(workspace)
    qtbot.addWidget(status)
    status.resize(700, 40)
    status.show()
    status.count()
    status.say("/home/somebody/" * 40)
    assert status.notice.text().endswith("…")
    QApplication.processEvents()
    assert status.notice.geometry().right() < status.zoom.x()
    assert status.minimumSizeHint().width() < 300
    assert "/home/somebody/" * 40 in status.notice.toolTip().replace("\u200b", "")  # where a line may break
    status.resize(2400, 40)
    status.say("Short")
    assert status.notice.text() == "Short"
    assert all(each.isVisible() for each in status.findChildren(CountLabel))


def test_what_is_removed_can_be_had_back_beside_the_words(workspace: Workspace, qtbot: QtBot):
    status = StatusLine(workspace)
    qtbot.addWidget(status)
    status.resize(1200, 40)
    status.show()
    remove(workspace.document, ("t1",))
    assert status.notice.text() == "Done: Remove touchpoint"
    assert status.act.text() == "Undo"
    qtbot.mouseClick(status.act, Qt.MouseButton.LeftButton)
    assert "t1" in workspace.document.records
    assert status.notice.text() == "Undone: Remove touchpoint"
    assert status.act.text() == "Redo"
    qtbot.mouseClick(status.act, Qt.MouseButton.LeftButton)
    assert "t1" not in workspace.document.records
    assert status.notice.text() == "Done again: Remove touchpoint"
    qtbot.mouseClick(status.act, Qt.MouseButton.LeftButton)
    remove(workspace.document, ("t1",))
    set_moment(workspace.document, ("t2",), True)
    assert not status.act.isVisible(), "it would take back another step"


def test_what_stands_comes_back_after_what_passes(workspace: Workspace, qtbot: QtBot):
    status = StatusLine(workspace)
    qtbot.addWidget(status)
    status.resize(1200, 40)
    status.show()
    pressed: list[str] = []
    status.stand(Notice("Not saved", "Save As…", lambda: pressed.append("save as")))
    remove(workspace.document, ("t1",))
    assert status.act.text() == "Undo"
    set_moment(workspace.document, ("t2",), True)
    assert status.notice.text() == "Not saved"
    qtbot.mouseClick(status.act, Qt.MouseButton.LeftButton)
    assert pressed == ["save as"]
    status.stand(None)
    assert not status.notice.isVisible()


def test_what_was_moved_is_named_with_the_way_back(workspace: Workspace, qtbot: QtBot):
    status = StatusLine(workspace)
    qtbot.addWidget(status)
    status.resize(1200, 40)
    status.show()
    workspace.session.select(("t1",))
    hand_over(workspace.document, ("t1",), Lane("owner", "cs"))
    assert status.notice.text() == "Moved “Hears of it from a peer” to Customer Success"
    qtbot.mouseClick(status.act, Qt.MouseButton.LeftButton)
    assert status.notice.text() == "Undone: Hand over touchpoint"
    set_field(workspace.document, ("t1",), "title", "Else")
    assert not status.notice.isVisible()


def test_what_to_do_next_stays_while_other_things_pass(workspace: Workspace, qtbot: QtBot):
    status = StatusLine(workspace)
    qtbot.addWidget(status)
    status.resize(1200, 40)
    status.show()
    workspace.guided.emit("Choose where it leads")
    assert status.notice.text() == "Choose where it leads"
    remove(workspace.document, ("t1",))
    assert status.notice.text() == "Done: Remove touchpoint"
    set_moment(workspace.document, ("t2",), True)
    assert status.notice.text() == "Choose where it leads"
    workspace.guided.emit("")
    assert not status.notice.isVisible()


def test_a_locked_map_shows_it_and_says_what_it_kept_as_it_was(workspace: Workspace, qtbot: QtBot):
    status, head = StatusLine(workspace), HeadBar(workspace, QLineEdit())
    for widget in (status, head):
        qtbot.addWidget(widget)
        widget.resize(1200, widget.height())
        widget.show()
    assert not head.lock.isVisible()
    workspace.lock.toggle()
    assert head.lock.isVisible()
    set_field(workspace.document, ("s1",), "name", "Other")
    assert name_of(workspace.document.records["s1"]) == "Awareness"
    assert status.notice.text() == "Stages and lanes are locked: Awareness was not renamed."
    assert status.act.text() == "Unlock"
    qtbot.mouseClick(status.act, Qt.MouseButton.LeftButton)
    assert not head.lock.isVisible()
    set_field(workspace.document, ("s1",), "name", "Other")
    assert name_of(workspace.document.records["s1"]) == "Other"
    workspace.lock.toggle()
    qtbot.mouseClick(head.lock, Qt.MouseButton.LeftButton)
    assert not workspace.lock.is_on


def test_a_long_title_is_shortened(workspace: Workspace, qtbot: QtBot):
    head = HeadBar(workspace, QLineEdit())
    qtbot.addWidget(head)
    set_field(workspace.document, ("",), "title", "word " * 300)
    assert head.title.text().endswith("…")
