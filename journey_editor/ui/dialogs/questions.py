"""Questions and sentences in small windows; all words are plain text, whatever marks are in them."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from journey_editor.assets import _
from journey_editor.core.titles import shortened
from journey_editor.ui import labels
from journey_editor.ui.theme import font

Answer = Literal["save", "discard", "cancel"]
ConflictAnswer = Literal["elsewhere", "open", "cancel"]

WIDTH = 400
BREAKS = ("/", "\\")
"""Where a long path may go on in the next line."""


class Question(QDialog):
    """A sentence, what it means, and the answers; the last one is the usual one, Esc gives the first."""

    def __init__(self, parent: QWidget | None, words: str, more: str, answers: Sequence[tuple[str, str]]) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Journey Editor"))
        self._words = words
        self.answer = answers[0][0]
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        for text, weight in ((words, 600), (more, 400)):
            label = QLabel(breakable(text))
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setFont(font(weight=weight))
            label.setFixedWidth(WIDTH)
            label.setVisible(bool(text))
            column.addWidget(label)
        row = QHBoxLayout()
        row.setContentsMargins(0, 16, 0, 0)
        row.setSpacing(8)
        row.addStretch(1)
        buttons = [QPushButton(said) for _answer, said in answers]
        for button, (answer, _said) in zip(buttons, answers, strict=True):
            button.clicked.connect(lambda _checked=False, answer=answer: self._take(answer))
            row.addWidget(button)
        buttons[-1].setDefault(True)
        buttons[-1].setFocus()
        column.addLayout(row)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)

    def text(self) -> str:
        """Return what it says."""
        return self._words

    def _take(self, answer: str) -> None:
        self.answer = answer
        self.accept()


def ask_unsaved(parent: QWidget | None, name: str) -> Answer:
    """Ask what becomes of changes that are not saved."""
    words = _("Save the changes to “{name}”?").format(name=_cut(name))
    answers = (("cancel", _("Cancel")), ("discard", _("Don’t save")), ("save", _("Save")))
    return _asked(parent, words, _("Without saving they are lost."), answers)  # type: ignore[return-value]


def ask_conflict(parent: QWidget | None, name: str) -> ConflictAnswer:
    """Ask what to do where somebody else changed the file."""
    words = _("“{name}” was changed by somebody else since it was opened here.").format(name=_cut(name))
    more = _("Nothing was written. Keep your version under another name, or look at the other one.")
    answers = (("cancel", _("Cancel")), ("open", _("Open the other")), ("elsewhere", _("Save mine elsewhere…")))
    return _asked(parent, words, more, answers)  # type: ignore[return-value]


def tell(parent: QWidget | None, sentence: str) -> None:
    """Say one sentence and wait until it is read."""
    _asked(parent, sentence, "", (("ok", _("OK")),))


def _asked(parent: QWidget | None, words: str, more: str, answers: Sequence[tuple[str, str]]) -> str:
    question = Question(parent, words, more, answers)
    question.exec()
    answer = question.answer
    question.deleteLater()
    return answer


def breakable(words: str) -> str:
    """Return words in which a long path, or a long word, may be broken into lines."""
    for mark in BREAKS:
        words = words.replace(mark, f"{mark}\u200b")
    return labels.breakable(words)


def _cut(name: str) -> str:
    return shortened(" ".join(name.split()), 80)
