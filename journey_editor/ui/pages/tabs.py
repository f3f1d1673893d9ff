"""The tabs of the pages in the head: the map first, then a pill for each page."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from journey_editor.assets import _
from journey_editor.ui.labels import label

MAP = ""
"""The id of the tab that leads back to the map."""


class PageTabs(QWidget):
    """Asked by click and by arrows; `asked` carries the id of a page, "" for the map."""

    asked = Signal(str)

    def __init__(self, pages: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(_("Pages beside the map"))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self.pills: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for id, words in ((MAP, _("Map")), *pages):
            pill = self.pills[id] = QPushButton(label(words))
            pill.setProperty("role", "pill")
            pill.setCheckable(True)
            pill.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            pill.clicked.connect(lambda _on=False, id=id: self.asked.emit(id))
            self._group.addButton(pill)
            row.addWidget(pill)

    def show_page(self, id: str) -> None:
        """Mark the tab of the page that is shown."""
        self.pills[id].setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        ids = list(self.pills)
        here = next((place for place, id in enumerate(ids) if self.pills[id].hasFocus()), None)
        if event.key() == Qt.Key.Key_Escape:
            self.asked.emit(MAP)
        elif here is not None and event.key() in ways:
            there = max(1, min(len(ids) - 1, here + ways[Qt.Key(event.key())]))
            self.asked.emit(ids[there])
            self.pills[ids[there]].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)
