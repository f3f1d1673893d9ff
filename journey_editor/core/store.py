"""Records by id with an index of who refers to whom, and the means to take changes back."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TypeVar

from journey_editor.core.change import Change, Pair, change_of
from journey_editor.core.records import Record
from journey_editor.core.schema import references_of, targets_of

AnyRecord = TypeVar("AnyRecord", bound=Record)


class Store:
    """The records of one document. It follows each write in `written` until that is taken away."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._records: dict[str, Record] = {}
        self._referrers: dict[str, dict[str, None]] = {}
        self._kinds: dict[type[Record], dict[str, None]] = {}
        self._before: dict[str, Record | None] = {}
        self.records: Mapping[str, Record] = MappingProxyType(self._records)
        self.referrers: Mapping[str, Mapping[str, None]] = MappingProxyType(self._referrers)
        for record in records:
            self._records[record.id] = record
            self._kinds.setdefault(type(record), {})[record.id] = None
            self._index(record)

    def put(self, record: Record) -> None:
        """Add a record, or put it in the place of the one with its id."""
        self._note_before(record.id)
        self._set(record.id, record)

    def remove(self, record_id: str) -> None:
        """Take a record away. Raises KeyError where there is none."""
        self._note_before(record_id)
        if record_id not in self._records:
            raise KeyError(record_id)
        self._set(record_id, None)

    def of_kind(self, kind: type[AnyRecord]) -> list[AnyRecord]:
        """Return all records of a kind, the oldest first."""
        return [self._records[record_id] for record_id in self._kinds.get(kind, ())]  # pyright: ignore[reportReturnType]

    @property
    def is_written(self) -> bool:
        """Whether anything was written since `forget` or `roll_back`."""
        return bool(self._before)

    def written(self) -> Change:
        """Return all that was written since `forget` or `roll_back`."""
        pairs: dict[str, Pair] = {key: (before, self._records.get(key)) for key, before in self._before.items()}
        return change_of(pairs)

    def forget(self) -> None:
        """Keep what was written: from here on, written starts anew."""
        self._before.clear()

    def roll_back(self) -> None:
        """Take back all that was written."""
        for key, before in self._before.items():
            self._set(key, before)
        self._before.clear()

    def _note_before(self, record_id: str) -> None:
        self._before.setdefault(record_id, self._records.get(record_id))

    def _set(self, record_id: str, record: Record | None) -> None:
        old = self._records.pop(record_id, None) if record is None else self._records.get(record_id)
        if old is not None:
            self._unindex(old)
            if type(record) is not type(old):
                del self._kinds[type(old)][record_id]
        if record is not None:
            self._records[record_id] = record
            self._kinds.setdefault(type(record), {})[record_id] = None
            self._index(record)

    def _index(self, record: Record) -> None:
        for reference in references_of(record.kind_name):
            for target in targets_of(record, reference):
                self._referrers.setdefault(target, {})[record.id] = None

    def _unindex(self, record: Record) -> None:
        for reference in references_of(record.kind_name):
            for target in targets_of(record, reference):
                users = self._referrers.get(target)
                if users is not None:
                    users.pop(record.id, None)
                    if not users:
                        del self._referrers[target]
