"""Tables as files: CSV of any kind, with touchpoints or stages in its rows."""

from collections.abc import Iterator
from datetime import date
from pathlib import PurePath

from journey_editor.assets import _
from journey_editor.core.capture.names import Known
from journey_editor.core.edits.drafts import Entry, Remark
from journey_editor.core.ids import rising_ids
from journey_editor.core.values import LIST_LIMIT
from journey_editor.interchange.imported import Imported, filled, new_document
from journey_editor.interchange.pasted import Nothing, Table, recognising
from journey_editor.interchange.rows import readings
from journey_editor.interchange.shapes import guessed
from journey_editor.interchange.steps import Steps, finished
from journey_editor.interchange.tables import Rows
from journey_editor.storage.decoding import plain_text
from journey_editor.storage.files import digest_of
from journey_editor.storage.refusal import Refusal

_OWN_HEADINGS = ("kind", "map", "id")


def read_table(data: bytes, name: str, today: date) -> Imported:
    """Read a CSV file into a new file with one map: a touchpoint or a stage from each row.

    Equal bytes and days give equal records. Raises Refusal for what is no table.
    """
    return finished(reading_table(data, name, today))


def reading_table(data: bytes, name: str, today: date) -> Steps[Imported]:
    """Read a CSV file in steps: see `read_table`."""
    pasted = yield from recognising(plain_text(data, name), name=f"{PurePath(name).stem}.csv", limit=LIST_LIMIT)
    if not isinstance(pasted, Table):
        reason = pasted.sentence if isinstance(pasted, Nothing) else _("holds no table")
        raise Refusal(reason.rstrip("."), name)
    if pasted.rows[0][:3] == _OWN_HEADINGS:
        raise Refusal(_("is the table of a whole map, which cannot be read yet"), name)
    document, map_id = new_document(PurePath(name).stem, today, rising_ids(int(digest_of(data)[:16], 16)))
    remarks: list[Remark] = []
    entries = _entries(pasted.rows, remarks)
    imported = yield from filled(document, map_id, entries, len(pasted.rows), (), "workshop")
    found = sorted((*remarks, *imported.remarks), key=lambda remark: remark.line)
    return Imported(imported.records, tuple(found))


def _entries(rows: Rows, remarks: list[Remark]) -> Iterator[Entry]:
    """Return what the rows make; what was not understood joins the remarks."""
    known = Known()
    for reading in readings(rows, guessed(rows, known), known):
        remarks += reading.remarks
        yield from reading.entries
