"""A page that is one table: its rows, what is said above them, and what is said where there are none."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QPushButton, QStackedWidget

from journey_editor.assets import _
from journey_editor.insight.case import Case, case_of
from journey_editor.ui.pages.cells import Column, Row
from journey_editor.ui.pages.empty import Empty
from journey_editor.ui.pages.grid import Grid
from journey_editor.ui.pages.page import Go, Page, card
from journey_editor.ui.workspace import Workspace


class TablePage(Page):
    """A table in a card. Whoever fills it says which rows there are."""

    def __init__(self, workspace: Workspace, go: Go, title: str, columns: Sequence[Column], empty: Empty) -> None:
        super().__init__(workspace, go, title)
        self.grid = Grid(workspace, title, columns, go)
        self.empty = empty
        self.inside = QStackedWidget()
        self.inside.addWidget(self.grid)
        self.inside.addWidget(empty)
        self.card = card(self.inside)
        self.copy = QPushButton(_("Copy the table"))
        self.copy.clicked.connect(self.grid.copy)
        self.buttons.addWidget(self.copy)
        self.grid.walked.connect(self._walked)

    def case(self) -> Case:
        """Return the map as rules read it, today."""
        return case_of(self.workspace.document.journey, self.workspace.map_id, date.today())

    def fill(self, rows: Sequence[Row], said: str) -> None:
        """Show rows, and say something of them below the title."""
        self.grid.fill(rows)
        self.inside.setCurrentWidget(self.grid if rows else self.empty)
        self.copy.setVisible(bool(rows))
        self.say(said if rows else "")

    def take_keyboard(self) -> None:
        (self.grid if self.grid.table.rows else self).setFocus()

    def _walked(self, record: str) -> None:
        """Let the inspector show what is walked to, where it is open beside the page."""
        if record in self.workspace.document.records:
            self.workspace.session.select((record,))
