"""Lists whose rows are ticked, their boxes in the look of the window."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from journey_editor.ui.icons import icon
from journey_editor.ui.painter import color
from journey_editor.ui.theme import look_of
from journey_editor.ui.workspace import Workspace

_SIDE, _ROUND = 16.0, 4.0


class Ticked(QStyledItemDelegate):
    """Paints the box of a row over the one of the style, which is hardly seen in the dark."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace, self._widget = workspace, parent

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is None:
            return
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        part = QStyle.SubElement.SE_ItemViewItemCheckIndicator
        place = QRectF(self._widget.style().subElementRect(part, whole, self._widget))
        look, is_on = look_of(self._workspace.view.theme), Qt.CheckState(state) == Qt.CheckState.Checked
        box = QRectF(0.0, 0.0, _SIDE, _SIDE)
        box.moveCenter(place.center())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color(look.map.accent if is_on else look.map.muted), 1.2))
        painter.setBrush(color(look.map.accent if is_on else look.map.card))
        painter.drawRoundedRect(box, _ROUND, _ROUND)
        if is_on:
            icon("check", look.map.face).paint(painter, box.toRect().adjusted(1, 1, -1, -1))
        painter.restore()
