"""Small pieces that panels and dialogs are made of: headings, quiet buttons, and how a widget takes another look."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from journey_editor.ui.theme import small_font


def heading(words: str = "", role: str = "muted") -> QLabel:
    """Return a small heading over fields or lists, its words as they are; the role says in what colour."""
    found = QLabel(words)
    found.setTextFormat(Qt.TextFormat.PlainText)
    found.setFont(small_font(600))
    found.setProperty("role", role)
    return found


def quiet_button(words: str = "") -> QPushButton:
    """Return a button that looks like text, as wide as its words."""
    found = QPushButton(words)
    found.setProperty("role", "quiet")
    found.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return found


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet asks for: Qt does not look at it again by itself."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
