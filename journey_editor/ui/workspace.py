"""One open file in the window: its document, history, selection and path, and the signals that views follow."""

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import QObject, QPoint, Signal

from journey_editor.assets import _
from journey_editor.core.change import Change
from journey_editor.core.document import Document, Event
from journey_editor.core.history import History
from journey_editor.core.ids import IdSource, fresh_id
from journey_editor.core.journey import Journey
from journey_editor.core.parts import Basis, MapView
from journey_editor.core.records import (
    JourneyMap,
    Metric,
    Note,
    Opportunity,
    Record,
    Stage,
    Touchpoint,
    Transition,
    carrier_of,
)
from journey_editor.core.session import Session, about, map_about
from journey_editor.core.showing import EVERYTHING, Shown, shows_all
from journey_editor.core.words import unnamed
from journey_editor.ui.finding_list import FindingList
from journey_editor.ui.findings import Findings
from journey_editor.ui.lock import StructureLock
from journey_editor.ui.notice import Notice

Tool = Literal["select", "stage", "touchpoint", "moment", "pain_point", "opportunity", "quote", "owner"]

TOOL_MIME = "application/x-journey-tool"
"""What a drag from the palette onto the map carries: the name of a tool."""

TRAY_MIME = "application/x-journey-tray"
"""What a drag from the tray onto the map of the same window carries: the window's own number, then ids, a line each."""

LIBRARY_MIME = "application/x-journey-library"
"""What a drag of owners, personas or evidence carries: the window's own number, then ids, a line each."""


@dataclass(frozen=True, slots=True)
class View:
    """How the map is shown in this window: never saved in the file."""

    theme: Literal["light", "dark"] = "light"
    overlay: bool = False  # the curve lies over the swimlanes instead of in a band of its own
    rows: bool = True
    persona: bool = True  # the card of whose journey it is
    keys: bool = False  # the letters of stages and lanes are shown, since they file cards of the tray
    only: MapView = EVERYTHING  # what is shown of the map, the rest being dimmed


class Workspace(QObject):
    """What every part of a window shares. Views listen to the signals and call verbs; they do not know each other.

    `changed` carries each core Event (edits, undo, redo and previews), `selected` follows the session,
    `viewed` follows `view`, `dimmed` what of the map it shows, `tooled` the palette's tool, `stored` the path and the
    saved state, `noticed` carries sentences to show in passing, `offered` a Notice with a button, `guided` what to do
    next, until it carries "", `based` what typed feelings rest on, `picture_asked` that a picture is wanted for the
    current record, `link_asked` the id of a record whose link somebody wants to open.
    `about_asked` carries the place on the screen where somebody pressed what is told of the map below its title.
    `map_asked` carries the id of a touchpoint whose way into another map somebody wants to go.
    `done` says that what is done together is done: see `together`.
    `keys_of` returns the keys of an action as people read them, "" for none.
    """

    changed = Signal(object)
    selected = Signal()
    viewed = Signal()
    dimmed = Signal()
    tooled = Signal()
    stored = Signal()
    noticed = Signal(str)
    offered = Signal(object)
    guided = Signal(str)
    based = Signal()
    about_asked = Signal(QPoint)
    link_asked = Signal(str)
    picture_asked = Signal()
    map_asked = Signal(str)
    done = Signal()

    def __init__(
        self, records: Iterable[Record], path: Path | None = None, known: str | None = None, ids: IdSource = fresh_id
    ) -> None:
        super().__init__()
        self.document = Document(records, ids)
        self.history = History(self.document)
        self.session = Session(self.document, self.document.first_map() or "")
        self.findings = Findings(self.document, self.session)
        self.listed = FindingList(self.findings)
        self.path = path
        self.known = known  # the SHA-256 of the file as it was read or saved
        self._view = View()
        self._shown: tuple[Journey, MapView, Shown] | None = None
        self._kinds: tuple[tuple[str, ...], frozenset[type[Record]]] = (), frozenset()
        self._tool: Tool = "select"
        self.lock = StructureLock(self.document, lambda: self.map_id, self._refuse)
        self._together = 0
        self._catches: Callable[[QPoint], bool] = lambda _place: False
        self._offer: Callable[[bool], object] = lambda _offered: None
        self._basis: Basis = "assumption"
        self.keys_of: Callable[[str], str] = lambda _action: ""
        self.document.listen(self._hear)
        self.session.listen(self.selected.emit)

    @property
    def view(self) -> View:
        """How the map is shown."""
        return self._view

    def show(self, **changes: Any) -> None:
        """Change how the map is shown; what is dimmed concerns few, since all stays where it is."""
        self._view = replace(self._view, **changes)
        (self.dimmed if changes.keys() == {"only"} else self.viewed).emit()

    @property
    def dims(self) -> bool:
        """Whether something of the map may be dimmed."""
        return not shows_all(self._view.only)

    @property
    def shown(self) -> Shown:
        """Which records of the map are shown and not dimmed, as they are now."""
        journey, only = self.document.journey(self.map_id), self._view.only
        if self._shown is None or self._shown[0] is not journey or self._shown[1] is not only:
            self._shown = journey, only, Shown(only, journey, self.document.records)
        return self._shown[2]

    @property
    def tool(self) -> Tool:
        """What the next click on the map does."""
        return self._tool

    def take_tool(self, tool: Tool) -> None:
        """Take a tool from the palette; `select` puts it back."""
        if tool != self._tool:
            self._tool = tool
            self.tooled.emit()

    @property
    def basis(self) -> Basis:
        """What feelings rest on that are typed now."""
        return self._basis

    def rest_on(self, basis: Basis) -> None:
        """Say what feelings rest on that are typed from now on: `workshop` while people see the map and talk."""
        if basis != self._basis:
            self._basis = basis
            self.based.emit()

    def catch_cards(self, catches: Callable[[QPoint], bool], offer: Callable[[bool], object]) -> None:
        """Let cards that are dragged off the map fall somewhere else.

        `catches` tells whether they would at a place of the screen, `offer` whether one is in the hand there.
        """
        self._catches, self._offer = catches, offer

    def is_caught(self, place: QPoint) -> bool:
        """Whether cards that are let go at a place of the screen fall into the tray; it shows that they would."""
        caught = self._catches(place)
        self._offer(caught)
        return caught

    def end_catching(self) -> None:
        """No card is in the hand any more."""
        self._offer(False)

    @property
    def map_id(self) -> str:
        """The map that is shown."""
        return self.session.map_id

    @property
    def current(self) -> Record | None:
        """The record that keys and menus are about, None where nothing is selected."""
        current = self.session.current
        return self.document.records.get(current) if current is not None else None

    @property
    def holder(self) -> Touchpoint | Stage | Transition | None:
        """What notes are put on: the current record, or what it hangs on."""
        current = self.current
        if isinstance(current, Note | Opportunity | Metric):
            current = self.document.records.get(current.on)
        return current if isinstance(current, Touchpoint | Stage | Transition) else None

    @property
    def anchor(self) -> Record | None:
        """Where hands are on the map: the current record, or what it hangs on, of a transition where it begins."""
        records, record = self.document.records, self.current
        while record is not None and (carrier := carrier_of(record)) is not None:
            record = records.get(carrier)
        return record

    @property
    def selection(self) -> tuple[Record, ...]:
        """The selected records that are there; during a preview some may be gone."""
        return tuple(self.each_selected())

    def each_selected(self) -> Iterator[Record]:
        """Yield the selected records that are there, one by one: who needs a few of very many takes no more."""
        records = self.document.records
        return (records[each] for each in self.session.selected if each in records)

    def has_selected(self, kind: type[Record]) -> bool:
        """Whether a record of a kind is selected, remembered with the selection: each action asks after each edit."""
        selected = self.session.selected
        known, kinds = self._kinds
        if known is not selected:
            kinds = frozenset(map(type, self.each_selected()))
            if not self.document.in_gesture:  # some may be gone for a moment
                self._kinds = selected, kinds
        return kind in kinds

    @property
    def selected_touchpoints(self) -> tuple[str, ...]:
        """The selected touchpoints, by their ids."""
        return tuple(each.id for each in self.selection if isinstance(each, Touchpoint))

    @property
    def has_map(self) -> bool:
        """Whether there is a map to show; a file may hold none."""
        return isinstance(self.document.records.get(self.map_id), JourneyMap)

    @property
    def name(self) -> str:
        """What the file is called: its title, else its name on disk, else ""."""
        return self.document.head.title or (self.path.stem if self.path else "")

    @property
    def title(self) -> str:
        """What stands for the file in front of people: its name, or that it has none yet."""
        return self.name or unnamed("file")

    @property
    def is_saved(self) -> bool:
        """Whether closing loses nothing."""
        return self.history.is_saved

    def saved_as(self, path: Path, known: str) -> None:
        """Remember that the document was written to a path."""
        self.path, self.known = path, known
        self.history.mark_saved()
        self.stored.emit()

    def undo(self) -> None:
        """Take back the last edit and select what it was about."""
        self._after(self.history.undo())

    def redo(self) -> None:
        """Do the last undone edit again and select what it was about."""
        self._after(self.history.redo())

    def with_undo(self, sentence: str) -> Notice:
        """Return a notice of what was done, with the way back beside it."""
        return Notice(sentence, _("Undo"), lambda: None if self.document.in_gesture else self.undo())

    def with_redo(self, sentence: str) -> Notice:
        """Return a notice of what was undone, with the way back beside it."""
        return Notice(sentence, _("Redo"), lambda: None if self.document.in_gesture else self.redo())

    def _after(self, event: Event | None) -> None:
        if event is None:
            return
        self.session.show_map(map_about(event.change, self.map_id))
        found = about(event.change)
        if 0 < len(found) <= 50 and set(found) != set(self.session.selected):
            self.session.select(found)

    def _refuse(self, notice: Notice) -> None:
        self.offered.emit(notice)
        self.changed.emit(Event(Change(), "", "preview"))  # fields show again what holds

    @contextmanager
    def together(self) -> Generator[None]:
        """Edit and select as one doing: what tells only what can be done next waits for `done`, and tells it once."""
        self._together += 1
        try:
            yield
        finally:
            self._together -= 1
            if not self._together:
                self.done.emit()

    @property
    def is_together(self) -> bool:
        """Whether more is being done before anybody looks."""
        return self._together > 0

    def _hear(self, event: Event) -> None:
        self.changed.emit(event)
        if event.origin != "preview":
            self.stored.emit()
