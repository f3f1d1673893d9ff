"""The list at the left: all that is asked in this round, and what has been answered."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from journey_editor.assets import _
from journey_editor.ui.icons import renderer
from journey_editor.ui.labels import elided, tip
from journey_editor.ui.pages.review.rounds import Item
from journey_editor.ui.pages.review.words import brief_age, kind_words, name_of
from journey_editor.ui.pages.words import Records
from journey_editor.ui.painter import color
from journey_editor.ui.theme import font, look_of, small_font
from journey_editor.ui.workspace import Workspace

ROW = 56
ITEM = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex


class Items(QAbstractListModel):
    """The items of a round."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.items: Sequence[Item] = ()
        self._day = date.today()

    def fill(self, items: Sequence[Item], today: date) -> None:
        """Show other items, as old as they are today; where only answers or names changed, rows stay."""
        self._day = today
        same = [each.key for each in items] == [each.key for each in self.items]
        if same:
            self.items = items
            if items:
                self.dataChanged.emit(self.index(0), self.index(len(items) - 1))
            return
        self.beginResetModel()
        self.items = items
        self.endResetModel()

    def told(self, item: Item) -> tuple[str, str]:
        """Return what a row says: its name, and its kind and age."""
        records: Records = self._workspace.document.records
        if item.aged.record not in records:
            return "", ""
        answers = {"open": brief_age(item.aged, self._day), "done": _("answered"), "skipped": _("skipped")}
        about = [kind_words(item.aged.kind), answers[item.answer]]
        return name_of(item.aged, records), " · ".join(each for each in about if each)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 # Qt's own signature
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.items):
            return None
        item = self.items[index.row()]
        name, about = self.told(item)
        if role == ITEM:
            return item
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(name)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{name}, {about}"
        return None


class Listing(QListView):
    """Walked by arrows; all other keys are asked of the page."""

    def __init__(self, workspace: Workspace, press: Callable[[QKeyEvent], bool]) -> None:
        super().__init__()
        self._press = press
        self.setStyleSheet("QListView { background: transparent; }")
        self.table = Items(workspace)
        self.setModel(self.table)
        self.setItemDelegate(_Row(workspace, self))
        self.setAccessibleName(_("What is asked"))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    @property
    def place(self) -> int:
        """The row that is current, -1 for none."""
        return self.currentIndex().row()

    def go(self, place: int) -> None:
        """Make a row the current one."""
        self.setCurrentIndex(self.table.index(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._press(event):
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters mean nothing here: digits are answers."""


class _Row(QStyledItemDelegate):
    """Paints a sign for the answer, the name, and below it kind and age."""

    def __init__(self, workspace: Workspace, view: Listing) -> None:
        super().__init__(view)
        self._workspace, self._view = workspace, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item: Item | None = index.data(ITEM)
        if item is None:
            return
        look, any_option = look_of(self._workspace.view.theme), option
        rect = QRectF(any_option.rect)  # type: ignore[attr-defined]
        chosen = bool(any_option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(look.selection))
            painter.drawRoundedRect(rect.adjusted(0, 1, -1, -1), 6, 6)
        sign = QRectF(rect.left() + 12, rect.center().y() - 8, 16, 16)
        if item.answer == "done":
            renderer("check", look.map.good).render(painter, sign)
        elif item.answer == "skipped":
            renderer("chevron-right", look.map.muted).render(painter, sign)
        else:
            painter.setPen(color(look.edge))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(sign.adjusted(3, 3, -3, -3))
        name, about = self._view.table.told(item)
        left, room = rect.left() + 40, rect.width() - 52
        for words, face, top, ink in (
            (name, font(weight=500), 8, look.map.ink if item.answer == "open" else look.map.muted),
            (about, small_font(), 28, look.map.muted),
        ):
            painter.setFont(face)
            painter.setPen(color(ink))
            line = QRectF(left, rect.top() + top, room, 20)
            shown = elided(painter.fontMetrics(), words, room)
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()
