"""Filing the tray with one or two keys, and merging what is there twice."""

import sys

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from journey_editor.core.records import Note, name_of
from journey_editor.ui.panels.tray_cards import merge_rect
from tests import hands
from tests.ui.panels.waiting import CARDS, card, place_of, stage_titles, wait, waiting, with_cards, words


@pytest.fixture
def robot(window):
    return with_cards(window)


@pytest.fixture
def tray(window, robot):
    robot.press("Ctrl+T")
    return window.tray


def test_one_key_files_and_goes_on(robot, tray):
    robot.press("D")
    assert stage_titles(robot, "Onboarding")[-1] == CARDS[0]
    robot.expect_selected(CARDS[1])
    robot.expect_card(CARDS[0], "Onboarding", "Customer Success")  # as its stage says


def test_a_second_key_hands_it_over(robot, tray):
    robot.type("DP")
    robot.expect_card(CARDS[0], "Onboarding", "Product")
    robot.expect_selected(CARDS[1])
    assert waiting(robot) == list(CARDS[1:])
    robot.undo()
    assert waiting(robot) == list(CARDS)


def test_a_whole_tray_is_filed_with_one_or_two_keys_each(robot, tray):
    robot.type("DPASFE")
    robot.expect_card(CARDS[1], "Awareness", "Sales")
    robot.expect_card(CARDS[2], "Renewal")
    robot.expect_card(CARDS[3], "Adoption")
    assert waiting(robot) == [] and tray.view.hasFocus()
    robot.press("M")
    robot.expect_card(CARDS[3], "Adoption", "Marketing")


def test_what_both_have_is_the_lane_of_a_card_without_owner(robot, tray):
    robot.type("AC")
    robot.expect_card(CARDS[0], "Awareness", "Customer Success")
    robot.type("A")
    robot.press("Space")  # it stays where its stage says
    robot.type("C")
    robot.expect_card(CARDS[1], "Awareness", "Marketing")
    robot.expect_card(CARDS[2], "Decision")


def test_what_both_have_is_the_stage_after_a_card_with_owner(window, robot):
    owner = next(each for each in robot.workspace.document.records.values() if name_of(each) == "Support")
    with robot.workspace.document.transaction("Own"):
        robot.workspace.document.put(card(robot, CARDS[0]).with_(owner=owner.id))
    robot.press("Ctrl+T")
    robot.type("AC")
    robot.expect_card(CARDS[0], "Awareness", "Support")
    robot.expect_card(CARDS[1], "Decision")
    robot.type("P")
    robot.expect_card(CARDS[1], "Decision", "Product")


def test_walking_on_ends_what_a_lane_could_follow(robot, tray):
    robot.type("D")
    robot.press("Down")
    robot.press("Up")
    robot.type("P")
    robot.expect_card(CARDS[0], "Onboarding", "Customer Success")
    assert len(waiting(robot)) == 3


def test_the_line_says_what_keys_do(robot, tray):
    assert words(tray) == "File with keys F then M"
    robot.type("D")
    assert words(tray) == "Filed in D then M"
    robot.press("Space")
    robot.press("Down")
    assert words(tray) == "= merges F then M"


def test_the_keys_shown_lead_to_where_somebody_worked_last(window, robot):
    robot.click("First login")
    robot.press("Ctrl+T")
    assert words(window.tray) == "File with keys D then P"


def test_a_letter_that_nothing_has_says_so(robot, tray):
    said = []
    robot.workspace.noticed.connect(said.append)
    robot.type("X")
    assert said == ["No stage or lane has the letter X."]
    assert waiting(robot) == list(CARDS)


def test_a_keyboard_without_latin_letters_files_by_the_place_of_keys(robot, tray):
    first = {"win32": 0}.get(sys.platform, 8)
    for code, typed in ((first + 32, "В"), (first + 25, "З")):  # D and P of a Russian keyboard
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = Qt.Key.Key_unknown
            QApplication.sendEvent(tray.view, QKeyEvent(kind, key, hands.NO_KEYS, code, 0, 0, typed))
    robot.expect_card(CARDS[0], "Onboarding", "Product")


def test_small_letters_and_several_cards(robot, tray):
    robot.press("Shift+Down")
    robot.type("d")
    assert stage_titles(robot, "Onboarding")[-2:] == list(CARDS[:2])
    robot.type("p")
    robot.expect_card(CARDS[0], "Onboarding", "Product")
    robot.expect_card(CARDS[1], "Onboarding", "Product")


def test_esc_goes_back_one_by_one_and_then_leaves(window, robot, tray):
    before = dict(robot.workspace.document.records)
    robot.type("DPASE")
    robot.press("Esc")
    robot.expect_selected(CARDS[2])
    robot.press("Esc")
    assert waiting(robot) == list(CARDS[1:])
    robot.expect_selected(CARDS[1])
    robot.press("Esc")
    assert dict(robot.workspace.document.records) == before
    robot.expect_selected(CARDS[0])
    robot.press("Esc")
    assert window.capture.hasFocus() and tray.isVisible()


def test_esc_takes_back_nothing_that_was_done_elsewhere(window, robot, tray):
    robot.type("D")
    robot.workspace.session.select((card(robot, "Discovery call").id,))
    robot.press("Ctrl+5")
    robot.press("Esc")
    assert robot.feels("Discovery call") == 2 and window.capture.hasFocus()


def test_more_than_26_stages_have_two_letters(window, robot):
    stages = list(robot.stages())
    document = robot.workspace.document
    first = document.journey(robot.workspace.map_id).stages[0]
    with document.transaction("Many"):
        for place in range(24):
            document.put(first.with_(id=f"more{place}", rank=f"zz{place:02}", name=f"Stage {place}"))
    robot.press("Ctrl+T")
    robot.type("A")
    assert words(window.tray) == "File with keys A…"
    robot.press("Esc")
    robot.type("AD")
    robot.expect_card(CARDS[0], stages[3])


# merging


def test_duplicates_are_shown_and_merged_with_one_key(robot, tray):
    document = robot.workspace.document
    twin, there = card(robot, CARDS[2]), card(robot, "Kick-off meeting")
    with document.transaction("Put"):
        document.put(Note(id="seen", map=twin.map, rank="a0", on=twin.id, kind="quote", text="At last!"))
        document.put(twin.with_(votes=3))
    robot.press("Down")
    robot.press("Down")
    robot.press("=")
    assert waiting(robot) == [CARDS[0], CARDS[1], CARDS[3]]
    assert document.records["seen"].on == there.id and document.records[there.id].votes == there.votes + 3
    assert document.records[there.id].title == "Kick-off meeting"
    robot.expect_selected(CARDS[3])
    robot.press("Esc")
    assert waiting(robot) == list(CARDS)
    robot.expect_selected(CARDS[2])


def test_duplicates_are_merged_with_the_mouse(robot, tray):
    rect = place_of(tray, CARDS[2])
    place = merge_rect(tray.view.model().card(tray.view.indexAt(rect.center())), rect).center()
    hands.click(tray.view.viewport(), place)
    assert CARDS[2] not in waiting(robot)


def test_what_is_no_duplicate_is_not_merged(robot, tray):
    said = []
    robot.workspace.noticed.connect(said.append)
    robot.press("=")
    assert said and waiting(robot) == list(CARDS)


def test_duplicates_within_the_tray(robot, tray):
    wait(robot, "invites TWO colleagues")
    model = tray.view.model()
    assert [model.card(model.index(row)).twin for row in range(5)] == ["", "", "map", "", "tray"]
    robot.press("End")
    robot.press("=")
    assert waiting(robot) == list(CARDS)


def test_what_was_alike_in_the_tray_is_on_the_map_once_it_is_filed(robot, tray):
    wait(robot, "invites TWO colleagues")
    model = tray.view.model()
    robot.press("End")
    robot.type("D")
    assert model.card(model.index(0)).twin == "map"
