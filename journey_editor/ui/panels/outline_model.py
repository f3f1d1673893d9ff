"""The outline as a model of Qt, which follows the document by the rows that an edit touched."""

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont

from journey_editor.core.change import changed_fields
from journey_editor.core.document import Event
from journey_editor.core.edits.fields import field_value, set_field
from journey_editor.core.input import typed_line
from journey_editor.core.records import Record, Transition, name_of
from journey_editor.core.values import TEXT_LIMIT
from journey_editor.ui.icons import icon
from journey_editor.ui.panels.outline_tree import PLACING, ROOT, Branches, branches_of, is_group, walk
from journey_editor.ui.panels.outline_words import group_name, icon_name, line_of, tip_of, told_of, tone_of
from journey_editor.ui.theme import look_of, small_font
from journey_editor.ui.workspace import Workspace

MANY = 40
"""From so many moved rows on the whole outline is made anew, which is quicker than row by row."""

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class OutlineModel(QAbstractItemModel):
    """Stages, touchpoints and what hangs on them as a tree; names can be edited."""

    rebuilding = Signal()
    rebuilt = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._map = workspace.map_id
        self._below: dict[str, list[str]] = {}
        self._above: dict[str, str] = {}
        self._rows: dict[str, dict[str, int]] = {}  # below each key: at which row
        self._numbers: dict[str, int] = {}
        self._keys: list[str] = []
        self._rests = self._is_stale = False
        self._fill(branches_of(workspace.document, self._map))
        workspace.changed.connect(self.follow)
        workspace.selected.connect(self.turn)

    def key(self, index: Index) -> str:
        """Return the id of a row's record, or the key of a group; ROOT for no row."""
        return self._keys[index.internalId()] if index.isValid() else ROOT

    def index_of(self, key: str) -> QModelIndex:
        """Return the row of a record; no row where it is not in the outline."""
        above = self._above.get(key)
        if above is None:
            return QModelIndex()
        rows = self._rows.get(above)
        if rows is None:
            rows = self._rows[above] = {each: row for row, each in enumerate(self._below[above])}
        return self.createIndex(rows[key], 0, self._number(key))

    def rest(self, rests: bool) -> None:
        """Follow nothing while nobody sees the outline, and catch up when somebody does."""
        self._rests = rests
        if self._is_stale and not rests:
            self._is_stale = False
            self._map = self._workspace.map_id
            self._reset(branches_of(self._workspace.document, self._map))

    def record(self, index: Index) -> Record | None:
        """Return the record of a row, None for a group."""
        return self._workspace.document.records.get(self.key(index)) if index.isValid() else None

    def has_below(self, key: str) -> bool:
        """Whether there are rows below one."""
        return key in self._below

    def all_keys(self) -> Iterable[str]:
        """Return all keys from top to bottom."""
        return walk({key: tuple(below) for key, below in self._below.items()})

    def follow(self, event: Event) -> None:
        """Follow an edit: rows that moved, came or went, and rows whose words changed."""
        if self._rests:
            self._is_stale = True
            return
        if event.origin == "preview":
            self._refresh(record_id for record_id, _before, _after in event.change)
            return
        moves = any(_is_placing(before, after) for _id, before, after in event.change)
        if moves and self._reshape(branches_of(self._workspace.document, self._map)):
            return  # all rows are new
        self._refresh(record_id for record_id, _before, _after in event.change)

    def turn(self) -> None:
        """Turn to another map where the workspace did."""
        if self._rests:
            self._is_stale = True
        elif self._workspace.map_id != self._map:
            self._map = self._workspace.map_id
            self._reset(branches_of(self._workspace.document, self._map))

    def dress(self) -> None:
        """Take the colours of another theme."""
        for below in filter(None, self._below.values()):  # a file without anything has an empty root
            roles = [Role.DecorationRole, Role.ForegroundRole]
            self.dataChanged.emit(self.index_of(below[0]), self.index_of(below[-1]), roles)

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        below = self._below.get(self.key(parent), ())
        if column or not 0 <= row < len(below):
            return QModelIndex()
        return self.createIndex(row, 0, self._number(below[row]))

    def parent(self, child: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        above = self._above.get(self.key(child), ROOT) if child.isValid() else ROOT
        return QModelIndex() if above == ROOT else self.index_of(above)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(self._below.get(self.key(parent), ()))

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if is_group(self.key(index)):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        key = self.key(index)
        style = look_of(self._workspace.view.theme).map
        if is_group(key):
            return {
                Role.DisplayRole: group_name(key), Role.AccessibleTextRole: group_name(key),
                Role.ForegroundRole: QColor(style.muted), Role.FontRole: small_font(600),
            }.get(Role(role))  # fmt: skip
        record = self._workspace.document.records.get(key)
        if record is None:
            return None  # a preview took it away for the moment
        match role:
            case Role.DisplayRole:
                return line_of(self._workspace.document, record)
            case Role.EditRole:
                return typed_line(name_of(record))
            case Role.DecorationRole:
                return icon(icon_name(record), str(getattr(style, tone_of(record))))
            case Role.ToolTipRole:
                return tip_of(record)
            case Role.AccessibleTextRole:
                return told_of(self._workspace.document, record)
            case Role.FontRole if record.kind_name == "stage":
                return _semibold()
            case Role.ForegroundRole if not name_of(record).strip() and not isinstance(record, Transition):
                return QColor(style.muted)
            case _:
                return None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        record = self.record(index)
        if record is None or role != Role.EditRole:
            return False
        naming = type(record).naming
        words = typed_line(str(value))[:TEXT_LIMIT]
        if words != typed_line(str(field_value(record, naming))):
            self._workspace.history.close_step()
            set_field(self._workspace.document, (record.id,), naming, words)
        return True

    def _fill(self, branches: Branches) -> None:
        self._rows = {}
        self._below = {key: list(below) for key, below in branches.items()}
        self._above = {each: key for key, below in branches.items() for each in below}

    def _reset(self, branches: Branches) -> None:
        self.rebuilding.emit()
        self.beginResetModel()
        self._fill(branches)
        self.endResetModel()
        self.rebuilt.emit()

    def _reshape(self, wanted: Branches) -> bool:
        """Take out the rows that are not where they should be and put in those that are missing.

        Returns whether they were so many that all rows were made anew.
        """
        above = {each: key for key, below in wanted.items() for each in below}
        stays = {key: _staying(below, wanted.get(key, ())) for key, below in self._below.items()}
        leaving = [each for key, below in self._below.items() for each in below if each not in stays[key]]
        coming = len(above) - sum(len(each) for each in stays.values())
        if len(leaving) + coming > MANY:
            self._reset(wanted)
            return True
        if not leaving and not coming:
            return False
        self.rebuilding.emit()
        for key in leaving:
            if key in self._above:  # it may have gone with what was above it
                self._take_out(key)
        self._put_in(wanted, ROOT)
        self.rebuilt.emit()
        return False

    def _take_out(self, key: str) -> None:
        above = self._above[key]
        row = self._below[above].index(key)
        self.beginRemoveRows(self.index_of(above), row, row)
        self._forget(key)
        self._rows.pop(above, None)
        del self._below[above][row]
        if not self._below[above]:
            del self._below[above]
        self.endRemoveRows()

    def _forget(self, key: str) -> None:
        self._rows.pop(key, None)
        for below in self._below.pop(key, ()):
            self._forget(below)
        del self._above[key]

    def _put_in(self, wanted: Branches, key: str) -> None:
        for row, below in enumerate(wanted.get(key, ())):
            here = self._below.get(key, ())
            if row >= len(here) or here[row] != below:
                self.beginInsertRows(self.index_of(key), row, row)
                self._rows.pop(key, None)
                self._below.setdefault(key, []).insert(row, below)
                self._above[below] = key
                self.endInsertRows()
            self._put_in(wanted, below)

    def _refresh(self, keys: Iterable[str]) -> None:
        document = self._workspace.document
        for key in keys:
            ways = (
                each for each in document.referrers(key) if isinstance(each, Transition)
            )  # they are called after it
            for index in map(self.index_of, (key, *(way.id for way in ways))):
                if index.isValid():
                    self.dataChanged.emit(index, index)

    def _number(self, key: str) -> int:
        """Return a number for a key that stays the same, since an index can carry no text."""
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self._keys)
            self._keys.append(key)
        return number


def _is_placing(before: Record | None, after: Record | None) -> bool:
    if before is None or after is None:
        return True
    return not PLACING.isdisjoint(changed_fields(before, after))


def _staying(now: list[str], wanted: tuple[str, ...]) -> set[str]:
    """Return the rows of a parent that can stay where they are, most of them where few moved."""
    if tuple(now) == wanted:
        return set(now)
    first = 0
    while first < min(len(now), len(wanted)) and now[first] == wanted[first]:
        first += 1
    last = 0
    while last < min(len(now), len(wanted)) - first and now[-1 - last] == wanted[-1 - last]:
        last += 1
    middle = now[first : len(now) - last]
    places = {key: place for place, key in enumerate(wanted[first : len(wanted) - last])}
    found = {*now[:first], *now[len(now) - last :]}
    if len(middle) > 4 * MANY:
        return found
    return found | _longest_in_order([key for key in middle if key in places], places)


def _longest_in_order(keys: list[str], places: Mapping[str, int]) -> set[str]:
    """Return the most keys that stand in the order of their places."""
    best: list[tuple[str, ...]] = []
    for index, key in enumerate(keys):
        before = (best[i] for i in range(index) if places[keys[i]] < places[key])
        best.append((*max(before, key=len, default=()), key))
    return set(max(best, key=len, default=()))


def _semibold() -> QFont:
    found = QFont()
    found.setWeight(QFont.Weight.DemiBold)
    return found
