"""Minutes as a text file: capture lines, typed anywhere, become a map."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from journey_editor.assets import _
from journey_editor.core.capture.lines import ReadLine, read_lines, split_lines
from journey_editor.core.capture.names import Known
from journey_editor.core.document import Document
from journey_editor.core.edits.minutes import Minutes
from journey_editor.core.ids import IdSource, rising_ids
from journey_editor.core.records import Head, JourneyMap, Record
from journey_editor.core.values import TEXT_LIMIT
from journey_editor.storage.decoding import plain_text
from journey_editor.storage.files import digest_of
from journey_editor.storage.refusal import Refusal

_FIRST_RANK = "a0"


@dataclass(frozen=True, slots=True)
class Remark:
    """What was not understood: the number of the line, from 1, and what is to be said of it."""

    line: int
    words: str


@dataclass(frozen=True, slots=True)
class Imported:
    """The records of a new file, by id, and what was not understood."""

    records: Mapping[str, Record]
    remarks: tuple[Remark, ...]


def read_minutes(data: bytes, name: str, today: date) -> Imported:
    """Read a text file of capture lines into a new file with one map, called like the text file.

    Equal bytes and days give equal records, ids too. Raises Refusal for what is no text, and for a line whose texts
    no file could hold.
    """
    text = plain_text(data, name)
    _refuse_long(text, name)
    lines = read_lines(text, Known(), today)
    if not lines:
        raise Refusal(_("holds no line to read"), name)
    document, map_id = _new_document(PurePath(name).stem, today, rising_ids(int(digest_of(data)[:16], 16)))
    with document.transaction(_("Import")):
        remarks = _written(lines, Minutes(document, map_id, "workshop"))
    return Imported(document.records, remarks)


def _written(lines: tuple[ReadLine, ...], minutes: Minutes) -> tuple[Remark, ...]:
    return tuple(Remark(line.number, words) for line in lines for words in minutes.write(line.captured))


def _new_document(title: str, today: date, ids: IdSource) -> tuple[Document, str]:
    map_id = ids()
    title = title[:TEXT_LIMIT]
    return Document(
        [Head(title=title), JourneyMap(id=map_id, rank=_FIRST_RANK, title=title, created=today)], ids
    ), map_id


def _refuse_long(text: str, name: str) -> None:
    """Refuse a line that could make a text longer than a file may hold, before time is spent on it."""
    for number, line in enumerate(split_lines(text), start=1):
        if len(line) > TEXT_LIMIT and len(line.strip()) > TEXT_LIMIT:
            raise Refusal(_("is longer than {limit} characters").format(limit=f"{TEXT_LIMIT:,}"), name, number)
