"""One tab: a pill whose words are shortened to its room, which can be walked to, dragged and asked for its menu."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from journey_editor.assets import _
from journey_editor.core.values import TEXT_LIMIT
from journey_editor.ui.labels import label
from journey_editor.ui.pieces import restyle
from journey_editor.ui.theme import font

PAD = 16
"""Pixels beside the words of a pill."""

TIGHT = 10
"""Pixels beside the words of one that is narrower than they are."""

HEIGHT = 32
LEAST, MOST = 56, 208
"""Width of a pill in pixels, as far as there is room."""

_TELLING = 3  # letters, with the ellipsis, behind what tabs share, that tell them apart
_MEANINGLESS = 2  # letters of a word


class Pill(QPushButton):
    """The tab of one map. Keys that mean something on a tab are passed on; Left and Right walk."""

    walked = Signal(str, str)
    renamed = Signal(str)
    menu_asked = Signal(str, QPoint)
    grabbed = Signal(str, int)
    pulled = Signal(int)
    let_go = Signal(bool)

    def __init__(self, map_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.map_id = map_id
        self.words = ""
        self._shared = 0
        self._grip: QPoint | None = None
        self._is_held = False
        self.setProperty("role", "pill")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def say(self, words: str, tip: str, is_shown: bool, shared: int = 0) -> None:
        """Show other words; another tab begins with so many of their letters too, which narrow pills leave out."""
        self.words, self._shared = words, shared
        self.setToolTip(tip)
        self.setAccessibleName(words)
        self.setChecked(is_shown)
        self._fit()

    @property
    def wanted(self) -> int:
        """How wide its words want it, in pixels: as wide as they are where its map is shown, so that nothing jumps."""
        return min(MOST, max(LEAST, wide(self.words) + 2 * PAD))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._grip = event.position().toPoint()
        elif self._is_held:
            self._let_go(is_taken=False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.position().toPoint()
        if self._grip is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        if not self._is_held and abs(here.x() - self._grip.x()) >= QApplication.startDragDistance():
            self._is_held = True
            self.setDown(False)
            self.setFocus(Qt.FocusReason.MouseFocusReason)  # so that Esc is heard
            self.grabbed.emit(self.map_id, self._grip.x())
        if self._is_held:
            self.pulled.emit(self.mapToParent(here).x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None
        if self._is_held:
            self._let_go(is_taken=True)
            return
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._grip = None
            self.renamed.emit(self.map_id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        place = self.mapToGlobal(QPoint(0, self.height())) if by_key else event.globalPos()
        self.menu_asked.emit(self.map_id, place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._is_held:
            self._let_go(is_taken=False)
        elif event.key() == Qt.Key.Key_F2 and not event.modifiers():
            self.renamed.emit(self.map_id)
        elif event.key() in _WAYS and not event.modifiers():
            self.walked.emit(self.map_id, _WAYS[event.key()])
        else:
            super().keyPressEvent(event)

    def _let_go(self, is_taken: bool) -> None:
        self._is_held, self._grip = False, None
        self.let_go.emit(is_taken)

    def _fit(self) -> None:
        is_whole = wide(self.words) <= self.width() - 2 * PAD
        restyle(self, "tight", not is_whole)
        self.setText(label(self.words if is_whole else self._shortened(max(0, self.width() - 2 * TIGHT))))

    def _shortened(self, room: int) -> str:
        """Return what of the words has room; what tells them from another tab, where only what they share would."""
        shown = _elided(self.words, room)
        if self._shared and len(shown) < self._shared + _TELLING:
            return _elided(f"…{self.words[self._shared :]}", room)
        return shown


class TitleField(QLineEdit):
    """The title of a map, edited where its tab is. `ended` carries whether the words are taken."""

    ended = Signal(bool)

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tabTitle")
        self.setMaxLength(2 * TEXT_LIMIT)  # Qt counts halves of an emoji: it is cut when it is taken
        self.setText(words)
        self.setPlaceholderText(_("Title of the map"))
        self.setAccessibleName(_("Title of the map"))
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.ended.emit(True)
        elif event.key() == Qt.Key.Key_Escape:
            self.ended.emit(False)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if QApplication.activePopupWidget() is None:  # its own menu of cut and paste
            self.ended.emit(True)


def wide(words: str) -> int:
    """Return how wide words are in pixels on the tab that is shown."""
    return QFontMetrics(font(weight=600)).horizontalAdvance(words) + 1


def _elided(words: str, room: int) -> str:
    """Return what of words has room; one or two letters of a word that is cut off say nothing and go."""
    shown = QFontMetrics(font(weight=600)).elidedText(words, Qt.TextElideMode.ElideRight, room)
    if shown == words or not shown.endswith("…"):
        return shown
    begun, _blank, cut = shown[:-1].rpartition(" ")
    is_cut = not words[len(shown) - 1 :].startswith(" ")
    left = begun if is_cut and len(begun) >= _TELLING and len(cut) <= _MEANINGLESS else shown[:-1]
    return f"{left.rstrip()}…"


_WAYS = {
    int(Qt.Key.Key_Left): "left",
    int(Qt.Key.Key_Right): "right",
    int(Qt.Key.Key_Home): "first",
    int(Qt.Key.Key_End): "last",
    int(Qt.Key.Key_Delete): "remove",
}
