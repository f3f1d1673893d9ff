"""What commands ask of their words: files, maps and days; and what they say, on lines that never fail on letters."""

import argparse
import contextlib
import re
import sys
from collections.abc import Mapping
from datetime import date

from journey_editor.assets import _
from journey_editor.core.journey import maps_of
from journey_editor.core.records import JourneyMap, Record
from journey_editor.storage.format import loads, read_bytes

PROGRAM = "journey-editor"
DONE, FOUND, BAD = 0, 1, 2

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class BadUse(Exception):
    """What was asked for cannot be done; the text is one sentence for people."""


def read_records(path: str) -> dict[str, Record]:
    """Read a map file, or the one that a poster carries."""
    from journey_editor.poster.attachment import carried_map, is_pdf

    data = read_bytes(path)
    return loads(carried_map(data, path) if is_pdf(data) else data, path)


def map_asked_for(records: Mapping[str, Record], asked: str | None, path: str) -> JourneyMap | None:
    """Return the map with an id or a title, or the first one; None where the file has none and none was asked for."""
    maps = maps_of(records)
    if asked is None:
        return maps[0] if maps else None
    for found in ([each for each in maps if each.id == asked], [each for each in maps if each.title == asked]):
        if len(found) > 1:
            ids = ", ".join(each.id for each in found)
            raise BadUse(_("{file}: several maps are called {map}: say which by its id: {ids}.").format(
                file=path, map=repr(asked), ids=ids
            ))  # fmt: skip
        if found:
            return found[0]
    ids = ", ".join(each.id for each in maps) or _("none")
    raise BadUse(_("{file}: has no map {map}; its maps are: {ids}.").format(file=path, map=repr(asked), ids=ids))


def day_asked_for(words: str) -> date:
    """Read a date YYYY-MM-DD and nothing else."""
    try:
        if _DATE.fullmatch(words):
            return date.fromisoformat(words)
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(_("{words} is not a date YYYY-MM-DD").format(words=repr(words)))


def say(words: str) -> None:
    """Write to the output; it may be closed, gone or a disk that is full."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.write(words)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        sys.stdout = None  # or the interpreter tries once more at its end, and complains in its own words
        raise BadUse(_("The output could not be written: {reason}.").format(reason=error.strerror)) from None


def tell(sentence: str) -> None:
    """Write a line to those who watch, whatever letters are in it."""
    shown = "".join(letter if letter.isprintable() else " " for letter in sentence)
    with contextlib.suppress(OSError, ValueError):
        print(f"{PROGRAM}: {shown}", file=sys.stderr)
