"""What the inspector calls for a new value: the verb that means it, so that places, lanes and feelings stay whole."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from journey_editor.assets import _
from journey_editor.core.document import Document
from journey_editor.core.edits.attachments import hang_on
from journey_editor.core.edits.feelings import clear_feeling, set_believed, set_hands, set_valence, set_word
from journey_editor.core.edits.fields import field_value, set_field
from journey_editor.core.edits.numbers import set_period
from journey_editor.core.edits.opportunities import set_status
from journey_editor.core.edits.owners import owners_of
from journey_editor.core.edits.place import last_slot
from journey_editor.core.edits.touchpoints import hand_over, move_touchpoints, to_tray
from journey_editor.core.journey import place
from journey_editor.core.lanes import NOBODYS_LANE, Lane
from journey_editor.core.parts import NOTE_KINDS, Basis
from journey_editor.core.records import (
    Evidence,
    Metric,
    Note,
    Owner,
    Persona,
    Picture,
    Record,
    Stage,
    Touchpoint,
    map_of,
)
from journey_editor.core.times import Span
from journey_editor.core.words import CHANNELS, FEELINGS, channel_name, channel_named, note_name
from journey_editor.ui.panels.inspector.fields import FieldSpec
from journey_editor.ui.panels.inspector.words import title_of

Option = tuple[Any, str]


def apply(document: Document, ids: Sequence[str], spec: FieldSpec, value: Any, basis: Basis = "assumption") -> None:
    """Let records have a value in a field, as one step of undo; those that are gone by now are left out.

    `basis` is what a feeling rests on that is new.

    Raises pydantic.ValidationError or BrokenReference.
    """
    ids = [each for each in ids if each in document.records]
    if not ids:
        return
    if spec.editor == "stage":
        moving = [each for each in ids if field_value(document.records[each], "stage") != value]
        if value is None:
            to_tray(document, moving)
        elif moving:
            move_touchpoints(document, moving, last_slot(document, value))
    elif spec.editor == "owner" and _are_touchpoints(document, ids):
        hand_over(document, ids, Lane("owner", value) if value else NOBODYS_LANE)
    elif spec.name == "layer" and value:
        hand_over(document, ids, Lane("layer", value))
    elif spec.editor == "feels":
        if value is None:
            clear_feeling(document, ids)
        else:
            set_valence(document, ids, value, basis)
    elif spec.editor == "hands":
        set_hands(document, ids, value)
    elif spec.editor == "word":
        set_word(document, ids, value, basis)
    elif spec.editor in ("start", "end"):
        _set_ends(document, ids, spec.editor, value)
    elif spec.editor == "holder":
        with document.transaction(_("Hang elsewhere")):
            for each in ids:
                hang_on(document, each, value)
    elif spec.editor == "segments":
        set_status(document, ids, value, date.today())
    elif spec.editor == "believed":
        set_believed(document, ids, value)
    else:
        given = channel_meant(value) if spec.editor == "channel" else value
        set_field(document, ids, spec.name, _instead_of_none(document, ids, spec, given))


def _set_ends(document: Document, ids: Sequence[str], which: str, value: float | Span | None) -> None:
    """Let stages begin or end on a day, or both where a stretch is given; None: not known."""
    with document.transaction(_("Change time span")):
        for each in ids:
            start, end = (field_value(document.records[each], name) for name in ("start_day", "end_day"))
            if isinstance(value, Span):
                start, end = value.start, value.end
            elif which == "start":
                start = value
            else:
                end = value
            set_period(document, each, start, end)


def options_of(document: Document, spec: FieldSpec, records: Sequence[Record]) -> tuple[Option, ...]:
    """Return the records that a reference can name, with what they are called; None first where it may be empty."""
    target = "stage" if spec.editor == "stage" else "owner" if spec.editor == "owner" else spec.targets
    map_id = map_of(records[0]) if records else None
    if spec.editor == "holder":
        return holders_of(document, records)
    found: list[Option] = [(each.id, title_of(each)) for each in candidates(document, target, map_id)]
    if spec.editor == "stage":
        return (*found, (None, _("Not placed yet")))
    if spec.name == "source":
        return tuple(found)
    own = {record.id for record in records}
    return ((None, _nothing(document, spec, records)), *(each for each in found if each[0] not in own))


def holders_of(document: Document, records: Sequence[Record]) -> tuple[Option, ...]:
    """Return what notes, opportunities or metrics may hang on: notes also on the map itself."""
    map_id = map_of(records[0]) if records else None
    if map_id is None:
        return ()
    journey = document.journey(map_id)
    names = {each.id: title_of(each) for each in (*journey.touchpoints, *journey.tray)}
    ways = [
        (each.id, f"{names[each.source]} → {names.get(each.target or '', _('leaves'))}") for each in journey.transitions
    ]
    whole = [(map_id, title_of(journey.map))] if all(isinstance(each, Note) for each in records) else []
    return (*whole, *((each.id, title_of(each)) for each in journey.stages), *names.items(), *ways)


def candidates(document: Document, kind: str, map_id: str | None) -> tuple[Record, ...]:
    """Return the records of a kind that a record of a map may refer to, in their order."""
    if kind == "owner":
        return owners_of(document)
    if kind == "map":
        return document.maps()
    if kind in ("evidence", "persona", "picture"):
        wanted = {"evidence": Evidence, "persona": Persona, "picture": Picture}[kind]
        return tuple(sorted(document.of_kind(wanted), key=place))
    if map_id is None:
        return ()
    journey = document.journey(map_id)
    if kind == "stage":
        return journey.stages
    if kind == "touchpoint":
        return (*journey.touchpoints, *journey.tray)
    wanted = {"metric": Metric, "note": Note}[kind]
    return tuple(each for each in document.of_kind(wanted) if map_of(each) == map_id)


def channels_of(document: Document) -> tuple[str, ...]:
    """Return what channels are called: those in use first, then the usual ones."""
    used = dict.fromkeys(each.channel for each in document.of_kind(Touchpoint))
    return tuple(dict.fromkeys(channel_name(each) for each in (*used, *CHANNELS) if each))


def feelings_of(document: Document) -> tuple[str, ...]:
    """Return the words for feelings: those in use first, then the usual ones of the languages."""
    used = dict.fromkeys(each.emotion.word.strip() for each in document.of_kind(Touchpoint) if each.emotion)
    return tuple(each for each in dict.fromkeys((*used, *FEELINGS)) if each)


def channel_meant(words: str) -> str:
    """Return the channel that words mean: a known one by its name on a card, else as the core reads it."""
    asked = words.strip().casefold()
    return next((each for each in CHANNELS if channel_name(each).casefold() == asked), None) or channel_named(words)


def kinds_of_notes(document: Document) -> tuple[Option, ...]:
    """Return the kinds of notes that can be chosen: those of the format, and others in use."""
    used = (each.kind for each in document.records.values() if isinstance(each, Note))
    return tuple((kind, note_name(kind)) for kind in dict.fromkeys((*NOTE_KINDS, *used)))


def _nothing(document: Document, spec: FieldSpec, records: Sequence[Record]) -> str:
    """Return what a reference without target means; an owner then comes from the stage."""
    if spec.targets == "owner" or spec.editor == "owner":
        if records and all(isinstance(each, Touchpoint) and each.kind == "action" for each in records):
            return _("Customer alone")
        stages = {each.stage or "" for each in records if isinstance(each, Touchpoint)}
        stage = document.records.get(stages.pop()) if len(stages) == 1 else None
        owner = document.records.get(stage.owner or "") if isinstance(stage, Stage) else None
        by_stage = _("{owner}, by the stage")
        return by_stage.format(owner=title_of(owner)) if isinstance(owner, Owner) else _("Nobody yet")
    return _("None")


def _are_touchpoints(document: Document, ids: Sequence[str]) -> bool:
    return all(isinstance(document.records.get(each), Touchpoint) for each in ids)


def _instead_of_none(document: Document, ids: Sequence[str], spec: FieldSpec, value: Any) -> Any:
    """Return the field's usual value where it was emptied and may not be empty."""
    if not ids or value not in (None, ""):
        return value
    field, _dot, inner = spec.name.partition(".")
    model = type(document.records[ids[0]])
    if inner:
        return value
    return model.model_fields[field].get_default(call_default_factory=True)
