"""Exporting a poster: paper, how it lies, margins and format beside the very page; made off the window's thread."""

from datetime import date
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QSpinBox, QWidget

from journey_editor.assets import _
from journey_editor.poster.page import PosterOptions, default_margin
from journey_editor.poster.paper import paper
from journey_editor.poster.sheet import Page
from journey_editor.ui.combo import Combo
from journey_editor.ui.dialogs.exporting import Export, ExportDialog
from journey_editor.ui.dialogs.segments import Segments
from journey_editor.ui.dialogs.workers import Make, page_of
from journey_editor.ui.preferences import Preferences
from journey_editor.ui.warming import poster_writer
from journey_editor.ui.workspace import Workspace

PAPERS = ("a4", "a3", "a2", "a1", "a0")
FORMATS = (("pdf", "PDF"), ("svg", "SVG"), ("png", "PNG"))


class PosterDialog(ExportDialog):
    """Options at the left, the page at the right."""

    def __init__(self, workspace: Workspace, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(_("Export poster"), workspace, preferences, parent)
        self._today = date.today()
        self._previewer.ready.connect(self._show)
        self._previewer.failed.connect(self.preview.say)
        self.paper = Combo()
        for name in PAPERS:
            sheet = paper(name)
            self.paper.addItem(f"{sheet.name}   {sheet.height:g} × {sheet.width:g} mm", name)
        self.margin = QSpinBox()
        self.margin.setRange(0, 60)
        self.margin.setSuffix(_(" mm"))
        self.margin.lineEdit().setTextMargins(8, 0, 0, 0)  # the style sheet's padding does not reach it
        self._lies = Segments((("landscape", _("Landscape")), ("portrait", _("Portrait"))))
        self._format = Segments(FORMATS)
        self._shows = Segments((("all", _("All of it")), ("seen", _("As seen"))))
        labelled: list[tuple[str, QWidget]] = [
            (_("Paper"), self.paper), (_("How it lies"), self._lies), (_("Margin"), self.margin),
            (_("Format"), self._format),
        ]  # fmt: skip
        if workspace.dims:
            labelled.append((_("Printed"), self._shows))
        saved = _("Poster saved: {path}")
        failed = _("The poster could not be made; details are in the log.")
        self.lay_out(
            Export(lambda: self.format, lambda: dict(FORMATS)[self.format], self._maker, self._keep, saved, failed),
            labelled,
        )
        self._restore()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(60)
        self._later.timeout.connect(self._ask)
        self.paper.currentIndexChanged.connect(self._paper_changed)
        self.margin.valueChanged.connect(lambda _value: self._later.start())
        self._lies.changed.connect(self._later.start)
        self._shows.changed.connect(self._later.start)
        self._ask()

    def options(self) -> PosterOptions:
        """Return what is chosen."""
        lies: Any = self._lies.value
        return PosterOptions(
            today=self._today, paper=self.paper.currentData(), orientation=lies, margin=float(self.margin.value()),
            only=self._workspace.view.only if self._shows.value == "seen" else None,
            persona=self._workspace.view.persona,
        )  # fmt: skip

    @property
    def format(self) -> str:
        """The ending that is chosen."""
        return self._format.value

    def choose(
        self, paper_name: str = "", lies: str = "", kind: str = "", margin: int | None = None, shows: str = ""
    ) -> None:
        """Choose as a person would."""
        if paper_name:
            self.paper.setCurrentIndex(PAPERS.index(paper_name))
        if lies:
            self._lies.press(lies)
        if kind:
            self._format.press(kind)
        if shows:
            self._shows.press(shows)
        if margin is not None:
            self.margin.setValue(margin)

    def _maker(self, ending: str) -> Make:
        records, map_id, options = dict(self._workspace.document.records), self._workspace.map_id, self.options()
        return lambda tell: poster_writer(ending)(records, map_id, options, on_progress=tell)

    def _keep(self) -> None:
        choices = {"poster.paper": self.paper.currentData(), "poster.lies": self._lies.value,
                   "poster.format": self._format.value}  # fmt: skip
        usual = round(default_margin(paper(self.paper.currentData())))
        choices["poster.margin"] = "" if self.margin.value() == usual else str(self.margin.value())
        self._preferences.keep_choices(**choices)

    def _restore(self) -> None:
        known = self._preferences.choice("poster.paper", "a1")
        self.paper.setCurrentIndex(PAPERS.index(known) if known in PAPERS else 3)
        self._lies.press(self._preferences.choice("poster.lies", "landscape"))
        self._format.press(self._preferences.choice("poster.format", "pdf"))
        margin = self._preferences.choice("poster.margin", "")
        usual = round(default_margin(paper(self.paper.currentData())))
        self.margin.setValue(int(margin) if margin.isdigit() else usual)

    def _paper_changed(self, _index: int) -> None:
        self.margin.setValue(round(default_margin(paper(self.paper.currentData()))))
        self._later.start()

    def _ask(self) -> None:
        journey, options = self._workspace.document.journey(self._workspace.map_id), self.options()
        self._previewer.ask(lambda: page_of(journey, options), options)

    def _show(self, page: Page, options: PosterOptions) -> None:
        if options == self.options():
            self.preview.show_page(page)
