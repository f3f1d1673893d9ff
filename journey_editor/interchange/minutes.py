"""Minutes as a text file: capture lines, typed anywhere, become a map."""

from collections.abc import Sequence
from datetime import date
from pathlib import PurePath

from journey_editor.assets import _
from journey_editor.core.capture.lines import each_line, split_lines
from journey_editor.core.capture.names import Known
from journey_editor.core.edits.drafts import Entry
from journey_editor.core.ids import rising_ids
from journey_editor.core.values import TEXT_LIMIT
from journey_editor.interchange.imported import Imported, filled, new_document
from journey_editor.interchange.steps import Steps, finished
from journey_editor.storage.decoding import plain_text
from journey_editor.storage.files import digest_of
from journey_editor.storage.refusal import Refusal


def read_minutes(data: bytes, name: str, today: date) -> Imported:
    """Read a text file of capture lines into a new file with one map, called like the text file.

    Equal bytes and days give equal records, ids too. Raises Refusal for what is no text, and for a line whose texts
    no file could hold.
    """
    return finished(reading_minutes(data, name, today))


def reading_minutes(data: bytes, name: str, today: date) -> Steps[Imported]:
    """Read a text file of capture lines in steps: see `read_minutes`."""
    lines = split_lines(plain_text(data, name))
    refuse_long(lines, name)
    document, map_id = new_document(PurePath(name).stem, today, rising_ids(int(digest_of(data)[:16], 16)))
    entries: list[Entry] = []
    for line in each_line(lines, Known(), today):
        if not line.captured.is_empty:
            entries.append(Entry(line.number, line.captured))
        yield line.number / len(lines) / 2
    if not entries:
        raise Refusal(_("holds no line to read"), name)
    writing = filled(document, map_id, entries, len(entries), (), "workshop")
    while True:
        try:
            yield (1 + next(writing)) / 2
        except StopIteration as end:
            return end.value


def refuse_long(lines: Sequence[str], name: str) -> None:
    """Refuse a line that could make a text longer than a file may hold, before time is spent on it."""
    for number, line in enumerate(lines, start=1):
        if len(line) > TEXT_LIMIT and len(line.strip()) > TEXT_LIMIT:
            raise Refusal(_("is longer than {limit} characters").format(limit=f"{TEXT_LIMIT:,}"), name, number)
