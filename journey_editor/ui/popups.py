"""Popups with a list in them: where they stand on the screen, how high they are, and when the list is filled anew."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QWidget

from journey_editor.core.document import Event

_LEAST_ROW = 24  # pixels
_AGAIN = 50  # milliseconds


def stand_at(popup: QWidget, place: QPoint, over: int = 0) -> None:
    """Move a popup to a place of the screen, further to the left and up where it would reach beyond an edge.

    What lies `over` pixels above the place, such as the button that asked, is not hidden: it then stands above that.
    """
    screen = QGuiApplication.screenAt(place) or popup.screen()
    room = screen.availableGeometry()
    left, low = room.right() - popup.width(), room.bottom() - popup.height()
    y = place.y() if place.y() <= low else place.y() - over - popup.height() if over else low
    popup.move(max(room.left(), min(place.x(), left)), max(room.top(), y))


def fit_rows(popup: QWidget, rows: QListWidget, highest: int) -> None:
    """Let a popup be as high as the rows of its list need, up to `highest` pixels and the screen."""
    popup.ensurePolished()
    wanted = max(_LEAST_ROW, rows.sizeHintForRow(0)) * rows.count() + 2 * rows.frameWidth() + 8
    around = popup.sizeHint().height() - rows.sizeHint().height()
    popup.setFixedHeight(min(highest, around + wanted, popup.screen().availableGeometry().height()))


class Refill(QObject):
    """Fills a list anew with what changes, but not while a field in it is edited or what was typed there is taken."""

    def __init__(self, rows: QAbstractItemView, fill: Callable[[], object]) -> None:
        super().__init__(rows)
        self._rows, self._fill = rows, fill
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._again)

    def soon(self) -> None:
        """Fill it once what runs now is done."""
        self._later.start(0)

    def hear(self, event: Event) -> None:
        """Follow an edit."""
        if event.origin == "preview" or self._later.isActive():
            return
        if self._is_edited():
            self.soon()
        else:
            self._fill()

    def _again(self) -> None:
        if self._is_edited():
            self._later.start(_AGAIN)
        else:
            self._fill()

    def _is_edited(self) -> bool:
        return self._rows.state() == QAbstractItemView.State.EditingState
