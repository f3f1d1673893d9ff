"""What a captured line becomes on a map: a touchpoint, or more of a touchpoint or stage that is there."""

from collections.abc import Callable, Sequence
from typing import Any

from journey_editor.assets import _
from journey_editor.core.capture.captured import Captured
from journey_editor.core.capture.names import folded
from journey_editor.core.capture.numbers import spread
from journey_editor.core.capture.text import quoted
from journey_editor.core.document import Document
from journey_editor.core.edits.attachments import LastRanks, attach_next
from journey_editor.core.edits.owners import add_owner, owner_named
from journey_editor.core.edits.place import Slot, columns_in, last_slot
from journey_editor.core.edits.stages import add_stage
from journey_editor.core.edits.touchpoints import add_touchpoint, move_touchpoints, touchpoint
from journey_editor.core.lanes import Lane, fields_in_lane
from journey_editor.core.parts import Basis, Emotion, Moment
from journey_editor.core.records import Metric, Note, Opportunity, Stage

OwnerFor = Callable[[str, bool], str | None]
"""Finds the owner of a name; where there is none and the second word is true, it makes one."""


def add_captured(
    document: Document,
    map_id: str,
    captured: Captured,
    slot: Slot | None,
    basis: Basis = "assumption",
    lane: Lane | None = None,
) -> str:
    """Make a touchpoint of a captured line and return its id.

    It lies at `slot` (None: in the tray) or at the end of the stage that the line names, and in `lane` as far as the
    line leaves that open. `basis` is what its feeling rests on. Owners and stages that are not there yet are made.
    """
    with document.transaction(_("Add touchpoint")):
        stage = go_to_stage(document, map_id, captured.stages, slot.stage if slot else None)
        if stage is not None and (slot is None or slot.stage != stage):
            slot = last_slot(document, stage)
        if captured.same_time and slot and slot.after:
            slot = Slot(slot.stage, beside=slot.after)
        owner_for = owners_in(document)
        fields = touchpoint_fields(captured, owner_for, basis)
        if lane is not None:
            place = document.records.get(slot.stage) if slot else None
            fields |= fields_in_lane(lane, fields.keys(), place if isinstance(place, Stage) else None)
        new = add_touchpoint(document, map_id, captured.title, slot, **fields)
        attach(document, new, captured, owner_for)
    return new


def add_to_touchpoint(
    document: Document,
    touchpoint_id: str,
    captured: Captured,
    basis: Basis = "assumption",
    owner_for: OwnerFor | None = None,
    last_ranks: LastRanks | None = None,
) -> None:
    """Add to a touchpoint what a captured line says; words without a sign become the title of one that has none.

    Words that are one whole quotation are a quote on a touchpoint that has a title already.
    A stage that the line names is where the touchpoint goes; `^` lets it happen with the touchpoint before it.
    """
    owner_for = owner_for or owners_in(document)
    with document.transaction(_("Add to touchpoint")):
        each = touchpoint(document, touchpoint_id)
        fields = touchpoint_fields(captured, owner_for, basis, each.emotion)
        if captured.title and not each.title:
            fields["title"] = captured.title
        if captured.moment and each.moment:
            del fields["moment"]
        document.put(each.with_(**fields))
        stage = go_to_stage(document, each.map, captured.stages, each.stage)
        if stage is not None and stage != each.stage:
            move_touchpoints(document, (touchpoint_id,), last_slot(document, stage))
        if captured.same_time and (before := _before(document, touchpoint_id)):
            move_touchpoints(document, (touchpoint_id,), before)
        attach(document, touchpoint_id, captured, owner_for, last_ranks)
        if each.title and (said := quoted(captured.title)):
            attach_next(
                document, Note, touchpoint_id, {} if last_ranks is None else last_ranks, kind="quote", text=said
            )


def add_to_stage(document: Document, stage_id: str, captured: Captured, basis: Basis = "assumption") -> str | None:
    """Add to a stage what a captured line says: owner, notes, opportunities, metric.

    What only a touchpoint can have, such as a feeling, makes one without a title at the stage's end; returns its id.
    """
    owner_for = owners_in(document)
    with document.transaction(_("Add to stage")):
        stage = fill_stage(document, stage_id, captured, owner_for)
        if fields := beyond_stage(captured, basis):
            return add_touchpoint(document, stage.map, "", last_slot(document, stage_id), **fields)
    return None


def fill_stage(
    document: Document, stage_id: str, captured: Captured, owner_for: OwnerFor, last_ranks: LastRanks | None = None
) -> Stage:
    """Give a stage what it can have of a captured line, within a transaction."""
    stage = document.one(Stage, stage_id)
    if captured.owner:
        stage = stage.with_(owner=owner_for(captured.owner, True))
        document.put(stage)
    attach(document, stage_id, captured, owner_for, last_ranks)
    return stage


def beyond_stage(captured: Captured, basis: Basis) -> dict[str, Any]:
    """Return what only a touchpoint can have of a captured line, as its fields."""
    fields = touchpoint_fields(captured, lambda _name, _makes: None, basis)
    if captured.owner:
        del fields["owner"], fields["kind"]
    return fields


def go_to_stage(document: Document, map_id: str, names: Sequence[str], after: str | None) -> str | None:
    """Return the last of the stages that are named, None for no name; one that is not there is made.

    A new one follows the stage `after`, or the one that was named before it; without either it is the map's last.
    """
    for name in names:
        stages = document.journey(map_id).stages
        found = next((stage.id for stage in stages if folded(stage.name) == folded(name)), None)
        after = add_stage(document, map_id, name, after) if found is None else found
    return after if names else None


def owners_in(document: Document) -> OwnerFor:
    """Return what finds the owners of a document by name."""

    def owner_for(name: str, makes: bool) -> str | None:
        known = owner_named(document, name)
        if known or not makes:
            return known.id if known else None
        return add_owner(document, name)

    return owner_for


def touchpoint_fields(
    captured: Captured, owner_for: OwnerFor, basis: Basis, before: Emotion | None = None
) -> dict[str, Any]:
    """Return the fields of a touchpoint that a line speaks of; `before` is how it felt until now."""
    fields: dict[str, Any] = {}
    if captured.alone:
        fields["kind"] = "action"
    if captured.owner:
        fields |= {"kind": "interaction", "owner": owner_for(captured.owner, True)}
    if captured.channel:
        fields["channel"] = captured.channel
    if (emotion := feeling(captured, basis, before)) is not None:
        fields["emotion"] = emotion
    if captured.believed is not None:
        fields["believed"] = captured.believed
    if captured.moment:
        fields["moment"] = Moment()
    return fields


def feeling(captured: Captured, basis: Basis, before: Emotion | None = None) -> Emotion | None:
    """Return the feeling that a line speaks of, with the word that it had before where it says none.

    A show of hands brings how many they were and how far they differ; without one nothing is known of that any more.
    """
    if captured.valence is None:
        return before.with_(basis="assumption") if before and captured.assumed else before
    hands = spread(captured.hands) if captured.hands else None
    return (before or Emotion(valence=captured.valence)).with_(
        valence=captured.valence,
        word=captured.word or (before.word if before else ""),
        basis="assumption" if captured.assumed else basis,
        n=hands.n if hands else None,
        low=hands.low if hands else None,
        high=hands.high if hands else None,
        hands=captured.hands,
    )


def attach(
    document: Document, on: str, captured: Captured, owner_for: OwnerFor, last_ranks: LastRanks | None = None
) -> None:
    """Hang the notes, opportunities and the metric of a line on a touchpoint or a stage."""
    ranks: LastRanks = {} if last_ranks is None else last_ranks
    for note in captured.notes:
        attach_next(document, Note, on, ranks, kind=note.kind, text=note.text, severity=note.severity)
    for idea in captured.opportunities:
        owner = owner_for(idea.who, False) if idea.who else None
        who = "" if owner else idea.who
        attach_next(document, Opportunity, on, ranks, text=idea.text, owner=owner, who=who, due=idea.due)
    if (metric := captured.metric) is not None:
        falls = metric.current is not None and metric.target is not None and metric.target < metric.current
        attach_next(
            document,
            Metric,
            on,
            ranks,
            name=metric.name,
            unit=metric.unit,
            better="lower" if falls else "higher",
            current=metric.current,
            target=metric.target,
        )


def _before(document: Document, touchpoint_id: str) -> Slot | None:
    """Return the column before that of a touchpoint that stands alone in its own."""
    each = touchpoint(document, touchpoint_id)
    if each.stage is None:
        return None
    columns = columns_in(document, each.stage)
    here = next(place for place, column in enumerate(columns) if each in column)
    return Slot(each.stage, beside=columns[here - 1][0].id) if here and len(columns[here]) == 1 else None
