"""Words in chips, one after another, with a field behind them where more are typed; all by keys too."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from journey_editor.ui.icons import renderer
from journey_editor.ui.labels import elided, tip
from journey_editor.ui.theme import font
from journey_editor.ui.wrap import Wrap

HEIGHT = 28
_WIDEST = 224
_PAD, _CROSS = 10, 24

_REMOVES = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_WALKS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class WordChip(QWidget):
    """One word: its cross, Del and Backspace take it away, arrows go on to its neighbours."""

    removed = Signal()
    walked = Signal(int)

    def __init__(self, words: str, told: str = "", is_partial: bool = False, is_removable: bool = True) -> None:
        super().__init__()
        self.words = words
        self._is_partial, self._cross = is_partial, _CROSS if is_removable else _PAD
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(told or words)
        shown = elided(QFontMetrics(font()), words, _WIDEST)
        self._shown = shown
        said = told if told and told != words else "" if shown == words else words
        self.setToolTip(tip(said))
        self._width = round(QFontMetricsF(font()).horizontalAdvance(shown)) + 1 + _PAD + self._cross

    def sizeHint(self) -> QSize:
        return QSize(self._width, HEIGHT)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and event.position().x() >= self.width() - self._cross:
            self._remove()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _REMOVES:
            self._remove()
        elif key in _WALKS:
            self.walked.emit(_WALKS[key])
        else:
            super().keyPressEvent(event)

    def _remove(self) -> None:
        if self._cross != _PAD:
            self.removed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        rect = QRectF(self.rect()).adjusted(1, 2, -1, -2)
        painter.setBrush(palette.color(palette.ColorRole.Highlight if not self._is_partial else palette.ColorRole.Base))
        pen = QPen(palette.color(palette.ColorRole.Dark), 1.0, Qt.PenStyle.DashLine)
        painter.setPen(pen if self._is_partial else Qt.PenStyle.NoPen)
        if self.hasFocus():
            painter.setPen(QPen(palette.color(palette.ColorRole.Accent), 2.0))
        painter.drawRoundedRect(rect, 6, 6)
        painter.setFont(font())
        painter.setPen(palette.color(palette.ColorRole.Text))
        room = QRectF(_PAD, 0, self.width() - _PAD - self._cross + 4, self.height())
        shown = QFontMetricsF(font()).elidedText(self._shown, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        if self._cross == _PAD:
            return
        muted = palette.placeholderText().color().name()
        box = QRectF(self.width() - _CROSS + 4, (self.height() - 12) / 2, 12, 12)
        renderer("close", muted).render(painter, box)


class ChipLine(Wrap):
    """Chips in lines, and behind them a field. Backspace in the empty field takes the last one away."""

    removed = Signal(int)

    def __init__(self, field: QLineEdit) -> None:
        super().__init__()
        self.field = field
        self.insert(0, field)
        self._chips: list[WordChip] = []
        field.installEventFilter(self)
        self.setFocusProxy(field)

    @property
    def chips(self) -> tuple[WordChip, ...]:
        """The chips in their order."""
        return tuple(self._chips)

    def show_chips(self, chips: Sequence[WordChip]) -> None:
        """Show other chips; the keyboard stays where it was, or goes to the neighbour of a chip that went."""
        held = next((place for place, chip in enumerate(self._chips) if chip.hasFocus()), None)
        for chip in self._chips:
            self.take(chip)
        self._chips = list(chips)
        for place, chip in enumerate(self._chips):
            chip.removed.connect(lambda place=place: self.removed.emit(place))
            chip.walked.connect(lambda way, place=place: self._walk(place + way))
            self.insert(place, chip)
        if held is not None:
            self._walk(min(held, len(self._chips)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            at_start = self.field.cursorPosition() == 0 and not self.field.hasSelectedText()
            if at_start and self._chips and event.key() == Qt.Key.Key_Left:
                self._walk(len(self._chips) - 1)
                return True
            if not self.field.text() and self._chips and event.key() == Qt.Key.Key_Backspace:
                self.removed.emit(len(self._chips) - 1)
                return True
        return super().eventFilter(watched, event)

    def _walk(self, place: int) -> None:
        (self._chips[max(0, place)] if place < len(self._chips) else self.field).setFocus()
