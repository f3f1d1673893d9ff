"""Rows of lists that are painted by hand: what lies behind one that is selected or under the pointer."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from journey_editor.ui.look import Look
from journey_editor.ui.painter import color
from journey_editor.ui.theme import look_of
from journey_editor.ui.workspace import Workspace

RADIUS = 6.0


class PaintedRows(QStyledItemDelegate):
    """Rows that are all equally high, painted in the look of a window by those who know what stands in them."""

    def __init__(self, workspace: Workspace, parent: QWidget, height: int) -> None:
        super().__init__(parent)
        self._workspace, self._height = workspace, height

    @property
    def look(self) -> Look:
        """The look of the window now."""
        return look_of(self._workspace.view.theme)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, self._height)


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, look: Look, inset: float = 0.0) -> QRectF:
    """Paint the ground of a row, `inset` pixels from those above and below it; return where the row lies."""
    row = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue] # the stubs know no fields of options
    state = option.state  # pyright: ignore[reportAttributeAccessIssue]
    is_selected = bool(state & QStyle.StateFlag.State_Selected)
    if is_selected or state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(look.selection if is_selected else look.field))
        painter.drawRoundedRect(row.adjusted(0, inset, 0, -inset), RADIUS, RADIUS)
    return row
