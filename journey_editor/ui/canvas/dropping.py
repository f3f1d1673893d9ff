"""Things dragged from palette, tray or library over the canvas: shown where they land, and put down there."""

from typing import cast, get_args

from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

from journey_editor.core.records import Touchpoint
from journey_editor.ui.canvas.hand import Hand, Surface
from journey_editor.ui.canvas.tools.arriving import Arrive
from journey_editor.ui.canvas.tools.giving import Give
from journey_editor.ui.canvas.tools.placing import Place
from journey_editor.ui.workspace import LIBRARY_MIME, TOOL_MIME, TRAY_MIME, Tool, Workspace


class Dropping:
    """Runs the gesture for a drag that Qt leads."""

    def __init__(self, canvas: Surface, hand: Hand) -> None:
        self._canvas = canvas
        self._hand = hand
        self._place: Place | Arrive | Give | None = None

    def enter(self, event: QDragEnterEvent) -> None:
        """Take a drag that carries a tool, cards of the tray or what is shared; the window has the others."""
        workspace = self._canvas.workspace
        tool, cards = _tool_of(event), _cards_of(event, workspace)
        shared = _carried(event, workspace, LIBRARY_MIME)
        if tool is None and not cards and not shared:
            event.ignore()
            return
        given = Give(self._canvas, shared) if shared else Arrive(self._canvas, cards)
        self._place = Place(self._canvas, tool) if tool else given
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
    records = workspace.document.records
    return tuple(each for each in _carried(event, workspace, TRAY_MIME) if isinstance(records[each], Touchpoint))


def _carried(event: QDropEvent, workspace: Workspace, kind: str) -> tuple[str, ...]:
    """Return the records that a drag of a kind from the same window carries."""
    data = event.mimeData()
    if not data.hasFormat(kind):
        return ()
    window, *ids = bytes(data.data(kind).data()).decode("utf-8", "replace").split("\n")
    return tuple(each for each in ids if each in workspace.document.records) if window == str(id(workspace)) else ()
