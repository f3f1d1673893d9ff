"""Renaming a card where the room sees it, on the only screen: a field over the card; Enter takes, Esc gives up."""

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from journey_editor.assets import _
from journey_editor.core.edits.fields import set_field
from journey_editor.core.input import typed_line
from journey_editor.core.records import Touchpoint
from journey_editor.layout.primitives import Line
from journey_editor.layout.style import SMALL
from journey_editor.ui.room.frame import Shown, card_of
from journey_editor.ui.workspace import Workspace

_PAD = 8.0  # points beside a title that is not there yet


class NameField(QLineEdit):
    """The title of a touchpoint while it is edited. `ended` tells that the keyboard is free again."""

    ended = Signal()

    def __init__(self, workspace: Workspace, record: Touchpoint, place: QRect, size: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace, self._record = workspace, record.id
        self._is_over = False
        self.setObjectName("roomName")
        self.setAccessibleName(_("Name of the touchpoint"))
        self.setStyleSheet(f"QLineEdit#roomName {{ font-size: {size}px; font-weight: 600; padding: 0 4px; }}")
        self.setText(record.title)
        self.selectAll()
        self.setGeometry(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.end(True)
        elif event.key() == Qt.Key.Key_Escape:
            self.end(False)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.end(True)

    def end(self, takes: bool) -> None:
        """Take what was typed or give it up, and go."""
        if self._is_over:
            return
        self._is_over = True
        record = self._workspace.document.records.get(self._record)
        words = typed_line(self.text())
        if takes and isinstance(record, Touchpoint) and words and words != record.title:
            set_field(self._workspace.document, (record.id,), "title", words, _("Rename"))
        self.hide()
        self.ended.emit()
        self.deleteLater()


def name_field(workspace: Workspace, shown: Shown | None, parent: QWidget) -> NameField | None:
    """Return a field over the selected card of a page; None where it shows none."""
    record = workspace.current
    card = card_of(shown.page, record.id) if shown is not None and record is not None else None
    if shown is None or card is None or not isinstance(record, Touchpoint):
        return None
    scale, rect = shown.page.scale, card.rect
    lines = [part for part in card.parts if isinstance(part, Line)]
    title = [line for line in lines if line.size == lines[0].size and line.color == lines[0].color]
    size = title[0].size if title else SMALL
    left, top = (title[0].x, title[0].y - size * 1.1) if title else (_PAD, _PAD)
    bottom = title[-1].y + size * 0.45 if title else top + size * 1.6
    place = QRectF(rect.x + left, rect.y + top, rect.width - 2 * left, bottom - top)
    seen = QRect(*(round(each * scale) for each in (place.x(), place.y(), place.width(), place.height())))
    return NameField(workspace, record, seen.adjusted(-6, -2, 6, 2), round(size * scale), parent)
