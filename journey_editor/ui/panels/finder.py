"""Find and replace: a panel with a list of hits in all texts of the map; the map follows the one that is shown."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from journey_editor.assets import _, ngettext
from journey_editor.core.document import Event
from journey_editor.core.edits.replacing import TooLong, replace
from journey_editor.core.hits import Hit, Wanted, find
from journey_editor.core.input import typed_line
from journey_editor.ui.check import Check
from journey_editor.ui.icons import icon
from journey_editor.ui.panels.hits import HitDelegate, HitModel, counted, same_hit
from journey_editor.ui.pieces import close_button, heading
from journey_editor.ui.theme import font, look_of, small_font
from journey_editor.ui.workspace import Workspace

PANEL_WIDTH = 304
_LONGEST = 1_000  # letters


class Finder(QFrame):
    """The panel. `go` shows a record on the map, `give_back` takes the keyboard when the panel is left.

    It stands in for `stands_for` while it is shown, which then come back.
    """

    def __init__(
        self,
        workspace: Workspace,
        go: Callable[[str], object] = lambda _record: None,
        give_back: Callable[[], object] = lambda: None,
        stands_for: Sequence[QWidget] = (),
    ) -> None:
        super().__init__()
        self.setObjectName("finder")
        self.setFixedWidth(PANEL_WIDTH)
        self.setAccessibleName(_("Find and replace"))
        self._workspace, self._go, self._give_back = workspace, go, give_back
        self._stands_for, self._waiting, self._row = tuple(stands_for), list[QWidget](), -1
        self.field = _line(_("Find"))
        self.by = _line(_("Replace with"))
        self.case = _toggle("Aa", _("Match case"))
        self.whole = _toggle(_("Word"), _("Whole words only"))
        self.everywhere = Check(_("In all maps of the file"))
        self.count = heading()
        self.one, self.all = QPushButton(_("Replace")), QPushButton(_("Replace all"))
        self.close_button = close_button()
        self.model = HitModel(workspace, self)
        self.view = QListView()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.search)
        self._place()
        self._connect()
        self.hide()

    def doings(self) -> dict[str, Callable[[], object]]:
        """Return what it can do for the window."""
        return {
            "find": self.find, "replace": self.ask_replace,
            "find_next": partial(self.step, 1), "find_last": partial(self.step, -1),
        }  # fmt: skip

    def shown(self) -> dict[str, Callable[[], bool]]:
        """Return what of it can be on or off."""
        return {"finder": lambda: not self.isHidden()}

    def find(self) -> None:
        """Come with the keyboard in the field."""
        self._come(with_replacing=not self.isHidden() and not self._replacing.isHidden())

    def ask_replace(self) -> None:
        """Come with the fields for replacing."""
        self._come(with_replacing=True)

    def take_over(self, widgets: Sequence[QWidget]) -> tuple[QWidget, ...]:
        """Let those come back too that another panel stood in for, where this one does; return which."""
        self._waiting += (taken := tuple(each for each in widgets if each in self._stands_for))
        return taken

    def put_away(self) -> None:
        """Go; what is selected stays so."""
        if self.isHidden():
            return
        self.hide()
        for widget in self._waiting:
            widget.show()
        self._waiting = []
        self._give_back()

    def search(self) -> None:
        """List the hits as they are now, and stay at the one that was shown."""
        if self.isHidden():
            return
        workspace = self._workspace
        old = self.current()
        words = self.field.text()
        wanted = Wanted(words, self.case.isChecked(), self.whole.isChecked())
        hits = find(workspace.document, workspace.map_id, wanted, self.everywhere.isChecked())
        if hits != self.model.hits:
            self.model.show(hits)
            self._row = same_hit(hits, old) if old is not None and hits else -1
            self._mark()
        self._tell()

    def current(self) -> Hit | None:
        """Return the hit that is shown."""
        return self.model.hits[self._row] if 0 <= self._row < len(self.model.hits) else None

    def step(self, way: int) -> None:
        """Show the next hit, or with -1 the one before; round the ends."""
        if self.isHidden():
            self.find()
        self._search_now()
        count = len(self.model.hits)
        if count:
            start = self._row if self._row >= 0 else (-1 if way > 0 else 0)
            self.show_hit((start + way) % count)

    def show_hit(self, row: int) -> None:
        """Show a hit on the map."""
        self._row = row
        self._mark()
        self._tell()
        hit = self.current()
        if hit is not None:
            self._go(hit.record)

    def replace_one(self) -> None:
        """Replace the hit that is shown and show the next; without one show the first."""
        self._search_now()
        hit = self.current()
        if hit is None:
            self.step(1)
            return
        row = self._row
        if self._replace((hit,)):
            self._search_now()
            count = len(self.model.hits)
            if count:
                self.show_hit(self._following(row, hit) % count)

    def replace_all(self) -> None:
        """Replace all hits in one step of undo, and tell how many in passing."""
        self._search_now()
        hits = self.model.hits
        done = self._replace(hits)
        if done:
            words = ngettext("{count} place replaced.", "{count} places replaced.", done)
            self._workspace.offered.emit(self._workspace.with_undo(words.format(count=f"{done:,}")))

    # events of Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._key(watched, event):
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)

    # inside

    def _come(self, with_replacing: bool) -> None:
        if self.isHidden():
            self._waiting = [widget for widget in self._stands_for if not widget.isHidden()]
            for widget in self._waiting:
                widget.hide()
        self._replacing.setVisible(with_replacing)
        self.show()
        self.search()
        self.field.setFocus()
        self.field.selectAll()

    def _search_now(self) -> None:
        self._later.stop()
        self.search()

    def _replace(self, hits: Sequence[Hit]) -> int:
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)  # on a large map everything is laid out anew
        try:
            return replace(self._workspace.document, hits, typed_line(self.by.text()))
        except TooLong as error:
            self._workspace.noticed.emit(str(error))
            return 0
        finally:
            QGuiApplication.restoreOverrideCursor()

    def _following(self, row: int, replaced: Hit) -> int:
        """Return the row of the hit after one that was replaced; what was put in its place is gone over."""
        end = replaced.start + len(typed_line(self.by.text()))
        for place, hit in enumerate(self.model.hits[row:], row):
            if (hit.record, hit.path) != (replaced.record, replaced.path) or hit.start >= end:
                return place
        return row if row < len(self.model.hits) else 0

    def _mark(self) -> None:
        """Mark the row of the hit that is shown."""
        index = self.model.index(self._row) if self._row >= 0 else QModelIndex()
        self.view.setCurrentIndex(index)
        if index.isValid():
            self.view.scrollTo(index)

    def _tell(self) -> None:
        count = len(self.model.hits)
        has_words = bool(self.field.text())
        self.count.setText(counted(self._row, count) if has_words else "")
        for button in (self.one, self.all):
            button.setEnabled(bool(count))
        self.view.setVisible(bool(count))
        self._hint.setVisible(not has_words)

    def _key(self, watched: QObject, event: QKeyEvent) -> bool:
        """Do what a key means in the fields that is no typing; returns whether it meant something."""
        key, back = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_Escape:
            self.put_away()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if watched is self.by:
                self.replace_one()
            else:
                self.step(-1 if back else 1)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and watched is not self.by:
            self.step(1 if key == Qt.Key.Key_Down else -1)
        else:
            return False
        return True

    def _hear(self, event: Event) -> None:
        if event.origin != "preview" and not self.isHidden():
            self._later.start()

    def _dress(self) -> None:
        style = look_of(self._workspace.view.theme).map
        self.close_button.setIcon(icon("close", style.muted, style.quiet))
        self.view.viewport().update()

    def _connect(self) -> None:
        workspace = self._workspace
        self._map_id = workspace.map_id
        workspace.changed.connect(self._hear)
        workspace.selected.connect(self._follow_map)
        workspace.viewed.connect(self._dress)
        self.field.textChanged.connect(lambda _text: self._restart())
        for toggle in (self.case, self.whole, self.everywhere):
            toggle.toggled.connect(lambda _on: self._restart())
        self.view.clicked.connect(lambda index: self.show_hit(index.row()))
        self.view.activated.connect(lambda index: self.show_hit(index.row()))
        self.one.clicked.connect(self.replace_one)
        self.all.clicked.connect(self.replace_all)
        self.close_button.clicked.connect(self.put_away)
        for widget in (self.field, self.by, self.view):
            widget.installEventFilter(self)
        self._dress()
        self._tell()

    def _restart(self) -> None:
        """Other words are looked for: no hit is shown yet."""
        self._row = -1
        self._later.start()

    def _follow_map(self) -> None:
        if self._map_id != self._workspace.map_id:
            self._map_id = self._workspace.map_id
            if not self.isHidden() and not self.everywhere.isChecked():
                self._later.start()

    def _place(self) -> None:
        title = QLabel(_("Find"))
        title.setFont(font(16, 700))
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self.close_button)
        look = QHBoxLayout()
        look.setSpacing(4)
        for widget in (self.field, self.case, self.whole):
            look.addWidget(widget)
        self._replacing = QWidget()
        below = QVBoxLayout(self._replacing)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(8)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.one, self.all):
            buttons.addWidget(button, 1)
        below.addWidget(self.by)
        below.addLayout(buttons)
        self.view.setObjectName("hits")
        self.view.setModel(self.model)
        self.view.setItemDelegate(HitDelegate(self._workspace, self.view))
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.view.setAccessibleName(_("Hits"))
        self._hint = QLabel(_("Looks through titles, notes and all other texts.\nEnter goes to the next hit."))
        self._hint.setFont(small_font())
        self._hint.setProperty("role", "muted")
        self._hint.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(look)
        column.addWidget(self._replacing)
        column.addWidget(self.everywhere)
        column.addWidget(self.count)
        column.addWidget(self._hint)
        column.addWidget(self.view, 1)
        column.addStretch(0)
        self.setTabOrder(self.field, self.by)


def _line(name: str) -> QLineEdit:
    found = QLineEdit()
    found.setPlaceholderText(name)
    found.setAccessibleName(name)
    found.setMaxLength(_LONGEST)
    found.setFixedHeight(32)
    return found


def _toggle(words: str, meaning: str) -> QToolButton:
    found = QToolButton()
    found.setText(words)
    found.setCheckable(True)
    found.setFixedHeight(32)
    found.setMinimumWidth(32)
    found.setProperty("role", "tool")
    found.setToolTip(meaning)
    found.setAccessibleName(meaning)
    found.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return found
