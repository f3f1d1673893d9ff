"""What people answer in a review when they are asked of something that aged: is it still true?"""

from datetime import date
from typing import Any

from journey_editor.assets import _
from journey_editor.core.document import Document
from journey_editor.core.edits.feelings import set_valence
from journey_editor.core.edits.numbers import record_value
from journey_editor.core.records import Evidence, Metric, Opportunity, Record, Stage, Touchpoint


def confirm(document: Document, record_id: str, today: date, due: date) -> None:
    """Let something that aged be true still: its date becomes today.

    An opportunity that is overdue is still to be done, by `due`, the day of the next review: due today it would be
    overdue again tomorrow. A feeling has no date: that it was asked for in a review means that it rests on what a room
    says and is no assumption any more. Raises KeyError where the id names nothing that ages.
    """
    with document.transaction(_("Still true")):
        _put(document, _confirmed(document.records[record_id], today, due))


def correct(document: Document, record_id: str, today: date, **fields: Any) -> None:
    """Let something that aged be as it is today. `valence` is how a touchpoint feels, all else are fields.

    Raises pydantic.ValidationError where a value does not fit, and KeyError where the id names nothing that ages; then
    nothing is changed.
    """
    with document.transaction(_("Correct in review")):
        found = document.records[record_id]
        if isinstance(found, Touchpoint):
            set_valence(document, (record_id,), fields["valence"])
            _put(document, _confirmed(document.one(Touchpoint, record_id), today, today))
        elif isinstance(found, Metric):
            record_value(document, record_id, fields["current"], today)
        elif isinstance(found, Stage):
            _put(document, found.with_(**{"as_of": today} | fields))
        elif isinstance(found, Evidence | Opportunity):
            _put(document, found.with_(**fields))
        else:
            raise KeyError(record_id)


def _confirmed(found: Record, today: date, due: date) -> Record:
    if isinstance(found, Evidence):
        return found.with_(date=today)
    if isinstance(found, Stage | Metric):
        return found.with_(as_of=today)
    if isinstance(found, Opportunity):
        return found.with_(due=due)
    if isinstance(found, Touchpoint):
        emotion = found.emotion
        return found if emotion is None else found.with_(emotion=emotion.with_(basis="workshop"))
    raise KeyError(found.id)


def _put(document: Document, record: Record) -> None:
    if document.records[record.id] != record:
        document.put(record)
