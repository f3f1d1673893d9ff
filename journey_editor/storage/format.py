"""The map file: `loads` and `dumps` between bytes and records, to the letter of the file format."""

import errno
import gc
import os
import stat
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path

from journey_editor.assets import _
from journey_editor.core.records import Record
from journey_editor.storage.atomic import FilePath
from journey_editor.storage.decoding import SIZE_LIMIT, refuse_size, text_of, values_of
from journey_editor.storage.places import line_of
from journey_editor.storage.reading import Reader, check_surrogates
from journey_editor.storage.references import check_references
from journey_editor.storage.refusal import Fault, Refusal
from journey_editor.storage.shape import may_hold_controls
from journey_editor.storage.writing import written

_WARY = (b'"map"', b'"rest"', b"\\u")
"""What a file must hold for one of its keys to have the name of a field that only records in memory have."""

__all__ = ["Refusal", "dumps", "load", "loads", "read_bytes"]


def loads(data: bytes, name: str = "") -> dict[str, Record]:
    """Return the records of a map file by id, the file's head under "".

    `name` is what the file is called in a refusal. Raises Refusal, and nothing else, for what is no map.
    """
    with _without_collection():
        text = text_of(data, name)
        values = values_of(text, name)
        reader = Reader(clean=may_hold_controls(data), wary=any(word in data for word in _WARY))
        try:
            if b"\\u" in data:
                check_surrogates(values)
            records = reader.read(values)
            check_references(records)
        except Fault as fault:
            path = fault.path if fault.absolute else (*reader.path_of(fault.record or ""), *fault.path)
            raise Refusal(fault.reason, name, line_of(text, path), fault.record) from None
        except RecursionError:
            raise Refusal(_("is nested too deeply"), name) from None
        return records


def dumps(records: Mapping[str, Record]) -> bytes:
    """Return the bytes of a map file; equal records give equal bytes.

    Control characters other than tab and newline are dropped from texts, as reading does.
    Raises Refusal for records that no file can hold.
    """
    data = _bytes(written(records, clean=False))
    return _bytes(written(records, clean=True)) if may_hold_controls(data) else data


def load(path: FilePath) -> dict[str, Record]:
    """Return the records of the map file at a path.

    Raises Refusal for what is no map, and where the file cannot be read.
    """
    return loads(read_bytes(path), os.fspath(path))


def read_bytes(path: FilePath) -> bytes:
    """Return the bytes of a file that may be a map.

    Raises Refusal where it is not there, is no ordinary file, is too large or cannot be read.
    """
    name = os.fspath(path)
    try:
        about = Path(path).stat()
        if stat.S_ISDIR(about.st_mode):
            raise Refusal(_("is a folder"), name)
        if not stat.S_ISREG(about.st_mode):
            raise Refusal(_("is not an ordinary file"), name)
        refuse_size(about.st_size, name)
        with Path(path).open("rb") as file:
            data = file.read(SIZE_LIMIT + 1)
    except (OSError, ValueError) as error:
        if isinstance(error, Refusal):
            raise
        raise Refusal(_why_unread(error), name) from None
    refuse_size(len(data), name)
    return data


def _why_unread(error: OSError | ValueError) -> str:
    if not isinstance(error, OSError):
        return _("is not the name of a file")
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return _("is not there")
    if error.errno in (errno.EACCES, errno.EPERM):
        return _("may not be read by you")
    return _("cannot be read: {reason}").format(reason=error.strerror or str(error))


def _bytes(text: str) -> bytes:
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        raise Refusal(_("a text holds half a character (a lone surrogate)")) from None


@contextmanager
def _without_collection() -> Generator[None]:
    """Spare the collector the walk over thousands of records that are all alive."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
