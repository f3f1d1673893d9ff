"""The names that a map has, for the lines that are typed onto it."""

from journey_editor.core.capture.names import Known
from journey_editor.core.document import Document
from journey_editor.core.journey import place
from journey_editor.core.records import Owner, Stage, Touchpoint


def known_in(document: Document, map_id: str) -> Known:
    """Return the owners, channels and feelings of a file, and the stages of one of its maps."""
    channels: dict[str, None] = {}
    feelings: dict[str, float] = {}
    for touchpoint in document.of_kind(Touchpoint):
        if touchpoint.channel:
            channels[touchpoint.channel] = None
        if touchpoint.emotion and touchpoint.emotion.word:
            feelings[touchpoint.emotion.word] = touchpoint.emotion.valence
    stages = (stage for stage in document.of_kind(Stage) if stage.map == map_id)
    return Known(
        owners=[owner.name for owner in sorted(document.of_kind(Owner), key=place)],
        channels=list(channels),
        stages=[stage.name for stage in sorted(stages, key=place)],
        feelings=feelings,
    )
