"""Widgets stand one after another, in lines where there is no more room, and none is cut."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget
from pytestqt.qtbot import QtBot

from journey_editor.ui.flow import Flow


class Block(QWidget):
    """A widget of a size."""

    def __init__(self, width: int, grows: bool = False) -> None:
        super().__init__()
        self._width = width
        policy = QSizePolicy.Policy.Expanding if grows else QSizePolicy.Policy.Fixed
        self.setSizePolicy(policy, QSizePolicy.Policy.Fixed)
        if grows:
            self.setMinimumWidth(width)

    def sizeHint(self) -> QSize:
        return QSize(self._width, 20)


def test_what_has_no_room_begins_a_new_line_and_the_last_one_grows(qtbot: QtBot):
    flow = Flow(gap=4)
    qtbot.addWidget(flow)
    blocks = [Block(60), Block(60), Block(60), Block(40, grows=True)]
    for place, block in enumerate(blocks):
        flow.insert(place, block)
    flow.resize(150, 200)
    flow.show()
    rects = [block.geometry() for block in blocks]
    assert [(rect.x(), rect.y()) for rect in rects] == [(0, 0), (64, 0), (0, 24), (64, 24)]
    assert rects[-1].width() == 86 and flow.heightForWidth(150) == 44
    assert flow.heightForWidth(400) == 20 and flow.sizeHint() == QSize(232, 20)
    flow.take(blocks[0])
    assert blocks[1].geometry().x() == 0


def test_what_is_wider_than_the_room_is_as_wide_as_it(qtbot: QtBot):
    flow = Flow()
    qtbot.addWidget(flow)
    block = Block(500)
    flow.insert(0, block)
    flow.resize(120, 40)
    flow.show()
    assert block.width() == 120
