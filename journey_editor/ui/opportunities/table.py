"""The table of opportunities: cells that are walked one by one, headings that are pressed."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from journey_editor.assets import _
from journey_editor.core.records import Opportunity
from journey_editor.ui.opportunities.cells import ROW, Cells
from journey_editor.ui.opportunities.heading import Heading
from journey_editor.ui.opportunities.model import Column, Opportunities
from journey_editor.ui.workspace import Workspace

WIDTHS = {
    "on": 176, "owner": 168, "due": 96, "status": 92, "worth": 64, "effort": 64, "score": 64, "gain": 84, "votes": 60,
}  # fmt: skip
"""Of the columns beside the first, which takes the rest; in pixels."""

_EDITS = QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked


class Table(QTableView):
    """Shows the rows of a model; F2 and a double click edit a cell. `edge` is what its card keeps free at the sides.

    While it follows the model, `follows` is on: then nobody has walked. `menu_asked` carries the place on the screen
    where the menu of the current row is wanted.
    """

    menu_asked = Signal(QPoint)

    def __init__(self, workspace: Workspace, model: Opportunities, edge: float = 0.0) -> None:
        super().__init__()
        self._rows, self.follows = model, False
        self.setObjectName("opportunityTable")
        self.setModel(model)
        self.setItemDelegate(Cells(workspace, self, edge))
        self.setAccessibleName(_("Opportunities"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(_EDITS)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = Heading(workspace, edge, self)
        self.setHorizontalHeader(header)
        header.show()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for place, column in enumerate(model.columns[1:], start=1):
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(place, WIDTHS[column])

    def current(self) -> Opportunity | None:
        """Return the opportunity of the row that is walked on."""
        row = self.currentIndex().row()
        return self._rows.rows[row] if 0 <= row < len(self._rows.rows) else None

    def column_here(self) -> Column:
        """Return the column that is walked on, the first where none is."""
        return self._rows.columns[max(0, self.currentIndex().column())]

    def refresh(self) -> None:
        """List what there is now, and stay at what was walked on; where it is gone, at what took its place."""
        here, row = self.current(), self.currentIndex().row()
        self.follows = True
        self._rows.refresh()
        place = self._rows.place(here.id) if here is not None else None
        if place is None and row >= 0 and self._rows.rows:
            place = min(row, len(self._rows.rows) - 1)
        self._stand(place)
        self.follows = False

    def stand_at(self, record_id: str | None) -> None:
        """Stand at an opportunity where it is listed."""
        place = self._rows.place(record_id)
        if place is not None and place != self.currentIndex().row():
            self.follows = True
            self._stand(place)
            self.follows = False

    def _stand(self, place: int | None) -> None:
        column = max(0, self.currentIndex().column())
        if place is not None and self.currentIndex() != self._rows.index(place, column):
            self.setCurrentIndex(self._rows.index(place, column))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The right button means the row below it, the menu key the current one."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            self.setCurrentIndex(index)
            place = self.visualRect(index).center() if by_key else event.pos()
            self.menu_asked.emit(self.viewport().mapToGlobal(place))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard alone selects nothing: Qt would stand at the first row."""
        had_row = self.currentIndex().isValid()
        self.follows = True
        super().focusInEvent(event)
        if not had_row:
            self.setCurrentIndex(QModelIndex())
        self.follows = False

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The whole row of the current cell looks chosen."""
        super().currentChanged(current, previous)
        self.viewport().update()
