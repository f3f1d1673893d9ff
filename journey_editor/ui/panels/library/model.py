"""The rows of a list of owners, personas or evidence: filtered by words, in their own order or another one."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QByteArray, QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal

from journey_editor.assets import _
from journey_editor.core.document import Event
from journey_editor.core.edits.fields import set_field
from journey_editor.core.edits.library import all_of, move_shared
from journey_editor.core.input import typed_line
from journey_editor.core.records import Evidence, Owner, Persona, Record, name_of
from journey_editor.core.titles import called
from journey_editor.core.values import TEXT_LIMIT
from journey_editor.ui.labels import tip
from journey_editor.ui.workspace import LIBRARY_MIME, Workspace

Kind = type[Owner] | type[Persona] | type[Evidence]
Index = QModelIndex | QPersistentModelIndex
Order = Callable[[Record], Any]
"""What rows are sorted by."""

TOLD = 60
"""Letters of a name from which on a tooltip tells it whole."""


class SharedModel(QAbstractListModel):
    """The records of a kind by their ids. While it sleeps it follows nothing.

    `order` sorts them otherwise than by rank, and then they cannot be moved; `says` returns what a screen reader says.
    """

    refilled = Signal()

    def __init__(self, workspace: Workspace, kind: Kind, says: Callable[[Record], str]) -> None:
        super().__init__()
        self._workspace, self._kind, self._says = workspace, kind, says
        self._awake = False
        self._records: tuple[Record, ...] = ()
        self._all = 0
        self.words = ""
        self.order: Order | None = None
        workspace.changed.connect(self._follow)

    @property
    def ids(self) -> tuple[str, ...]:
        """The records that are listed."""
        return tuple(each.id for each in self._records)

    @property
    def count(self) -> int:
        """How many there are, listed or not."""
        return self._all

    @property
    def is_movable(self) -> bool:
        """Whether rows stand in their own order, all of them, so that they can be moved."""
        return self.order is None and not self.words

    def wake(self, awake: bool) -> None:
        """Follow the document from now on, or no more."""
        self._awake = awake
        if awake:
            self.refill()

    def find(self, words: str) -> None:
        """List only those in which all these words are found."""
        self.words = words
        self.refill()

    def sort_by(self, order: Order | None) -> None:
        """List them in another order, None for their own."""
        self.order = order
        self.refill()

    def refill(self) -> None:
        """List them as they are now."""
        records = all_of(self._workspace.document, self._kind)  # type: ignore[type-var]
        self._all = len(records)
        asked = self.words.casefold().split()
        found = [each for each in records if all(word in _text_of(each) for word in asked)]
        if self.order is not None:
            found.sort(key=self.order)
        if [each.id for each in found] == list(self.ids):
            self._records = tuple(found)
            if found:
                self.dataChanged.emit(self.index(0), self.index(len(found) - 1))
        else:
            self.beginResetModel()
            self._records = tuple(found)
            self.endResetModel()
        self.refilled.emit()

    def record(self, index: Index) -> Record | None:
        """Return the record of a row."""
        return self._records[index.row()] if index.isValid() and index.row() < len(self._records) else None

    def index_of(self, record_id: str) -> QModelIndex:
        """Return the row of a record."""
        ids = self.ids
        return self.index(ids.index(record_id)) if record_id in ids else QModelIndex()

    def move(self, record_id: str, step: int) -> None:
        """Move a record by so many places."""
        if self.is_movable and record_id in self.ids:
            move_shared(self._workspace.document, record_id, self.ids.index(record_id) + step)

    # what Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 # as Qt declares it
        return 0 if parent.isValid() else len(self._records)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        record = self.record(index)
        if record is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return name_of(record) if role == Qt.ItemDataRole.EditRole else called(record)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._says(record)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(name_of(record)[:1_000]) if len(name_of(record)) > TOLD // 2 else ""
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        item = Qt.ItemFlag
        if not index.isValid():
            return item.ItemIsDropEnabled  # between rows and behind the last, never on one
        return item.ItemIsEnabled | item.ItemIsSelectable | item.ItemIsEditable | item.ItemIsDragEnabled

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        record = self.record(index)
        if record is None or role != Qt.ItemDataRole.EditRole:
            return False
        words = typed_line(str(value))[:TEXT_LIMIT]
        if words != typed_line(name_of(record)):
            self._workspace.history.close_step()
            set_field(self._workspace.document, (record.id,), record.naming, words, _("Rename"))
        return True

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction  # where rows are moved the document does it

    def mimeTypes(self) -> list[str]:
        return [LIBRARY_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        ids = [record.id for index in sorted(indexes, key=QModelIndex.row) if (record := self.record(index))]
        return mime_of(self._workspace, ids)

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        return self.is_movable and bool(set(carried(data, self._workspace)) & set(self.ids))

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        ids = [each for each in carried(data, self._workspace) if each in self.ids]
        if not ids or not self.is_movable:
            return False
        place = row if row >= 0 else parent.row() if parent.isValid() else len(self.ids)
        before = [each for each in self.ids[:place] if each not in ids]
        with self._workspace.document.transaction(_("Move")):
            for offset, each in enumerate(ids):
                move_shared(self._workspace.document, each, len(before) + offset)
        return False  # the rows follow the document: Qt has none to take away

    def _follow(self, event: Event) -> None:
        if self._awake and any(isinstance(before or after, self._kind) for _id, before, after in event.change):
            self.refill()


def mime_of(workspace: Workspace, ids: Iterable[str]) -> QMimeData:
    """Return what a drag of shared records carries."""
    data = QMimeData()
    data.setData(LIBRARY_MIME, QByteArray("\n".join((str(id(workspace)), *ids)).encode()))
    return data


def carried(data: QMimeData, workspace: Workspace) -> tuple[str, ...]:
    """Return the records of the same file that a drag carries."""
    if not data.hasFormat(LIBRARY_MIME):
        return ()
    window, *ids = bytes(data.data(LIBRARY_MIME).data()).decode("utf-8", "replace").split("\n")
    return tuple(each for each in ids if each in workspace.document.records) if window == str(id(workspace)) else ()


def _text_of(record: Record) -> str:
    """Return the words that a record is found by."""
    fields = {"persona": ("name", "role", "quote"), "evidence": ("title", "source", "note", "date")}
    names = fields.get(record.kind_name, ("name",))
    return " ".join(str(record.__dict__[name] or "")[:2_000] for name in names).casefold()
