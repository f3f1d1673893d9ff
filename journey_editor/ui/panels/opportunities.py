"""All opportunities of the map in a card over it: ordered, found by words, edited in place, gone to."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QTableView,
    QVBoxLayout,
)

from journey_editor.assets import _, marked, ngettext
from journey_editor.core.document import Event
from journey_editor.core.records import Opportunity
from journey_editor.core.titles import in_line
from journey_editor.insight.actions import ORDERS, Order
from journey_editor.insight.worth import worth_class
from journey_editor.layout.title import SEPARATOR
from journey_editor.ui.floating import SHADOW
from journey_editor.ui.opportunities.cells import ROW
from journey_editor.ui.opportunities.hands import meant_in_rows
from journey_editor.ui.opportunities.model import Column, Opportunities, Pick, is_picked
from journey_editor.ui.opportunities.table import Table
from journey_editor.ui.opportunities.words import pick_name, sum_words
from journey_editor.ui.ownkeys import takes
from journey_editor.ui.panels.overlay import Overlay
from journey_editor.ui.panels.status import Sentence
from journey_editor.ui.pieces import heading
from journey_editor.ui.theme import font, small_font
from journey_editor.ui.workspace import Workspace

WIDTH, MOST_ROWS = 1080, 9
_NARROW = 960  # pixels: where there is less room, what it hangs on is not shown
_COLUMNS: tuple[Column, ...] = ("text", "on", "owner", "due", "status", "worth", "effort", "votes")
_PICKS: tuple[Pick, ...] = ("open", "doing", "planned", "proposed", "done", "all")
_ORDERED = {
    "score": marked("Best first"), "worth": marked("Worth"), "effort": marked("Effort"), "gain": marked("Return"),
    "due": marked("Due"),
    "status": marked("Status"), "owner": marked("Owner"), "votes": marked("Votes"), "text": marked("Name"),
}  # fmt: skip
_BY_COLUMN: dict[str, Order] = {
    "text": "text", "owner": "owner", "due": "due", "status": "status", "worth": "worth", "effort": "effort",
    "votes": "votes",
}  # fmt: skip
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class OpportunityList(Overlay):
    """Walking through the rows shows each on the map; Enter goes there, F2 edits a cell, letters find, Esc goes."""

    def __init__(self, workspace: Workspace, canvas: Any, show: Callable[[str], object]) -> None:
        super().__init__(workspace, canvas, "middle", WIDTH)
        self.setObjectName("opportunities")
        self.setAccessibleName(_("Opportunities"))
        self._show, self._following = show, False
        self.model = Opportunities(workspace, _COLUMNS, workspace.noticed.emit, self)
        self.table = Table(workspace, self.model)
        self.table.installEventFilter(self)
        self.table.horizontalHeader().sectionClicked.connect(self._header_clicked)
        self.table.selectionModel().currentChanged.connect(self._walked)
        self.field = QLineEdit()
        self.field.setPlaceholderText(_("Find in the list"))
        self.field.setAccessibleName(_("Find in the list"))
        self.field.setFixedWidth(200)
        self.field.textEdited.connect(self._find)
        self.field.installEventFilter(self)
        self.said, self.sum, self.empty = heading(), heading(), Sentence()
        self.empty.setFont(small_font())
        self.empty.setProperty("role", "muted")
        self.order = QPushButton()
        self.order.setProperty("role", "link")
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._offer_orders)
        self.order.setMenu(self._menu)
        self._group = QButtonGroup(self)
        self.pills: dict[Pick, QPushButton] = {pick: self._pill(pick) for pick in _PICKS}
        self._lay_out()
        workspace.changed.connect(self._hear)
        workspace.selected.connect(self._follow)

    def open(self) -> None:
        """Come with the keyboard, at the opportunity that is selected."""
        self.refresh()
        super().open()
        self._follow()
        if not self.table.currentIndex().isValid() and self.model.rows:
            self.table.setCurrentIndex(self.model.index(0, 0))

    def take_keyboard(self) -> None:
        """Let the rows be walked; without any, words be typed."""
        (self.table if self.model.rows else self.field).setFocus()

    def refresh(self) -> None:
        """List the opportunities of the map as they are now."""
        self.table.refresh()
        self._tell()
        self.arrange()

    def current(self) -> Opportunity | None:
        """Return the opportunity of the row that is walked on."""
        return self.table.current()

    def choose(self, pick: Pick) -> None:
        """List other ones: those that are open, of one status, or all."""
        self.model.pick = pick
        self.pills[pick].setChecked(True)
        self.refresh()

    def sort_by(self, order: Order) -> None:
        """List in another order."""
        here = self.current()
        self._following = True
        self.model.sort_by(order)
        self._following = False
        place = self.model.place(here.id) if here is not None else None
        if place is not None:
            self.table.setCurrentIndex(self.model.index(place, max(0, self.table.currentIndex().column())))
        self._tell()

    # events of Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # what an editor in a cell leaves of a key reaches the table too
        is_here = isinstance(watched, QTableView | QLineEdit) and watched.hasFocus()
        if is_here and takes(event, self._meant if watched is self.table else self._meant_in_field):
            return True
        return super().eventFilter(watched, event)

    def arrange(self) -> None:
        rows = max(1, min(MOST_ROWS, len(self.model.rows)))
        self.table.setFixedHeight(rows * ROW + self.table.horizontalHeader().height() + 2)
        super().arrange()
        self.table.setColumnHidden(_COLUMNS.index("on"), self.width() < _NARROW)
        self.table.setColumnHidden(_COLUMNS.index("votes"), not any(each.votes for each in self.model.rows))

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return QSize(WIDTH, layout.sizeHint().height() if layout is not None else 200)

    # inside

    def _lay_out(self) -> None:
        title = heading(_("Opportunities"), "")
        title.setFont(font(16, 700))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(title)
        head.addWidget(self.said, 1)
        head.addWidget(self.order)
        head.addWidget(self.field)
        head.addWidget(self.close_button)
        picks = QHBoxLayout()
        picks.setSpacing(4)
        for pill in self.pills.values():
            picks.addWidget(pill)
        picks.addStretch(1)
        picks.addWidget(self.sum)
        column = QVBoxLayout(self)
        column.setContentsMargins(SHADOW + 16, SHADOW + 8, SHADOW + 12, SHADOW + 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(picks)
        column.addWidget(self.table)
        column.addWidget(self.empty)

    def _pill(self, pick: Pick) -> QPushButton:
        pill = QPushButton()
        pill.setProperty("role", "pill")
        pill.setCheckable(True)
        pill.setChecked(pick == self.model.pick)
        pill.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        pill.clicked.connect(lambda: self.choose(pick))
        self._group.addButton(pill)
        return pill

    def _tell(self) -> None:
        everything, rows = self.model.all_of_map(), self.model.rows
        for pick, pill in self.pills.items():
            count = sum(is_picked(each, pick) for each in everything)
            pill.setText(f"{pick_name(pick)} {count}")
            pill.setVisible(count > 0 or pick in ("open", "all") or pick == self.model.pick)
        wins = sum(worth_class(each) == "quick_win" for each in rows)
        words = [ngettext("{count} listed", "{count} listed", len(rows)).format(count=len(rows))]
        if wins:
            words.append(ngettext("{count} quick win", "{count} quick wins", wins).format(count=wins))
        self.said.setText(SEPARATOR.join(words) if rows else "")
        self.sum.setText(sum_words(rows, in_line(self._workspace.document.head.currency, 6)))
        name = _(_ORDERED[self.model.order])
        self.order.setText(_("By: {order} ▾").format(order=f"{name} ↑" if self.model.turned else name))
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        if not everything:
            said, keys = _("There is no opportunity on this map yet."), self._workspace.keys_of("add_opportunity")
            more = _("{keys} adds one to what is selected.").format(keys=keys) if keys else ""
            self.empty.setText(" ".join(filter(None, (said, more))))
        else:
            self.empty.setText(_("Nothing here is like that."))

    def _find(self, words: str) -> None:
        self.model.words = words
        self.refresh()

    def _meant(self, event: QKeyEvent) -> Callable[[], object] | None:
        """Return what a key does in the rows."""
        key, control = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        here = self.current()
        if key == Qt.Key.Key_Escape:
            return self.put_away
        if here is not None and key in _ENTER:
            return self._go
        does = meant_in_rows(event, self.table, self._workspace.document)
        if does is not None:
            return does
        if key == Qt.Key.Key_Up and self.table.currentIndex().row() <= 0:
            return self.field.setFocus
        text = event.text()
        if text and text.isprintable() and not control and not text.isspace():
            return lambda: self._type(text)
        return None

    def _meant_in_field(self, event: QKeyEvent) -> Callable[[], object] | None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            return self._clear if self.field.text() else self.put_away
        if key in (Qt.Key.Key_Down, *_ENTER) and self.model.rows:
            return self._to_rows
        return None

    def _to_rows(self) -> None:
        self.table.setFocus()
        if not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, 0))

    def _type(self, text: str) -> None:
        self.field.setFocus()
        self.field.insert(text)
        self._find(self.field.text())

    def _clear(self) -> None:
        self.field.setText("")
        self._find("")

    def _go(self) -> None:
        """Show the opportunity on the map, and give the keyboard to the map."""
        here = self.current()
        if here is not None:
            self._show(here.id)
            self._over.setFocus()

    def _walked(self, now: QModelIndex, before: QModelIndex) -> None:
        here = self.current()
        if self._following or self.table.follows or now.row() == before.row() or here is None or not self.is_open:
            return
        self._following = True
        self._show(here.id)
        self._following = False

    def _header_clicked(self, section: int) -> None:
        order = _BY_COLUMN.get(_COLUMNS[section])
        if order is not None:
            self.sort_by(order)

    def _offer_orders(self) -> None:
        self._menu.clear()
        for order in ORDERS:
            action = self._menu.addAction(_(_ORDERED[order]), lambda order=order: self.sort_by(order))
            action.setCheckable(True)
            action.setChecked(order == self.model.order)

    def _follow(self) -> None:
        """Stand at what is selected elsewhere, where it is listed."""
        if not self.is_open or self._following:
            return
        self.table.stand_at(self._workspace.session.current)

    def _hear(self, event: Event) -> None:
        if self.is_open and event.origin != "preview":
            self.refresh()
