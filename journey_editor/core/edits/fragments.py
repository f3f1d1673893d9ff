"""Inserting a fragment into a map: everything gets a new id, and finds its owners, evidence and pictures there."""

from collections.abc import Sequence
from typing import Any, TypeVar

from journey_editor.assets import _
from journey_editor.core.capture.names import folded
from journey_editor.core.document import Document
from journey_editor.core.edits.owners import owner_named
from journey_editor.core.edits.place import Slot, rank_at, ranks_at, ranks_between
from journey_editor.core.edits.removal import remove
from journey_editor.core.fragments import Fragment, Outside
from journey_editor.core.journey import Placed, place
from journey_editor.core.records import (
    Attached,
    Evidence,
    JourneyMap,
    Metric,
    Note,
    Opportunity,
    Owner,
    Picture,
    Record,
    Stage,
    Touchpoint,
    map_of,
    name_of,
)
from journey_editor.core.schema import Reference, references_of, targets_of

PICTURES_LIMIT = 18_000_000
"""Letters that the pictures of a file may have together: more would bring it near what a file may hold."""

_AnyRecord = TypeVar("_AnyRecord", bound=Record)


class CannotInsert(ValueError):
    """A fragment cannot be inserted here; its text is one sentence for people."""


def insert(
    document: Document,
    fragment: Fragment,
    map_id: str,
    slot: Slot | None,
    on: str | None = None,
    after_stage: str | None = None,
) -> tuple[str, ...]:
    """Insert a fragment into a map in one step of undo; return the ids of what came, without what hangs on it.

    Nothing comes where a guard refused it.
    Touchpoints go to columns of their own at `slot` (None: to the tray), what shared a column sharing one again. Stages
    follow `after_stage` (None: the last). What hangs on nothing goes on the record `on`, notes without it on the map.
    Owners are those of the same name, else new ones; references to what is not here are cleared. Raises CannotInsert.
    """
    if not isinstance(document.records.get(map_id), JourneyMap):
        raise CannotInsert(_("This file has no map to paste into."))
    if on is None and not all(isinstance(each, Note) for each in fragment.loose):
        raise CannotInsert(_("Select a touchpoint or a stage to paste onto."))
    with document.transaction(_label(fragment)) as attempt:
        found = _Inserting(document, fragment, map_id).insert(slot, on or map_id, after_stage)
    return () if attempt.is_refused else found


def cut(document: Document, ids: Sequence[str]) -> bool:
    """Remove what was copied, in a step of its own name; return whether no guard refused it."""
    records = [document.records[each] for each in ids if each in document.records]
    with document.transaction(_cut_label(records)) as attempt:
        remove(document, ids)
    return not attempt.is_refused


class _Inserting:
    """One insertion on its way, within a transaction: which new id each record of the fragment gets."""

    def __init__(self, document: Document, fragment: Fragment, map_id: str) -> None:
        self._document, self._fragment, self._map_id = document, fragment, map_id
        self._new: dict[str, str] = {}

    def insert(self, slot: Slot | None, on: str, after_stage: str | None) -> tuple[str, ...]:
        """Put everything into the document."""
        fragment = self._fragment
        self._share()
        self._name()
        self._put_stages(after_stage)
        self._put_touchpoints(slot)
        for each in fragment.inner:
            self._document.put(self._renewed(each))
        self._put_loose(on)
        for outside in fragment.outside:
            self._link(outside)
        owners = [each.id for each in fragment.shared if isinstance(each, Owner)]
        cards = [each.id for column in fragment.columns for each in column]
        first = [*(each.id for each in fragment.stages), *cards, *(each.id for each in fragment.loose)]
        return tuple(self._new[each] for each in first or owners)

    def _share(self) -> None:
        """Find or make the owners, evidence and pictures."""
        pictures = [each for each in self._fragment.shared if isinstance(each, Picture)]
        known_here = [self._known(each) for each in self._fragment.shared]  # before any is made: equal ones stay apart
        for each, known in zip(self._fragment.shared, known_here, strict=True):
            if known is None:
                known = each.with_(id=self._document.new_id(), rank=self._rank_at_end(type(each)))
                self._document.put(known)
            self._new[each.id] = known.id
        if pictures and sum(len(each.data) for each in self._all(Picture)) > PICTURES_LIMIT:
            raise CannotInsert(_("The pictures would make the file too large."))

    def _known(self, record: Owner | Evidence | Picture) -> Record | None:
        document = self._document
        same = document.records.get(record.id)
        if isinstance(record, Owner):
            if isinstance(same, Owner) and folded(same.name) == folded(record.name):
                return same
            return owner_named(document, record.name) if record.name.strip() else None
        others = [*([same] if same is not None else []), *self._all(type(record))]
        return next((each for each in others if _content(each) == _content(record)), None)

    def _name(self) -> None:
        """Give new ids: touchpoints in their order, since those of one column are ordered by id."""
        inner = self._fragment.inner
        placed = sorted((each for each in inner if isinstance(each, Touchpoint)), key=place)
        cards = [*placed, *(each for column in self._fragment.columns for each in column)]
        fresh = self._fresh(len(cards))
        self._new |= {each.id: new for each, new in zip(cards, sorted(fresh), strict=True)}
        others = [each for each in (*self._fragment.stages, *self._fragment.loose, *inner) if each.id not in self._new]
        self._new |= {each.id: new for each, new in zip(others, self._fresh(len(others)), strict=True)}

    def _fresh(self, count: int) -> list[str]:
        found: dict[str, None] = {}
        taken = set(self._new.values())
        while len(found) < count:
            if (candidate := self._document.new_id()) not in taken:
                found[candidate] = None
        return list(found)

    def _put_stages(self, after: str | None) -> None:
        stages = list(self._document.journey(self._map_id).stages)
        index = next((place + 1 for place, each in enumerate(stages) if each.id == after), len(stages))
        new = self._fragment.stages
        ranks = ranks_between(self._document, [(each,) for each in stages], index, len(new)) if new else ()
        for each, rank in zip(new, ranks, strict=True):
            self._document.put(self._renewed(each, rank=rank))

    def _put_touchpoints(self, slot: Slot | None) -> None:
        columns = self._fragment.columns
        if not columns:
            return
        document = self._document
        if slot is None:
            groups = [(each,) for column in columns for each in column]
            tray = self._in_tray()
            ranks = ranks_between(document, [(each,) for each in tray], len(tray), len(groups))
        else:
            groups, ranks = columns, ranks_at(document, slot, len(columns))
        stage = document.records.get(slot.stage) if slot else None
        for rank, group in zip(ranks, groups, strict=True):
            for each in group:
                new = self._renewed(each, rank=rank, stage=slot.stage if slot else None)
                if isinstance(stage, Stage) and new.kind == "interaction" and new.owner == stage.owner:
                    new = new.with_(owner=None)  # it has that from its stage
                document.put(new)

    def _in_tray(self) -> list[Touchpoint]:
        return [each for each in self._all(Touchpoint) if each.map == self._map_id and each.stage is None]

    def _put_loose(self, on: str) -> None:
        document = self._document
        for each in self._fragment.loose:
            siblings = [r for r in document.referrers(on) if isinstance(r, Attached) and type(r) is type(each)]
            mine = sorted((r for r in siblings if r.on == on), key=place)
            document.put(self._renewed(each, on=on, rank=rank_at(document, mine, len(mine))))

    def _renewed(self, record: _AnyRecord, **fields: Any) -> _AnyRecord:
        """Return a record of the fragment with its new id and its references led to what they name here."""
        for reference in references_of(record.kind_name):
            if reference.field not in fields and reference.field != "map":
                name, _dot, inner = reference.field.partition(".")
                fields[name] = self._led(record, reference, inner)
        return record.with_(id=self._new[record.id], map=self._map_id, **fields)

    def _led(self, record: Record, reference: Reference, inner: str) -> Any:
        targets = tuple(self._new[each] for each in targets_of(record, reference) if each in self._new)
        if reference.many:
            return targets
        target = targets[0] if targets else None
        if inner:
            part = record.__dict__[reference.field.partition(".")[0]]
            return None if part is None else part.with_(**{inner: target})
        return target

    def _link(self, outside: Outside) -> None:
        """Set a reference that led out of the fragment, where what it names is here: a copy within one file."""
        record = self._document.records.get(self._new.get(outside.record, ""))
        target = self._document.records.get(outside.target)
        if record is None or target is None or name_of(target) != outside.name:
            return
        for reference in references_of(record.kind_name):
            fits = target.kind_name in reference.targets and reference.on_delete == "clear"
            is_near = not reference.same_map or map_of(target) == self._map_id
            if reference.field == outside.field and fits and is_near:
                self._document.put(_with_target(record, reference, target.id))

    def _all(self, kind: type[Placed]) -> list[Placed]:
        """Return the records of a kind by rank."""
        return sorted(self._document.of_kind(kind), key=place)

    def _rank_at_end(self, kind: type[Owner | Evidence | Picture]) -> str:
        siblings = self._all(kind)
        return rank_at(self._document, siblings, len(siblings))


def _with_target(record: Record, reference: Reference, target: str) -> Record:
    name, _dot, inner = reference.field.partition(".")
    value = record.__dict__[name]
    if reference.many:
        return record if target in value else record.with_(**{name: (*value, target)})
    if inner:
        return record if value is None else record.with_(**{name: value.with_(**{inner: target})})
    return record.with_(**{name: target})


def _content(record: Record) -> tuple[type[Record], dict[str, Any]]:
    """Return what makes two shared records the same, wherever they are listed."""
    return type(record), {name: value for name, value in record.__dict__.items() if name not in ("id", "rank")}


def _label(fragment: Fragment) -> str:
    cards = sum(map(len, fragment.columns))
    if fragment.stages:
        return _("Paste stage") if len(fragment.stages) == 1 and not cards else _("Paste")
    if cards:
        return _("Paste touchpoint") if cards == 1 else _("Paste touchpoints")
    return _attached_label(_("Paste note"), _("Paste opportunity"), _("Paste metric"), fragment.loose) or _("Paste")


def _cut_label(records: Sequence[Record]) -> str:
    if records and all(isinstance(each, Touchpoint) for each in records):
        return _("Cut touchpoint") if len(records) == 1 else _("Cut touchpoints")
    if len(records) == 1 and isinstance(records[0], Stage):
        return _("Cut stage")
    return _attached_label(_("Cut note"), _("Cut opportunity"), _("Cut metric"), records) or _("Cut")


def _attached_label(note: str, opportunity: str, metric: str, records: Sequence[Record]) -> str:
    """Return the label for one single note, opportunity or metric, "" for all else."""
    if len(records) != 1:
        return ""
    labels: dict[type[Record], str] = {Note: note, Opportunity: opportunity, Metric: metric}
    return labels.get(type(records[0]), "")
