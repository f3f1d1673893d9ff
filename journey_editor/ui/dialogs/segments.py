"""A choice among few values, shown side by side."""

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget


class Segments(QWidget):
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
