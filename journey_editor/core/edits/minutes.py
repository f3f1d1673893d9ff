"""Many captured lines in a row: each goes where the one before it left off."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from journey_editor.assets import _
from journey_editor.core.capture.captured import Captured
from journey_editor.core.capture.names import folded
from journey_editor.core.document import Document
from journey_editor.core.edits.attachments import LastRanks
from journey_editor.core.edits.drafts import add_to_touchpoint, attach, beyond_stage, fill_stage, touchpoint_fields
from journey_editor.core.edits.owners import add_owner, owners_of
from journey_editor.core.edits.place import columns_in, last_slot, ranks_at
from journey_editor.core.edits.stages import add_stage
from journey_editor.core.edits.touchpoints import touchpoint
from journey_editor.core.parts import Basis
from journey_editor.core.rank import between
from journey_editor.core.records import Owner, Stage, Touchpoint, rank_of


@dataclass(slots=True)
class _Column:
    """A column at the end of a stage: its rank and how many touchpoints share it."""

    rank: str
    count: int


class Minutes:
    """Writes lines onto a map, beginning at its end; their caller keeps a transaction open around them.

    It remembers names and columns, so that a line costs the same however many came before it. A line without
    title words adds to the touchpoint before, or to the stage that was named since.
    """

    def __init__(self, document: Document, map_id: str, basis: Basis = "workshop") -> None:
        self._document, self._map = document, map_id
        self._basis: Basis = basis
        stages, owners = document.journey(map_id).stages, owners_of(document)
        self._stages = {folded(stage.name): stage.id for stage in reversed(stages)}
        self._owners = {folded(owner.name): owner.id for owner in reversed(owners)}
        self._stage = stages[-1].id if stages else None
        self._stage_rank = stages[-1].rank if stages else None
        self._owner_rank = owners[-1].rank if owners else None
        self._columns: dict[str, list[_Column]] = {}
        self._attached: LastRanks = {}
        self._target: str | None = None

    def write(self, captured: Captured) -> tuple[str, ...]:
        """Write one line; return a sentence for each thing that could not be done."""
        for name in captured.stages:
            self._stage = self._target = self._stage_for(name)
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
        """Add a touchpoint at the end of the stage; return whether one was there before."""
        stage = self._stage = self._stage or self._stage_for(_("Journey"))
        fields = touchpoint_fields(captured, self._owner_for, self._basis)
        has_before = self._put(stage, captured.title, fields, captured.same_time)
        attach(self._document, self._target or "", captured, self._owner_for, self._attached)
        return has_before

    def _put(self, stage: str, title: str, fields: Mapping[str, Any], same_time: bool) -> bool:
        document, columns = self._document, self._columns_of(stage)
        has_before = bool(columns)
        if not has_before or not same_time:
            rank = between(columns[-1].rank if columns else None, None)
            if rank is None:
                rank = ranks_at(document, last_slot(document, stage), 1)[0]
                del self._columns[stage]  # the others may have other ranks now
                columns = self._columns_of(stage)
            columns.append(_Column(rank, 0))
        columns[-1].count += 1
        rank = columns[-1].rank
        new = Touchpoint(id=document.new_id(), map=self._map, rank=rank, stage=stage, title=title, **fields)
        document.put(new)
        self._target = new.id
        return has_before

    def _join(self, target: str) -> bool:
        """Let the last touchpoint of a stage happen with the one before it; return whether there is one."""
        each = touchpoint(self._document, target)
        columns = self._columns_of(each.stage or "")
        if columns[-1].count == 1:
            if len(columns) == 1:
                return False
            columns.pop()
            columns[-1].count += 1
            self._document.put(each.with_(rank=columns[-1].rank))
        return True

    def _columns_of(self, stage: str) -> list[_Column]:
        if stage not in self._columns:
            found = columns_in(self._document, stage)
            self._columns[stage] = [_Column(column[0].rank, len(column)) for column in found]
        return self._columns[stage]

    def _stage_for(self, name: str) -> str:
        """Return the stage of a name; a new one is the map's last."""
        key = folded(name)
        if key not in self._stages:
            self._stages[key] = _add_stage(self._document, self._map, name, self._stage_rank)
            self._stage_rank = rank_of(self._document.records[self._stages[key]])
        return self._stages[key]

    def _owner_for(self, name: str, makes: bool) -> str | None:
        key = folded(name)
        if key not in self._owners and makes:
            self._owners[key] = _add_owner(self._document, name, self._owner_rank)
            self._owner_rank = rank_of(self._document.records[self._owners[key]])
        return self._owners.get(key)

    def _feels(self) -> bool:
        record = self._document.records.get(self._target or "")
        return isinstance(record, Touchpoint) and record.emotion is not None


def _add_stage(document: Document, map_id: str, name: str, last: str | None) -> str:
    """Add a stage after the last one, whose rank is `last`, without a look at all the others."""
    rank = between(last, None)
    if rank is None:
        return add_stage(document, map_id, name)
    new = Stage(id=document.new_id(), map=map_id, rank=rank, name=name)
    document.put(new)
    return new.id


def _add_owner(document: Document, name: str, last: str | None) -> str:
    """Add an owner after the last one, whose rank is `last`, without a look at all the others."""
    rank = between(last, None)
    if rank is None:
        return add_owner(document, name)
    new = Owner(id=document.new_id(), rank=rank, name=name)
    document.put(new)
    return new.id
