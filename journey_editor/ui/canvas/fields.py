"""The words of a field that is edited in place, and what becomes of them: names, a channel, an owner, a feeling."""

from collections.abc import Mapping

from journey_editor.assets import _
from journey_editor.core.capture.captured import Captured
from journey_editor.core.capture.numbers import number, show_of_hands, spread
from journey_editor.core.document import Document
from journey_editor.core.edits.capture import feeling
from journey_editor.core.edits.fields import set_field
from journey_editor.core.edits.maps import rename_map
from journey_editor.core.edits.owners import add_owner, owner_named
from journey_editor.core.edits.touchpoints import hand_over
from journey_editor.core.lanes import NOBODYS_LANE, Lane, lane_of
from journey_editor.core.parts import Basis, Emotion
from journey_editor.core.records import JourneyMap, Note, Owner, Record, Stage, Touchpoint, name_of
from journey_editor.core.values import HIGHEST, LOWEST
from journey_editor.core.words import FEELINGS, channel_label, channel_named, kind_name, note_name, valence_text

NEXT: Mapping[type[Record], tuple[str, ...]] = {
    Touchpoint: ("title", "channel", "owner", "emotion"),
    Stage: ("name",),
    Owner: ("name",),
}
"""The fields that Tab walks through before it goes on to the next record of the kind."""

APART = frozenset(("owner", "emotion"))
"""Fields that a card shows by other means than words: theirs lie beside it."""


def words_of(document: Document, record: Record, field: str) -> str:
    """Return what a field says in words that can be edited."""
    value = record.__dict__.get(field)
    if field == "owner" and isinstance(record, Touchpoint):
        lane = _lane(document, record)
        return name_of(document.records[lane.owner]) if lane.kind == "owner" else ""
    if isinstance(value, Emotion):
        return f"{valence_text(value.valence)} {value.word}".strip()
    return channel_label(value) if field == "channel" and value else str(value or "")


def placeholder(record: Record, field: str) -> str:
    """Return what an empty field asks for."""
    asked = {"channel": _("Channel"), "owner": _("Owner"), "emotion": _("Feeling: −2 to +2, a word")}
    if field in asked:
        return asked[field]
    if isinstance(record, Note):
        return note_name(record.kind)
    return kind_name(record.kind_name)


def take(document: Document, record: Record, field: str, words: str, basis: Basis, join: str = "") -> None:
    """Make words the value of a field. An owner that is not there yet is made; `basis` is that of a new feeling."""
    if isinstance(record, Touchpoint) and field == "owner":
        _take_owner(document, record, words)
    elif isinstance(record, Touchpoint) and field == "emotion":
        set_field(document, (record.id,), field, emotion_meant(words, record.emotion, basis), _("Change feeling"))
    elif isinstance(record, JourneyMap) and field == "title":
        rename_map(document, record.id, words)
    else:
        set_field(document, (record.id,), field, channel_named(words) if field == "channel" else words, join=join)


def emotion_meant(words: str, before: Emotion | None, basis: Basis) -> Emotion | None:
    """Return the feeling that words mean: "-1 anxious", "2", "anxious", "0/2/7/3/0"; None for none.

    A known word brings its usual valence; any other leaves the valence as it was.
    """
    first, _blank, rest = words.strip().partition(" ")
    if not first:
        return None
    hands, felt = show_of_hands(first), number(first)
    if felt is not None and not LOWEST <= felt <= HIGHEST:
        felt = None
    if hands is None and felt is None:
        word = words.strip()
        felt = FEELINGS.get(word.casefold(), before.valence if before else 0.0)
        return feeling(Captured(valence=felt, word=word), basis, before)
    read = Captured(valence=felt, word=rest.strip())
    if hands is not None:
        read = Captured(valence=spread(hands).median, hands=hands, word=rest.strip())
    found = feeling(read, basis, before)
    return found.with_(word=rest.strip()) if found else None  # what is emptied here is meant to be empty


def _take_owner(document: Document, record: Touchpoint, words: str) -> None:
    with document.transaction(_("Hand over touchpoint")):
        known = owner_named(document, words) if words else None
        made = known.id if known else add_owner(document, words) if words else ""
        hand_over(document, (record.id,), Lane("owner", made) if made else NOBODYS_LANE)


def _lane(document: Document, record: Touchpoint) -> Lane:
    stage = document.records.get(record.stage or "")
    return lane_of(record, stage if isinstance(stage, Stage) else None)
