"""The rows of the key page: actions with their keys in groups, and a row that listens for new keys."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from journey_editor.assets import _
from journey_editor.ui.actions.keymap import pressed_keys, refusal
from journey_editor.ui.icons import icon
from journey_editor.ui.look import Look
from journey_editor.ui.painter import color
from journey_editor.ui.theme import small_font

ID = Qt.ItemDataRole.UserRole
CAPS = Qt.ItemDataRole.UserRole + 1
CHANGED = Qt.ItemDataRole.UserRole + 2

Index = QModelIndex | QPersistentModelIndex

ROW, CAP, GAP, RESET = 32, 20, 8, 32  # pixels; RESET is the place of a row's own way back
_HELD_ALONE = (
    Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr, Qt.Key.Key_unknown,
    Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_Super_L, Qt.Key.Key_Super_R, Qt.Key(0),
)  # fmt: skip


class KeyList(QTreeWidget):
    """Says which keys a person wants for an action: `wished` carries the action, the keys, and whether they are added.

    `listening` is the action whose row waits for keys, "" for none. `removing` and `resetting` carry actions,
    `searched` letters that were typed here, `said` a sentence.
    """

    wished = Signal(str, str, bool)
    removing = Signal(str)
    resetting = Signal(str)
    searched = Signal(str)
    said = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.listening = ""
        self._adds = False
        self._rows: dict[str, QTreeWidgetItem] = {}
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(0)
        self.setIconSize(QSize(16, 16))
        self.setUniformRowHeights(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(self.EditTrigger.NoEditTriggers)
        self.setItemDelegate(_Row(self))
        self.setAccessibleName(_("Actions and their keys"))

    def add_group(self, title: str) -> QTreeWidgetItem:
        """Add a heading and return it, for rows to be added below it."""
        group = QTreeWidgetItem(self, [title])
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        group.setExpanded(True)
        return group

    def add_row(self, group: QTreeWidgetItem, id: str, words: str, name: str = "", hand: str = "") -> None:
        """Add a row: an action by its id and the name of its icon, or what a hand does, without an id."""
        item = QTreeWidgetItem(group, [words])
        item.setData(0, ID, id)
        item.setIcon(0, icon(name or "none", self.look.map.muted))  # without one as wide, so that names stand in line
        item.setData(0, CAPS, [hand] if hand else [])
        if id:
            self._rows[id] = item
        else:
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)

    def show_keys(self, id: str, caps: Sequence[str], changed: bool) -> None:
        """Show the keys of an action, and whether they are a person's own."""
        item = self._rows[id]
        item.setData(0, CAPS, list(caps))
        item.setData(0, CHANGED, changed)
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{item.text(0)}: {', '.join(caps) or _('no keys')}")

    def caps_of(self, id: str) -> list[str]:
        """Return what the row of an action shows as its keys."""
        return self._rows[id].data(0, CAPS)

    def current_id(self) -> str:
        """Return the action of the current row, "" where it is none."""
        item = self.currentItem()
        return (item.data(0, ID) or "") if item is not None else ""

    def go_to(self, id: str) -> None:
        """Make the row of an action the current one."""
        self.setCurrentItem(self._rows[id])

    def search(self, words: str) -> None:
        """Show the rows that have all these words in their name, their group or their keys."""
        self.listen("")
        sought = words.casefold().split()
        first: QTreeWidgetItem | None = None
        for group in self._groups():
            shown = 0
            for item in _rows_of(group):
                text = f"{group.text(0)} {item.text(0)} {' '.join(item.data(0, CAPS) or ())}".casefold()
                found = all(each in text for each in sought)
                item.setHidden(not found)
                shown += found
                first = first or (item if found else None)
            group.setHidden(not shown)
        current = self.currentItem()
        if first is not None and (current is None or current.isHidden() or sought):
            self.setCurrentItem(first)
        elif first is None:
            self.setCurrentItem(None)  # type: ignore[arg-type]

    def shown_ids(self) -> list[str]:
        """Return the actions whose rows are shown, from top to bottom."""
        return [id for id, item in self._rows.items() if not item.isHidden()]

    def titles(self) -> list[str]:
        """Return the headings of the groups that are shown."""
        return [group.text(0) for group in self._groups() if not group.isHidden()]

    def listen(self, id: str, adds: bool = False) -> None:
        """Wait for keys for an action; for none with ""."""
        self.listening, self._adds = id, adds
        if id:
            self.go_to(id)
            self.setFocus()
        self.viewport().update()

    # events of Qt

    def event(self, e: QEvent) -> bool:
        if isinstance(e, QKeyEvent) and self.listening:
            if e.type() == QEvent.Type.ShortcutOverride:
                e.accept()
                return True
            if e.type() == QEvent.Type.KeyPress:
                self._hear(e)
                return True
        return super().event(e)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        id = self.current_id()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and id:
            self.listen(id)
        elif event.key() == Qt.Key.Key_Insert and id:
            self.listen(id, adds=True)
        elif event.key() == Qt.Key.Key_Delete and id:
            self.removing.emit(id)
        elif event.text().strip() and event.text().isprintable():
            self.searched.emit(event.text())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        item = self.itemAt(event.position().toPoint())
        id = item.data(0, ID) if item is not None else ""
        if item is None or not id or event.button() != Qt.MouseButton.LeftButton:
            self.listen("")
        elif item.data(0, CHANGED) and event.position().x() >= self.viewport().width() - RESET:
            self.listen("")
            self.resetting.emit(id)
        else:
            self.listen(id)

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw headings as words alone: nothing lights up where nothing can be pressed."""
        if index.parent().isValid():
            super().drawRow(painter, option, index)
            return
        painter.setFont(small_font(600))
        painter.setPen(color(self.look.map.muted))
        place = self.visualRect(index).adjusted(GAP, 0, 0, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, index.data())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.listen("")

    # inside

    def _hear(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in _HELD_ALONE:
            return
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.listen("")
            return
        keys = pressed_keys(event)[0]
        why = refusal(keys, event.text())
        if why:
            self.said.emit(why)
            return
        id, adds = self.listening, self._adds
        self.listen("")
        self.wished.emit(id, keys, adds)

    def _groups(self) -> list[QTreeWidgetItem]:
        found = (self.topLevelItem(index) for index in range(self.topLevelItemCount()))
        return [group for group in found if group is not None]


def _rows_of(group: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    found = (group.child(index) for index in range(group.childCount()))
    return [item for item in found if item is not None]


class _Row(QStyledItemDelegate):
    """Draws a row: its name as the style does, its keys as small caps at the right."""

    def __init__(self, rows: KeyList) -> None:
        super().__init__(rows)
        self._rows = rows

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        option = QStyleOptionViewItem(option)
        self.initStyleOption(option, index)
        places = self._places(option.rect, index)  # type: ignore[attr-defined]
        self._cut(option, places)
        widget: QWidget = self._rows
        style = widget.style() or QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(small_font())
        id = index.data(ID)
        for rect, words in places:
            if not id:
                painter.setPen(color(self._rows.look.map.muted))
            elif self._waits(index):
                self._box(painter, rect, self._rows.look.map.accent, 2)
                painter.setPen(color(self._rows.look.map.accent))
            else:
                self._box(painter, rect, self._rows.look.map.line, 1)
                painter.setPen(color(self._rows.look.map.ink))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)
        if index.data(CHANGED):
            at = QRect(option.rect.right() - 23, option.rect.center().y() - 7, 16, 16)  # type: ignore[attr-defined]
            icon("undo", self._rows.look.map.accent).paint(painter, at)
        painter.restore()

    def _waits(self, index: Index) -> bool:
        return bool(index.data(ID)) and index.data(ID) == self._rows.listening

    def _places(self, row: QRect, index: Index) -> list[tuple[QRect, str]]:
        """Return where the keys of a row are drawn, from the right."""
        words: list[str] = [_("Press new keys")] if self._waits(index) else index.data(CAPS) or []
        metrics = QFontMetrics(small_font())
        right, found = row.right() - RESET, list[tuple[QRect, str]]()
        for each in reversed(words):
            width = metrics.horizontalAdvance(each) + 2 * GAP
            found.append((QRect(right - width, row.center().y() - CAP // 2 + 1, width, CAP), each))
            right -= width + GAP
        return found

    def _cut(self, option: Any, places: Sequence[tuple[QRect, str]]) -> None:
        """Leave the name no more room than the keys leave to it."""
        right = min((rect.left() for rect, _words in places), default=option.rect.right())
        room = right - option.rect.left() - (40 if not option.icon.isNull() else 16)
        option.text = option.fontMetrics.elidedText(option.text, Qt.TextElideMode.ElideRight, max(room, 40))

    def _box(self, painter: QPainter, rect: QRect, line: str, width: int) -> None:
        painter.setPen(QPen(color(line), width))
        painter.setBrush(color(self._rows.look.map.card))
        painter.drawRoundedRect(rect, 4, 4)
