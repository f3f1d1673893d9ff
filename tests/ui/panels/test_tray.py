"""The tray in its window: it comes and goes, its cards are dragged and edited; the map shows the keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from journey_editor.core.parts import Emotion
from journey_editor.core.records import name_of
from tests import hands
from tests.robot import Robot
from tests.ui.panels.waiting import CARDS, card, keys_on_map, place_of, wait, waiting, with_cards, words


@pytest.fixture
def robot(window):
    return with_cards(window)


@pytest.fixture
def tray(window, robot):
    robot.press("Ctrl+T")
    return window.tray


# coming and going


def test_ctrl_t_brings_the_tray_with_the_keyboard_and_takes_it_away(window, robot, tray):
    assert tray.isVisible() and tray.view.hasFocus()
    assert not window.palette_bar.isVisible()
    robot.expect_selected(CARDS[0])
    assert tray.count.text() == "4 without a place"
    assert sorted(keys_on_map(robot)) == sorted("ABCDEFMSCPU")
    robot.press("Ctrl+T")
    assert not tray.isVisible() and window.palette_bar.isVisible()
    assert window.capture.hasFocus() and keys_on_map(robot) == []


def test_it_takes_the_place_of_the_outline_and_gives_it_back(window, robot):
    window.show_outline(True)
    robot.press("Ctrl+T")
    assert not window.outline.isVisible()
    robot.press("Ctrl+T")
    assert window.outline.isVisible()
    robot.press("Ctrl+T")
    window.show_outline(True)
    assert not window.tray.isVisible() and window.outline.isVisible() and window.palette_bar.isVisible()


def test_with_the_keyboard_elsewhere_ctrl_t_brings_it_here(window, robot, tray):
    window.canvas.setFocus()
    assert keys_on_map(robot) == [] and words(tray) == "File with keys Ctrl+T"
    robot.press("Ctrl+T")
    assert tray.view.hasFocus() and tray.isVisible()


def test_typing_in_the_line_still_captures(window, robot, tray):
    window.canvas.setFocus()
    robot.type("D")
    assert window.capture.text() == "D" and len(waiting(robot)) == 4


def test_f6_reaches_the_tray(window, robot, tray):
    window.capture.setFocus()
    robot.press("Shift+F6")
    assert tray.view.hasFocus()


def test_an_empty_tray_says_what_to_do(window):
    robot = Robot(window)
    robot.press("Ctrl+T")
    tray = window.tray
    shown = [label.text() for label in tray.findChildren(QLabel) if label.isVisible()]
    assert "empty" in shown and "Nothing waits for a place." in shown
    assert "Paste a list" in tray.hint.text()
    robot.press("D")
    assert not robot.workspace.history.steps


def test_an_empty_tray_leaves_the_keyboard_to_the_line(window):
    robot = Robot(window)
    robot.press("Ctrl+T")
    assert window.tray.isVisible()
    robot.type("Demo")
    assert window.capture.text() == "Demo"
    robot.press("Ctrl+T")
    assert not window.tray.isVisible() and window.capture.text() == "Demo"


def test_a_letter_after_the_last_card_says_that_none_waits(window):
    said: list[str] = []
    window.workspace.noticed.connect(said.append)
    window.tray.toggle()
    window.tray.filing.press("A")
    assert said == ["Nothing waits for a place."]


def test_a_map_without_stages_asks_for_one(desk, qtbot):
    window = desk.new("empty")
    robot = Robot(window)
    for stage in robot.workspace.document.journey(robot.workspace.map_id).stages:
        with robot.workspace.document.transaction("Clear"):
            robot.workspace.document.remove(stage.id)
    wait(robot, "Card")
    window.tray.toggle()
    assert words(window.tray) == "Add a stage to file cards."
    window.tray.filing.press("A")
    assert waiting(robot) == ["Card"]


# editing


def test_titles_are_edited_in_place(robot, tray, qtbot):
    robot.press("F2")
    editor = tray.view.findChild(QLineEdit)
    editor.selectAll()
    hands.QTest.keyClicks(editor, "Dines out")
    hands.tap(editor, "Return")
    qtbot.waitUntil(lambda: waiting(robot)[0] == "Dines out")  # Qt takes the words a moment later
    assert robot.workspace.history.undo_label == "Change title"


def test_cards_are_removed(robot, tray):
    robot.press("Del")
    assert waiting(robot) == list(CARDS[1:])
    robot.expect_selected(CARDS[1])
    robot.undo()
    assert waiting(robot) == list(CARDS)


def test_ctrl_keys_act_on_the_card(robot, tray):
    robot.press("Ctrl+1")
    assert robot.feels(CARDS[0]) == -2
    robot.press("Ctrl+Z")
    assert robot.feels(CARDS[0]) is None and tray.view.hasFocus()


def test_the_inspector_shows_the_card(window, robot, tray):
    robot.press("Down")
    assert robot.workspace.current.title == CARDS[1]


def test_a_list_is_pasted_into_the_tray(robot, tray, qtbot):
    QApplication.clipboard().setText("Opens the invoice #email\nPays it\n")
    robot.press("Ctrl+V")
    qtbot.waitUntil(lambda: waiting(robot) == [*CARDS, "Opens the invoice", "Pays it"])
    assert tray.count.text() == "6 without a place"


# dragging


def test_a_card_is_dragged_onto_the_map(robot, tray):
    goal = robot.place_in("Decision", "Sales")
    assert hands.carry(robot.viewport, tray.view.mime(), (QPoint(2, 2), goal))
    robot.expect_card(CARDS[0], "Decision", "Sales")
    robot.expect_selected(CARDS[0])
    robot.undo()
    assert waiting(robot) == list(CARDS)


def test_a_drag_that_leaves_does_nothing(robot, tray):
    goal = robot.place_in("Decision", "Sales")
    assert hands.carry(robot.viewport, tray.view.mime(), (QPoint(2, 2), goal), drop=False)
    assert waiting(robot) == list(CARDS) and not robot.canvas.gesture_runs


def test_a_drag_of_another_window_is_not_taken(desk, window, robot, tray):
    data = tray.view.mime()
    other = Robot(desk.sample())
    with other.workspace.document.transaction("Same"):
        other.workspace.document.put(card(robot, CARDS[0]).with_(map=other.workspace.map_id))
    assert not hands.carry(other.viewport, data, (QPoint(2, 2), QPoint(300, 300)))


def test_a_card_of_the_map_is_dropped_on_the_tray(robot, tray):
    start = robot.grip("Discovery call")
    goal = robot.viewport.mapFromGlobal(tray.mapToGlobal(QPoint(80, 600)))
    hands.press(robot.viewport, start)
    for step in range(1, 9):
        hands.move(robot.viewport, start + (goal - start) * step / 8)
    assert tray.property("offered") is True and "Let go" in tray.hint.text()
    hands.release(robot.viewport, goal)
    assert waiting(robot) == [*CARDS, "Discovery call"]
    assert tray.property("offered") is False and "Drag a card" in tray.hint.text()
    robot.undo()
    assert waiting(robot) == list(CARDS)


def test_a_drag_over_a_hidden_tray_lands_on_the_map(window, robot):
    start = robot.grip("Discovery call")
    hands.drag(robot.viewport, (start, QPoint(-100, start.y())))
    assert waiting(robot) == list(CARDS)


def test_the_selected_go_to_the_tray_by_key(robot, tray):
    robot.click("Discovery call")
    robot.press("Ctrl+U")
    assert waiting(robot) == [*CARDS, "Discovery call"]


# many cards, other maps


def test_a_thousand_cards_are_one_list(robot, tray):
    document = robot.workspace.document
    with document.transaction("Paste"):
        for place in range(996):
            wait(robot, f"Card number {place}", emotion=Emotion(valence=0))
    assert tray.view.model().rowCount() == 1000
    assert tray.view.findChildren(QLineEdit) == []
    robot.press("End")
    assert tray.view.viewport().rect().contains(place_of(tray, "Card number 995").center())
    robot.type("D")
    assert tray.count.text() == "999 without a place"


def test_the_tray_of_another_map(window, robot, tray):
    document = robot.workspace.document
    journey_map = document.records[robot.workspace.map_id]
    with document.transaction("Map"):
        document.put(journey_map.with_(id="other", rank="zz", title="Other"))
        document.put(card(robot, CARDS[0]).with_(id="there", map="other", title="There"))
    robot.workspace.session.show_map("other")
    assert [tray.view.model().index(0).data(), tray.count.text()] == ["There", "1 without a place"]


def test_cards_tell_channel_owner_and_feeling(robot, tray):
    support = next(each for each in robot.workspace.document.records.values() if name_of(each) == "Support")
    felt = Emotion(valence=-1, basis="assumption")
    wait(robot, "Whole", channel="phone", owner=support.id, emotion=felt)
    shown = tray.view.model().card(tray.view.model().index(4))
    assert shown == ("Whole", "Phone · Support", -1, True, "")
    with robot.workspace.document.transaction("Rename"):
        robot.workspace.document.put(support.with_(name="Help"))
    assert tray.view.model().card(tray.view.model().index(4)).below == "Phone · Help"


def test_letters_are_no_search_and_ctrl_letters_no_filing(robot, tray):
    robot.press("Alt+D")
    assert waiting(robot) == list(CARDS)
    assert tray.view.focusPolicy() & Qt.FocusPolicy.TabFocus
