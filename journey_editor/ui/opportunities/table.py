"""The table of opportunities: cells that are walked one by one, headings that are pressed."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from journey_editor.assets import _
from journey_editor.ui.opportunities.cells import ROW, Cells
from journey_editor.ui.opportunities.model import COLUMNS, Opportunities
from journey_editor.ui.theme import small_font
from journey_editor.ui.workspace import Workspace

HEAD = 28
WIDTHS = {"on": 176, "owner": 168, "due": 96, "status": 92, "worth": 64, "effort": 64, "votes": 60}
"""Of the columns beside the first, which takes the rest; in pixels."""

_EDITS = QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked


class Table(QTableView):
    """Shows the rows of a model; F2 and a double click edit a cell."""

    def __init__(self, workspace: Workspace, model: Opportunities) -> None:
        super().__init__()
        self.setObjectName("opportunityTable")
        self.setModel(model)
        self.setItemDelegate(Cells(workspace, self))
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
        header = self.horizontalHeader()
        header.setFixedHeight(HEAD)
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setFont(small_font(600))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for place, column in enumerate(COLUMNS[1:], start=1):
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(place, WIDTHS[column])

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The whole row of the current cell looks chosen."""
        super().currentChanged(current, previous)
        self.viewport().update()
