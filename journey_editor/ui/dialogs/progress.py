"""Work that may take a while: at once where it is short, else with a bar and a way out."""

from time import perf_counter
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from journey_editor.assets import _
from journey_editor.interchange.steps import Steps
from journey_editor.ui.stepping import AT_ONCE, Stepper
from journey_editor.ui.theme import font

WIDTH = 400


class Progress(QDialog):
    """A sentence, a bar, and a button that gives the work up; Esc does too, where it can be given up."""

    def __init__(self, parent: QWidget | None, words: str, steps: Steps[Any], can_stop: bool = True) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Journey Editor"))
        self.result_of: Any = None
        self.error: Exception | None = None
        self._can_stop = can_stop
        said = QLabel(words)
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setWordWrap(True)
        said.setFont(font(weight=600))
        said.setFixedWidth(WIDTH)
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.stop = QPushButton(_("Cancel"))
        self.stop.setVisible(can_stop)
        self.stop.setAutoDefault(False)
        self.stop.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(said)
        column.addWidget(self.bar)
        column.addLayout(row)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        self.stepper = Stepper(steps, self)
        self.stepper.advanced.connect(lambda share: self.bar.setValue(round(share * 1000)))
        self.stepper.done.connect(self._done)
        self.stepper.failed.connect(self._failed)
        self.stepper.start()

    def reject(self) -> None:
        if self._can_stop:
            self.stepper.stop()
            super().reject()

    def _done(self, result: object) -> None:
        self.result_of = result
        self.accept()

    def _failed(self, error: Exception) -> None:
        self.error = error
        self.accept()


def worked(parent: QWidget | None, words: str, steps: Steps[Any], can_stop: bool = True) -> tuple[bool, Any]:
    """Do work and return whether it was done, and what came of it; raises what the work raises.

    Short work is done at once; for longer work a window tells what goes on, and can give it up.
    """
    end = perf_counter() + AT_ONCE
    try:
        while perf_counter() < end:
            next(steps)
    except StopIteration as stop:
        return True, stop.value
    dialog = Progress(parent, words, steps, can_stop)
    is_done = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    if dialog.error is not None:
        raise dialog.error
    return is_done, dialog.result_of
