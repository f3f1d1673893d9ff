"""All open windows, one for each file, and what goes on between them."""

import logging
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from journey_editor.assets import resource
from journey_editor.core.records import Head, Record
from journey_editor.core.templates import begun
from journey_editor.storage.files import open_file
from journey_editor.storage.format import load
from journey_editor.storage.refusal import Refusal
from journey_editor.storage.templates import template_path
from journey_editor.ui.dialogs.questions import tell
from journey_editor.ui.files import remember
from journey_editor.ui.preferences import Preferences
from journey_editor.ui.theme import ThemeName, dress, system_theme
from journey_editor.ui.warming import Warming
from journey_editor.ui.window import MainWindow
from journey_editor.ui.workspace import Workspace

LOG = logging.getLogger(__name__)
FRAME, FRAME_TOP = 4, 40  # pixels that a window's frame takes at most
STEP = 24  # pixels between a window and the next one


class Desk(QObject):
    """Opens files in windows of their own; an untouched new map gives way to what is opened from it."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self._app = app
        self.preferences = Preferences()
        self.windows: list[MainWindow] = []
        self._maker: object = None
        self._warming = Warming()
        self._warming.done.connect(self._warm, Qt.ConnectionType.QueuedConnection)
        self._theme: ThemeName = self._theme_now()
        dress(app, self._theme)
        QGuiApplication.styleHints().colorSchemeChanged.connect(lambda _scheme: self._follow_theme())

    def open_path(self, path: str, beside: MainWindow | None = None, again: bool = False) -> MainWindow | None:
        """Open a map file; one that is open already comes to the front. What is no map is told in one sentence.

        With `again` it is opened as it is on the disk now, even if it is open already.
        """
        where = Path(path).absolute()
        for window in () if again else self.windows:
            if window.workspace.path == where:
                window.raise_()
                window.activateWindow()
                return window
        try:
            opened = open_file(where)
        except Refusal as refusal:
            tell(beside, str(refusal))
            return None
        self.preferences.change(last_folder=str(where.parent))
        remember(where)
        return self.show(Workspace(opened.records.values(), where, opened.digest), beside)

    def new(self, template: str = "empty", beside: MainWindow | None = None) -> MainWindow:
        """Begin a map from a template, by its key: an untitled copy whose due dates lie ahead."""
        records = [
            each.with_(title="") if isinstance(each, Head) else each for each in load(template_path(template)).values()
        ]
        return self.show(Workspace(begun(records, date.today())), beside)

    def _make(self, template: str, beside: MainWindow) -> None:
        """Begin a map from a template that was chosen; one that has gone meanwhile is told."""
        try:
            self.new(template, beside)
        except Refusal as refusal:
            tell(beside, str(refusal))

    def sample(self, beside: MainWindow | None = None) -> MainWindow:
        """Open the sample map as an untitled copy."""
        return self.show(Workspace(load(resource("samples", "b2b-onboarding.journey")).values()), beside)

    def take(self, records: Mapping[str, Record], beside: MainWindow | None = None) -> MainWindow:
        """Show records that were read from elsewhere: a map that is not saved yet."""
        workspace = Workspace(records.values())
        workspace.history.mark_unsaved()
        return self.show(workspace, beside)

    def show(self, workspace: Workspace, beside: MainWindow | None = None) -> MainWindow:
        """Show a file in a window of its own."""
        workspace.show(theme=self._theme)
        window = MainWindow(workspace, self.preferences)
        self.windows.append(window)
        window.painted.connect(self._first_paint)
        window.files.open_wanted.connect(lambda path: self.open_path(path, window))
        window.files.reopen_wanted.connect(lambda path: self.open_path(path, window, again=True))
        window.files.new_wanted.connect(lambda template: self._make(template, window))
        window.files.map_wanted.connect(lambda records: self.take(records, window))
        window.files.sample_wanted.connect(lambda: self.sample(window))
        window.theme_wanted.connect(self.choose_theme)
        window.quit_wanted.connect(self.quit)
        window.closed.connect(lambda: self._forget(window))
        if self._maker is not None:
            window.warm(self._maker)
        gives_way = beside is not None and _is_untouched(beside)
        if beside is not None:
            window.setGeometry(beside.geometry() if gives_way else _stepped(beside))
        if window.preferences.state("window").isEmpty() and beside is None:
            _keep_on_screen(window)
        window.show()
        window.canvas.begin()
        if beside is not None and gives_way:
            beside.close()
        return window

    def choose_theme(self, name: str) -> None:
        """Take a theme for all windows, and keep it."""
        self.preferences.change(theme=name)
        self._follow_theme()

    def quit(self) -> None:
        """Close all windows, asking for each that would lose something; stop where the person does."""
        for window in tuple(self.windows):
            if not window.close():
                return
        self._app.quit()

    def end_now(self) -> None:
        """Close all windows without asking: the process was told to end."""
        for window in tuple(self.windows):
            window.close_surely()
        self._app.quit()

    def say(self, sentence: str) -> None:
        """Say something in passing in all windows."""
        for window in self.windows:
            window.workspace.noticed.emit(sentence)

    def _first_paint(self) -> None:
        if self._maker is None and len(self.windows) == 1:
            self._warming.start()

    def _warm(self, make: object) -> None:
        self._maker = make
        for window in self.windows:
            window.warm(make)

    def _forget(self, window: MainWindow) -> None:
        if window in self.windows:
            self.windows.remove(window)

    def _theme_now(self) -> ThemeName:
        chosen = self.preferences.settings.theme
        return system_theme() if chosen == "system" else chosen

    def _follow_theme(self) -> None:
        theme = self._theme_now()
        if theme != self._theme:
            self._theme = theme
            dress(self._app, theme)
            for window in self.windows:
                window.workspace.show(theme=theme)
        for window in self.windows:
            window.actions_of.refresh()


def _is_untouched(window: MainWindow) -> bool:
    """Whether a window shows a new map that nobody has worked on."""
    workspace = window.workspace
    return workspace.path is None and workspace.is_saved and not workspace.history.steps


def _stepped(beside: MainWindow) -> QRect:
    """Return where a window stands beside another one: a little smaller where it would reach over the screen's edge."""
    moved = beside.geometry().translated(STEP, STEP)
    seen = moved & beside.screen().availableGeometry().adjusted(0, 0, -FRAME, -FRAME)
    lost = moved.size() - seen.size()
    return seen if max(lost.width(), lost.height()) <= 2 * STEP else moved


def _keep_on_screen(window: MainWindow) -> None:
    """Begin no larger than the screen, its frame included, which is only known once a window is shown."""
    room = window.screen().availableGeometry().adjusted(0, 0, -2 * FRAME, -FRAME_TOP)
    window.resize(min(window.width(), room.width()), min(window.height(), room.height()))
    place = window.geometry()
    place.moveCenter(room.center())
    window.move(max(room.left(), place.left()), max(room.top(), place.top()))
