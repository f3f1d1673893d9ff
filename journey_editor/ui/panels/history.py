"""All steps that can be undone and done again, in a list that leads to any of them."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from journey_editor.assets import _
from journey_editor.core.document import Event
from journey_editor.ui.pieces import heading
from journey_editor.ui.popups import fit_rows, stand_at
from journey_editor.ui.workspace import Workspace

SHOWN = 500
WIDTH, HIGHEST = 300, 360  # pixels


class HistoryPopup(QFrame):
    """A list of the last steps, the newest first; a click goes there."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("history")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setFixedWidth(WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workspace = workspace
        self._going = False
        title = heading(_("History: press a step to go back to it"))
        title.setContentsMargins(8, 0, 8, 0)
        self.list = QListWidget()
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(_("History"))
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 12, 4, 4)
        column.addWidget(title)
        column.addWidget(self.list)
        self._fill()
        workspace.changed.connect(self._refill)
        self.list.itemClicked.connect(self._go)
        self.list.itemActivated.connect(self._go)

    def show_below(self, widget: QWidget) -> None:
        """Open below a button."""
        fit_rows(self, self.list, HIGHEST)
        stand_at(self, widget.mapToGlobal(QPoint(0, widget.height() + 4)))
        self.show()
        self.list.setFocus()

    def _fill(self) -> None:
        history = self._workspace.history
        first = max(0, len(history.steps) - SHOWN)
        for position in range(len(history.steps), first - 1, -1):
            label = history.steps[position - 1].label if position else _("As it was opened")
            item = QListWidgetItem(label)
            item.setData(Qt.ItemDataRole.UserRole, position)
            if position > history.position:
                item.setForeground(self.palette().placeholderText())
            self.list.addItem(item)
            if position == history.position:
                self.list.setCurrentItem(item)

    def _refill(self, event: Event) -> None:
        """Follow edits that happen while the list is open: an old place could mean another step."""
        if event.origin != "preview" and not self._going:
            self.list.clear()
            self._fill()

    def _go(self, item: QListWidgetItem) -> None:
        self._going = True
        self._workspace.history.go_to(item.data(Qt.ItemDataRole.UserRole))
        self.close()
