"""Windows of the program's templates, ready to be worked in."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from journey_editor.ui.desk import Desk
from journey_editor.ui.window import MainWindow

Opened = Callable[[str], MainWindow]


@pytest.fixture
def opened(desk: Desk, qtbot: QtBot) -> Opened:
    """Opens a new file of a template."""

    def open_template(key: str) -> MainWindow:
        window = desk.new(key)
        window.resize(1600, 960)
        with qtbot.waitActive(window):  # a window manager takes its time
            window.activateWindow()
        return window

    return open_template
