"""What is selected in one view of a document: never saved, never part of undo."""

from collections.abc import Callable, Iterable

from journey_editor.core.document import Document, Event

SelectionListener = Callable[[], None]


class Session:
    """The selected records in the order in which they were taken; the last one is the current one."""

    def __init__(self, document: Document, map_id: str) -> None:
        self._document = document
        self._map_id = map_id
        self._selected: dict[str, None] = {}
        self._listeners: list[SelectionListener] = []
        document.listen(self._hear)

    @property
    def map_id(self) -> str:
        """The map that is shown."""
        return self._map_id

    @property
    def selected(self) -> tuple[str, ...]:
        """The ids of the selected records."""
        return tuple(self._selected)

    @property
    def current(self) -> str | None:
        """The record that keys act from, None where nothing is selected."""
        return next(reversed(self._selected), None)

    def listen(self, listener: SelectionListener) -> Callable[[], None]:
        """Tell a function whenever the selection or the map changed; returns what ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def select(self, ids: Iterable[str]) -> None:
        """Select just these records; those that are not in the document are left out."""
        self._set({record_id: None for record_id in ids if record_id in self._document.records})

    def toggle(self, record_id: str) -> None:
        """Take a record into the selection, or out of it."""
        wanted = dict(self._selected)
        if record_id in wanted:
            del wanted[record_id]
        elif record_id in self._document.records:
            wanted[record_id] = None
        self._set(wanted)

    def clear(self) -> None:
        """Select nothing."""
        self._set({})

    def show_map(self, map_id: str) -> None:
        """Turn to another map of the file."""
        if map_id != self._map_id:
            self._map_id = map_id
            self._selected = {}
            self._tell()

    def _hear(self, event: Event) -> None:
        gone = {record.id for record in event.change.removed}
        if self._map_id in gone:
            self._map_id = self._document.first_map() or ""
        if gone & self._selected.keys() and event.origin != "preview":
            self._set({record_id: None for record_id in self._selected if record_id not in gone})

    def _set(self, wanted: dict[str, None]) -> None:
        if tuple(wanted) != tuple(self._selected):
            self._selected = wanted
            self._tell()

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener()
