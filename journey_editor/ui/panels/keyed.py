"""Lists beside the map that have keys of their own: letters and a few more mean the list, the others the map."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView

Keys = Callable[[QKeyEvent], bool]
"""Does what a key means on the map; returns whether it meant something."""

MERGE_KEY = "="
"""The key that merges cards of the tray, and owners: no letter and no digit, so that no stage or lane has it."""

OWN_KEYS = (
    Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Home, Qt.Key.Key_End,
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Escape, Qt.Key.Key_Space,
)  # fmt: skip
"""Keys beside letters that mean the list."""

_LIST_KEYS = (Qt.Key.Key_A, Qt.Key.Key_Home, Qt.Key.Key_End)
"""Keys that mean the list with Ctrl too."""

HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier | Qt.KeyboardModifier.AltModifier
"""What is held with keys that mean the map."""


class KeyedList(QListView):
    """Keeps its own keys from the window's actions; those with Ctrl or Alt that it has no use for mean the map."""

    def __init__(self, keys: Keys) -> None:
        super().__init__()
        self._keys = keys

    def is_own(self, event: QKeyEvent) -> bool:
        """Whether a key acts on the list while that has the keyboard: letters and a few more, with nothing held."""
        return not event.modifiers() & HELD and (event.key() in OWN_KEYS or bool(event.text().strip()))

    def own_key(self, event: QKeyEvent) -> bool:
        """Do what a key means in the list beside what Qt does with it; returns whether it meant something."""
        return False

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self.is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == self.State.EditingState or not self.own_key(event):
            if event.modifiers() & HELD and event.key() not in _LIST_KEYS and self._keys(event):
                return
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters have a meaning of their own: they search for no row."""
