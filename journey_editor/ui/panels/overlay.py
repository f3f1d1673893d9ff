"""A card that floats over the map while something is done there: nothing of the map moves to make room for it."""

from typing import Literal

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from journey_editor.ui.floating import SHADOW, paint_card
from journey_editor.ui.icons import icon
from journey_editor.ui.pieces import close_button
from journey_editor.ui.theme import look_of
from journey_editor.ui.workspace import Workspace

RADIUS = 12
_AWAY = 16 - SHADOW  # pixels between the card's shadow and the edge of what it lies over


class Overlay(QWidget):
    """Stands at the middle of the lower edge of a widget, or in its lower right corner, and gives the keyboard back."""

    opened = Signal()
    closed = Signal()

    def __init__(self, workspace: Workspace, over: QWidget, place: Literal["middle", "corner"], width: int) -> None:
        super().__init__(over)
        self._workspace, self._over = workspace, over
        self._place, self._wanted = place, width
        self.close_button = close_button()
        self.close_button.clicked.connect(self.put_away)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()
        over.installEventFilter(self)
        workspace.viewed.connect(self.dress)
        self.dress()

    @property
    def is_open(self) -> bool:
        """Whether it is shown."""
        return not self.isHidden()

    def open(self) -> None:
        """Show it, above all else there, with the keyboard."""
        self.arrange()
        self.show()
        self.raise_()
        self.take_keyboard()
        self.opened.emit()

    def toggle(self) -> None:
        """Come with the keyboard, or go again."""
        if self.is_open:
            self.put_away()
        else:
            self.open()

    def put_away(self) -> None:
        """Hide it; the keyboard goes back to the map."""
        if self.is_open:
            self._over.setFocus()
            self.hide()
            self.closed.emit()

    def take_keyboard(self) -> None:
        """Take the keyboard where one types here."""
        self.setFocus()

    def arrange(self) -> None:
        """Stand in the right place, as large as needed and no larger than there is room."""
        room = self._over.rect().adjusted(_AWAY, _AWAY, -_AWAY, -_AWAY)
        width = min(self._wanted + 2 * SHADOW, room.width())
        layout = self.layout()
        needed = layout.totalHeightForWidth(width) if layout and layout.hasHeightForWidth() else 0
        height = min(max(needed, self.sizeHint().height()), room.height())
        left = room.right() + 1 - width
        if self._place == "middle":
            left -= (room.width() - width) // 2
        self.setGeometry(left, room.bottom() + 1 - height, width, height)

    def dress(self) -> None:
        """Take the colours of the theme."""
        look = look_of(self._workspace.view.theme)
        self.close_button.setIcon(icon("close", look.map.muted))
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._over and self.is_open:
            self.arrange()
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        paint_card(painter, inside, look_of(self._workspace.view.theme), RADIUS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        event.accept()  # the map below has other plans for keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.take_keyboard()
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()
