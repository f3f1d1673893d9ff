"""What lies behind a row of a list that is painted by hand."""

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem

from journey_editor.ui.look import LIGHT_LOOK
from journey_editor.ui.rows import paint_ground

State = QStyle.StateFlag


@pytest.mark.parametrize(
    ("state", "ground"),
    [
        (State.State_Enabled, "#000000"),
        (State.State_MouseOver, LIGHT_LOOK.field),
        (State.State_Selected, LIGHT_LOOK.selection),
        (State.State_Selected | State.State_MouseOver, LIGHT_LOOK.selection),
    ],
)
def test_a_row_that_is_selected_or_pointed_at_has_a_ground(qapp: QApplication, state: State, ground: str):
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("#000000"))
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 40, 20)  # type: ignore[attr-defined]
    option.state = state  # type: ignore[attr-defined]
    painter = QPainter(image)
    row = paint_ground(painter, option, LIGHT_LOOK, 1.0)
    painter.end()
    assert row == QRectF(0, 0, 40, 20)
    assert image.pixelColor(20, 10) == QColor(ground) and image.pixelColor(20, 0) == QColor("#000000")
