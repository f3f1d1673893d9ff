"""What the room sees and when that turns: it follows the console calmly, is held still, or is led by a remote."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from journey_editor.assets import _
from journey_editor.core.document import Event
from journey_editor.core.titles import called
from journey_editor.core.words import unnamed
from journey_editor.layout.pages import Page, page_with, pages_of
from journey_editor.layout.primitives import ColumnSpan
from journey_editor.layout.room import Screen, columns_on, screened
from journey_editor.ui.room.frame import Shown
from journey_editor.ui.theme import look_of
from journey_editor.ui.workspace import Workspace


class Show(QObject):
    """The pages of the map on a screen, one of which is shown.

    `changed` tells that the room sees something else, with whether it should go over calmly: another page or another
    light does, an edit is there at once.
    """

    changed = Signal(bool)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._screen = Screen(1920, 1080)
        self._pages: tuple[Page, ...] = ()
        self._number = 0
        self._seen: Page | None = None  # the page as it was before what is only previewed
        self._map_id = workspace.map_id
        self.is_held = self.is_spotlit = False
        self._links = (
            workspace.changed.connect(self._hear),
            workspace.selected.connect(self._follow_selection),
            workspace.viewed.connect(lambda: self.changed.emit(False)),
            workspace.dimmed.connect(lambda: self.changed.emit(True)),
        )
        self._cut()
        self._go_to(self._current())

    def end(self) -> None:
        """Follow nothing any more."""
        for link in self._links:
            QObject.disconnect(link)

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages of the map."""
        return self._pages

    @property
    def number(self) -> int:
        """Which of them is shown."""
        return self._number

    @property
    def words(self) -> str:
        """Return the stage that is shown in words, with the page of it where it has several; without any, the map."""
        page = self._pages[self._number]
        shown = page.stage or self._workspace.document.records.get(self._workspace.map_id)
        name = called(shown) if shown is not None else unnamed("map")
        if page.count == 1:
            return name
        return _("{stage}, page {number} of {count}").format(stage=name, number=page.number + 1, count=page.count)

    def shown(self) -> Shown | None:
        """Return what the room sees; None where the file has no map."""
        workspace = self._workspace
        if not workspace.has_map:
            return None
        style = look_of(workspace.view.theme).map
        journey = workspace.document.journey(workspace.map_id)
        page = screened(journey, self._pages, self._number, self._screen, style)
        current = self._current()
        spotlight = self._column(page.picture.grid.columns, current) if self.is_spotlit else None
        return Shown(page, style, current, spotlight, workspace.shown if workspace.dims else None)

    def fit(self, screen: Screen) -> None:
        """Lay out for a screen; what was shown stays."""
        if screen != self._screen:
            self._screen = screen
            self._recut()
            self.changed.emit(False)

    def step(self, way: int) -> None:
        """Turn to the next page, or the one before."""
        self._turn(self._number + way)

    def to_end(self, is_last: bool) -> None:
        """Turn to the last page, or the first."""
        self._turn(len(self._pages) - 1 if is_last else 0)

    def to_stage(self, stage: str) -> None:
        """Turn to the first page of a stage."""
        found = page_with(self._pages, stage)
        if found is not None:
            self._turn(found)

    def hold(self, is_held: bool) -> None:
        """Hold the page, whatever is selected in the console, or follow again from what is selected now."""
        self.is_held = is_held
        if not is_held:
            self._follow_selection()

    def light(self, is_spotlit: bool) -> None:
        """Put the selected column into the light and dim the others, or light all of them."""
        if is_spotlit != self.is_spotlit:
            self.is_spotlit = is_spotlit
            self.changed.emit(True)

    def _turn(self, number: int) -> None:
        number = max(0, min(len(self._pages) - 1, number))
        if number != self._number:
            self._number, self._seen = number, None
            self.changed.emit(True)

    def _hear(self, event: Event) -> None:
        before = self._pages[self._number].stage
        self._recut(event.origin == "preview")  # a drag that may go anywhere yet turns no page
        after = self._pages[self._number].stage
        self.changed.emit((before and before.id) != (after and after.id))

    def _follow_selection(self) -> None:
        if self._map_id != self._workspace.map_id:
            self._map_id = self._workspace.map_id
            self._number = 0
            self._cut()
            self.changed.emit(True)
        before = self._number
        if not self.is_held:
            self._go_to(self._current())
        self.changed.emit(before != self._number or self.is_spotlit)

    def _go_to(self, record: str) -> None:
        page = self._pages[self._number].stage if self._pages else None
        if page is not None and page.id == record:
            return  # a stage that is shown already: stay where the remote has led
        found = page_with(self._pages, record)
        if found is not None:
            self._number, self._seen = found, None

    def _current(self) -> str:
        """Return the touchpoint or stage that the console is at."""
        anchor = self._workspace.anchor
        return anchor.id if anchor is not None else ""

    def _cut(self) -> None:
        workspace = self._workspace
        if workspace.has_map:
            journey = workspace.document.journey(workspace.map_id)
            self._pages = pages_of(journey, columns_on(journey, self._screen))
        else:
            self._pages = (Page(None, ()),)
        self._number = min(self._number, len(self._pages) - 1)

    def _recut(self, is_preview: bool = False) -> None:
        """Cut the pages anew, and stay with what is shown: the selected card, else the page's own first one.

        A preview is taken back again: what the page had before it is what it stays with.
        """
        before = self._pages[self._number] if self._seen is None else self._seen
        current = self._current()
        self._cut()
        follows = current in before.touchpoints and not self.is_held and not is_preview
        anchors = [current] if follows else []
        anchors += [each.id for column in before.columns for each in column]
        anchors += [before.stage.id] if before.stage is not None else []
        found = (page_with(self._pages, each) for each in anchors)
        self._number = next((each for each in found if each is not None), self._number)
        self._seen = before if is_preview else None

    def _column(self, columns: Sequence[ColumnSpan], record: str) -> ColumnSpan | None:
        return next((each for each in columns if record in each.touchpoints), None)
