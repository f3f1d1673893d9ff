"""What a window brings for pages beside the map: they take the canvas's place, and give it back."""

from collections.abc import Callable, Sequence
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from journey_editor.assets import _
from journey_editor.core.document import Event
from journey_editor.ui.pages.page import Go, Page
from journey_editor.ui.pages.table import PAGES
from journey_editor.ui.pages.tabs import MAP, PageTabs
from journey_editor.ui.panels.head import HeadBar
from journey_editor.ui.workspace import Workspace

SOON = 40  # ms after the last edit
PATIENCE = 10
"""So many times as long as filling a page took is waited at least: on a very large map it follows when hands rest."""


class Paging(QObject):
    """One page or the map is shown; `turned` tells which. `beside` are panels of the map, which go with it.

    While a page is shown the keyboard that others give back to the map comes to the page.
    """

    turned = Signal()

    def __init__(self, workspace: Workspace, canvas: QWidget, head: HeadBar, beside: Sequence[QWidget], go: Go) -> None:
        super().__init__(canvas)
        self._workspace, self._canvas, self._head, self._beside, self._go = workspace, canvas, head, beside, go
        self._pages: dict[str, Page] = {}
        self._put_away: tuple[QWidget, ...] = ()
        self._map_keyboard: QWidget | None = None
        self._map_id = ""
        self.here = self.last = MAP
        self.stack = QStackedWidget()
        self.stack.setObjectName("pages")
        self.stack.addWidget(canvas)
        self.tabs = PageTabs(tuple((spec.id, _(spec.tab)) for spec in PAGES))
        self.tabs.asked.connect(self.show)
        head.take_pages(self.tabs)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SOON)
        self._timer.timeout.connect(self._fill)
        workspace.changed.connect(self._hear)
        workspace.selected.connect(self._follow_map)
        workspace.viewed.connect(self._soon)

    def doings(self) -> dict[str, Callable[[], object]]:
        """Return what a window can do with it."""
        ways = {f"page_{spec.id}": lambda id=spec.id: self.show(id) for spec in PAGES}
        does = {what: lambda id=spec.id, what=what: self._do(id, what) for spec in PAGES for what in spec.does}
        return {
            **ways, **does, "pages": self.toggle, "to_map": lambda: self.show(MAP),
            "review": lambda: self.show("review"),
            "next_page": lambda: self.walk(1), "last_page": lambda: self.walk(-1),
        }  # fmt: skip

    def shown(self) -> dict[str, Callable[[], bool]]:
        """Return what of it is on."""
        return {
            "page": lambda: self.here != MAP,
            **{f"page_{spec.id}": lambda id=spec.id: self.here == id for spec in PAGES},
        }

    @property
    def page(self) -> Page | None:
        """The page that is shown, None while the map is."""
        return self._pages[self.here] if self.here != MAP else None

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 leads to while a page is shown."""
        return (self.page, self.tabs) if self.page is not None else ()

    def page_of(self, id: str) -> Page:
        """Return a page, made when it is first asked for."""
        if id not in self._pages:
            page = next(spec for spec in PAGES if spec.id == id).make(self._workspace, self._go)
            page.left.connect(lambda: self.show(MAP))
            self.stack.addWidget(page)
            self._pages[id] = page
        return self._pages[id]

    def toggle(self) -> None:
        """Show the page that was shown last, or the map."""
        self.show(MAP if self.here != MAP else self.last or PAGES[0].id)

    def walk(self, way: int) -> None:
        """Show the next page (1) or the one before (-1); the map is among them."""
        ids = list(self.tabs.pills)
        self.show(ids[(ids.index(self.here) + way) % len(ids)])

    def show(self, id: str) -> None:
        """Show a page by its id, or the map."""
        if id != MAP and not self._workspace.has_map:
            id = MAP
        before, self.here = self.here, id
        self.tabs.show_page(id)
        if id == before:
            self._take_keyboard()
            return
        if before == MAP:
            self._leave_map()
        self.stack.setCurrentWidget(self._canvas if id == MAP else self.page_of(id))
        if id == MAP:
            self._come_back()
        else:
            self.last = id
            self._canvas.setFocusProxy(self._pages[id])
            self._fill()
        self._take_keyboard()
        self.turned.emit()

    # inside

    def _do(self, id: str, what: str) -> None:
        """Show a page and have it do something."""
        self.show(id)
        if self.page is not None:
            self.page.do(what)

    def _leave_map(self) -> None:
        self._map_keyboard = self._canvas.focusProxy()
        self._put_away = tuple(each for each in self._beside if not each.isHidden())
        for each in self._put_away:
            each.hide()
        self._head.show_pages(True)

    def _come_back(self) -> None:
        self._timer.stop()
        self._head.show_pages(False)
        for each in self._put_away:
            each.show()
        self._put_away = ()
        if self._map_keyboard is not None:
            self._canvas.setFocusProxy(self._map_keyboard)

    def _take_keyboard(self) -> None:
        if self.page is not None:
            self.page.take_keyboard()
        else:
            self._canvas.setFocus()

    def _hear(self, event: Event) -> None:
        if event.origin != "preview":
            self._soon()

    def _follow_map(self) -> None:
        if self._map_id != self._workspace.map_id:
            self._soon()

    def _soon(self) -> None:
        if self.here != MAP:
            self._timer.start()

    def _fill(self) -> None:
        """Let the page show the map as it is now."""
        if self.page is None:
            return
        if not self._workspace.has_map:
            self.show(MAP)
            return
        began = monotonic()
        self._map_id = self._workspace.map_id
        self.page.refresh()
        self._timer.setInterval(max(SOON, round((monotonic() - began) * 1000 * PATIENCE)))
