"""Things dragged from the palette or the tray over the canvas: shown where they land, and put down there."""

from typing import cast, get_args

from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

from journey_editor.core.records import Touchpoint
from journey_editor.ui.canvas.hand import Hand, Surface
from journey_editor.ui.canvas.tools.arriving import Arrive
from journey_editor.ui.canvas.tools.placing import Place
from journey_editor.ui.workspace import TOOL_MIME, TRAY_MIME, Tool, Workspace


class Dropping:
    """Runs the gesture for a drag that Qt leads."""

    def __init__(self, canvas: Surface, hand: Hand) -> None:
        self._canvas = canvas
        self._hand = hand
        self._place: Place | Arrive | None = None

    def enter(self, event: QDragEnterEvent) -> None:
        """Take a drag that carries a tool or cards of the tray; the window has the others."""
        tool, cards = _tool_of(event), _cards_of(event, self._canvas.workspace)
        if tool is None and not cards:
            event.ignore()
            return
        self._place = Place(self._canvas, tool) if tool else Arrive(self._canvas, cards)
        self._hand.start(self._place)
        self.move(event)
        event.acceptProposedAction()

    def move(self, event: QDragMoveEvent) -> None:
        """Show where it lands, and refuse where it cannot."""
        if self._place is None:
            event.ignore()
            return
        self._place.move(self._canvas.on_map(event.position()), event.modifiers())
        if self._place.lands:
            event.acceptProposedAction()
        else:
            event.ignore()

    def leave(self) -> None:
        """Forget it."""
        self._place = None
        self._hand.cancel()

    def drop(self, event: QDropEvent) -> None:
        """Put it down."""
        place = self._place
        self.leave()
        if place is None:
            event.ignore()
            return
        place.finish(self._canvas.on_map(event.position()), event.modifiers())
        event.acceptProposedAction()


def _tool_of(event: QDropEvent) -> Tool | None:
    """Return the tool that a drag carries, None where it is something else."""
    data = event.mimeData()
    if not data.hasFormat(TOOL_MIME):
        return None
    name = bytes(data.data(TOOL_MIME).data()).decode("utf-8", "replace")
    return cast(Tool, name) if name in get_args(Tool) and name != "select" else None


def _cards_of(event: QDropEvent, workspace: Workspace) -> tuple[str, ...]:
    """Return the cards that a drag from the tray of the same window carries."""
    data = event.mimeData()
    if not data.hasFormat(TRAY_MIME):
        return ()
    window, *ids = bytes(data.data(TRAY_MIME).data()).decode("utf-8", "replace").split("\n")
    if window != str(id(workspace)):
        return ()
    records = workspace.document.records
    return tuple(each for each in ids if isinstance(records.get(each), Touchpoint))
