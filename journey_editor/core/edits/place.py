"""Where a touchpoint goes: a stage and a column of it, and the ranks that say so."""

from collections.abc import Sequence
from dataclasses import dataclass

from journey_editor.core.document import Document
from journey_editor.core.journey import Column, columns_of
from journey_editor.core.rank import anew, several
from journey_editor.core.records import Ranked, RankedMapRecord, Touchpoint


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a stage: a new column after that of touchpoint `after` (None: at the stage's beginning).

    With `beside` the place is in the column of that touchpoint: at the same time.
    """

    stage: str
    after: str | None = None
    beside: str | None = None


def columns_in(document: Document, stage: str, without: frozenset[str] = frozenset()) -> tuple[Column, ...]:
    """Return the columns of a stage, leaving some touchpoints out."""
    in_stage = (r for r in document.referrers(stage) if isinstance(r, Touchpoint) and r.stage == stage)
    return columns_of(touchpoint for touchpoint in in_stage if touchpoint.id not in without)


def last_slot(document: Document, stage: str) -> Slot:
    """Return the place at the end of a stage."""
    columns = columns_in(document, stage)
    return Slot(stage, after=columns[-1][0].id if columns else None)


def going_on(document: Document, map_id: str) -> Slot | None:
    """Return where somebody goes on who pointed at nothing: after the last touchpoint, else in the first stage.

    None where the map has no stage.
    """
    journey = document.journey(map_id)
    if not journey.stages:
        return None
    last = journey.touchpoints[-1].stage if journey.touchpoints else None
    return last_slot(document, last or journey.stages[0].id)


def ranks_at(document: Document, slot: Slot, count: int, without: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Return `count` ranks for new columns at a slot (with `beside` all the same one), within a transaction.

    `without` are touchpoints on the move, whose columns do not count. Where no rank fits between the neighbours, the
    stage's columns are numbered anew; equal ranks stay equal.
    """
    columns = columns_in(document, slot.stage, without)
    if slot.beside is not None:
        beside = document.records[slot.beside]
        if isinstance(beside, Touchpoint) and beside.stage == slot.stage and slot.beside not in without:
            return (beside.rank,) * count
    index = _index_after(columns, slot.after)
    return ranks_between(document, columns, index, count)


def rank_at(document: Document, siblings: Sequence[Ranked | RankedMapRecord], index: int) -> str:
    """Return a rank that lies before the sibling at `index`, numbering all of them anew where none fits."""
    return ranks_between(document, [(each,) for each in siblings], index, 1)[0]


def ranks_between(
    document: Document, groups: Sequence[Sequence[Ranked | RankedMapRecord]], index: int, count: int
) -> tuple[str, ...]:
    """Return `count` ranks that lie before the group at `index`, numbering all groups anew where none fit."""
    low = groups[index - 1][0].rank if index else None
    high = groups[index][0].rank if index < len(groups) else None
    if found := several(low, high, count):
        return found
    ranks = anew(len(groups) + count)
    others = (*ranks[:index], *ranks[index + count :])
    for group, rank in zip(groups, others, strict=True):
        for record in group:
            document.put(record.with_(rank=rank))
    return ranks[index : index + count]


def _index_after(columns: Sequence[Column], touchpoint_id: str | None) -> int:
    if touchpoint_id is None:
        return 0
    for index, column in enumerate(columns):
        if any(touchpoint.id == touchpoint_id for touchpoint in column):
            return index + 1
    return len(columns)
