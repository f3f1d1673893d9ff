"""Plays a session that is written down: each line is a verb, then what it is done with, by true keys and mouse.

What a person does:
    enter WORDS         types them where the keyboard is, and Enter
    add WORDS           types them, and Shift+Enter
    type WORDS          types them
    press KEYS          presses them one after the other, "Ctrl+A Delete"
    copy … end          another program puts the lines between on the clipboard
    click NAME          clicks a card, or the head of a stage
    drag CARD | STAGE   drags it to the end of a stage; with "| after CARD" at the end right behind that card
    feel CARD | VALENCE drags its point of the curve
    stage NAME | NAME   drags a stage's head before another; "refused" does the same where it must not help
    lane NAME | NAME    drags a lane's label above another

What must be seen then:
    see card CARD | STAGE | LANE | VALENCE, see before CARD | CARD, see gone CARD
    see stages NAMES, see lanes NAMES, see tray COUNT, see transitions COUNT, see votes CARD | COUNT
    keyboard tray, keyboard line
    shot NAME           a telling moment: the film keeps a picture
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journey_editor.core.records import Touchpoint, Transition
from journey_editor.ui.window import MainWindow
from tests import hands
from tests.robot import Robot

SCRIPT = Path(__file__).with_name("session.txt")
Shoot = Callable[[str, MainWindow], object]


def steps(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield the number of a line, its verb, and what it is done with; the lines that are copied as one."""
    lines = iter(enumerate(text.splitlines(), start=1))
    for number, line in lines:
        verb, _blank, rest = line.partition(" ")
        if verb == "copy":
            copied: list[str] = []
            for _number, following in lines:
                if following == "end":
                    break
                copied.append(following)
            yield number, verb, "\n".join(copied) + "\n"
        elif line and not line.startswith("//"):
            yield number, verb, rest


class Session:
    """One session in one window. `shoot` is called at telling moments."""

    def __init__(self, window: MainWindow, shoot: Shoot = lambda _name, _window: None) -> None:
        self.window, self.robot = window, Robot(window)
        self._shoot = shoot
        self.captured = 0

    def play(self, text: str) -> None:
        """Do all that is written; what fails says in which line."""
        for number, verb, rest in steps(text):
            try:
                getattr(self, f"_{verb}")(rest)
            except Exception as error:
                error.add_note(f"in line {number}: {verb} {rest}")
                raise
            QApplication.processEvents()

    # what a person does

    def _enter(self, words: str) -> None:
        self._type(words)
        self._press("Return")
        self.captured += 1

    def _add(self, words: str) -> None:
        self._type(words)
        self._press("Shift+Return")
        self.captured += 1

    def _type(self, words: str) -> None:
        for letter in words:
            if letter.isascii():
                QTest.keyClicks(self.robot.focused, letter)
                continue
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(self.robot.focused, QKeyEvent(kind, 0, hands.NO_KEYS, letter))

    def _press(self, keys: str) -> None:
        for each in keys.split():
            self.robot.press(each)

    def _copy(self, lines: str) -> None:
        QGuiApplication.clipboard().setText(lines)

    def _click(self, name: str) -> None:
        self.robot.click(name)

    def _drag(self, rest: str) -> None:
        card, *goals = rest.split(" | ")
        after = next((each.removeprefix("after ") for each in goals if each.startswith("after ")), None)
        stage = next((each for each in goals if not each.startswith("after ")), None)
        self.robot.drag_card(card, stage=stage, after=after)

    def _feel(self, rest: str) -> None:
        card, valence = rest.split(" | ")
        self.robot.click(card)
        self.robot.drag_feeling(card, float(valence))

    def _stage(self, rest: str) -> None:
        self.robot.drag_stage(*rest.split(" | "))

    def _refused(self, rest: str) -> None:
        before = self.robot.stages()
        self._stage(rest)
        assert self.robot.stages() == before, self.robot.stages()

    def _lane(self, rest: str) -> None:
        self.robot.drag_lane(*rest.split(" | "))

    # what must be seen

    def _see(self, rest: str) -> None:
        what, _blank, words = rest.partition(" ")
        parts = words.split(" | ")
        robot = self.robot
        match what:
            case "card":
                stage, lane, feels = [*parts[1:], None, None, None][:3]
                robot.expect_card(parts[0], stage, lane, float(feels) if feels else None)
            case "before":
                first, second = (_place(robot.titles(), each) for each in parts)
                assert first < second, robot.titles()
            case "gone":
                robot.expect_no_card(words)
            case "stages":
                assert robot.stages() == words.split(", "), robot.stages()
            case "lanes":
                assert robot.lanes() == words.split(", "), robot.lanes()
            case "tray":
                waiting = [each.title for each in self._all(Touchpoint) if each.stage is None]
                assert len(waiting) == int(words), waiting
            case "transitions":
                assert len(self._all(Transition)) == int(words)
            case "votes":
                found = [each.votes for each in self._all(Touchpoint) if each.title.startswith(parts[0])]
                assert found == [int(parts[1])], found
            case _:
                raise ValueError(what)

    def _keyboard(self, where: str) -> None:
        wanted: Any = {"tray": self.window.tray.view, "line": self.window.capture}[where]
        assert self.robot.focused is wanted, self.robot.focused

    def _shot(self, name: str) -> None:
        self._shoot(name, self.window)

    def _all(self, kind: type[Any]) -> list[Any]:
        return [each for each in self.robot.workspace.document.records.values() if isinstance(each, kind)]


def _place(titles: list[str], name: str) -> int:
    return next(place for place, title in enumerate(titles) if title.startswith(name))
