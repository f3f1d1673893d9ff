"""The map in its window: shows it, moves and scales it, and turns what the hand does into gestures."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QToolTip

from journey_editor.core.document import Event
from journey_editor.core.records import Owner, Stage, Touchpoint
from journey_editor.layout.hit import element_at
from journey_editor.layout.primitives import Element, Picture
from journey_editor.layout.style import Style
from journey_editor.ui.canvas.cells import Cells
from journey_editor.ui.canvas.dropping import Dropping
from journey_editor.ui.canvas.editing import Editing, Field
from journey_editor.ui.canvas.editor import Editor
from journey_editor.ui.canvas.figures import FIGURES, Figures
from journey_editor.ui.canvas.flow import select_or_draw
from journey_editor.ui.canvas.hand import Hand, touched
from journey_editor.ui.canvas.keys import add_after, add_stage_after
from journey_editor.ui.canvas.pinned import PinnedView
from journey_editor.ui.canvas.scene import MapScene
from journey_editor.ui.canvas.tools.gesture import Gesture, Guide
from journey_editor.ui.canvas.turning import Turning
from journey_editor.ui.curve import RasterMaker
from journey_editor.ui.labels import tip
from journey_editor.ui.painter import draw, prepare
from journey_editor.ui.workspace import Workspace


class CanvasView(PinnedView):
    """The canvas of one open file.

    It holds no keyboard of its own: the window makes the capture line its focus proxy, and that line passes on the
    keys that it does not use with `handle_key`. `menu_asked` carries the place on the screen and the record below
    ("" for the map), `typing_asked` says that the person wants to type.
    """

    menu_asked = Signal(QPoint, str)
    typing_asked = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._map = MapScene(workspace)
        self.setScene(self._map)
        self.pin_names(self._map)
        self.kept = lambda: _card(self._map.element_of(workspace.session.current or ""))
        self.setObjectName("canvas")
        self.setAccessibleName(workspace.name)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self._keys: Callable[[QKeyEvent], bool] = lambda _event: False
        self._hand = Hand(self)
        self._dropping = Dropping(self, self._hand)
        self._editing = Editing(self, self, self._give_focus_back)
        self.cells = self._editing.rows = Cells(self, self._map, self._editing)
        self._links = [
            workspace.changed.connect(self._hear),
            workspace.selected.connect(self._follow_selection),
            workspace.viewed.connect(self._map.refresh),
            workspace.viewed.connect(self.follow_names),
            workspace.tooled.connect(self._follow_tool),
        ]
        self.moved.connect(self._editing.follow)
        self._turning = Turning(self, self._map, workspace)

    # what gestures, keys and the window know of it

    @property
    def workspace(self) -> Workspace:
        return self._workspace

    @property
    def picture(self) -> Picture:
        return self._map.picture

    @property
    def look(self) -> Style:
        return self._map.style

    def element_of(self, record: str) -> Element | None:
        return self._map.element_of(record)

    def cards_within(self, rect: QRectF) -> list[str]:
        found = self._map.sheet.index.within(rect.left(), rect.top(), rect.right(), rect.bottom())
        return [element.record for element in found if element.role == "card"]

    def guide(self, guide: Guide | None) -> None:
        self._map.overlay.show_guide(guide)

    def pale(self, ids: Iterable[str]) -> None:
        self._map.sheet.pale(frozenset(ids))

    def paint_element(self, painter: QPainter, element: Element) -> None:
        draw(painter, prepare(element.parts), self.scale_now)

    def hover(self, element: Element | None) -> None:
        self._map.overlay.hover(element)

    def edit_title(self, record: str, join: str = "") -> None:
        """Edit the name of a record in place, where the map shows it."""
        found = self._workspace.document.records.get(record)
        is_held = isinstance(found, Stage | Owner) and not join and self._workspace.lock.holds()
        if found is not None and not is_held:
            self._editing.begin(Field(record, type(found).naming, join))

    def edit_text(self, record: str, over: str, join: str = "") -> None:
        found = self._workspace.document.records.get(record)
        if found is not None:
            self._editing.begin(Field(record, type(found).naming, join, beside=over))

    def edit_figures(self, stage: str, field: Figures) -> None:
        """Edit the numbers of a stage, or when it is, where the map shows them, else beside its head."""
        self._editing.begin(Field(stage, field, beside=stage))

    def begin_gesture(self, gesture: Gesture) -> None:
        self.setFocus()
        self._hand.start(gesture)

    def new_after(self, is_stage: bool) -> None:
        (add_stage_after if is_stage else add_after)(self._workspace, self)

    def is_caught(self, place: QPointF) -> bool:
        return self._workspace.is_caught(self.viewport().mapToGlobal(self.mapFromScene(place)))

    # how it is seen

    def curve_ready(self, make: RasterMaker) -> None:
        """Take what draws the emotion curve, once it is imported; until then only its faces are shown."""
        self._map.curve.ready(make)
        self._map.sheet.update()

    @property
    def gesture_runs(self) -> bool:
        """Whether a gesture is under way: undo and other edits wait until it ends."""
        return self._hand.busy

    @property
    def editor(self) -> Editor | None:
        """The text field that lies over the map while something is edited in place."""
        return self._editing.editor

    def handle_key(self, event: QKeyEvent) -> bool:
        """Do what a key means on the canvas, pressed or let go; returns whether it meant something."""
        if event.type() == QEvent.Type.KeyRelease:
            return self._released(event)
        self._hand.keys_changed(event.modifiers() | _modifier(event))
        if event.key() == Qt.Key.Key_Escape:
            return self.cancel()
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self._hold_space(True)
            return True
        if self._hand.busy:
            self._hand.steer(event)
            return True  # no edit while a gesture shows what it would do
        return self.cells.take_key(event) or self._keys(event)

    def ask_keys(self, keys: Callable[[QKeyEvent], bool]) -> None:
        """Take what does what keys mean; it returns whether they meant something."""
        self._keys = keys

    def cancel(self) -> bool:
        """End what is under way without effect: a gesture, else the palette's tool. Returns whether there was any."""
        if self._hand.cancel():
            return True
        if self._workspace.tool != "select":
            self._workspace.take_tool("select")
            return True
        return False

    def settle(self) -> None:
        """End what is under way, so that the document is what people see: a drag is dropped, words are taken."""
        self._hand.cancel_running()
        self._editing.end("commit")

    def end(self) -> None:
        """Let go of everything before the window is destroyed."""
        self._editing.end("commit")
        self._hand.end()
        for link in self._links:
            self.disconnect(link)
        self.setScene(None)  # pyright: ignore[reportArgumentType]
        self._map.end()

    # events of Qt

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            self._tell(event)
            return True
        if event.type() == QEvent.Type.Leave:
            self._hand.leave()
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._editing.end("commit")
        if not self._workspace.has_map:
            return
        place = self.on_map(event.position())
        chooses = event.button() == Qt.MouseButton.LeftButton and not self._hand.space_held
        if chooses and (owner := self.owner_pinned_at(place)) is not None:
            if owner or not self.cells.press_name(place.y()):
                self._workspace.session.select((owner,) if owner else ())
        elif chooses and _pressed(self.picture, place, "hint") and self._workspace.tool == "select":
            self.typing_asked.emit()
        elif chooses and (sign := _pressed(self.picture, place, "link", "opens")):
            (self._workspace.link_asked if sign.role == "link" else self._workspace.map_asked).emit(sign.record)
        else:
            self._hand.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hand.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._hand.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = self.on_map(event.position())
        element = touched(self.picture, place) if self.owner_pinned_at(place) is None else None
        self._hand.cancel()
        if event.button() == Qt.MouseButton.LeftButton and element is not None and element.record:
            select_or_draw(self, element)
            figures = FIGURES.get(element.role)
            self.edit_figures(element.record, figures) if figures else self.edit_title(element.record)
        elif event.button() == Qt.MouseButton.LeftButton and element is None and self.cells.press(place):
            self.cells.edit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.ask_menu()
            return
        self._hand.cancel()
        place = self.on_map(event.pos())
        element, record = touched(self.picture, place), self.owner_pinned_at(place)
        if record is None:
            record = element.record if element is not None else ""
        if record not in self._workspace.document.records:
            record = ""
        if record and record not in self._workspace.session.selected:
            self._workspace.session.select((record,))
        if not record and self.cells.press(place) and self.cells.at is not None and not self.cells.at.place.stage:
            self.cells.rows_asked.emit(self.cells.kind, event.globalPos())
            return
        self.menu_asked.emit(event.globalPos(), record)

    def ask_menu(self) -> None:
        """Ask for the menu of the current record, at its place."""
        if self.cells.at is not None and not self.cells.at.place.stage:
            self.cells.ask_rows()
            return
        record = self._workspace.session.current or ""
        element = self.cells.element or self._map.element_of(record)
        place = QPoint(24, 24)
        if element is not None:
            self.reveal_beside(element)
            place = self.mapFromScene(element.rect.x + 8, element.rect.bottom)
        self.menu_asked.emit(self.viewport().mapToGlobal(place), record)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.handle_key(event):
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not self.handle_key(event):
            event.ignore()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._dropping.enter(event) if self._workspace.has_map else event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._dropping.move(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._dropping.leave()

    def dropEvent(self, event: QDropEvent) -> None:
        self._dropping.drop(event)

    # inside

    def _hear(self, event: Event) -> None:
        if self._turning.follow(self.settle):
            return
        if event.origin in ("user", "undo", "redo"):
            self._hand.cancel_running()  # what it moves may be gone
        self._map.refresh()
        self.cells.keep()
        self.follow_names()
        self._editing.follow()

    def _follow_selection(self) -> None:
        self.cells.leave()
        self._turning.follow(self.settle)
        self._map.ring_selected()

    def _follow_tool(self) -> None:
        shape = Qt.CursorShape.ArrowCursor if self._workspace.tool == "select" else Qt.CursorShape.CrossCursor
        self.show_cursor(shape)

    def _give_focus_back(self) -> None:
        if self.viewport().isVisible():
            self.setFocus()

    def _tell(self, event: QHelpEvent) -> None:
        place = self.on_map(event.pos())
        element = element_at(self.picture, place.x(), place.y())
        QToolTip.showText(event.globalPos(), tip(self.cells.tip_of(element)), self.viewport())

    def _hold_space(self, held: bool) -> None:
        self._hand.space_held = held
        if not self._hand.busy:
            self.show_cursor(Qt.CursorShape.OpenHandCursor if held else Qt.CursorShape.ArrowCursor)

    def _released(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._hold_space(False)
            return True
        self._hand.keys_changed(event.modifiers() & ~_modifier(event))
        return False

    def fit_this_stage(self) -> None:
        """Show the stage of what is selected, else the first one."""
        record = self._workspace.current
        stage = record.stage if isinstance(record, Touchpoint) else record.id if isinstance(record, Stage) else None
        spans = self.picture.grid.stages
        if stage or spans:
            self.fit_stage(stage or spans[0].stage)


def _pressed(picture: Picture, place: QPointF, *roles: str) -> Element | None:
    """Return what lies at a place of the map, if it has one of the roles."""
    element = element_at(picture, place.x(), place.y())
    return element if element is not None and element.role in roles else None


def _card(element: Element | None) -> QRectF | None:
    if element is None or element.role != "card":
        return None
    return QRectF(element.rect.x, element.rect.y, element.rect.width, element.rect.height)


def _modifier(event: QKeyEvent) -> Qt.KeyboardModifier:
    """Return the modifier that a key itself is: its press does not count it among those held yet."""
    return _MODIFIERS.get(event.key(), Qt.KeyboardModifier.NoModifier)


_MODIFIERS = {
    int(Qt.Key.Key_Control): Qt.KeyboardModifier.ControlModifier,
    int(Qt.Key.Key_Shift): Qt.KeyboardModifier.ShiftModifier,
    int(Qt.Key.Key_Alt): Qt.KeyboardModifier.AltModifier,
}
