from PySide6.QtCore import QPoint

from journey_editor.core.edits.fields import set_field
from journey_editor.core.records import name_of
from tests import hands
from tests.robot import Robot


def test_a_double_click_edits_the_title_in_place(robot: Robot):
    robot.double_click("Kick-off")
    robot.type("First meeting")
    robot.press("Return")
    robot.expect_card("First meeting", stage="Onboarding", lane="Customer Success")
    assert len(robot.workspace.history.steps) == 1
    assert robot.canvas.editor is None


def test_f2_and_enter_edit_too(robot: Robot):
    for key in ("F2", "Return"):
        robot.click("Business review")
        robot.press(key)
        assert robot.canvas.editor is not None
        robot.press("Esc")
    robot.expect_card("Business review")
    assert not robot.workspace.history.steps


def test_escape_restores(robot: Robot):
    robot.double_click("Kick-off")
    robot.type("Something else")
    robot.press("Esc")
    robot.expect_card("Kick-off meeting")
    assert not robot.workspace.history.steps


def test_losing_the_focus_takes_what_was_typed(robot: Robot):
    robot.double_click("Kick-off")
    robot.type("First meeting")
    hands.click(robot.viewport, robot.place_in("Renewal", "Marketing"))
    robot.expect_card("First meeting")


def test_the_text_is_selected_so_that_typing_replaces_it(robot: Robot):
    robot.double_click("Kick-off")
    editor = robot.canvas.editor
    assert editor is not None and editor.textCursor().selectedText() == "Kick-off meeting"


def test_tab_goes_to_the_channel_and_on_to_the_next_card(robot: Robot):
    robot.double_click("Proof of concept")
    robot.type("Pilot")
    robot.press("Tab")
    robot.type("phone")
    for _field in ("channel", "owner", "feeling"):
        robot.expect_selected("Pilot")
        robot.press("Tab")
    robot.expect_selected("Legal review, signature")
    robot.type("Contract")
    robot.press("Return")
    robot.expect_card("Pilot", stage="Decision")
    robot.expect_card("Contract", stage="Decision")
    channels = {r.title: r.channel for r in robot.workspace.document.journey(robot.workspace.map_id).touchpoints}
    assert channels["Pilot"] == "phone"
    assert len(robot.workspace.history.steps) == 3


def test_shift_and_tab_goes_back(robot: Robot):
    robot.double_click("Proof of concept")
    robot.press("Shift+Tab")
    robot.expect_selected("Discovery call")
    robot.type("-1.5 unsure")
    robot.press("Return")
    robot.expect_card("Discovery call", feels=-1.5)


def test_owner_and_feeling_come_after_the_channel(robot: Robot):
    robot.double_click("Proof of concept")
    robot.press("Tab")
    robot.press("Tab")
    robot.type("Support")
    robot.press("Tab")
    robot.type("anxious")
    robot.press("Return")
    robot.expect_card("Proof of concept", stage="Decision", lane="Support", feels=-1)
    assert [step.label for step in robot.workspace.history.steps] == ["Hand over touchpoint", "Change feeling"]
    robot.double_click("Proof of concept")
    robot.press("Tab")
    robot.press("Tab")
    robot.type("Legal")
    robot.press("Tab")
    robot.press("Backspace")
    robot.press("Return")
    robot.expect_card("Proof of concept", lane="Legal")
    assert robot.feels("Proof of concept") is None


def test_stages_and_lanes_are_renamed_the_same(robot: Robot):
    robot.double_click("Decision")
    robot.type("Choice")
    robot.press("Return")
    assert robot.stages()[2] == "Choice"
    robot.double_click("Sales")
    robot.type("Account team")
    robot.press("Return")
    assert "Account team" in robot.lanes()


def test_line_breaks_become_blanks(robot: Robot):
    robot.double_click("Kick-off")
    editor = robot.canvas.editor
    assert editor is not None
    editor.setPlainText("First\nmeeting  of all")
    robot.press("Return")
    robot.expect_card("First meeting of all")


def test_the_field_follows_the_map(robot: Robot):
    robot.double_click("Kick-off")
    editor = robot.canvas.editor
    assert editor is not None
    before = editor.geometry()
    robot.canvas.zoom_to(2.0)
    assert editor.geometry().width() > before.width()


def test_the_field_lies_over_its_title(robot: Robot):
    robot.double_click("Kick-off")
    editor = robot.canvas.editor
    assert editor is not None
    card = robot.canvas.element_of(robot.workspace.session.current or "")
    assert card is not None
    corner = robot.seen(card.rect.x, card.rect.y)
    assert abs(editor.x() - corner.x() - 8) <= 1
    assert 0 < editor.y() - corner.y() < 10


def test_the_keyboard_comes_back_after_it(robot: Robot):
    robot.double_click("Kick-off")
    robot.press("Return")
    robot.press("Right")
    robot.expect_selected("First login, empty screen")


def test_arrows_stay_in_the_text(robot: Robot):
    robot.double_click("Kick-off")
    robot.press("Right")
    robot.expect_selected("Kick-off meeting")
    assert robot.canvas.editor is not None


def test_its_words_stand_where_the_map_has_them_whatever_the_style_of_other_fields(robot: Robot):
    sheet = "QPlainTextEdit { padding: 4px 8px; min-height: 40px; border: 3px solid red; }"
    robot.canvas.setStyleSheet(sheet + sheet.replace(" {", ":focus {", 1))
    robot.double_click("Kick-off")
    editor = robot.canvas.editor
    assert editor is not None
    card = robot.canvas.element_of(robot.workspace.session.current or "")
    assert card is not None
    words = editor.viewport().mapTo(robot.viewport, QPoint(0, 0))
    corner = robot.seen(card.rect.x, card.rect.y)
    assert abs(words.x() - corner.x() - 8) <= 1
    assert abs(words.y() + editor.fontMetrics().ascent() - corner.y() - 15.4) <= 1


def test_keys_that_a_text_has_no_use_for_take_the_words_and_act_on_the_map(robot: Robot):
    robot.double_click("Kick-off")
    robot.type("First meeting")
    robot.press("Ctrl+5")
    robot.expect_card("First meeting", feels=2)
    robot.double_click("First meeting")
    robot.type("Once more")
    robot.press("Ctrl+D")
    assert robot.titles().count("Once more") == 2


def test_ctrl_shift_and_enter_goes_on_to_a_new_stage(robot: Robot):
    robot.double_click("Awareness")
    robot.press("Ctrl+Shift+Return")
    robot.type("Shortlist")
    robot.press("Return")
    assert robot.stages()[:2] == ["Awareness", "Shortlist"]


def test_the_words_of_an_arrow_have_room(robot: Robot):
    known = robot.workspace.document.records
    arrow = next(each for each in robot.canvas.picture.elements if each.role == "arrow" and each.record in known)
    robot.canvas.edit_title(arrow.record)
    editor = robot.canvas.editor
    assert editor is not None
    assert editor.width() >= 180
    robot.type("Handed over by mail")
    robot.press("Return")
    assert name_of(known[arrow.record]) == "Handed over by mail"


def test_words_can_be_read_while_they_are_typed_however_small_the_map_is(robot: Robot):
    for scale, size in ((0.1, 13), (0.3, 13), (1.0, 11), (4.0, 44)):
        robot.canvas.zoom_to(scale)
        for name in ("Kick-off", "Adoption", "Support"):
            robot.double_click(name)
            editor = robot.canvas.editor
            assert editor is not None
            assert editor.font().pixelSize() >= size
            assert editor.width() < 1400
            robot.press("Esc")


def test_a_field_beside_a_card_stays_in_sight(robot: Robot):
    robot.canvas.resize(700, 500)
    robot.canvas.zoom_to(1.0)
    robot.canvas.ensure_visible("t14")
    robot.workspace.take_tool("pain_point")
    hands.click(robot.viewport, robot.grip("Signs for"))
    editor = robot.canvas.editor
    assert editor is not None
    assert robot.viewport.rect().contains(editor.geometry())


def test_a_note_in_a_row_is_selected_and_edited_where_it_stands(robot: Robot):
    robot.click("Too many options")
    robot.expect_selected("Too many options to judge")
    robot.press("F2")
    editor = robot.canvas.editor
    assert editor is not None and editor.words() == "Too many options to judge"
    robot.type("Too much to judge")
    robot.press("Return")
    robot.expect_selected("Too much to judge")


def test_a_text_of_several_lines_that_was_only_looked_at_keeps_them(robot: Robot):
    set_field(robot.workspace.document, ("n2",), "text", "Too many\n\noptions  to judge")
    robot.double_click("Too many")
    robot.press("Return")
    assert len(robot.workspace.history.steps) == 1
