"""Opening links: nothing is opened, and nothing goes over the network, before the person has said so."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from journey_editor.assets import _
from journey_editor.core.links import Link, link_of
from journey_editor.core.records import Record
from journey_editor.core.titles import shortened
from journey_editor.ui.dialogs.questions import Question
from journey_editor.ui.workspace import Workspace

_SHOWN = 300  # letters of an address in the question


class Links(QObject):
    """Asks for each link that somebody wants to open, and hands it to the system."""

    def __init__(self, workspace: Workspace, over: QWidget) -> None:
        super().__init__(over)
        self._workspace, self._over = workspace, over
        workspace.link_asked.connect(self.ask)

    def doings(self) -> dict[str, Callable[[], object]]:
        """Return what actions may ask, by name."""
        return {"open_link": self.open_current}

    def open_current(self) -> None:
        """Open the link of what is selected, or of what that hangs on."""
        found = linked(self._workspace)
        if found is not None:
            self.ask(found.id)
        else:
            self._workspace.noticed.emit(_("What is selected has no link."))

    def ask(self, record_id: str) -> None:
        """Ask whether the link of a record shall be opened; say so where it cannot be."""
        record = self._workspace.document.records.get(record_id)
        text = link_text(record) if record is not None else ""
        if not text:
            return
        link = link_of(text)
        if link is None:
            said = _("“{text}” cannot be opened: a link begins with https://, http://, file:// or mailto:.")
            self._workspace.noticed.emit(said.format(text=shortened(" ".join(text.split()), 60)))
            return
        words, more = question_of(link)
        answers = (("cancel", _("Cancel")), ("open", _("Open")))
        dialog = Question(self._over.window(), words, more, answers)
        dialog.exec()
        if dialog.answer == "open" and not QDesktopServices.openUrl(QUrl(link.address)):
            self._workspace.noticed.emit(_("The system knows no program that opens this link."))


def link_text(record: Record) -> str:
    """Return the link of a record, "" where it has none."""
    return str(record.__dict__.get("link", "")).strip()


def linked(workspace: Workspace) -> Record | None:
    """Return what has a link: the current record, else what it hangs on."""
    found = (workspace.current, workspace.holder)
    return next((each for each in found if each is not None and link_text(each)), None)


def question_of(link: Link) -> tuple[str, str]:
    """Return what is asked before a link is opened, and what would be opened."""
    words = {
        "web": _("Open this page in the browser?"),
        "mail": _("Write to this address in the mail program?"),
        "file": _("Open this file with its program?"),
    }[link.kind]
    return words, shortened(link.address, _SHOWN)
