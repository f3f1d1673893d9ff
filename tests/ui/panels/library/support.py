"""What tests of the library share: a person at its lists, and drags from there onto the map."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from journey_editor.core.records import name_of
from journey_editor.ui.panels.library.model import mime_of
from tests import hands
from tests.robot import Robot


class Person(Robot):
    """Works with the library beside the map."""

    def __init__(self, window):
        super().__init__(window)
        self.window = window

    @property
    def library(self):
        return self.window.library

    @property
    def section(self):
        return self.library.section

    def names(self):
        """What the list shows, from top to bottom."""
        self.settle()
        records = self.workspace.document.records
        return [name_of(records[each]) for each in self.section.model.ids]

    def row(self, name):
        """The row of a name."""
        self.settle()
        return self.section.model.index(self.names().index(name))

    def place(self, name, x=120):
        """Where the row of a name lies in the list."""
        index = self.row(name)
        self.section.view.scrollTo(index)
        rect = self.section.view.visualRect(index)
        return QPoint(rect.left() + x, rect.center().y())

    def pick(self, name, keys=""):
        """Click a row of the list."""
        hands.click(self.section.view.viewport(), self.place(name), hands.CTRL if keys == "Ctrl" else hands.NO_KEYS)
        self.settle()

    def press_mark(self, name):
        """Press the sign at the left of a row."""
        hands.click(self.section.view.viewport(), self.place(name, 16))
        self.settle()

    def record(self, name):
        """The record of a row."""
        return self.section.model.record(self.row(name))

    def drag_to_map(self, name, place, drop=True):
        """Drag a row onto a place of the map; returns whether it may be let go there."""
        data = mime_of(self.workspace, [self.record(name).id])
        return hands.carry(self.viewport, data, (QPoint(2, 2), place), drop)

    def drag_before(self, name, other):
        """Drag a row above another one of the list."""
        data, viewport = mime_of(self.workspace, [self.record(name).id]), self.section.view.viewport()
        start, rect = self.place(name), self.section.view.visualRect(self.row(other))
        assert hands.carry(viewport, data, (start, rect.center(), rect.topLeft() + QPoint(80, 1)))
        self.settle()

    def middle_of(self, record_id):
        """The middle of what shows a record on the map."""
        self.canvas.ensure_visible(record_id)
        element = self.canvas.element_of(record_id)
        assert element is not None
        return self.seen(element.rect.x + element.rect.width / 2, element.rect.y + element.rect.height / 2)

    def settle(self):
        """Let the panel follow what happened."""
        QApplication.processEvents()
