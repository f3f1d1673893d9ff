"""The text fields of the inspector: they commit on Enter or when left, and keep the old value where the new is none."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from journey_editor.assets import _
from journey_editor.core.titles import shortened
from journey_editor.core.values import TEXT_LIMIT
from journey_editor.ui.combo import Combo
from journey_editor.ui.labels import tip
from journey_editor.ui.pieces import restyle
from journey_editor.ui.theme import small_font

HEIGHT = 28
"""Of a field of one line, in pixels."""

_INSET = 10  # pixels beside the words of a field

LINES = 6
"""So many lines of a text are shown at once; a longer one scrolls."""

BRIEF = 1_500
"""So many letters of a text are laid out until somebody comes to it: more than those lines hold."""

LINE_BRIEF = 400
"""So many letters of a line are laid out until somebody comes to it: Qt would shape and paint all of them."""


def is_for_window(event: QEvent, can_undo: bool, can_redo: bool) -> bool:
    """Whether a text field leaves an event to the window's actions: undo and redo where it has none of its own."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    undo = event.matches(QKeySequence.StandardKey.Undo) and not can_undo
    return undo or (event.matches(QKeySequence.StandardKey.Redo) and not can_redo)


class LineEditor(QLineEdit):
    """A text of one line; one that is longer than the field is told whole under the pointer."""

    committed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown = ""
        self._rest = ""  # what of a long line is not laid out, since nobody is there
        self.setMaxLength(2 * TEXT_LIMIT)  # Qt counts halves of an emoji: what is too long is cut when it is taken
        self.setFixedHeight(HEIGHT)
        self.editingFinished.connect(self.commit)

    def show_text(self, text: str, hint: str = "") -> None:
        """Show a value; what is being typed stays unless the value changed."""
        self.setPlaceholderText(hint)
        if text == self._shown and self.hasFocus():
            return
        self._shown = text
        if text != self.words():
            self._set(text)
            self.setCursorPosition(0)

    def words(self) -> str:
        """Return what is written, with what is not laid out of it."""
        return self.text() + self._rest

    def commit(self) -> None:
        """Hand on what was typed, if it is something else."""
        text = self.words()[:TEXT_LIMIT]
        if text != self._shown:
            before, self._shown = self._shown, text
            self.committed.emit(text)
            if self._shown == self.words() and self.property("bad"):
                self._shown = before

    def restore(self) -> None:
        """Show the value again."""
        self._set(self._shown)

    @property
    def told(self) -> str:
        """What the pointer tells: the whole text where it has no room."""
        room, words = self.width() - 2 * _INSET, self.words()
        is_cut = len(words) > LINE_BRIEF or self.fontMetrics().horizontalAdvance(words) > room
        return words if is_cut else ""

    def _set(self, text: str) -> None:
        brief = text if self.hasFocus() else text[:LINE_BRIEF]
        self._rest = text[len(brief) :]
        self.setText(brief)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self._rest:
            self._rest, whole = "", self.words()[:TEXT_LIMIT]
            self.setText(whole)
            self.setCursorPosition(0)
        super().focusInEvent(event)

    def event(self, e: QEvent) -> bool:
        if isinstance(e, QHelpEvent) and e.type() == QEvent.Type.ToolTip and self.told:
            QToolTip.showText(e.globalPos(), tip(self.told), self)
            return True
        if is_for_window(e, self.isUndoAvailable(), self.isRedoAvailable()):
            e.ignore()
            return False
        return super().event(e)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.words() != self._shown:
            self.restore()
            return
        super().keyPressEvent(event)


class WordsEditor(QPlainTextEdit):
    """A text that grows with its words. Enter takes it, Shift+Enter begins a new line; in lists Enter does."""

    committed = Signal(str)

    def __init__(self, is_list: bool = False) -> None:
        super().__init__()
        self._shown = ""
        self._held = ""  # what Qt made of it: other breaks and blanks than given are no edit
        self._rest = ""  # what of a long text is not laid out, since nobody is there
        self._least = HEIGHT
        self._is_list = is_list
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.document().setDocumentMargin(0)
        self.document().contentsChanged.connect(self._grow)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._grow())
        self.verticalScrollBar().actionTriggered.connect(self._unfold)
        self.verticalScrollBar().sliderPressed.connect(self._unfold)
        self.setFixedHeight(HEIGHT)

    def be_small(self, least: int) -> None:
        """Take less room for one line, in pixels."""
        self._least = least
        self._grow()

    def show_text(self, text: str, hint: str = "") -> None:
        """Show a value; what is being typed stays unless the value changed."""
        self.setPlaceholderText(hint)
        if text == self._shown and self.hasFocus():
            return
        if text != self._shown or self.is_touched():
            self._set(text)

    def words(self) -> str:
        """Return what is written, with its no-break spaces, which Qt's own `toPlainText` would lose."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n") + self._rest

    def is_touched(self) -> bool:
        """Whether something else is written than what was shown."""
        return self.document().toRawText() != self._held

    def commit(self) -> None:
        """Hand on what was typed, if it is something else."""
        if not self.is_touched():
            return
        before = self._shown, self._held
        text = self.words()[:TEXT_LIMIT]
        self._shown, self._held = text, self.document().toRawText()
        self.committed.emit(text)
        if self.property("bad"):
            self._shown, self._held = before

    def event(self, e: QEvent) -> bool:
        document = self.document()
        if is_for_window(e, document.isUndoAvailable(), document.isRedoAvailable()):
            e.ignore()
            return False
        return super().event(e)

    def keyPressEvent(self, e: QKeyEvent) -> None:
        if e.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            newline = self._is_list != bool(e.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if newline and not e.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.insertPlainText("\n")
            else:
                self.commit()
            return
        if e.key() == Qt.Key.Key_Escape and self.is_touched():
            self._set(self._shown)
            return
        super().keyPressEvent(e)

    def focusInEvent(self, e: QFocusEvent) -> None:
        self._unfold()
        super().focusInEvent(e)

    def focusOutEvent(self, e: QFocusEvent) -> None:
        super().focusOutEvent(e)
        if e.reason() != Qt.FocusReason.PopupFocusReason:
            self.commit()

    def wheelEvent(self, e: QWheelEvent) -> None:
        if self.hasFocus() and self.verticalScrollBar().maximum() > 0:
            super().wheelEvent(e)
        else:
            e.ignore()  # the panel scrolls, not the field

    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        self._grow()

    def _set(self, text: str) -> None:
        place = self.textCursor().position()
        self._shown = text
        brief = text if self.hasFocus() else text[:BRIEF]
        self._rest = text[len(brief) :]
        self.setPlainText(brief)
        self._held = self.document().toRawText()
        if self.hasFocus():
            cursor = self.textCursor()
            cursor.setPosition(min(place, self.document().characterCount() - 1))
            self.setTextCursor(cursor)

    def _unfold(self) -> None:
        """Lay out the whole text: somebody reads on, or writes."""
        if self._rest:
            self.commit()  # what was dropped into its beginning meanwhile
            self._rest = ""
            self.setPlainText(self._shown)
            self._held = self.document().toRawText()

    def _grow(self) -> None:
        wanted = max(1, round(self.document().size().height()))
        lines = min(LINES, wanted)
        needed = Qt.ScrollBarPolicy.ScrollBarAsNeeded if wanted > LINES else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(needed)
        spacing = self.fontMetrics().lineSpacing()
        height = max(self._least, round(lines * spacing) + max(self._least - spacing, 6))
        if height != self.height():
            self.setFixedHeight(height)


class ChoiceEditor(Combo):
    """One of several values."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(HEIGHT)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(16)
        self.activated.connect(self._choose)
        self._values: list[Any] = []
        self._choices: tuple[tuple[Any, str], ...] = ()
        self._several = False

    def show_choices(self, choices: Sequence[tuple[Any, str]], value: Any, shared: bool = True) -> None:
        """Offer values with their names and show one of them, or that records have several."""
        self.blockSignals(True)
        self._several = not shared
        if not shared:
            choices = ((Ellipsis, _("several")), *choices)
            value = Ellipsis
        if tuple(choices) != self._choices:  # thousands of names, and mostly the same ones
            self._choices = tuple(choices)
            self._values = [each for each, _words in choices]
            self.clear()
            self.addItems([shortened(words, 80) for _each, words in choices])
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)
        self.blockSignals(False)
        self.setToolTip("")

    def values(self) -> tuple[Any, ...]:
        """Return the values that are offered."""
        return tuple(each for each in self._values if each is not Ellipsis)

    def value_at(self, index: int) -> Any:
        """Return the value of an item."""
        return self._values[index]

    def choose(self, value: Any) -> None:
        """Choose as a person would."""
        self._choose(self._values.index(value))

    def _choose(self, index: int) -> None:
        if 0 <= index < len(self._values) and self._values[index] is not Ellipsis:
            self.chosen.emit(self._values[index])

    def wheelEvent(self, e: QWheelEvent) -> None:
        e.ignore()  # scrolling the panel must never change a value

    def minimumSizeHint(self) -> QSize:
        return QSize(40, HEIGHT)


class SwitchEditor(QWidget):
    """On or off, as a switch."""

    chosen = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._on = False
        self._several = False

    def show_value(self, on: bool, shared: bool = True) -> None:
        """Show on, off, or that records differ."""
        self._on, self._several = bool(on), not shared
        self.setAccessibleDescription(_("several") if self._several else _("on") if on else _("off"))
        self.update()

    def toggle(self) -> None:
        """Turn it over."""
        self.chosen.emit(not self._on)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.toggle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.toggle()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        accent = palette.color(palette.ColorRole.Accent)
        ground = accent if self._on and not self._several else palette.color(palette.ColorRole.Dark)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(0, 5, 32, 18, 9, 9)
        painter.setBrush(QColor(palette.color(palette.ColorRole.Base)))
        painter.drawEllipse(9 if self._several else 16 if self._on else 2, 7, 14, 14)
        if self.hasFocus():
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.SolidLine)
            pen.setColor(accent)
            pen.setWidthF(1.5)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(-1, 3, 35, 22, 11, 11)


class Troubled(QWidget):
    """An editor with room for one sentence below, when what was typed is no value."""

    def __init__(self, editor: QWidget) -> None:
        super().__init__()
        self.editor = editor
        self._said = QLabel()
        self._said.setProperty("role", "error")
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setFont(small_font())
        self._said.setWordWrap(True)
        self._said.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(editor)
        column.addWidget(self._said)

    @property
    def sentence(self) -> str:
        """What is said below the field, "" where all is well."""
        return self._said.text()

    def say(self, sentence: str) -> None:
        """Say what is wrong, or "" that all is well."""
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))
        restyle(self.editor, "bad", bool(sentence))
