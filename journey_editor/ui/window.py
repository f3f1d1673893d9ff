"""The window of one open file: puts the parts in their places and tells each of them what it needs.

What the window can do is gathered from its parts, by name: each brings `doings()`, and `shown()` where something is
on or off. Actions ask for them by those names.
"""

from collections.abc import Callable
from itertools import chain

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QSplitter, QVBoxLayout, QWidget

from journey_editor.assets import _
from journey_editor.layout.style import TEXT
from journey_editor.ui.actions.keymap import shown_keys
from journey_editor.ui.actions.menus import MENUS, VIEW_MENU, Actions, context_of, groups
from journey_editor.ui.canvas.view import CanvasView
from journey_editor.ui.clipboard import Clipboard
from journey_editor.ui.diagnosis import Diagnosis
from journey_editor.ui.dialogs.about import About
from journey_editor.ui.dialogs.keys import KeyPage
from journey_editor.ui.drops import Drops
from journey_editor.ui.files import Files
from journey_editor.ui.icons import application_icon
from journey_editor.ui.labels import tip
from journey_editor.ui.looking import Looking
from journey_editor.ui.maps import Maps
from journey_editor.ui.paging import Paging
from journey_editor.ui.panels.capture import CaptureLine
from journey_editor.ui.panels.capture_strip import CaptureView
from journey_editor.ui.panels.head import HeadBar
from journey_editor.ui.panels.history import HistoryPopup
from journey_editor.ui.panels.inspector.panel import WIDTH as INSPECTOR, Inspector
from journey_editor.ui.panels.library.panel import LibraryPanel
from journey_editor.ui.panels.outline import WIDTH as OUTLINE, Outline
from journey_editor.ui.panels.palette import Palette
from journey_editor.ui.panels.status import Notice, StatusLine
from journey_editor.ui.panels.tray import Tray
from journey_editor.ui.panes import walk_panes
from journey_editor.ui.preferences import Preferences
from journey_editor.ui.room.room import Room
from journey_editor.ui.room.window import RoomWindow
from journey_editor.ui.seeking import Seeking
from journey_editor.ui.stage_rows import StageRows
from journey_editor.ui.theme import look_of
from journey_editor.ui.voting import Voting
from journey_editor.ui.walk.walk import Walk
from journey_editor.ui.workspace import Workspace

SIZE = (1600, 960)


class MainWindow(QMainWindow):
    """One file in one window. What concerns other windows is only signalled: the theme here, files by `files`."""

    painted = Signal()
    theme_wanted = Signal(str)
    quit_wanted = Signal()
    closed = Signal()

    def __init__(self, workspace: Workspace, preferences: Preferences | None = None) -> None:
        super().__init__()
        self.workspace = workspace
        self.preferences = preferences or Preferences()
        self.setWindowIcon(application_icon())
        self.setAcceptDrops(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ended = self._is_sure = False
        self.canvas = CanvasView(workspace)
        self.capture = CaptureLine(workspace, self.canvas)
        self.capture_view = CaptureView(self.capture, workspace, self.canvas)
        self.canvas.setFocusProxy(self.capture)
        self.files = Files(workspace, self, self.preferences)
        self.head = HeadBar(workspace, self.capture)
        self.palette_bar = Palette(workspace)
        self.outline = Outline(workspace, self.canvas.handle_key)
        keys, give_back = self.canvas.handle_key, self.canvas.setFocus
        self.tray = Tray(
            workspace, (self.palette_bar, self.outline), keys, give_back, lambda: self.actions_of.keys_text("tray")
        )
        self.inspector = Inspector(workspace)
        self.status = StatusLine(workspace)
        self.voting = Voting(workspace, self.canvas, self.capture)
        self.looking = Looking(workspace, self.canvas, lambda record: self.seeking.go(record))
        self.drops = Drops(workspace, self.canvas, self.capture, self)
        self.room = Room(workspace, self, lambda room: _line_in(room, workspace))
        self.walk = Walk(workspace, self, self.preferences)
        self.seeking = Seeking(self, self, (self.outline,))
        left, others = (self.palette_bar, self.outline), (self.tray, self.seeking.finder)
        self.library = LibraryPanel(workspace, left, others, keys, give_back, self.seeking.go)
        self.drops.beside = self.library.pictured_at
        self.diagnosis = Diagnosis(workspace, self.canvas, self.inspector, self.preferences, self.do)
        beside = (*left, self.tray, self.library, self.inspector, self.diagnosis.panel)
        self.paging = Paging(workspace, self.canvas, self.head, beside, self.seeking.go)
        self.clipboard = Clipboard(workspace, self.canvas, self.capture.slot, self)
        self.drops.pasting.takers.append(self.clipboard.takes)
        self.maps = Maps(self, self, self.head.tabs)
        showing = (self.maps, self.walk, self.tray, self.voting, self.room, self.seeking, self.library, self.looking)
        showing = (*showing, self.paging, self.diagnosis)
        self.stage_rows = StageRows(workspace, self.canvas, self.capture, self.drops.pasting, self)
        parts = (*showing, self.stage_rows, self.files, self.drops.pasting, self.drops.pictures, self.clipboard)
        self.doings = dict(chain(self._doings().items(), *(part.doings().items() for part in parts)))
        self.shown = dict(chain(self._shown().items(), *(part.shown().items() for part in showing)))
        self.actions_of = Actions(self, self)
        self._place()
        self._connect()
        self._restore()
        self.follow()
        self.canvas.viewport().installEventFilter(self)
        self.canvas.setFocus()

    # what actions ask

    def do(self, what: str) -> None:
        """Do what only a window can: see the table of actions."""
        if what not in ("close", "quit"):
            self.inspector.commit()
        self.doings[what]()

    def is_shown(self, what: str) -> bool:
        """Whether a panel is shown, a mode is on, or a theme chosen."""
        return self.shown[what]()

    def show_outline(self, is_shown: bool) -> None:
        """Show the outline or hide it."""
        self.outline.setVisible(is_shown)
        if is_shown:
            first, middle, *others = self.splitter.sizes()
            if first < OUTLINE and middle > 2 * OUTLINE:
                self.splitter.setSizes([OUTLINE, middle - (OUTLINE - first), *others])
            self.outline.view.setFocus()
        else:
            self.canvas.setFocus()
        self.actions_of.refresh()

    def warm(self, make: object) -> None:
        """Take what draws the curve, now that it is imported."""
        if not self._ended:
            self.workspace.findings.begin()
            self.canvas.curve_ready(make)  # type: ignore[arg-type]
            self.room.curve_ready(make)  # type: ignore[arg-type]

    def close_surely(self) -> None:
        """Close without asking: the process ends."""
        self._is_sure = True
        self.close()

    def follow(self) -> None:
        """Show the file's name and state as they are now."""
        words, failed = self.files.words(), bool(self.files.failure)
        self.head.say_saved(_("not saved") if failed else words, failed)
        save_as = self.actions_of.by_id["save_as"]
        self.status.stand(Notice(words[:1].upper() + words[1:], save_as.text(), save_as.trigger) if failed else None)
        self.setWindowTitle(f"{self.workspace.title}[*] – {_('Journey Editor')}")
        self.setWindowModified(not self.workspace.is_saved)
        self.actions_of.refresh()

    # events of Qt

    def closeEvent(self, event: QCloseEvent) -> None:
        self.canvas.settle()
        self.inspector.commit()
        self.walk.end()
        if not self._is_sure and not self.files.may_close():
            event.ignore()
            return
        if not self._ended:
            self._ended = True
            self._keep()
            self.room.end()
            self.canvas.end()
            self.closed.emit()
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell once that the map has been painted for the first time."""
        if event.type() == QEvent.Type.Paint:
            self.canvas.viewport().removeEventFilter(self)
            QTimer.singleShot(0, self, self.painted.emit)
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.drops.enter(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self.drops.move(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.drops.leave()

    def dropEvent(self, event: QDropEvent) -> None:
        self.canvas.settle()
        self.inspector.commit()
        self.drops.drop(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow() and self.focusWidget() is None:
            self.canvas.setFocus()

    # inside

    def _doings(self) -> dict[str, Callable[[], object]]:
        theme = self.theme_wanted.emit
        return {
            "close": self.close,
            "quit": self.quit_wanted.emit,
            "history": self._history,
            "outline": lambda: self.show_outline(self.outline.isHidden()),
            "theme_system": lambda: theme("system"),
            "theme_light": lambda: theme("light"),
            "theme_dark": lambda: theme("dark"),
            "next_pane": lambda: self._walk_panes(1),
            "last_pane": lambda: self._walk_panes(-1),
            "keys": lambda: KeyPage(self, groups(), self.preferences, look_of(self.workspace.view.theme)).exec(),
            "about": lambda: About(self).exec(),
        }

    def _shown(self) -> dict[str, Callable[[], bool]]:
        settings = self.preferences
        return {
            "outline": lambda: not self.outline.isHidden(),
            "system": lambda: settings.settings.theme == "system",
            "light": lambda: settings.settings.theme == "light",
            "dark": lambda: settings.settings.theme == "dark",
        }

    def _place(self) -> None:
        middle = QWidget()
        middle.setObjectName("middle")
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.paging.stack, 1)
        column.addWidget(self.status)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for widget in (self.outline, middle, self.inspector, self.diagnosis.panel):
            self.splitter.addWidget(widget)
        self.splitter.setStretchFactor(1, 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.tray)
        row.addWidget(self.library)
        row.addWidget(self.palette_bar)
        row.addWidget(self.seeking.finder)
        row.addWidget(self.splitter, 1)
        whole = QWidget()
        whole.setObjectName("window")
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.head)
        rows.addLayout(row, 1)
        self.setCentralWidget(whole)

    def _connect(self) -> None:
        workspace, head, by_id = self.workspace, self.head, self.actions_of.by_id
        self.files.changed.connect(self.follow)
        self.drops.open_wanted.connect(self.files.open_wanted)
        self.drops.pasting.map_wanted.connect(self.files.map_wanted)
        self.drops.pasting.tray_wanted.connect(self._offer_tray)
        self.voting.changed.connect(self.actions_of.refresh)
        self.looking.changed.connect(self.actions_of.refresh)
        self.paging.turned.connect(self.actions_of.refresh)
        workspace.selected.connect(self.actions_of.refresh)
        workspace.listed.turned.connect(self.actions_of.refresh)
        self.canvas.cells.changed.connect(self.actions_of.refresh)
        workspace.viewed.connect(self._dress)
        self.canvas.zoomed.connect(self.status.show_zoom)
        self.canvas.menu_asked.connect(self._show_menu)
        self.canvas.typing_asked.connect(self.capture.setFocus)
        self.status.zoom.clicked.connect(by_id["full_size"].trigger)
        self.status.explained.connect(by_id["findings"].trigger)
        self.status.show_zoom(self.canvas.scale_now)
        self.outline.close_button.clicked.connect(lambda: self.show_outline(False))
        head.clock.follow(self.room.timer)
        head.clock.clicked.connect(by_id["timer"].trigger)
        self.room.take_button(head.present)
        self.room.turned.connect(self.actions_of.refresh)
        for button, name in ((head.undo, "undo"), (head.redo, "redo"), (head.export, "export"), (head.pages, "pages")):
            button.clicked.connect(by_id[name].trigger)
            by_id[name].changed.connect(lambda button=button, name=name: _copy_state(button, by_id[name]))
        head.undo.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.undo.customContextMenuRequested.connect(lambda _place: self._history())
        self.view_menu = self.actions_of.fill(QMenu(self), VIEW_MENU)
        self.menu = self.actions_of.fill(QMenu(self), MENUS)
        head.view.setMenu(self.view_menu)
        head.menu.setMenu(self.menu)
        recent = self.menu.findChild(QMenu, "Open recent")
        if recent is not None:
            recent.aboutToShow.connect(lambda: self.files.fill_recent(recent))
        self._dress()

    def _restore(self) -> None:
        self.canvas.set_wheel_zooms(self.preferences.settings.wheel == "zoom")
        self.resize(*SIZE)
        self.restoreGeometry(self.preferences.state("window"))
        self.outline.hide()
        self.splitter.setSizes([OUTLINE, SIZE[0] - OUTLINE - INSPECTOR, INSPECTOR])
        self.splitter.restoreState(self.preferences.state("splitter"))
        self.splitter.setHandleWidth(1)
        choice = self.preferences.choice
        self.outline.setVisible(choice("outline", "") == "shown")
        self.inspector.setVisible(choice("inspector", "shown") == "shown")
        self.diagnosis.restore()

    def _keep(self) -> None:
        self.paging.show("")
        self.tray.put_away()
        self.library.put_away()
        self.preferences.keep_states(window=self.saveGeometry(), splitter=self.splitter.saveState())
        shown = {True: "shown", False: "hidden"}
        self.preferences.keep_choices(
            outline=shown[self.is_shown("outline")], inspector=shown[self.is_shown("inspector")]
        )

    def _offer_tray(self) -> None:
        """Show the tray, while the keyboard stays with the line and what is selected stays so."""
        if self.tray.isHidden():
            selected = self.workspace.session.selected
            self.tray.toggle()
            self.canvas.setFocus()
            self.workspace.session.select(selected)

    def _dress(self) -> None:
        self.actions_of.dress(look_of(self.workspace.view.theme))
        self.actions_of.refresh()

    def _history(self) -> None:
        HistoryPopup(self.workspace, self).show_below(self.head.undo)

    def _show_menu(self, place: QPoint, record: str) -> None:
        menu = self.actions_of.fill(QMenu(self), context_of(self.workspace.document.records.get(record)))
        self.actions_of.refresh()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _walk_panes(self, way: int) -> None:
        panes = (
            self.outline.view,
            self.tray.view,
            self.library.section.view,
            self.capture,
            *self.paging.panes,
            self.inspector,
            self.diagnosis.panel.view,
            self.head.tabs,
            self.palette_bar,
        )
        walk_panes(panes, self.focusWidget(), way)


def _line_in(room: RoomWindow, workspace: Workspace) -> CaptureLine:
    """Return a capture line for a room view, with its chips over the page."""
    line = CaptureLine(workspace, room)
    CaptureView(line, workspace, room, scale=24 / TEXT)  # as large as the map's text there
    return line


def _copy_state(button: QWidget, action: QAction) -> None:
    button.setEnabled(action.isEnabled())
    keys = shown_keys(action.shortcut().toString())
    words = action.text().replace("&&", "&")
    button.setToolTip(tip(f"{words} ({keys})" if keys else words))
