"""What comes of reading somebody else's format: the records of a new file, and what was not understood."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from journey_editor.core.document import Document
from journey_editor.core.edits.drafts import Draft, Entry, Remark
from journey_editor.core.ids import IdSource
from journey_editor.core.parts import Basis
from journey_editor.core.records import Head, JourneyMap, Record
from journey_editor.core.values import TEXT_LIMIT
from journey_editor.interchange.steps import Steps

_FIRST_RANK = "a0"


@dataclass(frozen=True, slots=True)
class Imported:
    """The records of a new file, by id, and what was not understood, in the order of its lines."""

    records: Mapping[str, Record]
    remarks: tuple[Remark, ...]


def new_document(title: str, today: date, ids: IdSource, objective: str = "") -> tuple[Document, str]:
    """Return a file with one empty map, both called so, and the map's id."""
    map_id = ids()
    title = title[:TEXT_LIMIT]
    new = JourneyMap(id=map_id, rank=_FIRST_RANK, title=title, created=today, objective=objective[:TEXT_LIMIT])
    return Document([Head(title=title), new], ids), map_id


def filled(
    document: Document, map_id: str, entries: Iterable[Entry], count: int, remarks: Sequence[Remark], basis: Basis
) -> Steps[Imported]:
    """Write about `count` entries onto a new map; `remarks` are those that were made before."""
    draft = Draft(document, map_id, basis=basis)
    for place, entry in enumerate(entries):
        draft.write(entry)
        yield place / max(place + 1, count)
    draft.apply("")
    found = sorted((*remarks, *draft.remarks), key=lambda remark: remark.line)
    return Imported(document.records, tuple(found))
