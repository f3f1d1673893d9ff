"""The names that a map has, for the lines that are typed onto it."""

from journey_editor.core.capture.names import Known
from journey_editor.core.document import Document
from journey_editor.core.journey import place
from journey_editor.core.records import Owner, Stage, Touchpoint


def known_in(document: Document, map_id: str) -> Known:
    """Return the owners, channels and feelings of a file, and the stages of one of its maps."""
    owners: list[Owner] = []
    stages: list[Stage] = []
    channels: dict[str, None] = {}
    feelings: dict[str, float] = {}
    for record in document.records.values():
        if isinstance(record, Touchpoint):
            if record.channel:
                channels[record.channel] = None
            if record.emotion and record.emotion.word:
                feelings[record.emotion.word] = record.emotion.valence
        elif isinstance(record, Owner):
            owners.append(record)
        elif isinstance(record, Stage) and record.map == map_id:
            stages.append(record)
    return Known(
        owners=[owner.name for owner in sorted(owners, key=place)],
        channels=list(channels),
        stages=[stage.name for stage in sorted(stages, key=place)],
        feelings=feelings,
    )
