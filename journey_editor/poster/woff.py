"""Bundled fonts inside an SVG: the letters it uses with all shaping rules for them, as WOFF."""

# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportAttributeAccessIssue=false

import struct
import zlib
from collections.abc import Iterable
from unicodedata import normalize

import uharfbuzz

from journey_editor.poster.typeface import hb_face

HEADER, ENTRY = 44, 20
SFNT_HEADER, SFNT_ENTRY = 12, 16


def subset(name: str, letters: Iterable[str]) -> bytes:
    """Return a bundled font with the glyphs that some letters can become, as a WOFF file.

    A browser may take letters and their marks apart or together before it looks for glyphs.
    """
    text = "".join(sorted(letters))
    forms = text + "".join(normalize(form, text) for form in ("NFC", "NFD", "NFKD"))
    wanted = uharfbuzz.SubsetInput()
    wanted.flags = uharfbuzz.SubsetFlags.NO_HINTING | uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
    wanted.unicode_set.update(sorted({ord(letter) for letter in forms}))
    return woff(uharfbuzz.subset(hb_face(name), wanted).blob.data)


def woff(font: bytes) -> bytes:
    """Return a TrueType file as WOFF 1.0: the same tables, each compressed by itself where that makes it smaller."""
    count = struct.unpack_from(">H", font, 4)[0]
    entries: list[tuple[bytes, int, bytes, int]] = []
    for index in range(count):
        tag, check, start, length = struct.unpack_from(">4sLLL", font, SFNT_HEADER + SFNT_ENTRY * index)
        table = font[start : start + length]
        packed = zlib.compress(table, 9)
        entries.append((tag, check, packed if len(packed) < length else table, length))
    offset = HEADER + ENTRY * count
    directory: list[bytes] = []
    tables: list[bytes] = []
    for tag, check, content, length in entries:
        directory.append(struct.pack(">4sLLLL", tag, offset, len(content), length, check))
        tables.append(_padded(content))
        offset += len(tables[-1])
    whole = SFNT_HEADER + SFNT_ENTRY * count + sum(length + -length % 4 for *_, length in entries)
    header = struct.pack(">4s4sLHHLHHLLLLL", b"wOFF", font[:4], offset, count, 0, whole, 1, 0, 0, 0, 0, 0, 0)
    return b"".join((header, *directory, *tables))


def _padded(content: bytes) -> bytes:
    return content + b"\0" * (-len(content) % 4)
