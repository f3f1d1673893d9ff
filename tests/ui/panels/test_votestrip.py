"""The vote strip in its window: numbers are typed, the ranking follows, nothing of the map moves for it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journey_editor.core.edits.removal import remove
from journey_editor.core.edits.votes import set_votes, votes_of
from journey_editor.insight.votes import ranking
from journey_editor.ui.panels.ranking import Ranking
from journey_editor.ui.panels.votestrip import VoteStrip
from journey_editor.ui.window import MainWindow
from journey_editor.ui.workspace import Workspace
from tests import hands
from tests.robot import Robot


@pytest.fixture
def strip(window: MainWindow) -> VoteStrip:
    """The strip, opened by its keys."""
    Robot(window).press("Ctrl+F6")
    assert window.voting.strip.is_open
    return window.voting.strip


def votes(window: MainWindow, *ids: str) -> list[int]:
    return [votes_of(window.workspace.document.records[each]) for each in ids]


def test_it_opens_over_the_map_which_stays_where_it_is(window: MainWindow):
    canvas = window.canvas
    before = canvas.geometry(), canvas.viewportTransform()
    window.do("vote_strip")
    assert (canvas.geometry(), canvas.viewportTransform()) == before
    strip = window.voting.strip
    assert canvas.rect().contains(strip.geometry())
    window.resize(1100, 700)
    assert canvas.rect().contains(strip.geometry())
    assert window.actions_of.by_id["vote_strip"].isChecked()
    Robot(window).press("Escape")
    assert not strip.is_open and window.capture.hasFocus()
    assert not window.actions_of.by_id["vote_strip"].isChecked()


def test_a_hint_without_room_ends_in_an_ellipsis(window: MainWindow, strip: VoteStrip):
    assert strip.hint.seen == strip.hint.text()
    window.resize(window.minimumSizeHint().width(), 600)
    assert strip.hint.width() < strip.hint.sizeHint().width()
    assert strip.hint.seen.endswith("…")


def test_numbers_are_typed_one_after_another(window: MainWindow, strip: VoteStrip):
    robot = Robot(window)
    assert strip.candidate.title == "Hears of it from a peer"
    robot.type("12")
    robot.press("Return")
    robot.type("3")
    robot.press("Down")
    robot.press("Up")
    assert (strip.candidate.title, strip.candidate.number) == ("Searches, meets ten vendors", "3")
    robot.type("45")
    robot.press("Backspace")
    robot.type("+")
    robot.type("+")
    robot.type("-")
    assert votes(window, "t1", "t2") == [12, 5]
    assert window.workspace.session.current == "t2"
    assert strip.candidate.where == "2 of 14 · Awareness"
    assert window.capture.text() == ""


def test_the_digits_of_one_visit_are_one_step_and_undo_is_seen(window: MainWindow, strip: VoteStrip):
    robot = Robot(window)
    robot.type("12")
    robot.press("Down")
    robot.press("Up")
    robot.type("7")
    assert window.workspace.history.undo_label == "Count votes"
    robot.press("Ctrl+Z")
    assert strip.candidate.number == "12"
    robot.type("5")
    assert votes(window, "t1") == [5]
    robot.press("Ctrl+Z")
    robot.press("Ctrl+Z")
    assert votes(window, "t1") == [0] and not window.workspace.history.position
    robot.type("1234567")
    assert votes(window, "t1") == [123456]


def test_after_the_last_comes_the_ranking(window: MainWindow, strip: VoteStrip):
    robot = Robot(window)
    for number in range(14):
        assert not strip.shows_ranking
        robot.type(str(number % 5))
        robot.press("Return")
    assert strip.shows_ranking
    records = window.workspace.document.journey(window.workspace.map_id).touchpoints
    expected = sorted((each for each in records if each.votes), key=lambda each: -each.votes)
    assert strip.ranking.titles() == [each.title for each in expected]
    robot.press("Down")
    robot.press("Return")
    assert not strip.is_open
    robot.expect_selected(expected[1].title)


def test_a_click_in_the_ranking_goes_there_and_the_ranking_stays(window: MainWindow, strip: VoteStrip, qtbot: QtBot):
    set_votes(window.workspace.document, ("t5",), 4)
    set_votes(window.workspace.document, ("t9",), 9)
    Robot(window).press("End")
    ranking = strip.ranking
    qtbot.mouseClick(
        ranking.viewport(), Qt.MouseButton.LeftButton, pos=ranking.visualItemRect(ranking.item(1)).center()
    )
    assert window.workspace.session.selected == ("t5",)
    assert strip.shows_ranking and strip.is_open
    Robot(window).press("Backspace")
    assert not strip.shows_ranking and strip.hasFocus()


def test_pain_points_and_opportunities_have_their_turn(window: MainWindow, strip: VoteStrip):
    robot = Robot(window)
    robot.press("Down")
    robot.press("Right")
    assert strip.ballot == "pain_points" and strip.pills["pain_points"].isChecked()
    robot.type("4")
    robot.press("Left")
    assert strip.candidate.title == "Searches, meets ten vendors"
    hurt = window.workspace.document.journey(window.workspace.map_id)
    assert [each.text for notes in hurt.notes.values() for each in notes if each.votes == 4] == [
        "Too many options to judge"
    ]
    hands.click(strip.pills["opportunities"], strip.pills["opportunities"].rect().center())
    assert strip.ballot == "opportunities" and strip.hasFocus()


def test_it_begins_at_what_is_selected_and_follows_the_hand(window: MainWindow, qtbot: QtBot):
    robot = Robot(window)
    robot.click("Kick-off meeting")
    window.do("vote_strip")
    strip = window.voting.strip
    assert strip.candidate.title == "Kick-off meeting"
    robot.click("Two weeks of silence")
    qtbot.waitUntil(strip.hasFocus)
    robot.type("8")
    assert strip.candidate.title == "Two weeks of silence"
    assert votes(window, window.workspace.session.current or "") == [8]


def test_what_is_voted_on_stands_above_the_strip(window: MainWindow, strip: VoteStrip):
    window.resize(1100, 560)
    window.canvas.zoom_to(1.2)
    for _each in range(14):
        Robot(window).press("Down")
        element = window.canvas.element_of(window.workspace.session.current or "")
        assert element is not None
        lower = window.canvas.mapFromScene(element.rect.x, element.rect.bottom).y()
        assert lower <= strip.geometry().top(), element.record


def test_what_goes_while_it_is_open_is_left_out(window: MainWindow, strip: VoteStrip):
    document = window.workspace.document
    remove(document, ("t1",))
    assert strip.candidate.title == "Searches, meets ten vendors"
    remove(document, [each.id for each in document.journey(window.workspace.map_id).touchpoints])
    assert strip.candidate.title == "There is no touchpoint to vote on yet." and not strip.candidate.number
    Robot(window).type("3")
    Robot(window).press("Return")
    Robot(window).press("End")
    assert strip.candidate.title == "Nobody has voted yet."
    Robot(window).press("Escape")
    assert not strip.is_open


def test_keys_give_and_take_votes_and_say_so(window: MainWindow, qtbot: QtBot):
    robot = Robot(window)
    robot.click("Two weeks of silence")
    for keys in ("Ctrl+B", "Ctrl+B", "Ctrl+Shift+B"):
        robot.press(keys)
    assert votes(window, *window.workspace.session.selected) == [1]
    assert window.status.notice.text() == "“Two weeks of silence”: 1 vote"
    robot.press("Ctrl+Shift+B")
    assert window.status.notice.text() == "“Two weeks of silence”: no votes"
    robot.press("Ctrl+Shift+B")
    assert window.status.notice.text() == "There is no vote to take back."
    robot.click("Kick-off meeting", keys="Shift")
    robot.press("Ctrl+B")
    assert window.status.notice.text() == "2 got a vote each."
    assert window.workspace.history.undo_label == "Give a vote"
    window.actions_of.by_id["clear_votes"].trigger()
    assert window.status.notice.text() == "2 votes were taken back."
    assert votes(window, *window.workspace.session.selected) == [0, 0]


def test_a_stage_has_no_votes(window: MainWindow):
    window.workspace.session.select(("s1",))
    assert not window.actions_of.by_id["vote"].isEnabled()


def test_a_long_ranking_scrolls(workspace: Workspace, qtbot: QtBot):
    journey = workspace.document.journey(workspace.map_id)
    shown = Ranking(workspace)
    qtbot.addWidget(shown)
    shown.show_placings(ranking(each.with_(votes=index + 1) for index, each in enumerate(journey.touchpoints)))
    shown.resize(shown.sizeHint())
    shown.show()
    QApplication.processEvents()
    assert shown.count() == 14 and shown.height() < 14 * 36
    assert shown.item(0).data(Qt.ItemDataRole.AccessibleTextRole) == "1. Signs for a second year, 14 votes"
