"""A table that was pasted: what its columns are taken for, and what it makes, before it is made."""

from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from journey_editor.assets import _, ngettext
from journey_editor.core.capture.known import known_in
from journey_editor.core.edits.drafts import Entry, Remark
from journey_editor.interchange.headings import ROLES
from journey_editor.interchange.rows import readings
from journey_editor.interchange.shapes import Shape, guessed, oriented
from journey_editor.interchange.steps import Steps
from journey_editor.interchange.tables import Rows
from journey_editor.ui.check import Check
from journey_editor.ui.combo import Combo
from journey_editor.ui.dialogs.columns import TableView
from journey_editor.ui.dialogs.drafting import Drafted, Drafter, Place, drafting
from journey_editor.ui.dialogs.made import Made
from journey_editor.ui.theme import font, look_of
from journey_editor.ui.workspace import Workspace

SIZE = (960, 640)


class PasteTable(QDialog):
    """Shows a table and what it makes; accepted, `drafted` is to be put onto the map.

    `places` are where rows without a stage may go, the usual one first.
    """

    def __init__(self, workspace: Workspace, rows: Rows, places: Sequence[Place], parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Paste a table"))
        self._workspace, self._rows, self._places = workspace, rows, places
        self._known = known_in(workspace.document, workspace.map_id)
        self.drafted: Drafted | None = None
        self._shape = guessed(rows, self._known)
        title = QLabel(_("Paste a table"))
        title.setFont(font(16, 700))
        self._what = QLabel()
        self._what.setProperty("role", "muted")
        self.headings = Check(_("The first row holds headings"))
        self.across = Check(_("Stages run from left to right"))
        self.table = TableView(look_of(workspace.view.theme).map)
        self.table.setAccessibleName(_("The table"))
        self.made = Made()
        self.place = Combo()
        for each in places:
            self.place.addItem(each.name)
        self.place.setAccessibleName(_("Where rows without a stage go"))
        self._placing = QWidget()
        self.put, self.cancel = QPushButton(_("Put it on the map")), QPushButton(_("Cancel"))
        self._build(title)
        self._drafter = Drafter(self)
        self._drafter.ready.connect(self._show)
        self.headings.toggled.connect(lambda has: self._guess(self._shape.across, has))
        self.across.toggled.connect(lambda is_across: self._guess(is_across, None))
        self.table.roles.chosen.connect(self._choose)
        self.place.currentIndexChanged.connect(lambda _index: self._draft())
        self.put.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self.resize(*SIZE)
        self._follow()
        self.put.setFocus()

    @property
    def shape(self) -> Shape:
        """How the table is read now."""
        return self._shape

    def done(self, result: int) -> None:
        self._drafter.stop()
        super().done(result)

    def _build(self, title: QLabel) -> None:
        self.put.setProperty("role", "accent")
        self.put.setDefault(True)
        choices = QHBoxLayout()
        choices.setSpacing(24)
        choices.addWidget(self.headings)
        choices.addWidget(self.across)
        choices.addStretch(1)
        placing = QHBoxLayout(self._placing)
        placing.setContentsMargins(0, 0, 0, 0)
        placing.setSpacing(8)
        placing.addWidget(QLabel(_("Rows without a stage go")))
        placing.addWidget(self.place)
        self.place.setMinimumWidth(240)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._placing)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.put)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addWidget(title)
        column.addWidget(self._what)
        column.addLayout(choices)
        column.addSpacing(8)
        column.addWidget(self.table, 1)
        column.addSpacing(8)
        column.addWidget(self.made)
        column.addSpacing(8)
        column.addLayout(buttons)

    def _guess(self, across: bool, has_headings: bool | None) -> None:
        self._shape = guessed(self._rows, self._known, across, has_headings)
        self._follow()

    def _choose(self, column: int, role: Any) -> None:
        self._shape = self._shape.with_role(column, ROLES[ROLES.index(role)])
        self._follow()

    def _follow(self) -> None:
        """Show how the table is read, and draft what it makes."""
        shape = self._shape
        for box, is_on in ((self.headings, shape.has_headings), (self.across, shape.across)):
            box.blockSignals(True)
            box.setChecked(is_on)
            box.blockSignals(False)
        turned = oriented(self._rows, shape.across)
        headings = turned[0] if shape.has_headings and turned else ()
        body = turned[1:] if shape.has_headings else turned
        self.table.show_table(body, headings, shape.roles)
        rows = ngettext("{count} row", "{count} rows", len(body)).format(count=f"{len(body):,}")
        columns = ngettext("{count} column", "{count} columns", len(shape.roles)).format(count=len(shape.roles))
        self._what.setText(f"{rows} · {columns}")
        self._draft()

    def _draft(self) -> None:
        self.drafted = None
        self.put.setEnabled(False)
        self.made.say(_("Reading the table …"))
        self._drafter.draft(self._steps)

    def _steps(self) -> Steps[Drafted]:
        remarks: list[Remark] = []

        def entries() -> Iterator[Entry]:
            for reading in readings(self._rows, self._shape, self._known):
                remarks.extend(reading.remarks)
                yield from reading.entries

        place = self._places[max(0, self.place.currentIndex())]
        return drafting(self._workspace, entries(), len(self._rows), place.landing, remarks)

    def _show(self, drafted: Drafted) -> None:
        self.drafted = drafted
        place = _("column {number}") if self._shape.across else _("row {number}")
        self.made.show_tally(drafted.tally, drafted.remarks, place)
        self._placing.setVisible(drafted.needs_place and len(self._places) > 1)
        waits = 0 < drafted.tally.touchpoints == drafted.tally.waiting
        self.put.setText(_("Put it in the tray") if waits else _("Put it on the map"))
        self.put.setEnabled(drafted.makes_something)
