"""The rows of texts under hands: the cell that hands are on where nothing is selected, and new texts in cells."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from journey_editor.assets import _
from journey_editor.core.edits.rows import add_text, add_texts, copy_text, loses, move_row, place_text, stage_of
from journey_editor.core.records import Attached, Touchpoint
from journey_editor.core.rows import METRIC, OPPORTUNITY, is_own, row_kind, row_name, rows_of
from journey_editor.core.titles import called, shortened
from journey_editor.core.words import kind_name, note_name
from journey_editor.layout.cells import cell_name
from journey_editor.layout.primitives import Element
from journey_editor.layout.rowhit import CellPlace, beside, cell_at, more_at, name_at, place_of, texts_in
from journey_editor.ui.canvas.editing import Editing, Field
from journey_editor.ui.canvas.scene import MapScene
from journey_editor.ui.canvas.texts import TextList
from journey_editor.ui.canvas.tools.gesture import Canvas
from journey_editor.ui.canvas.tools.placing import next_join
from journey_editor.ui.rowwords import drop_row


class Board(Canvas, Protocol):
    """What the cells need of the view beside what gestures know."""

    @property
    def gesture_runs(self) -> bool:
        """Whether a gesture is under way."""
        ...

    def reveal_beside(self, element: Element) -> None:
        """Scroll as little as shows an element."""
        ...

    def viewport(self) -> QWidget:
        """What is seen of the map."""
        ...

    def on_screen(self, x: float, y: float) -> QPoint:
        """The place of the screen that a place of the map lies at."""
        ...


MOST_PASTED = 500
"""How many lines are pasted into one cell at once."""

_ROW_KEYS = Qt.KeyboardModifier.AltModifier
"""What is held with the arrows that move a row; with other records selected these mean other things."""


@dataclass(frozen=True, slots=True)
class At:
    """Where hands are: on a cell, a row's name, or (`more`) on the count of texts that have no room.

    `holder` is the touchpoint that a new text belongs to, "" for the stage.
    """

    place: CellPlace
    more: bool = False
    holder: str = ""


class Cells(QObject):
    """The cells of one canvas. `at` is where hands are while no text is selected there, None elsewhere.

    `rows_asked` carries the row whose menu is asked for, and where on the screen; `changed` tells that hands came to
    another cell.
    """

    rows_asked = Signal(str, QPoint)
    changed = Signal()

    def __init__(self, canvas: Board, scene: MapScene, editing: Editing) -> None:
        super().__init__()
        self._canvas, self._scene, self._editing = canvas, scene, editing
        self.at: At | None = None

    @property
    def element(self) -> Element | None:
        """The element that hands are on, where that is no record."""
        if self.at is None:
            return None
        return (more_at if self.at.more else name_at)(self._canvas.picture, self.at.place)

    @property
    def kind(self) -> str:
        """The row that hands are on, by a cell or by a text that is selected; "" where they are on none."""
        if self.at is not None:
            return self.at.place.kind
        current = self._canvas.workspace.current
        kind = row_kind(current) if current is not None else ""
        return kind if any(span.kind == kind for span in self._canvas.picture.grid.rows) else ""

    def enter(self, place: CellPlace, more: bool = False, holder: str = "") -> None:
        """Put hands on a cell or a row's name. Nothing is selected there but the touchpoint that is spoken of."""
        session = self._canvas.workspace.session
        session.select((holder,) if holder else ())
        self.at = At(place, more, holder)
        self._show()

    def enter_element(self, element: Element) -> None:
        """Put hands on what an element of the rows shows."""
        place = place_of(self._canvas.picture, element)
        if place is not None:
            self.enter(place, more=element.record != cell_name(*place))

    def leave(self) -> None:
        """Hands are elsewhere."""
        was, self.at, self._scene.held = self.at, None, ""
        if was is not None:
            self.changed.emit()

    def words(self) -> str:
        """Return what becomes of what is typed now, where hands are on a cell; "" elsewhere."""
        at = self.at
        record = self._canvas.workspace.document.records.get(at.holder or at.place.stage) if at is not None else None
        if at is None or at.more or not at.place.stage or record is None:
            return ""
        return _("{kind} of {name} · just type").format(kind=self._sort(at.place.kind), name=called(record, 30))

    def keep(self) -> None:
        """Let go of a cell that the map shows no more."""
        if self.at is not None and self.element is None:
            self.leave()

    def _show(self) -> None:
        element = self.element
        self._scene.held = element.record if element is not None else ""
        self._scene.ring_selected()
        if element is not None:
            self._canvas.reveal_beside(element)
        self.changed.emit()

    def shown(self, record: str) -> Element | None:
        """Return what shows a text: itself, or the count of the texts that have no room in its cell."""
        element = self._canvas.element_of(record)
        place = self.place_of(record) if element is None else None
        return element if place is None else more_at(self._canvas.picture, place)

    def place_of(self, record: str) -> CellPlace | None:
        """Return the cell that a text stands in, where its row is shown."""
        document = self._canvas.workspace.document
        each = document.records.get(record)
        kind = row_kind(each) if each is not None else ""
        if not isinstance(each, Attached) or all(span.kind != kind for span in self._canvas.picture.grid.rows):
            return None
        stage = stage_of(document, each.on)
        return CellPlace(kind, stage) if stage else None

    # what hands do

    def press(self, at: QPointF) -> bool:
        """Put hands on what lies at a place and is no record; returns whether that is a cell or a row's name.

        Where a touchpoint of the cell's stage is selected, a new text there belongs to the touchpoint.
        """
        place = cell_at(self._canvas.picture.grid, at.x(), at.y())
        if place is None:
            return False
        current = self._canvas.workspace.current
        holder = current.id if isinstance(current, Touchpoint) and current.stage == place.stage else ""
        more = more_at(self._canvas.picture, place)
        counted = more is not None and more.rect.y <= at.y() < more.rect.bottom
        self.enter(place, counted, "" if counted else holder)
        return True

    def press_name(self, y: float) -> bool:
        """Put hands on the row whose name lies at a height; returns whether there is one."""
        row = next((span for span in self._canvas.picture.grid.rows if span.y <= y < span.y + span.height), None)
        if row is not None:
            self.enter(CellPlace(row.kind, ""))
        return row is not None

    def edit(self) -> bool:
        """Do what Enter does here: a new text in a cell, its list, the menu of rows; False where there is none."""
        at = self.at
        if at is None:
            return False
        if at.more:
            self.show_texts()
        elif at.place.stage:
            self.add(at.place, at.holder or at.place.stage)
        else:
            self.ask_rows()
        return True

    def ask_rows(self) -> None:
        """Ask for the menu of rows, at the name of the one that hands are on."""
        self.rows_asked.emit(self.kind, self.menu_place())

    def menu_place(self) -> QPoint:
        """Return where on the screen the menu of rows opens: below the name of the row that hands are on."""
        kind, rows = self.kind, self._canvas.picture.grid.rows
        element = name_at(self._canvas.picture, CellPlace(kind or rows[0].kind, "")) if rows else None
        if element is None:
            return self._canvas.viewport().mapToGlobal(QPoint(24, 24))
        self._canvas.reveal_beside(element)
        return self._canvas.on_screen(element.rect.x, element.rect.bottom + 4)

    def show_texts(self) -> None:
        """Show all texts of the cell that hands are on, also those that have no room in it."""
        element = self.element
        if self.at is not None and element is not None:
            found = TextList(self._canvas.workspace, self.at.place, self._canvas.viewport())
            found.show_at(self._canvas.on_screen(element.rect.x, element.rect.y))

    def type_on(self, event: QEvent) -> bool:
        """Begin a new text with what is typed, where hands are on a cell; returns whether they are."""
        if self._canvas.gesture_runs or self.at is None or not self.at.place.stage or self.at.more:
            return False
        self.edit()
        if self._editing.editor is not None:
            QApplication.sendEvent(self._editing.editor, event)
        return True

    def paste(self, texts: Sequence[str]) -> bool:
        """Put texts into the cell that hands are on, in one step; returns whether they are on any."""
        at, workspace = self.at, self._canvas.workspace
        if at is None or not at.place.stage or at.more:
            return False
        if len(texts) > MOST_PASTED:
            words = _("{count} lines are too many for one cell: at most {most} are taken.")
            workspace.noticed.emit(words.format(count=len(texts), most=MOST_PASTED))
        elif texts:
            made = add_texts(workspace.document, at.holder or at.place.stage, at.place.kind, texts)
            workspace.session.select((made[-1],))
        return True

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what keys mean in rows only: Tab goes on to the next stage's cell, Alt+arrows move the row.

        Returns whether the key meant something.
        """
        held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        key, place = Qt.Key(event.key()), self._place()
        way = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}.get(key)
        if place is not None and way is not None and not held:
            there = beside(self._canvas.picture.grid, place, way)
            if there is not None:
                self.go_on(place, way, is_editing=False)
            return there is not None  # beyond the last one Tab goes on to the next pane
        if self.kind and key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and event.modifiers() == _ROW_KEYS:
            self.step_row(1 if key == Qt.Key.Key_Down else -1)
            return True
        return False

    def _place(self) -> CellPlace | None:
        current = self._canvas.workspace.session.current
        return self.at.place if self.at is not None else self.place_of(current) if current else None

    def add(self, place: CellPlace, on: str, after: str | None = None) -> str:
        """Add a text to a cell, on its stage or a touchpoint of it, and let it be typed there; return its id.

        What is typed already is taken first. Where that takes the stage or touchpoint away, there is nothing to add to.
        """
        workspace = self._canvas.workspace
        self._editing.end("commit")
        if on not in workspace.document.records:
            return ""
        join = next_join()
        labels = {OPPORTUNITY: _("Add opportunity"), METRIC: _("Add metric")}
        with workspace.document.transaction(labels.get(place.kind) or _("Add note"), join):
            made = add_text(workspace.document, on, place.kind, after=after)
        workspace.session.select((made,))
        self._scene.held = cell_name(*place)  # it is there before its words are
        self._scene.ring_selected()
        element = name_at(self._canvas.picture, place)
        if element is not None:
            self._canvas.reveal_beside(element)
        self._editing.begin(Field(made, "name" if place.kind == METRIC else "text", join, cell_name(*place)))
        kind, name = self._sort(place.kind), called(workspace.document.records[on], 40)
        words = _("{kind} on {name}: type it, Enter takes it and goes on below, Tab to the next stage")
        workspace.noticed.emit(words.format(kind=kind, name=name))
        return made

    def add_below(self, record: str) -> None:
        """Add a text right below one of a row, on the same record, and let it be typed."""
        place, each = self.place_of(record), self._canvas.workspace.document.records.get(record)
        if place is not None and isinstance(each, Attached):
            self.add(place, each.on, after=record)

    def go_on(self, place: CellPlace, way: int, is_editing: bool) -> None:
        """Go to the cell of the next stage in the same row: edit its first text, or begin one where there is none."""
        there = beside(self._canvas.picture.grid, place, way)
        if there is None or (is_editing and not there.stage):
            self.rest(place)
            return
        first = next(iter(texts_in(self._canvas.picture, there)), None)
        if first is not None and first.role == "note":
            self._canvas.workspace.session.select((first.record,))
            self._canvas.ensure_visible(first.record)
            if is_editing:
                self._canvas.edit_title(first.record)
        elif is_editing:
            self.add(there, there.stage)
        else:
            self.enter(there)

    @staticmethod
    def _sort(kind: str) -> str:
        """Return what one text of a row is called."""
        return shortened(kind_name(kind) if kind in (OPPORTUNITY, METRIC) else note_name(kind), 30)

    def rest(self, place: CellPlace) -> None:
        """Put hands where a text was given up: on the last one of its cell, or on the cell."""
        texts = [each for each in texts_in(self._canvas.picture, place) if each.role == "note"]
        if texts:
            self._canvas.workspace.session.select((texts[-1].record,))
        else:
            self.enter(place)

    def drop_row(self) -> bool:
        """Remove the row whose name hands are on, where it is people's own; returns whether hands are on any cell."""
        if self.at is not None and not self.at.place.stage and is_own(self.at.place.kind):
            drop_row(self._canvas.workspace, self.at.place.kind)
            return True
        return self.at is not None

    def step_row(self, way: int) -> None:
        """Move the row that hands are on up (-1) or down (1) by one place."""
        there = [span.kind for span in self._canvas.picture.grid.rows]
        if self.kind in there:
            self.put_row(self.kind, there.index(self.kind) + way)

    def put_row(self, kind: str, index: int) -> None:
        """Move a row to a place among those that the map shows."""
        workspace = self._canvas.workspace
        there = [span.kind for span in self._canvas.picture.grid.rows]
        if 0 <= index < len(there):
            rows = rows_of(workspace.document, workspace.map_id)
            move_row(workspace.document, workspace.map_id, kind, rows.index(there[index]))

    def tip_of(self, element: Element | None) -> str:
        """Return what is told where the pointer rests on an element: of a touchpoint's text also whose it is."""
        if element is None:
            return ""
        records = self._canvas.workspace.document.records
        each = records.get(element.record)
        holder = records.get(each.on) if isinstance(each, Attached) else None
        if each is None or element.role != "note" or not isinstance(holder, Touchpoint):
            return element.tip
        return f"{called(holder, 80)}\n{called(each, 1000)}"


def put_text(canvas: Canvas, record: str, on: str, kind: str, before: str | None = None, is_copy: bool = False) -> None:
    """Move a text as `place_text` does, keep hands on it, and say what is lost where it becomes something else."""
    workspace = canvas.workspace
    each = workspace.document.records[record]
    assert isinstance(each, Attached)
    is_less = loses(each, kind)
    made = (copy_text if is_copy else place_text)(workspace.document, record, on, kind, before)
    workspace.session.select((made,))
    canvas.ensure_visible(made)
    if is_less:
        words = _("Only words and votes came along to {row}: the rest has no place there.")
        workspace.offered.emit(workspace.with_undo(words.format(row=row_name(kind))))
