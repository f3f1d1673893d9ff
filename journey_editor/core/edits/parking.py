"""The parking lot of a map: what was said and has no place yet, kept as notes on the map itself."""

from collections.abc import Iterable, Sequence

from journey_editor.assets import _
from journey_editor.core.document import Document
from journey_editor.core.edits.attachments import LastRanks, add_opportunity, attach_next, attached_to
from journey_editor.core.edits.place import rank_at
from journey_editor.core.input import typed
from journey_editor.core.records import Note
from journey_editor.core.values import TEXT_LIMIT
from journey_editor.core.words import kind_name

PARKED_KIND = "other"
"""The kind of a note that was only parked; who hangs it on a touchpoint says what it is."""

OPPORTUNITY = "opportunity"
"""What a parked note can become beside the kinds of notes."""


def parked(document: Document, map_id: str) -> tuple[Note, ...]:
    """Return what is parked on a map: the open ones by votes and rank, then the settled ones."""
    return in_turn(attached_to(document, map_id, Note))


def in_turn(notes: Iterable[Note]) -> tuple[Note, ...]:
    """Sort parked notes, which come by rank: what is open first, the most voted first of all."""
    return tuple(sorted(notes, key=lambda note: (note.resolved, -note.votes)))


def park(document: Document, map_id: str, words: str) -> tuple[str, ...]:
    """Park each line of some words as a note on the map, in one step; return their ids.

    Blank lines are left out; a line longer than a text may be is cut into several.
    """
    lines = [" ".join(line.split()) for line in typed(words).splitlines()]
    pieces = [line[begin : begin + TEXT_LIMIT] for line in lines for begin in range(0, len(line), TEXT_LIMIT)]
    ranks: LastRanks = {}
    with document.transaction(_("Park")):
        return tuple(attach_next(document, Note, map_id, ranks, kind=PARKED_KIND, text=piece) for piece in pieces)


def settle(document: Document, ids: Sequence[str], is_settled: bool) -> None:
    """Mark parked notes as settled, or as open again."""
    with document.transaction(_("Settle") if is_settled else _("Open again")):
        for note in _notes(document, ids):
            document.put(note.with_(resolved=is_settled))


def unpark(document: Document, ids: Sequence[str], target: str, kind: str = "") -> tuple[str, ...]:
    """Move parked notes to a touchpoint or a stage of their map, after the notes there; return their ids.

    `kind` says what they are now: a kind of note, or "opportunity", which takes words and votes along in a new record.
    What was settled is open again. Raises KeyError where there is no such target.
    """
    on = document.records[target]
    found: list[str] = []
    with document.transaction(_("Hang note on {kind}").format(kind=kind_name(on.kind_name).lower())):
        for note in _notes(document, ids):
            if kind == OPPORTUNITY:
                document.remove(note.id)
                found.append(add_opportunity(document, target, note.text, votes=note.votes))
                continue
            siblings = [each for each in attached_to(document, target, Note) if each.id != note.id]
            rank = rank_at(document, siblings, len(siblings))
            document.put(note.with_(on=target, rank=rank, kind=kind or note.kind, resolved=False))
            found.append(note.id)
    return tuple(found)


def _notes(document: Document, ids: Iterable[str]) -> tuple[Note, ...]:
    found = (document.records.get(each) for each in dict.fromkeys(ids))
    return tuple(each for each in found if isinstance(each, Note))
