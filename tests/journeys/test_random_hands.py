"""Hands that click, drag and type anything anywhere in the real window: no error, and undo leads back exactly."""

from collections.abc import Callable
from random import Random

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from journey_editor.storage.format import dumps, loads
from journey_editor.ui.desk import Desk
from journey_editor.ui.window import MainWindow
from tests import hands

KEYS = (
    "Left", "Right", "Up", "Down", "Shift+Right", "Ctrl+Left", "Ctrl+Right", "Ctrl+Up", "Ctrl+Down", "Delete", "Ctrl+D",
    "Ctrl+1", "Ctrl+5", "Ctrl+Shift+Up", "F2", "Return", "Escape", "Tab", "Ctrl+Return", "Ctrl+Shift+Return", "Ctrl+Z",
    "Ctrl+Shift+Z", "Ctrl+A", "Home", "End", "Ctrl+9", "Ctrl+0", "F6", "Backspace",
    "Ctrl+C", "Ctrl+X", "Ctrl+V", "Ctrl+K", "Ctrl+F", "Ctrl+H", "F3",
    "Ctrl+J", "Ctrl+Shift+J", "Ctrl+G", "Ctrl+Shift+1", "Ctrl+Shift+2", "Ctrl+Shift+M", "Ctrl+Shift+K",
    "Ctrl+PgDown", "Ctrl+PgUp", "Ctrl+Shift+N", "Ctrl+Shift+C", "Ctrl+Shift+PgDown", "Shift+F2", "Alt+Right",
    "Alt+Left", "Alt+Up", "Alt+Down", "Shift+Tab", "Ctrl+Shift+R",
)  # fmt: skip
TEXTS = ("First @Sales #app -1", "x" * 300, "مرحبا @New", "🙂 <b>hi</b> & $5", "-1", "@-", "")
HELD = (
    *[Qt.KeyboardModifier.NoModifier] * 3,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
ELSEWHERE = {"quit", "close", "open", "save", "save_as", "export", "print", "about", "new", "sample"}
"""Actions that leave the map: other stories tell of them."""


class Hands:
    """One person at random; `seed` decides all of it."""

    def __init__(self, window: MainWindow, seed: int) -> None:
        self.window = window
        self.random = Random(seed)
        self.doings: tuple[Callable[[], None], ...] = (
            *(self.click, self.click, self.press, self.press),
            *(self.drag, self.double_click, self.type, self.act, self.fill, self.turn, self.ask, self.anywhere),
        )

    def do(self) -> None:
        self.random.choice(self.doings)()

    def place(self) -> QPoint:
        size = self.window.canvas.viewport().size()
        return QPoint(self.random.randrange(size.width()), self.random.randrange(size.height()))

    def focused(self) -> QWidget:
        return QApplication.focusWidget() or self.window.canvas

    def click(self) -> None:
        hands.click(self.window.canvas.viewport(), self.place(), self.random.choice(HELD))

    def double_click(self) -> None:
        hands.double_click(self.window.canvas.viewport(), self.place())

    def drag(self) -> None:
        viewport, start, end, keys = (
            self.window.canvas.viewport(),
            self.place(),
            self.place(),
            self.random.choice(HELD),
        )
        if self.random.random() < 0.8:
            hands.drag(viewport, (start, end), keys)
            return
        hands.press(viewport, start, keys)
        hands.move(viewport, end, keys)
        hands.tap(self.focused(), "Escape")
        hands.release(viewport, end, keys)

    def press(self) -> None:
        hands.tap(self.focused(), self.random.choice(KEYS))

    def type(self) -> None:
        self.write(self.random.choice(TEXTS))
        hands.tap(self.focused(), self.random.choice(("Return", "Escape", "Shift+Return")))

    def write(self, text: str) -> None:
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(self.focused(), event)

    def act(self) -> None:
        actions = {name: each for name, each in self.window.actions_of.by_id.items() if name not in ELSEWHERE}
        actions[self.random.choice(sorted(actions))].trigger()

    def ask(self) -> None:
        hands.ask_menu(self.window.canvas.viewport(), self.place())

    def anywhere(self) -> None:
        """Click or drag on any part of the window, and perhaps type there."""
        seen = [each for each in self.window.findChildren(QWidget) if each.isVisible() and not each.isWindow()]
        part = self.random.choice([each for each in seen if each.width() > 4 and each.height() > 4])
        start, end = (QPoint(self.random.randrange(part.width()), self.random.randrange(part.height())) for _ in "ab")
        way = self.random.randrange(4)
        if way == 0:
            hands.double_click(part, start)
        elif way == 1:
            hands.drag(part, (start, end))
        else:
            hands.click(part, start)
        if self.random.random() < 0.5:
            self.type()

    def turn(self) -> None:
        """Do something with a tab: turn to its map, drag it, rename it, remove it."""
        pills = [each for each in self.window.head.tabs.pills if each.isVisible()]
        if not pills:
            return
        pill, other = self.random.choice(pills), self.random.choice(pills)
        way = self.random.randrange(6)
        if way == 0:
            hands.drag(pill, (QPoint(9, 9), pill.mapFromGlobal(other.mapToGlobal(other.rect().center()))))
        elif way == 1:
            hands.double_click(pill, QPoint(9, 9))
            self.write(self.random.choice(TEXTS))
            hands.tap(self.focused(), self.random.choice(("Return", "Escape", "Tab")))
        elif way == 2:
            pill.setFocus()
            hands.tap(self.focused(), self.random.choice(("Left", "Right", "Home", "End", "Delete")))
        else:
            hands.click(pill, QPoint(9, 9))

    def fill(self) -> None:
        seen = [each for each in self.window.inspector.findChildren(QWidget) if each.isVisible() and each.width() > 4]
        if seen:
            target = self.random.choice(seen)
            hands.click(target, target.rect().center())
            self.write(self.random.choice(("7", "abc", "2026-01-01", "-1", "🙂")))
            hands.tap(self.focused(), self.random.choice(("Return", "Tab", "Escape")))


def close_what_opened() -> None:
    """Close dialogs and menus that a click opened: nobody waits for an answer."""
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, QDialog):
        dialog.reject()
    elif popup := QApplication.activePopupWidget():
        popup.close()


@pytest.mark.parametrize(
    ("template", "seed"), [("sample", 1), ("sample", 5), ("empty", 2), ("service-blueprint", 3), ("self-serve", 1)]
)
def test_hands_that_do_anything_break_nothing(desk: Desk, qtbot: QtBot, template: str, seed: int):
    window = desk.sample() if template == "sample" else desk.new(template)
    window.resize(*((1280, 720) if template == "self-serve" else (1600, 960)))
    closing = QTimer()
    closing.timeout.connect(close_what_opened)
    closing.start(20)
    document = window.workspace.document
    first = dumps(document.records)
    person = Hands(window, seed)
    for _ in range(300):
        person.do()
        QApplication.processEvents()  # no hand is quicker than the program's answer to the key before
    window.canvas.cancel()
    document.end_preview()
    closing.stop()
    last = dumps(document.records)
    assert loads(last) == dict(document.records)
    position = window.workspace.history.position
    window.workspace.history.go_to(0)
    assert dumps(document.records) == first
    window.workspace.history.go_to(position)
    assert dumps(document.records) == last
