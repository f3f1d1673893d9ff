"""What a list has selected and what the workspace has selected: one and the same, whoever selects."""

from collections.abc import Callable

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QObject
from PySide6.QtWidgets import QAbstractItemView

from journey_editor.ui.workspace import Workspace

_Flag = QItemSelectionModel.SelectionFlag


class Mirror(QObject):
    """Keeps both in step. While it is `quiet`, rows may move and neither hears of the other.

    `order` sorts what a person selected, which Qt hands over in no order.
    """

    def __init__(
        self,
        view: QAbstractItemView,
        workspace: Workspace,
        index_of: Callable[[str], QModelIndex],
        record_of: Callable[[QModelIndex], str],
        order: Callable[[QModelIndex], int] = lambda _index: 0,
    ) -> None:
        super().__init__(view)
        self._view, self._workspace = view, workspace
        self._index_of, self._record_of, self._order = index_of, record_of, order
        self.quiet = False
        view.selectionModel().selectionChanged.connect(self._hand_on)
        workspace.selected.connect(self.show)

    def show(self) -> None:
        """Select in the list what the workspace has selected, and bring the current record into sight."""
        if self.quiet:
            return
        self.quiet = True
        wanted = QItemSelection()
        for record in self._workspace.session.selected:
            index = self._index_of(record)
            if index.isValid():
                wanted.select(index, index)
        selection = self._view.selectionModel()
        selection.select(wanted, _Flag.ClearAndSelect)
        current = self._index_of(self._workspace.session.current or "")
        if current.isValid():
            selection.setCurrentIndex(current, _Flag.NoUpdate)
            self._view.scrollTo(current)
        self.quiet = False

    def _hand_on(self) -> None:
        """Select in the workspace what a person selected in the list, the current record last."""
        if self.quiet:
            return
        selection, current = self._view.selectionModel(), self._view.currentIndex()
        rows = sorted((index for index in selection.selectedRows() if index != current), key=self._order)
        if selection.isSelected(current):
            rows.append(current)
        self.quiet = True
        self._workspace.session.select([self._record_of(index) for index in rows])
        self.quiet = False
