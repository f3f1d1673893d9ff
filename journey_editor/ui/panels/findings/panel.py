"""The panel of findings: counts that filter, the list, and what is done about the finding that is stood at."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QVBoxLayout

from journey_editor.assets import _
from journey_editor.core.edits.findings import set_aside, take_back
from journey_editor.insight.finding import Finding
from journey_editor.insight.mending import mend
from journey_editor.insight.repairs import CHOSEN, TYPED, Repair
from journey_editor.ui.icons import icon
from journey_editor.ui.labels import label
from journey_editor.ui.panels.findings.asking import choice_menu, new_words, pop_up
from journey_editor.ui.panels.findings.filters import Filters, as_severity
from journey_editor.ui.panels.findings.model import FindingRows, Row
from journey_editor.ui.panels.findings.view import FindingView
from journey_editor.ui.panels.keyed import Keys
from journey_editor.ui.pieces import close_button
from journey_editor.ui.theme import font, look_of, small_font
from journey_editor.ui.workspace import Workspace

WIDTH = 344

Take = Callable[[str], object]
"""Does something with words that were typed or an id that was chosen."""


class FindingPanel(QFrame):
    """`led` carries a finding whose place is to be shown, `field_asked` a record and the field that is to be typed.

    `made` carries the record that a repair made; `left` tells that the keyboard goes back to the map.
    """

    led = Signal(object)
    field_asked = Signal(str, str)
    made = Signal(str)
    left = Signal()
    closed = Signal()

    def __init__(self, workspace: Workspace, keys: Keys) -> None:
        super().__init__()
        self.setObjectName("findings")
        self.setAccessibleName(_("Findings"))
        self.setMinimumWidth(WIDTH)
        self.setMaximumWidth(520)
        self._workspace, self._listed = workspace, workspace.listed
        self._take: Take | None = None
        self._refreshing = False
        self.rows = FindingRows(self._listed, self)
        self.view = FindingView(workspace, self.rows, keys)
        self.view.setAccessibleName(_("Findings"))
        self.filters = Filters(workspace)
        self.empty = QLabel()
        self.close_button = close_button()
        self._lay_out()
        self.view.walked.connect(self._walked)
        self.view.pressed_link.connect(self._pressed)
        self.view.typed.connect(self._typed)
        self.view.menu_asked.connect(self._show_menu)
        self.view.left.connect(self.left)
        self.view.delegate.closeEditor.connect(lambda _field: self._asked_enough())
        self.filters.switched.connect(lambda name: self._listed.switch(as_severity(name)))
        self.close_button.clicked.connect(self.closed)
        self._listed.changed.connect(self.refresh)
        self._listed.pointed.connect(self.refresh)
        workspace.viewed.connect(self.dress)
        self.hide()
        self.dress()

    def take_keyboard(self) -> None:
        """Let the rows be walked, from where somebody stands."""
        self.view.setFocus()

    def refresh(self) -> None:
        """Show what is listed now; while hidden nothing is done."""
        if self.isHidden() or self._refreshing:
            return
        self._refreshing = True
        before = self.view.currentIndex().row()
        is_asking = self.view.state() == self.view.State.EditingState
        known = self._listed.finding
        if not is_asking:
            self.rows.refresh()
            place = self.rows.row_of(known.key) if known is not None else None
            if place is None and before >= 0 and known is None and self.view.hasFocus():
                place = min(before, self.rows.rowCount() - 1) if self.rows.rowCount() else None
            self.view.stand_at(place)
        self.filters.show_counts(self._listed.counts, self._listed.severities)
        self._tell()
        self._refreshing = False

    def dress(self) -> None:
        """Take the colours of the theme."""
        style = look_of(self._workspace.view.theme).map
        self.close_button.setIcon(icon("close", style.muted, style.quiet))
        self.view.viewport().update()

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        self.refresh()

    # inside

    def _lay_out(self) -> None:
        title = QLabel(_("Findings"))
        title.setFont(font(16, 700))
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.close_button)
        above = QVBoxLayout()
        above.setContentsMargins(23, 12, 18, 7)
        above.setSpacing(4)
        above.addLayout(head)
        above.addWidget(self.filters)
        rule = QFrame()
        rule.setProperty("role", "rule")
        self.empty.setFont(small_font())
        self.empty.setProperty("role", "muted")
        self.empty.setWordWrap(True)
        self.empty.setContentsMargins(24, 16, 24, 0)
        self.empty.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(above)
        column.addWidget(rule)
        column.addWidget(self.empty)
        column.addWidget(self.view, 1)

    def _tell(self) -> None:
        overview = self._listed.overview
        has_rows = any(row.kind == "finding" for row in self.rows.rows)
        self.empty.setVisible(not has_rows)
        if overview is None:
            self.empty.setText(_("Looking at the map…"))
        elif not overview.case.journey.touchpoints:
            self.empty.setText(_("Nothing to find yet: type what the customer does first."))
        elif overview.findings:
            self.empty.setText(_("All that was found is left out: press a number above to list it."))
        else:
            self.empty.setText(_("Nothing was found that needs a look."))

    def _walked(self, row: Row | None) -> None:
        if row is not None and row.finding is not None and row.is_finding:
            self._refreshing = True
            self._listed.point(row.finding.key)
            self._refreshing = False
            self.led.emit(row.finding)
        self.view.viewport().update()

    def _pressed(self, row: Row, link: str) -> None:
        finding = row.finding
        if link == "turn":
            place = self.view.currentIndex().row()
            self.rows.turn(row)
            self.view.stand_at(min(place, self.rows.rowCount() - 1) if self.rows.rowCount() else None)
            self.filters.show_counts(self._listed.counts, self._listed.severities)
        elif finding is None:
            return
        elif link == "dismiss":
            self._ask(_("Why? Enter sets it aside"), lambda words: self._set_aside(finding, words))
        elif link == "take_back":
            take_back(self._workspace.document, self._workspace.map_id, finding.rule, finding.records)
        elif link == "repair" and row.repair is not None:
            self._repair(row, row.repair)

    def _show_menu(self, row: Row, place: QPoint) -> None:
        menu = QMenu(self)
        if row.repair is not None:
            menu.addAction(label(row.repair.words), lambda: self._pressed(row, "repair"))
        if row.kind == "aside":
            menu.addAction(_("Take back"), lambda: self._pressed(row, "take_back"))
        else:
            menu.addAction(_("Dismiss…"), lambda: self._pressed(row, "dismiss"))
        menu.addSeparator()
        menu.addAction(_("Go there on the map"), self.left.emit)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _repair(self, row: Row, repair: Repair) -> None:
        if repair.kind == "field":
            self.field_asked.emit(repair.records[0] if repair.records else "", repair.field)
        elif repair.kind in TYPED:
            self._ask(repair.asked, lambda words: self._mend(repair, words))
        elif repair.kind in CHOSEN:
            menu = choice_menu(
                self,
                self._workspace.document,
                repair,
                lambda chosen: self._mend(repair, chosen),
                lambda: self._ask(new_words(repair), lambda words: self._mend(repair, words)),
            )
            pop_up(menu, self.view.place_below(row))
        else:
            self._mend(repair, "")

    def _ask(self, words: str, take: Take) -> None:
        self._take = take
        self.view.ask(words)

    def _asked_enough(self) -> None:
        """Go on where the list was walked, and show what was found meanwhile."""
        self.view.setFocus()
        QTimer.singleShot(0, self, self.refresh)

    def _typed(self, _row: Row, words: str) -> None:
        take, self._take = self._take, None
        if take is not None:
            take(words)

    def _mend(self, repair: Repair, given: str) -> None:
        workspace = self._workspace
        if any(each not in workspace.document.records for each in repair.records):
            return
        made = mend(workspace.document, workspace.map_id, repair, given, date.today())
        if made is not None:
            self.made.emit(made)

    def _set_aside(self, finding: Finding, reason: str) -> None:
        workspace = self._workspace
        if not reason.strip():
            workspace.noticed.emit(_("Say why: whoever looks at this next year will ask."))
        elif workspace.has_map:
            set_aside(workspace.document, workspace.map_id, finding.rule, finding.records, reason)
