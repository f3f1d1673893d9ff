"""Pictures of touchpoints and personas: taken from files and elsewhere into the file, replaced and taken away."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from journey_editor.assets import _
from journey_editor.core.edits.pictures import Pictured, clear_picture, replace_picture, set_picture
from journey_editor.core.records import Picture, Record
from journey_editor.core.titles import called
from journey_editor.storage.format import dumps, read_bytes
from journey_editor.storage.refusal import Refusal
from journey_editor.ui.dialogs.paths import ask_picture
from journey_editor.ui.dialogs.progress import worked
from journey_editor.ui.images import FILE_BYTES, BadPicture, Encoded, encoded_file
from journey_editor.ui.stepping import in_thread
from journey_editor.ui.workspace import Workspace

_MANY_PICTURES = 10_000_000  # letters of pictures from which on the file's size is counted exactly


class Picturing:
    """What one window does with pictures."""

    def __init__(self, workspace: Workspace, window: QWidget) -> None:
        self._workspace, self._window = workspace, window
        self._folder = ""
        workspace.picture_asked.connect(self.choose)

    def doings(self) -> dict[str, Callable[[], object]]:
        """Return what actions may ask, by name."""
        return {"choose_picture": self.choose, "drop_picture": self.drop}

    def choose(self) -> None:
        """Ask for a file and take its picture for the current record, or instead of the current picture."""
        current = self._workspace.current
        path = ask_picture(self._window, self._folder) if can_have_picture(current) else None
        if current is None or path is None:
            return
        self._folder = str(path.parent)
        try:
            data = read_bytes(path)
            self.take(lambda: encoded_file(data), current.id)
        except (Refusal, BadPicture) as error:
            self._workspace.noticed.emit(_named(path, str(error)))

    def drop(self) -> None:
        """Take the picture of the current record away."""
        current = self._workspace.current
        if isinstance(current, Pictured) and current.picture is not None:
            clear_picture(self._workspace.document, current.id)
            self._workspace.offered.emit(self._workspace.with_undo(_("The picture was taken away")))

    def take(self, encode: Callable[[], Encoded], record_id: str) -> None:
        """Keep a picture with a record, or instead of another picture. Raises BadPicture."""
        workspace = self._workspace
        done, found = worked(self._window, _("Reading the picture …"), in_thread(encode))
        record = workspace.document.records.get(record_id)
        if not done or record is None:
            return
        if _size_with(workspace, found) > FILE_BYTES:
            raise BadPicture(
                _("With this picture the file would be larger than {limit} MB.").format(limit=FILE_BYTES // 1_000_000)
            )
        if isinstance(record, Picture):
            replace_picture(workspace.document, record.id, found.kind, found.data)
            words = _("The picture was replaced")
        else:
            set_picture(workspace.document, record.id, found.kind, found.data)
            words = _("“{name}” keeps the picture in the file").format(name=called(record, 40))
        workspace.session.select((record_id,))
        workspace.offered.emit(workspace.with_undo(words))


def can_have_picture(record: Record | None) -> bool:
    """Whether a picture can be chosen for a record: it has one, may have one, or is one."""
    return isinstance(record, Pictured | Picture)


def _named(path: Path, words: str) -> str:
    return words if path.name in words else f"{path.name}: {words}"


def _size_with(workspace: Workspace, found: Encoded) -> int:
    """Return how many bytes the file would have with one more picture, exactly where that matters."""
    records = workspace.document.records
    pictures = sum(len(each.data) for each in records.values() if isinstance(each, Picture))
    return len(found.data) + (len(dumps(records)) if pictures > _MANY_PICTURES else pictures)
