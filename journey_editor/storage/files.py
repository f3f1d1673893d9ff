"""Opening and saving map files: what is saved was read back first, and nobody's newer version is overwritten."""

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from journey_editor.assets import _
from journey_editor.core.records import Record
from journey_editor.storage import atomic
from journey_editor.storage.atomic import FilePath, SaveError
from journey_editor.storage.format import dumps, loads, read_bytes
from journey_editor.storage.refusal import Refusal


class Conflict(SaveError):
    """The file on disk is no longer the one that was read: saving would overwrite somebody's version."""


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """What a file held when it was read: its records by id, and the SHA-256 of its bytes."""

    records: Mapping[str, Record]
    digest: str


def digest_of(data: bytes) -> str:
    """Return the SHA-256 of a file's bytes, as hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def open_file(path: FilePath) -> OpenedFile:
    """Read a map file. Raises Refusal."""
    data = read_bytes(path)
    return OpenedFile(loads(data, os.fspath(path)), digest_of(data))


def save(path: FilePath, records: Mapping[str, Record], known: str | None = None) -> str:
    """Write the records of a map to a file and return the SHA-256 of its bytes.

    `known` is the SHA-256 of the file that was opened or last saved; None writes whatever lies there.
    Raises Conflict where the file holds something else by now, SaveError where it cannot be written, or could not be
    read again. The file is then as it was.
    """
    data = bytes_to_save(path, records)
    if known is not None and Path(path).exists() and _digest_on_disk(path) != known:
        words = _("{name} was changed by somebody else since it was opened here.")
        raise Conflict(words.format(name=os.fspath(path)))
    atomic.write(path, data)
    return _verified(path, data)


def save_new(path: FilePath, records: Mapping[str, Record]) -> str:
    """Write the records of a map to a file that is not there yet and return the SHA-256 of its bytes.

    Raises SaveError, also where something has that name.
    """
    data = bytes_to_save(path, records)
    atomic.create(path, data)
    return _verified(path, data)


def bytes_to_save(path: FilePath, records: Mapping[str, Record]) -> bytes:
    """Return the bytes of a map after reading them back. Raises SaveError where they are not a file that opens."""
    try:
        data = dumps(records)
        again = loads(data)
    except Refusal as refusal:
        words = _("{name} was not written, because it could not be opened again: {reason}.")
        raise SaveError(words.format(name=os.fspath(path), reason=refusal.reason)) from None
    if again != records and dumps(again) != data:
        raise SaveError(_("{name} was not written, because reading it back gave other records.").format(name=path))
    return data


def _digest_on_disk(path: FilePath) -> str:
    """Return the SHA-256 of what lies at a path, "" for what cannot be read."""
    try:
        return digest_of(read_bytes(path))
    except Refusal:
        return ""


def _verified(path: FilePath, data: bytes) -> str:
    """Read once more what was just written: a disk may lie."""
    digest = digest_of(data)
    if _digest_on_disk(path) != digest:
        raise SaveError(_("{name} was written, but reads back differently.").format(name=os.fspath(path)))
    return digest
