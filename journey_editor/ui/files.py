"""The way of a window's file: opening, saving, onto paper, and asking before its changes would be lost."""

import logging
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from journey_editor.assets import _
from journey_editor.storage import recent
from journey_editor.storage.atomic import SaveError
from journey_editor.storage.files import Conflict, save
from journey_editor.storage.paths import file_name
from journey_editor.storage.templates import own_templates, save_own
from journey_editor.ui.dialogs.naming import ask_name
from journey_editor.ui.dialogs.offers import offer_of
from journey_editor.ui.dialogs.paths import ask_open, ask_save
from journey_editor.ui.dialogs.poster import PosterDialog
from journey_editor.ui.dialogs.printing import ask_and_print
from journey_editor.ui.dialogs.questions import ask_conflict, ask_unsaved, tell
from journey_editor.ui.dialogs.templates import Templates
from journey_editor.ui.dialogs.written import What, WrittenDialog
from journey_editor.ui.labels import label
from journey_editor.ui.preferences import Preferences
from journey_editor.ui.workspace import Workspace

LOG = logging.getLogger(__name__)
RECENT = 10


class Files(QObject):
    """The way of one workspace to disk and paper.

    `changed` says that the saved state reads differently. Files to open, also again as they are on the disk now, new
    maps, the sample and records that were read from elsewhere are wanted in other windows.
    """

    changed = Signal()
    open_wanted = Signal(str)
    reopen_wanted = Signal(str)
    new_wanted = Signal(str)
    map_wanted = Signal(object)
    sample_wanted = Signal()

    def __init__(self, workspace: Workspace, window: QWidget, preferences: Preferences) -> None:
        super().__init__(window)
        self._workspace, self._window, self._preferences = workspace, window, preferences
        self._time = ""
        self._failure = ""
        workspace.stored.connect(self.changed)

    def doings(self) -> dict[str, Callable[[], object]]:
        """Return what actions may ask of a file, by name."""
        return {
            "new": self._new,
            "open": self._open,
            "sample": self.sample_wanted.emit,
            "save": self.save,
            "save_as": self.save_as,
            "save_template": self._save_template,
            "export": lambda: PosterDialog(self._workspace, self._preferences, self._window).exec(),
            "export_report": lambda: self._write_up("report"),
            "export_actions": lambda: self._write_up("actions"),
            "print": self._print,
        }

    def fill_recent(self, menu: QMenu) -> None:
        """Fill a menu with the files that were opened last."""
        menu.clear()
        for each in recent.recent_files()[:RECENT]:
            words = label(str(each.path))
            action = menu.addAction(words if len(words) <= 90 else f"…{words[-89:]}")
            action.setEnabled(not each.missing)
            action.triggered.connect(lambda _checked=False, path=each.path: self.open_wanted.emit(str(path)))
        if menu.isEmpty():
            menu.addAction(_("Nothing was opened yet")).setEnabled(False)

    @property
    def failure(self) -> str:
        """Why the last save failed, "" where it did not."""
        return self._failure

    def words(self) -> str:
        """Return the saved state in words."""
        if self._failure:
            return _("not saved: {reason}").format(reason=self._failure)
        if not self._workspace.is_saved:
            return _("edited")
        if self._workspace.path is None:
            return _("not saved yet")
        return _("saved {time}").format(time=self._time) if self._time else _("saved")

    def save(self) -> bool:
        """Save, asking for a name where there is none yet; returns whether the file is on the disk."""
        path = self._workspace.path
        return self.save_as() if path is None else self._write(path, self._workspace.known)

    def save_as(self) -> bool:
        """Save under another name; returns whether the file is on the disk."""
        path = self._workspace.path
        folder = str(path.parent) if path else self._preferences.settings.last_folder
        name = path.stem if path else file_name(self._workspace.title)
        chosen = ask_save(self._window, folder, name)
        if chosen is None:
            return False
        known = self._workspace.known if chosen == path else None
        return self._write(chosen, known)

    def may_close(self) -> bool:
        """Return whether nothing is lost by closing: saved, saved now, or given up by the person."""
        if self._workspace.is_saved:
            return True
        answer = ask_unsaved(self._window, self._workspace.title)
        if answer == "save":
            return self.save()
        return answer == "discard"

    def _write(self, path: Path, known: str | None) -> bool:
        try:
            digest = save(path, self._workspace.document.records, known)
        except Conflict:
            return self._settle(path)
        except SaveError as error:
            self._failure = str(error)
            self.changed.emit()
            tell(self._window, str(error))
            return False
        self._failure = ""
        self._time = f"{datetime.now():%H:%M}"
        self._workspace.saved_as(path, digest)
        self._preferences.change(last_folder=str(path.parent))
        remember(path)
        return True

    def _settle(self, path: Path) -> bool:
        self._failure = _("somebody else changed the file")
        self.changed.emit()
        answer = ask_conflict(self._window, path.name)
        if answer == "elsewhere":
            return self.save_as()
        if answer == "open":
            self.reopen_wanted.emit(str(path))
        return False

    def _new(self) -> None:
        dialog = Templates(self._window, self._workspace.view)
        if dialog.exec() and dialog.chosen:
            self.new_wanted.emit(dialog.chosen)

    def _save_template(self) -> None:
        """Keep the file as a template of the person's own, under a name that is asked for."""
        workspace = self._workspace
        taken = {offer_of(each).title.casefold() for each in own_templates()}
        name = ask_name(
            self._window,
            _("Save as template"),
            _("Counts, dates, votes, reviews, evidence, private notes and the tray stay out of it."),
            workspace.name or _first_title(workspace),
            _("Save the template"),
            lambda given: _("There is a template of that name already.") if given.casefold() in taken else "",
        )
        if not name:
            return
        try:
            save_own(name, workspace.document.records.values())
        except SaveError as error:
            tell(self._window, str(error))
            return
        workspace.noticed.emit(_("Saved as the template “{name}”: New from a template offers it").format(name=name))

    def _open(self) -> None:
        path = self._workspace.path
        folder = str(path.parent) if path else self._preferences.settings.last_folder
        for chosen in ask_open(self._window, folder):
            self.open_wanted.emit(str(chosen))

    def _write_up(self, what: What) -> None:
        WrittenDialog(self._workspace, self._preferences, what, self._window).exec()

    def _print(self) -> None:
        workspace = self._workspace
        ask_and_print(
            self._window, workspace.document.journey(workspace.map_id), workspace.name, workspace.noticed.emit
        )


def _first_title(workspace: Workspace) -> str:
    maps = workspace.document.maps()
    return maps[0].title if maps else ""


def remember(path: Path) -> None:
    """Put a file among the recent ones; that this fails must not get in the way."""
    try:
        recent.remember(path)
    except SaveError as error:
        LOG.info("%s", error)
