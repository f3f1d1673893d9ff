"""Keys that a widget takes for itself, before shortcuts of the window do."""

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent


def takes(event: QEvent, meant: Callable[[QKeyEvent], Callable[[], object] | None]) -> bool:
    """Do what a key means where `meant` knows it; returns whether the widget has it to itself.

    Qt asks before it looks for shortcuts, and presses the key then. Any other event is not taken.
    """
    asks, presses = QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress
    if not isinstance(event, QKeyEvent) or event.type() not in (asks, presses):
        return False
    does = meant(event)
    if does is None:
        return False
    if event.type() == presses:
        does()
    event.accept()
    return True
