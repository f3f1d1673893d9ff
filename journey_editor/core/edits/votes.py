"""Votes of the room on touchpoints, notes and opportunities: given, taken back, counted, and cleared."""

from collections.abc import Iterable, Sequence

from journey_editor.assets import _
from journey_editor.core.document import Document
from journey_editor.core.records import MapRecord, Note, Opportunity, Record, Touchpoint

Votable = Touchpoint | Note | Opportunity


def votable(document: Document, ids: Iterable[str]) -> tuple[Votable, ...]:
    """Return those of some records that can have votes; what is something else, or gone, is left out."""
    found = (document.records.get(each) for each in dict.fromkeys(ids))
    return tuple(each for each in found if isinstance(each, Votable))


def votes_of(record: Record) -> int:
    """Return how many votes a record has, 0 for what can have none."""
    return record.votes if isinstance(record, Votable) else 0


def give_vote(document: Document, ids: Sequence[str]) -> int:
    """Give one vote to each of some records; return how many got one."""
    return _change(document, ids, 1, _("Give a vote"))


def take_vote(document: Document, ids: Sequence[str]) -> int:
    """Take one vote back from each of some records that has any; return how many lost one."""
    return _change(document, ids, -1, _("Take a vote back"))


def set_votes(document: Document, ids: Sequence[str], votes: int, join: str = "") -> None:
    """Let records have so many votes. With a `join` key the digits of a number are one step of undo.

    Raises pydantic.ValidationError where the number is below 0.
    """
    with document.transaction(_("Count votes"), join):
        for each in votable(document, ids):
            document.put(each.with_(votes=votes))


def clear_votes(document: Document, map_id: str) -> int:
    """Take back all votes of a map as one step; return how many there were."""
    records = document.records.values()
    voted = [each for each in records if isinstance(each, MapRecord) and each.map == map_id and votes_of(each)]
    with document.transaction(_("Take all votes back")):
        for record in voted:
            document.put(record.with_(votes=0))
    return sum(map(votes_of, voted))


def _change(document: Document, ids: Sequence[str], by: int, label: str) -> int:
    changed = [each for each in votable(document, ids) if each.votes + by >= 0]
    with document.transaction(label):
        for each in changed:
            document.put(each.with_(votes=each.votes + by))
    return len(changed)
