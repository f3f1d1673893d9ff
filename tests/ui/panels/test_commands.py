"""The palette lists what its sources have, walks by keys, does what is chosen and gives the keyboard back."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from journey_editor.core.edits.fields import set_field
from journey_editor.ui.panels.choices import Choice, Source
from journey_editor.ui.panels.commands import LISTED, Commands
from journey_editor.ui.workspace import Workspace
from tests.hands import click, tap

NAMES = {"a": "Add stage", "b": "Undo", "c": "Copy as table", "d": "Discovery call", "e": "Call back"}


class Window(QWidget):
    """A window with a palette over it and one field of its own."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.done: list[str] = []
        self.names = dict(NAMES)
        self.disabled: set[str] = set()
        self.line = QLineEdit()
        QVBoxLayout(self).addWidget(self.line)
        self.resize(900, 700)
        source = Source(
            lambda: list(self.names.items()), self._make, lambda: [("b", "Edit Undo"), ("c", "Edit Copy")],
            lambda key: key not in self.disabled,
        )  # fmt: skip
        self.commands = Commands(workspace, self, [source])

    def _make(self, key: str) -> Choice | None:
        if key not in self.names:
            return None
        return Choice(self.names[key], self._does(key), is_enabled=key not in self.disabled)

    def _does(self, key: str) -> Callable[[], object]:
        return lambda: self.done.append(key)


@pytest.fixture
def window(qtbot: QtBot, workspace: Workspace) -> Window:
    found = Window(workspace)
    qtbot.addWidget(found)
    with qtbot.waitActive(found):
        found.show()
        found.activateWindow()
    found.line.setFocus()
    return found


def listed(window: Window) -> list[str]:
    model = window.commands.model
    return [str(model.data(model.index(row))) for row in range(model.rowCount())]


def marked(window: Window) -> str:
    return window.commands.view.currentIndex().data()


def type_in(window: Window, qtbot: QtBot, words: str) -> None:
    qtbot.keyClicks(window.commands.field, words)


def test_it_comes_with_the_keyboard_and_lists_what_can_be_done(window: Window):
    window.disabled = {"b"}
    window.commands.toggle()
    assert window.commands.field.hasFocus()
    assert listed(window) == ["Add stage", "Copy as table", "Discovery call", "Call back"]
    assert marked(window) == "Add stage"


def test_typing_finds_the_best_first_and_other_names_last(window: Window, qtbot: QtBot):
    window.commands.open()
    type_in(window, qtbot, "call")
    assert listed(window) == ["Call back", "Discovery call"]
    window.commands.field.clear()
    type_in(window, qtbot, "edit")
    assert listed(window) == ["Undo", "Copy as table"]
    window.commands.field.clear()
    type_in(window, qtbot, "zzz")
    assert listed(window) == [] and window.commands.empty.isVisible()


def test_enter_does_what_is_marked_and_the_keyboard_goes_back(window: Window, qtbot: QtBot):
    window.commands.open()
    type_in(window, qtbot, "dc")
    tap(window.commands.field, "Return")
    assert window.done == ["d"]
    assert not window.commands.is_open and window.line.hasFocus()


def test_arrows_walk_round_the_ends(window: Window):
    window.commands.open()
    walked = []
    for keys in ("Down", "Down", "Up", "Up", "Up", "PgUp", "PgDown", "Tab"):
        tap(window.commands.field, keys)
        walked.append(marked(window))
    names = list(NAMES.values())
    assert walked == [names[1], names[2], names[1], names[0], names[4], names[0], names[4], names[0]]


def test_esc_and_a_click_elsewhere_put_it_away(window: Window):
    window.commands.open()
    tap(window.commands.field, "Escape")
    assert not window.commands.is_open and window.line.hasFocus() and window.done == []
    window.commands.open()
    window.line.setFocus()
    assert not window.commands.is_open and window.line.hasFocus()
    window.commands.toggle()
    window.commands.toggle()
    assert not window.commands.is_open


def test_a_click_does_what_it_hits(window: Window):
    window.commands.open()
    view = window.commands.view
    click(view.viewport(), view.visualRect(window.commands.model.index(2)).center())
    assert window.done == ["c"]


def test_what_cannot_be_done_is_shown_when_it_is_asked_for_but_not_done(window: Window, qtbot: QtBot):
    window.disabled = {"b"}
    window.commands.open()
    type_in(window, qtbot, "undo")
    assert listed(window) == ["Undo"]
    tap(window.commands.field, "Return")
    assert window.done == [] and window.commands.is_open


def test_what_cannot_be_done_stands_behind_all_that_can(window: Window, qtbot: QtBot):
    window.disabled = {"e", "b"}
    window.commands.open()
    type_in(window, qtbot, "call")
    assert listed(window) == ["Discovery call", "Call back"] and marked(window) == "Discovery call"
    window.commands.field.clear()
    type_in(window, qtbot, "edit")
    assert listed(window) == ["Copy as table", "Undo"] and marked(window) == "Copy as table"


def test_what_was_used_lately_comes_first_next_time(window: Window, qtbot: QtBot):
    for words in ("undo", "disc"):
        window.commands.open()
        type_in(window, qtbot, words)
        tap(window.commands.field, "Return")
    window.commands.open()
    assert listed(window)[:3] == ["Discovery call", "Undo", "Add stage"]
    window.commands.put_away()
    del window.names["d"]
    window.commands.stand_at("b")
    window.commands._listed = None
    window.commands.open()
    assert listed(window)[0] == "Add stage"


def test_names_are_gathered_again_once_something_changed(window: Window, workspace: Workspace, qtbot: QtBot):
    window.commands.open()
    window.names["f"] = "Brand new"
    set_field(workspace.document, ["t1"], "title", "Other")
    type_in(window, qtbot, "brand")
    assert listed(window) == ["Brand new"]


def test_it_lies_in_the_upper_middle_and_within_a_small_window(window: Window):
    window.commands.open()
    place = window.commands.geometry()
    assert abs(place.center().x() - window.rect().center().x()) <= 1
    assert place.top() < window.height() / 4
    window.resize(420, 240)
    assert window.rect().contains(window.commands.geometry())


def test_no_more_are_listed_than_anybody_reads(window: Window, qtbot: QtBot):
    window.names = {f"k{number}": f"Card {number}" for number in range(LISTED + 50)}
    window.commands.open()
    type_in(window, qtbot, "card")
    assert len(listed(window)) == LISTED
