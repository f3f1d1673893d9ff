"""Which keys mean which action: by place, by what a person chose, never by a letter alone."""

from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from journey_editor.ui.actions.keymap import (
    Keymap,
    combination_of,
    digit_of,
    is_typed,
    pressed_keys,
    read_keys,
    usual_keys,
)
from journey_editor.ui.actions.menus import ACTIONS

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def keymap(qapp: object) -> Keymap:
    return Keymap(ACTIONS)


def meant(keymap: Keymap, event: Any) -> str | None:
    spec = keymap.meant(event)
    return spec.id if spec is not None else None


def test_digits_are_found_by_place_whatever_they_type(keymap: Keymap):
    """On a French keyboard the digits of the top row are typed with Shift: the key "é" lies where others have 2."""
    assert digit_of(_key(Qt.Key.Key_Eacute, scan=11)) == 2
    assert digit_of(_key(Qt.Key.Key_4, scan=0)) == 4
    assert digit_of(_key(Qt.Key.Key_5, scan=84, keypad=True)) == 5
    assert digit_of(_key(Qt.Key.Key_D, scan=40)) is None
    assert meant(keymap, _key(Qt.Key.Key_Eacute, scan=11)) == "feel_2"
    assert meant(keymap, _key(Qt.Key.Key_5, scan=84, keypad=True)) == "feel_5"
    assert meant(keymap, _key(Qt.Key.Key_Agrave, scan=19)) == "full_size"
    assert meant(keymap, _key(Qt.Key.Key_D, scan=40)) == "duplicate"


def test_letters_are_never_commands(keymap: Keymap):
    for key in range(Qt.Key.Key_A, Qt.Key.Key_Z + 1):
        for keys in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
            assert keymap.meant(QKeyEvent(QEvent.Type.KeyPress, key, keys)) is None
    assert [spec.id for spec in ACTIONS for keys in usual_keys(spec) if is_typed(keys)] == []


def test_enter_of_the_keypad_is_like_return(keymap: Keymap):
    held = CTRL | Qt.KeyboardModifier.KeypadModifier
    assert pressed_keys(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Enter, held)) == ("Ctrl+Return",)


def test_every_key_of_the_table_can_be_pressed(keymap: Keymap):
    """What an action says of its keys is what an event of them is called."""
    for spec in ACTIONS:
        for keys in keymap.keys_of(spec.id):
            combination = combination_of(keys)
            event = QKeyEvent(QEvent.Type.KeyPress, combination.key(), combination.keyboardModifiers())
            assert meant(keymap, event) == spec.id, keys


def test_no_two_actions_have_the_same_keys(qapp: object):
    owners: dict[str, str] = {}
    for spec in ACTIONS:
        for keys in usual_keys(spec):
            assert owners.setdefault(keys, spec.id) == spec.id, f"{keys} means {owners[keys]} and {spec.id}"


def test_what_a_person_chose_comes_first(qapp: object):
    keymap = Keymap(ACTIONS, {"export": ["Ctrl+D", "F9"], "remove": []})
    assert keymap.keys_of("export") == ("Ctrl+D", "F9")
    assert (keymap.keys_of("remove"), keymap.keys_of("duplicate")) == ((), ())
    assert keymap.owner_of("Ctrl+D") == "export"
    assert keymap.changed == {"export", "remove"}
    assert keymap.keys_of("undo") == Keymap(ACTIONS).keys_of("undo")


def test_keys_that_make_no_sense_are_left_out(qapp: object):
    texts = ["", "nonsense", "d", "Shift+D", "Ctrl+K, Ctrl+S", "Ctrl+", "Space", "Ctrl+d", "Ctrl+D", "Enter"]
    assert read_keys(texts) == ("Ctrl+D", "Return")
    assert Keymap(ACTIONS, {"no such action": ["F10"]}).owner_of("F10") is None


def _key(key: Qt.Key, scan: int, keypad: bool = False) -> Any:
    keys = CTRL
    if keypad:
        keys |= Qt.KeyboardModifier.KeypadModifier
    return SimpleNamespace(
        key=lambda: int(key), modifiers=lambda: keys, nativeScanCode=lambda: scan, nativeVirtualKey=lambda: 0
    )
