"""Small things in the inspector: records as chips that can be opened and taken away, owners' marks, colours."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from journey_editor.assets import _
from journey_editor.core.titles import shortened
from journey_editor.ui.icons import icon
from journey_editor.ui.labels import elided, label, tip
from journey_editor.ui.painter import color
from journey_editor.ui.panels.inspector.picker import Pick, Picker
from journey_editor.ui.panels.inspector.portion import Portion
from journey_editor.ui.panels.outline_words import icon_name
from journey_editor.ui.pieces import quiet_button
from journey_editor.ui.workspace import Workspace

SHOWN_IN_MENU = 16
"""So many records are offered in a menu; among more one is found by typing."""

FIRST, STEP = 12, 24
"""So many records of a list have a chip at once, and so many more each time that more are asked for."""


class Chip(QWidget):
    """One record in a line: pressed it opens, its cross takes it away."""

    opened = Signal()
    removed = Signal()

    def __init__(self, words: str, dot: str = "", removable: bool = True) -> None:
        super().__init__()
        self._words, self._dot, self._hovered = words, dot, False
        self.setFixedHeight(28)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(words)
        self._cross = cross(self, _("Take “{words}” away").format(words=words[:60]))
        self._cross.clicked.connect(self.removed)
        self._removable = removable
        self._cross.hide()

    def sizeHint(self) -> QSize:
        return QSize(120, 28)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hover(True)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._hover(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._hover(False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._removable:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._cross.move(self.width() - 26, 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        painter.setPen(Qt.PenStyle.NoPen)
        ground = palette.color(palette.ColorRole.Midlight if self._hovered else palette.ColorRole.AlternateBase)
        painter.setBrush(ground)
        painter.drawRoundedRect(self.rect(), 6, 6)
        if self.hasFocus():
            painter.setPen(QPen(palette.color(palette.ColorRole.Accent), 2.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        left = 10.0
        if self._dot:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(self._dot))
            painter.drawEllipse(QRectF(10, 10, 8, 8))
            left = 26.0
        room = self.width() - left - (28 if self._hovered and self._removable else 8)
        painter.setPen(palette.color(palette.ColorRole.Text))
        shown = elided(self.fontMetrics(), self._words, room)
        self.setToolTip("" if shown == self._words else tip(self._words))
        painter.drawText(QRectF(left, 0, room, 28), Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)

    def _hover(self, inside: bool) -> None:
        self._hovered = inside or self.underMouse() or self.hasFocus()
        self._cross.setVisible(self._hovered and self._removable)
        self.update()


class ManyChips(QWidget):
    """Several records of a list, the first of a long one, and a menu with those that can be added."""

    changed = Signal(tuple)
    opened = Signal(str)

    def __init__(self, workspace: Workspace, add: str) -> None:
        super().__init__()
        self._workspace = workspace
        self.picker: Picker | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._ids: tuple[str, ...] = ()
        self._options: Sequence[tuple[str, str]] = ()
        self._wanted: tuple[tuple[str, str], ...] = ()
        self._hint = self._dot = ""
        self.portion = Portion(FIRST, STEP, self._grow)
        self._column.addWidget(self.portion.button)
        self._add = quiet_button(f"+ {add}")
        self._add.clicked.connect(self.ask)
        self._column.addWidget(self._add)
        self._chips: dict[tuple[str, str, str], Chip] = {}

    @property
    def ids(self) -> tuple[str, ...]:
        """The records that are chosen."""
        return self._ids

    def show_chips(self, options: Sequence[tuple[str, str]], ids: Sequence[str], hint: str = "", dot: str = "") -> None:
        """Show which of the options are chosen; `hint` stands there instead where records differ."""
        names = dict(options)
        if not set(self._ids) & set(ids):
            self.portion.reset()  # another record's
        self._wanted = tuple((each, names.get(each, each)) for each in ids)
        self._ids, self._options, self._hint, self._dot = tuple(ids), options, hint, dot
        chosen = set(ids)
        self._add.setVisible(not ids or any(each not in chosen for each, _words in options))
        self._add.setEnabled(bool(options))
        self._show()

    def _show(self) -> None:
        """Give a chip to each that has its place; those that stay are kept."""
        shown = self.portion.of([("", self._hint)] if self._hint else self._wanted)
        before, self._chips = self._chips, {}
        for index, (record_id, words) in enumerate(shown):
            key = (record_id, words, self._dot)
            chip = self._chips[key] = before.pop(key, None) or self._made(*key)
            if self._column.indexOf(chip) != index:
                self._column.insertWidget(index, chip)
                chip.show()  # now, so that it can take the keyboard
        for chip in before.values():
            self._column.removeWidget(chip)
            chip.hide()
            chip.deleteLater()

    def _made(self, record_id: str, words: str, dot: str) -> Chip:
        chip = Chip(words, dot, removable=not self._hint)
        chip.opened.connect(lambda: record_id and self.opened.emit(record_id))
        chip.removed.connect(lambda: self.take_away(record_id))
        return chip

    def _grow(self) -> None:
        """Show more; the keyboard goes on from where the button was."""
        shown, has_keys = len(self._chips), self.portion.button.hasFocus()
        self._show()
        if has_keys and shown < len(self._chips):
            list(self._chips.values())[shown].setFocus(Qt.FocusReason.TabFocusReason)

    def take_away(self, record_id: str) -> None:
        """Take a record off the list."""
        self.changed.emit(tuple(each for each in self._ids if each != record_id))

    def add(self, record_id: str) -> None:
        """Put a record on the list."""
        self.changed.emit((*self._ids, record_id))

    def ask(self) -> None:
        """Offer what can be added: in a menu, or in a list to type into where there is much."""
        chosen = set(self._ids)
        offered = [each for each in self._options if each[0] not in chosen]
        if len(offered) > SHOWN_IN_MENU:
            records = self._workspace.document.records
            picks = [Pick(id, words, "", icon_name(records[id])) for id, words in offered if id in records]
            self.picker = Picker(self._workspace, picks, picks, self.add)
            self.picker.show_at(self._add)
            return
        menu = QMenu(self)
        for record_id, words in offered:
            menu.addAction(label(shortened(words, 60)), lambda record_id=record_id: self.add(record_id))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._add.mapToGlobal(QPoint(0, self._add.height())))


class Swatches(QWidget):
    """The colours of the scheme, to press."""

    chosen = Signal(str)

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self._names, self._now = tuple(names), ""
        self.setFixedSize(5 * 18, 36)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_color(self, name: str) -> None:
        """Ring the colour that is chosen."""
        self._now = name.upper()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        column, line = int(event.position().x() // 18), int(event.position().y() // 18)
        place = line * 5 + column
        if 0 <= column < 5 and place < len(self._names):
            self.chosen.emit(self._names[place])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, name in enumerate(self._names):
            place = QRectF(index % 5 * 18 + 2, index // 5 * 18 + 2, 14, 14)
            painter.setPen(QPen(self.palette().text().color(), 2) if name == self._now else Qt.PenStyle.NoPen)
            painter.setBrush(color(name))
            painter.drawRoundedRect(place, 4, 4)


def cross(parent: QWidget, says: str) -> QToolButton:
    """Return a small button with a cross."""
    return _small(parent, "close", says, QSize(24, 24))


def more(parent: QWidget, says: str) -> QToolButton:
    """Return a small button that leads on."""
    return _small(parent, "chevron-right", says, QSize(24, 24))


def plus(parent: QWidget, says: str) -> QToolButton:
    """Return a small button that adds, which the keyboard reaches too."""
    found = _small(parent, "plus", says, QSize(20, 16))
    found.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return found


def _small(parent: QWidget, name: str, says: str, size: QSize) -> QToolButton:
    found = QToolButton(parent)
    muted = parent.palette().placeholderText().color().name()
    found.setIcon(icon(name, muted))
    found.setIconSize(QSize(14, 14))
    found.setFixedSize(size)
    found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    found.setToolTip(tip(says))
    found.setAccessibleName(says)
    found.setCursor(Qt.CursorShape.ArrowCursor)
    return found
