"""A capture line over a map that is no more than a plain widget, for tests of what is shown beside it."""

from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from journey_editor.ui.panels.capture import CaptureLine
from journey_editor.ui.panels.capture_strip import CaptureView
from journey_editor.ui.workspace import Workspace


class Map:
    """A map that takes every key that comes to it."""

    def handle_key(self, event: QKeyEvent) -> bool:
        return True

    def ensure_visible(self, record: str) -> None:
        self.shown = record

    def ask_menu(self) -> None:
        self.asked = True


@dataclass(frozen=True)
class Shown:
    """A window with a line over a map, and what is shown of the line over the map."""

    window: QWidget
    line: CaptureLine
    area: QWidget
    view: CaptureView


def shown_line(workspace: Workspace, qtbot: QtBot, at_bottom: bool = False) -> Shown:
    """Show a line above its map, or lying over the map's lower edge as in the room view."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 700)
    area = QWidget(window)
    area.setGeometry(QRect(0, 0, 1000, 700) if at_bottom else QRect(0, 48, 1000, 652))
    line = CaptureLine(workspace, Map())
    line.setParent(window)
    line.setGeometry(300, 640 if at_bottom else 8, 400, 32)
    view = CaptureView(line, workspace, area)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    line.setFocus()
    return Shown(window, line, area, view)
