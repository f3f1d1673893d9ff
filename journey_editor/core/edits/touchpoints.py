"""Adding, moving and duplicating touchpoints."""

from collections.abc import Sequence
from typing import Any, Literal

from journey_editor.assets import _
from journey_editor.core.document import Document
from journey_editor.core.edits.place import Slot, columns_in, last_slot, rank_at, ranks_at
from journey_editor.core.journey import place
from journey_editor.core.lanes import (
    ALONE_LANE,
    SILENT_LANE,
    Lane,
    lane_fields,
    lane_of,
    lane_order,
    lane_shown,
    lanes_by,
    lanes_of,
)
from journey_editor.core.records import Attached, Metric, Opportunity, Stage, Touchpoint


def add_touchpoint(document: Document, map_id: str, title: str, slot: Slot | None, **fields: Any) -> str:
    """Add a touchpoint at a place (None: to the tray) and return its id. `fields` are those of the record."""
    with document.transaction(_("Add touchpoint")):
        rank = ranks_at(document, slot, 1)[0] if slot else _next_in_tray(document, map_id)
        new = Touchpoint(
            id=document.new_id(), map=map_id, rank=rank, stage=slot.stage if slot else None, title=title, **fields
        )
        document.put(new)
    return new.id


def touchpoint(document: Document, touchpoint_id: str) -> Touchpoint:
    """Return a touchpoint. Raises KeyError where the id names none."""
    return document.one(Touchpoint, touchpoint_id)


def move_touchpoints(document: Document, ids: Sequence[str], slot: Slot, lane: Lane | None = None) -> None:
    """Move touchpoints to a place, keeping their order and what of them shares a column; to a lane where one is given.

    A touchpoint keeps its lane when it moves in time: one that had its owner from its old stage gets that owner,
    whatever the lanes of the map are by.
    """
    moving = frozenset(ids)
    ordered = _in_reading_order(document, ids)
    with document.transaction(_("Move touchpoint") if len(ids) == 1 else _("Move touchpoints")):
        stage = _stage(document, slot.stage)
        groups = _columns_among(ordered)
        hands = lane is not None and lane.is_owners
        owned = {} if hands else {t.id: lane_of(t, _stage(document, t.stage)) for t in ordered}
        ranks = ranks_at(document, slot, len(groups), moving)
        for rank, group in zip(ranks, groups, strict=True):
            for each in group:
                fields = lane_fields(owned[each.id], each, stage) if each.id in owned else {}
                if lane is not None:
                    fields |= lane_fields(lane, each, stage)
                document.put(each.with_(stage=slot.stage, rank=rank, **fields))


def hand_over(document: Document, ids: Sequence[str], lane: Lane) -> None:
    """Hand touchpoints to a lane where they stand in time: to another owner, layer or channel."""
    with document.transaction(_label(lane, len(ids) == 1)):
        for touchpoint_id in ids:
            each = touchpoint(document, touchpoint_id)
            document.put(each.with_(**lane_fields(lane, each, _stage(document, each.stage))))


def step_touchpoint(document: Document, touchpoint_id: str, direction: Literal[-1, 1]) -> bool:
    """Move a touchpoint one column earlier (-1) or later (+1), over a stage's edge into the next stage.

    Out of a shared column it first gets a column of its own. Returns whether there was anywhere to go.
    """
    each = touchpoint(document, touchpoint_id)
    if each.stage is None:
        return False
    slot = _next_slot(document, each, direction)
    if slot is None:
        return False
    move_touchpoints(document, (touchpoint_id,), slot)
    return True


def step_lane(document: Document, ids: Sequence[str], direction: Literal[-1, 1]) -> bool:
    """Hand touchpoints to the lane above (-1) or below (+1) the first one's. Returns whether there is one."""
    first = touchpoint(document, ids[0])
    mine = lane_shown(document.records, first)
    journey = document.journey(first.map)
    by = lanes_by(journey.map)
    # these are always there: stepping down past the last owner or channel leads into them
    used = {*lanes_of(journey), mine, ALONE_LANE if by == "owner" else SILENT_LANE}
    lanes = lane_order(by, (owner.id for owner in journey.owners), used)
    here = lanes.index(mine)
    if not 0 <= here + direction < len(lanes):
        return False
    hand_over(document, ids, lanes[here + direction])
    return True


def to_tray(document: Document, ids: Sequence[str]) -> None:
    """Take touchpoints off the grid: they wait in the tray."""
    with document.transaction(_("Move to the tray")):
        for each in _in_reading_order(document, ids):
            document.put(each.with_(stage=None, rank=_next_in_tray(document, each.map)))


def duplicate_touchpoints(document: Document, ids: Sequence[str]) -> tuple[str, ...]:
    """Copy touchpoints, with what hangs on them but without votes, each to a column right after; return the copies."""
    copies: list[str] = []
    with document.transaction(_("Duplicate touchpoint") if len(ids) == 1 else _("Duplicate touchpoints")):
        for each in reversed(_in_reading_order(document, ids)):
            slot = Slot(each.stage, after=each.id) if each.stage else None
            rank = ranks_at(document, slot, 1)[0] if slot else _next_in_tray(document, each.map)
            current = touchpoint(document, each.id)
            copy = current.with_(id=document.new_id(), rank=rank, votes=0, origin=None)
            document.put(copy)
            _copy_attached(document, each.id, copy.id)
            copies.append(copy.id)
    return tuple(reversed(copies))


def _copy_attached(document: Document, source: str, target: str) -> None:
    new_ids: dict[str, str] = {}
    attached = [r for r in document.referrers(source) if isinstance(r, Attached) and r.on == source]
    for record in attached:
        new_ids[record.id] = document.new_id()
    for record in sorted(attached, key=lambda r: isinstance(r, Opportunity)):  # what they refer to comes first
        fields: dict[str, Any] = {"id": new_ids[record.id], "on": target, "origin": None}
        if not isinstance(record, Metric):
            fields["votes"] = 0
        if isinstance(record, Opportunity):
            fields["answers"] = tuple(new_ids.get(answer, answer) for answer in record.answers)
            fields["metric"] = new_ids.get(record.metric, record.metric) if record.metric else None
        document.put(record.with_(**fields))
    copy = touchpoint(document, target)
    if copy.moment and copy.moment.metric in new_ids:
        document.put(copy.with_(moment=copy.moment.with_(metric=new_ids[copy.moment.metric])))


def _stage(document: Document, stage_id: str | None) -> Stage | None:
    stage = document.records.get(stage_id or "")
    return stage if isinstance(stage, Stage) else None


def _in_reading_order(document: Document, ids: Sequence[str]) -> list[Touchpoint]:
    chosen = [touchpoint(document, touchpoint_id) for touchpoint_id in ids]
    if not chosen:
        return []
    places = {t.id: index for index, t in enumerate(document.journey(chosen[0].map).touchpoints)}
    return sorted(chosen, key=lambda t: (places.get(t.id, len(places)), t.rank, t.id))


def _columns_among(ordered: Sequence[Touchpoint]) -> list[list[Touchpoint]]:
    groups: list[list[Touchpoint]] = []
    for each in ordered:
        if groups and groups[-1][0].stage == each.stage and groups[-1][0].rank == each.rank and each.stage:
            groups[-1].append(each)
        else:
            groups.append([each])
    return groups


def _label(lane: Lane, is_one: bool) -> str:
    if lane.kind == "layer":
        return _("Move to another layer")
    if lane.kind in ("channel", "silent"):
        return _("Change channel")
    return _("Hand over touchpoint") if is_one else _("Hand over touchpoints")


def _next_slot(document: Document, each: Touchpoint, direction: Literal[-1, 1]) -> Slot | None:
    assert each.stage is not None
    columns = columns_in(document, each.stage)
    here = next(index for index, column in enumerate(columns) if each in column)
    if len(columns[here]) > 1:
        after = columns[here] if direction > 0 else columns[here - 1] if here else None
        others = [t for t in after or () if t.id != each.id]
        return Slot(each.stage, after=others[0].id if others else None)
    there = here + direction
    if 0 <= there < len(columns):
        before = there - 1 if direction < 0 else there
        return Slot(each.stage, after=columns[before][0].id if before >= 0 else None)
    stages = document.journey(each.map).stages
    index = next(i for i, stage in enumerate(stages) if stage.id == each.stage) + direction
    if not 0 <= index < len(stages):
        return None
    return Slot(stages[index].id) if direction > 0 else last_slot(document, stages[index].id)


def _next_in_tray(document: Document, map_id: str) -> str:
    waiting = [
        r for r in document.records.values() if isinstance(r, Touchpoint) and r.map == map_id and r.stage is None
    ]
    return rank_at(document, sorted(waiting, key=place), len(waiting))
