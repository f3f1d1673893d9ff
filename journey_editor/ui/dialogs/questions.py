"""Questions and sentences in small windows; all words are plain text, whatever marks are in them."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from journey_editor.assets import _

Answer = Literal["save", "discard", "cancel"]
ConflictAnswer = Literal["elsewhere", "open", "cancel"]


def ask_unsaved(parent: QWidget | None, name: str) -> Answer:
    """Ask what becomes of changes that are not saved."""
    box = _box(parent, _("Save the changes to “{name}”?").format(name=_cut(name)))
    box.setInformativeText(_("Without saving they are lost."))
    save = box.addButton(_("Save"), QMessageBox.ButtonRole.AcceptRole)
    discard = box.addButton(_("Don’t save"), QMessageBox.ButtonRole.DestructiveRole)
    cancel = box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole)
    return _answer(box, {save: "save", discard: "discard", cancel: "cancel"}, save, cancel)  # type: ignore[return-value]


def ask_conflict(parent: QWidget | None, name: str) -> ConflictAnswer:
    """Ask what to do where somebody else changed the file."""
    box = _box(parent, _("“{name}” was changed by somebody else since it was opened here.").format(name=_cut(name)))
    box.setInformativeText(_("Nothing was written. Keep your version under another name, or look at the other one."))
    elsewhere = box.addButton(_("Save mine elsewhere…"), QMessageBox.ButtonRole.AcceptRole)
    opened = box.addButton(_("Open the other"), QMessageBox.ButtonRole.ActionRole)
    cancel = box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole)
    answers = {elsewhere: "elsewhere", opened: "open", cancel: "cancel"}
    return _answer(box, answers, elsewhere, cancel)  # type: ignore[return-value]


def tell(parent: QWidget | None, sentence: str) -> None:
    """Say one sentence and wait until it is read."""
    box = _box(parent, sentence)
    box.addButton(_("OK"), QMessageBox.ButtonRole.AcceptRole)
    box.exec()


def _box(parent: QWidget | None, words: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setWindowTitle(_("Journey Editor"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(words)
    box.setIcon(QMessageBox.Icon.NoIcon)
    layout = box.layout()
    if layout is not None:
        layout.setContentsMargins(8, 24, 24, 20)
    return box


def _answer(box: QMessageBox, answers: dict[QPushButton, str], usual: QPushButton, escape: QPushButton) -> str:
    box.setDefaultButton(usual)
    box.setEscapeButton(escape)
    box.exec()
    clicked = box.clickedButton()
    return next((answer for button, answer in answers.items() if button is clicked), "cancel")


def _cut(name: str) -> str:
    shown = " ".join(name.split())
    return shown if len(shown) <= 80 else f"{shown[:79]}…"
