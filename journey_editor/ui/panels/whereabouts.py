"""Where records lie, in words, and which of them a map can show."""

from journey_editor.assets import _
from journey_editor.core.document import Document
from journey_editor.core.lanes import lane_shown, layer_name
from journey_editor.core.records import (
    Evidence,
    JourneyMap,
    Note,
    Owner,
    Persona,
    Record,
    Stage,
    Touchpoint,
    carrier_of,
    map_of,
)
from journey_editor.core.titles import called
from journey_editor.core.words import kind_name, note_name
from journey_editor.layout.title import SEPARATOR

SHOWN = 40
"""Letters of a name that tells where something lies."""


def kind_of(record: Record) -> str:
    """Return what a record is called by its kind; a note by its own."""
    return note_name(record.kind) if isinstance(record, Note) else kind_name(record.kind_name)


def place_of(document: Document, record: Record, map_id: str) -> str:
    """Return in words what a record is and where it lies, with its map where that is another than `map_id`."""
    found = [kind_of(record), *_around(document, record)]
    mine = document.records.get(map_of(record) or "")
    if isinstance(mine, JourneyMap) and mine.id != map_id:
        found.append(called(mine, SHOWN))
    return SEPARATOR.join(found)


def is_selectable(record: Record) -> bool:
    """Whether a record can be selected: its page is shown; maps and the file itself are where nothing is selected."""
    return map_of(record) is not None or isinstance(record, Owner | Persona | Evidence)


def _around(document: Document, record: Record) -> list[str]:
    if isinstance(record, Touchpoint):
        stage = document.records.get(record.stage or "")
        if not isinstance(stage, Stage):
            return [_("Tray")]
        owner = document.records.get(record.owner or stage.owner or "") if record.kind == "interaction" else None
        layer = [layer_name(record.layer)] if lane_shown(document.records, record).kind == "layer" else []
        return [called(stage, SHOWN), *layer, *([called(owner, SHOWN)] if isinstance(owner, Owner) else [])]
    on = carrier_of(record)
    carrier = document.records.get(on) if on is not None else None
    return [] if carrier is None or isinstance(carrier, JourneyMap) else [called(carrier, SHOWN)]
