"""The timer in the head: there while there is a time, as wide at 9:59 as at 10:00."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from journey_editor.ui.panels.clock import Clock
from journey_editor.ui.timer import Timer
from journey_editor.ui.workspace import Workspace
from tests.building import records


def test_it_is_there_only_while_there_is_a_time(qtbot: QtBot):
    timer, host = Timer(), QWidget()
    qtbot.addWidget(host)
    clock = Clock(Workspace(records()))
    clock.setParent(host)
    clock.follow(timer)
    assert clock.isHidden()
    timer.start(600)
    assert not clock.isHidden()
    width = clock.sizeHint().width()
    timer.start(30)
    assert clock.sizeHint().width() == width
    assert clock.accessibleName() == "Timer: 0:30 left"
    timer.stop()
    assert clock.isHidden()


def test_it_looks_otherwise_as_time_goes_by_rests_and_ends(qtbot: QtBot):
    timer = Timer(lambda: now)
    now = 0.0
    clock = Clock(Workspace(records()))
    qtbot.addWidget(clock)
    clock.follow(timer)
    seen: list[bytes] = []
    timer.start(600)
    for later in (0.0, 300.0):
        now = later
        seen.append(pixels(clock))
    timer.pause()
    seen.append(pixels(clock))
    timer.pause()
    now = 2000.0
    seen.append(pixels(clock))
    assert len(set(seen)) == 4


def pixels(widget: QWidget) -> bytes:
    widget.resize(widget.sizeHint())
    return bytes(widget.grab().toImage().constBits())
