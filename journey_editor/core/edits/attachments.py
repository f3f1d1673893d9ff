"""What hangs on stages, touchpoints and transitions: notes, opportunities, metrics, moments of truth."""

from collections.abc import Sequence
from typing import Any, Literal, TypeVar, cast

from journey_editor.assets import _
from journey_editor.core.document import Document
from journey_editor.core.edits.place import rank_at, ranks_between
from journey_editor.core.edits.touchpoints import touchpoint
from journey_editor.core.journey import place
from journey_editor.core.parts import Moment
from journey_editor.core.rank import between
from journey_editor.core.records import Attached, JourneyMap, Metric, Note, Opportunity, map_of
from journey_editor.core.words import kind_name

AnyAttached = TypeVar("AnyAttached", Note, Opportunity, Metric)


def attached_to(document: Document, on: str, kind: type[AnyAttached]) -> tuple[AnyAttached, ...]:
    """Return the notes, opportunities or metrics on a record, by rank."""
    holder = document.records.get(on)
    if isinstance(holder, JourneyMap):  # all that lies in a map refers to it
        return _on_map(document, holder.id, kind)
    found = [record for record in document.referrers(on) if isinstance(record, kind) and record.on == on]
    return tuple(sorted(found, key=place))


def _on_map(document: Document, map_id: str, kind: type[AnyAttached]) -> tuple[AnyAttached, ...]:
    """Return the notes on a map itself; nothing else hangs on one."""
    found = document.journey(map_id).notes.get(map_id, ()) if kind is Note else ()
    return cast(tuple[AnyAttached, ...], found)


def add_note(document: Document, on: str, kind: str, text: str = "", **fields: Any) -> str:
    """Add a note of a kind to a stage, a touchpoint, a transition or the map, and return its id."""
    return _attach(document, _("Add note"), Note, on, kind=kind, text=text, **fields)


def add_opportunity(document: Document, on: str, text: str = "", **fields: Any) -> str:
    """Add an opportunity to a stage, a touchpoint or a transition, and return its id."""
    return _attach(document, _("Add opportunity"), Opportunity, on, text=text, **fields)


def add_metric(document: Document, on: str, name: str = "", **fields: Any) -> str:
    """Add a metric to a stage, a touchpoint or a transition, and return its id."""
    return _attach(document, _("Add metric"), Metric, on, name=name, **fields)


def move_attached(document: Document, record_id: str, direction: Literal[-1, 1]) -> bool:
    """Move a note among those of its kind on the same record, an opportunity or a metric among its like, one place.

    Returns whether there was anywhere to go. Raises KeyError where the id names none of them.
    """
    each = document.records[record_id]
    if isinstance(each, Note):
        alike = [note for note in attached_to(document, each.on, Note) if note.kind == each.kind]
        return _step(document, each, attached_to(document, each.on, Note), alike, direction)
    if isinstance(each, Opportunity):
        siblings = attached_to(document, each.on, Opportunity)
        return _step(document, each, siblings, siblings, direction)
    if isinstance(each, Metric):
        measures = attached_to(document, each.on, Metric)
        return _step(document, each, measures, measures, direction)
    raise KeyError(record_id)


def hang_on(document: Document, record_id: str, on: str) -> None:
    """Hang a note, an opportunity or a metric on another record of its map, behind its like there."""
    each = document.records[record_id]
    siblings: Sequence[Attached] = ()
    if isinstance(each, Note):
        siblings = attached_to(document, on, Note)
    elif isinstance(each, Opportunity):
        siblings = attached_to(document, on, Opportunity)
    elif isinstance(each, Metric):
        siblings = attached_to(document, on, Metric)
    else:
        raise KeyError(record_id)
    with document.transaction(_("Move {kind}").format(kind=kind_name(each.kind_name).lower())):
        document.put(each.with_(on=on, rank=rank_at(document, siblings, len(siblings))))


LastRanks = dict[tuple[str, type[Attached]], str]
"""The rank of the last note, opportunity or metric on a record, as far as it is known."""


def attach_next(document: Document, model: type[AnyAttached], on: str, last_ranks: LastRanks, **fields: Any) -> str:
    """Add a record of a kind on another one, within a transaction, and return its id.

    For many in a row: `last_ranks` remembers where the last one lies, so that the others are looked at once only.
    """
    last = last_ranks.get((on, model))
    if last is None:
        siblings = attached_to(document, on, model)
        last = siblings[-1].rank if siblings else None
    rank = between(last, None)
    if rank is None:
        siblings = attached_to(document, on, model)
        rank = rank_at(document, siblings, len(siblings))
    new = model(id=document.new_id(), map=_map_at(document, on), rank=rank, on=on, **fields)
    document.put(new)
    last_ranks[on, model] = rank
    return new.id


def hang_over(document: Document, source: str, target: str) -> None:
    """Hang what hangs on one record on another, within a transaction: behind what of its kind hangs there."""
    _hang_over(document, source, target, Note)
    _hang_over(document, source, target, Opportunity)
    _hang_over(document, source, target, Metric)


def set_moment(document: Document, ids: Sequence[str], is_moment: bool) -> None:
    """Make touchpoints moments of truth, or plain ones again."""
    with document.transaction(_("Mark moment of truth") if is_moment else _("Unmark moment of truth")):
        for touchpoint_id in ids:
            each = touchpoint(document, touchpoint_id)
            document.put(each.with_(moment=(each.moment or Moment()) if is_moment else None))


def _hang_over(document: Document, source: str, target: str, kind: type[AnyAttached]) -> None:
    moving = attached_to(document, source, kind)
    siblings = [(each,) for each in attached_to(document, target, kind)]
    ranks = ranks_between(document, siblings, len(siblings), len(moving)) if moving else ()
    for each, rank in zip(moving, ranks, strict=True):
        document.put(each.with_(on=target, rank=rank))


def _step(
    document: Document,
    each: AnyAttached,
    siblings: Sequence[AnyAttached],
    alike: Sequence[AnyAttached],
    direction: Literal[-1, 1],
) -> bool:
    there = alike.index(each) + direction
    if not 0 <= there < len(alike):
        return False
    others = [sibling for sibling in siblings if sibling.id != each.id]
    with document.transaction(_("Move {kind}").format(kind=kind_name(each.kind_name).lower())):
        rank = rank_at(document, others, others.index(alike[there]) + (direction > 0))
        document.put(each.with_(rank=rank))
    return True


def _attach(document: Document, label: str, model: type[AnyAttached], on: str, **fields: Any) -> str:
    with document.transaction(label):
        return attach_next(document, model, on, {}, **fields)


def _map_at(document: Document, on: str) -> str:
    record = document.records[on]
    map_id = record.id if isinstance(record, JourneyMap) else map_of(record)
    if map_id is None:
        raise KeyError(on)
    return map_id
