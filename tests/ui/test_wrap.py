"""Widgets stand one after another, in lines where there is no more room, and none is cut."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget
from pytestqt.qtbot import QtBot

from journey_editor.ui.wrap import Wrap


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
    wrap = Wrap(gap=4)
    qtbot.addWidget(wrap)
    blocks = [Block(60), Block(60), Block(60), Block(40, grows=True)]
    for place, block in enumerate(blocks):
        wrap.insert(place, block)
    wrap.resize(150, 200)
    wrap.show()
    rects = [block.geometry() for block in blocks]
    assert [(rect.x(), rect.y()) for rect in rects] == [(0, 0), (64, 0), (0, 24), (64, 24)]
    assert rects[-1].width() == 86 and wrap.heightForWidth(150) == 44
    assert wrap.heightForWidth(400) == 20 and wrap.sizeHint() == QSize(232, 20)
    wrap.take(blocks[0])
    assert blocks[1].geometry().x() == 0


def test_what_is_wider_than_the_room_is_as_wide_as_it(qtbot: QtBot):
    wrap = Wrap()
    qtbot.addWidget(wrap)
    block = Block(500)
    wrap.insert(0, block)
    wrap.resize(120, 40)
    wrap.show()
    assert block.width() == 120
