"""What all dialogs of an export share: options beside what will be written, work off the window's thread, one sentence.

Closing the dialog stops what is under way; a file that is being put in place is whole or not there.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from journey_editor.assets import _
from journey_editor.storage.paths import file_name
from journey_editor.ui.dialogs.paths import ask_save
from journey_editor.ui.dialogs.preview import Preview
from journey_editor.ui.dialogs.questions import breakable
from journey_editor.ui.dialogs.workers import Exporter, Make, Previewer
from journey_editor.ui.pieces import heading
from journey_editor.ui.preferences import Preferences
from journey_editor.ui.theme import font, small_font
from journey_editor.ui.workspace import Workspace


class Export(NamedTuple):
    """What a dialog exports: the ending that is chosen and what its files are called, what makes a file of an ending,
    what remembers the choices, and the words that tell of a file ("{path}") and of a failure.
    """

    ending: Callable[[], str]
    kind: Callable[[], str]
    maker: Callable[[str], Make]
    keep: Callable[[], object]
    saved: str
    failed: str


class ExportDialog(QDialog):
    """Options at the left, a page at the right. Whoever is one lays out its options, and says what they export."""

    _exports: Export

    def __init__(
        self, title: str, workspace: Workspace, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._workspace, self._preferences = workspace, preferences
        self._exporter: Exporter | None = None
        self._labels: dict[QWidget, QLabel] = {}
        self.preview = Preview()
        self.preview.say(_("Laying out the page …"))
        self._previewer = Previewer()
        self.progress = QProgressBar()
        self.progress.setRange(0, 1000)
        self.progress.setTextVisible(False)
        self.said = QLabel()
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.said.setFont(small_font())
        self.export, self.cancel = QPushButton(_("Export…")), QPushButton(_("Close"))
        self.export.setProperty("role", "accent")
        self.export.clicked.connect(self._export)
        self.cancel.clicked.connect(self.reject)

    def export_to(self, path: Path) -> None:
        """Write what is chosen to a file; the dialog stays until that is done."""
        self._exports.keep()
        exporter = Exporter(self._exports.maker(path.suffix.lower()), path, self._exports.failed)
        exporter.progress.connect(lambda done: self.progress.setValue(round(done * 1000)))
        exporter.done.connect(self._done)
        exporter.failed.connect(self._failed)
        exporter.stopped.connect(self._stopped)
        self._exporter = exporter
        self.busy(True)
        exporter.start()

    def done(self, result: int) -> None:
        """Stop what is under way and go; an export that is being written ends first."""
        self._give_up()
        self._previewer.end()
        super().done(result)

    def reject(self) -> None:
        if self._exporter is not None:
            self._exporter.stop()
            self.said.setText(_("Stopping …"))
            return
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._give_up()
        super().closeEvent(event)

    def lay_out(self, exports: Export, labelled: Sequence[tuple[str, QWidget]], shown: QWidget | None = None) -> None:
        """Put options with their names at the left, and what is shown, or the preview, at the right."""
        self._exports = exports
        title = QLabel(self.windowTitle())
        title.setFont(font(16, 700))
        options = QWidget()
        options.setFixedWidth(280)
        column = QVBoxLayout(options)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addWidget(title)
        for words, widget in labelled:
            column.addWidget(self._named(words, widget))
            column.addWidget(widget)
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
        row.addWidget(shown or self.preview, 1)
        self.export.setDefault(True)  # once it is in the dialog, which would take the first button instead
        self.resize(1080, 640)
        self.busy(False)

    def offer(self, widget: QWidget, is_offered: bool) -> None:
        """Show an option with its name, or neither."""
        widget.setVisible(is_offered)
        self._labels[widget].setVisible(is_offered)

    def busy(self, is_busy: bool) -> None:
        """Let nothing be chosen while a file is made."""
        self.progress.setValue(0)
        self.progress.setVisible(is_busy)
        for widget in (self.export, *self._labels):
            widget.setEnabled(not is_busy)
        self.cancel.setText(_("Cancel") if is_busy else _("Close"))
        if is_busy:
            self.said.setText("")

    def _named(self, words: str, widget: QWidget) -> QLabel:
        label = heading(words)
        label.setContentsMargins(0, 8, 0, 0)
        label.setBuddy(widget)
        widget.setAccessibleName(words)
        self._labels[widget] = label
        return label

    def _export(self) -> None:
        folder = self._preferences.settings.last_folder
        path = self._workspace.path
        name = path.stem if path else file_name(self._workspace.title)
        ending = f".{self._exports.ending()}"
        chosen = ask_save(self, str(path.parent) if path else folder, name, ending, self._exports.kind())
        if chosen is None:
            return
        if chosen.suffix.lower() != ending:
            chosen = chosen.with_name(f"{chosen.name}{ending}")
        self.export_to(chosen)

    def _give_up(self) -> None:
        if self._exporter is not None:
            self._exporter.stop()
            self._exporter.wait()
            self._exporter = None

    def _end_export(self) -> None:
        if self._exporter is not None:
            self._exporter.wait()
        self._exporter = None
        self.busy(False)

    def _done(self, path: str) -> None:
        self._end_export()
        words = self._exports.saved.format(path=path)
        self.said.setText(breakable(words))
        self._workspace.noticed.emit(words)

    def _failed(self, sentence: str) -> None:
        self._end_export()
        self.said.setText(breakable(sentence))

    def _stopped(self) -> None:
        self._end_export()
        self.said.setText(_("Stopped; nothing was written."))
