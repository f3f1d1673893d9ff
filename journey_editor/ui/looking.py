"""What a window brings for looking at a part of a map: what is shown only, its opportunities, links that are opened."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from journey_editor.ui.links import Links
from journey_editor.ui.panels.opportunities import OpportunityList
from journey_editor.ui.panels.showing.bar import ShowingBar
from journey_editor.ui.workspace import Workspace


class Looking(QObject):
    """All of it floats over the map; `changed` tells that something was opened or closed, `go` shows a record."""

    changed = Signal()

    def __init__(self, workspace: Workspace, canvas: QWidget, go: Callable[[str], object]) -> None:
        super().__init__(canvas)
        self._workspace, self._canvas, self._go = workspace, canvas, go
        self._list: OpportunityList | None = None
        self.links = Links(workspace, canvas)
        self.showing = ShowingBar(workspace, canvas)
        self.showing.opened.connect(self.changed)
        self.showing.closed.connect(self.changed)
        workspace.dimmed.connect(self.changed)

    @property
    def opportunities(self) -> OpportunityList:
        """The list of opportunities, made when it is first asked for."""
        if self._list is None:
            self._list = OpportunityList(self._workspace, self._canvas, self._go)
            self._list.opened.connect(self.changed)
            self._list.closed.connect(self.changed)
        return self._list

    def doings(self) -> dict[str, Callable[[], object]]:
        """Return what a window can do with it."""
        return {
            **self.showing.doings(),
            **self.links.doings(),
            "opportunities": lambda: self.opportunities.toggle(),
        }

    def shown(self) -> dict[str, Callable[[], bool]]:
        """Return what of it is on."""
        return {**self.showing.shown(), "opportunities": lambda: self._list is not None and self._list.is_open}
