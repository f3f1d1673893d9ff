"""What a window brings for looking at a part of a map: what is shown only, and the links that are opened."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from journey_editor.ui.links import Links
from journey_editor.ui.panels.showing import ShowingBar
from journey_editor.ui.workspace import Workspace


class Looking(QObject):
    """All of it floats over the map; `changed` tells that something was opened or closed."""

    changed = Signal()

    def __init__(self, workspace: Workspace, canvas: QWidget) -> None:
        super().__init__(canvas)
        self.links = Links(workspace, canvas)
        self.showing = ShowingBar(workspace, canvas)
        self.showing.opened.connect(self.changed)
        self.showing.closed.connect(self.changed)
        workspace.viewed.connect(self.changed)

    def doings(self) -> dict[str, Callable[[], object]]:
        """Return what a window can do with it."""
        return {**self.showing.doings(), **self.links.doings()}

    def shown(self) -> dict[str, Callable[[], bool]]:
        """Return what of it is on."""
        return self.showing.shown()
