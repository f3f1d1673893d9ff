"""Who owns what: all owners of the map with what they answer for, and beside them everything of one of them."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from journey_editor.assets import _, ngettext
from journey_editor.core.titles import called
from journey_editor.insight.case import case_of
from journey_editor.insight.ownership import Ownership, Responsibility, ownership
from journey_editor.layout.title import SEPARATOR
from journey_editor.ui.pages.cells import Row
from journey_editor.ui.pages.duties import duty_columns, duty_rows, owner_columns, owner_row, summary
from journey_editor.ui.pages.empty import Empty
from journey_editor.ui.pages.grid import Grid
from journey_editor.ui.pages.page import Go, Page, card
from journey_editor.ui.pieces import Sentence
from journey_editor.ui.theme import font, small_font
from journey_editor.ui.workspace import Workspace

_BESIDE = 1100
"""Pixels from which on both tables have room beside each other."""


class OwnersPage(Page):
    """Left a row for each owner, first what nobody has; right all that the current one answers for.

    Enter on a figure leads to the first thing that it counts, at the right; Enter there leads to the map.
    """

    def __init__(self, workspace: Workspace, go: Go) -> None:
        super().__init__(workspace, go, _("Who owns what"))
        self.grid = Grid(workspace, _("Owners"), owner_columns(), self._show_duty)
        self.grid.lead_words = _("Show what it counts")
        self.duties = Grid(workspace, _("What one owner answers for"), duty_columns(), go)
        self.whose, self.sums = Sentence(), Sentence()
        self.whose.setFont(font(16, 700))
        self.sums.setFont(small_font())
        self.sums.setProperty("role", "muted")
        self.nothing = Empty(_("Nothing here"), _("This owner answers for nothing on this map."))
        self.below = QStackedWidget()
        self.below.addWidget(self.duties)
        self.below.addWidget(self.nothing)
        one = QWidget()
        column = QVBoxLayout(one)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.whose, self.sums, self.below):
            column.addWidget(widget)
        self.both = card(self.grid), card(one)
        for each, share in zip(self.both, (12, 10), strict=True):
            self.cards.addWidget(each, share)
        self.empty = card(
            Empty(
                _("Nobody owns anything yet"),
                _("Add owners in the library, or type @ and a name behind a touchpoint. Who answers for what, and what "
                  "nobody has, is listed here."),
            )
        )  # fmt: skip
        self.cards.addWidget(self.empty)
        self.copy = QPushButton(_("Copy the table"))
        self.copy.clicked.connect(self.grid.copy)
        self.buttons.addWidget(self.copy)
        self._rows: Sequence[Responsibility] = ()
        self._owner: str | None = None  # whose duties are shown
        self._today = date.today()
        self.duties.walked.connect(self._walked)
        self.grid.selectionModel().currentChanged.connect(lambda *_: self._show_owner())
        self.grid.table.layoutChanged.connect(self._show_owner)

    def refresh(self) -> None:
        document, self._today = self.workspace.document, date.today()
        found = ownership(case_of(document.journey, self.workspace.map_id, self._today))
        self._rows = shown_of(found)
        self.grid.fill([owner_row(each) for each in self._rows])
        self._keep_owner()
        for each in (*self.both, self.copy):
            each.setVisible(bool(self._rows))
        self.empty.setVisible(not self._rows)
        self.say(said(found) if self._rows else "")
        self._show_owner()

    def take_keyboard(self) -> None:
        (self.grid if self._rows else self).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = QBoxLayout.Direction.LeftToRight if self.width() >= _BESIDE else QBoxLayout.Direction.TopToBottom
        self.cards.setDirection(beside)

    # inside

    def _walked(self, record: str) -> None:
        """Let the inspector show what is walked to, where it is open beside the page."""
        if self.duties.hasFocus() and record in self.workspace.document.records:
            self.workspace.session.select((record,))

    def _keep_owner(self) -> None:
        """Let the owner that was current be so in whichever row it is now."""
        keys = [row[0].owner for row in self.grid.table.rows]
        if self._owner in keys:
            here = max(0, self.grid.currentIndex().column())
            self.grid.setCurrentIndex(self.grid.table.index(keys.index(self._owner), here))

    def _show_owner(self) -> None:
        """Show what the owner of the current row answers for."""
        row = self.grid.currentIndex().row()
        rows = self.grid.table.rows
        if not 0 <= row < len(rows):
            return
        self._owner = rows[row][0].owner
        mine = next((each for each in self._rows if _key(each) == self._owner), None)
        if mine is None:
            return
        self.whose.setText(_("Nobody yet") if mine.owner is None else called(mine.owner, 200))
        self.sums.setText(summary(mine))
        found = duty_rows(mine, self.workspace.document.records, self._today)
        self.duties.fill(found)
        self.duties.clearSelection()
        self.below.setCurrentWidget(self.duties if found else self.nothing)

    def _show_duty(self, record: str) -> None:
        """Lead from a figure to the first thing that it counts."""
        place = place_of(self.duties.table.rows, record, self.grid.currentIndex().column())
        if place is not None:
            self.duties.setCurrentIndex(self.duties.table.index(place, 1))
            self.duties.scrollTo(self.duties.currentIndex())
            self.duties.setFocus()


def shown_of(found: Ownership) -> tuple[Responsibility, ...]:
    """Return the rows: what nobody has, if there is any, then owners in their order, those with nothing last."""
    busy = [each for each in found.owners if not each.is_idle]
    idle = [each for each in found.owners if each.is_idle]
    return (*([] if found.nobody.is_idle else [found.nobody]), *busy, *idle)


def said(found: Ownership) -> str:
    """Return what is said below the title: how many owners, handoffs, and what nobody has."""
    busy = [each for each in found.owners if not each.is_idle]
    gives = [each for owner in found.owners for each in owner.gives]
    passed, high = sum(len(each.handoffs) for each in gives), sum(each.high for each in gives)
    words = [ngettext("{count} owner on this map", "{count} owners on this map", len(busy)).format(count=len(busy))]
    if passed:
        told = ngettext("{count} handoff", "{count} handoffs", passed).format(count=passed)
        words.append(told + (f" ({_('{count} high').format(count=high)})" if high else ""))
    if late := sum(len(each.overdue) for each in (*found.owners, found.nobody)):
        words.append(ngettext("{count} overdue opportunity", "{count} overdue opportunities", late).format(count=late))
    words.append(_("nothing is without an owner") if found.nobody.is_idle else _lacking(found.nobody))
    return SEPARATOR.join(words)


def place_of(rows: Sequence[Row], record: str, column: int) -> int | None:
    """Return the row of a record that a figure in a column of owners counts; None where there is none."""
    passing = {3: _("hands over"), 4: _("takes over")}
    found = [place for place, row in enumerate(rows) if row[1].record == record]
    meant = [place for place in found if rows[place][0].words == passing.get(column, rows[place][0].words)]
    return next(iter((*meant, *found)), None)


def _lacking(nobody: Responsibility) -> str:
    """Return what has no owner, in words."""
    parts = (
        (len(nobody.accountable), ngettext("{count} stage", "{count} stages", len(nobody.accountable))),
        (len(nobody.touchpoints), ngettext("{count} touchpoint", "{count} touchpoints", len(nobody.touchpoints))),
        (len(nobody.open), ngettext("{count} opportunity", "{count} opportunities", len(nobody.open))),
        (len(nobody.metrics), ngettext("{count} metric", "{count} metrics", len(nobody.metrics))),
    )
    told = ", ".join(words.format(count=count) for count, words in parts if count)
    return _("without an owner: {things}").format(things=told)


def _key(mine: Responsibility) -> str:
    return mine.owner.id if mine.owner is not None else ""
