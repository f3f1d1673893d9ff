"""What keys do with the opportunity of a row, wherever it is listed."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from journey_editor.core.document import Document
from journey_editor.core.edits.fields import set_field
from journey_editor.core.edits.removal import remove
from journey_editor.core.edits.votes import give_vote, take_vote
from journey_editor.ui.opportunities.table import Table

_SCORES = ("1", "2", "3", "4", "5")


def meant_in_rows(event: QKeyEvent, table: Table, document: Document) -> Callable[[], object] | None:
    """Return what a key does: Del removes, Ctrl+B votes, a digit in the column of effort is that effort."""
    here, key, text = table.current(), Qt.Key(event.key()), event.text()
    if here is None:
        return None
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    if key == Qt.Key.Key_B and control:
        return lambda: (take_vote if shift else give_vote)(document, (here.id,))
    if key == Qt.Key.Key_Delete and not control:
        return lambda: remove(document, (here.id,))
    if table.column_here() == "effort" and text in _SCORES and not control:
        return lambda: set_field(document, (here.id,), "effort", int(text))
    return None
