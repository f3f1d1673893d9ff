"""Finding in a real window: the palette runs actions and goes to records and windows, the finder leads the map."""

import pytest
from pytestqt.qtbot import QtBot

from journey_editor.core.edits.touchpoints import to_tray
from journey_editor.core.records import JourneyMap, Note, Stage, Touchpoint
from journey_editor.storage.format import dumps
from journey_editor.ui.actions.menus import ACTIONS
from journey_editor.ui.desk import Desk
from journey_editor.ui.panels.choices import Choice
from journey_editor.ui.seeking import menu_paths
from journey_editor.ui.window import MainWindow
from tests.robot import Robot


def ask(window: MainWindow, words: str) -> list[Choice]:
    """Open the palette by its keys and type; returns what is listed."""
    robot = Robot(window)
    robot.press("Ctrl+K")
    assert window.seeking.commands.is_open
    robot.type(words)
    model = window.seeking.commands.model
    return [choice for row in range(model.rowCount()) if (choice := model.choice(row)) is not None]


def seen(window: MainWindow, record: str) -> bool:
    element = window.canvas.element_of(record)
    assert element is not None
    rect = element.rect
    return window.canvas.viewport().rect().contains(Robot(window).seen(rect.x + 4, rect.y + 4))


def test_every_action_is_in_the_palette_under_its_name_place_and_keys(window: MainWindow):
    for spec in ACTIONS:
        if spec.id == "commands":
            continue
        choice = window.seeking._action(f"action:{spec.id}")
        assert choice is not None and choice.name
        assert choice.keys == window.actions_of.keys_text(spec.id)
        assert choice.place == menu_paths().get(spec.id, "")
    first = ask(window, "copy as table")[0]
    assert (first.name, first.place) == ("Copy as table", "Edit")


def test_an_action_is_named_as_it_is_now_and_done_with_the_selection_there_was(window: MainWindow):
    robot = Robot(window)
    robot.click("Kick-off")
    robot.press("Ctrl+1")
    robot.expect_card("Kick-off meeting", feels=-2)
    assert ask(window, "undo")[0].name.startswith("Undo: ")
    robot.press("Return")
    robot.expect_card("Kick-off meeting", feels=0.5)
    ask(window, "delighted")
    robot.press("Return")
    robot.expect_card("Kick-off meeting", feels=2)


def test_what_can_be_done_now_stands_before_what_cannot(window: MainWindow):
    can = [choice.is_enabled for choice in ask(window, "re")]
    assert can == sorted(can, reverse=True) and True in can and False in can


def test_a_card_is_gone_to_by_a_few_letters(window: MainWindow):
    robot = Robot(window)
    window.canvas.full_size()
    assert ask(window, "ssy")[0].name == "Signs for a second year"
    robot.press("Return")
    robot.expect_selected("Signs for a second year")
    assert seen(window, window.workspace.session.selected[0])
    robot.type("Next")
    assert window.capture.text() == "Next"


def test_what_the_map_does_not_show_is_gone_to_by_what_it_hangs_on(window: MainWindow):
    window.canvas.full_size()
    note = next(
        each for each in window.workspace.document.records.values()
        if isinstance(each, Note) and each.on == "t13" and window.canvas.element_of(each.id) is None
    )  # fmt: skip
    window.seeking.go(note.id)
    assert window.workspace.session.current == note.id
    assert seen(window, "t13")


def test_another_map_is_turned_to(window: MainWindow):
    document = window.workspace.document
    with document.transaction("Another map"):
        document.put(JourneyMap(id="far", rank="z", title="Distant"))
        document.put(Stage(id="fs", map="far", rank="a0", name="Faraway"))
        document.put(Touchpoint(id="ft", map="far", rank="a0", stage="fs", title="Quixotic"))
    assert ask(window, "quix")[0].place == "Touchpoint · Faraway · Distant"
    Robot(window).press("Return")
    assert window.workspace.map_id == "far"
    Robot(window).expect_selected("Quixotic")
    ask(window, "b2b onb")
    window.seeking.commands.put_away()
    first = next(each for each in ask(window, "from we need") if each.place == "Map")
    first.run()
    assert window.workspace.map_id != "far"


def test_a_card_of_the_tray_is_shown_there(window: MainWindow):
    to_tray(window.workspace.document, ["t8"])
    window.canvas.setFocus()
    ask(window, "kick-off m")
    Robot(window).press("Return")
    assert window.is_shown("tray")
    assert window.workspace.session.selected == ("t8",)


def test_another_window_is_brought_to_the_front(window: MainWindow, desk: Desk, qtbot: QtBot):
    other = desk.new("restaurant")
    with qtbot.waitActive(window):
        window.activateWindow()
    window.canvas.setFocus()
    choices = ask(window, other.workspace.title)
    assert choices[0].place == "Open window"
    with qtbot.waitActive(other):
        Robot(window).press("Return")


@pytest.mark.xvfb
def test_ctrl_k_works_while_words_are_typed_and_leaves_them(window: MainWindow):
    robot = Robot(window)
    robot.type("Half a thought")
    ask(window, "outline")
    robot.press("Escape")
    assert window.capture.text() == "Half a thought"
    assert window.capture.hasFocus()


def test_the_map_follows_the_hits(window: MainWindow):
    robot = Robot(window)
    window.canvas.full_size()
    robot.press("Ctrl+F")
    assert window.seeking.finder.field.hasFocus()
    robot.type("second year")
    robot.press("Return")
    robot.expect_selected("Signs for a second year")
    assert seen(window, window.workspace.session.selected[0])
    robot.press("Escape")
    assert not window.is_shown("finder")
    assert window.capture.hasFocus()


def test_f3_goes_on_from_the_map(window: MainWindow):
    robot = Robot(window)
    robot.press("Ctrl+F")
    robot.type("kick-off")
    robot.press("Return")
    first = window.workspace.session.selected
    window.canvas.setFocus()
    robot.press("F3")
    second = window.workspace.session.selected
    robot.press("Shift+F3")
    assert window.workspace.session.selected == first != second


@pytest.mark.xvfb
def test_replacing_all_is_one_undo(window: MainWindow, qtbot: QtBot):
    robot = Robot(window)
    before = dumps(window.workspace.document.records)
    robot.press("Ctrl+H")
    robot.type("login")
    window.seeking.finder.by.setFocus()
    robot.type("sign-in")
    qtbot.waitUntil(window.seeking.finder.all.isEnabled)
    window.seeking.finder.all.click()
    assert window.status.notice.text().endswith("places replaced.")
    robot.expect_card("First sign-in, empty screen")
    window.status.act.click()
    assert dumps(window.workspace.document.records) == before


def test_the_finder_takes_the_place_of_the_outline(window: MainWindow):
    window.show_outline(True)
    window.do("find")
    assert not window.is_shown("outline")
    window.seeking.finder.put_away()
    assert window.is_shown("outline")


def test_a_locked_map_keeps_the_names_of_its_stages(window: MainWindow):
    window.workspace.lock.toggle()
    window.do("replace")
    window.seeking.finder.field.setText("Awareness")
    window.seeking.finder.by.setText("X")
    window.seeking.finder.replace_all()
    assert "Awareness" in Robot(window).stages()
    assert window.status.notice.text().startswith("Stages and lanes are locked")
