"""A table on a page: walked by arrows, sorted by its headings, copied as a table; each cell leads to its record."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView

from journey_editor.assets import _, ngettext
from journey_editor.ui.copying import copy_rows
from journey_editor.ui.labels import tip
from journey_editor.ui.ownkeys import takes
from journey_editor.ui.pages.cells import Cell, Column, Row, copied, in_order
from journey_editor.ui.pages.painting import PAD, ROW, Cells
from journey_editor.ui.theme import small_font
from journey_editor.ui.workspace import Workspace

HEAD = 32
WIDEST = 168  # pixels of a column of numbers that are longer than usual
CELL = Qt.ItemDataRole.UserRole
"""The role under which each place gives its Cell."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

Index = QModelIndex | QPersistentModelIndex


class Table(QAbstractTableModel):
    """Rows of cells below columns, in the order they were given or by one column."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: list[Row] = []
        self._given: Sequence[Row] = ()
        self.by: tuple[int, bool] | None = None  # a column, and whether it is turned round

    def fill(self, rows: Sequence[Row]) -> None:
        """Show other rows; where only cells changed, rows stay as they are."""
        self._given = rows
        ordered = in_order(rows, *self.by) if self.by is not None else list(rows)
        if ordered == self.rows:
            return
        if len(ordered) == len(self.rows):
            self.rows = ordered
            self.dataChanged.emit(self.index(0, 0), self.index(len(ordered) - 1, len(self.columns) - 1))
            return
        self.beginResetModel()
        self.rows = ordered
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column; -1 as the rows were given."""
        self.by = (column, order == Qt.SortOrder.DescendingOrder) if column >= 0 else None
        self.layoutAboutToBeChanged.emit()
        self.rows = in_order(self._given, *self.by) if self.by is not None else list(self._given)
        self.layoutChanged.emit()

    def cell(self, index: Index) -> Cell | None:
        """Return the cell at a place."""
        return self.rows[index.row()][index.column()] if 0 <= index.row() < len(self.rows) else None

    # what Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 # Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            sign = "" if self.by is None or self.by[0] != section else " ▾" if self.by[1] else " ▴"
            return column.name + sign
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        cell = self.cell(index)
        if cell is None:
            return None
        if role == CELL:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.words
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(cell.tip or cell.words) if len(cell.tip or cell.words) > 12 else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.columns[index.column()].name}: {cell.words or _('not said')}"
        return None


class Grid(QTableView):
    """The table itself. A click on a cell, or Enter, leads to its record; Ctrl+C copies what is selected, or all.

    `walked` carries the record of the cell that is walked to.
    """

    walked = Signal(str)

    def __init__(self, workspace: Workspace, name: str, columns: Sequence[Column], go: Callable[[str], object]) -> None:
        super().__init__()
        self._workspace, self._go = workspace, go
        self._is_filled = False  # from outside, while nobody walks
        self._widths = tuple(each.width for each in columns)
        self.table = Table(columns, self)
        self.lead_words = _("Show on the map")  # where a cell leads
        self.setObjectName("pageTable")
        self.setAccessibleName(name)
        self.setModel(self.table)
        self.setItemDelegate(Cells(workspace, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        header = self.horizontalHeader()
        header.setFixedHeight(HEAD)
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setFont(small_font(600))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.sectionClicked.connect(self.sort_by)
        for place, column in enumerate(columns):
            self.setColumnHidden(place, column.only_copied)

    def fill(self, rows: Sequence[Row]) -> None:
        """Show rows, and stay with what is in the current one."""
        self._staying(lambda: self.table.fill(rows))
        self._widths = tuple(self._width(place) for place in range(len(self.table.columns)))
        self._share_room()
        self.viewport().update()

    def sort_by(self, column: int) -> None:
        """Order by a column; again turns it round, a third time gives the first order back."""
        by, down = self.table.by, Qt.SortOrder.DescendingOrder
        if by is None or by[0] != column:
            self._staying(lambda: self.table.sort(column))
        elif not by[1]:
            self._staying(lambda: self.table.sort(column, down))
        else:
            self._staying(lambda: self.table.sort(-1))
        self.horizontalHeader().viewport().update()

    def copy(self) -> None:
        """Copy the selected rows as a table, all of them where fewer than two cells are selected."""
        chosen = {index.row() for index in self.selectedIndexes()} if len(self.selectedIndexes()) > 1 else set()
        rows = [row for place, row in enumerate(self.table.rows) if not chosen or place in chosen]
        copy_rows(copied(self.table.columns, rows))
        words = ngettext("Copied as a table: {count} row.", "Copied as a table: {count} rows.", len(rows))
        self._workspace.noticed.emit(words.format(count=len(rows)))

    # events of Qt

    def event(self, event: QEvent) -> bool:
        if takes(event, self._meant):
            return True
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.currentIndex()
        cell = self.table.cell(index)
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        place = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft()) if by_key else event.globalPos()
        menu = QMenu(self)
        if cell is not None and cell.record:
            menu.addAction(self.lead_words, lambda: self._lead(index))
        if index.isValid():
            menu.addAction(_("Sort by this column"), lambda: self.sort_by(index.column()))
            menu.addSeparator()
            menu.addAction(_("Copy the table"), self.copy)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        is_plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        if is_plain and index == self.currentIndex() and len(self.selectedIndexes()) <= 1:
            self._lead(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        cell = self.table.cell(self.indexAt(event.position().toPoint()))
        leads = cell is not None and bool(cell.record)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()  # the whole row looks chosen
        cell = self.table.cell(current)
        if cell is not None and cell.record and self.hasFocus() and not self._is_filled:
            self.walked.emit(cell.record)

    # inside

    def _meant(self, event: QKeyEvent) -> Callable[[], object] | None:
        """Return what a key does in the table, beside walking."""
        if event.matches(QKeySequence.StandardKey.Copy) and self.table.rows:
            return self.copy
        if event.matches(QKeySequence.StandardKey.SelectAll):
            return self.selectAll
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return lambda: self._lead(self.currentIndex())
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            return lambda: self.sort_by(max(0, self.currentIndex().column()))
        return None

    def _lead(self, index: QModelIndex) -> None:
        cell = self.table.cell(index)
        if cell is not None and cell.record in self._workspace.document.records:
            self._go(cell.record)

    def _staying(self, changes: Callable[[], object]) -> None:
        """Change the rows and stay with what is in the current one, where that is gone at its place."""
        here, rows = self.currentIndex(), self.table.rows
        row, column = max(0, here.row()), max(0, here.column())
        known = _key(rows[row]) if row < len(rows) else None
        self._is_filled = True
        changes()
        rows = self.table.rows
        if rows:
            if row >= len(rows) or (known is not None and _key(rows[row]) != known):
                row = next((at for at, each in enumerate(rows) if _key(each) == known), min(row, len(rows) - 1))
            if self.currentIndex() != self.table.index(row, column):
                self.setCurrentIndex(self.table.index(row, column))
        self._is_filled = False

    def _width(self, place: int) -> int:
        """Return how wide a column is, 0 for one that takes what is left: a number that is cut would be another one."""
        column = self.table.columns[place]
        if not column.is_number or not column.width:
            return column.width
        longest = max((row[place].words for row in self.table.rows), key=len, default="")[:40]
        return max(column.width, min(WIDEST, self.fontMetrics().horizontalAdvance(longest) + 2 * round(PAD) + 2))

    def _share_room(self) -> None:
        """Give each column its width; where there is little room, those go that can be missed."""
        room, columns, widths = self.viewport().width(), self.table.columns, self._widths
        shown = [place for place, column in enumerate(columns) if not column.only_copied]
        while _least(columns, widths, shown) > room and any(columns[place].gives_up for place in shown):
            shown.remove(max(shown, key=lambda place: columns[place].gives_up))
        header = self.horizontalHeader()
        free = room - sum(widths[place] for place in shown)
        weights = sum(columns[place].weight for place in shown if not widths[place])
        for place, column in enumerate(columns):
            self.setColumnHidden(place, place not in shown)
            header.resizeSection(place, widths[place] or max(40, free * column.weight // max(1, weights)))


def _key(row: Row) -> tuple[str, ...]:
    """Return what a row is known by: the records that its first two cells lead to."""
    return tuple(cell.record for cell in row[:2])


def _least(columns: Sequence[Column], widths: Sequence[int], shown: Sequence[int]) -> int:
    return sum(widths[place] or columns[place].least for place in shown)
