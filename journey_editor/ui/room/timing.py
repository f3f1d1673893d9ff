"""The small popup of the timer: minutes to be typed, those usual in workshops to be pressed, and what is done later."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from journey_editor.assets import _
from journey_editor.core.countdown import seconds_of
from journey_editor.ui.labels import label
from journey_editor.ui.pieces import heading, restyle
from journey_editor.ui.timer import MINUTE, Timer

USUAL = (3, 5, 10, 15, 20)
"""Minutes that groups are given most."""

WIDTH = 320


class TimerPopup(QFrame):
    """Starts, rests, prolongs and ends the timer; it goes when something is chosen or a key leads elsewhere."""

    def __init__(self, timer: Timer, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("timing")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(WIDTH)
        self._timer = timer
        self.field = QLineEdit()
        self.field.setPlaceholderText(_("minutes, or 1:30"))
        self.field.setAccessibleName(_("Minutes"))
        self.field.setMaxLength(8)
        self.field.returnPressed.connect(self._typed)
        self.field.textEdited.connect(lambda _text: restyle(self.field, "bad", False))
        self.start_button = QPushButton(_("Start"))
        self.start_button.setProperty("role", "accent")
        self.start_button.clicked.connect(self._typed)
        typed = QHBoxLayout()
        typed.setSpacing(8)
        typed.addWidget(self.field, 1)
        typed.addWidget(self.start_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addWidget(heading(_("Timer: how many minutes?")))
        column.addLayout(typed)
        column.addLayout(self._buttons([(str(each), self._begins(each)) for each in USUAL], "segment"))
        if timer.phase != "off":
            pause = _("Go on") if timer.phase == "paused" else _("Pause")
            doings = [(pause, timer.pause)] if timer.phase != "over" else []
            doings += [(_("+1 minute"), timer.add_minute), (_("Stop"), timer.stop)]
            column.addLayout(self._buttons(doings, "button"))

    def show_at(self, corner: QPoint) -> None:
        """Open with its upper right corner at a place of the screen."""
        self.adjustSize()
        self.move(corner.x() - self.width(), corner.y())
        self.show()
        self.field.setFocus()

    def _buttons(self, doings: Sequence[tuple[str, Callable[[], object]]], role: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for words, run in doings:
            button = QPushButton(label(words))
            button.setProperty("role", role)
            button.setAccessibleName(words)
            button.clicked.connect(lambda _checked=False, run=run: self._do(run))
            row.addWidget(button, 1)
        return row

    def _begins(self, minutes: int) -> Callable[[], None]:
        return lambda: self._timer.start(minutes * MINUTE)

    def _do(self, run: Callable[[], object]) -> None:
        run()
        self.close()

    def _typed(self) -> None:
        seconds = seconds_of(self.field.text())
        if seconds is None:
            restyle(self.field, "bad", True)
            self.field.selectAll()
            return
        self._do(lambda: self._timer.start(seconds))
