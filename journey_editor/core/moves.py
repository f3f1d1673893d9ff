"""What a change moved, in one sentence for people: "Moved “First login” to Sales"."""

from collections.abc import Collection, Mapping

from journey_editor.assets import _, ngettext
from journey_editor.core.change import Change, changed_fields
from journey_editor.core.journey import columns_of, place
from journey_editor.core.lanes import Lane, lane_name, lane_shown, lanes_by
from journey_editor.core.records import (
    Attached,
    JourneyMap,
    Owner,
    Ranked,
    RankedMapRecord,
    Record,
    Stage,
    Touchpoint,
    name_of,
)
from journey_editor.core.titles import called, in_line
from journey_editor.core.words import unnamed

LONGEST = 40
"""Letters of a name, so that there is room for the rest of a sentence."""

_SEAT = {
    "owner": frozenset(("stage", "rank", "owner", "kind")),
    "layer": frozenset(("stage", "rank", "owner", "kind", "layer")),
    "channel": frozenset(("stage", "rank", "owner", "kind", "channel")),
}
"""The fields that say where a touchpoint lies, by what the lanes of its map are by."""
_ORDER = frozenset(("rank",))
_HOLD = frozenset(("on", "rank"))


def moved(change: Change, records: Mapping[str, Record], held: Collection[str]) -> str:
    """Return what a change moved and where to, "" where it did something else than moving.

    `records` are those with the change in them, `held` those that were in the hand: of several that have another rank
    now, others were only numbered anew.
    """
    if change.added or change.removed:
        return ""
    found: dict[str, tuple[Record, Record]] = {}
    for record_id, before, after in change:
        if before is None or after is None or not set(changed_fields(before, after)) <= _movable(after, records):
            return ""
        if isinstance(before, Touchpoint) and isinstance(after, Touchpoint) and _is_seated(before, after, records):
            return ""
        found[record_id] = (before, after)
    told = {key: pair for key, pair in found.items() if key in held} or (found if len(found) == 1 else {})
    touchpoints = [pair for pair in told.values() if isinstance(pair[1], Touchpoint)]
    if touchpoints and len(touchpoints) == len(told):
        return _touchpoints([before for before, _after in told.values()], records)  # pyright: ignore[reportArgumentType]
    if len(told) == 1:
        ((before, after),) = told.values()
        if isinstance(after, Attached):
            return _hung(before, after, records)
        return _in_order(after, records)
    return ""


def _movable(record: Record, records: Mapping[str, Record]) -> frozenset[str]:
    if isinstance(record, Touchpoint):
        shown = records.get(record.map)
        return _SEAT[lanes_by(shown) if isinstance(shown, JourneyMap) else "owner"]
    if isinstance(record, Attached):
        return _HOLD
    return _ORDER if isinstance(record, Stage | Owner) else frozenset()


def _is_seated(before: Touchpoint, after: Touchpoint, records: Mapping[str, Record]) -> bool:
    """Whether a touchpoint lies where it did: in lanes by layer, say, whoever its owner is."""
    places = [(each.stage, each.rank, lane_shown(records, each)) for each in (before, after)]
    return places[0] == places[1]


def _hung(before: Record, after: Attached, records: Mapping[str, Record]) -> str:
    name = _quoted(after)
    if before.__dict__["on"] == after.on:
        return _("Moved {name}").format(name=name)
    return _("Moved {name} {goal}").format(name=name, goal=_("to {goal}").format(goal=_quoted(records[after.on])))


def _touchpoints(before: list[Touchpoint], records: Mapping[str, Record]) -> str:
    pairs = [(old, new) for old in before if isinstance(new := records[old.id], Touchpoint)]
    places = {_place(old, new, records) for old, new in pairs}
    goal = places.pop() if len(places) == 1 else ""
    if len(pairs) > 1:
        count = len(pairs)
        if not goal:
            return ngettext("Moved {count} touchpoint", "Moved {count} touchpoints", count).format(count=count)
        words = ngettext("Moved {count} touchpoint {goal}", "Moved {count} touchpoints {goal}", count)
        return words.format(count=count, goal=goal)
    name = _quoted(pairs[0][1])
    return _("Moved {name} {goal}").format(name=name, goal=goal) if goal else _("Moved {name}").format(name=name)


def _place(old: Touchpoint, new: Touchpoint, records: Mapping[str, Record]) -> str:
    """Return where a touchpoint came to: the stage and the lane that are new to it, else what it follows now."""
    if new.stage is None:
        return _("to the tray")
    stage = records.get(new.stage)
    lane, was = lane_shown(records, new), lane_shown(records, old)
    stage_name = called(stage, LONGEST) if stage is not None else ""
    if old.stage != new.stage:
        return (
            _("to {stage}, {lane}").format(stage=stage_name, lane=_lane_name(lane, records))
            if was != lane
            else _("to {stage}").format(stage=stage_name)
        )
    if was != lane:
        return _("to {lane}").format(lane=_lane_name(lane, records))
    return _within(new, records)


def _within(each: Touchpoint, records: Mapping[str, Record]) -> str:
    columns = columns_of(r for r in records.values() if isinstance(r, Touchpoint) and r.stage == each.stage)
    here = next(index for index, column in enumerate(columns) if each in column)
    others = [other for other in columns[here] if other.id != each.id]
    if others:
        return _("to the time of {name}").format(name=_quoted(others[0]))
    if here:
        return _("after {name}").format(name=_quoted(columns[here - 1][-1]))
    return _("to the beginning of {stage}").format(stage=called(records[each.stage or ""], LONGEST))


def _in_order(each: Record, records: Mapping[str, Record]) -> str:
    """Return behind which of its siblings a stage or a lane stands now."""
    assert isinstance(each, Stage | Owner)
    siblings: list[Ranked | RankedMapRecord] = [
        r for r in records.values() if isinstance(r, Stage | Owner) and type(r) is type(each) and _map(r) == _map(each)
    ]
    siblings.sort(key=place)
    here = siblings.index(each)
    if isinstance(each, Stage):
        before = _("Moved the stage {name} after {other}"), _("Moved the stage {name} to the beginning")
    else:
        before = _("Moved the lane {name} below {other}"), _("Moved the lane {name} to the top")
    other = _quoted(siblings[here - 1]) if here else ""
    return before[0 if here else 1].format(name=_quoted(each), other=other)


def _map(record: Record) -> str:
    return record.map if isinstance(record, Stage) else ""


def _lane_name(lane: Lane, records: Mapping[str, Record]) -> str:
    if lane.kind == "owner":
        return called(records[lane.owner], LONGEST)
    words = {"alone": _("the customer alone"), "nobody": _("no owner"), "silent": _("no channel")}
    return words.get(lane.kind) or in_line(lane_name(lane, {}), LONGEST)


def _quoted(record: Record) -> str:
    name = in_line(name_of(record), LONGEST)
    return _("“{name}”").format(name=name) if name else unnamed(record.kind_name)
