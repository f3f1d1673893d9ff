"""Owners, personas and evidence dragged from the library onto the map: given to what lies under the pointer."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from journey_editor.assets import _
from journey_editor.core.edits.library import attach_evidence, can_be_backed, use_persona
from journey_editor.core.edits.owners import can_be_owned, give_to_owner
from journey_editor.core.records import Evidence, Owner, Persona, Record
from journey_editor.core.titles import called
from journey_editor.layout.hit import element_at
from journey_editor.layout.primitives import Element, Rect
from journey_editor.ui.canvas.tools.gesture import Canvas, Gesture
from journey_editor.ui.canvas.tools.ghost import paint_landing

_AROUND = 3.0


class Give(Gesture):
    """Marks what would get it: evidence and owners a record, a persona the whole map."""

    cursor = Qt.CursorShape.DragCopyCursor

    def __init__(self, canvas: Canvas, ids: Sequence[str]) -> None:
        super().__init__(canvas)
        self._ids = tuple(ids)
        self._target: Element | None = None
        self._is_for_map = False

    def move(self, place: QPointF, keys: Qt.KeyboardModifier) -> None:
        given = self._given()
        self._target = _target_at(self.canvas, given, place)
        self._is_for_map = bool(given) and isinstance(given[0], Persona)
        self.canvas.guide(self._paint if self.lands else None)

    @property
    def lands(self) -> bool:
        """Whether it may be let go where the pointer is."""
        return self._target is not None or self._is_for_map

    def finish(self, place: QPointF, keys: Qt.KeyboardModifier) -> None:
        self.move(place, keys)
        target, given = self._target, self._given()
        self.cancel()
        workspace = self.canvas.workspace
        if given and isinstance(given[0], Persona):
            use_persona(workspace.document, workspace.map_id, given[0].id)
        elif given and target is not None:
            if isinstance(given[0], Owner):
                give_to_owner(workspace.document, given[0].id, (target.record,))
            elif not attach_evidence(workspace.document, [each.id for each in given], (target.record,)):
                name = called(workspace.document.records[target.record], 40)
                workspace.noticed.emit(_("“{name}” rests on it already.").format(name=name))

    def _given(self) -> list[Record]:
        """Return what is in the hand and still there: several pieces of evidence, or one of the others."""
        records = self.canvas.workspace.document.records
        found = [records[each] for each in self._ids if each in records]
        return [each for each in found if type(each) is type(found[0])]

    def _paint(self, painter: QPainter, scale: float) -> None:
        if self._target is not None:
            x, y, width, height = self._target.rect
            mark = Rect(x - _AROUND, y - _AROUND, width + 2 * _AROUND, height + 2 * _AROUND)
        else:
            picture = self.canvas.picture
            mark = Rect(8.0, 8.0, picture.width - 16.0, picture.height - 16.0)
        paint_landing(painter, mark, self.canvas.look.accent, scale)


def _target_at(canvas: Canvas, given: Sequence[Record], place: QPointF) -> Element | None:
    """Return the element at a place whose record can have what is in the hand."""
    element = element_at(canvas.picture, place.x(), place.y())
    if element is None or not given:
        return None
    record = canvas.workspace.document.records.get(element.record)
    takes = isinstance(given[0], Evidence) and can_be_backed(record)
    takes = takes or (isinstance(given[0], Owner) and can_be_owned(record))
    return element if takes else None
