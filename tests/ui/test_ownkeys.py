"""Keys that a widget takes for itself are kept from shortcuts, and done once."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from journey_editor.ui.ownkeys import takes


def key(kind: QEvent.Type, code: Qt.Key) -> QKeyEvent:
    event = QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    return event


def test_a_key_is_claimed_before_shortcuts_and_done_when_it_is_pressed():
    done: list[str] = []

    def meant(event: QKeyEvent):
        return (lambda: done.append("space")) if event.key() == Qt.Key.Key_Space else None

    asked, pressed = (key(kind, Qt.Key.Key_Space) for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress))
    assert takes(asked, meant) and asked.isAccepted() and not done
    assert takes(pressed, meant) and pressed.isAccepted() and done == ["space"]
    other = key(QEvent.Type.KeyPress, Qt.Key.Key_A)
    assert not takes(other, meant) and not other.isAccepted()
    assert not takes(key(QEvent.Type.KeyRelease, Qt.Key.Key_Space), meant)
    assert not takes(QEvent(QEvent.Type.Resize), meant) and done == ["space"]
