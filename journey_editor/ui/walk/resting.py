"""The page before, between and behind the cards: some words, a name where it is asked for, and what to do next."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from journey_editor.assets import _
from journey_editor.ui.labels import label

Choice = tuple[str, Callable[[], object]]
"""What a button says, and what it does."""

NAME = 200
WIDEST = 960


class RestingPage(QWidget):
    """Shows a heading, a paragraph and buttons; the first of these is what Enter does."""

    def __init__(self) -> None:
        super().__init__()
        self.heading, self.words = QLabel(), QLabel()
        self.heading.setProperty("role", "title")
        self.words.setProperty("role", "muted")
        self.name = QLineEdit()
        self.name.setMaxLength(NAME)
        self.name.setPlaceholderText(_("Your name, if you like"))
        self.name.setAccessibleName(_("Your name"))
        self.name.setFixedWidth(480)
        self.buttons: list[QPushButton] = []
        self._row = QHBoxLayout()
        self._row.setSpacing(16)
        inside = QWidget()
        inside.setMaximumWidth(WIDEST)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(24)
        column.addStretch(2)
        for each in (self.heading, self.words):
            each.setTextFormat(Qt.TextFormat.PlainText)
            each.setWordWrap(True)
            column.addWidget(each)
        column.addWidget(self.name)
        column.addLayout(self._row)
        column.addStretch(3)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addStretch(1)
        whole.addWidget(inside, 20)
        whole.addStretch(1)

    def ask(self, heading: str, words: str, choices: Sequence[Choice], asks_name: bool) -> None:
        """Show something else."""
        self.heading.setText(heading)
        self.words.setText(words)
        self.name.setVisible(asks_name)
        while (item := self._row.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.buttons = []
        for said, does in choices:
            button = QPushButton(label(said))
            button.setProperty("role", "accent" if not self.buttons else "button")
            button.clicked.connect(lambda _checked=False, does=does: does())
            self.buttons.append(button)
            self._row.addWidget(button)
        self._row.addStretch(1)
        (self.name if asks_name and not self.name.text() else self.buttons[0]).setFocus()

    def press(self) -> None:
        """Press the button that has the keyboard, else the first one."""
        focused = QApplication.focusWidget()
        button = focused if isinstance(focused, QPushButton) and focused in self.buttons else self.buttons[0]
        button.click()
