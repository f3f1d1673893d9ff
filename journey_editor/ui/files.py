"""Saving the file of a window, and asking before its changes would be lost."""

import logging
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from journey_editor.assets import _
from journey_editor.storage import recent
from journey_editor.storage.atomic import SaveError
from journey_editor.storage.files import Conflict, save
from journey_editor.storage.paths import file_name
from journey_editor.ui.dialogs.paths import ask_save
from journey_editor.ui.dialogs.questions import ask_conflict, ask_unsaved, tell
from journey_editor.ui.preferences import Preferences
from journey_editor.ui.workspace import Workspace

LOG = logging.getLogger(__name__)


class Files(QObject):
    """The way of one workspace to the disk. `changed` says that the saved state reads differently."""

    changed = Signal()
    open_wanted = Signal(str)

    def __init__(self, workspace: Workspace, window: QWidget, preferences: Preferences) -> None:
        super().__init__(window)
        self._workspace, self._window, self._preferences = workspace, window, preferences
        self._time = ""
        self._failure = ""
        workspace.stored.connect(self.changed)

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
            self.open_wanted.emit(str(path))
        return False


def remember(path: Path) -> None:
    """Put a file among the recent ones; that this fails must not get in the way."""
    try:
        recent.remember(path)
    except SaveError as error:
        LOG.info("%s", error)
