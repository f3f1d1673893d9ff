"""Stories of somebody who takes the journey: by keys, with rests, and with a map that changes meanwhile."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journey_editor.core.edits.removal import remove
from journey_editor.core.journey import Journey
from journey_editor.core.records import JourneyMap, Touchpoint
from journey_editor.storage.format import dumps
from journey_editor.ui.walk.window import WalkWindow
from journey_editor.ui.window import MainWindow
from tests import hands


class Walker:
    """A person before the walk's window, with nothing but a keyboard."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot = window, qtbot
        hands.tap(window.capture, "Ctrl+F5")
        self.wait()

    @property
    def walk(self) -> WalkWindow:
        found = self.window.walk.window
        assert found is not None
        return found

    @property
    def title(self) -> str:
        return self.walk.card.met.title.text()

    @property
    def asked(self) -> str:
        assert self.walk.is_resting
        return self.walk.resting.heading.text()

    def wait(self) -> None:
        with self.qtbot.waitActive(self.walk):
            self.walk.activateWindow()

    def press(self, *keys: str) -> None:
        for each in keys:
            hands.tap(self.walk.focusWidget() or self.walk, each)

    def type(self, words: str) -> None:
        hands.QTest.keyClicks(self.walk.focusWidget(), words)


@pytest.fixture
def walker(window: MainWindow, qtbot: QtBot) -> Walker:
    return Walker(window, qtbot)


def placed(window: MainWindow) -> tuple[Touchpoint, ...]:
    return window.workspace.document.journey(window.workspace.map_id).touchpoints


def shown(window: MainWindow) -> Journey:
    return window.workspace.document.journey(window.workspace.map_id)


def test_a_walk_by_keys_makes_a_second_map_that_one_undo_takes_back(walker: Walker, window: MainWindow):
    records, there = window.workspace.document.records, shown(window)
    before, walked = dumps(records), placed(window)
    assert walker.asked == "Take the journey yourself"
    walker.type("Ana")
    walker.press("Return")
    assert walker.title == walked[0].title and walker.walk.count.text() == f"1 of {len(walked)}"
    walker.press("4")
    walker.type("5 friends said so")  # a digit first is a feeling; a note that has begun keeps its digits
    walker.press("Tab")
    walker.type("40 min")
    walker.press("Return", "1", "Ctrl+U", "PgDown", "PgUp", "Ctrl+2", "Ctrl+Shift+Up", "Right", "Left")
    assert walker.title == walked[1].title
    for _step in range(len(walked) - 1):
        walker.press("Return")
    assert walker.asked == "You have walked the journey"
    assert f"{len(walked)} of {len(walked)}" in walker.walk.resting.words.text()
    walker.press("Return")
    assert window.walk.window is None
    made = shown(window)
    assert made.map.based_on == there.map.id and made.map.state == "as_is" and made.map.created == date.today()
    assert made.map.title.startswith(f"{there.map.title}, walked by Ana on ")
    assert [each.title for each in made.touchpoints] == [each.title for each in walked]
    assert [each.origin for each in made.touchpoints] == [each.id for each in walked]
    first, second, *others = made.touchpoints
    assert first.emotion is not None and (first.emotion.valence, first.emotion.basis) == (2, "research")
    assert first.takes_days == 40 / 1440 and [each.text for each in made.notes[first.id]] == [" friends said so"[1:]]
    assert second.emotion is not None and second.emotion.valence == -0.5 and second.unneeded
    assert not any(each.emotion or each.unneeded or each.takes_days for each in others)
    kept = window.workspace.document.journey(there.map.id)
    assert kept.touchpoints == walked and kept.map == there.map
    window.workspace.undo()
    assert dumps(window.workspace.document.records) == before and window.workspace.map_id == there.map.id


def test_a_rest_loses_nothing_and_leaving_neither(walker: Walker, window: MainWindow):
    before, walked = dumps(window.workspace.document.records), placed(window)
    walker.press("Return", "2", "Return")
    walker.type("Why?")
    walker.press("Escape")
    assert walker.asked == "Paused"
    walker.press("Return")
    assert walker.title == walked[1].title and walker.walk.card.note.words == "Why?"
    walker.press("Escape", "Escape")
    assert window.walk.window is None and dumps(window.workspace.document.records) == before
    window.do("walk")
    walker.wait()
    assert walker.asked == "Go on where you were?"
    walker.press("Return", "PgUp")
    assert walker.walk.steps.said.valence == -1 and walker.title == walked[0].title


def test_a_walk_that_rests_becomes_a_map_when_the_file_is_closed(walker: Walker, window: MainWindow):
    document = window.workspace.document
    walker.press("Return", "1", "Escape", "Escape")
    window.close_surely()
    assert [each.based_on for each in document.maps()].count(window.workspace.map_id) == 1


def test_a_walk_on_which_nothing_was_said_leaves_no_trace(walker: Walker, window: MainWindow):
    document, before = window.workspace.document, dumps(window.workspace.document.records)
    walker.press("Return", "Return", "Return", "Escape", "Escape")
    window.close_surely()
    assert dumps(document.records) == before


def test_what_is_forgotten_can_be_brought_back(walker: Walker, window: MainWindow):
    notices = []
    window.workspace.offered.connect(notices.append)
    walker.press("Return", "1", "Escape")
    walker.walk.resting.buttons[2].click()
    assert window.walk.window is None and notices[-1].button == "Bring it back"
    notices[-1].run()
    window.do("walk")
    walker.wait()
    assert walker.asked == "Go on where you were?"


def test_a_time_that_means_none_stays_to_be_corrected(walker: Walker, window: MainWindow):
    walked = placed(window)
    walker.press("Return", "Tab")
    walker.type("soon")
    walker.press("Return")
    assert walker.title == walked[0].title and not walker.walk.card.problem.isHidden()
    walker.press("PgDown")
    assert walker.title == walked[0].title and walker.walk.card.time.text() == "soon"
    walker.press("Ctrl+T")
    assert walker.walk.card.problem.isHidden() and walker.walk.steps.said.takes_days == 1 / 1440


def test_the_map_may_change_under_the_walk(walker: Walker, window: MainWindow):
    document, walked = window.workspace.document, placed(window)
    walker.press("Return", "3", "Return", "2")
    remove(document, [walked[1].id])
    assert walker.title == walked[2].title and walker.walk.count.text() == f"2 of {len(walked) - 1}"
    window.workspace.undo()
    walker.press("PgUp")
    assert walker.title == walked[1].title and walker.walk.steps.said.valence == -1
    remove(document, [each.id for each in placed(window)])
    assert walker.asked == "There are no touchpoints to walk any more"
    window.workspace.undo()
    assert walker.asked == "Paused"
    walker.press("Return")
    assert walker.title == walked[1].title
    remove(document, [walked[1].map])
    assert walker.asked == "There are no touchpoints to walk any more"
    walker.press("Escape")
    assert window.walk.window is None
    window.close_surely()


def test_nothing_to_walk_is_said(window: MainWindow):
    said = []
    window.workspace.noticed.connect(said.append)
    remove(window.workspace.document, [each.id for each in placed(window)])
    window.do("walk")
    assert window.walk.window is None and "nothing to walk" in said[-1]
    remove(window.workspace.document, [each.id for each in window.workspace.document.of_kind(JourneyMap)])
    assert QApplication.activeModalWidget() is None


def test_faces_and_buttons_are_pressed_as_well(walker: Walker, window: MainWindow):
    walked = placed(window)
    walker.walk.resting.buttons[0].click()
    card = walker.walk.card
    hands.click(card.feelings, card.feelings.place_of(4).toPoint())
    assert walker.walk.steps.said.valence == 2
    hands.click(card.feelings, card.feelings.place_of(4).toPoint())
    assert walker.walk.steps.said.valence is None
    card.unneeded.click()
    card.take.click()
    assert walker.walk.steps.said.unneeded and card.time.text() == "1 min"
    walker.walk.on.click()
    walker.walk.back.click()
    assert walker.title == walked[0].title and not walker.walk.back.isEnabled()
    walker.walk.pause_button.click()
    assert walker.asked == "Paused"


def test_a_feeling_is_taken_back_and_half_steps_end_at_the_scale(walker: Walker):
    walker.press("Return", "5", "Ctrl+Shift+Up")
    assert walker.walk.steps.said.valence == 2
    walker.press("Backspace")
    assert walker.walk.steps.said.valence is None
    walker.press("Ctrl+Shift+Down")
    assert walker.walk.steps.said.valence == -0.5


def test_a_note_keeps_all_keys_that_edit_it(walker: Walker, window: MainWindow):
    walked = placed(window)
    walker.press("Return")
    walker.type("ab")
    walker.press("Left", "1", "Home", "Delete", "End", "Shift+Return")
    walker.type("c")
    assert walker.walk.card.note.words == "1b\nc" and walker.title == walked[0].title
    assert walker.walk.steps.said.valence is None and walker.walk.steps.said.note == "1b\nc"


def test_the_walk_takes_another_theme_and_size_where_it_is(walker: Walker, window: MainWindow):
    walker.press("Return", "2")
    walker.type("So")
    window.workspace.show(theme="dark")
    walker.walk.resize(1280, 700)
    assert walker.walk.steps.said.valence == -1 and walker.walk.card.note.words == "So"
