"""A change as a value: id → (before, after). It drives undo, the views, the journal, comparing and sharing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from journey_editor.core.records import Record

Pair = tuple[Record | None, Record | None]


@dataclass(frozen=True)
class Change:
    """What became of each record: None before means added, None after means removed. Equal ends never stand in it."""

    pairs: Mapping[str, Pair] = field(default_factory=lambda: MappingProxyType({}))

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return bool(self.pairs)

    def __iter__(self) -> Iterator[tuple[str, Record | None, Record | None]]:
        """Go through (id, before, after)."""
        return ((record_id, before, after) for record_id, (before, after) in self.pairs.items())

    @property
    def added(self) -> tuple[Record, ...]:
        """The records that came."""
        return tuple(after for _, before, after in self if before is None and after is not None)

    @property
    def removed(self) -> tuple[Record, ...]:
        """The records that went."""
        return tuple(before for _, before, after in self if after is None and before is not None)


def change_of(pairs: Mapping[str, Pair]) -> Change:
    """Make a change of pairs, leaving out those whose ends are equal."""
    return Change(MappingProxyType({key: pair for key, pair in pairs.items() if pair[0] != pair[1]}))


def inverse(change: Change) -> Change:
    """Return the change that leads back."""
    return Change(MappingProxyType({key: (after, before) for key, (before, after) in change.pairs.items()}))


def then(first: Change, second: Change) -> Change:
    """Return one change for two in a row: the first `before` and the last `after` of each record."""
    pairs = dict(first.pairs)
    for key, (before, after) in second.pairs.items():
        pairs[key] = (pairs[key][0] if key in pairs else before, after)
    return change_of(pairs)


def difference(old: Mapping[str, Record], new: Mapping[str, Record]) -> Change:
    """Return the change that leads from one set of records to another."""
    keys = dict.fromkeys([*old, *new])
    return change_of({key: (old.get(key), new.get(key)) for key in keys})


def changed_fields(before: Record, after: Record) -> tuple[str, ...]:
    """Return the names of the fields that differ, in the order of the model."""
    return tuple(name for name, value in before.__dict__.items() if value != after.__dict__[name])
