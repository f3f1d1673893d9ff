"""The ranking of votes: who leads, with bars, to be walked with arrows and pressed."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from journey_editor.assets import _
from journey_editor.core.titles import called
from journey_editor.insight.votes import Placing, votes_text
from journey_editor.ui.labels import tip
from journey_editor.ui.painter import color
from journey_editor.ui.rows import paint_ground
from journey_editor.ui.theme import font, look_of, small_font
from journey_editor.ui.workspace import Workspace

ROW, MOST_ROWS = 36, 8
_PLACE, _NUMBER = 32.0, 48.0  # pixels for the place before a title, and for the votes behind a bar
_BAR, _SHARE = 10.0, 0.42  # height of a bar, and how much of the width the longest takes
_PLACING = Qt.ItemDataRole.UserRole


class Ranking(QListWidget):
    """A list of placings; `chosen` says that one was pressed, and whether by Enter."""

    chosen = Signal(str, bool)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._rows = 0
        self.setItemDelegate(_Bars(workspace, self))
        self.setAccessibleName(_("Ranking"))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.itemClicked.connect(lambda item: self.chosen.emit(item.data(_PLACING).record.id, False))

    def show_placings(self, placings: Sequence[Placing]) -> None:
        """Show a ranking; the row that was current stays so."""
        here = self.currentRow()
        self.clear()
        for each in placings:
            item = QListWidgetItem()
            item.setData(_PLACING, each)
            words = called(each.record)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{each.place}. {words}, {votes_text(each.votes)}")
            item.setToolTip(tip(words))
            self.addItem(item)
        self._rows = len(placings)
        self.setCurrentRow(max(0, min(here, self._rows - 1)))
        self.updateGeometry()

    def titles(self) -> list[str]:
        """Return what is shown, from the first place on."""
        return [called(self.item(row).data(_PLACING).record) for row in range(self.count())]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self.chosen.emit(item.data(_PLACING).record.id, True)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def sizeHint(self) -> QSize:
        return QSize(400, max(1, min(self._rows, MOST_ROWS)) * ROW + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        return QSize(200, ROW)


class _Bars(QStyledItemDelegate):
    """Paints a row: place, title, bar, votes."""

    def __init__(self, workspace: Workspace, parent: QListWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._title, self._small, self._bold = font(), small_font(), font(weight=700)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        placing: Placing = index.data(_PLACING)
        look = look_of(self._workspace.view.theme)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = paint_ground(painter, option, look, 1.0)
        longest = (row.width() - _PLACE - _NUMBER) * _SHARE
        title = QRectF(row.x() + _PLACE, row.y(), row.width() - _PLACE - _NUMBER - longest - 16, row.height())
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._small)
        painter.setPen(color(look.map.muted))
        place = QRectF(row.x(), row.y(), _PLACE - 12, row.height())
        painter.drawText(place, middle | Qt.AlignmentFlag.AlignRight, str(placing.place))
        painter.setFont(self._title)
        painter.setPen(color(look.map.ink))
        words = QFontMetricsF(self._title).elidedText(
            called(placing.record), Qt.TextElideMode.ElideRight, title.width()
        )
        painter.drawText(title, middle, words)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(look.map.accent))
        bar = QRectF(title.right() + 16, row.center().y() - _BAR / 2, max(_BAR, longest * placing.share), _BAR)
        painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
        painter.setFont(self._bold)
        painter.setPen(color(look.map.ink))
        painter.drawText(QRectF(bar.right() + 8, row.y(), _NUMBER, row.height()), middle, str(placing.votes))
        painter.restore()
