"""The list of actions: what is worth doing first, whose it is, by when, and what it brings."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from journey_editor.assets import _, ngettext
from journey_editor.core.edits.removal import remove
from journey_editor.core.records import Opportunity
from journey_editor.core.titles import in_line
from journey_editor.insight.actions import FALLING, Order
from journey_editor.ui.copying import copy_rows
from journey_editor.ui.opportunities.hands import meant_in_rows
from journey_editor.ui.opportunities.menu import menu_of
from journey_editor.ui.opportunities.model import Column, Opportunities, Pick, is_picked, is_unready
from journey_editor.ui.opportunities.table import Table
from journey_editor.ui.ownkeys import takes
from journey_editor.ui.pages.opportunities.filters import Owners, Statuses
from journey_editor.ui.pages.opportunities.foot import Legend, Together, unready_words
from journey_editor.ui.pieces import Sentence
from journey_editor.ui.theme import font, small_font
from journey_editor.ui.workspace import Workspace

COLUMNS: tuple[Column, ...] = ("text", "owner", "due", "worth", "effort", "score", "gain")
EDGE = 24
ROW, TIGHT_ROW = 48, 40
_WIDTHS = {"owner": 152, "due": 108, "worth": 56, "effort": 56, "score": 68, "gain": 80 + 16}
_NARROW = {"owner": 56, "due": 100, "worth": 0, "effort": 56, "score": 60, "gain": 88 + 16}
_LEAST = 560
_LEAST_NAME = 200  # pixels
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BY: dict[str, Order] = {
    "text": "text", "owner": "owner", "due": "due", "worth": "worth", "effort": "effort", "score": "score",
    "gain": "gain",
}  # fmt: skip


class ActionList(QWidget):
    """Rows are walked, edited in place and gone to. `filtered` tells that others are listed than before.

    `chosen` carries the opportunity that somebody walked to, `led` the one to be shown on the map.
    """

    chosen = Signal(str)
    led = Signal(str)
    filtered = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.model = Opportunities(workspace, COLUMNS, workspace.noticed.emit, self)
        self.table = Table(workspace, self.model, EDGE - 8)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.table.horizontalHeader().sectionClicked.connect(self._sort)
        self.table.selectionModel().currentChanged.connect(self._walked)
        self.table.doubleClicked.connect(lambda _index: self._lead())
        self.table.itemDelegate().closeEditor.connect(lambda *_done: QTimer.singleShot(0, self, self._end_naming))
        self.table.menu_asked.connect(self._offer)
        self.table.installEventFilter(self)
        self.statuses, self.owners = Statuses(), Owners(workspace)
        self.statuses.asked.connect(self.pick)
        self.owners.asked.connect(self._pick_owner)
        self.together, self.legend = Together(workspace, EDGE), Legend(workspace)
        self.none, self.unready, self.show_unready = Sentence(), Sentence(), QPushButton()
        self.none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.show_unready.setProperty("role", "link")
        self.show_unready.clicked.connect(self._turn_unready)
        self.inside = QStackedWidget()
        self.inside.addWidget(self.table)
        self.inside.addWidget(self.none)
        self.setMinimumWidth(_LEAST)  # what is in its head becomes shorter
        self._lay_out()
        self._tell()

    def refresh(self) -> None:
        """List the opportunities of the map as they are now."""
        self.table.refresh()
        self._tell()

    def preview(self) -> None:
        """List what a hand would do: rows and their sum, while all around them stays."""
        self.table.refresh()
        self._sum()

    def choose(self, record_id: str) -> None:
        """Stand at an opportunity, where it is listed."""
        self.table.stand_at(record_id)
        if self.model.place(record_id) is None and self.table.currentIndex().isValid():
            self.table.follows = True
            self.table.setCurrentIndex(QModelIndex())
            self.table.follows = False
        self.table.viewport().update()

    def pick(self, pick: Pick) -> None:
        """List what has a status, or all that is open."""
        self.model.pick = pick
        self._filter()

    def show_all(self) -> None:
        """List all that is open again, whosever it is."""
        self.model.pick, self.model.owner, self.model.is_unready = "open", None, False
        self._filter()

    def edit_name(self, record_id: str) -> None:
        """Let an opportunity be named where it stands."""
        place = self.model.place(record_id)
        if place is not None:
            index = self.model.index(place, 0)
            self.table.setFocus()
            self.table.setCurrentIndex(index)
            self.table.scrollTo(index)
            self.table.edit(index)

    # events of Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.table and self.table.hasFocus() and takes(event, self._meant):
            return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    # inside

    def _lay_out(self) -> None:
        self.title, dot = QLabel(_("Action list")), QLabel("●")
        self.title.setFont(font(16, 700))
        dot.setProperty("role", "gold")
        for each in (self.unready, self.none):
            each.setFont(small_font() if each is self.unready else font())
        self.none.setProperty("role", "muted")
        head = QHBoxLayout()
        head.setContentsMargins(EDGE, 0, EDGE, 0)
        head.setSpacing(16)
        head.addWidget(self.title)
        head.addWidget(self.statuses)
        head.addWidget(self.owners, 1)
        self.unready_line = QWidget()
        said = QHBoxLayout(self.unready_line)
        said.setContentsMargins(EDGE, 0, EDGE - 4, 0)
        said.setSpacing(8)
        said.addWidget(dot)
        said.addWidget(self.unready, 1)
        said.addWidget(self.show_unready)
        legend = QHBoxLayout()
        legend.setContentsMargins(EDGE, 0, EDGE, 0)
        legend.addWidget(self.legend)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.inside, 1)
        column.addWidget(self.together)
        column.addLayout(legend)
        column.addWidget(self.unready_line)

    def _share_room(self) -> None:
        """Give columns their widths; where names of opportunities had too little room, those of owners go."""
        room = self.table.viewport().width()
        wide = room - sum(_WIDTHS.values()) >= _LEAST_NAME + EDGE
        header, widths = self.table.horizontalHeader(), _WIDTHS if wide else _NARROW
        for place, column in enumerate(COLUMNS[1:], start=1):
            self.table.setColumnHidden(place, not widths[column])  # worth stands in the matrix beside it too
            header.resizeSection(place, widths[column])
        rows = max(1, len(self.model.rows))
        fits = self.table.viewport().height() >= rows * ROW
        self.table.verticalHeader().setDefaultSectionSize(ROW if fits else TIGHT_ROW)
        self.statuses.fit(self.width() - 2 * EDGE - self.title.sizeHint().width() - 2 * 16 - self.owners.need)
        self.together.left = float(self.table.columnViewportPosition(1)) + 8
        self.together.update()

    def _tell(self) -> None:
        everything, rows, model = self.model.all_of_map(), self.model.rows, self.model
        mine = [each for each in everything if model.owner is None or model.owner == (each.owner or "")]
        self.statuses.fill(mine, model.pick)
        self.owners.fill([each for each in everything if is_picked(each, model.pick)], model.owner)
        self._sum()
        unready = [each for each in everything if is_unready(each)]
        self.unready_line.setVisible(bool(unready) or model.is_unready)
        self.unready.setText(unready_words(unready) if unready else _("All that is open has an owner and a date now."))
        self.show_unready.setText(_("Show all") if model.is_unready else _("Show them"))
        self.none.setText(_("Nothing here is like that."))
        self.inside.setCurrentWidget(self.table if rows else self.none)
        header = self.table.horizontalHeader()
        section = next((place for place, column in enumerate(COLUMNS) if _BY[column] == model.order), None)
        header.setSortIndicatorShown(section is not None)
        if section is not None:
            falls = (model.order in FALLING) != model.turned
            header.setSortIndicator(section, Qt.SortOrder.DescendingOrder if falls else Qt.SortOrder.AscendingOrder)
        self._share_room()

    def _sum(self) -> None:
        self.together.fill(self.model.rows, in_line(self._workspace.document.head.currency, 6))

    def _filter(self) -> None:
        self.refresh()
        self.filtered.emit()

    def _pick_owner(self, owner: str | None) -> None:
        self.model.owner = owner
        self._filter()

    def _turn_unready(self) -> None:
        if self.model.is_unready:
            self.model.is_unready = False
        else:
            self.model.pick, self.model.owner, self.model.is_unready = "open", None, True
        self._filter()

    def _sort(self, section: int) -> None:
        here = self.table.current()
        self.table.follows = True
        self.model.sort_by(_BY[COLUMNS[section]])
        self.table.follows = False
        self.choose(here.id if here is not None else "")
        self._filter()

    def _end_naming(self) -> None:
        """Let a new opportunity go that got no name, with its step of undo."""
        document, step = self._workspace.document, self.model.step
        self.model.step = None
        made = document.records.get(step[0]) if step is not None else None
        if step is not None and isinstance(made, Opportunity) and not made.text.strip():
            with document.transaction(_("Add opportunity"), step[1]):
                remove(document, (made.id,))

    def _walked(self, now: QModelIndex, before: QModelIndex) -> None:
        here = self.table.current()
        if not self.table.follows and here is not None and now.row() != before.row():
            self.chosen.emit(here.id)

    def _offer(self, place: QPoint) -> None:
        here = self.table.current()
        if here is not None:
            menu_of(here, self._workspace, self.led.emit, self).popup(place)

    def _copy(self) -> None:
        """Copy what is listed as a table."""
        headings = [str(self.model.headerData(place, Qt.Orientation.Horizontal)) for place in range(len(COLUMNS))]
        rows = [[self.model.words_of(each, column) for column in COLUMNS] for each in self.model.rows]
        copy_rows([headings, *rows])
        words = ngettext("Copied as a table: {count} row.", "Copied as a table: {count} rows.", len(rows))
        self._workspace.noticed.emit(words.format(count=len(rows)))

    def _lead(self) -> None:
        here = self.table.current()
        if here is not None:
            self.led.emit(here.id)

    def _meant(self, event: QKeyEvent) -> Callable[[], object] | None:
        """Return what a key does in the rows."""
        if event.key() in _ENTER and self.table.current() is not None:
            return self._lead
        if event.matches(QKeySequence.StandardKey.Copy) and self.model.rows:
            return self._copy
        return meant_in_rows(event, self.table, self._workspace.document)
