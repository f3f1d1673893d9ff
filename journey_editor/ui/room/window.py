"""The window that the room sees: full screen, the map alone, led by a remote or, on one screen, by typing."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from journey_editor.assets import _
from journey_editor.layout.room import Screen
from journey_editor.ui.icons import application_icon
from journey_editor.ui.notice import Notice
from journey_editor.ui.room.naming import name_field
from journey_editor.ui.room.page import RoomPage
from journey_editor.ui.room.show import Show
from journey_editor.ui.theme import font
from journey_editor.ui.timer import Timer
from journey_editor.ui.workspace import Workspace

FLOOR = 80
"""Pixels at the lower edge that the capture line floats in, where there is one."""

NOTICE = 5000
WIDEST, EDGE, LINE = 1600, 48, 52  # pixels of the line: most of its width, beside it, its height

Key = Qt.Key
_ON = frozenset((Key.Key_PageDown, Key.Key_Space, Key.Key_MediaNext, Key.Key_Forward))
_BACK = frozenset((Key.Key_PageUp, Key.Key_MediaPrevious, Key.Key_Back))
_TOLERATED = frozenset((Key.Key_F5, Key.Key_F11))  # remotes send them to begin what has begun already
_ARROWS = {Key.Key_Right: 1, Key.Key_Down: 1, Key.Key_Left: -1, Key.Key_Up: -1}

Press = Callable[[QKeyEvent], bool]
"""Does what a key means on the map; returns whether it meant something."""


class RoomWindow(QWidget):
    """Shows a `Show` on a screen. `closed` tells that it is gone.

    Without a capture line all keys are those of a remote. With one, letters are typed into it and what the line has no
    use for is asked here first (`handle_key`), then on the map (`press`).
    """

    closed = Signal()

    def __init__(self, workspace: Workspace, show: Show, timer: Timer, press: Press) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._workspace, self._show, self._press = workspace, show, press
        self.line: QLineEdit | None = None
        self.setWindowIcon(application_icon())
        self.setWindowTitle(f"{_('Room view')} – {workspace.title}")
        self.setObjectName("room")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.page = RoomPage(timer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        self.notice = _Toast(self)
        self._passing = QTimer(self)
        self._passing.setSingleShot(True)
        self._passing.setInterval(NOTICE)
        self._passing.timeout.connect(self.notice.hide)
        self.page.touched.connect(self._select)
        self._is_calm = False
        self._soon = QTimer(self)  # what comes of one key is laid out once, and after the console has shown it
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.refresh)
        show.changed.connect(self._hear)
        workspace.noticed.connect(self.say)
        workspace.offered.connect(self._say_offered)

    def float_line(self, line: QLineEdit | None) -> None:
        """Let the capture line float at the lower edge, or none."""
        if self.line is not None:
            self.line.deleteLater()
        self.line = line
        if line is not None:
            line.setParent(self)
            line.setMaximumWidth(WIDEST)
            line.setFixedHeight(LINE)
            line.setStyleSheet("font-size: 24px")
            line.show()
            line.setFocus()
        self._fit()

    def refresh(self) -> None:
        """Show what is to be seen now."""
        self._soon.stop()
        calmly, self._is_calm = self._is_calm, False
        self.page.show_page(self._show.shown(), calmly)
        self.page.setAccessibleName(_("Room view: {page}").format(page=self._show.words))

    def say(self, sentence: str) -> None:
        """Say something in passing where somebody types here; the console says it otherwise."""
        if self.line is None:
            return
        self.notice.say(sentence)
        self._place_notice()
        self._passing.start()

    def handle_key(self, event: QKeyEvent) -> bool:
        """Do what a key means in the room, then what it means on the map: what the capture line calls its canvas."""
        if event.type() != QEvent.Type.KeyPress:
            return False
        return self._remote_key(event) or self._press(event)

    def rename(self) -> bool:
        """Let the title of the selected card be typed anew; returns whether its card is seen."""
        field = name_field(self._workspace, self._show.shown(), self)
        if field is None:
            return False
        field.ended.connect(self._give_focus)
        field.show()
        field.setFocus()
        return True

    def ensure_visible(self, record: str) -> None:
        """Do nothing: the page turns to what is selected by itself."""

    def ask_menu(self) -> None:
        """Do nothing: a menu belongs to the console, not before the room."""

    # events of Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.handle_key(event):
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._give_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._soon.stop()
        self._show.changed.disconnect(self._hear)
        self.page.end()
        self._workspace.noticed.disconnect(self.say)
        self._workspace.offered.disconnect(self._say_offered)
        self.closed.emit()
        event.accept()

    # inside

    def _say_offered(self, notice: Notice) -> None:
        """Say what was done without its button: here Ctrl+Z takes it back."""
        self.say(notice.sentence)

    def _hear(self, calmly: bool) -> None:
        self._is_calm = self._is_calm or calmly
        self._soon.start()

    def _is_typing(self) -> bool:
        """Whether the line has words that are not set aside."""
        return bool(self.line is not None and getattr(self.line, "is_typing", False))

    def _give_focus(self) -> None:
        (self.line or self).setFocus()

    def _remote_key(self, event: QKeyEvent) -> bool:
        """Do what keys of a presenter remote mean; letters are keys of a remote only where nobody types."""
        key, held = Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held:
            return False
        if key == Key.Key_Escape:
            if self._is_typing():
                return False  # the words are set aside first
            self.close()
        elif key in _ON or key in _BACK:
            self._step(1 if key in _ON else -1)
        elif key in _TOLERATED:
            self.page.blank(False)
        elif self.line is None and key in _ARROWS:
            self._step(_ARROWS[key])
        elif self.line is None and key in (Key.Key_Home, Key.Key_End):
            self._show.to_end(key == Key.Key_End)
        elif self.line is None and key in (Key.Key_B, Key.Key_Period, Key.Key_W):
            self.page.blank(not self.page.is_blank)
        else:
            return False
        return True

    def _step(self, way: int) -> None:
        """Turn the page; where the screen was dark it is only lit again."""
        if self.page.is_blank:
            self.page.blank(False)
        else:
            self._show.step(way)

    def _select(self, place: QPointF) -> None:
        shown = self._show.shown()
        for element in shown.page.picture.elements if shown is not None else ():
            rect = element.rect
            inside = rect.x <= place.x() <= rect.right and rect.y <= place.y() <= rect.bottom
            if inside and element.role in ("card", "feeling"):
                self._workspace.session.select((element.record,))
            elif inside and element.role == "stage":
                self._show.to_stage(element.record)

    def _fit(self) -> None:
        """Lay out for the size there is."""
        below = FLOOR if self.line is not None else 0
        if self.line is not None:
            width = min(WIDEST, self.width() - 2 * EDGE)
            place = QRect(0, 0, width, LINE)
            place.moveCenter(QPoint(self.width() // 2, self.height() - FLOOR // 2))
            self.line.setGeometry(place)
            self.line.raise_()
        self._place_notice()
        self._show.fit(Screen(float(max(self.width(), 320)), float(max(self.height(), 240)), float(below)))
        self.refresh()

    def _place_notice(self) -> None:
        self.notice.move((self.width() - self.notice.width()) // 2, EDGE // 2)


class _Toast(QFrame):
    """A sentence in passing, over the page."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setFont(font(16))
        inside = QVBoxLayout(self)
        inside.setContentsMargins(16, 8, 16, 8)
        inside.addWidget(self._words)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show a sentence, shortened where it is too long."""
        metrics = self._words.fontMetrics()
        self._words.setText(metrics.elidedText(sentence, Qt.TextElideMode.ElideRight, WIDEST - 2 * EDGE))
        self.adjustSize()
        self.show()
        self.raise_()
