"""The history lists the steps, marks the present one and goes where one clicks."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from journey_editor.core.edits.fields import set_field
from journey_editor.core.edits.removal import remove
from journey_editor.storage.format import dumps
from journey_editor.ui.panels.history import HIGHEST, HistoryPopup
from journey_editor.ui.theme import dress
from journey_editor.ui.workspace import Workspace
from tests.hands import click


def edit_thrice(workspace: Workspace) -> None:
    set_field(workspace.document, ["t9"], "title", "One")
    set_field(workspace.document, ["t9"], "channel", "email")
    remove(workspace.document, ["t13"])


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    shown = QWidget()
    qtbot.addWidget(shown)
    shown.show()
    return shown


def opened(workspace: Workspace, window: QWidget) -> HistoryPopup:
    popup = HistoryPopup(workspace, window)
    popup.resize(300, 360)
    popup.list.ensurePolished()
    return popup


def test_steps_are_listed_newest_first_with_the_present_one_current(workspace: Workspace, window: QWidget):
    edit_thrice(workspace)
    workspace.undo()
    steps = opened(workspace, window).list
    labels = [steps.item(row).text() for row in range(steps.count())]
    assert labels == ["Remove touchpoint", "Change channel", "Change title", "As it was opened"]
    assert steps.currentItem().text() == "Change channel"
    undone, done = steps.item(0).foreground().color(), steps.item(1).foreground().color()
    assert undone != done


def test_a_click_goes_there_and_back(workspace: Workspace, window: QWidget):
    states = [dumps(workspace.document.records)]
    edit_thrice(workspace)
    states.append(dumps(workspace.document.records))
    for row, position, state in ((3, 0, 0), (0, 3, 1)):
        steps = opened(workspace, window).list
        click(steps.viewport(), steps.visualItemRect(steps.item(row)).center())
        assert workspace.history.position == position
        assert dumps(workspace.document.records) == states[state]


def test_an_edit_while_it_is_open_is_followed(workspace: Workspace, window: QWidget):
    edit_thrice(workspace)
    steps = opened(workspace, window).list
    workspace.undo()
    workspace.undo()
    set_field(workspace.document, ["t9"], "title", "Two")
    labels = [steps.item(row).text() for row in range(steps.count())]
    assert labels == ["Change title", "Change title", "As it was opened"]
    click(steps.viewport(), steps.visualItemRect(steps.item(0)).center())
    assert workspace.history.position == 2


def test_it_is_as_high_as_its_steps_until_they_scroll(workspace: Workspace, window: QWidget):
    few = HistoryPopup(workspace, window)
    few.show_below(window)
    edit_thrice(workspace)
    more = HistoryPopup(workspace, window)
    more.show_below(window)
    for popup in (few, more):
        assert popup.list.verticalScrollBar().maximum() == 0
        last = popup.list.visualItemRect(popup.list.item(popup.list.count() - 1))
        assert popup.list.viewport().height() - last.bottom() <= 12 or popup is few
    assert few.height() < more.height()
    for number in range(40):
        set_field(workspace.document, ["t9"], "title", f"Step {number}")
    many = HistoryPopup(workspace, window)
    many.show_below(window)
    assert many.height() == HIGHEST


def test_undone_steps_look_quieter_than_done_ones_in_the_windows_own_style(
    workspace: Workspace, window: QWidget, qapp: QApplication
):
    dress(qapp, "light")
    edit_thrice(workspace)
    workspace.undo()
    workspace.undo()
    popup = HistoryPopup(workspace, window)
    popup.show_below(window)

    def darkest(row: int) -> int:
        shown = popup.list.viewport().grab(popup.list.visualItemRect(popup.list.item(row))).toImage()
        return min(shown.pixelColor(x, y).lightness() for x in range(shown.width()) for y in range(shown.height()))

    assert darkest(0) > darkest(3) + 20
