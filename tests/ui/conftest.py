"""A window as a person opens it, with folders of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from journey_editor.ui.app import application
from journey_editor.ui.desk import Desk
from journey_editor.ui.window import MainWindow

Do = Callable[[QDialog], None]


@pytest.fixture
def own_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Settings and state in a folder that only this test sees."""
    for name in ("CONFIG", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    return tmp_path


@pytest.fixture
def desk(qapp: QApplication, own_folders: Path) -> Iterator[Desk]:
    """All windows; those still open are closed at the end."""
    found = Desk(application())
    yield found
    for window in tuple(found.windows):
        window.close_surely()
    QApplication.clipboard().clear()  # without a screen what lies there outlives Python, and falls over it at the end


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> MainWindow:
    """The sample map in its window, ready to be worked in."""
    found = desk.sample()
    found.resize(1600, 960)
    with qtbot.waitActive(found):  # a window manager takes its time
        found.activateWindow()
    found.canvas.setFocus()
    return found


@pytest.fixture
def in_dialog(qapp: QApplication) -> Iterator[Callable[[Do], list[str]]]:
    """Does something with the next dialog that opens; returns a list that its class is written into."""
    timers: list[QTimer] = []

    def prepare(do: Do) -> list[str]:
        seen: list[str] = []
        timer = QTimer()
        timer.setInterval(20)

        def look() -> None:
            found = QApplication.activeModalWidget()
            if isinstance(found, QDialog):
                timer.stop()
                seen.append(type(found).__name__)
                try:
                    do(found)
                except BaseException:
                    found.reject()
                    raise

        timer.timeout.connect(look)
        timer.start()
        timers.append(timer)
        return seen

    yield prepare
    for timer in timers:
        timer.stop()
