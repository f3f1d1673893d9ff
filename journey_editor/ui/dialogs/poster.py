"""Exporting a poster: paper, how it lies, margins and format beside the very page; made off the window's thread."""

from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from journey_editor.assets import _
from journey_editor.poster.page import PosterOptions, default_margin
from journey_editor.poster.paper import paper
from journey_editor.poster.sheet import Page
from journey_editor.storage.paths import file_name
from journey_editor.ui.combo import Combo
from journey_editor.ui.dialogs.paths import ask_save
from journey_editor.ui.dialogs.preview import Preview
from journey_editor.ui.dialogs.questions import breakable
from journey_editor.ui.dialogs.workers import Exporter, Previewer
from journey_editor.ui.pieces import heading
from journey_editor.ui.preferences import Preferences
from journey_editor.ui.theme import font, small_font
from journey_editor.ui.workspace import Workspace

PAPERS = ("a4", "a3", "a2", "a1", "a0")
FORMATS = (("pdf", "PDF"), ("svg", "SVG"), ("png", "PNG"))


class PosterDialog(QDialog):
    """Options at the left, the page at the right. Closing it stops what is under way."""

    def __init__(self, workspace: Workspace, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Export poster"))
        self._workspace, self._preferences = workspace, preferences
        self._exporter: Exporter | None = None
        self._today = date.today()
        self.preview = Preview()
        self.preview.say(_("Laying out the page …"))
        self._previewer = Previewer()
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
        self._lies = _Segments((("landscape", _("Landscape")), ("portrait", _("Portrait"))))
        self._format = _Segments(FORMATS)
        self._shows = _Segments((("all", _("All of it")), ("seen", _("As seen"))))
        self.progress = QProgressBar()
        self.progress.setRange(0, 1000)
        self.progress.setTextVisible(False)
        self.said = QLabel()
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.said.setFont(small_font())
        self.export, self.cancel = QPushButton(_("Export…")), QPushButton(_("Close"))
        self.export.setProperty("role", "accent")
        self._build()
        self.export.setDefault(True)  # once it is in the dialog, which would take the first button instead
        self._restore()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(60)
        self._later.timeout.connect(self._ask)
        self.paper.currentIndexChanged.connect(self._paper_changed)
        self.margin.valueChanged.connect(lambda _value: self._later.start())
        self._lies.changed.connect(self._later.start)
        self._shows.changed.connect(self._later.start)
        self.export.clicked.connect(self._export)
        self.cancel.clicked.connect(self.reject)
        self._busy(False)
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

    def export_to(self, path: Path) -> None:
        """Write the poster to a file; the dialog stays until that is done."""
        self._keep()
        document = self._workspace.document
        exporter = Exporter(document.records, self._workspace.map_id, self.options(), path)
        exporter.progress.connect(lambda done: self.progress.setValue(round(done * 1000)))
        exporter.done.connect(self._done)
        exporter.failed.connect(self._failed)
        exporter.stopped.connect(self._stopped)
        self._exporter = exporter
        self._busy(True)
        exporter.start()

    def done(self, result: int) -> None:
        """Stop what is under way and go; an export that is being written ends first."""
        if self._exporter is not None:
            self._exporter.stop()
            self._exporter.wait()
            self._exporter = None
        self._previewer.end()
        super().done(result)

    def reject(self) -> None:
        if self._exporter is not None:
            self._exporter.stop()
            self.said.setText(_("Stopping …"))
            return
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._exporter is not None:
            self._exporter.stop()
            self._exporter.wait()
            self._exporter = None
        super().closeEvent(event)

    def _build(self) -> None:
        title = QLabel(_("Export poster"))
        title.setFont(font(16, 700))
        options = QWidget()
        options.setFixedWidth(280)
        column = QVBoxLayout(options)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addWidget(title)
        column.addSpacing(8)
        labelled = ((_("Paper"), self.paper), (_("How it lies"), self._lies), (_("Margin"), self.margin),
                    (_("Format"), self._format))  # fmt: skip
        if self._workspace.dims:
            labelled += ((_("Printed"), self._shows),)
        for words, widget in labelled:
            label = heading(words)
            label.setBuddy(widget)
            widget.setAccessibleName(words)
            column.addWidget(label)
            column.addWidget(widget)
            column.addSpacing(8)
        column.addStretch(1)
        column.addWidget(self.said)
        column.addWidget(self.progress)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.cancel, 1)
        buttons.addWidget(self.export, 1)
        column.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(options)
        row.addWidget(self.preview, 1)
        self.resize(1080, 640)

    def _restore(self) -> None:
        known = self._preferences.choice("poster.paper", "a1")
        self.paper.setCurrentIndex(PAPERS.index(known) if known in PAPERS else 3)
        self._lies.press(self._preferences.choice("poster.lies", "landscape"))
        self._format.press(self._preferences.choice("poster.format", "pdf"))
        margin = self._preferences.choice("poster.margin", "")
        usual = round(default_margin(paper(self.paper.currentData())))
        self.margin.setValue(int(margin) if margin.isdigit() else usual)

    def _keep(self) -> None:
        choices = {"poster.paper": self.paper.currentData(), "poster.lies": self._lies.value,
                   "poster.format": self._format.value}  # fmt: skip
        usual = round(default_margin(paper(self.paper.currentData())))
        choices["poster.margin"] = "" if self.margin.value() == usual else str(self.margin.value())
        self._preferences.keep_choices(**choices)

    def _paper_changed(self, _index: int) -> None:
        self.margin.setValue(round(default_margin(paper(self.paper.currentData()))))
        self._later.start()

    def _ask(self) -> None:
        self._previewer.ask(self._workspace.document.journey(self._workspace.map_id), self.options())

    def _show(self, page: Page, options: PosterOptions) -> None:
        if options == self.options():
            self.preview.show_page(page)

    def _export(self) -> None:
        folder = self._preferences.settings.last_folder
        path = self._workspace.path
        name = path.stem if path else file_name(self._workspace.title)
        kind = dict(FORMATS)[self.format]
        chosen = ask_save(self, str(path.parent) if path else folder, name, f".{self.format}", kind)
        if chosen is None:
            return
        if chosen.suffix.lower() != f".{self.format}":
            chosen = chosen.with_name(f"{chosen.name}.{self.format}")
        self.export_to(chosen)

    def _busy(self, is_busy: bool) -> None:
        self.progress.setValue(0)
        self.progress.setVisible(is_busy)
        for widget in (self.export, self.paper, self.margin, self._lies, self._format, self._shows):
            widget.setEnabled(not is_busy)
        self.cancel.setText(_("Cancel") if is_busy else _("Close"))
        if is_busy:
            self.said.setText("")

    def _end_export(self) -> None:
        if self._exporter is not None:
            self._exporter.wait()
        self._exporter = None
        self._busy(False)

    def _done(self, path: str) -> None:
        self._end_export()
        self.said.setText(breakable(_("Poster saved: {path}").format(path=path)))
        self._workspace.noticed.emit(_("Poster saved: {path}").format(path=path))

    def _failed(self, sentence: str) -> None:
        self._end_export()
        self.said.setText(breakable(sentence))

    def _stopped(self) -> None:
        self._end_export()
        self.said.setText(_("Stopped; nothing was written."))


class _Segments(QWidget):
    """A few values side by side, one of them pressed."""

    def __init__(self, values: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._values: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for value, words in values:
            button = QPushButton(words)
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setProperty("role", "segment")
            self._group.addButton(button)
            self._values[value] = button
            row.addWidget(button, 1)
        next(iter(self._values.values())).setChecked(True)
        self.changed = self._group.buttonClicked

    @property
    def value(self) -> str:
        """The value that is pressed."""
        return next(value for value, button in self._values.items() if button.isChecked())

    def press(self, value: str) -> None:
        """Press a value, if it is there."""
        if value in self._values:
            self._values[value].click()
