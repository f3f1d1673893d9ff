"""The files that were opened last."""

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from journey_editor.storage import atomic
from journey_editor.storage.atomic import FilePath
from journey_editor.storage.paths import state_dir

LIMIT = 20  # files that are remembered
SIZE_LIMIT = 1_000_000  # bytes of the list


@dataclass(frozen=True, slots=True)
class RecentFile:
    """A file that was open once; `missing` where it is no longer there."""

    path: Path
    missing: bool


def recent_path() -> Path:
    """Return where the list is kept."""
    return state_dir() / "recent.json"


def recent_files(store: FilePath | None = None) -> tuple[RecentFile, ...]:
    """Return the files that were opened last, the latest first. A list that cannot be read counts as empty."""
    return tuple(RecentFile(Path(name), missing=not Path(name).is_file()) for name in _names(_where(store)))


def remember(path: FilePath, store: FilePath | None = None) -> None:
    """Put a file at the head of the list. Raises SaveError."""
    where = _where(store)
    name = os.path.abspath(path)
    _keep([name, *(other for other in _names(where) if other != name)], where)


def forget(path: FilePath, store: FilePath | None = None) -> None:
    """Take a file off the list. Raises SaveError."""
    where = _where(store)
    name = os.path.abspath(path)
    _keep([other for other in _names(where) if other != name], where)


def forget_all(store: FilePath | None = None) -> None:
    """Empty the list. Raises SaveError."""
    _keep([], _where(store))


def _where(store: FilePath | None) -> Path:
    return Path(store) if store is not None else recent_path()


def _names(where: Path) -> list[str]:
    """Read the list; one that is no list of texts is kept aside."""
    try:
        data = where.read_bytes() if where.stat().st_size <= SIZE_LIMIT else b""
    except OSError:
        return []
    try:
        names: Any = json.loads(data)
        if not isinstance(names, list) or not all(isinstance(name, str) for name in cast("list[object]", names)):
            raise ValueError("not a list of texts")
    except (ValueError, RecursionError):
        with suppress(atomic.SaveError):
            atomic.keep_aside(where)
        return []
    usable = [name for name in cast("list[str]", names) if name and "\0" not in name]
    return list(dict.fromkeys(usable))[:LIMIT]


def _keep(names: Iterable[str], where: Path) -> None:
    atomic.make_folder(where.parent)
    text = json.dumps(list(names)[:LIMIT], indent=1)  # escaped: a name need not be valid UTF-8
    atomic.write(where, text.encode() + b"\n")
