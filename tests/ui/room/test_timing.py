"""The popup of the timer: minutes typed or pressed begin it, later it is paused, prolonged or stopped."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from journey_editor.ui.room.timing import TimerPopup
from journey_editor.ui.timer import Timer


@pytest.fixture
def timer() -> Timer:
    return Timer(lambda: 0.0)


@pytest.fixture
def ask(qtbot: QtBot, timer: Timer) -> Iterator[Callable[[], TimerPopup]]:
    """Opens the popup over a window."""
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(600, 400)
    host.show()
    opened: list[TimerPopup] = []

    def begin() -> TimerPopup:
        popup = TimerPopup(timer, host)
        popup.show_at(host.mapToGlobal(QPoint(600, 40)))
        opened.append(popup)
        return popup

    yield begin
    timer.stop()


def button(popup: TimerPopup, words: str) -> QPushButton:
    return next(each for each in popup.findChildren(QPushButton) if each.text() == words)


def words(popup: TimerPopup) -> list[str]:
    return [each.text() for each in popup.findChildren(QPushButton)]


@pytest.mark.parametrize(("typed", "left"), [("7", "7:00"), ("1:30", "1:30"), ("2,5", "2:30")])
def test_typed_minutes_and_enter_begin_it(
    ask: Callable[[], TimerPopup], timer: Timer, qtbot: QtBot, typed: str, left: str
):
    popup = ask()
    assert popup.field.hasFocus()
    qtbot.keyClicks(popup.field, typed)
    qtbot.keyClick(popup.field, Qt.Key.Key_Return)
    assert (timer.phase, timer.words) == ("running", left)


def test_what_is_no_time_is_marked_and_stays(ask: Callable[[], TimerPopup], timer: Timer, qtbot: QtBot):
    popup = ask()
    qtbot.keyClicks(popup.field, "soon")
    qtbot.keyClick(popup.field, Qt.Key.Key_Return)
    assert (timer.phase, popup.isVisible(), popup.field.property("bad")) == ("off", True, True)
    qtbot.keyClicks(popup.field, "5")
    assert popup.field.text() == "5"
    assert popup.field.property("bad") is False


def test_usual_minutes_are_pressed(ask: Callable[[], TimerPopup], timer: Timer, qtbot: QtBot):
    popup = ask()
    assert words(popup) == ["Start", "3", "5", "10", "15", "20"]
    qtbot.mouseClick(button(popup, "10"), Qt.MouseButton.LeftButton)
    assert (timer.phase, timer.words) == ("running", "10:00")


def test_while_it_runs_it_is_paused_prolonged_and_stopped(ask: Callable[[], TimerPopup], timer: Timer, qtbot: QtBot):
    timer.start(60)
    steps = [("Pause", "paused", "1:00"), ("+1 minute", "paused", "2:00")]
    steps += [("Go on", "running", "2:00"), ("Stop", "off", "0:00")]
    for press, phase, left in steps:
        qtbot.mouseClick(button(ask(), press), Qt.MouseButton.LeftButton)
        assert (timer.phase, timer.words) == (phase, left)


def test_esc_changes_nothing(ask: Callable[[], TimerPopup], timer: Timer, qtbot: QtBot):
    timer.start(60)
    popup = ask()
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    assert (timer.phase, timer.words) == ("running", "1:00")
