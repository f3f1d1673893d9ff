"""The parking lot: what was said and is no touchpoint. Type to add, tick what is settled, hang it where it belongs."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QVBoxLayout,
)

from journey_editor.assets import _, ngettext
from journey_editor.core.document import Event
from journey_editor.core.edits.fields import set_field
from journey_editor.core.edits.parking import OPPORTUNITY, PARKED_KIND, park, parked, settle, unpark
from journey_editor.core.edits.removal import remove
from journey_editor.core.edits.votes import give_vote, take_vote
from journey_editor.core.input import typed_line
from journey_editor.core.records import Note, Record, Stage, Touchpoint
from journey_editor.core.titles import called
from journey_editor.core.values import TEXT_LIMIT
from journey_editor.core.words import kind_name, note_name
from journey_editor.ui.floating import SHADOW
from journey_editor.ui.labels import label
from journey_editor.ui.ownkeys import takes
from journey_editor.ui.panels.overlay import Overlay
from journey_editor.ui.panels.parking_rows import KEYPAD, RECORD, VOTES, ParkedRows, ParkingField
from journey_editor.ui.panels.status import Sentence
from journey_editor.ui.pieces import heading
from journey_editor.ui.theme import font, small_font
from journey_editor.ui.workspace import Workspace

WIDTH, HIGHEST, LOWEST = 336, 320, 64  # pixels
MOST = 200
"""Lines that are parked at once: more is no talk in a room but a text that was pasted by mistake."""

HANGS_AS = ("question", "pain_point", OPPORTUNITY, "expectation", "goal", PARKED_KIND)
_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect
_EDITS = QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed


class ParkingLot(Overlay):
    """A panel in the corner of the map; what is done here is an edit of the map like any other."""

    def __init__(self, workspace: Workspace, canvas: Any) -> None:
        super().__init__(workspace, canvas, "corner", WIDTH)
        self.setObjectName("parking")
        self.setAccessibleName(_("Parking lot"))
        self._filling = False
        self.count = heading()
        self.field = ParkingField(self.park)
        self.list = QListWidget()
        self.list.setItemDelegate(ParkedRows(workspace, self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setEditTriggers(_EDITS)
        self.list.setAccessibleName(_("Parking lot"))
        self.list.installEventFilter(self)
        self.list.itemChanged.connect(self._take)
        self.empty = Sentence()
        self.empty.setFont(small_font())
        self.empty.setProperty("role", "muted")
        self.empty.setText(_("Nothing waits here."))
        self.hang = QPushButton()
        self.hang.setProperty("role", "link")
        self.hang.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._offer)
        self.hang.setMenu(self._menu)
        self._lay_out()
        workspace.changed.connect(self._hear)
        workspace.selected.connect(self.refresh)
        self.list.itemSelectionChanged.connect(self._show_hang)
        self.refresh()

    def doings(self) -> dict[str, Callable[[], object]]:
        """Return what the window can do with it."""
        return {"parking": self.toggle}

    def shown(self) -> dict[str, Callable[[], bool]]:
        """Return whether it is on."""
        return {"parking": lambda: self.is_open}

    def open(self) -> None:
        """Show what is parked now."""
        super().open()
        self.refresh()

    def take_keyboard(self) -> None:
        """Let words be typed."""
        self.field.setFocus()

    def park(self, words: str) -> tuple[str, ...]:
        """Park words, each line by itself, and say so where nobody sees it."""
        workspace = self._workspace
        if not workspace.has_map or not words.strip():
            return ()
        if words.count("\n") >= MOST:
            said = _("At most {most} lines are parked at once; nothing was parked.")
            workspace.noticed.emit(said.format(most=MOST))
            return ()
        ids = park(workspace.document, workspace.map_id, words)
        if not self.is_open:
            waiting = sum(not each.resolved for each in parked(workspace.document, workspace.map_id))
            said = ngettext("Parked: {count} waits now.", "Parked: {count} wait now.", waiting)
            workspace.noticed.emit(said.format(count=waiting))
        return ids

    def chosen(self) -> tuple[str, ...]:
        """Return the notes that are chosen in the list."""
        rows = sorted(self.list.row(item) for item in self.list.selectedItems())
        return tuple(self.list.item(row).data(RECORD) for row in rows)

    def target(self) -> Record | None:
        """Return the touchpoint or stage that notes can be hung on: what is selected on the map."""
        current = self._workspace.current
        return current if isinstance(current, Touchpoint | Stage) else None

    def hang_chosen(self, kind: str) -> None:
        """Hang what is chosen on what is selected on the map."""
        target, chosen = self.target(), self.chosen()
        if target is not None and chosen:
            unpark(self._workspace.document, chosen, target.id, kind)
            said = ngettext("{count} note hangs on “{name}” now.", "{count} notes hang on “{name}” now.", len(chosen))
            self._workspace.noticed.emit(said.format(count=len(chosen), name=called(target, 40)))

    def refresh(self) -> None:
        """Show what is parked on the map now."""
        if not self.is_open:
            return
        workspace = self._workspace
        notes = parked(workspace.document, workspace.map_id) if workspace.has_map else ()
        shown = [(each.id, " ".join(each.text.split()), each.resolved, each.votes) for each in notes]
        if shown != self._rows_now():
            self._fill(notes)
        waiting = sum(not each.resolved for each in notes)
        self.count.setText(ngettext("{count} open", "{count} open", waiting).format(count=waiting) if notes else "")
        self.empty.setVisible(not notes)
        self.list.setVisible(bool(notes))
        self._show_hang()
        self._take_height()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.list.count():
            self.list.setFocus()
            if not self.chosen():
                self.list.setCurrentRow(max(0, self.list.currentRow()))
                self.list.setCurrentItem(self.list.currentItem(), _SELECT)
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.list and takes(event, self._meant):
            return True
        return super().eventFilter(watched, event)

    # inside

    def _lay_out(self) -> None:
        title = heading(_("Parking lot"), "")
        title.setFont(font(weight=700))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(title)
        head.addWidget(self.count, 1)
        head.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SHADOW + 16, SHADOW + 8, SHADOW + 12, SHADOW + 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.field)
        column.addWidget(self.empty)
        column.addWidget(self.list)
        column.addWidget(self.hang, 0, Qt.AlignmentFlag.AlignLeft)

    def _meant(self, event: QKeyEvent) -> Callable[[], object] | None:
        """Return what a key does with what is chosen in the list."""
        key, held = event.key(), event.modifiers() & ~KEYPAD
        control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
        document, ids = self._workspace.document, self.chosen()
        if key == Qt.Key.Key_Up and not held and self.list.currentRow() <= 0:
            return self.field.setFocus
        if not ids:
            return None
        meant: dict[Any, Callable[[], object]] = {
            (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier): lambda: remove(document, ids),
            (Qt.Key.Key_B, control): lambda: give_vote(document, ids),
            (Qt.Key.Key_B, control | shift): lambda: take_vote(document, ids),
            (Qt.Key.Key_Return, control): self.hang.showMenu,
            (Qt.Key.Key_Enter, control): self.hang.showMenu,
        }
        return meant.get((key, held))

    def _rows_now(self) -> list[tuple[str, str, bool, int]]:
        items = (self.list.item(row) for row in range(self.list.count()))
        return [
            (each.data(RECORD), each.text(), each.checkState() == Qt.CheckState.Checked, each.data(VOTES))
            for each in items
        ]

    def _fill(self, notes: tuple[Note, ...]) -> None:
        """Fill the list anew; what is chosen stays so, and the row that was current, or the one in its place."""
        chosen, row = set(self.chosen()), self.list.currentRow()
        current = self.list.currentItem().data(RECORD) if self.list.currentItem() else None
        self._filling = True
        self.list.clear()
        for note in notes:
            item = QListWidgetItem(" ".join(note.text.split()))
            item.setData(RECORD, note.id)
            item.setData(VOTES, note.votes)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEditable)
            item.setCheckState(Qt.CheckState.Checked if note.resolved else Qt.CheckState.Unchecked)
            self.list.addItem(item)
            if note.id == current:
                row = self.list.count() - 1
        if row >= 0:
            self.list.setCurrentRow(min(row, self.list.count() - 1))
        for index in range(self.list.count()):
            if self.list.item(index).data(RECORD) in chosen:
                self.list.item(index).setSelected(True)
        self._filling = False

    def _take(self, item: QListWidgetItem) -> None:
        """Take a tick, or words that were edited in the list."""
        document, record_id = self._workspace.document, item.data(RECORD)
        note = document.records.get(record_id)
        if self._filling or not isinstance(note, Note):
            return
        words, is_settled = " ".join(typed_line(item.text()).split()), item.checkState() == Qt.CheckState.Checked
        if is_settled != note.resolved:
            settle(document, (record_id,), is_settled)
        elif words and words != " ".join(note.text.split()):
            set_field(document, (record_id,), "text", words[:TEXT_LIMIT])
        self.refresh()

    def _take_height(self) -> None:
        wanted = sum(self.list.sizeHintForRow(row) for row in range(self.list.count())) + 2 * self.list.frameWidth()
        self.list.setFixedHeight(max(LOWEST, min(HIGHEST, wanted)))
        self.arrange()

    def _show_hang(self) -> None:
        target = self.target()
        self.hang.setVisible(self.list.count() > 0)
        self.hang.setEnabled(target is not None and bool(self.chosen()))
        if target is None:
            self.hang.setText(_("Select a touchpoint to hang it on"))
        else:
            name = label(called(target, 28))
            self.hang.setText(_("Hang on “{name}” ▾").format(name=name))

    def _offer(self) -> None:
        self._menu.clear()
        for kind in HANGS_AS:
            words = (
                _("As it is") if kind == PARKED_KIND else kind_name(kind) if kind == OPPORTUNITY else note_name(kind)
            )
            self._menu.addAction(label(words), lambda kind=kind: self.hang_chosen("" if kind == PARKED_KIND else kind))

    def _hear(self, event: Event) -> None:
        if event.origin != "preview":
            self.refresh()
