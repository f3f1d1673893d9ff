"""Dragging in the rows below the lanes: texts to other cells, rows, cards and stages; a row's name up and down."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from journey_editor.assets import _
from journey_editor.core.edits.rows import stage_of
from journey_editor.core.records import Attached, Note, Stage, Touchpoint
from journey_editor.core.rows import METRIC, OPPORTUNITY, row_kind
from journey_editor.layout.hit import element_at
from journey_editor.layout.primitives import Element, Rect
from journey_editor.layout.rowhit import CellPlace, cell_at, name_at, texts_in
from journey_editor.ui.canvas.cells import Cells, put_text
from journey_editor.ui.canvas.tools.gesture import Canvas, Gesture, copies
from journey_editor.ui.canvas.tools.ghost import paint_ghost, paint_landing, paint_plus
from journey_editor.ui.canvas.tools.ordering import edge_at, index_at

_BAR = 3.0
_LIFT = 6.0
_AROUND = 3.0
_PAD = 8.0  # around words that are in the hand


class Goal(NamedTuple):
    """Where a text lands: on a record, in a row, before another text there, and the place to mark."""

    on: str
    kind: str
    before: str | None
    mark: Rect


class TextDrag(Gesture):
    """Moves texts of a row: to another stage, into another row, onto a card, within their cell."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, canvas: Canvas, held: str, ids: Sequence[str], start: QPointF) -> None:
        super().__init__(canvas)
        self._held, self._ids, self._start = held, tuple(ids), start
        self._shift = QPointF()
        self._goal: Goal | None = None
        self._copying = False
        found = (canvas.element_of(each) for each in ids)
        self._texts = tuple(element for element in found if element is not None and element.role == "note")

    def move(self, place: QPointF, keys: Qt.KeyboardModifier) -> None:
        self._shift, self._copying = place - self._start, copies(keys)
        self._goal = self._goal_at(place)
        self.canvas.guide(self._paint)

    def finish(self, place: QPointF, keys: Qt.KeyboardModifier) -> None:
        self.move(place, keys)
        goal, document = self._goal, self.canvas.workspace.document
        self.cancel()
        if goal is None:
            return
        put_texts(self.canvas, [each for each in self._ids if each in document.records], goal, copies(keys))

    def _goal_at(self, at: QPointF) -> Goal | None:
        document = self.canvas.workspace.document
        held = document.records.get(self._held)
        if not isinstance(held, Attached):
            return None
        place = cell_at(self.canvas.picture.grid, at.x(), at.y())
        if place is not None:
            return self._in_cell(held, place, at) if place.stage and self._suits(held, place.kind) else None
        element = element_at(self.canvas.picture, at.x(), at.y())
        record = document.records.get(element.record) if element is not None else None
        if element is None or not isinstance(record, Touchpoint | Stage) or record.id == held.on:
            return None
        rect = element.rect
        mark = Rect(rect.x - _AROUND, rect.y - _AROUND, rect.width + 2 * _AROUND, rect.height + 2 * _AROUND)
        return Goal(record.id, row_kind(held), None, mark)

    def _in_cell(self, held: Attached, place: CellPlace, at: QPointF) -> Goal | None:
        """Return where a text lands in a cell: in its own one among its like, in another at its end."""
        document = self.canvas.workspace.document
        stays = stage_of(document, held.on) == place.stage
        cell = name_at(self.canvas.picture, place)
        if cell is None:
            return None
        if not stays or row_kind(held) != place.kind:
            return Goal(held.on if stays else place.stage, place.kind, None, cell.rect)
        texts = [each for each in texts_in(self.canvas.picture, place) if each.role == "note"]
        alike = [each for each in texts if self._is_on(each, held.on)]
        after = [each for each in alike if at.y() < each.rect.y + each.rect.height / 2]
        here = next((index for index, each in enumerate(alike) if each.record == held.id), len(alike))
        index = len(alike) - len(after)
        if index in (here, here + 1) or not alike:
            return None
        y = after[0].rect.y - 2.0 if after else alike[-1].rect.bottom + 2.0
        return Goal(
            held.on, place.kind, after[0].record if after else "", Rect(cell.rect.x, y - 1.5, cell.rect.width, _BAR)
        )

    def _is_on(self, element: Element, on: str) -> bool:
        record = self.canvas.workspace.document.records.get(element.record)
        return isinstance(record, Attached) and record.on == on

    def _suits(self, held: Attached, kind: str) -> bool:
        """Whether texts may land in a row: what is parked is a note and stays one."""
        is_parked = isinstance(held, Note) and held.on == held.map
        return not is_parked or kind not in (OPPORTUNITY, METRIC)

    def _paint(self, painter: QPainter, scale: float) -> None:
        if self._goal is not None:
            paint_landing(painter, self._goal.mark, self.canvas.look.accent, scale)
        for element in self._texts:
            paint_ghost(painter, self.canvas, element, self._shift, pad=_PAD)
        if self._copying and self._texts:
            rect = self._texts[0].rect
            paint_plus(painter, QPointF(rect.right, rect.y) + self._shift, self.canvas.look.accent)


class RowDrag(Gesture):
    """Shows between which rows a row will stand."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, canvas: Canvas, cells: Cells, kind: str, start: QPointF) -> None:
        super().__init__(canvas)
        self._cells, self._kind, self._start = cells, kind, start
        self._shift = 0.0
        self._spans = [(span.kind, span.y, span.y + span.height) for span in canvas.picture.grid.rows]
        self._index = self._here = [each for each, _, _ in self._spans].index(kind)

    def move(self, place: QPointF, keys: Qt.KeyboardModifier) -> None:
        self._shift = place.y() - self._start.y()
        self._index = index_at(self._spans, self._kind, place.y())
        self.canvas.guide(self._paint)

    def finish(self, place: QPointF, keys: Qt.KeyboardModifier) -> None:
        self.move(place, keys)
        self.cancel()
        if self._index != self._here:
            self._cells.put_row(self._kind, self._index)

    def _paint(self, painter: QPainter, scale: float) -> None:
        element = name_at(self.canvas.picture, CellPlace(self._kind, ""))
        if element is None:
            return
        if self._index != self._here:
            y = edge_at(self._spans, self._here, self._index)
            right = self.canvas.picture.grid.stages[-1]
            bar = Rect(element.rect.x, y - _BAR / 2, right.x + right.width - element.rect.x, _BAR)
            paint_landing(painter, bar, self.canvas.look.accent, scale)
        paint_ghost(painter, self.canvas, element, QPointF(_LIFT, self._shift), pad=_PAD)


def put_texts(canvas: Canvas, ids: Sequence[str], goal: Goal, is_copy: bool) -> None:
    """Move texts, or copies of them, to where the one in the hand lands, in their order."""
    if len(ids) == 1:
        put_text(canvas, ids[0], goal.on, goal.kind, goal.before, is_copy)
        return
    with canvas.workspace.document.transaction(_("Copy texts") if is_copy else _("Move texts")):
        for each in ids:
            put_text(canvas, each, goal.on, goal.kind, goal.before, is_copy)
