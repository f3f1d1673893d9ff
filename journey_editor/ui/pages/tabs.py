"""The tabs of the pages in the head: the map first, then a pill for each page, those without room in a list."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from journey_editor.assets import _
from journey_editor.ui.labels import label
from journey_editor.ui.theme import font

MAP = ""
"""The id of the tab that leads back to the map."""

HEIGHT, GAP, PAD = 32, 4, 16
_WAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -999, Qt.Key.Key_End: 999}


class PageTabs(QWidget):
    """Asked by click and by arrows; `asked` carries the id of a page, "" for the map."""

    asked = Signal(str)

    def __init__(self, pages: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(_("Pages beside the map"))
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.here = MAP
        self.pills = {id: self._pill(id, words) for id, words in ((MAP, _("Map")), *pages)}
        self.more = QPushButton(_("More ▾"), self)
        self.more.setProperty("role", "pill")
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._list = QMenu(self.more)
        self._list.aboutToShow.connect(self._fill_list)
        self.more.setMenu(self._list)
        metrics = QFontMetrics(font(weight=600))
        self._widths = {id: metrics.horizontalAdvance(pill.text()) + 2 * PAD + 2 for id, pill in self.pills.items()}
        self._more_width = metrics.horizontalAdvance(self.more.text()) + 2 * PAD + 2
        self.show_page(MAP)

    def show_page(self, id: str) -> None:
        """Mark the tab of the page that is shown."""
        self.here = id
        for each, pill in self.pills.items():
            pill.setChecked(each == id)
        self._place()

    @property
    def seen(self) -> tuple[str, ...]:
        """The ids of the tabs that there is room for."""
        return tuple(id for id, pill in self.pills.items() if not pill.isHidden())

    def sizeHint(self) -> QSize:
        return QSize(sum(self._widths.values()) + GAP * (len(self._widths) - 1), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        longest = max(self._widths.values())
        return QSize(self._widths[MAP] + longest + self._more_width + 2 * GAP, HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # a button uses arrows itself, to go to the one beside it
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._walk(event):
            return True
        return super().eventFilter(watched, event)

    # inside

    def _pill(self, id: str, words: str) -> QPushButton:
        pill = QPushButton(label(words), self)
        pill.setProperty("role", "pill")
        pill.setCheckable(True)
        pill.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        pill.clicked.connect(lambda: self._ask(id))
        pill.installEventFilter(self)
        return pill

    def _walk(self, event: QKeyEvent) -> bool:
        """Do what a key means on a tab; returns whether it meant something."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        ids, key = list(self.pills), Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.asked.emit(MAP)
        elif key in _WAYS:
            there = max(1, min(len(ids) - 1, ids.index(self.here) + _WAYS[key]))
            self.asked.emit(ids[there])
            self.pills[ids[there]].setFocus(Qt.FocusReason.TabFocusReason)
        return key in (Qt.Key.Key_Escape, *_WAYS)

    def _ask(self, id: str) -> None:
        self.pills[id].setChecked(id == self.here)  # until it is shown
        self.asked.emit(id)

    def _place(self) -> None:
        """Show as many pills as there is room for, the one that is shown among them."""
        room, ids = self.width(), list(self.pills)
        seen = ids
        if self.sizeHint().width() > room:
            room -= self._more_width + GAP
            kept = {MAP, self.here}
            used = sum(self._widths[id] + GAP for id in kept)
            for id in ids:
                if id not in kept and used + self._widths[id] <= room:
                    kept.add(id)
                    used += self._widths[id] + GAP
                elif id not in kept:
                    break
            seen = [id for id in ids if id in kept]
        x = 0
        for id, pill in self.pills.items():
            pill.setVisible(id in seen)
            if id in seen:
                pill.setGeometry(x, 0, self._widths[id], HEIGHT)
                x += self._widths[id] + GAP
        self.more.setVisible(len(seen) < len(ids))
        self.more.setGeometry(x, 0, self._more_width, HEIGHT)

    def _fill_list(self) -> None:
        self._list.clear()
        for id, pill in self.pills.items():
            if pill.isHidden():
                self._list.addAction(pill.text(), lambda id=id: self.asked.emit(id))
