"""Asks for a name: what it is for, a field, what comes of it, and one sentence where a name cannot be."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from journey_editor.assets import _
from journey_editor.core.input import typed_line
from journey_editor.ui.theme import font, small_font

WIDTH = 400
LONGEST = 200  # letters


class NameDialog(QDialog):
    """Takes a name; `refusal` says in one sentence why one cannot be taken, "" where it can."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        words: str,
        name: str,
        accept: str,
        refusal: Callable[[str], str] = lambda _name: "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._refusal = refusal
        head = QLabel(title)
        head.setFont(font(16, 700))
        more = QLabel(words)
        more.setTextFormat(Qt.TextFormat.PlainText)
        more.setWordWrap(True)
        more.setFixedWidth(WIDTH)
        more.setProperty("role", "muted")
        self.field = QLineEdit(name)
        self.field.setMaxLength(LONGEST)
        self.field.setAccessibleName(_("Name"))
        self.field.setPlaceholderText(_("Name"))
        self.field.selectAll()
        self.field.textChanged.connect(lambda _text: self._look())
        self._said = QLabel()
        self._said.setProperty("role", "error")
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setFont(small_font())
        self._said.setFixedHeight(16)
        self._take, cancel = QPushButton(accept), QPushButton(_("Cancel"))
        self._take.setDefault(True)
        self._take.setProperty("role", "accent")
        self._take.clicked.connect(self.accept)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        for widget in (head, more, self.field, self._said):
            column.addWidget(widget)
        column.addLayout(buttons)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        self.field.setFocus()
        self._look()

    @property
    def name(self) -> str:
        """What was typed, in one line without blanks around it."""
        return " ".join(typed_line(self.field.text()).split())

    @property
    def sentence(self) -> str:
        """Why the name cannot be taken, "" where it can or where there is none yet."""
        return self._said.text()

    def accept(self) -> None:
        if self.name and not self.sentence:
            super().accept()

    def _look(self) -> None:
        said = self._refusal(self.name) if self.name else ""
        self._said.setText(said)
        self._take.setEnabled(bool(self.name) and not said)


def ask_name(
    parent: QWidget | None,
    title: str,
    words: str,
    name: str,
    accept: str,
    refusal: Callable[[str], str] = lambda _name: "",
) -> str:
    """Return the name that was given, "" where the person thought otherwise."""
    dialog = NameDialog(parent, title, words, name, accept, refusal)
    return dialog.name if dialog.exec() else ""
