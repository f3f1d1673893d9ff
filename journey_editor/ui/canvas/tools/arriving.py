"""Cards of the tray dragged onto the map: they land where cards of the map would."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from journey_editor.assets import _
from journey_editor.core.edits.touchpoints import move_touchpoints
from journey_editor.core.records import Touchpoint
from journey_editor.layout.hit import Landing, landing_at
from journey_editor.ui.canvas.tools.gesture import Canvas, Gesture
from journey_editor.ui.canvas.tools.ghost import paint_landing


class Arrive(Gesture):
    """Shows where cards land that Qt carries, and places them there."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, canvas: Canvas, ids: Sequence[str]) -> None:
        super().__init__(canvas)
        self._ids = tuple(ids)
        self._landing: Landing | None = None

    def move(self, place: QPointF, keys: Qt.KeyboardModifier) -> None:
        self._landing = landing_at(self.canvas.picture, place.x(), place.y(), frozenset(self._ids))
        self.canvas.guide(self._paint if self._landing is not None else None)

    @property
    def lands(self) -> bool:
        """Whether they may be put down where the pointer is."""
        return self._landing is not None

    def finish(self, place: QPointF, keys: Qt.KeyboardModifier) -> None:
        self.move(place, keys)
        landing = self._landing
        self.cancel()
        workspace = self.canvas.workspace
        records = workspace.document.records
        ids = [each for each in self._ids if isinstance(records.get(each), Touchpoint)]
        if landing is None or not ids:
            return
        with workspace.document.transaction(_("File card") if len(ids) == 1 else _("File cards")):
            move_touchpoints(workspace.document, ids, landing.slot, landing.lane)
        workspace.session.select(ids)
        self.canvas.ensure_visible(ids[-1])

    def _paint(self, painter: QPainter, scale: float) -> None:
        if self._landing is not None:
            paint_landing(painter, self._landing.mark, self.canvas.look.accent, scale)
