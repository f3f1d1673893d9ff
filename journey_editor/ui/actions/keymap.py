"""Which keys mean which action: what the table says, and what a person chose instead.

Keys are called as Qt writes them on all systems ("Ctrl+Shift+J"), Enter of the keypad like Return.
"""

import sys
from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from journey_editor.assets import _
from journey_editor.ui.actions.table import ActionSpec, Key

Modifier = Qt.KeyboardModifier

_HELD = Modifier.ControlModifier | Modifier.ShiftModifier | Modifier.AltModifier | Modifier.MetaModifier
_COMMANDS = Modifier.ControlModifier | Modifier.MetaModifier
_COMMANDS |= Modifier.NoModifier if sys.platform == "darwin" else Modifier.AltModifier  # Option types letters
_ALIKE: Mapping[Qt.Key, Qt.Key] = {Qt.Key.Key_Enter: Qt.Key.Key_Return, Qt.Key.Key_Backtab: Qt.Key.Key_Tab}


class Keymap:
    """The keys of all actions at one time.

    What a person chose comes first: an action that would have such keys by itself goes without them.
    """

    def __init__(self, specs: Iterable[ActionSpec], chosen: Mapping[str, Sequence[str]] | None = None) -> None:
        self._specs = {spec.id: spec for spec in specs}
        self.chosen = {id: tuple(keys) for id, keys in (chosen or {}).items()}
        self._ids: dict[str, str] = {}
        self._keys: dict[str, tuple[str, ...]] = {}
        wanted = {id: read_keys(self.chosen[id]) for id in self._specs if id in self.chosen}
        self.changed = frozenset(id for id, keys in wanted.items() if keys != usual_keys(self._specs[id]))
        for id, keys in wanted.items():
            self._give(id, keys)
        for id, spec in self._specs.items():
            if id not in wanted:
                self._give(id, usual_keys(spec))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Keymap) and self._keys == other._keys

    __hash__ = None  # pyright: ignore[reportAssignmentType]

    def keys_of(self, id: str) -> tuple[str, ...]:
        """Return the keys of an action, the one to be shown first."""
        return self._keys.get(id, ())

    def owner_of(self, keys: str) -> str | None:
        """Return the action that keys belong to."""
        return self._ids.get(keys)

    def meant(self, event: QKeyEvent) -> ActionSpec | None:
        """Return the action that a key means, None where it means none."""
        for keys in pressed_keys(event):
            if keys in self._ids:
                return self._specs[self._ids[keys]]
        return None

    def rechosen(self, id: str, keys: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """Return what is chosen once an action has just these keys; whoever had them goes without."""
        chosen = {**self.chosen, id: tuple(keys)}
        for each in keys:
            other = self._ids.get(each, id)
            if other != id:
                chosen[other] = tuple(kept for kept in chosen.get(other, self._keys[other]) if kept not in keys)
        return {id: keys for id, keys in chosen.items() if id not in self._specs or keys != usual_keys(self._specs[id])}

    def _give(self, id: str, keys: Iterable[str]) -> None:
        found = tuple(each for each in keys if each not in self._ids)
        self._keys[id] = found
        self._ids.update(dict.fromkeys(found, id))


def usual_keys(spec: ActionSpec) -> tuple[str, ...]:
    """Return the keys that an action has before anybody chooses others."""
    listed = spec.keys if isinstance(spec.keys, tuple) else (spec.keys,) if spec.keys is not None else ()
    return tuple(dict.fromkeys(text for key in listed for text in _texts(key)))


def read_keys(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the keys that can be understood and are no letters that somebody types, each once."""
    return tuple(dict.fromkeys(keys for text in texts for keys in _texts(text) if not is_typed(keys)))


def refusal(keys: str, typed: str = "") -> str:
    """Return why keys can mean no action, "" where they can; `typed` is what they put into a text."""
    held = combination_of(keys).keyboardModifiers()
    both = Modifier.ControlModifier | Modifier.AltModifier  # AltGr, where the system does not know it
    if is_typed(keys) or (typed and typed.isprintable() and held & both == both):
        return _("{keys} types: hold Ctrl with it.").format(keys=shown_keys(keys))
    if combination_of(keys).key() in (Qt.Key.Key_Tab, Qt.Key.Key_Escape):
        return _("{keys} walks through fields or leaves them.").format(keys=shown_keys(keys))
    return ""


def is_rare(keys: str) -> bool:
    """Whether only few keyboards have keys, such as those for music: they work, but are not shown."""
    key = combination_of(keys).key()
    return key >= Qt.Key.Key_Back or Qt.Key.Key_F13 <= key <= Qt.Key.Key_F35


def shown_keys(keys: str) -> str:
    """Return keys as this system writes them, "⌘D" on a Mac; Return is called Enter, as everywhere in the window."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText).replace("Return", _("Enter"))


def combination_of(keys: QKeySequence | str) -> QKeyCombination:
    """Return keys as Qt counts them: a key and what is held with it."""
    return QKeySequence(keys)[0]  # pyright: ignore[reportIndexIssue] # the stubs know no index


def is_typed(keys: str) -> bool:
    """Whether keys put a letter or a blank into a text: such are never commands."""
    combination = combination_of(keys)
    typed = int(combination.key()) < int(Qt.Key.Key_Escape)  # Qt numbers the keys without a letter from there
    return typed and not combination.keyboardModifiers() & _COMMANDS


def pressed_keys(event: QKeyEvent) -> tuple[str, ...]:
    """Return what a press of keys is called: digits by their place first, then what the key types."""
    held = event.modifiers() & _HELD
    typed = _text(held, Qt.Key(event.key()))
    digit = digit_of(event) if held & _COMMANDS else None
    return (typed,) if digit is None else (_text(held, Qt.Key(int(Qt.Key.Key_0) + digit)), typed)


def digit_of(event: QKeyEvent) -> int | None:
    """Return the digit that a key of the top row or the keypad has in its place, whatever it types.

    A French keyboard types digits with Shift only; its keys are found by their place.
    """
    if not event.modifiers() & Modifier.KeypadModifier:
        found = _digit_by_place(event)
        if found is not None:
            return found
    return event.key() - Qt.Key.Key_0 if Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9 else None


def _digit_by_place(event: QKeyEvent) -> int | None:
    if sys.platform == "darwin":
        return _MAC_DIGITS.get(event.nativeVirtualKey()) if event.nativeScanCode() or event.nativeVirtualKey() else None
    first = 2 if sys.platform == "win32" else 10  # evdev's codes are 8 higher under X11 and Wayland
    place = event.nativeScanCode() - first
    return (place + 1) % 10 if event.nativeScanCode() and 0 <= place <= 9 else None


_MAC_DIGITS: Mapping[int, int] = {18: 1, 19: 2, 20: 3, 21: 4, 23: 5, 22: 6, 26: 7, 28: 8, 25: 9, 29: 0}


def _texts(key: Key) -> list[str]:
    """Return what keys are called; nothing where they cannot be understood or are pressed one after the other."""
    found = [QKeySequence(key)] if isinstance(key, str) else QKeySequence.keyBindings(key)
    combinations = [combination_of(each) for each in found if each.count() == 1]
    return [_text(each.keyboardModifiers(), each.key()) for each in combinations if each.key() != Qt.Key.Key_unknown]


def _text(held: Modifier, key: Qt.Key) -> str:
    return QKeySequence(QKeyCombination(held & _HELD, _ALIKE.get(key, key))).toString()
