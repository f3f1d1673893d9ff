"""A story: somebody goes through a finished map, weighs what could be done, tags it and hands it out."""

from datetime import date

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from journey_editor.core.edits.views import views_of
from journey_editor.core.records import Opportunity, name_of
from journey_editor.insight.worth import worth_class
from journey_editor.storage.format import dumps
from journey_editor.ui.panels.inspector.page import Page
from journey_editor.ui.panels.inspector.scores import ScoreDots
from journey_editor.ui.panels.inspector.tagging import Tags
from journey_editor.ui.window import MainWindow
from tests.hands import tap
from tests.robot import Robot


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def page_of(window: MainWindow, record: str) -> Page:
    """Select a record; returns its page once it is there."""
    window.workspace.session.select((record,))
    while window.inspector.shown_pages()[0].subject.ids != (record,):
        QTest.qWait(5)
    return window.inspector.shown_pages()[0]


def idea(window: MainWindow, words: str) -> Opportunity:
    return next(each for each in window.workspace.document.of_kind(Opportunity) if each.text.startswith(words))


def weigh(window: MainWindow, record: str, digits: dict[str, str]) -> None:
    """Give an opportunity its scores by digits."""
    page = page_of(window, record)
    for field, digit in digits.items():
        dots = page.bound[field].widget
        assert isinstance(dots, ScoreDots)
        dots.setFocus()
        tap(dots, digit)


def tag(window: MainWindow, ids: tuple[str, ...], words: str) -> None:
    """Type a tag for all of some selected records."""
    while window.inspector.shown_pages()[0].subject.ids != ids:
        QTest.qWait(5)
    tags = window.inspector.shown_pages()[0].bound["tags"].widget
    assert isinstance(tags, Tags)
    tags.field.setFocus()
    tags.field.insert(words)  # as by a paste: the list of known tags takes the keyboard where there is no screen
    tap(tags.field, "Return")


def test_what_to_do_next_is_weighed_tagged_handed_out_and_found_again(window: MainWindow):
    robot, workspace = Robot(window), window.workspace
    before, steps = dumps(workspace.document.records), len(workspace.history.steps)

    # a new idea on the card that hurts, weighed with digits; a tag on it and on two cards at once
    robot.click("First ticket")
    robot.press("Ctrl+Shift+2")
    robot.type("Answers within four hours")
    robot.press("Return")
    new = idea(window, "Answers within").id
    weigh(window, new, {"impact": "5", "value": "4", "alignment": "4", "effort": "2"})
    assert worth_class(idea(window, "Answers within")) == "quick_win"
    tag(window, (new,), "first week")
    robot.click("Kick-off")
    robot.click("First login", keys="Shift")
    cards = workspace.selected_touchpoints
    tag(window, cards, "First Week")
    assert all("first week" in workspace.document.records[each].__dict__["tags"] for each in cards)

    # only what has the tag is shown, and kept as a view
    window.canvas.setFocus()
    robot.press("Ctrl+Shift+F")
    robot.type("tag first")
    robot.press("Return")
    robot.press("Escape")
    lit = {each.title for each in workspace.shown.touchpoints()}
    assert {"Kick-off meeting", "First login, empty screen", "First ticket: 12 h to reply"} <= lit and len(lit) < 8
    window.actions_of.by_id["save_view"].trigger()
    robot.type("The first week")
    robot.press("Return")
    assert [each.name for each in views_of(workspace.document, workspace.map_id)] == ["The first week"]

    hand_out(window)

    # all of it is undone to the first byte
    for _step in range(len(workspace.history.steps) - steps):
        workspace.undo()
    assert dumps(workspace.document.records) == before
    assert workspace.dims, "what is shown is no part of the file"


def hand_out(window: MainWindow) -> None:
    """Find the idea in the list of all, say when it is due, and find words on a card that is dimmed."""
    robot, workspace = Robot(window), window.workspace
    robot.press("Ctrl+Shift+A")
    shown = window.looking.opportunities
    for letter in "four":
        tap(focused(), letter)
    assert [each.text for each in shown.model.rows] == ["Answers within four hours"]
    tap(focused(), "Down")
    for _step in range(3):
        tap(shown.table, "Right")
    tap(shown.table, "F2")
    QTest.keyClicks(focused(), "Q2 2027")
    tap(focused(), "Return")
    while idea(window, "Answers within").due is None:
        QTest.qWait(5)
    assert idea(window, "Answers within").due == date(2027, 6, 30)
    robot.press("Escape")
    assert not shown.is_open
    robot.press("Ctrl+F")
    robot.type("demo video")
    robot.press("Return")
    found = workspace.current
    assert found is not None and "demo video" in name_of(found)
    assert found.id not in workspace.shown, "finding reaches what is dimmed"
    robot.press("Escape")
