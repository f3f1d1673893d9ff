"""What is selected in one view of a document: never saved, never part of undo."""

from collections.abc import Callable, Iterable

from journey_editor.core.change import Change, changed_fields
from journey_editor.core.document import Document, Event
from journey_editor.core.journey import place
from journey_editor.core.records import JourneyMap, Record, map_of, rank_of
from journey_editor.core.schema import references_of, targets_of

SelectionListener = Callable[[], None]


_KEPT = 100


class Session:
    """The selected records in the order in which they were taken; the last one is the current one.

    Where all that is selected is removed, as by undo of what was just made, what was selected before is so again: who
    goes on typing goes on where they were.
    """

    def __init__(self, document: Document, map_id: str) -> None:
        self._document = document
        self._map_id = map_id
        self._selected: dict[str, None] = {}
        self._ids: tuple[dict[str, None], tuple[str, ...]] = self._selected, ()
        self._earlier: list[tuple[str, ...]] = []
        self._elsewhere: dict[str, tuple[str, ...]] = {}  # what was selected on each map that was shown before
        self._visited: list[str] = []
        self._listeners: list[SelectionListener] = []
        document.listen(self._hear)

    @property
    def map_id(self) -> str:
        """The map that is shown."""
        return self._map_id

    @property
    def selected(self) -> tuple[str, ...]:
        """The ids of the selected records: the very same tuple until the selection changes, however often asked for."""
        if self._ids[0] is not self._selected:
            self._ids = self._selected, tuple(self._selected)
        return self._ids[1]

    @property
    def current(self) -> str | None:
        """The record that keys act from, None where nothing is selected."""
        return next(reversed(self._selected), None)

    def listen(self, listener: SelectionListener) -> Callable[[], None]:
        """Tell a function whenever the selection or the map changed; returns what ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def select(self, ids: Iterable[str]) -> None:
        """Select just these records; those that are not in the document, or lie in another map, are left out."""
        self._set({record_id: None for record_id in ids if self._is_here(record_id)})

    def toggle(self, record_id: str) -> None:
        """Take a record into the selection, or out of it."""
        wanted = dict(self._selected)
        if record_id in wanted:
            del wanted[record_id]
        elif self._is_here(record_id):
            wanted[record_id] = None
        self._set(wanted)

    def clear(self) -> None:
        """Select nothing."""
        self._set({})

    def show_map(self, map_id: str) -> None:
        """Turn to another map of the file, where what was selected when it was shown last is so again."""
        if map_id != self._map_id:
            self._elsewhere[self._map_id] = self.selected
            self._visited = [*(each for each in self._visited if each != self._map_id), self._map_id]
            self._map_id = map_id
            ids = self._elsewhere.pop(map_id, ())
            self._selected = {each: None for each in ids if each in self._document.records}
            self._earlier = []
            self._tell()

    def _hear(self, event: Event) -> None:
        gone = {record.id: record for record in event.change.removed}
        if self._map_id in gone:
            self.show_map(self._instead(gone[self._map_id], event.origin))
        elif not self._map_id:
            self.show_map(self._document.first_map() or "")
        if gone.keys() & self._selected.keys() and event.origin != "preview":
            left = {record_id: None for record_id in self._selected if record_id not in gone}
            self._selected = left or dict.fromkeys(self._before())
            self._tell()

    def _instead(self, gone: Record, origin: str) -> str:
        """Return which map is shown where the one that was is gone: its neighbour; undone, the one from before it."""
        maps = self._document.maps()
        there = [each.id for each in maps]
        if origin in ("undo", "redo"):
            before = next((each for each in reversed(self._visited) if each in there), None)
            if before is not None:
                return before
        following = (each.id for each in maps if place(each) > (rank_of(gone), gone.id))
        return next(following, there[-1] if there else "")

    def _is_here(self, record_id: str) -> bool:
        """Whether a record is in the document and lies in no other map: keys act from what is selected."""
        record = self._document.records.get(record_id)
        return record is not None and map_of(record) in (None, self._map_id)

    def _set(self, wanted: dict[str, None]) -> None:
        if tuple(wanted) != tuple(self._selected):
            self._earlier = [*self._earlier[-_KEPT:], self.selected]
            self._selected = wanted
            self._tell()

    def _before(self) -> tuple[str, ...]:
        """Return what was selected before and is there still; nothing where nothing was."""
        while self._earlier:
            earlier = self._earlier.pop()
            left = tuple(record_id for record_id in earlier if record_id in self._document.records)
            if left or not earlier:
                return left
        return ()

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener()


def about(change: Change) -> tuple[str, ...]:
    """Return the ids of what people would say that a change was about.

    What was removed is not there any more. What hangs on a record that changed too goes along with that one, as does
    what only refers to a record that came or lies in a map that did. Nothing tells of the file's head or a map.
    """
    came = {record.id for record in change.added}
    there = {
        key: after
        for key, _, after in change
        if key and after is not None and after.kind_name != "map" and map_of(after) not in came
    }

    def goes_along(record: Record) -> bool:
        for reference in references_of(record.kind_name):
            hangs = reference.on_delete == "cascade" and record.kind_name != "touchpoint"
            others = there if hangs else () if record.id in came else came
            if any(target in others for target in targets_of(record, reference)):
                return True
        return False

    return tuple(key for key, record in there.items() if not goes_along(record))


def map_about(change: Change, shown: str) -> str:
    """Return the map that a change has to do with: the one that is shown where it has, or where none has."""
    if any(isinstance(each, JourneyMap) for each in change.removed):
        return shown
    came = [each.id for each in change.added if isinstance(each, JourneyMap)]
    if came:
        return came[0]
    touched: dict[str, None] = {}
    for key, before, after in change:
        record = after or before
        if isinstance(before, JourneyMap) and isinstance(after, JourneyMap):
            if changed_fields(before, after) != ("rank",):
                touched[key] = None
        elif record is not None and (inside := map_of(record)) is not None:
            touched[inside] = None
    return shown if shown in touched or not touched else next(iter(touched))
