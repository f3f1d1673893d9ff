"""Presenting a file in a room: opens the window that people see, on the second screen if there is one."""

from collections.abc import Callable, Iterator
from typing import Any, Protocol

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QScreen
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from journey_editor.assets import _
from journey_editor.core.parts import Basis
from journey_editor.ui.actions.table import works_in_room
from journey_editor.ui.curve import RasterMaker
from journey_editor.ui.room.awake import Hold, stay_awake
from journey_editor.ui.room.show import Show
from journey_editor.ui.room.timing import TimerPopup
from journey_editor.ui.room.window import RoomWindow
from journey_editor.ui.timer import Timer
from journey_editor.ui.workspace import Workspace


class Console(Protocol):
    """What the room needs of the window that one works in."""

    @property
    def actions_of(self) -> Any:
        """Its actions: `keymap` knows what keys mean, `press` does it."""
        ...

    @property
    def canvas(self) -> Any:
        """Its map."""
        ...

    @property
    def capture(self) -> Any:
        """Its capture line."""
        ...


Line = Callable[[RoomWindow], QLineEdit]
"""Makes a capture line whose keys belong to the room view."""


class Room(QObject):
    """The room view of one file and its timer. `turned` tells that either began, ended or rests."""

    turned = Signal()

    def __init__(self, workspace: Workspace, console: QWidget, make_line: Line) -> None:
        super().__init__(console)
        self._workspace, self._console, self._make_line = workspace, console, make_line
        self._maker: RasterMaker | None = None
        self._show: Show | None = None
        self._hold: Hold | None = None
        self._basis: Basis = "assumption"
        self._is_spotlit = False
        self.window: RoomWindow | None = None
        self.timer = Timer()
        self.timer.setParent(self)  # it ends with the window
        self.timer.turned.connect(self.turned)
        self.timer.ended.connect(lambda: workspace.noticed.emit(_("The time is up.")))

    def doings(self) -> dict[str, Callable[[], object]]:
        """What can be done, by the names of actions."""
        return {
            "room": self.begin,
            "room_end": self.end,
            "room_on": lambda: self._show and self._show.step(1),
            "room_back": lambda: self._show and self._show.step(-1),
            "room_hold": lambda: self._show and self._show.hold(not self._show.is_held),
            "room_blank": lambda: self.window and self.window.page.blank(not self.window.page.is_blank),
            "spotlight": self._light,
            "timer": self._ask_minutes,
            "timer_pause": self.timer.pause,
            "timer_more": self.timer.add_minute,
            "timer_stop": self.timer.stop,
        }

    def shown(self) -> dict[str, Callable[[], bool]]:
        """What is on or off."""
        return {
            "room": lambda: self.window is not None,
            "room_hold": lambda: self._show is not None and self._show.is_held,
            "room_blank": lambda: self.window is not None and self.window.page.is_blank,
            "spotlight": lambda: self._is_spotlit,
            "timer": lambda: self.timer.phase != "off",
            "timer_rests": lambda: self.timer.phase == "paused",
        }

    @property
    def show_now(self) -> Show | None:
        """What the room sees, while it is open."""
        return self._show

    def curve_ready(self, make: RasterMaker) -> None:
        """Take what draws curves."""
        self._maker = make
        if self.window is not None:
            self.window.page.curve_ready(make)

    def take_button(self, button: QPushButton) -> None:
        """Let a button begin and end the room view."""

        def follow() -> None:
            button.setText(_("End") if self.window is not None else _("Present"))
            words = _("End the room view") if self.window is not None else _("Show the map in a room")
            keys = self._workspace.keys_of("room_end" if self.window is not None else "room")
            button.setToolTip(f"{words} ({keys})" if keys else words)
            button.setEnabled(self._workspace.has_map)

        button.clicked.connect(lambda: self.begin() if self.window is None else self.end())
        self.turned.connect(follow)
        self._workspace.selected.connect(follow)
        follow()

    def begin(self) -> None:
        """Open the room view, or bring it back to light where it is open already."""
        if self.window is not None:
            self.window.page.blank(False)
            return
        self._show = Show(self._workspace)
        self._show.light(self._is_spotlit)
        self.window = RoomWindow(self._workspace, self._show, self.timer, self._press)
        self.window.closed.connect(self._ended)
        if self._maker is not None:
            self.window.page.curve_ready(self._maker)
        self._basis = self._workspace.basis
        self._workspace.rest_on("workshop")
        self._hold = stay_awake(_("A journey map is shown in a room"))
        for changed in _screens_changed():
            changed.connect(self._place)
        self._place()
        self.turned.emit()

    def end(self) -> None:
        """Close the room view."""
        if self.window is not None:
            self.window.close()

    def _ended(self) -> None:
        """Put everything back as it was, whoever closed the room view."""
        for changed in _screens_changed():
            changed.disconnect(self._place)
        if self._show is not None:
            self._show.end()
        if self._hold is not None:
            self._hold.end()
        self._take_words()
        self._show = self.window = self._hold = None
        self._workspace.rest_on(self._basis)
        self.turned.emit()
        self._console.activateWindow()
        if self._workspace.session.current:
            self._desk.canvas.ensure_visible(self._workspace.session.current)  # it may have been made in the room

    def _place(self, _screen: QScreen | None = None) -> None:
        """Fill the screen that the console is not on; where there is only one, take the capture line along."""
        window = self.window
        if window is None:
            return
        own = self._console.screen()
        other = second_screen(own)
        window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, other is not None)
        screen = other or own
        window.setScreen(screen)
        window.setGeometry(screen.geometry())
        window.showFullScreen()
        if other is None:
            if window.line is None:
                line = self._make_line(window)
                window.float_line(line)
                _move_words(self._desk.capture, line)
            window.activateWindow()
        else:
            self._take_words()
            window.float_line(None)
            self._console.activateWindow()

    def _light(self) -> None:
        self._is_spotlit = not self._is_spotlit
        if self._show is not None:
            self._show.light(self._is_spotlit)

    def _ask_minutes(self) -> None:
        """Ask for minutes at the upper right of the window that has the keyboard."""
        over = self.window if self.window is not None and self.window.isActiveWindow() else self._console
        TimerPopup(self.timer, over).show_at(over.mapToGlobal(QPoint(over.width() - 24, 56)))

    @property
    def _desk(self) -> Console:
        """The console by what the room needs of it."""
        return self._console  # pyright: ignore[reportReturnType]

    def _take_words(self) -> None:
        """Give words that were begun in the room to the console: nothing typed is lost."""
        if self.window is not None and self.window.line is not None:
            _move_words(self.window.line, self._desk.capture)

    def _press(self, event: QKeyEvent) -> bool:
        """Do what a key means on the map, where it needs nothing but what the room view shows."""
        spec = self._desk.actions_of.keymap.meant(event)
        if spec is None:
            return False
        if spec.id == "rename" and self.window is not None and self.window.rename():
            return True
        if works_in_room(spec) or (spec.id == "save" and self._workspace.path is not None):
            return self._desk.actions_of.press(event)
        self._workspace.noticed.emit(
            _("{action}: end the room view first (Esc).").format(action=_(spec.text).rstrip("…"))
        )
        return True


def _move_words(source: QLineEdit, target: QLineEdit) -> None:
    if source.text() and not target.text():
        target.setText(source.text())
        source.setText("")


def _screens_changed() -> Iterator[Any]:
    app = QApplication.instance()
    if isinstance(app, QGuiApplication):
        yield app.screenAdded
        yield app.screenRemoved


def second_screen(own: QScreen) -> QScreen | None:
    """Return a screen that a window is not on."""
    return next((each for each in QGuiApplication.screens() if each is not own), None)
