"""The images of a file as bytes that the painters can place."""

import base64
import binascii
from collections.abc import Mapping

from journey_editor.core.records import Picture, Record

KNOWN = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8")
"""How images begin that every painter can draw; others are left out."""


def pictures_of(records: Mapping[str, Record]) -> dict[str, bytes]:
    """Return the images of a file by record id, without what is damaged or of another kind."""
    found: dict[str, bytes] = {}
    for record in records.values():
        if isinstance(record, Picture):
            try:
                content = base64.b64decode(record.data, validate=True)
            except (binascii.Error, ValueError):
                continue
            if content.startswith(KNOWN):
                found[record.id] = content
    return found
