"""True events of Qt for tests: a mouse with held buttons and keys, drags from elsewhere, single keys."""

import time
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QKeySequence,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

LEFT = Qt.MouseButton.LeftButton
NO_KEYS = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def send_mouse(
    widget: QWidget,
    kind: QEvent.Type,
    place: QPoint,
    button: Qt.MouseButton = LEFT,
    held: Qt.MouseButton = LEFT,
    keys: Qt.KeyboardModifier = NO_KEYS,
) -> None:
    """Send one event of a mouse to a widget."""
    at = QPointF(place)
    event = QMouseEvent(kind, at, QPointF(widget.mapToGlobal(place)), button, held, keys)
    QApplication.sendEvent(widget, event)


def press(widget: QWidget, place: QPoint, keys: Qt.KeyboardModifier = NO_KEYS, button: Qt.MouseButton = LEFT) -> None:
    """Press a button and keep it down."""
    send_mouse(widget, QEvent.Type.MouseButtonPress, place, button, button, keys)


def move(widget: QWidget, place: QPoint, keys: Qt.KeyboardModifier = NO_KEYS, held: Qt.MouseButton = LEFT) -> None:
    """Move with a button held down."""
    send_mouse(widget, QEvent.Type.MouseMove, place, Qt.MouseButton.NoButton, held, keys)


def release(widget: QWidget, place: QPoint, keys: Qt.KeyboardModifier = NO_KEYS, button: Qt.MouseButton = LEFT) -> None:
    """Let a button go."""
    send_mouse(widget, QEvent.Type.MouseButtonRelease, place, button, Qt.MouseButton.NoButton, keys)


def click(widget: QWidget, place: QPoint, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
    """Press and let go at one place."""
    press(widget, place, keys)
    release(widget, place, keys)


def double_click(widget: QWidget, place: QPoint) -> None:
    """Click twice in a row."""
    click(widget, place)
    send_mouse(widget, QEvent.Type.MouseButtonDblClick, place)
    release(widget, place)


def drag(widget: QWidget, places: Iterable[QPoint], keys: Qt.KeyboardModifier = NO_KEYS) -> None:
    """Press at the first place, move over the others in small steps, and let go at the last."""
    start, *others = places
    press(widget, start, keys)
    here = start
    for there in others:
        for step in range(1, 6):
            move(widget, here + (there - here) * step / 5, keys)
        here = there
    release(widget, here, keys)


def turn_wheel(widget: QWidget, place: QPoint, steps: int, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
    """Turn the wheel away from the hand by steps."""
    event = QWheelEvent(
        QPointF(place), QPointF(widget.mapToGlobal(place)), QPoint(), QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton, keys, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def ask_menu(widget: QWidget, place: QPoint) -> None:
    """Click the right button."""
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(widget, QContextMenuEvent(reason, place, widget.mapToGlobal(place), NO_KEYS))


def rest_at(widget: QWidget, place: QPoint) -> None:
    """Let the pointer rest until a tooltip would come."""
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place)))


def carry(widget: QWidget, data: QMimeData, places: Iterable[QPoint], drop: bool = True) -> bool:
    """Drag data from elsewhere over a widget and drop it; returns whether the last place would take it."""
    action = Qt.DropAction.CopyAction
    start, *others = places
    entered = QDragEnterEvent(start, action, data, LEFT, NO_KEYS)
    QApplication.sendEvent(widget, entered)
    taken = entered.isAccepted()
    last = start
    for last in others:
        moved = QDragMoveEvent(last, action, data, LEFT, NO_KEYS)
        moved.ignore()
        QApplication.sendEvent(widget, moved)
        taken = moved.isAccepted()
    if drop and taken:
        QApplication.sendEvent(widget, QDropEvent(QPointF(last), action, data, LEFT, NO_KEYS))
    else:
        QApplication.sendEvent(widget, QDragLeaveEvent())
    return taken


def tap(widget: QWidget, keys: str) -> None:
    """Press keys as a person writes them: "Ctrl+Right", "F2", "Shift+Tab"."""
    combination = QKeySequence(keys)[0]  # pyright: ignore[reportIndexIssue] # the stubs know no index
    QTest.keyClick(widget, combination.key(), combination.keyboardModifiers())


def save_under(dialog: QWidget, path: Path) -> None:
    """Type a name into a dialog for saving and accept it, once the dialog means it: it reads its folder meanwhile."""
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(dialog, QFileDialog) and field is not None
    ends = time.monotonic() + 5.0
    field.setText(str(path))
    while dialog.selectedFiles() != [str(path)]:
        assert time.monotonic() < ends, dialog.selectedFiles()
        QApplication.processEvents()
        field.clear()  # a text that stays the same would not let go of the file that the dialog selects when it is read
        field.setText(str(path))
    dialog.accept()
