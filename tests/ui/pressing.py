"""Small things that tests of windows do with their hands."""

from PySide6.QtWidgets import QDialog, QPushButton


def press(dialog: QDialog, words: str) -> None:
    """Press the button of a dialog that says these words."""
    next(each for each in dialog.findChildren(QPushButton) if each.text().replace("&", "") == words).click()


def texts(dialog: QDialog) -> list[str]:
    """Return what the buttons of a dialog say."""
    return [each.text().replace("&", "") for each in dialog.findChildren(QPushButton)]
