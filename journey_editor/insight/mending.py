"""Doing a repair: what a person typed or chose becomes one edit, one step of undo."""

from collections.abc import Callable, Mapping
from datetime import date

from journey_editor.assets import _
from journey_editor.core.document import Document
from journey_editor.core.edits.attachments import add_metric, add_note, add_opportunity, set_moment
from journey_editor.core.edits.findings import agree_protocol
from journey_editor.core.edits.library import add_evidence, add_persona, attach_evidence, use_persona
from journey_editor.core.edits.owners import add_owner, give_to_owner, owner_named
from journey_editor.core.edits.stages import add_stage, move_stage
from journey_editor.core.edits.touchpoints import to_tray
from journey_editor.core.edits.transitions import add_transition
from journey_editor.core.records import Evidence, Note, Owner, Persona
from journey_editor.core.titles import called
from journey_editor.insight.case import is_pain
from journey_editor.insight.repairs import Repair

_LONGEST = 60  # letters of a name within the words of an opportunity


def mend(document: Document, map_id: str, repair: Repair, given: str, today: date) -> str | None:
    """Do a repair on a map in one step of undo; return the record that it made and that is worth a look, None for none.

    `given` is what was typed, or the id of what was chosen, or the name of something new. Nothing is done by a repair
    that leads to a field, nor by one that asks for words and gets none. Raises KeyError where records are gone.
    """
    do = _DO.get(repair.kind)
    words = " ".join(given.split())
    if do is None or (repair.asked and not words):
        return None
    return do(document, map_id, repair, words, today)


def _protocol(document: Document, map_id: str, repair: Repair, given: str, _today: date) -> str | None:
    source, target = repair.records
    return next(iter(agree_protocol(document, map_id, source, target, given)), None)


def _opportunity(document: Document, _map_id: str, repair: Repair, given: str, _today: date) -> str:
    on = repair.records[0]
    notes = (each for each in document.referrers(on) if isinstance(each, Note) and each.on == on)
    answers = tuple(sorted(each.id for each in notes if is_pain(each)))
    return add_opportunity(document, on, given, answers=answers)


def _plan(document: Document, _map_id: str, repair: Repair, given: str, _today: date) -> str:
    on = repair.records[0]
    with document.transaction(_("Add opportunity")):
        words = _("See to “{name}”").format(name=called(document.records[on], _LONGEST))
        return add_opportunity(document, on, words, owner=_owner_id(document, given))


def _note(kind: str) -> "Do":
    return lambda document, _map_id, repair, given, _today: add_note(document, repair.records[0], kind, given)


def _metric(document: Document, _map_id: str, repair: Repair, given: str, _today: date) -> str:
    return add_metric(document, repair.records[0], given)


def _stage_before(document: Document, map_id: str, _repair: Repair, given: str, _today: date) -> str:
    with document.transaction(_("Add stage")):
        made = add_stage(document, map_id, given, phase="pre_purchase")
        move_stage(document, made, 0)
    return made


def _stage_after(document: Document, map_id: str, _repair: Repair, given: str, _today: date) -> str:
    return add_stage(document, map_id, given, phase="advocacy")


def _persona(document: Document, map_id: str, _repair: Repair, given: str, _today: date) -> None:
    with document.transaction(_("Choose persona")):
        known = isinstance(document.records.get(given), Persona)
        use_persona(document, map_id, given if known else add_persona(document, given))


def _owner(document: Document, _map_id: str, repair: Repair, given: str, _today: date) -> None:
    with document.transaction(_("Choose an owner")):
        give_to_owner(document, _owner_id(document, given), repair.records)


def _evidence(document: Document, _map_id: str, repair: Repair, given: str, _today: date) -> None:
    with document.transaction(_("Attach evidence")):
        known = isinstance(document.records.get(given), Evidence)
        attach_evidence(document, (given if known else add_evidence(document, given),), repair.records)


def _tray(document: Document, _map_id: str, repair: Repair, _given: str, _today: date) -> None:
    to_tray(document, repair.records)


def _moment(document: Document, _map_id: str, repair: Repair, _given: str, _today: date) -> str:
    set_moment(document, repair.records, True)
    return repair.records[0]


def _way(document: Document, _map_id: str, repair: Repair, _given: str, _today: date) -> str:
    source, target = repair.records
    return add_transition(document, source, target, "alternative")


def _owner_id(document: Document, given: str) -> str:
    """Return the owner that is meant by an id or a name; one that nobody knows is new."""
    if isinstance(document.records.get(given), Owner):
        return given
    known = owner_named(document, given)
    return known.id if known is not None else add_owner(document, given)


Do = Callable[[Document, str, Repair, str, date], str | None]

_DO: Mapping[str, Do] = {
    "protocol": _protocol,
    "opportunity": _opportunity,
    "plan": _plan,
    "metric": _metric,
    "pain": _note("pain_point"),
    "question": _note("question"),
    "gain": _note("gain"),
    "stage_before": _stage_before,
    "stage_after": _stage_after,
    "persona": _persona,
    "owner": _owner,
    "evidence": _evidence,
    "tray": _tray,
    "moment": _moment,
    "way": _way,
}
