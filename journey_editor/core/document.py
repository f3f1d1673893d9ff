"""One open file: its records, and the transactions that alone can change them."""

from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

from journey_editor.core.change import Change, inverse, then
from journey_editor.core.ids import IdSource, fresh_id
from journey_editor.core.journey import Journey, place, read_journey, reread_journey
from journey_editor.core.rebase import Kept, rebase
from journey_editor.core.records import Head, JourneyMap, Record
from journey_editor.core.rules import settle
from journey_editor.core.store import AnyRecord, Store

Origin = Literal["user", "undo", "redo", "preview", "remote"]


@dataclass(slots=True)
class Attempt:
    """An edit under way. `is_refused` tells afterwards that a guard did not allow it and nothing was changed."""

    is_refused: bool = False


class NotInTransaction(RuntimeError):
    """Something tried to change a record outside a transaction."""


@dataclass(frozen=True, slots=True)
class Event:
    """A change that happened: what, what it is called, who made it, and what it had to leave alone.

    `origin` is `user` for edits (history keeps them), `undo` and `redo`, `remote`, or `preview`: what a gesture shows
    while it runs and takes back. `join` is a key that lets edits in a row, such as typing, become one step of undo.
    """

    change: Change
    label: str
    origin: Origin = "user"
    join: str = ""
    kept: tuple[Kept, ...] = ()


Listener = Callable[[Event], None]

Guard = Callable[[Change], Callable[[], object] | None]
"""Allows an edit of a person by None; what it returns else is called once everything is as it was."""


class Document:
    """The records of a file, changed in transactions only; each yields one Change and tells the listeners."""

    def __init__(self, records: Iterable[Record] = (), ids: IdSource = fresh_id) -> None:
        self._store = Store(records)
        if "" not in self._store.records:
            self._store.put(Head())
            self._store.forget()
        self._ids = ids
        self._listeners: list[Listener] = []
        self._guards: list[Guard] = []
        self._depth = 0
        self._previewed = Change()
        self._journeys: dict[str, Journey] = {}
        self._since: dict[str, Change] = {}  # what changed since each journey was read

    @property
    def records(self) -> Mapping[str, Record]:
        """All records by id, to read; the head of the file has the id ""."""
        return self._store.records

    @property
    def head(self) -> Head:
        """The file itself."""
        head = self._store.records[""]
        assert isinstance(head, Head)
        return head

    @property
    def in_gesture(self) -> bool:
        """Whether a preview is shown that is not an edit yet."""
        return bool(self._previewed)

    def first_map(self) -> str | None:
        """Return the id of the first map by rank."""
        maps = self.maps()
        return maps[0].id if maps else None

    def maps(self) -> tuple[JourneyMap, ...]:
        """Return the maps by rank."""
        return tuple(sorted(self.of_kind(JourneyMap), key=place))

    def journey(self, map_id: str) -> Journey:
        """Return a map as it is read now. Raises KeyError where there is none."""
        if self._store.is_written or map_id not in self.records:
            return read_journey(self.records, map_id)  # in the middle of an edit, which may yet be rolled back
        known, since = self._journeys.get(map_id), self._since.pop(map_id, None)
        if known is None:
            known = read_journey(self.records, map_id)
        elif since:
            known = reread_journey(known, since, self.records, self._store.referrers)
        self._journeys[map_id] = known
        return known

    def referrers(self, record_id: str) -> tuple[Record, ...]:
        """Return the records that refer to one, oldest first."""
        return tuple(self.records[user] for user in self._store.referrers.get(record_id, ()))

    def of_kind(self, kind: type[AnyRecord]) -> list[AnyRecord]:
        """Return all records of a kind, the oldest first, at the cost of their number."""
        return self._store.of_kind(kind)

    def one(self, kind: type[AnyRecord], record_id: str) -> AnyRecord:
        """Return the record of a kind with an id. Raises KeyError where the id names none of that kind."""
        found = self.records[record_id]
        if not isinstance(found, kind):
            raise KeyError(record_id)
        return found

    def new_id(self) -> str:
        """Return an id that no record of this file has."""
        while (candidate := self._ids()) in self.records:
            pass
        return candidate

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Tell a function of each event from now on; returns what ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def guard(self, guard: Guard) -> None:
        """Ask before each edit of a person from now on: one that is not allowed leaves everything as it was.

        Whoever makes the edit finds its records unchanged, and new ones not there; undo and redo are not asked.
        """
        self._guards.append(guard)

    @contextmanager
    def transaction(self, label: str, join: str = "") -> Generator[Attempt, None, None]:
        """Make an edit of all that is put and removed inside; one inside another belongs to the outer.

        What raises inside, or what a guard does not allow, leaves everything as it was, and no listener hears of it.
        Raises BrokenReference where a record would refer to nothing, to the wrong kind or into another map.
        """
        if self._depth == 0:
            self.end_preview()
        attempt = Attempt()
        with self._collected():
            yield attempt
        if self._depth == 0:
            written = self._store.written()
            told = next((told for guard in self._guards if (told := guard(written)) is not None), None)
            if told is None:
                self._tell(Event(self._taken(), label, "user", join))
            else:
                self._store.roll_back()
                attempt.is_refused = True
                told()

    def put(self, record: Record) -> None:
        """Add or replace a record, within a transaction."""
        if not self._depth:
            raise NotInTransaction(record.id)
        self._store.put(record)

    def remove(self, record_id: str) -> None:
        """Remove a record, within a transaction; what hangs on it goes too. Raises KeyError where it is not there."""
        if not self._depth:
            raise NotInTransaction(record_id)
        self._store.remove(record_id)

    def apply(self, change: Change, label: str, origin: Origin) -> Event:
        """Apply a change, such as the inverse of an edit, field by field to what is there now.

        References to what is gone are cleared; what somebody else changed since is kept and named in the event.
        """
        self.end_preview()
        wanted, kept = rebase(change, self._store.records, self._store.referrers)
        self._depth += 1
        try:
            self._write(wanted)
            repaired = settle(self._store, tuple(wanted.pairs), (r.id for r in wanted.removed), repair=True)
        except BaseException:
            self._store.roll_back()
            raise
        finally:
            self._depth -= 1
        kept = (*kept, *(Kept(record_id, "", "gone") for record_id in repaired))
        event = Event(self._taken(), label, origin, kept=kept)
        self._tell(event)
        return event

    def preview(self, verb: Callable[[], object]) -> None:
        """Show what a verb would do, in the place of what was previewed before. History does not hear of it."""
        back = inverse(self._previewed)
        self._write(back)
        self._store.forget()
        self._previewed = Change()
        try:
            with self._collected():
                verb()
            self._previewed = self._taken()
        finally:
            self._tell(Event(then(back, self._previewed), "", "preview"))

    def end_preview(self) -> None:
        """Take back what is previewed."""
        if self._previewed:
            self.preview(lambda: None)

    @contextmanager
    def _collected(self) -> Generator[None, None, None]:
        self._depth += 1
        try:
            yield
            if self._depth == 1:
                written = self._store.written()
                settle(self._store, tuple(written.pairs), (r.id for r in written.removed), repair=False)
        except BaseException:
            if self._depth == 1:
                self._store.roll_back()
            raise
        finally:
            self._depth -= 1

    def _write(self, change: Change) -> None:
        for record_id, _, after in change:
            if after is None:
                self._store.remove(record_id)
            else:
                self._store.put(after)

    def _taken(self) -> Change:
        change = self._store.written()
        self._store.forget()
        return change

    def _tell(self, event: Event) -> None:
        if event.change or event.kept:
            for map_id in self._journeys:
                self._since[map_id] = then(self._since.get(map_id, Change()), event.change)
            for listener in tuple(self._listeners):
                listener(event)
