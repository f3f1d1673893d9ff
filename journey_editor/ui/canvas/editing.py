"""Editing names and texts in place: which field of which record, where it lies, and what becomes of the words."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QGraphicsView

from journey_editor.assets import _
from journey_editor.core.edits.removal import remove
from journey_editor.core.lanes import lanes_by
from journey_editor.core.records import Attached, Record
from journey_editor.layout.cards import CHANNEL_BASE, TITLE_LINES, TITLE_STEP, TITLE_TOP
from journey_editor.layout.cells import cell_name
from journey_editor.layout.primitives import Element, Line, Picture
from journey_editor.layout.rowhit import CellPlace, place_of as place_in_rows, texts_in
from journey_editor.layout.style import BOLD, MEDIUM, REGULAR, SEMIBOLD, SMALL, TEXT, TITLE
from journey_editor.ui.canvas.editor import Editor
from journey_editor.ui.canvas.fields import APART, NEXT, placeholder, take, words_of
from journey_editor.ui.canvas.figures import ROLES, asks_for, element_in, figures_text, take_figures
from journey_editor.ui.canvas.tools.gesture import Canvas
from journey_editor.ui.workspace import Workspace

LEGIBLE = 9.0
"""Pixels: where the map shows a name smaller, its field lies beside it in a size that can be read."""

_BESIDE = (180.0, 320.0)
"""Least and greatest width of a field that lies beside an element, in points."""


_PADS = 14.0  # pixels that the frame of such a field takes


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a record that is edited in place.

    `join` is the step of undo that made the record; without words the record goes again. `beside` is the record
    whose element the editor lies at where the field is not to be seen on the map itself.
    """

    record: str
    name: str
    join: str = ""
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a field's text begins on the map (left, baseline), the room it has, its size and face; in points."""

    x: float
    baseline: float
    width: float
    height: float
    size: float
    face: str


class Rows(Protocol):
    """What the rows below the lanes do once a text in them has been edited."""

    def place_of(self, record: str) -> CellPlace | None:
        """The cell that a text stands in."""
        ...

    def go_on(self, place: CellPlace, way: int, is_editing: bool) -> None:
        """Go to the cell of the next stage."""
        ...

    def add_below(self, record: str) -> None:
        """Begin a text below another one."""
        ...

    def rest(self, place: CellPlace) -> None:
        """Stay where a text was given up."""
        ...


class Editing:
    """The one field that is being edited on a canvas, if any."""

    def __init__(self, canvas: Canvas, view: QGraphicsView, over: Callable[[], None]) -> None:
        self._canvas = canvas
        self._view = view
        self._over = over  # gives the keyboard back
        self._editor: Editor | None = None
        self._field: Field | None = None
        self.rows: Rows | None = None

    @property
    def editor(self) -> Editor | None:
        """The text field, while something is edited."""
        return self._editor

    def begin(self, field: Field) -> None:
        """Edit a field; what was edited before is taken first."""
        self.end("commit")
        field = self._legible(field)
        self._reveal(field)
        place = self._place(field)
        record = self._canvas.workspace.document.records.get(field.record)
        if place is None or record is None or self._canvas.workspace.document.in_gesture:
            return
        words = _words(self._canvas.workspace, field)
        asked = asks_for(field.name) if field.name in ROLES else placeholder(record, field.name)
        editor = Editor(self._view.viewport(), words, place.face, self._canvas.look, bool(field.beside))
        editor.setPlaceholderText(asked)
        editor.setAccessibleName(asked)
        self._editor, self._field = editor, field
        editor.ended.connect(self.end)
        editor.textChanged.connect(self.follow)
        self.follow()
        editor.show()
        editor.setFocus()

    def follow(self) -> None:
        """Keep the text field at its place after the map moved or was zoomed."""
        if self._editor is None or self._field is None:
            return
        place = self._place(self._field)
        if place is None:
            return
        corner = self._view.mapFromScene(place.x, place.baseline)
        scale = self._canvas.scale_now
        framed = bool(self._field.beside)
        size = max(place.size * scale, 13.0 if framed else 1.0)
        width = max(place.width * scale, _BESIDE[0] if framed else 1.0)
        self._editor.lie_over(
            QRectF(corner.x(), corner.y(), width, place.height * scale), size, self._view.viewport().size()
        )

    def end(self, how: str) -> None:
        """End what is being edited, if anything: take it, give it up, or take it and go on."""
        editor, field = self._editor, self._field
        if editor is None or field is None:
            return
        self._editor = self._field = None
        words = editor.words()
        editor.hide()
        editor.deleteLater()
        workspace = self._canvas.workspace
        there = field.record in workspace.document.records
        place = self.rows.place_of(field.record) if self.rows is not None and there else None
        if there:
            _take(workspace, field, words, given_up=how == "restore")
        self._over()
        is_in_row = place is not None and field.beside in ("", cell_name(*place))
        if self.rows is not None and place is not None and is_in_row and how not in ("commit", "new", "stage"):
            self._go_on_in_rows(self.rows, place, field, how)
            return
        if how in ("next", "previous", "new", "stage") and field.record in workspace.document.records:
            self._go_on(field, how)

    def _go_on_in_rows(self, rows: Rows, place: CellPlace, field: Field, how: str) -> None:
        """Go on after a text in a row: below it where it was new, or to the next stage."""
        is_there = field.record in self._canvas.workspace.document.records
        if how in ("next", "previous"):
            rows.go_on(place, 1 if how == "next" else -1, True)
        elif not is_there:
            rows.rest(place)
        elif how == "enter" and field.join:
            rows.add_below(field.record)

    def _go_on(self, field: Field, how: str) -> None:
        if how in ("new", "stage"):
            self._canvas.new_after(is_stage=how == "stage")
            return
        following = _following(self._canvas, field, 1 if how == "next" else -1)
        if following is not None:
            self._canvas.workspace.session.select((following.record,))
            self._canvas.ensure_visible(following.record)
            self.begin(following)

    def _legible(self, field: Field) -> Field:
        """Return a field that lies beside its element where there is no room for it or its words would be too small."""
        element = self._canvas.element_of(field.record)
        if field.beside:
            return field
        if element is None:
            record = self._canvas.workspace.document.records.get(field.record)
            return replace(field, beside=record.on) if isinstance(record, Attached) else field
        size = place_of(element, field.name).size * self._canvas.scale_now
        return replace(field, beside=field.record) if element.role == "arrow" or size < LEGIBLE else field

    def _reveal(self, field: Field) -> None:
        """Scroll to the numbers or the time of a stage, which may lie far from its head."""
        shown = element_in(self._canvas.picture, field.record, field.name) if field.name in ROLES else None
        if shown is not None:
            self._view.ensureVisible(QRectF(*shown.rect), 24, 64)

    def _place(self, field: Field) -> Place | None:
        element = element_in(self._canvas.picture, field.record, field.name) if field.name in ROLES else None
        element = element or self._canvas.element_of(field.beside or field.record)
        if element is None:
            return None
        if field.beside:
            rect = element.rect
            if element.role == "row":
                return _over_cell(self._canvas.picture, element)
            width = min(max(rect.width, _BESIDE[0]), _BESIDE[1])
            return Place(rect.x, rect.bottom + 4.0, width, TEXT * 1.3, TEXT, REGULAR)
        return place_of(element, field.name)


def place_of(element: Element, field: str) -> Place:
    """Return where a field's text lies on an element: where layout put its first line, else where it would."""
    rect = element.rect
    lines = [part for part in element.parts if isinstance(part, Line)]
    if element.role == "card" and field == "channel":
        shown = next((line for line in lines if line.runs and line.runs[0].face == REGULAR), None)
        x, baseline = (shown.x, shown.y) if shown else (8.0, CHANNEL_BASE)
        return Place(rect.x + x, rect.y + baseline, rect.width - x - 4.0, SMALL * 1.2, SMALL, REGULAR)
    if element.role == "card":
        return Place(rect.x + 8.0, rect.y + TITLE_TOP, rect.width - 10.0, TITLE_LINES * TITLE_STEP, SMALL, MEDIUM)
    if element.role == "title":
        return Place(rect.x, rect.y + (lines[0].y if lines else 24.0), rect.width, TITLE * 1.3, TITLE, BOLD)
    if element.role == "note":
        x, baseline = (lines[0].x, lines[0].y) if lines else (0.0, SMALL)
        return Place(rect.x + x, rect.y + baseline, rect.width - x, rect.height, SMALL, REGULAR)
    if element.role == "lane":
        x, baseline = (lines[0].x, lines[0].y) if lines else (12.0, rect.height / 2 + 4.5)
        return Place(rect.x + x, rect.y + baseline, 104.0 - x, TEXT * 1.3, TEXT, SEMIBOLD)
    x, baseline = (lines[0].x, lines[0].y) if lines else (15.0, 20.9)
    return Place(rect.x + x, rect.y + baseline, max(60.0, rect.width - x - 16.0), TEXT * 1.3, TEXT, BOLD)


def _over_cell(picture: Picture, cell: Element) -> Place:
    """Return where a new text of a row is typed: over its cell where that is empty, else below the texts in it."""
    place, rect = place_in_rows(picture, cell), cell.rect
    texts = texts_in(picture, place) if place is not None else []
    top = texts[-1].rect.bottom + 3.0 if texts else rect.y
    return Place(rect.x, top, min(max(rect.width - _PADS, _BESIDE[0]), 2 * _BESIDE[1]), SMALL * 1.3, SMALL, REGULAR)


def _take(workspace: Workspace, field: Field, words: str, given_up: bool) -> None:
    """Make words the value of a field. A new record without any is not kept: its step of undo goes with it."""
    document = workspace.document
    record = document.records[field.record]
    before = _words(workspace, field)
    if field.join and not before and (given_up or not words):
        with document.transaction(_("Add"), field.join):
            remove(document, (field.record,))
        return
    if given_up or words == " ".join(before.split()):
        return  # the field shows one line: breaks and blanks that it has no room for are no edit
    if field.name in ROLES:
        if said := take_figures(document, record, field.name, words):
            workspace.noticed.emit(said)
        return
    take(document, record, field.name, words, workspace.basis, field.join)


def _words(workspace: Workspace, field: Field) -> str:
    """Return what a field says now."""
    record = workspace.document.records[field.record]
    return figures_text(record, field.name) if field.name in ROLES else words_of(workspace.document, record, field.name)


def _following(canvas: Canvas, field: Field, direction: int) -> Field | None:
    """Return the field after or before one: of the same record, else of the next one of its kind on the map."""
    document = canvas.workspace.document
    record = document.records[field.record]
    fields = (field.name,) if field.name in ROLES else NEXT.get(type(record))
    if fields is None or field.name not in fields:
        return None
    index = fields.index(field.name) + direction
    if 0 <= index < len(fields):
        return _field(canvas, record.id, fields[index])
    journey = document.journey(canvas.workspace.map_id)
    siblings: tuple[Record, ...] = {"touchpoint": journey.touchpoints, "stage": journey.stages}.get(
        record.kind_name, journey.owners
    )
    ids = [each.id for each in siblings]
    if record.id not in ids:
        return None
    there = ids.index(record.id) + direction
    return _field(canvas, ids[there], fields[0 if direction > 0 else -1]) if 0 <= there < len(ids) else None


def _field(canvas: Canvas, record: str, name: str) -> Field:
    """Return a field; it lies beside what shows its record where its words do not stand there."""
    shown = canvas.workspace.document.journey(canvas.workspace.map_id).map
    is_apart = name in APART or name in ROLES or (name == "channel" and lanes_by(shown) == "channel")
    return Field(record, name, beside=record if is_apart else "")
