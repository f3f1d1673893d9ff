"""The text field that lies over a name on the map while it is edited: at its very place, in its font."""

from functools import lru_cache
from typing import Literal

from PySide6.QtCore import QMimeData, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontDatabase, QKeyEvent, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from journey_editor.assets import font_path
from journey_editor.core.input import typed_line
from journey_editor.core.values import TEXT_LIMIT
from journey_editor.layout.style import Style

How = Literal["commit", "enter", "restore", "next", "previous", "new", "stage"]
"""How editing ended: taken by itself or by Enter, given up, or taken and on to the next field,
the one before, a new touchpoint or stage."""

_WEIGHTS = {
    "Regular": QFont.Weight.Normal,
    "Medium": QFont.Weight.Medium,
    "SemiBold": QFont.Weight.DemiBold,
    "Bold": QFont.Weight.Bold,
}


class Editor(QPlainTextEdit):
    """A field without frame that grows with its text. Enter takes, Esc gives up, Tab goes on; so does losing focus."""

    ended = Signal(str)

    def __init__(self, parent: QWidget, text: str, face: str, style: Style, framed: bool) -> None:
        super().__init__(parent)
        self._face = face
        self._framed = framed
        self._over = False
        self.setObjectName("canvas-editor")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTabChangesFocus(False)
        self.document().setDocumentMargin(0)
        edge = f"border: 1px solid {style.accent}; border-radius: 6px; padding: 6px;"
        border = f"{edge if framed else 'border: none; padding: 0;'} min-height: 0; margin: 0;"
        self.setStyleSheet(  # all of it: what the window's sheet says of text fields must not move the words
            f"QPlainTextEdit#canvas-editor {{ background: {style.card}; color: {style.ink}; {border}"
            f" selection-background-color: {style.accent}; selection-color: {style.card}; }}"
        )
        self.setPlainText(text)
        self.selectAll()

    def lie_over(self, place: QRectF, size: float, room: QSize) -> None:
        """Lie at a place of the viewport: left, baseline of the first line, width and least height; size in pixels.

        With a frame it keeps within the room that there is.
        """
        self.setFont(font_of(self._face, max(6, round(size))))
        ascent = self.fontMetrics().ascent()
        pad = 7 if self._framed else 0
        width = max(round(place.width()), 40) + 2 * pad
        line = self.fontMetrics().lineSpacing()
        self.setFixedWidth(width)
        lines = max(1, self._lines())
        height = min(max(round(place.height()), lines * line + 2) + 2 * pad, max(room.height() - 4, line + 2))
        top = round(place.top()) - (0 if self._framed else ascent)
        left = round(place.left())
        if self._framed:
            left, top = max(2, min(left, room.width() - width - 2)), max(2, top)
        self.setGeometry(QRect(left, min(top, room.height() - 2 - height), width, height))

    def words(self) -> str:
        """Return what was typed as one line."""
        return " ".join(typed_line(self.toPlainText()).split())[:TEXT_LIMIT]

    def _lines(self) -> int:
        document = self.document()
        document.setTextWidth(self.viewport().width())
        return int(document.size().height())

    def keyPressEvent(self, e: QKeyEvent) -> None:
        how = _how(e)
        if how is None:
            super().keyPressEvent(e)
        else:
            self._end(how)

    def focusOutEvent(self, e: QFocusEvent) -> None:
        super().focusOutEvent(e)
        if e.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self._end("commit")

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(" ".join(source.text().split()))

    def _end(self, how: How) -> None:
        if not self._over:
            self._over = True
            self.ended.emit(how)


def _how(event: QKeyEvent) -> How | None:
    key, keys = event.key(), event.modifiers()
    if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        if not keys & Qt.KeyboardModifier.ControlModifier:
            return "enter"
        return "stage" if keys & Qt.KeyboardModifier.ShiftModifier else "new"
    if key == Qt.Key.Key_Escape:
        return "restore"
    if key == Qt.Key.Key_Tab:
        return "previous" if keys & Qt.KeyboardModifier.ShiftModifier else "next"
    return "previous" if key == Qt.Key.Key_Backtab else None


@lru_cache(maxsize=16)
def _family(face: str) -> str:
    families = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(font_path(face))))
    return families[0] if families else "Inter"


def font_of(face: str, pixels: int) -> QFont:
    """Return a bundled face for a text field."""
    font = QFont(_family(face))
    font.setPixelSize(pixels)
    font.setWeight(_WEIGHTS.get(face.partition("-")[2], QFont.Weight.Normal))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
