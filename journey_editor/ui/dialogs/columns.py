"""A table as it was pasted, with a choice above each column of what it is taken for."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from journey_editor.assets import _
from journey_editor.core.words import note_name
from journey_editor.interchange.headings import ROLES, Role
from journey_editor.interchange.tables import Rows
from journey_editor.layout.style import Style
from journey_editor.ui.combo import Combo
from journey_editor.ui.labels import tip
from journey_editor.ui.theme import font, small_font

HEIGHT = 72
WIDTH, WIDEST = 144, 240
LETTERS = 200  # of a cell that are shown

Index = QModelIndex | QPersistentModelIndex


def role_name(role: Role) -> str:
    """Return what a column is called that says such a thing."""
    names = {
        "": _("Left out"), "stage": _("Stage"), "title": _("Touchpoint"), "owner": _("Owner"),
        "channel": _("Channel"), "feeling": _("Feeling"), "when": _("When"), "opportunity": _("Opportunity"),
        "metric": _("Metric"), "named": _("Note of that name"),
    }  # fmt: skip
    return names[role] if role in names else note_name(role)


class Cells(QAbstractTableModel):
    """The rows below the headings; columns that are left out are pale."""

    def __init__(self, style: Style) -> None:
        super().__init__()
        self._style = style
        self._rows: Rows = ()
        self._headings: Sequence[str] = ()
        self._roles: Sequence[Role] = ()
        self._first = 1

    def show(self, rows: Rows, headings: Sequence[str], roles: Sequence[Role]) -> None:
        """Show other rows; `headings` are empty where the table has none."""
        self.beginResetModel()
        self._rows, self._headings, self._roles = rows, headings, roles
        self._first = 2 if headings else 1
        self.endResetModel()

    def heading(self, column: int) -> str:
        """Return what stands above a column."""
        return " ".join(self._headings[column].split()) if column < len(self._headings) else ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._roles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.heading(section) if orientation == Qt.Orientation.Horizontal else str(section + self._first)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        cell = row[index.column()] if index.column() < len(row) else ""
        if role == Qt.ItemDataRole.DisplayRole:
            return " · ".join(cell.split("\n"))[:LETTERS]
        if role == Qt.ItemDataRole.ToolTipRole and len(cell) > 16:
            return tip(cell[: 5 * LETTERS])
        if role == Qt.ItemDataRole.ForegroundRole and not self._roles[index.column()]:
            return QColor(self._style.quiet)
        return None


class RoleHeader(QHeaderView):
    """Headings with a box below each to choose what the column says; `chosen` carries the column and that."""

    chosen = Signal(int, str)

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._style = style
        self._boxes: list[Combo] = []
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(96)
        self.sectionResized.connect(lambda _index, _old, _new: self._place())

    def show_roles(self, roles: Sequence[Role]) -> None:
        """Show what columns are taken for."""
        for box in self._boxes[len(roles) :]:
            box.deleteLater()
        del self._boxes[len(roles) :]
        for column in range(len(self._boxes), len(roles)):
            self._boxes.append(self._made(column))
        for box, role in zip(self._boxes, roles, strict=True):
            box.blockSignals(True)
            box.setCurrentIndex(ROLES.index(role))
            box.blockSignals(False)
        self._place()

    def box(self, column: int) -> Combo:
        """Return the box of a column."""
        return self._boxes[column]

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), HEIGHT)

    def setOffset(self, offset: int) -> None:
        super().setOffset(offset)
        self._place()

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        painter.setFont(small_font(600))
        painter.setPen(QColor(self._style.muted))
        words = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal) or "")
        room = rect.adjusted(8, 8, -8, 0)
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft), shown)
        painter.restore()

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._place()

    def _made(self, column: int) -> Combo:
        box = Combo(self.viewport())
        for role in ROLES:
            box.addItem(role_name(role), role)
        box.setFont(font())
        box.setAccessibleName(_("What column {number} says").format(number=column + 1))
        box.currentIndexChanged.connect(lambda index: self.chosen.emit(column, ROLES[index]))
        box.show()
        return box

    def _place(self) -> None:
        for column, box in enumerate(self._boxes):
            if column < self.count():
                left = self.sectionViewportPosition(column)
                box.setGeometry(left + 4, 32, self.sectionSize(column) - 8, 32)


class TableView(QTableView):
    """A table to look at, whose columns can be taken for something else."""

    def __init__(self, style: Style) -> None:
        super().__init__()
        self.cells = Cells(style)
        self.roles = RoleHeader(style, self)
        self.setModel(self.cells)
        self.setObjectName("pasted")
        self.setHorizontalHeader(self.roles)
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setShowGrid(True)
        rows = self.verticalHeader()
        rows.setDefaultSectionSize(30)
        rows.setFont(small_font())
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setSectionsClickable(False)

    def show_table(self, rows: Rows, headings: Sequence[str], roles: Sequence[Role]) -> None:
        """Show rows and what their columns are taken for."""
        is_new = len(roles) != self.cells.columnCount()
        self.cells.show(rows, headings, roles)
        if is_new:
            metrics = self.fontMetrics()
            for column in range(len(roles)):
                sample = [row[column] for row in rows[:30] if column < len(row)]
                widest = max((metrics.horizontalAdvance(cell[:60]) for cell in sample), default=0) + 32
                self.setColumnWidth(column, max(WIDTH, min(WIDEST, widest)))
        self.roles.show_roles(roles)
