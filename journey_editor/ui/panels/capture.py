"""The capture line: a real text field that holds the keyboard while the canvas is active, so typing always captures."""

import sys
from typing import Protocol

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)

from journey_editor.assets import _
from journey_editor.core.capture.captured import Captured
from journey_editor.core.capture.text import quoted
from journey_editor.core.edits.capture import add_captured, add_to_stage, add_to_touchpoint, go_to_stage
from journey_editor.core.edits.place import Slot
from journey_editor.core.input import typed_line
from journey_editor.core.lanes import Lane
from journey_editor.core.records import Stage, Touchpoint, name_of
from journey_editor.core.titles import in_line
from journey_editor.core.values import TEXT_LIMIT
from journey_editor.core.words import unnamed
from journey_editor.ui.panels.capture_place import CapturePlace
from journey_editor.ui.panels.capture_reader import CaptureReader
from journey_editor.ui.panels.capture_text import MarkedLine, units
from journey_editor.ui.pieces import restyle
from journey_editor.ui.workspace import Workspace

REMEMBERED = 200
ROOM = 48  # pixels at both ends that the hint leaves free
NARROW = 72  # pixels: a name that is cut shorter tells nothing
_MEASURED = 400  # letters of a name: more than have room, and Qt would shape all of them


class Map(Protocol):
    """What the line needs of the canvas."""

    def handle_key(self, event: QKeyEvent) -> bool:
        """Do what a key means on the map; returns whether it meant something."""
        ...

    def ensure_visible(self, record: str) -> None:
        """Scroll as little as shows a record."""
        ...

    def ask_menu(self) -> None:
        """Show the menu of what is selected."""
        ...


class Taker(Protocol):
    """A place of the map that takes what is typed, while hands are there."""

    def type_on(self, event: QEvent) -> bool:
        """Take what is typed; returns whether hands are there."""
        ...

    def words(self) -> str:
        """What becomes of what is typed, "" while hands are elsewhere."""
        ...


class CaptureLine(MarkedLine):
    """Types touchpoints onto the map. While it is empty every key that is not a letter belongs to the canvas.

    Esc sets the words aside: they stay, and the keys belong to the canvas until somebody types on or presses Enter.
    What is typed is read by `reader`; `turned` tells that the line begins or ceases to be typed in.
    """

    turned = Signal()

    def __init__(self, workspace: Workspace, canvas: Map) -> None:
        super().__init__()
        self.setObjectName("capture")
        self.setAccessibleName(_("Type to add a touchpoint"))
        self.setFixedHeight(32)
        self.setMaxLength(TEXT_LIMIT)
        self._workspace, self._canvas = workspace, canvas
        self.taker: Taker | None = None
        self.reader = CaptureReader(workspace)
        self.goal = CapturePlace(workspace)
        self._lines: list[str] = []
        self._recalled: int | None = None
        self._draft = ""
        self._is_aside = self._was_typed = False
        self.textEdited.connect(self._edited)
        self.textChanged.connect(self._read)
        self.textEdited.connect(workspace.findings.hold)
        self.cursorPositionChanged.connect(lambda _before, _now: self.reader.move_to(self.place))
        workspace.selected.connect(self.follow)
        workspace.changed.connect(self._hear)  # a method, which is let go with the line: the room's goes with its view
        self._mark()
        self.follow()

    @property
    def is_typing(self) -> bool:
        """Whether somebody is about to type a line here."""
        return bool(self.text().strip()) and not self._is_aside and self.window().focusWidget() is self

    def slot(self) -> Slot | None:
        """Return where the next card goes; None where the map has no stage yet: to the tray."""
        return self.goal.slot()

    def lane(self) -> Lane | None:
        """Return the lane of the next card, as far as its line leaves that open."""
        return self.goal.lane()

    def capture(self) -> None:
        """Make a card of the line and select it; a line without words for a title adds to what is selected."""
        line = self.text()
        if not self._workspace.has_map:
            self._workspace.noticed.emit(_("This file has no map to add to."))
            return
        captured = self.reader.read(line)
        workspace = self._workspace
        if captured.is_empty:
            return
        if not captured.title and not captured.stages and self.goal.chosen:
            self.add_to_selected()
            return
        adds_to_stage = not captured.title and (captured.stages or isinstance(self._workspace.anchor, Stage))
        label = _("Add to stage") if adds_to_stage else _("Add touchpoint")
        with workspace.together():
            with workspace.document.transaction(_("Add stage") if captured.only_goes else label) as attempt:
                shown = self._captured(captured)
            if attempt.is_refused:
                return  # what it needs is locked: the words stay
            self._done(line)
            workspace.session.select((shown,))
            self._canvas.ensure_visible(shown)
        new = workspace.document.records[shown]
        if isinstance(new, Touchpoint) and new.stage is None:  # no card on the map tells of it
            workspace.noticed.emit(_("In the tray: {title}").format(title=new.title[:60] or unnamed("touchpoint")))

    def take_words(self, words: str) -> None:
        """Put words where they would be typed, and let them be typed on."""
        if self._is_aside:
            self.end(False)
        self.insert(typed_line(words))
        self.setFocus()

    def add_to_selected(self) -> None:
        """Add what the line says to the selected touchpoints."""
        line, chosen = self.text(), self.goal.chosen
        if not chosen:
            self._workspace.noticed.emit(_("Select a touchpoint to add to."))
            return
        captured, records = self.reader.read(line), self._workspace.document.records
        has_title = any(name_of(records[each]) for each in chosen)
        with self._workspace.document.transaction(_("Add to touchpoint")) as attempt:
            for each in chosen:
                add_to_touchpoint(self._workspace.document, each, captured, self._workspace.basis)
        if attempt.is_refused:
            return
        if captured.title and has_title and not quoted(captured.title):
            words = _("“{words}” is no sign that can be added; nothing of it was lost: press Up to have it again.")
            self._workspace.noticed.emit(words.format(words=captured.title[:60]))
        self._done(line)

    def take_name(self) -> bool:
        """Put the name that is marked in the list into the line; returns whether there was one."""
        self.reader.settle()
        completion, text = self.reader.completion, self.text()
        if completion is None or not self.is_typing:
            return False
        taken, place = completion.take(text, self.reader.row)
        self.choose(completion.start, completion.end)
        self.insert(taken[completion.start : len(taken) - len(text) + completion.end])
        self.setCursorPosition(units(taken)(place))
        self.reader.follow(self.text(), self.place, offers=False)
        return True

    def follow(self) -> None:
        """Say what Enter will do."""
        self.goal.follow()
        hint = (self.taker.words() if self.taker is not None else "") or self.goal.hint(self._fitting)
        if hint != self.placeholderText():
            self.setPlaceholderText(hint)

    # events of Qt

    def event(self, e: QEvent) -> bool:
        is_tab = isinstance(e, QKeyEvent) and e.key() == Qt.Key.Key_Tab and not e.modifiers()
        if is_tab and e.type() == QEvent.Type.KeyPress and self.take_name():
            return True  # else Qt goes on to the next pane
        if isinstance(e, QKeyEvent) and e.type() == QEvent.Type.KeyPress and self._walks_cells(e):
            return True
        if e.type() == QEvent.Type.ShortcutOverride and isinstance(e, QKeyEvent) and self._is_for_window(e):
            e.ignore()
            return False
        return super().event(e)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._line_key(event):
            return
        if event.key() == Qt.Key.Key_Escape:
            if self.reader.completion is not None:
                self.reader.close()
            elif not self._canvas.handle_key(event):
                self._set_aside(bool(self.text()))
            return
        if self._types(event) and self._is_taken(event):
            return
        if self._is_idle() and not self._types(event) and self._canvas.handle_key(event):
            return
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if not self._is_idle() and control and not _is_edit(event) and self._canvas.handle_key(event):
            return  # Ctrl and a digit, an arrow with Ctrl+Shift: also while typing
        if self._is_aside:
            self.end(False)  # who types on goes on where the words end
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if not event.commitString() or not self._is_taken(event):
            super().inputMethodEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Let the Menu key mean the map like all others, while there are no words."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard and self._is_idle():
            self._canvas.ask_menu()
        else:
            super().contextMenuEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._set_aside(False)
        super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.follow()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.follow()  # keys that it names may be others now
        self.turned.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.turned.emit()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self._canvas.handle_key(event)
        super().keyReleaseEvent(event)

    # inside

    def _line_key(self, event: QKeyEvent) -> bool:
        """Do what a key means in the line itself; returns whether it meant something."""
        key, keys = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        words = bool(self.text().strip())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and words:
            if self.reader.is_walked and not keys:
                return self.take_name()
            if keys == Qt.KeyboardModifier.NoModifier:
                self.capture()
                return True
            if keys == Qt.KeyboardModifier.ShiftModifier:
                self.add_to_selected()
                return True
        if key == Qt.Key.Key_Up and not keys and not self._is_idle():
            return self.reader.walk(-1) or self._recall(-1)
        if key == Qt.Key.Key_Down and not keys and not self._is_idle():
            return self.reader.walk(1) or (self._recalled is not None and self._recall(1))
        return False

    def _is_taken(self, event: QEvent) -> bool:
        """Let a place of the map take what is typed, where hands are on one and there are no words yet."""
        return self.taker is not None and self._is_idle() and self.taker.type_on(event)

    def _walks_cells(self, event: QKeyEvent) -> bool:
        """Go on to the next cell of a row, where hands are on one."""
        is_tab = event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        return is_tab and self._is_idle() and self._canvas.handle_key(event)

    def _is_for_window(self, event: QKeyEvent) -> bool:
        """Whether the window's own actions come first: undo of the map and all Ctrl keys while the line is empty."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.matches(QKeySequence.StandardKey.Paste):
            return self._is_idle() or "\n" in QGuiApplication.clipboard().text().strip()  # lines are no words of one
        return self._is_idle() and control

    def _types(self, event: QKeyEvent) -> bool:
        """Whether a key would put letters into the line."""
        control, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
        held = event.modifiers() & (control | alt)  # with both letters are typed where AltGr is not known
        if held == control or (held == alt and sys.platform != "darwin"):
            return False
        return bool(event.text()) and event.text().isprintable() and event.key() != Qt.Key.Key_Space

    def _hear(self, _event: object) -> None:
        self.follow()

    def _recall(self, way: int) -> bool:
        if not self._lines:
            return True
        if self._recalled is None:
            self._draft = self.text()
            self._recalled = len(self._lines)
        self._recalled = max(0, min(len(self._lines), self._recalled + way))
        at_end = self._recalled == len(self._lines)
        self.setText(self._draft if at_end else self._lines[self._recalled])
        if at_end:
            self._recalled = None
        return True

    def _done(self, line: str) -> None:
        self._remember(line)
        self.setText("")  # forgets the line's own undo, which clear() would not
        self._recalled = None

    def _remember(self, line: str) -> None:
        if line.strip() and (not self._lines or self._lines[-1] != line):
            self._lines = [*self._lines, line][-REMEMBERED:]

    def _edited(self, _text: str) -> None:
        self._recalled, self._was_typed = None, True

    def _read(self, text: str) -> None:
        self._set_aside(False)
        offers, self._was_typed = self._was_typed, False
        self.reader.follow(text, self.place, offers)

    def _mark(self) -> None:
        """Look quiet while the keys belong to the map: so does the ring of the keyboard then."""
        restyle(self, "idle", self._is_idle())

    def _is_idle(self) -> bool:
        """Whether keys that are no letters belong to the map."""
        return not self.text() or self._is_aside

    def _set_aside(self, is_aside: bool) -> None:
        was_aside, self._is_aside = self._is_aside, is_aside
        self._mark()
        if was_aside != is_aside:
            self.turned.emit()

    def _fitting(self, name: str, hint: str, short: str) -> str:
        """Return a hint with a name cut to the room there is; the short hint where that is little."""
        metrics, plain = self.fontMetrics(), in_line(name, _MEASURED)
        room = self.width() - ROOM - metrics.horizontalAdvance(hint.format(name=""))
        if room < min(NARROW, metrics.horizontalAdvance(plain)):
            hint, room = short, self.width() - ROOM - metrics.horizontalAdvance(short.format(name=""))
        return hint.format(name=metrics.elidedText(plain, Qt.TextElideMode.ElideRight, max(room, NARROW)))

    def _captured(self, captured: Captured) -> str:
        """Put onto the map what a line says, within a transaction; return the record to be selected."""
        document, map_id, anchor = self._workspace.document, self._workspace.map_id, self._workspace.anchor
        slot, basis = self.slot(), self._workspace.basis
        if captured.title:
            return add_captured(document, map_id, captured, slot, basis, self.lane())
        stage = go_to_stage(document, map_id, captured.stages, slot.stage if slot else None)
        if stage is None and isinstance(anchor, Stage):
            stage = anchor.id
        if stage is None:
            return add_captured(document, map_id, captured, slot, basis, self.lane())
        return add_to_stage(document, stage, captured, basis) or stage


def _is_edit(event: QKeyEvent) -> bool:
    """Whether a key changes the line or moves in it, although Ctrl is held."""
    known = (
        QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut, QKeySequence.StandardKey.Paste,
        QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo, QKeySequence.StandardKey.SelectAll,
    )  # fmt: skip
    if any(event.matches(each) for each in known):
        return True
    moves = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Home,
             Qt.Key.Key_End)  # fmt: skip
    return event.key() in moves
