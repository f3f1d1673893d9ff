"""What a page shows where there is nothing to show: what it would tell, and what to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from journey_editor.ui.theme import font


class Empty(QWidget):
    """A heading and a sentence in the middle of a card."""

    def __init__(self, heading: str, words: str) -> None:
        super().__init__()
        self.heading, self.words = QLabel(heading), QLabel(words)
        self.heading.setFont(font(16, 700))
        self.words.setProperty("role", "muted")
        self.words.setFixedWidth(440)
        for each in (self.heading, self.words):
            each.setTextFormat(Qt.TextFormat.PlainText)
            each.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            each.setWordWrap(each is self.words)
        self._make_room()
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(self.heading, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.words, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def say(self, heading: str, words: str) -> None:
        """Say something else."""
        self.heading.setText(heading)
        self.words.setText(words)
        self._make_room()

    def _make_room(self) -> None:
        """Give the sentence the height of all its lines: a layout with room in the middle would cut the last ones."""
        self.words.setMinimumHeight(max(0, self.words.heightForWidth(self.words.width())))
