"""Many captured lines in a row: each goes where the one before it left off."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from journey_editor.assets import _
from journey_editor.core.capture.captured import Captured
from journey_editor.core.capture.names import folded
from journey_editor.core.document import Document
from journey_editor.core.edits.attachments import LastRanks
from journey_editor.core.edits.capture import add_to_touchpoint, attach, beyond_stage, fill_stage, touchpoint_fields
from journey_editor.core.edits.owners import add_owner, owners_of
from journey_editor.core.edits.place import Slot, columns_in, rank_at, ranks_at
from journey_editor.core.edits.stages import add_stage
from journey_editor.core.edits.touchpoints import touchpoint
from journey_editor.core.journey import Column
from journey_editor.core.lanes import Lane, fields_in_lane
from journey_editor.core.parts import Basis
from journey_editor.core.rank import between
from journey_editor.core.records import Owner, Stage, Touchpoint, rank_of


@dataclass(frozen=True, slots=True)
class Landing:
    """Where lines go that name no stage: to a place, to the tray, or (neither) to the end of the map.

    `target` is the touchpoint or stage that a line without title words adds to, until there is one before it. `lane`
    is the lane of touchpoints whose lines name none (no owner, or no channel), until a line names a stage.
    """

    slot: Slot | None = None
    tray: bool = False
    target: str | None = None
    lane: Lane | None = None


@dataclass(slots=True)
class _Column:
    """A column that lines may go beside: its rank, how many touchpoints share it, and one of them."""

    rank: str
    count: int
    member: str = ""


@dataclass(slots=True)
class _Stretch:
    """The columns of a stage that lines follow, and the rank that they must stay before."""

    columns: list[_Column]
    end: str | None = None


class Minutes:
    """Writes lines onto a map, beginning where they land; their caller keeps a transaction open around them.

    It remembers names and columns, so that a line costs the same however many came before it. A line without
    title words adds to the touchpoint before, or to the stage that was named since.
    """

    def __init__(
        self, document: Document, map_id: str, basis: Basis = "workshop", landing: Landing | None = None
    ) -> None:
        self._document, self._map = document, map_id
        self._basis: Basis = basis
        landing = landing or Landing()
        journey, owners = document.journey(map_id), owners_of(document)
        stages = journey.stages
        self._stages = {folded(stage.name): stage.id for stage in reversed(stages)}
        self._owners = {folded(owner.name): owner.id for owner in reversed(owners)}
        self._owner_rank = owners[-1].rank if owners else None
        self._tray_rank = journey.tray[-1].rank if journey.tray else None
        self._to_tray = landing.tray
        self._lane = landing.lane
        self._stretches: dict[str, _Stretch] = {}
        self._attached: LastRanks = {}
        self._target = landing.target
        self._made: list[str] = []
        here = next((each for each in stages if landing.slot and each.id == landing.slot.stage), None)
        last = here or (stages[-1] if stages else None)
        following = [each.rank for each in stages if here and each.rank > here.rank]
        self._last_stage = last.id if last else None  # new stages follow it
        self._stage_end = following[0] if following else None
        self._stage = None if landing.tray else self._last_stage
        if here and landing.slot and not landing.tray:
            self._stretches[here.id] = _up_to(document, landing.slot)

    @property
    def made(self) -> Sequence[str]:
        """The touchpoints that were made, in the order of the lines."""
        return self._made

    @property
    def stage(self) -> str | None:
        """The stage that lines go to now; None for the tray, or before there is one."""
        return self._stage

    def enter(self, name: str, anew: bool = False) -> str:
        """Go to the stage of a name, which is made where it is not there, or `anew`; return its id."""
        self._stage = self._target = self._stage_for(name, anew)
        self._lane = None
        return self._stage

    def owner(self, name: str) -> str:
        """Return the owner of a name, who is made where there is none."""
        found = self._owner_for(name, True)
        assert found is not None
        return found

    def write(self, captured: Captured) -> tuple[str, ...]:
        """Write one line; return a sentence for each thing that could not be done."""
        for name in captured.stages:
            self.enter(name)
        if captured.only_goes or captured.is_empty:
            return ()
        remarks = [_("{sign} stays text, the line says such a thing before").format(sign=s) for s in captured.repeated]
        document, target = self._document, self._target
        if captured.title or target is None:
            has_before = self._add(captured)
        elif isinstance(document.records[target], Stage):
            fill_stage(document, target, captured, self._owner_for, self._attached)
            fields = beyond_stage(captured, self._basis)
            has_before = bool(fields) and self._put(target, "", fields, captured.same_time)
        else:
            said = replace(captured, same_time=False)
            add_to_touchpoint(document, target, said, self._basis, self._owner_for, self._attached)
            has_before = not captured.same_time or self._join(target)
        if captured.same_time and not has_before:
            remarks.append(_("there is no touchpoint before that happens at the same time"))
        if captured.assumed and not self._feels():
            remarks.append(_("there is no feeling that could be an assumption"))
        return tuple(remarks)

    def _add(self, captured: Captured) -> bool:
        """Add a touchpoint where the lines are; return whether one was there before."""
        if self._stage is None and not self._to_tray:
            self._stage = self._stage_for(_("Journey"))
        fields = touchpoint_fields(captured, self._owner_for, self._basis)
        if self._lane is not None:
            stage = self._document.records.get(self._stage or "")
            fields |= fields_in_lane(self._lane, fields.keys(), stage if isinstance(stage, Stage) else None)
        has_before = self._put(self._stage, captured.title, fields, captured.same_time)
        attach(self._document, self._target or "", captured, self._owner_for, self._attached)
        return has_before

    def _put(self, stage: str | None, title: str, fields: Mapping[str, Any], same_time: bool) -> bool:
        """Add a touchpoint to a stage (None: to the tray); return whether one was there before."""
        document, new_id = self._document, self._document.new_id()
        has_before = False
        if stage is None:
            rank = self._next_in_tray()
        else:
            columns = self._stretch_of(stage).columns
            has_before = bool(columns)
            if not has_before or not same_time:
                columns = self._add_column(stage, new_id)
            columns[-1].count += 1
            rank = columns[-1].rank
        document.put(Touchpoint(id=new_id, map=self._map, rank=rank, stage=stage, title=title, **fields))
        self._target = new_id
        self._made.append(new_id)
        return has_before

    def _add_column(self, stage: str, member: str) -> list[_Column]:
        """Add a column after those that lines follow, and return them all."""
        stretch = self._stretch_of(stage)
        last = stretch.columns[-1] if stretch.columns else None
        rank = between(last.rank if last else None, stretch.end)
        if rank is None:
            slot = Slot(stage, after=last.member if last else None)
            rank = ranks_at(self._document, slot, 1)[0]
            stretch = self._stretches[stage] = _up_to(self._document, slot)  # the others may have other ranks now
        stretch.columns.append(_Column(rank, 0, member))
        return stretch.columns

    def _next_in_tray(self) -> str:
        rank = between(self._tray_rank, None)
        if rank is None:
            waiting = self._document.journey(self._map).tray
            rank = rank_at(self._document, waiting, len(waiting))
        self._tray_rank = rank
        return rank

    def _join(self, target: str) -> bool:
        """Let the last touchpoint of a stage happen with the one before it; return whether there is one."""
        each = touchpoint(self._document, target)
        columns = self._stretch_of(each.stage).columns if each.stage else []
        if not columns or each.rank != columns[-1].rank:
            return False
        if columns[-1].count == 1:
            if len(columns) == 1:
                return False
            columns.pop()
            columns[-1].count += 1
            self._document.put(each.with_(rank=columns[-1].rank))
        return True

    def _stretch_of(self, stage: str) -> _Stretch:
        if stage not in self._stretches:
            self._stretches[stage] = _Stretch(_as_columns(columns_in(self._document, stage)))
        return self._stretches[stage]

    def _stage_for(self, name: str, anew: bool = False) -> str:
        """Return the stage of a name; a new one follows the new one before it, else the stage where lines land."""
        key = folded(name)
        if anew or key not in self._stages:
            self._stages[key] = self._last_stage = self._add_stage(name)
        found = self._stages[key]
        if found in self._stretches and self._stretches[found].end is not None:
            del self._stretches[found]  # who names a stage means its end
        return found

    def _add_stage(self, name: str) -> str:
        """Add a stage after the last new one, without a look at all the others."""
        document, after = self._document, self._last_stage
        rank = between(rank_of(document.records[after]) if after else None, self._stage_end)
        if rank is None:
            new_id = add_stage(document, self._map, name, after)
            stages = document.journey(self._map).stages
            here = next(place for place, each in enumerate(stages) if each.id == new_id)
            self._stage_end = stages[here + 1].rank if here + 1 < len(stages) else None
            return new_id
        new = Stage(id=document.new_id(), map=self._map, rank=rank, name=name)
        document.put(new)
        return new.id

    def _owner_for(self, name: str, makes: bool) -> str | None:
        key = folded(name)
        if key not in self._owners and makes:
            self._owners[key] = _add_owner(self._document, name, self._owner_rank)
            self._owner_rank = rank_of(self._document.records[self._owners[key]])
        return self._owners.get(key)

    def _feels(self) -> bool:
        record = self._document.records.get(self._target or "")
        return isinstance(record, Touchpoint) and record.emotion is not None


def _up_to(document: Document, slot: Slot) -> _Stretch:
    """Return the columns of a stage before a place, and the rank of the one that follows it."""
    columns = columns_in(document, slot.stage)
    after = slot.beside or slot.after
    if after is None:
        here = 0
    else:
        found = (place + 1 for place, column in enumerate(columns) if any(each.id == after for each in column))
        here = next(found, len(columns))
    return _Stretch(_as_columns(columns[:here]), columns[here][0].rank if here < len(columns) else None)


def _as_columns(columns: Sequence[Column]) -> list[_Column]:
    return [_Column(column[0].rank, len(column), column[0].id) for column in columns]


def _add_owner(document: Document, name: str, last: str | None) -> str:
    """Add an owner after the last one, whose rank is `last`, without a look at all the others."""
    rank = between(last, None)
    if rank is None:
        return add_owner(document, name)
    new = Owner(id=document.new_id(), rank=rank, name=name)
    document.put(new)
    return new.id
