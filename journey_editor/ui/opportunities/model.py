"""The opportunities of a map as rows of a table: what stands in each cell, and what a cell takes."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Literal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer

from journey_editor.assets import _, marked
from journey_editor.core.dates import day_meant, day_text
from journey_editor.core.edits.fields import set_field
from journey_editor.core.edits.opportunities import set_status, status_name
from journey_editor.core.edits.owners import owners_of
from journey_editor.core.input import typed_line
from journey_editor.core.parts import Status
from journey_editor.core.records import Opportunity, Owner
from journey_editor.core.titles import called, shortened
from journey_editor.insight.actions import Order, found_by, opportunities_of, ordered
from journey_editor.insight.due import is_open, late_by
from journey_editor.insight.worth import class_name, gain_of, gain_text, score, worth, worth_class
from journey_editor.ui.labels import tip
from journey_editor.ui.workspace import Workspace

Column = Literal["text", "on", "owner", "due", "status", "worth", "effort", "score", "gain", "votes"]

HEADINGS = {
    "text": marked("Opportunity"), "on": marked("On"), "owner": marked("Owner"), "due": marked("Due"),
    "status": marked("Status"), "worth": marked("Worth"), "effort": marked("Effort"), "score": marked("Score"),
    "gain": marked("Return"), "votes": marked("Votes"),
}  # fmt: skip
NUMBERS = frozenset(("worth", "effort", "score", "gain", "votes"))
RECORD = Qt.ItemDataRole.UserRole
"""The role under which each cell gives the opportunity of its row."""

Index = QModelIndex | QPersistentModelIndex
Pick = Status | Literal["all", "open"]

_EDITED = frozenset(("text", "owner", "due", "status", "effort"))
_LONGEST = 300
_TOLD = 1000


class Opportunities(QAbstractTableModel):
    """Rows of the map that is shown, kept in step by `refresh`. `complain` says why something was not taken.

    Listed is what has the status in `pick`, the words in `words`, the owner in `owner` (an id, "" for nobody, None for
    anybody), and where `is_unready` is on, only what is not ready to be handed out.
    """

    def __init__(
        self, workspace: Workspace, columns: Sequence[Column], complain: Callable[[str], object],
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._workspace, self._complain = workspace, complain
        self.columns = tuple(columns)
        self._rows: tuple[Opportunity, ...] = ()
        self.order: Order = "score"
        self.turned = False
        self.pick: Pick = "open"
        self.words = ""
        self.owner: str | None = None
        self.is_unready = False
        self.step: tuple[str, str] | None = None  # an opportunity without words, and the step of undo that made it

    @property
    def rows(self) -> tuple[Opportunity, ...]:
        """The opportunities that are listed."""
        return self._rows

    def all_of_map(self) -> tuple[Opportunity, ...]:
        """Return all opportunities of the map, listed or not."""
        workspace = self._workspace
        return opportunities_of(workspace.document.journey(workspace.map_id)) if workspace.has_map else ()

    def refresh(self) -> None:
        """List what there is now; where only cells changed the rows stay as they are."""
        owners = {each.id: place for place, each in enumerate(owners_of(self._workspace.document))}
        found = [each for each in self.all_of_map() if self._is_listed(each)]
        if self.words.strip():
            found = [each for each in found if found_by(self.words, self._texts(each))]
        rows = tuple(ordered(found, self.order, owners, self.turned))
        if [each.id for each in rows] == [each.id for each in self._rows]:
            self._rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self.columns) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def sort_by(self, order: Order) -> None:
        """List in another order; asked for again it is turned round."""
        self.turned = order == self.order and not self.turned
        self.order = order
        self.refresh()

    def place(self, record_id: str | None) -> int | None:
        """Return in which row an opportunity stands."""
        return next((row for row, each in enumerate(self._rows) if each.id == record_id), None)

    # what Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 # Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(HEADINGS[self.columns[section]])
        if role == Qt.ItemDataRole.TextAlignmentRole and self.columns[section] in NUMBERS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return found | Qt.ItemFlag.ItemIsEditable if self.columns[index.column()] in _EDITED else found

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self._rows):
            return None
        each, column = self._rows[index.row()], self.columns[index.column()]
        if role == RECORD:
            return each
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words_of(each, column)
        if role == Qt.ItemDataRole.EditRole:
            return self._edited(each, column)
        if role == Qt.ItemDataRole.ToolTipRole and column in ("text", "on", "owner", "gain"):
            return tip(shortened(each.text if column == "text" else self.words_of(each, column), _TOLD))
        if role == Qt.ItemDataRole.ToolTipRole and column == "due" and is_late(each, date.today()):
            return tip(_("Overdue since {day}").format(day=self.words_of(each, column)))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            late = f", {_('overdue')}" if column == "due" and is_late(each, date.today()) else ""
            return f"{_(HEADINGS[column])}: {self.words_of(each, column) or _('not said')}{late}"
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a value once its editor is closed: rows that change their places would close it under its own hands."""
        if role != Qt.ItemDataRole.EditRole or not 0 <= index.row() < len(self._rows):
            return False
        each, column = self._rows[index.row()], self.columns[index.column()]
        if value == self._edited(each, column):
            return False
        QTimer.singleShot(0, self, lambda: self._set(each, column, value))
        return True

    def words_of(self, each: Opportunity, column: Column) -> str:
        """Return what stands in a cell."""
        document, today = self._workspace.document, date.today()
        if column == "text":
            return called(each, _LONGEST)
        if column == "on":
            carrier = document.records.get(each.on)
            return called(carrier, _LONGEST) if carrier is not None else ""
        if column == "owner":
            owner = document.records.get(each.owner or "")
            return called(owner, 80) if isinstance(owner, Owner) else ""
        if column == "due":
            return day_text(each.due, today) if each.due is not None else ""
        if column == "status":
            return status_name(each.status)
        if column == "worth":
            value = worth(each)
            return f"{value:.1f}" if value is not None else ""
        if column == "score":
            value = score(each)
            return f"{value:.1f}" if value is not None else ""
        if column == "gain":
            value = gain_of(each)
            return gain_text(value) if value is not None else ""
        number = each.effort if column == "effort" else each.votes
        return str(number) if number else ""

    # inside

    def _is_listed(self, each: Opportunity) -> bool:
        return (
            is_picked(each, self.pick)
            and (self.owner is None or self.owner == (each.owner or ""))
            and (not self.is_unready or is_unready(each))
        )

    def _edited(self, each: Opportunity, column: Column) -> Any:
        if column == "due":
            return each.due.isoformat() if each.due is not None else ""
        return each.__dict__.get(column)

    def _set(self, each: Opportunity, column: Column, value: Any) -> None:
        document = self._workspace.document
        if each.id not in document.records:
            return
        if column == "status":
            set_status(document, (each.id,), value, date.today())
        elif column == "due":
            words = str(value).strip()
            day = day_meant(words, date.today()) if words else None
            if words and day is None:
                said = _("“{text}” is no day: write 15.12., Q2, +30d or 2027-01-15.")
                self._complain(said.format(text=shortened(words, 40)))
                return
            set_field(document, (each.id,), "due", day)
        elif column == "text":
            words = typed_line(str(value)).strip()
            if words:
                join = self.step[1] if self.step is not None and self.step[0] == each.id else ""
                set_field(document, (each.id,), "text", words, join=join)
        else:
            set_field(document, (each.id,), column, value)

    def _texts(self, each: Opportunity) -> tuple[str, ...]:
        kind = worth_class(each)
        others = (self.words_of(each, column) for column in ("on", "owner", "due", "status"))
        return (each.text[:2000], each.who[:200], *others, *each.tags[:50], class_name(kind) if kind else "")


def is_picked(each: Opportunity, pick: Pick) -> bool:
    """Whether an opportunity is among those that are asked for."""
    return pick == "all" or each.status == pick or (pick == "open" and is_open(each))


def is_unready(each: Opportunity) -> bool:
    """Whether an opportunity that is still to be done cannot be handed out: it lacks an owner or a day."""
    return is_open(each) and (each.owner is None or each.due is None)


def is_late(each: Opportunity, today: date) -> bool:
    """Whether an opportunity should have been done by now."""
    return late_by(each, today) is not None
