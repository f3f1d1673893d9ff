"""From bytes to JSON values, with the cheap refusals first."""

import codecs
import json
import re
from typing import Any, cast

from journey_editor.assets import _
from journey_editor.storage.places import DuplicateKey, line_at, line_of_constant, line_of_duplicate, once
from journey_editor.storage.refusal import Refusal, quote
from journey_editor.storage.shape import FORMAT

SIZE_LIMIT = 20_000_000  # bytes of a file
VALUES_LIMIT = 2_000_000  # commas in a file: bounds the memory that a hostile file can take

_MERGE_MARK = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?: .*)?\r?$", re.MULTILINE)
_OTHER_FORMATS = (
    (b"%PDF", lambda: _("a PDF")),
    (b"PK\x03\x04", lambda: _("a ZIP archive or an office document")),
    (b"\x89PNG", lambda: _("a PNG picture")),
    (b"\xff\xd8\xff", lambda: _("a JPEG picture")),
    (b"<", lambda: _("XML or HTML")),
)
_WIDE_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def refuse_size(size: int, name: str) -> None:
    """Raise Refusal where a file has too many bytes to be read."""
    if size > SIZE_LIMIT:
        limit = SIZE_LIMIT // 1_000_000
        raise Refusal(_("is larger than {limit} MB").format(limit=limit), name)


def text_of(data: bytes, name: str) -> str:
    """Return the text of a map file without its byte order mark.

    Raises Refusal for what is too large, empty, of another format or in another encoding.
    """
    refuse_size(len(data), name)
    data = data.removeprefix(codecs.BOM_UTF8)
    if not data.strip():
        raise Refusal(_("is empty"), name)
    _refuse_wide(data, name)
    if f'"{FORMAT}"'.encode() not in data:
        raise Refusal(_not_this_format(data), name)
    if data.count(b",") > VALUES_LIMIT:
        raise Refusal(_("holds more than {count} values").format(count=VALUES_LIMIT), name)
    return _decoded(data, name)


def plain_text(data: bytes, name: str) -> str:
    """Return the text of a plain text file without its byte order mark.

    Raises Refusal for what is too large, empty, no text or in another encoding.
    """
    refuse_size(len(data), name)
    data = data.removeprefix(codecs.BOM_UTF8)
    if not data.strip():
        raise Refusal(_("is empty"), name)
    _refuse_wide(data, name)
    other = None if data.lstrip().startswith(b"<") else _other_format(data)  # a line may well begin with <
    if other is None and data.lstrip().startswith(b"{") and f'"{FORMAT}"'.encode() in data:
        other = _("a journey map")
    if other is None and b"\x00" in data:
        other = _("something that a program wrote for itself")
    if other is not None:
        raise Refusal(_("is not a text but {other}").format(other=other), name)
    return _decoded(data, name)


def values_of(text: str, name: str) -> dict[str, Any]:
    """Return the values of a JSON object, no key of any object given twice.

    Raises Refusal, with the line where it can be known.
    """
    try:
        value = json.loads(text, object_pairs_hook=once, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise _not_json(text, error, name) from None
    except DuplicateKey as error:
        reason = _("the key {key} is there twice in one object").format(key=quote(error.key))
        raise Refusal(reason, name, line_of_duplicate(text)) from None
    except _Constant as error:
        reason = _("{number} is no number of a map").format(number=error)
        raise Refusal(reason, name, line_of_constant(text)) from None
    except RecursionError:
        raise Refusal(_("is nested too deeply"), name) from None
    except ValueError:  # Python's limit on the digits of a whole number
        raise Refusal(_("holds a whole number of thousands of digits"), name) from None
    if not isinstance(value, dict):
        raise Refusal(_("is not a journey map: the outermost value must be an object"), name)
    return cast("dict[str, Any]", value)


class _Constant(Exception):
    """NaN or Infinity."""


def _refuse_constant(word: str) -> None:
    raise _Constant(word)


def _refuse_wide(data: bytes, name: str) -> None:
    if data.startswith(_WIDE_MARKS) or b"\x00" in data[:4]:
        raise Refusal(_("is not UTF-8 but seems to be UTF-16 or UTF-32, so save it as UTF-8"), name)


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = data[error.start]
        if byte == 0xED and data[error.start + 1 : error.start + 2] >= b"\xa0":
            raise Refusal(_("is not UTF-8: it holds half a character (a lone surrogate)"), name, line) from None
        guess = bytes([byte]).decode("cp1252", "replace")
        raise Refusal(
            _("is not UTF-8; the byte {byte} would be {letter} in Windows-1252 (Latin-1), so save it as UTF-8").format(
                byte=f"0x{byte:02X}", letter=quote(guess)
            ),
            name,
            line,
        ) from None


def _other_format(data: bytes) -> str | None:
    other = next((words for mark, words in _OTHER_FORMATS if data.lstrip().startswith(mark)), None)
    return other() if other else None


def _not_this_format(data: bytes) -> str:
    if (other := _other_format(data)) is not None:
        return _("is not a journey map but {other}").format(other=other)
    return _('is not a journey map: it does not say "format": "journey-map"')


def _not_json(text: str, error: json.JSONDecodeError, name: str) -> Refusal:
    """Say why a text is no JSON: merge marks, a cut, or what stands where."""
    mark = _MERGE_MARK.search(text)
    if mark is not None:
        reason = _("holds the marks of a merge that was not finished ({mark})").format(mark=mark[0][:7])
        return Refusal(reason, name, line_at(text, mark.start()))
    if error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated string"):
        return Refusal(_("is not whole JSON: it is cut off"), name, error.lineno)
    reason = _("is not JSON: {problem} at column {column}").format(
        problem=error.msg[:1].lower() + error.msg[1:], column=error.colno
    )
    return Refusal(reason, name, error.lineno)
