"""Where something stands in a JSON text: used only once a file is refused, to say the line."""

import json
import re
from collections.abc import Iterator

from journey_editor.storage.refusal import Path

_SPACE = re.compile(r"[ \t\r\n]*")
_STRING_OR_CONSTANT = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|NaN|-?Infinity')
_DECODER = json.JSONDecoder()


class DuplicateKey(ValueError):
    """An object has a key twice."""

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(key)


def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Make an object of its pairs (an object_pairs_hook). Raises DuplicateKey."""
    made = dict(pairs)
    if len(made) != len(pairs):
        seen: set[str] = set()
        for key, _value in pairs:
            if key in seen:
                raise DuplicateKey(key)
            seen.add(key)
    return made


def line_at(text: str, offset: int) -> int:
    """Return the line of an offset, counted from 1."""
    return text.count("\n", 0, offset) + 1


def line_of(text: str, path: Path) -> int:
    """Return the line of the value at a path, or of the innermost one on the way to it that is there."""
    at = _skip_space(text, 0)
    for step in path:
        inner = next((value_at for name, _, value_at in _members(text, at) if name == step), None)
        if inner is None:
            break
        at = inner
    return line_at(text, at)


def line_of_duplicate(text: str) -> int | None:
    """Return the line of the first key that an object has twice, None where none has."""
    at = _skip_space(text, 0)
    strict = json.JSONDecoder(object_pairs_hook=once)
    while True:
        seen: set[str | int] = set()
        inner = None
        for name, name_at, value_at in _members(text, at):
            if name in seen:
                return line_at(text, name_at)
            seen.add(name)
            try:
                strict.raw_decode(text, value_at)
            except DuplicateKey:
                inner = value_at
                break
        if inner is None:
            return None
        at = inner


def line_of_constant(text: str) -> int | None:
    """Return the line of the first NaN or Infinity that is no part of a text."""
    found = next((match for match in _STRING_OR_CONSTANT.finditer(text) if not match[0].startswith('"')), None)
    return line_at(text, found.start()) if found else None


def _members(text: str, at: int) -> Iterator[tuple[str | int, int, int]]:
    """Yield key (or place in a list), where the key stands and where its value starts, for what is at an offset.

    The text is JSON that was parsed before; the values between are skipped at the speed of the parser.
    """
    closing = {"{": "}", "[": "]"}.get(text[at])
    if closing is None:
        return
    named = closing == "}"
    index = 0
    at = _skip_space(text, at + 1)
    while text[at] != closing:
        name_at = at
        name: str | int = index
        if named:
            name, at = _DECODER.raw_decode(text, at)
            at = _skip_space(text, _skip_space(text, at) + 1)
        yield name, name_at, at
        at = _skip_space(text, _DECODER.raw_decode(text, at)[1])
        if text[at] == ",":
            at = _skip_space(text, at + 1)
        index += 1


def _skip_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at
