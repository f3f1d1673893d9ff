"""What is written for a meeting: the report of a map, the agenda of a stage, the action list, beside its pages."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from journey_editor.assets import _
from journey_editor.core.journey import read_journey
from journey_editor.core.records import Stage
from journey_editor.core.titles import called
from journey_editor.insight.case import Case, case_of
from journey_editor.poster.paper import paper
from journey_editor.poster.report.pages import Paper
from journey_editor.poster.sheet import Page
from journey_editor.ui.combo import Combo
from journey_editor.ui.dialogs.exporting import Export, ExportDialog
from journey_editor.ui.dialogs.segments import Segments
from journey_editor.ui.dialogs.workers import Make
from journey_editor.ui.preferences import Preferences
from journey_editor.ui.theme import small_font
from journey_editor.ui.warming import actions_writer, report_pages, report_writer
from journey_editor.ui.workspace import Workspace

What = Literal["report", "agenda", "actions"]

PAPERS = ("a4", "letter", "a3", "a5")
PRINTED = (("pdf", "PDF"), ("md", "Markdown"))
LISTED = (("xlsx", "Excel"), ("csv", "CSV"), ("md", "Markdown"))

_NAME = 48  # letters of a stage that a box shows


class Asked(NamedTuple):
    """What is chosen: what is written, of which stage, as what and on which paper."""

    what: What
    stage: str
    format: str
    paper: str


class WrittenDialog(ExportDialog):
    """Options at the left, the pages at the right; what has no pages says so in words."""

    def __init__(
        self, workspace: Workspace, preferences: Preferences, what: What = "report", parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Export for a meeting"), workspace, preferences, parent)
        self._today = date.today()
        self._pages: tuple[Page, ...] = ()
        self._shown = 0
        self._previewer.ready.connect(self._show)
        self._previewer.failed.connect(self._say)
        self.what, self.stage, self.paper = Combo(), Combo(), Combo()
        for kind, words in _whats():
            self.what.addItem(words, kind)
        for each in workspace.document.journey(workspace.map_id).stages:
            self.stage.addItem(called(each, _NAME), each.id)
        for name in PAPERS:
            sheet = paper(name, "portrait")
            self.paper.addItem(f"{sheet.name}   {sheet.width:g} × {sheet.height:g} mm", name)
        self._printed, self._listed = Segments(PRINTED), Segments(LISTED)
        formats = QWidget()
        row = QHBoxLayout(formats)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._printed)
        row.addWidget(self._listed)
        saved, failed = _("Saved: {path}"), _("It could not be made; details are in the log.")
        self.lay_out(
            Export(lambda: self.format, self._kind, self._maker, self._keep, saved, failed),
            ((_("What"), self.what), (_("Stage"), self.stage), (_("Format"), formats), (_("Paper"), self.paper)),
            self._beside(),
        )
        self._restore(what)
        for box in (self.what, self.stage, self.paper):
            box.currentIndexChanged.connect(self._changed)
        self._printed.changed.connect(self._changed)
        self._listed.changed.connect(self._changed)
        self._changed()

    def asked(self) -> Asked:
        """Return what is chosen."""
        stage = self.stage.currentData() if self.what.currentData() == "agenda" else ""
        return Asked(self.what.currentData(), stage or "", self.format, self.paper.currentData())

    @property
    def format(self) -> str:
        """The ending that is chosen."""
        return (self._listed if self.what.currentData() == "actions" else self._printed).value

    def _kind(self) -> str:
        return dict((*PRINTED, *LISTED))[self.format]

    @property
    def page_number(self) -> int:
        """Which page is shown, from 1; 0 where there is none."""
        return self._shown + 1 if self._pages else 0

    def choose(self, what: str = "", stage: str = "", kind: str = "", paper_name: str = "") -> None:
        """Choose as a person would."""
        for box, value in ((self.what, what), (self.stage, stage), (self.paper, paper_name)):
            if value:
                box.setCurrentIndex(box.findData(value))
        if kind:
            (self._listed if self.what.currentData() == "actions" else self._printed).press(kind)

    def _maker(self, ending: str) -> Make:
        asked, read = self.asked(), self._reader()
        records = dict(self._workspace.document.records)
        if asked.what == "actions":
            return lambda _tell: actions_writer(ending)(read())

        def make(tell: Any) -> bytes:
            case = read()
            stage = _stage_of(case, asked.stage)
            if ending != ".pdf":
                return report_writer(ending)(case, stage)
            return report_writer(ending)(case, records, stage, Paper(asked.paper), on_progress=tell)

        return make

    def _keep(self) -> None:
        asked = self.asked()
        name = "actions.format" if asked.what == "actions" else "report.format"
        self._preferences.keep_choices(**{name: asked.format, "report.paper": asked.paper})

    def busy(self, is_busy: bool) -> None:
        super().busy(is_busy)
        if not is_busy:
            self._fit()

    def turn(self, by: int) -> None:
        """Show another page."""
        if self._pages:
            self._shown = max(0, min(len(self._pages) - 1, self._shown + by))
            self.preview.show_page(self._pages[self._shown])
        self._tell_page()

    def _beside(self) -> QWidget:
        """Return the preview with what turns its pages below it."""
        self._back, self._on = QPushButton("‹"), QPushButton("›")
        self._number = QLabel()
        self._number.setFont(small_font())
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._number.setMinimumWidth(120)
        for button, by, words, key in (
            (self._back, -1, _("Previous page"), "PgUp"), (self._on, 1, _("Next page"), "PgDown"),
        ):  # fmt: skip
            button.setAutoDefault(False)
            button.setFixedWidth(40)
            button.setAccessibleName(words)
            button.setToolTip(f"{words} ({key})")
            button.setShortcut(key)
            button.clicked.connect(lambda _checked=False, by=by: self.turn(by))
        self._turning = QWidget()
        row = QHBoxLayout(self._turning)
        row.setContentsMargins(8, 8, 8, 8)
        row.addStretch(1)
        for widget in (self._back, self._number, self._on):
            row.addWidget(widget)
        row.addStretch(1)
        beside = QWidget()
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.preview, 1)
        column.addWidget(self._turning)
        return beside

    def _restore(self, what: What) -> None:
        self.what.setCurrentIndex(self.what.findData(what))
        self._printed.press(self._preferences.choice("report.format", "pdf"))
        self._listed.press(self._preferences.choice("actions.format", "xlsx"))
        self.paper.setCurrentIndex(max(0, self.paper.findData(self._preferences.choice("report.paper", "a4"))))
        selected = self._workspace.session.selected
        picked = next((at for at in range(self.stage.count()) if self.stage.itemData(at) in selected), 0)
        self.stage.setCurrentIndex(picked)

    def _changed(self, *_given: object) -> None:
        self._fit()
        asked = self.asked()
        if asked.what == "actions":
            self._say(_("A list by score, with owner, date, cost and return of each action."))
        elif asked.what == "agenda" and not asked.stage:
            self._say(_("The map has no stage yet."))
        else:
            read = self._reader()
            self._previewer.ask(lambda: _pages(read, asked), asked)

    def _fit(self) -> None:
        """Offer what can be chosen now."""
        what = self.what.currentData()
        self._printed.setVisible(what != "actions")
        self._listed.setVisible(what == "actions")
        self.offer(self.stage, what == "agenda")
        self.offer(self.paper, self.format == "pdf")
        self.export.setEnabled(what != "agenda" or self.stage.count() > 0)

    def _show(self, pages: tuple[Page, ...], asked: Asked) -> None:
        if asked == self.asked():
            self._pages, self._shown = pages, min(self._shown, len(pages) - 1)
            self.turn(0)

    def _say(self, words: str) -> None:
        self._pages, self._shown = (), 0
        self.preview.say(words)
        self._tell_page()

    def _tell_page(self) -> None:
        count = len(self._pages)
        words = _("Page {number} of {count}").format(number=self.page_number, count=count) if count else ""
        self._number.setText(words)
        self._turning.setVisible(count > 1)
        self._back.setEnabled(self.page_number > 1)
        self._on.setEnabled(0 < self.page_number < count)

    def _reader(self) -> Any:
        """Return what reads the map as it is now, in whatever thread."""
        records, map_id, today = dict(self._workspace.document.records), self._workspace.map_id, self._today
        return lambda: case_of(lambda each: read_journey(records, each), map_id, today)


def _whats() -> tuple[tuple[What, str], ...]:
    return ("report", _("Report")), ("agenda", _("Agenda of a stage")), ("actions", _("Action list"))


def _pages(read: Any, asked: Asked) -> tuple[Page, ...]:
    case = read()
    return report_pages()(case, _stage_of(case, asked.stage), Paper(asked.paper)).pages


def _stage_of(case: Case, stage_id: str) -> Stage | None:
    stages: Mapping[str, Stage] = {each.id: each for each in case.journey.stages}
    return stages.get(stage_id)
