"""Rows of lists that are painted by hand: what lies behind one that is selected or under the pointer."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from journey_editor.ui.look import Look
from journey_editor.ui.painter import color

RADIUS = 6.0


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
