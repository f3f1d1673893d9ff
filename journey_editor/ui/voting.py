"""What a window brings for a room that decides: the vote strip and the parking lot."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from journey_editor.ui.panels.parking import ParkingLot
from journey_editor.ui.panels.votestrip import VoteStrip
from journey_editor.ui.workspace import Workspace


class Voting(QObject):
    """Both float over the map; `changed` tells that one was opened or closed."""

    changed = Signal()

    def __init__(self, workspace: Workspace, canvas: QWidget, line: QLineEdit) -> None:
        super().__init__(canvas)
        self._line = line
        self.strip = VoteStrip(workspace, canvas)
        self.parking = ParkingLot(workspace, canvas)
        for each in (self.strip, self.parking):
            each.opened.connect(self.changed)
            each.closed.connect(self.changed)

    def doings(self) -> dict[str, Callable[[], object]]:
        """Return what a window can do with them."""
        return {**self.strip.doings(), **self.parking.doings(), "park_words": self._park}

    def shown(self) -> dict[str, Callable[[], bool]]:
        """Return which of them are on."""
        return {**self.strip.shown(), **self.parking.shown()}

    def _park(self) -> None:
        """Park the words of the capture line; without any the parking lot opens for them."""
        if self._line.text().strip():
            if self.parking.park(self._line.text()):
                self._line.setText("")
        else:
            self.parking.open()
